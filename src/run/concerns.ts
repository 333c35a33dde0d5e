/** `--owner` and `--licence`: which findings a run is about. */
import { type Refusal, usageError } from '../command-line/complaint.ts';
import { indexLedger, licenceOf } from '../domain/ledger-index.ts';
import { type Ledger, serviceName } from '../domain/ledger.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { servedNamed } from './recording/named-entry.ts';

export interface Concerns {
  /** Who answers; everybody where it is empty. */
  readonly owner: readonly string[];
  /** Licences by id or number, or single services of them; all of them where it is empty. */
  readonly licence: readonly string[];
}

/** What a finding is about, or a thing that was asked. */
interface Matter {
  readonly subject: string;
  readonly service?: string | undefined;
  /** Absent: the owner of the subject. */
  readonly owner?: string | undefined;
}

/** Whether a matter of a ledger is meant. */
export function concernsOf({ owner, licence }: Concerns, ledger: Ledger): (matter: Matter) => boolean {
  const index = indexLedger(ledger);
  const named = new Set(licence.map((word) => servedNamed(word, ledger)));
  const subjects = new Set(
    ledger.resources.flatMap(({ id, serves }) => (serves.some((name) => isNamed(name, named)) ? [id] : [])),
  );
  return (matter) => {
    const who = matter.owner ?? index.ownerOf(matter.subject) ?? ledger.policy.owner ?? '';
    const name = matter.service === undefined ? matter.subject : `${matter.subject}/${matter.service}`;
    const isOfLicence = licence.length === 0 || isNamed(name, named) || subjects.has(matter.subject);
    return isOfLicence && (owner.length === 0 || owner.includes(who));
  };
}

/** A service is meant with its whole licence, and what is asked of the licence with each of its services. */
function isNamed(name: string, named: ReadonlySet<string>): boolean {
  if (named.has(name) || named.has(licenceOf(name))) return true;
  return name === licenceOf(name) && [...named].some((one) => licenceOf(one) === name);
}

/** @throws {Refusal} for an owner or a licence that no ledger has */
export function assertConcernsExist(
  { owner, licence }: Concerns,
  loaded: readonly { readonly ledger: Ledger | undefined }[],
): void {
  const ledgers = loaded.flatMap(({ ledger }) => ledger ?? []);
  const licences = ledgers.flatMap((ledger) =>
    ledger.licences.flatMap((one) => [
      one.id,
      ...one.services.map((service) => serviceName({ licence: one, service })),
    ]),
  );
  assertOwnersExist(owner, ledgers.flatMap(ownersIn));
  const named = licence.map(
    (word) => ledgers.map((one) => servedNamed(word, one)).find((id) => licences.includes(id)) ?? word,
  );
  assertKnown('--licence', named, licences, { zh: '没有这张许可证', en: 'there is no such licence' });
}

/** Whoever answers for something in a ledger. */
export function ownersIn({ policy, licences, resources, requirements, duties }: Ledger): readonly string[] {
  return [policy, ...licences, ...resources, ...requirements, ...duties].flatMap((one) => one.owner ?? []);
}

/** @throws {Refusal} for one who answers for nothing */
export function assertOwnersExist(owners: readonly string[], known: Iterable<string>): void {
  assertKnown('--owner', owners, known, { zh: '没有这位负责人', en: 'nothing is looked after by them' });
}

function assertKnown(option: string, words: readonly string[], known: Iterable<string>, what: Text): void {
  const all = new Set(known);
  const unknown = words.find((word) => !all.has(word));
  if (unknown !== undefined) throw unknownWord(`${option} ${unknown}`, unknown, all, what);
}

/** @param where the word as it was given, with its option if it has one */
export function unknownWord(
  where: string,
  word: string,
  known: Iterable<string>,
  what: Text,
  remedy: Text = SEE_WHAT_IS_RECORDED,
): Refusal {
  return usageError({ where, what, remedy: didYouMean(nearest(word, known)) ?? remedy });
}

/** A word that should be an entry. */
export function unknownEntry(word: string, ids: Iterable<string>, what: Text): Refusal {
  return unknownWord(word, word, ids, what, SEE_ALL_ENTRIES);
}

const SEE_WHAT_IS_RECORDED: Text = {
  zh: '运行 `ledger list` 查看登记的内容。',
  en: 'Run `ledger list` to see what is recorded.',
};

const SEE_ALL_ENTRIES: Text = { zh: '运行 `ledger list` 查看全部条目。', en: 'Run `ledger list` to see them all.' };
