/** What `ledger record` asks at a terminal: what was left out, and the day. */
import { addDays, type CalendarDay, formatDay, quarterOf, yearOf } from '../../domain/calendar-day.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import { serviceName } from '../../domain/ledger.ts';
import type { Language, Text } from '../../domain/text.ts';
import { PROVINCES, shortNameOf } from '../../fields/provinces.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { readCode, readDayAnswer, readWords, refusing } from '../../run/recording/answers.ts';
import { entryStep } from '../../run/recording/entry-choice.ts';
import { countedFrom } from '../../run/recording/given-days.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { type NamedEntry, servedNamed } from '../../run/recording/named-entry.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';
import { about, choiceStep, type Step, textStep } from '../../run/recording/questions.ts';
import type { DutyName } from './duties.ts';
import { openPeriods } from './plan-day.ts';

/** One argument of a duty. */
interface ArgumentAsked {
  readonly key: string;
  /** The arguments before it. */
  readonly words: readonly string[];
  readonly open: OpenLedger;
  readonly language: Language;
  /** Refuses a word that cannot be recorded. */
  readonly plan: (word: Plain) => unknown;
}

type AskArgument = (asked: ArgumentAsked) => Step;
type AskEntry = (asked: Pick<ArgumentAsked, 'key' | 'open' | 'language'>) => Step;

const anEntry =
  (label: Text, fits: (one: NamedEntry) => boolean): AskEntry =>
  ({ key, open, language }) =>
    entryStep({ key, label, language, ledger: open.ledger, fits });

/** @param needed the field that a service of it must have */
export const aLicence = (needed?: string): AskEntry =>
  anEntry(
    { zh: '哪张许可证', en: 'Which licence' },
    (one) =>
      one.of === 'licence' && one.entry.services.some(({ kind }) => needed === undefined || hasField(kind, needed)),
  );

const aNetworkUnit = anEntry(
  { zh: '哪个网络单元', en: 'Which network unit' },
  (one) => one.of === 'system' && one.entry.kind === 'network-unit',
);

const aSystem = anEntry({ zh: '哪个系统', en: 'Which system' }, ({ of }) => of === 'system');

/** A licence, or one of several services of it. */
const aService: AskArgument = ({ key, open, language }) => {
  const choices = open.ledger.licences.flatMap((licence) => {
    const services = licence.services.length > 1 ? licence.services : [];
    const names = services.map((service) => serviceName({ licence, service }));
    return [licence.id, ...names].map((name) => choiceOf(name, name === licence.id ? (licence.number ?? '') : ''));
  });
  return choiceStep({
    key,
    label: { zh: '哪张许可证，或其中哪项业务', en: 'Which licence, or which service of it' },
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === servedNamed(typed, open.ledger)),
  });
};

const aDuty: AskArgument = ({ key, open, language }) =>
  choiceStep({
    key,
    label: { zh: '哪项自定事项', en: 'Which duty' },
    language,
    choices: open.ledger.duties.map(({ id, title }) => choiceOf(id, title)),
  });

/** A word with a default that is judged by what would be recorded with it. */
const aWord =
  (label: Text, usual: (asked: ArgumentAsked) => string | undefined): AskArgument =>
  (asked) =>
    textStep({ ...asked, label, initial: usual(asked), read: refusing(readCode, asked.plan) });

const aYear = aWord({ zh: '哪一年度的报告', en: 'Reported year' }, ({ open }) => String(yearOf(open.today) - 1));

const aQuarter = aWord({ zh: '哪一季度的费用', en: 'Quarter that was paid for' }, ({ open }) =>
  lastQuarter(open.today),
);

const aPeriod = aWord({ zh: '哪一期', en: 'Which period' }, ({ open, words }) => {
  const duty = open.ledger.duties.find(({ id }) => id === words[0]);
  return duty === undefined ? undefined : openPeriods(duty, open.today)[0];
});

/** A province, by its short name or in full. */
export function provinceStep(key: string, label: Text, language: Language): Step {
  const choices = PROVINCES.map((province) => choiceOf(province, ''));
  return choiceStep({
    key,
    label,
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === shortNameOf(typed)),
  });
}

const aProvince: AskArgument = ({ key, language }) =>
  provinceStep(key, { zh: '在哪个省备案', en: 'Province that it was filed with' }, language);

/** The last evaluation or assessment of the unit before it. */
const aResult = aWord({ zh: '评测或评估的结束日', en: 'The day on which it ended' }, ({ open, words }) => {
  const unit = open.ledger.company.systems.find(({ id }) => id === words[0]);
  const ended = [...(unit?.evaluations ?? []), ...(unit?.assessments ?? [])];
  return ended.length === 0 ? undefined : formatDay(ended.reduce((last, day) => (day > last ? day : last)));
});

const aName: AskArgument = (asked) =>
  textStep({ ...asked, label: { zh: '机构名称', en: 'Name of the body' }, read: readWords });

const ASKED: Readonly<Record<DutyName, readonly AskArgument[]>> = {
  'annual-report': [aLicence(), aYear],
  renewal: [aLicence()],
  declined: [aService],
  fee: [aLicence('feesPaid'), aQuarter],
  opened: [aService],
  shown: [aLicence()],
  disused: [aLicence('disused')],
  'end-reported': [aLicence('endReported')],
  'province-filing': [aLicence('filings'), aProvince],
  closed: [aLicence()],
  ended: [anEntry({ zh: '哪份合同', en: 'Which contract' }, ({ of }) => of === 'resource')],
  duty: [aDuty, aPeriod],
  evaluation: [aSystem],
  assessment: [aSystem],
  established: [],
  'paid-in': [],
  'paid-in-by': [],
  'public-report': [aYear],
  publicised: [aLicence()],
  'business-scope': [aLicence()],
  penalty: [aWord({ zh: '受到处罚之日', en: 'The day on which it was received' }, () => undefined)],
  'security-body': [aName, aWord({ zh: '专职人员人数', en: 'Full-time staff' }, () => undefined)],
  'service-report': [],
  'self-check': [],
  audit: [],
  officer: [],
  filed: [
    anEntry({ zh: '哪个系统或IP地址', en: 'Which system or addresses' }, (one) =>
      one.of === 'resource' ? one.entry.kind === 'ip-addresses' : one.of === 'system',
    ),
  ],
  reviewed: [aNetworkUnit],
  regraded: [aNetworkUnit],
  'result-sent': [aNetworkUnit, aResult],
  connected: [aSystem],
  'police-filed': [aSystem],
  platform: [],
  'platform-registration': [],
  'platform-report': [aQuarter],
  verified: [anEntry({ zh: '核对的条目', en: 'Which entry was checked' }, ({ of }) => of !== 'system')],
};

export interface RecordAsked {
  readonly name: DutyName;
  readonly open: OpenLedger;
  readonly language: Language;
  /** Refuses what cannot be recorded. */
  readonly plan: (words: readonly string[], on: string | undefined) => unknown;
}

/** Where an argument is kept among what was said. */
export function argumentKey(at: number): string {
  return `argument.${at}`;
}

/** The arguments that were said, in their order. */
export function argumentsIn(said: PlainMapping): readonly string[] {
  const words: string[] = [];
  for (let at = 0; said[argumentKey(at)] !== undefined; at += 1) words.push(wordOf(said[argumentKey(at)]));
  return words;
}

/** Asks for the arguments, and for the day where it is not given. */
export function* askRecord(given: PlainMapping, { name, open, language, plan }: RecordAsked): Interview<PlainMapping> {
  const said: Record<string, Plain> = { ...given };
  for (const [at, ask] of ASKED[name].entries()) {
    const key = argumentKey(at);
    if (said[key] !== undefined) continue;
    const words = argumentsIn(said);
    const isLast = at === ASKED[name].length - 1;
    const on = typeof said['on'] === 'string' ? said['on'] : undefined;
    const planWith = (word: Plain): unknown => (isLast ? plan([...words, wordOf(word)], on) : undefined);
    said[key] = yield about(words.join(' '), ask({ key, words, open, language, plan: planWith }));
  }
  if (said['on'] !== undefined) return said;
  const words = argumentsIn(said);
  const step = dayStep(open.today, language, (on) => plan(words, wordOf(on)));
  return { ...said, on: yield about(words.join(' '), step) };
}

function dayStep(today: CalendarDay, language: Language, plan: (on: Plain) => unknown): Step {
  return textStep({
    key: 'on',
    label: { zh: '办理日期', en: 'The day on which it was done' },
    language,
    hint: 'plainDay',
    initial: formatDay(today),
    read: refusing((typed) => readDayAnswer(typed, { first: countedFrom(today) }), plan),
  });
}

function hasField(kind: string, field: string): boolean {
  return catalogue.kinds.get(kind)?.fields?.some(({ name }) => name === field) === true;
}

/** The quarter before today's. */
function lastQuarter(today: CalendarDay): string {
  return quarterOf(addDays(quarterOf(today).starts, -1)).period;
}
