/** The rules for programs (`ledger/rules@1`), in both languages, and the outcome of their cases (`ledger/rule-cases@1`). */
import type { Basis } from '../../domain/basis.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import {
  type CaseFileOutcome,
  type CaseProblem,
  type Difference,
  type ExpectedFinding,
  resultOf,
} from '../../domain/rule-case.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Language, Text } from '../../domain/text.ts';
import { weighedStatuses } from '../writing/grounds.ts';
import { printJson } from '../writing/json-document.ts';

export function renderRulesJson(rules: readonly Rule[]): string {
  return printJson({ schema: 'ledger/rules@1', rules: rules.map(ruleOf) });
}

/** One entry of that list by itself. */
export function renderRuleJson(rule: Rule): string {
  return printJson(ruleOf(rule));
}

function ruleOf(rule: Rule): object {
  const { asOf, fails, passes, files } = rule.examples();
  return {
    id: rule.id,
    module: rule.module,
    summary: textOf(rule.summary),
    why: textOf(rule.why),
    consequence: rule.consequence === undefined ? undefined : textOf(rule.consequence),
    remedy: textOf(rule.remedy),
    statuses: Object.fromEntries(weighedStatuses(rule)),
    basis: rule.basis.map(basisOf),
    examples: { asOf, fails, passes, files },
  };
}

function basisOf({ instrument, article, url, certainty, from, until }: Basis): object {
  return {
    instrument: textOf(instrument),
    article,
    url,
    certainty,
    from: formatDay(from),
    until: until === undefined ? undefined : formatDay(until),
  };
}

function textOf({ zh, en }: Text): Text {
  return { zh, en };
}

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
