/** What `ledger init` asks at a terminal: the company, its licences, numbers and contracts, then what makes duties of the company apply. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Company } from '../../domain/company.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import { paidInFields, personalInformationFields, platformFields, securityFields } from '../../fields/company-facts.ts';
import { companyFields } from '../../fields/company.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsIn, questionOf } from '../../fields/uses.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { askEntry } from '../../run/recording/entry-questions.ts';
import { fieldStep } from '../../run/recording/field-steps.ts';
import { countedFrom } from '../../run/recording/given-days.ts';
import { kindsIn } from '../../run/recording/given-entry.ts';
import { allAbout, type Interview } from '../../run/recording/interview.ts';
import { judgeOf } from '../../run/recording/judge-answer.ts';
import { kindChoice, kindChoices } from '../../run/recording/kinds.ts';
import { choiceStep, type Step } from '../../run/recording/questions.ts';
import { CI_NAMES } from './ci-jobs.ts';
import { asLedger, ciNamed, type InitDraft, isPlainMapping, withEntry } from './first-ledger.ts';

/** Asks for what the command line left out. */
export function* askInit(given: InitDraft, today: CalendarDay, language: Language): Interview<InitDraft> {
  const company = yield* askCompany(given.company, today, language);
  let draft: InitDraft = { ...given, company };
  for (let at = 0; given.licences.length === 0; at += 1) {
    const kind = yield kindStep(at, language);
    if (kind === '') break;
    const { data, ledger } = asLedger(draft);
    const around = { ledger, today, language, judge: judgeOf(data, today) };
    draft = withEntry(draft, yield* allAbout(`entries.${at}`, askEntry(wordOf(kind), {}, around)), today);
  }
  draft = { ...draft, company: yield* askFacts(draft, today, language) };
  return { ...draft, ci: given.ci ?? ciNamed(yield ciStep(language)) };
}

/** A fact below the company that makes one of its duties apply. */
interface Fact {
  readonly of: keyof Company & ('paidIn' | 'personalInformation' | 'security' | 'platform');
  readonly field: Field;
  /** Whether it matters, by what the company said of the same matter and the kinds that it holds; absent: always. */
  readonly when?: (known: PlainMapping, kinds: readonly string[]) => boolean;
}

const isOperator = (kinds: readonly string[]): boolean =>
  kinds.some((kind) => catalogue.kinds.get(kind)?.family === 'service');

/** Left out, each is reported as undetermined or as not applicable, with the reason. */
const FACTS: readonly Fact[] = [
  { of: 'paidIn', field: paidInFields.fields.done },
  { of: 'paidIn', field: paidInFields.fields.by, when: ({ done }) => done === undefined },
  { of: 'personalInformation', field: personalInformationFields.fields.persons },
  {
    of: 'personalInformation',
    field: personalInformationFields.fields.millionSince,
    when: ({ persons }) => typeof persons === 'number' && persons >= 1_000_000,
  },
  { of: 'security', field: securityFields.fields.body, when: (_, kinds) => isOperator(kinds) },
  { of: 'security', field: securityFields.fields.staff, when: ({ body }) => body !== undefined },
  {
    of: 'platform',
    field: platformFields.fields.started,
    when: (_, kinds) => kinds.includes('edi') || kinds.includes('icp'),
  },
];

function* askFacts({ company, licences }: InitDraft, today: CalendarDay, language: Language): Interview<PlainMapping> {
  const said: Record<string, Plain> = { ...company };
  const kinds = licences.flatMap(kindsIn);
  for (const { of, field, when } of FACTS) {
    const known = said[of] ?? {};
    if (!isPlainMapping(known) || known[field.key] !== undefined || when?.(known, kinds) === false) continue;
    const step = companyStep(field, { key: `company.${of}.${field.key}`, today, language }, (value) => [
      said,
      { ...said, [of]: { ...known, [field.key]: value } },
    ]);
    const answer = step === undefined ? '' : yield step;
    if (answer !== '') said[of] = { ...known, [field.key]: answer };
  }
  return said;
}

function* askCompany(given: PlainMapping, today: CalendarDay, language: Language): Interview<PlainMapping> {
  const company: Record<string, Plain> = { ...given };
  for (const field of fieldsIn(companyFields).filter(({ ask }) => ask !== 'never')) {
    if (company[field.key] !== undefined) continue;
    const step = companyStep(field, { key: `company.${field.key}`, today, language }, (value) => [
      company,
      { ...company, [field.key]: value },
    ]);
    const answer = step === undefined ? '' : yield step;
    if (answer !== '') company[field.key] = answer;
  }
  return company;
}

/** @param around the company before an answer, and with it */
function companyStep(
  field: Field,
  { key, today, language }: { readonly key: string; readonly today: CalendarDay; readonly language: Language },
  around: (answer: Plain) => readonly [before: PlainMapping, after: PlainMapping],
): Step | undefined {
  const judge = judgeOf({}, today);
  return fieldStep(field, {
    key,
    label: questionOf(field),
    language,
    isOptional: key !== 'company.name',
    days: { first: countedFrom(today) },
    judge(reading) {
      if ('objection' in reading) return reading;
      const { problem, doubt } = judge.ofCompany(...around(reading.value));
      return problem === undefined ? { ...reading, doubt } : { objection: problem };
    },
  });
}

/** What comes next; nothing more is the answer of somebody who only presses Enter. */
function kindStep(at: number, language: Language): Step {
  const none = choiceOf('', { zh: '（没有更多了）', en: '(nothing more)' }[language]);
  return choiceStep({
    key: `entries.${at}.kind`,
    label:
      at === 0
        ? { zh: '登记许可证、码号或合同', en: 'A licence, number or contract to record' }
        : { zh: '再登记一项', en: 'Another one to record' },
    language,
    choices: [none, ...kindChoices([...catalogue.kinds.keys()], language)],
    orElse: (typed) => kindChoice(typed, language),
  });
}

function ciStep(language: Language): Step {
  const names = { github: 'GitHub Actions', gitlab: 'GitLab CI' };
  return choiceStep({
    key: 'ci',
    label: { zh: '每个工作日自动检查', en: 'A job that checks it every working day' },
    language,
    choices: [
      choiceOf('none', { zh: '不需要', en: 'no job' }[language]),
      ...CI_NAMES.map((name) => choiceOf(name, names[name])),
    ],
  });
}
