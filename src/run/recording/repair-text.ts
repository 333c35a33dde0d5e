/** The edits of findings, made in a text that was read. What is not certain has none. */
import type { Edit } from '../../domain/edit.ts';
import type { FixEdit } from '../../domain/finding.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import type { Text } from '../../domain/text.ts';
import { oneAfterOther } from '../../source/text-changes.ts';
import type { Edited } from '../../source/yaml-editor.ts';
import type { YamlDocument } from '../../source/yaml-reader.ts';

export interface RepairedText extends Edited {
  /** How many edits were made. */
  readonly made: number;
  /** Places that are written in a way that only a person should change. */
  readonly refused: ReadonlyMap<Edit, Text>;
}

/** Some slips show only when others are mended: a field is judged once its name is right. */
const MOST_ROUNDS = 8;

/** Makes the edits of findings, round after round, as long as there are any. @param look finds what is found in the edited text */
export async function repairText(
  document: YamlDocument,
  findings: readonly LocatedFinding[],
  look: (document: YamlDocument) => Promise<readonly LocatedFinding[]>,
): Promise<RepairedText> {
  const refused = new Map<string, readonly [Edit, Text]>();
  let reached: Edited = { document, patches: [] };
  let [found, made] = [findings, 0];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = editsOf(found).filter((edit) => !refused.has(JSON.stringify(edit)));
    if (edits.length === 0) break;
    const step = await makeEdits(reached.document, edits);
    for (const [edit, reason] of step.refused) refused.set(JSON.stringify(edit), [edit, reason]);
    if (step.made === 0) break;
    made += step.made;
    reached = { document: step.document, patches: oneAfterOther(reached.patches, step.patches) };
    found = await look(reached.document);
  }
  return { ...reached, made, refused: new Map(refused.values()) };
}

/** The edits of one finding alone, once. */
export async function repairFinding(document: YamlDocument, finding: LocatedFinding): Promise<RepairedText> {
  return makeEdits(document, editsOf([finding]));
}

/** All at once; where the text is written in a way that does not allow one of them, half of them after the other. */
async function makeEdits(document: YamlDocument, edits: readonly Edit[]): Promise<RepairedText> {
  const { editYaml } = await import('../../source/yaml-editor.ts');
  const whole = await editYaml(document, edits);
  if (!('refusal' in whole)) return { ...whole, made: edits.length, refused: new Map() };
  const [edit, another] = edits;
  if (edit === undefined) return { document, patches: [], made: 0, refused: new Map() };
  if (another === undefined) return { document, patches: [], made: 0, refused: new Map([[edit, whole.refusal]]) };
  const half = edits.length >>> 1;
  const first = await makeEdits(document, edits.slice(0, half));
  const second = await makeEdits(first.document, edits.slice(half));
  return {
    document: second.document,
    patches: oneAfterOther(first.patches, second.patches),
    made: first.made + second.made,
    refused: new Map([...first.refused, ...second.refused]),
  };
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
