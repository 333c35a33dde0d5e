/** The contracts of a sheet: those that are new, those that are known, and what continues what. */
import { addDays, type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import { renewsItself } from '../../domain/cover.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import { idGiver, successorId } from '../../domain/new-id.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn } from '../../fields/uses.ts';
import { inOrder, withoutAbsent } from '../../run/recording/given-entry.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import type { Draft } from './draft.ts';
import { contractsIn, dayIn, type Known } from './known-contracts.ts';
import type { FindLicence } from './licence-words.ts';
import { type DraftProblem, saysOtherwise, textIn } from './papers.ts';
import { changesOf, editsOfChange, endChange, isLaterEnd, notLater } from './sameness.ts';
import { type Added, dayOf, type Place, type Present, type Settled } from './settle-licences.ts';

/** @param findLicence licences of the ledger and of the sheet */
export function settleResources(drafts: readonly Draft[], place: Place, findLicence: FindLicence): Settled {
  const { ledger, data, taken } = place;
  const contracts = contractsIn(ledger);
  const giveId = idGiver(taken);
  const fresh: NewResource[] = [];
  const present: Present[] = [];
  const problems: DraftProblem[] = [];
  for (const draft of drafts) {
    if (draft.list !== 'resources') continue;
    const { serves, problems: unknown } = lookUp(draft, findLicence);
    problems.push(...unknown);
    const fields: PlainMapping = serves.length === 0 ? draft.fields : { ...draft.fields, serves };
    const known = contracts.find(draft);
    if (known === undefined) {
      const id = draft.id ?? giveId(draft.kinds[0], dayOf(fields));
      contracts.add(draft, id);
      fresh.push({ draft, id, fields });
    } else if (known.entry !== undefined) {
      const one = knownResource({ draft, id: known.id, fields }, known.entry, place);
      if ('next' in one) fresh.push(one.next);
      present.push(one.present);
      problems.push(...one.problems);
    } else if (isSame(fields, known, draft)) {
      present.push({ draft, id: known.id, changes: [], edits: [], isUndecided: false });
    } else if (known.draft !== undefined) {
      problems.push(saysOtherwise(draft, known.draft));
    }
  }
  const first = itemsOf(data, 'resources').length;
  const added = chained(fresh, ledger).map(({ draft, id, fields }, at): Added => {
    const entry = inOrder({ ...fields, id, kind: draft.kinds[0] }, 'resources');
    const edits = [{ kind: 'append-entry', list: 'resources', entry } as const];
    return { draft, id, edits, path: ['resources', first + at], services: new Map() };
  });
  return { added, present, problems };
}

interface NewResource {
  readonly draft: Draft;
  readonly id: string;
  readonly fields: PlainMapping;
}

/** Two rows of one contract say the same, or one of them says less. */
function isSame(fields: PlainMapping, { kind, values, draft }: Known, { kinds }: Draft): boolean {
  const other: PlainMapping = draft === undefined ? values : draft.fields;
  return (
    kinds[0] === kind &&
    COMPARED.every((key) => {
      const [one, two] = [fields[key], other[key]];
      return one === undefined || two === undefined || JSON.stringify(one) === JSON.stringify(two);
    })
  );
}

const COMPARED = ['title', 'provider', 'starts', 'expires', 'ended', 'renew'] as const;

interface KnownResource {
  readonly present: Present;
  readonly problems: readonly DraftProblem[];
}

/** A row of a contract that the ledger has. A later end may be a renewal: then the contract is followed by another. */
function knownResource(
  row: NewResource,
  { resource, at }: NonNullable<Known['entry']>,
  { today, update, meaningOf, taken }: Place,
): KnownResource | (KnownResource & { readonly next: NewResource }) {
  const { draft, id } = row;
  const path = ['resources', at];
  const given = { ...row.fields, kind: draft.kinds[0] };
  const changes = changesOf(given, resource, fieldsIn(resourceFields), { path, placeOf: draft.placeOf });
  const present: Present = { draft, id, changes, edits: [], isUndecided: false };
  const end = endChange(changes);
  if (!update || changes.length === 0) return { present, problems: [] };
  if (end === undefined) return { present: corrected(present), problems: [] };
  const asked = meaningOf(draft);
  const isLater = isLaterEnd(end);
  if (asked === 'renewal' && !isLater) return { present, problems: [notLater(draft, end)] };
  const meaning = isLater ? asked : 'correction';
  if (meaning === undefined) return { present: { ...present, isUndecided: true }, problems: [] };
  if (meaning === 'correction') return { present: corrected(present), problems: [] };
  const next = successorOf(row, resource, today, taken);
  return { present: { ...present, follower: next.id }, next, problems: [] };
}

function corrected(present: Present): Present {
  return { ...present, edits: present.changes.flatMap(editsOfChange) };
}

/** What `renew` would make of it, with what the row says. */
function successorOf(
  { draft, fields }: NewResource,
  old: Resource,
  today: CalendarDay,
  taken: Set<string>,
): NewResource {
  const end = old.ended ?? old.expires;
  const starts = dayIn(fields, 'starts');
  const first = starts !== undefined && starts > end ? starts : addDays(end === FOREVER ? today : end, 1);
  const id = successorId(old.id, first, taken);
  taken.add(id);
  const carried = withoutAbsent({
    title: old.title,
    provider: old.provider,
    serves: old.serves.length === 0 ? undefined : old.serves,
    warnWithin: old.warnWithin,
    owner: old.owner,
    registrant: old.registrant,
    allocates: old.allocates,
  });
  return { draft, id, fields: { ...carried, ...fields, starts: formatDay(first), follows: old.id } };
}

interface Term {
  readonly id: string;
  readonly fields: PlainMapping;
  readonly isOpen: boolean;
}

/**
 * Terms of one contract that touch follow each other: the same kind, title and other party, and the later one serves all
 * that the earlier one serves. A table that has a column for it says so itself.
 */
function chained(fresh: readonly NewResource[], { resources }: Ledger): readonly NewResource[] {
  const followed = new Set(resources.flatMap(({ follows }) => follows ?? []));
  for (const { fields } of fresh) followed.add(textIn(fields, 'follows') ?? '');
  const terms = new Map<string, Term[]>();
  const know = (term: Term, kind: string): void => {
    const end = dayIn(term.fields, 'expires');
    if (end === undefined || end === FOREVER || !term.isOpen || followed.has(term.id)) return;
    const key = termKey(kind, term.fields, end);
    const known = terms.get(key);
    if (known === undefined) terms.set(key, [term]);
    else known.push(term);
  };
  for (const resource of resources) know(termOf(resource), resource.kind);
  for (const { draft, id, fields } of fresh) {
    const isOpen = fields['ended'] === undefined && fields['autoRenew'] === undefined;
    know({ id, fields, isOpen }, draft.kinds[0]);
  }
  return fresh.map((one) => {
    const { draft, fields } = one;
    const starts = dayIn(fields, 'starts');
    if (starts === undefined || draft.saysWhatItFollows || fields['follows'] !== undefined) return one;
    const [before, another] = terms.get(termKey(draft.kinds[0], fields, addDays(starts, -1))) ?? [];
    if (before === undefined || another !== undefined || followed.has(before.id)) return one;
    if (textIn(fields, 'title') === undefined || !servesAll(fields['serves'], before.fields['serves'])) return one;
    followed.add(before.id);
    return { ...one, fields: { ...fields, follows: before.id } };
  });
}

function termOf(resource: Resource): Term {
  const { id, title, provider, serves, expires, ended } = resource;
  const fields = withoutAbsent({ title, provider, serves, expires: formatDay(expires) });
  return { id, fields, isOpen: ended === undefined && !renewsItself(resource) };
}

function termKey(kind: string, { title, provider }: PlainMapping, end: CalendarDay): string {
  return JSON.stringify([kind, title, provider ?? null, end]);
}

function servesAll(served: Plain | undefined, needed: Plain | undefined): boolean {
  if (!Array.isArray(needed)) return true;
  const names = new Set<unknown>(Array.isArray(served) ? served : []);
  return needed.every((one) => names.has(one));
}

function lookUp(
  draft: Draft,
  findLicence: FindLicence,
): { readonly serves: readonly string[]; readonly problems: readonly DraftProblem[] } {
  const serves = new Set<string>();
  const problems: DraftProblem[] = [];
  for (const word of draft.serves) {
    const found = findLicence(word);
    if ('problem' in found) problems.push({ draft, where: draft.placeOf('serves'), what: found.problem });
    else for (const name of found) serves.add(name);
  }
  return { serves: [...serves], problems };
}
