/** What `ledger init` asks at a terminal: the company, then its licences, numbers and contracts, one after the other. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import { companyFields } from '../../fields/company.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsIn, questionOf } from '../../fields/uses.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { askEntry } from '../../run/recording/entry-questions.ts';
import { fieldStep } from '../../run/recording/field-steps.ts';
import { countedFrom } from '../../run/recording/given-days.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { judgeOf } from '../../run/recording/judge-answer.ts';
import { kindChoice, kindChoices } from '../../run/recording/kinds.ts';
import { choiceStep, type Step } from '../../run/recording/questions.ts';
import { CI_NAMES } from './ci-jobs.ts';
import { asLedger, ciNamed, type InitDraft, withEntry } from './first-ledger.ts';

/** Asks for what the command line left out. */
export function* askInit(given: InitDraft, today: CalendarDay, language: Language): Interview<InitDraft> {
  const company = yield* askCompany(given.company, today, language);
  let draft: InitDraft = { ...given, company };
  for (let at = 0; given.licences.length === 0; at += 1) {
    const kind = yield kindStep(at, language);
    if (kind === '') break;
    const { data, ledger } = asLedger(draft);
    const around = { ledger, today, language, judge: judgeOf(data, today), prefix: `entries.${at}.` };
    draft = withEntry(draft, yield* askEntry(wordOf(kind), {}, around), today);
  }
  return { ...draft, ci: given.ci ?? ciNamed(yield ciStep(language)) };
}

function* askCompany(given: PlainMapping, today: CalendarDay, language: Language): Interview<PlainMapping> {
  const company: Record<string, Plain> = { ...given };
  const judge = judgeOf({}, today);
  for (const field of fieldsIn(companyFields).filter(({ ask }) => ask !== 'never')) {
    if (company[field.key] !== undefined) continue;
    const step = companyStep(field, company);
    const answer = step === undefined ? '' : yield step;
    if (answer !== '') company[field.key] = answer;
  }
  return company;

  function companyStep(field: Field, known: PlainMapping): Step | undefined {
    return fieldStep(field, {
      key: `company.${field.key}`,
      label: questionOf(field),
      language,
      isOptional: field.presence !== 'required',
      days: { first: countedFrom(today) },
      judge(reading) {
        if ('objection' in reading) return reading;
        const { problem, doubt } = judge.ofCompany(known, { ...known, [field.key]: reading.value });
        return problem === undefined ? { ...reading, doubt } : { objection: problem };
      },
    });
  }
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
    label: { zh: '每个工作日自动检查', en: 'A job that checks it each working day' },
    language,
    choices: [
      choiceOf('none', { zh: '不需要', en: 'no job' }[language]),
      ...CI_NAMES.map((name) => choiceOf(name, names[name])),
    ],
  });
}
