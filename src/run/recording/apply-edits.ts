/** From a plan to the bytes that will be written. */
import { type Complaint, Refusal } from '../../command-line/complaint.ts';
import { applyAllToData, type Edit } from '../../domain/edit.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import { type DataPath, formatPath } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { printableLines } from '../../reporters/writing/printable.ts';
import { findRule } from '../../rules/catalogue.ts';
import { markOf } from '../../source/decode-text.ts';
import type { Edited, Patch } from '../../source/yaml-editor.ts';
import { ledgerFrom } from '../ledger-from.ts';
import type { OpenLedger } from './open-ledger.ts';

/** What a command is about to do to a ledger. */
export interface Plan {
  /** None where all is recorded already. */
  readonly edits: readonly Edit[];
  /** The entry that is added or changed. */
  readonly entry: string;
  /** Where it stands afterwards. */
  readonly path: DataPath;
  readonly done: Text;
  /** The option that a field of the entry comes from, as complaints name it. */
  readonly optionOf?: ((field: string) => string | undefined) | undefined;
}

/**
 * Edits the text of a ledger; each byte that no edit means to change stays.
 *
 * @throws {Refusal} with 2 where the given values would make the ledger invalid, with 3 where its text cannot be edited
 */
export async function applyEdits(open: OpenLedger, plan: Plan): Promise<Edited> {
  const { document, file } = open;
  await refuseInvalid(open, plan);
  const { editYaml } = await import('../../source/yaml-editor.ts');
  const edited = await editYaml(document, plan.edits);
  if ('refusal' in edited) throw notEditable(file.shown, edited.refusal);
  return edited;
}

/** A file as it was read. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  /** What they say, without a BOM. */
  readonly text: string;
}

/**
 * What patches change in a file, as programmers read it, fit for a terminal; its BOM, if it has one, is a part of its first
 * line.
 */
export async function diffOf(file: string, { bytes, text }: ReadFile, patches: readonly Patch[]): Promise<string> {
  const { unifiedDiff } = await import('../../source/unified-diff.ts');
  const mark = markOf(bytes);
  const shifted = patches.map((one) => ({ ...one, start: one.start + mark.length, end: one.end + mark.length }));
  return printableLines(unifiedDiff(file, mark + text, shifted));
}

function notEditable(where: string, what: Text): Refusal {
  return new Refusal(ExitCode.noVerdict, {
    where,
    what,
    remedy: {
      zh: '请用编辑器直接修改，再运行 `ledger check`。',
      en: 'Edit the file by hand, then run `ledger check`.',
    },
  });
}

/** The ledger was valid before: whatever is wrong afterwards comes from the values that were given. */
async function refuseInvalid({ document: { data }, known }: OpenLedger, { edits, optionOf }: Plan): Promise<void> {
  const after = applyAllToData(data, edits);
  const { problems } = await ledgerFrom(after, known);
  const [first, ...others] = problems.map((problem) => complaintAbout(problem, optionOf));
  if (first !== undefined) throw new Refusal(ExitCode.usage, first, others);
}

function complaintAbout({ rule, at, message, remedy }: FileProblem, optionOf: Plan['optionOf']): Complaint {
  const path = 'path' in at ? at.path : [];
  const field = path.slice(2).find((step) => typeof step === 'string');
  const where = (field === undefined ? undefined : optionOf?.(field)) ?? field ?? formatPath(path);
  return { where, what: message, remedy: remedy ?? findRule(rule)?.remedy ?? message };
}
