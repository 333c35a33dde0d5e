/** Entries that the command line names. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { indexFor } from '../../domain/check.ts';
import type { System } from '../../domain/company.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import {
  type DataPath,
  type GrantedService,
  type Ledger,
  type Licence,
  type Resource,
  serviceName,
} from '../../domain/ledger.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { TakenIds } from '../../domain/new-id.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { kindNamed } from './kinds.ts';

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
export function takenIds(ledger: Ledger): TakenIds {
  const index = indexFor(ledger, catalogue);
  return { has: (id) => index.pathOf(id) !== undefined };
}

/**
 * The entry of that id; a licence also by its number.
 *
 * @throws {Refusal} where the ledger has no such entry, or one of another sort
 */
export function entryNamed<Wanted extends Sort>(
  word: string,
  wanted: readonly Wanted[],
  ledger: Ledger,
): Extract<NamedEntry, { readonly of: Wanted }> {
  const entries = allEntries(ledger);
  const id = idNamed(word, ledger.licences);
  const found = entries.find(({ entry }) => entry.id === id);
  if (found !== undefined && isWanted(found, wanted)) return found;
  if (found !== undefined) throw otherSort(id, found.of, wanted);
  const candidates = entries.filter((one) => isWanted(one, wanted)).map(({ entry }) => entry.id);
  throw unknownEntry(word, wanted, candidates);
}

/** The id of the licence with that number; the word itself where there is none. */
export function idNamed(word: string, licences: readonly Licence[]): string {
  return licenceNumbered(word, licences)?.id ?? word;
}

/** The licence with a number, however it is spaced. */
export function licenceNumbered(number: string, licences: readonly Licence[]): Licence | undefined {
  const wanted = plainNumber(number);
  return licences.find((licence) => licence.number !== undefined && plainNumber(licence.number) === wanted);
}

/** A number of a paper as it is compared: however it is spaced. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').replaceAll(/\s/gu, '');
}

/**
 * `ID` or `ID/KIND` by whatever people call them: the number of a licence for its id, any word for a kind, and the kind alone
 * where one licence has it. A word that is nothing of this stays as it is.
 */
export function servedNamed(word: string, { licences }: Ledger): string {
  if (licences.some(({ id }) => id === word)) return word;
  const whole = licenceNumbered(word, licences);
  if (whole !== undefined) return whole.id;
  const at = word.lastIndexOf('/');
  if (at !== -1) {
    const kind = word.slice(at + 1);
    return `${idNamed(word.slice(0, at), licences)}/${kindNamed(kind)?.kind ?? kind}`;
  }
  const kind = kindNamed(word)?.kind;
  const [only, another] = licences.filter(({ services }) => services.some((service) => service.kind === kind));
  if (only === undefined || another !== undefined) return word;
  return only.services.length === 1 ? only.id : serviceName({ licence: only, service: { kind: kind ?? '' } });
}

/** An entry whose licences are named in other words than by their ids. */
export function withServed(fields: PlainMapping, ledger: Ledger): PlainMapping {
  const { serves } = fields;
  if (!Array.isArray(serves)) return fields;
  return { ...fields, serves: serves.map((word) => (typeof word === 'string' ? servedNamed(word, ledger) : word)) };
}

/** A service with its licence, and where the fields of both stand. */
export interface NamedService extends GrantedService {
  /** Of the licence. */
  readonly paper: DataPath;
  /** Of the mapping that has the fields of the service. */
  readonly path: DataPath;
}

/**
 * `ID/KIND`, or `ID` where the licence has one service.
 *
 * @throws {Refusal} where there is no such service, or several may be meant
 */
export function serviceNamed(word: string, ledger: Ledger): NamedService {
  const name = servedNamed(word, ledger);
  const [id = '', kind] = name.split('/');
  const { entry: licence, path: paper } = entryNamed(id, ['licence'], ledger);
  const [only, another] = licence.services;
  const service =
    kind === undefined && another === undefined ? only : licence.services.find((one) => one.kind === kind);
  if (service === undefined) throw unknownService(name, licence);
  const at = licence.services.indexOf(service);
  return { licence, service, paper, path: licence.isShort ? paper : [...paper, 'services', at] };
}

function unknownService(name: string, licence: Licence): Refusal {
  const names = licence.services.map((service) => serviceName({ licence, service }));
  const isNamed = name.includes('/');
  return usageError({
    where: name,
    what: isNamed
      ? { zh: `许可证${licence.id}没有这项业务`, en: `the licence ${licence.id} has no such service` }
      : {
          zh: `许可证${licence.id}有${names.length}项业务`,
          en: `the licence ${licence.id} has ${names.length} services`,
        },
    remedy: (isNamed ? didYouMean(nearest(name, names)) : undefined) ?? {
      zh: `写明是哪一项：${names.join('、')}。`,
      en: `Say which one: ${names.join(', ')}.`,
    },
  });
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
