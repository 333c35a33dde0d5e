/** The outcome of `ledger rules test` for programs: `ledger/rule-cases@1`. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import {
  type CaseFileOutcome,
  type CaseProblem,
  type Difference,
  type ExpectedFinding,
  resultOf,
} from '../../domain/rule-case.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';

/** Every case, those that pass too. What differs is given as expected and found, each where there is one. */
export function renderRuleCasesJson(files: readonly CaseFileOutcome[], exitCode: number, language: Language): string {
  const results = files.flatMap(({ cases }) => cases.map(resultOf));
  const countOf = (wanted: string): number => results.filter((result) => result === wanted).length;
  return printJson({
    schema: 'ledger/rule-cases@1',
    exitCode,
    counts: { passed: countOf('passed'), failed: countOf('failed'), invalid: countOf('invalid') },
    files: files.map(({ file, problems, cases }) => ({
      file,
      problems: problems.map((problem) => problemOf(problem, language)),
      cases: cases.map((one) => ({
        name: one.name,
        line: one.line,
        result: resultOf(one),
        differences: one.differences.map((difference) => differenceOf(difference, language)),
        problems: one.problems.map((problem) => problemOf(problem, language)),
      })),
    })),
  });
}

function problemOf({ line, field, message, remedy }: CaseProblem, language: Language): object {
  return { line, field, message: message[language], remedy: remedy[language] };
}

function differenceOf({ expected, found }: Difference, language: Language): object {
  return {
    expected: expected === undefined ? undefined : fieldsOf(expected),
    found: found === undefined ? undefined : { ...fieldsOf(found), message: found.message[language] },
  };
}

function fieldsOf(one: ExpectedFinding): object {
  const { rule, status, severity, subject, date, daysLeft, actBy, period, gapDays, related } = one;
  const [shownDate, shownActBy] = [dayOf(date), dayOf(actBy)];
  return { rule, status, severity, subject, date: shownDate, daysLeft, actBy: shownActBy, period, gapDays, related };
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
