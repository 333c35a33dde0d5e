/** What a row says otherwise than the ledger. */
import type { Edit, Plain, PlainMapping } from '../../domain/edit.ts';
import type { DataPath, Ledger, Licence } from '../../domain/ledger.ts';
import type { Field } from '../../fields/field.ts';
import { plainValue } from '../../reporters/register/values.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { isPlain } from '../../run/recording/given-entry.ts';
import { plainNumber } from '../../run/recording/named-entry.ts';
import type { CellPlace } from '../../spreadsheet/sheet.ts';
import type { Draft, SheetRow } from './draft.ts';
import { type DraftProblem, type PaperDraft, textIn } from './papers.ts';

/** A licence with its place in the list. */
export interface PlacedLicence {
  readonly licence: Licence;
  readonly at: number;
}

/** The licence of the ledger that a paper is: by its id, else by its number. */
export function licencesIn({ licences }: Ledger): (paper: PaperDraft) => PlacedLicence | undefined {
  const byId = new Map<string, PlacedLicence>();
  const byNumber = new Map<string, PlacedLicence>();
  for (const [at, licence] of licences.entries()) {
    const { id, number } = licence;
    byId.set(id, { licence, at });
    if (number !== undefined && !byNumber.has(plainNumber(number))) byNumber.set(plainNumber(number), { licence, at });
  }
  return ({ id, fields }) => byId.get(id ?? '') ?? byNumber.get(plainNumber(textIn(fields, 'number') ?? ''));
}

/** A field in which a row differs from the ledger. */
export interface Change {
  readonly field: Field;
  /** Undefined where nothing is recorded. */
  readonly before: Plain | undefined;
  readonly after: Plain;
  readonly where: CellPlace;
  /** Of the mapping that has the field. */
  readonly path: DataPath;
}

/** The change of the last day, where the ledger has one. */
export function endChange(changes: readonly Change[]): Change | undefined {
  return changes.find(({ field, before }) => field.key === 'expires' && before !== undefined);
}

/**
 * The fields of a row that the ledger has otherwise. A cell that is empty says nothing.
 *
 * @param entry what the ledger has
 * @param path where that stands
 */
export function changesOf(
  given: PlainMapping,
  entry: object,
  fields: readonly Field[],
  { path, placeOf }: { readonly path: DataPath; readonly placeOf: Draft['placeOf'] },
): readonly Change[] {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  return fields.flatMap((field): readonly Change[] => {
    const { key, shape } = field;
    const after = Object.hasOwn(given, key) ? given[key] : undefined;
    const old = plainValue(values[key], shape, catalogue.kinds);
    const before = old !== undefined && isPlain(old) ? old : undefined;
    if (after === undefined || saysNoMore(after, before, field)) return [];
    return [{ field, before, after, where: placeOf(key), path }];
  });
}

/** Of a mapping the keys that the row has count; notes may have grown in the ledger. */
function saysNoMore(after: Plain, before: Plain | undefined, { key, shape }: Field): boolean {
  if (JSON.stringify(after) === JSON.stringify(before)) return true;
  if (shape.type === 'list' && Array.isArray(after) && Array.isArray(before)) {
    const texts = new Set(before.map((one) => JSON.stringify(one)));
    return after.length === before.length && after.every((one) => texts.has(JSON.stringify(one)));
  }
  if (shape.type === 'mapping' && isMapping(after) && isMapping(before)) {
    return Object.entries(after).every(([one, value]) => JSON.stringify(before[one]) === JSON.stringify(value));
  }
  return key === 'notes' && typeof before === 'string' && typeof after === 'string' && before.includes(after);
}

function isMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What makes the ledger say what the row says. */
export function editsOfChange({ field: { key, shape }, before, after, path }: Change): readonly Edit[] {
  const set: Edit = { kind: 'set-field', path, field: key, value: after };
  // A record is told whole: of `applied` and `declined` one goes where the other comes.
  return shape.type === 'record' && before !== undefined ? [{ kind: 'remove-field', path, field: key }, set] : [set];
}

/** Whether a change of the last day makes it later. */
export function isLaterEnd({ before, after }: Change): boolean {
  if (before === 'never') return false;
  return after === 'never' || (typeof after === 'string' && typeof before === 'string' && after > before);
}

/** An earlier end is no renewal. */
export function notLater(draft: SheetRow, { before, after, where }: Change): DraftProblem {
  return {
    draft,
    where,
    what: {
      zh: `到期日${inWords(after)}不晚于台账中的${inWords(before ?? '')}，不是续签。用\`--as correction\``,
      en: `the last day ${inWords(after)} is not later than ${inWords(before ?? '')} in the ledger, so this is not a renewal. Use \`--as correction\``,
    },
  };
}

/** A value of a field, as the ledger writes it. */
export function inWords(value: Plain): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
