/** What a run is about: the rules of `--select` and `--ignore`, the findings of `--owner` and `--licence`. */
import { type Refusal, usageError } from '../command-line/complaint.ts';
import { indexLedger, licenceOf } from '../domain/ledger-index.ts';
import { type Ledger, serviceName } from '../domain/ledger.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import { isPersonNamed } from '../domain/person.ts';
import type { Text } from '../domain/text.ts';
import { allRules } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { servedNamed } from './recording/named-entry.ts';

export interface Concerns {
  /** Who answers; everybody where it is empty. */
  readonly owner: readonly string[];
  /** Licences by id or number, or single services of them; all of them where it is empty. */
  readonly licence: readonly string[];
}

/** What a run is about, in options as they were given; undefined where it is about everything. */
export function limitsOf({ select, ignore, owner, licence }: RuleChoice & Concerns): readonly string[] | undefined {
  const given = { '--select': select, '--ignore': ignore, '--owner': owner, '--licence': licence };
  const limits = Object.entries(given).flatMap(([option, words]) => words.map((word) => `${option} ${word}`));
  return limits.length === 0 ? undefined : limits;
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
  const isOwner = isPersonNamed(owner);
  const named = new Set(licence.map((word) => servedNamed(word, ledger)));
  const subjects = new Set(
    ledger.resources.flatMap(({ id, serves }) => (serves.some((name) => isNamed(name, named)) ? [id] : [])),
  );
  return (matter) => {
    const who = matter.owner ?? index.ownerOf(matter.subject) ?? ledger.policy.owner;
    const name = matter.service === undefined ? matter.subject : `${matter.subject}/${matter.service}`;
    const isOfLicence = licence.length === 0 || isNamed(name, named) || subjects.has(matter.subject);
    return isOfLicence && (owner.length === 0 || isOwner(who));
  };
}

/** A service is meant with its whole licence, and what is asked of the licence with each of its services. */
function isNamed(name: string, named: ReadonlySet<string>): boolean {
  if (named.has(name) || named.has(licenceOf(name))) return true;
  return name === licenceOf(name) && [...named].some((one) => licenceOf(one) === name);
}

/** What the options of a run may name in a ledger. It can be sent to another thread. */
export interface NamesIn {
  /** Of its own. */
  readonly rules: readonly string[];
  readonly owners: readonly string[];
  /** Licences and their services, by id. */
  readonly licences: readonly string[];
  /** What each word of `--licence` means there. */
  readonly meant: readonly string[];
}

export function namesIn(ledger: Ledger | undefined, { owner, licence }: Concerns): NamesIn {
  if (ledger === undefined) return { rules: [], owners: [], licences: [], meant: [] };
  const licences = ledger.licences.flatMap((one) => [
    one.id,
    ...one.services.map((service) => serviceName({ licence: one, service })),
  ]);
  return {
    rules: ownRules(ledger).map(({ id }) => id),
    owners: owner.length === 0 ? [] : ownersIn(ledger),
    licences: licence.length === 0 ? [] : licences,
    meant: licence.map((word) => servedNamed(word, ledger)),
  };
}

/** @throws {Refusal} for a word that names nothing, as far as that is known where not all could be read */
export function assertPartExists(part: RuleChoice & Concerns, names: readonly NamesIn[], isWhole: boolean): void {
  if (part.select.length + part.ignore.length > 0) {
    const rules = [...allRules().map(({ id }) => id), ...names.flatMap((one) => one.rules)];
    assertRulesExist(part, { rules, isWhole });
  }
  if (isWhole) assertConcernsExist(part, names);
}

/** @throws {Refusal} for an owner or a licence that no ledger has */
export function assertConcernsExist({ owner, licence }: Concerns, names: readonly NamesIn[]): void {
  assertOwnersExist(
    owner,
    names.flatMap((one) => one.owners),
  );
  const licences = new Set(names.flatMap((one) => one.licences));
  const unknown = licence.find((word, at) => !names.some((one) => licences.has(one.meant[at] ?? word)));
  if (unknown === undefined) return;
  throw unknownWord(`--licence ${unknown}`, unknown, licences, { zh: '没有这张许可证', en: 'no such licence' });
}

/** Whoever answers for something in a ledger, each once. */
export function ownersIn({ policy, licences, resources, requirements, duties }: Ledger): readonly string[] {
  const owners = new Set<string>();
  for (const list of [[policy], licences, resources, requirements, duties]) {
    for (const { owner } of list) if (owner !== undefined) owners.add(owner);
  }
  return [...owners];
}

/** @throws {Refusal} for one who answers for nothing */
export function assertOwnersExist(owners: readonly string[], known: Iterable<string>): void {
  const all = [...new Set(known)];
  const unknown = owners.find((name) => !all.some(isPersonNamed([name])));
  if (unknown === undefined) return;
  const what = { zh: '没有这位负责人', en: 'owner of nothing in the ledger' };
  throw unknownWord(`--owner ${unknown}`, unknown, all, what, all.length === 0 ? NO_OWNERS : ownersThere(all));
}

const NO_OWNERS: Text = {
  zh: '台账中还没有负责人：在条目上写 `owner`。',
  en: 'Nobody is on record: write `owner` on the entries.',
};
const MOST_OWNERS_TOLD = 20;

function ownersThere(owners: readonly string[]): Text {
  const told = owners.slice(0, MOST_OWNERS_TOLD);
  const isCut = owners.length > told.length;
  return {
    zh: `登记的负责人有${told.join('、')}${isCut ? '等' : ''}。`,
    en: `On record are ${told.join(', ')}${isCut ? ' …' : ''}.`,
  };
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

export interface RuleChoice {
  /** Rules (`isp/expiry`) or whole modules (`isp`); all of them where it is empty. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

export type Selects = (rule: string) => boolean;

/** What is found while a file is read keeps its ledger from being judged and is never hidden; the choice concerns the rest. */
export function rulesChosen({ select, ignore }: RuleChoice): Selects {
  const selected = new Set(select);
  const ignored = new Set(ignore);
  return (rule) => (selected.size === 0 || hasRule(selected, rule)) && !hasRule(ignored, rule);
}

interface KnownRules {
  /** Every rule id of the run, those of the company's own included. */
  readonly rules: readonly string[];
  /** Whether every ledger was read. If not, nobody knows which rules of their own the others have. */
  readonly isWhole: boolean;
}

/** @throws {Refusal} for a word that is neither a rule nor a module */
function assertRulesExist({ select, ignore }: RuleChoice, { rules, isWhole }: KnownRules): void {
  const known = new Set(['own', ...rules.flatMap((rule) => [rule, moduleOf(rule)])]);
  const isKnown = (word: string): boolean => known.has(word) || (!isWhole && word.startsWith('own/'));
  for (const [option, words] of [
    ['--select', select],
    ['--ignore', ignore],
  ] as const) {
    const unknown = words.find((word) => !isKnown(word));
    if (unknown !== undefined) throw unknownRule(`${option} ${unknown}`, unknown, [...known]);
  }
}

/** @param where the word as it was given, with its option if it has one */
export function unknownRule(where: string, word: string, known: readonly string[]): Refusal {
  return usageError({
    where,
    what: { zh: '没有这条规则', en: 'unknown rule' },
    remedy: suggestRules(word, known) ?? {
      zh: '运行 `ledger rules` 查看全部规则。',
      en: 'Run `ledger rules` to see them all.',
    },
  });
}

/** A rule without its module is a rule of several; any other word may be a misspelt one. */
function suggestRules(word: string, known: readonly string[]): Text | undefined {
  const [only, ...others] = known.filter((rule) => rule.endsWith(`/${word}`));
  if (only === undefined || others.length === 0) return didYouMean(only ?? nearest(word, known));
  const rules = [only, ...others].map((rule) => `\`${rule}\``);
  return { zh: `请写明模块：${rules.join('、')}。`, en: `Give its module: ${rules.join(', ')}.` };
}

function hasRule(words: ReadonlySet<string>, rule: string): boolean {
  return words.has(rule) || words.has(moduleOf(rule));
}

function moduleOf(rule: string): string {
  return rule.split('/', 1)[0] ?? rule;
}
