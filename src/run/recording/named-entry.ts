/** Entries that the command line names. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { DataPath, Ledger, Licence, Resource, System } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { didYouMean, nearest } from '../../schema/did-you-mean.ts';

export type NamedEntry =
  | { readonly of: 'licence'; readonly entry: Licence; readonly path: DataPath }
  | { readonly of: 'resource'; readonly entry: Resource; readonly path: DataPath }
  | { readonly of: 'system'; readonly entry: System; readonly path: DataPath };

type Sort = NamedEntry['of'];

const SORTS: Readonly<Record<Sort, Text>> = {
  licence: { zh: '许可证', en: 'licence' },
  resource: { zh: '合同或证明', en: 'contract or proof' },
  system: { zh: '系统', en: 'system' },
};

export function allEntries({ licences, resources, company }: Ledger): readonly NamedEntry[] {
  return [
    ...licences.map((entry, at) => ({ of: 'licence', entry, path: ['licences', at] }) as const),
    ...resources.map((entry, at) => ({ of: 'resource', entry, path: ['resources', at] }) as const),
    ...company.systems.map((entry, at) => ({ of: 'system', entry, path: ['company', 'systems', at] }) as const),
  ];
}

/** Every id that an entry may not take any more. */
export function takenIds(ledger: Ledger): ReadonlySet<string> {
  return new Set(allEntries(ledger).map(({ entry }) => entry.id));
}

/** @throws {Refusal} where the ledger has no such entry, or one of another sort */
export function entryNamed<Wanted extends Sort>(
  id: string,
  wanted: readonly Wanted[],
  ledger: Ledger,
): Extract<NamedEntry, { readonly of: Wanted }> {
  const entries = allEntries(ledger);
  const found = entries.find(({ entry }) => entry.id === id);
  if (found !== undefined && isWanted(found, wanted)) return found;
  if (found !== undefined) throw otherSort(id, found.of, wanted);
  const candidates = entries.filter((one) => isWanted(one, wanted)).map(({ entry }) => entry.id);
  throw unknownEntry(id, wanted, candidates);
}

function isWanted<Wanted extends Sort>(
  one: NamedEntry,
  wanted: readonly Wanted[],
): one is Extract<NamedEntry, { readonly of: Wanted }> {
  return wanted.some((sort) => sort === one.of);
}

function unknownEntry(id: string, wanted: readonly Sort[], candidates: readonly string[]): Refusal {
  const name = namesOf(wanted);
  return usageError({
    where: id,
    what: { zh: `台账中没有编号为${id}的${name.zh}`, en: `the ledger has no ${name.en} ${id}` },
    remedy: didYouMean(nearest(id, candidates)) ?? listOf(candidates, name),
  });
}

const MOST_LISTED = 12;

function listOf(candidates: readonly string[], name: Text): Text {
  if (candidates.length === 0) return { zh: `台账中还没有${name.zh}。`, en: `The ledger has no ${name.en} yet.` };
  const more = candidates.length > MOST_LISTED ? ' …' : '';
  const shown = candidates.slice(0, MOST_LISTED);
  return { zh: `可用的编号：${shown.join('、')}${more}。`, en: `Choose one of ${shown.join(', ')}${more}.` };
}

function otherSort(id: string, is: Sort, wanted: readonly Sort[]): Refusal {
  const name = namesOf(wanted);
  return usageError({
    where: id,
    what: { zh: `${id}是${SORTS[is].zh}，不是${name.zh}`, en: `${id} is a ${SORTS[is].en}, not a ${name.en}` },
    remedy: { zh: '请核对编号。', en: 'Check the id.' },
  });
}

function namesOf(sorts: readonly Sort[]): Text {
  return {
    zh: sorts.map((sort) => SORTS[sort].zh).join('、'),
    en: sorts.map((sort) => SORTS[sort].en).join(' or '),
  };
}
