/** From drafts to entries: what is there already, which ids the others get, which licences they serve. */
import { applyAllToData, type Edit } from '../../domain/edit.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { idGiver } from '../../domain/new-id.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { inOrder } from '../../run/recording/given-entry.ts';
import { takenIds } from '../../run/recording/named-entry.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import { type FindLicence, licenceFinder } from './licence-words.ts';
import { type DraftProblem, saysOtherwise } from './papers.ts';
import type { Draft } from './read-row.ts';
import { differences, samenessIn } from './sameness.ts';
import {
  type Added,
  dayOf,
  type NamedLicence,
  type Place,
  type Present,
  type Settled,
  settleLicences,
} from './settle-licences.ts';

/**
 * What the drafts bring to a ledger. Licences come first, so that contracts find them.
 *
 * @param data the file as it stands, from which the ledger was made
 */
export function settleDrafts(drafts: readonly Draft[], ledger: Ledger, data: unknown): Settled {
  const taken = new Set([...takenIds(ledger), ...drafts.flatMap(({ id }) => id ?? [])]);
  const licences = settleLicences(drafts, { ledger, data, taken });
  const resources = settleResources(
    drafts,
    { ledger, data, taken },
    licenceFinder([...namedIn(ledger), ...licences.named]),
  );
  const added = [...licences.added, ...resources.added];
  return {
    added,
    present: [...licences.present, ...resources.present],
    problems: [...licences.problems, ...resources.problems, ...findInvalid(added, data)],
  };
}

export function editsFor(added: readonly Added[]): readonly Edit[] {
  return added.flatMap(({ edits }) => edits);
}

function namedIn({ licences }: Ledger): readonly NamedLicence[] {
  return licences.map(({ id, number, services }) => ({ id, number, kinds: services.map(({ kind }) => kind) }));
}

function settleResources(drafts: readonly Draft[], { ledger, data, taken }: Place, findLicence: FindLicence): Settled {
  const sameness = samenessIn(ledger);
  const giveId = idGiver(taken);
  const added: Added[] = [];
  const present: Present[] = [];
  const problems: DraftProblem[] = [];
  let next = itemsOf(data, 'resources').length;
  for (const draft of drafts) {
    if (draft.list !== 'resources') continue;
    const known = sameness.find(draft);
    if (known !== undefined) {
      const differs = differences(draft, known);
      if (known.draft === undefined || differs.length === 0) present.push({ draft, id: known.id, differs });
      else problems.push(saysOtherwise(draft, known.draft));
      continue;
    }
    const id = draft.id ?? giveId(draft.kinds[0], dayOf(draft.fields));
    sameness.add(draft, id);
    const served = lookUp(draft, findLicence);
    problems.push(...served.problems);
    const bonds = served.serves.length === 0 ? {} : { serves: served.serves };
    const entry = inOrder({ ...draft.fields, ...bonds, id, kind: draft.kinds[0] }, 'resources');
    const edits: readonly Edit[] = [{ kind: 'append-entry', list: 'resources', entry }];
    added.push({ draft, id, edits, path: ['resources', next++], services: new Map() });
  }
  return { added, present, problems };
}

function lookUp(
  draft: Draft,
  findLicence: FindLicence,
): { readonly serves: readonly string[]; readonly problems: readonly DraftProblem[] } {
  const found = draft.serves.map((word) => findLicence(word));
  return {
    serves: [...new Set(found.filter((one) => typeof one === 'string'))],
    problems: found.flatMap((one) =>
      typeof one === 'string' ? [] : [{ draft, where: draft.placeOf('serves'), what: one.problem }],
    ),
  };
}

/** The schema has the last word: what it finds wrong with the ledger as it would be comes from these rows. */
function findInvalid(added: readonly Added[], data: unknown): readonly DraftProblem[] {
  const after = applyAllToData(data, editsFor(added));
  const byPlace = new Map(added.map((one) => [one.path.join(' '), one]));
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

function explain({ message, remedy }: FileProblem, draft: Draft, field: string): DraftProblem {
  const what =
    remedy === undefined ? message : { zh: `${message.zh}。${remedy.zh}`, en: `${message.en}. ${remedy.en}` };
  return { draft, where: draft.placeOf(field), what };
}
