/** `check --fix`: makes the edits of findings, in as many ledgers as the run has. What is not certain has no edits. */
import { type Complaint, renderNotice, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/options.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { Edit } from '../../domain/edit.ts';
import { type DataPath, formatPath } from '../../domain/ledger.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Recorded } from '../../reporters/register/recorded.ts';
import { patchBytes } from '../../source/decode-text.ts';
import type { Patch } from '../../source/yaml-editor.ts';
import type { YamlDocument } from '../../source/yaml-reader.ts';
import { styleOnStderr } from '../destinations.ts';
import type { LedgerFile } from '../find-ledgers.ts';
import { diffOf, type ReadFile } from './apply-edits.ts';
import { confirmWriting } from './confirm.ts';
import { assertMayWrite, tellDeclined } from './record-edits.ts';
import { repairText } from './repair-text.ts';

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
  const diffs = await Promise.all(changed.map(({ file, before, patches }) => diffOf(file.shown, before, patches)));
  if (options.dryRun === true) {
    await io.stdout.write(diffs.join(''));
    await tell(changed, 'dry-run', invocation);
    await tellComplaints(complaints, io, languages.people);
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
  await tellComplaints(unwritten, io, languages.people);
  return { isWhole: unwritten.length === 0 };
}

/** A ledger with what can be put right in it. */
export interface Repaired {
  readonly file: LedgerFile;
  readonly before: ReadFile;
  readonly after: Uint8Array;
  /** What is cut, behind the BOM if there is one. */
  readonly patches: readonly Patch[];
  /** How many edits were made. */
  readonly made: number;
  /** Places that are written in a way that only a person should change. */
  readonly refused: readonly Complaint[];
}

async function repair(bytes: Uint8Array, file: LedgerFile, look: Look): Promise<Repaired> {
  const first = await look(bytes, file);
  const before = { bytes, text: first.document?.text ?? '' };
  if (first.document === undefined) return { file, before, after: bytes, patches: [], made: 0, refused: [] };
  const { patches, made, refused } = await repairText(first.document, first.findings, async (text) => {
    const { findings } = await look(text, file);
    return findings;
  });
  const complaints = [...refused].map(([edit, reason]) => byHand(file, edit, reason));
  return { file, before, after: patchBytes(bytes, before.text, patches), patches, made, refused: complaints };
}

function byHand({ shown }: LedgerFile, edit: Edit, what: Text): Complaint {
  return {
    where: `${shown}  ${formatPath(placeOf(edit))}`,
    what,
    remedy: { zh: '按问题中的说明修改。', en: 'Change it as the finding describes.' },
  };
}

function placeOf(edit: Edit): DataPath {
  if (!('path' in edit)) return [edit.list];
  if (edit.kind === 'remove-item') return [...edit.path, edit.at];
  return 'field' in edit ? [...edit.path, edit.field] : edit.path;
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
    const planAgain = async (bytes: Uint8Array): Promise<Uint8Array> => {
      done = await repair(bytes, planned.file, look);
      return done.after;
    };
    try {
      await io.files.update(planned.file.path, { before: planned.before.bytes, after: planned.after, planAgain });
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
