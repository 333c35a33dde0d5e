/** The page of `ledger rules test`: what differs, and how many cases passed. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import {
  type CaseFileOutcome,
  type CaseOutcome,
  type CaseProblem,
  type CaseResult,
  type Difference,
  type ExpectedFinding,
  resultOf,
} from '../../domain/rule-case.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { hanging, indented, type Part } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { MARKS } from '../writing/words.ts';

/** Cases that pass are counted and not named. */
export function renderRuleCases(files: readonly CaseFileOutcome[], style: Style): string {
  const blocks = files.flatMap(({ file, problems, cases }) => [
    ...(problems.length > 0
      ? [[...headLines(file, undefined, '', style), ...problemLines(problems, file, style)]]
      : []),
    ...cases.filter((one) => resultOf(one) !== 'passed').map((one) => caseLines(file, one, style)),
  ]);
  return `${[...blocks, summaryLines(files, style)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function caseLines(file: string, { name, line, differences, problems }: CaseOutcome, style: Style): readonly string[] {
  return [
    ...headLines(file, line, name, style),
    ...problemLines(problems, file, style),
    ...differences.flatMap((difference) => differenceLines(difference, style)),
  ];
}

function headLines(file: string, line: number | undefined, name: string, style: Style): readonly string[] {
  const place = printable(line === undefined ? file : `${file}:${line}`);
  const lead: Part = { text: `${MARKS.error} `, paint: style.colour.error };
  return hanging(lead, `${place}  ${printable(name)}`.trimEnd(), columnsOf(style), style.colour.bold);
}

function problemLines(problems: readonly CaseProblem[], file: string, style: Style): readonly string[] {
  return problems.flatMap(({ line, field, message, remedy }) => [
    ...indented(INDENT, printable(`${file}:${line}  ${withField(field, message, style.language)}`), columnsOf(style)),
    ...indented(INDENT * 2, printable(remedy[style.language]), columnsOf(style)),
  ]);
}

function withField(field: string, message: Text, language: Language): string {
  if (field === '') return message[language];
  return language === 'zh' ? `${field}：${message.zh}` : `${field}: ${message.en}`;
}

const INDENT = 4;

/** What was expected and what came, in the same fields, so that the eye finds the one that differs. */
function differenceLines({ expected, found }: Difference, style: Style): readonly string[] {
  const lines: string[] = [];
  const width = columnsOf(style);
  const { good, error } = style.colour;
  if (expected !== undefined) lines.push(...hanging(lead('−', good), printable(fieldsOf(expected, expected)), width));
  if (found === undefined) return [...lines, ...hanging(lead('+', error), NOTHING[style.language], width)];
  const shown = fieldsOf(found, expected ?? { ...UNEXPECTED, date: found.date, period: found.period });
  lines.push(...hanging(lead('+', error), printable(shown), width));
  if (expected === undefined) lines.push(...indented(INDENT + 2, printable(found.message[style.language]), width));
  return lines;
}

const NOTHING = { zh: '（没有报告）', en: '(nothing)' } as const;

/** Fields of an unexpected finding that are worth showing. */
const UNEXPECTED = { rule: '', status: 'unknown', subject: '' } as const satisfies ExpectedFinding;

function lead(sign: string, paint: (text: string) => string): Part {
  return { text: `${' '.repeat(INDENT)}${sign} `, paint };
}

/** `isp/expiry expired  date 2026-10-31`: rule, status and what else is asked about. */
function fieldsOf(one: ExpectedFinding | Finding, asked: ExpectedFinding): string {
  const { severity, subject, date, daysLeft, actBy, period, gapDays, related } = one;
  const values = {
    severity,
    subject,
    date: date === undefined ? undefined : formatDay(date),
    daysLeft,
    actBy: actBy === undefined ? undefined : formatDay(actBy),
    period,
    gapDays,
    related: related === undefined ? undefined : `[${related.join(', ')}]`,
  };
  const wanted: Readonly<Record<string, unknown>> = { ...asked };
  const fields = Object.entries(values).filter(([key]) => wanted[key] !== undefined);
  return [`${one.rule} ${one.status}`, ...fields.map(([key, value]) => `${key} ${value ?? '–'}`)].join('  ');
}

function summaryLines(files: readonly CaseFileOutcome[], style: Style): readonly string[] {
  const { language, colour } = style;
  const counts = countResults(files);
  const bad = counts.failed + counts.invalid + files.filter(({ problems }) => problems.length > 0).length;
  const mark: Part =
    bad === 0 && counts.passed > 0
      ? { text: `${MARKS.good} `, paint: colour.good }
      : { text: `${MARKS.error} `, paint: colour.error };
  return hanging(mark, summary(counts, files.length, language), columnsOf(style));
}

function countResults(files: readonly CaseFileOutcome[]): Readonly<Record<CaseResult, number>> {
  const counts = { passed: 0, failed: 0, invalid: 0 };
  for (const one of files.flatMap(({ cases }) => cases)) counts[resultOf(one)] += 1;
  return counts;
}

function summary(
  { passed, failed, invalid }: Readonly<Record<CaseResult, number>>,
  files: number,
  language: Language,
): string {
  const all = passed + failed + invalid;
  if (language === 'zh') {
    const wrong = invalid === 0 ? '' : `，${invalid}个写错而未运行`;
    return `${files}个文件，${all}个用例：${passed}个通过，${failed}个不符${wrong}。`;
  }
  const wrong = invalid === 0 ? '' : `, ${invalid} invalid and not run`;
  return `${count(all, 'case')} in ${count(files, 'file')}: ${passed} passed, ${failed} failed${wrong}.`;
}
