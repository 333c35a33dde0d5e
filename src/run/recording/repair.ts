/** `check --fix`: makes the edits of findings, in as many ledgers as the run has. What is not certain has no edits. */
import { type Complaint, renderComplaint, renderNotice } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/options.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { Edit } from '../../domain/edit.ts';
import type { FixEdit } from '../../domain/finding.ts';
import { type DataPath, formatPath } from '../../domain/ledger.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Recorded } from '../../reporters/register/recorded.ts';
import { encodeText } from '../../source/decode-text.ts';
import type { YamlDocument } from '../../source/yaml-reader.ts';
import { styleOnStderr } from '../destinations.ts';
import type { LedgerFile } from '../find-ledgers.ts';
import { areEqual, textOf } from './apply-edits.ts';
import { confirmWriting } from './confirm.ts';
import { assertMayWrite, tellDeclined } from './record-edits.ts';

/** What is found in a ledger today; no document where it is no YAML. */
export interface Looked {
  readonly document: YamlDocument | undefined;
  readonly findings: readonly LocatedFinding[];
}

export type Look = (source: Uint8Array | YamlDocument, file: LedgerFile) => Promise<Looked>;

export interface Repairing {
  readonly files: readonly LedgerFile[];
  /** About what could not be read. */
  readonly complaints: readonly Complaint[];
  readonly look: Look;
  readonly options: Pick<WriteOptions, 'yes' | 'dryRun'>;
}

/** How a run goes on after the repair: it ends with a code, or it checks what stands there now. */
export type AfterRepair = { readonly ends: ExitCode } | { readonly ends?: never; readonly isWhole: boolean };

/**
 * Repairs ledgers: shows what changes, asks, and writes each of them under its lock.
 *
 * @throws {Refusal} without a terminal, unless it was said beforehand that the files may be written
 */
export async function repairLedgers(repairing: Repairing, invocation: Invocation): Promise<AfterRepair> {
  const { files, complaints, look, options } = repairing;
  const { io, languages } = invocation;
  const dialogue = await io.dialogue();
  assertMayWrite(options, dialogue);
  const repaired: Repaired[] = [];
  for (const file of files) {
    const bytes = await io.files.read(file.path).catch(() => undefined);
    // What cannot be read is told by the check that follows.
    if (bytes !== undefined) repaired.push(await repair(bytes, file, look));
  }
  for (const notice of repaired.flatMap((one) => one.refused)) {
    await io.stderr.write(renderNotice(notice, languages.people));
  }
  const changed = repaired.filter(({ made }) => made > 0);
  const diffs = await Promise.all(changed.map(diffOf));
  if (options.dryRun === true) {
    await io.stdout.write(diffs.join(''));
    await tell(changed, 'dry-run', invocation);
    for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
    return { ends: complaints.length === 0 ? ExitCode.ok : ExitCode.noVerdict };
  }
  if (changed.length === 0) {
    await tell([], 'unchanged', invocation);
    return { isWhole: true };
  }
  await io.stderr.write(diffs.join(''));
  if (!(await mayWrite(changed, options, dialogue, invocation))) {
    await tellDeclined(invocation);
    return { ends: ExitCode.interrupted };
  }
  const { written, unwritten } = await writeAll(changed, look, invocation);
  await tell(written, 'written', invocation);
  for (const complaint of unwritten) await io.stderr.write(renderComplaint(complaint, languages.people));
  return { isWhole: unwritten.length === 0 };
}

/** A ledger with what can be put right in it. */
export interface Repaired {
  readonly file: LedgerFile;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** How many edits were made. */
  readonly made: number;
  /** Places that are written in a way that only a person should change. */
  readonly refused: readonly Complaint[];
}

/** Some slips show only when others are mended: a field is judged once its name is right. */
const MOST_ROUNDS = 8;

async function repair(bytes: Uint8Array, file: LedgerFile, look: Look): Promise<Repaired> {
  const refused = new Map<string, Complaint>();
  let { document, findings } = await look(bytes, file);
  let made = 0;
  for (let round = 0; round < MOST_ROUNDS && document !== undefined; round += 1) {
    const edits = editsOf(findings).filter((edit) => !refused.has(JSON.stringify(edit)));
    if (edits.length === 0) break;
    const step = await makeEdits(document, edits);
    for (const [edit, reason] of step.refused) refused.set(JSON.stringify(edit), byHand(file, edit, reason));
    if (step.made === 0) break;
    made += step.made;
    ({ document, findings } = await look(step.document, file));
  }
  const after = document === undefined ? bytes : encodeText(document.text, bytes);
  return { file, before: bytes, after, made, refused: [...refused.values()] };
}

interface Step {
  readonly document: YamlDocument;
  readonly made: number;
  readonly refused: ReadonlyMap<Edit, Text>;
}

/** All at once; where the text is written in a way that does not allow one of them, one by one. */
async function makeEdits(document: YamlDocument, edits: readonly Edit[]): Promise<Step> {
  const { editYaml } = await import('../../source/yaml-editor.ts');
  const whole = await editYaml(document, edits);
  if (!('refusal' in whole)) return { document: whole.document, made: edits.length, refused: new Map() };
  const refused = new Map<Edit, Text>();
  let reached = document;
  for (const edit of edits) {
    const edited = await editYaml(reached, [edit]);
    if ('refusal' in edited) refused.set(edit, edited.refusal);
    else reached = edited.document;
  }
  return { document: reached, made: edits.length - refused.size, refused };
}

/**
 * What findings ask to be edited, each once, in an order in which no edit moves the place of a later one: values, names
 * from the deepest up, items from the last back. A value inside of another that changes waits for the next round.
 */
function editsOf(findings: readonly LocatedFinding[]): readonly Edit[] {
  const asked = findings.flatMap(({ fix, waived }) => (waived === undefined ? (fix?.edits ?? []) : []));
  const byPlace = new Map(asked.map((edit) => [JSON.stringify(edit.path), edit]));
  const outermost = [...byPlace.values()].filter(
    ({ path }) => !path.some((_, at) => at > 0 && byPlace.has(JSON.stringify(path.slice(0, at)))),
  );
  return outermost.map(toEdit).toSorted((one, other) => rankOf(one) - rankOf(other) || compareWithin(one, other));
}

function toEdit({ path, value, key }: FixEdit): Edit {
  const holder = path.slice(0, -1);
  const step = path.at(-1) ?? '';
  if (value !== undefined) return { kind: 'replace', path, value };
  if (key !== undefined) return { kind: 'rename-field', path: holder, field: String(step), to: key };
  if (typeof step === 'number') return { kind: 'remove-item', path: holder, at: step };
  return { kind: 'remove-field', path: holder, field: step };
}

const RANKS: readonly Edit['kind'][] = ['replace', 'remove-field', 'rename-field', 'remove-item'];

function rankOf({ kind }: Edit): number {
  return RANKS.indexOf(kind);
}

function compareWithin(one: Edit, other: Edit): number {
  if (one.kind === 'rename-field' && other.kind === 'rename-field') return other.path.length - one.path.length;
  return one.kind === 'remove-item' && other.kind === 'remove-item' ? other.at - one.at : 0;
}

function byHand({ shown }: LedgerFile, edit: Edit, what: Text): Complaint {
  return {
    where: `${shown}  ${formatPath(placeOf(edit))}`,
    what,
    remedy: { zh: '照问题中所说的改。', en: 'Change it as the finding says.' },
  };
}

function placeOf(edit: Edit): DataPath {
  if (!('path' in edit)) return [edit.list];
  if (edit.kind === 'remove-item') return [...edit.path, edit.at];
  return 'field' in edit ? [...edit.path, edit.field] : edit.path;
}

async function diffOf({ file, before, after }: Repaired): Promise<string> {
  const { unifiedDiff } = await import('../../source/unified-diff.ts');
  return unifiedDiff(file.shown, textOf(before), textOf(after));
}

async function mayWrite(
  changed: readonly Repaired[],
  { yes }: Repairing['options'],
  dialogue: Dialogue | undefined,
  { languages }: Invocation,
): Promise<boolean> {
  if (yes === true || dialogue === undefined) return yes === true;
  const names = changed.map(({ file }) => file.shown);
  // A step back from the only question is a no.
  return (
    (await confirmWriting(dialogue, names.join(languages.people === 'zh' ? '、' : ', '), languages.people)) === true
  );
}

interface Written {
  readonly written: readonly Repaired[];
  readonly unwritten: readonly Complaint[];
}

/** One ledger after the other; one that cannot be written keeps none of the others from it. */
async function writeAll(changed: readonly Repaired[], look: Look, { io }: Invocation): Promise<Written> {
  const written: Repaired[] = [];
  const unwritten: Complaint[] = [];
  for (const planned of changed) {
    let done = planned;
    const change = async (bytes: Uint8Array): Promise<Uint8Array> => {
      if (!areEqual(bytes, planned.before)) done = await repair(bytes, planned.file, look);
      return done.after;
    };
    try {
      await io.files.update(planned.file.path, change);
      written.push(done);
    } catch (error) {
      unwritten.push(refusedOutput(planned.file.shown, error));
    }
  }
  return { written, unwritten };
}

async function tell(
  repaired: readonly Repaired[],
  outcome: Recorded['outcome'],
  { io, languages }: Invocation,
): Promise<void> {
  const { renderRepaired } = await import('../../reporters/register/recorded.ts');
  const rows = repaired.map(({ file, made }) => ({ file: file.shown, made }));
  await io.stderr.write(renderRepaired(rows, outcome, await styleOnStderr(languages.people, io)));
}
