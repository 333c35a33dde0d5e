/** From rows to entries: what is there already, which ids the others get, which licences they serve. */
import { applyAllToData, type Edit } from '../../domain/edit.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { allEntries } from '../../run/recording/named-entry.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { soundLedger } from '../../schema/sound-ledger.ts';
import type { Draft, SheetRow } from './draft.ts';
import { licenceFinder, type NamedLicence } from './licence-words.ts';
import { type OtherRow, settleOthers } from './other-sheets.ts';
import type { DraftProblem } from './papers.ts';
import { type Place, type Settled, settleLicences } from './settle-licences.ts';
import { settleResources } from './settle-resources.ts';

/** What the drafts bring to a ledger. Licences come first, so that contracts find them. */
export function settleDrafts(
  drafts: readonly Draft[],
  others: readonly OtherRow[],
  given: Omit<Place, 'taken'>,
): Settled {
  const { ledger } = given;
  const taken = new Set([...allEntries(ledger).map(({ entry }) => entry.id), ...drafts.flatMap(({ id }) => id ?? [])]);
  const place = { ...given, taken };
  const licences = settleLicences(drafts, place);
  const finder = licenceFinder([...namedIn(ledger), ...licences.named]);
  const resources = settleResources(drafts, place, finder);
  const rest = settleOthers(others, place);
  const settled = {
    added: [...licences.added, ...resources.added, ...rest.added],
    present: [...licences.present, ...resources.present, ...rest.present],
  };
  return { ...settled, problems: [...licences.problems, ...resources.problems, ...findInvalid(settled, given)] };
}

/** New entries first: what is added to lists is one cut each. */
export function editsFor({ added, present }: Pick<Settled, 'added' | 'present'>): readonly Edit[] {
  return [...added, ...present].flatMap(({ edits }) => edits);
}

function namedIn({ licences }: Ledger): readonly NamedLicence[] {
  return licences.map(({ id, number, services }) => ({ id, number, kinds: services.map(({ kind }) => kind) }));
}

/** The schema has the last word: what it finds wrong with the ledger as it would be comes from these rows. */
function findInvalid(
  settled: Pick<Settled, 'added' | 'present'>,
  { data, known }: Pick<Place, 'data' | 'known'>,
): readonly DraftProblem[] {
  const edits = editsFor(settled);
  if (edits.length === 0) return [];
  const after = applyAllToData(data, edits);
  if (soundLedger(after, catalogue.kinds, known) !== undefined) return [];
  const changed = settled.present.flatMap(({ draft, edits: [edit] }) =>
    edit === undefined || !('path' in edit)
      ? []
      : [{ draft, path: edit.path.slice(0, 2), services: new Map<number, SheetRow>() }],
  );
  const byPlace = new Map([...changed, ...settled.added].map((one) => [one.path.join(' '), one]));
  return parseLedger(after, catalogue.kinds).problems.flatMap((problem) => {
    const path = 'path' in problem.at ? problem.at.path : [];
    const [list, at, field, index, below] = path;
    const one = byPlace.get(`${list} ${at}`);
    if (one === undefined) return [];
    const service = field === 'services' && typeof index === 'number' ? one.services.get(index) : undefined;
    const named = service === undefined ? field : below;
    return [explain(problem, service ?? one.draft, typeof named === 'string' ? named : 'id')];
  });
}

function explain({ message, remedy }: FileProblem, draft: SheetRow, field: string): DraftProblem {
  const what =
    remedy === undefined ? message : { zh: `${message.zh}。${remedy.zh}`, en: `${message.en}. ${remedy.en}` };
  return { draft, where: draft.placeOf(field), what };
}
