/** The pages of `ledger explain` and `ledger rules`. */
import { type Basis, isStale } from '../../domain/basis.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { describeReading, nameBasis, weighedStatuses, worstSeverity } from '../writing/grounds.ts';
import { printJson } from '../writing/json-document.ts';
import { groupBy, hanging, indented, type Part } from '../writing/layout.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { CERTAINTY_MEANINGS, SEVERITY_NAMES, STATUS_MEANINGS } from '../writing/words.ts';

const INDENT = 2;
/** With less room beside the rule, its summary goes below. */
const NARROWEST_SUMMARY = 36;

export const HEADINGS = {
  why: { zh: '为什么', en: 'Why' },
  statuses: { zh: '会报告什么', en: 'What it reports' },
  law: { zh: '法律依据', en: 'Legal basis' },
  consequence: { zh: '不办的后果', en: 'If it is not done' },
  remedy: { zh: '处理办法', en: 'What to do' },
  fails: { zh: '不符合的例子', en: 'An example that fails' },
  passes: { zh: '符合的例子', en: 'An example that passes' },
} as const satisfies Record<string, Text>;

export const NO_LAW: Text = { zh: '无：本规则不出自法律。', en: 'None: this rule is not based on law.' };

/** All that is known of one rule. Addresses and examples are never broken, so that they can be copied. */
export function renderRule(rule: Rule, style: Style): string {
  const { language, colour } = style;
  const { asOf, fails, passes } = rule.examples();
  const paragraph = (text: Text): readonly string[] => indented(INDENT, printable(text[language]), columnsOf(style));
  const day = language === 'zh' ? `（截至${asOf}）` : ` (as of ${asOf})`;
  const section = (heading: Text, lines: readonly string[], note = ''): readonly string[] => [
    colour.bold(heading[language]) + note,
    ...lines,
  ];
  const sections = [
    [colour.bold(printable(rule.id)), ...paragraph(rule.summary)],
    section(HEADINGS.why, paragraph(rule.why)),
    section(HEADINGS.statuses, statusLines(rule, style)),
    section(HEADINGS.law, lawLines(rule.basis, style)),
    ...(rule.consequence === undefined ? [] : [section(HEADINGS.consequence, paragraph(rule.consequence))]),
    section(HEADINGS.remedy, paragraph(rule.remedy)),
    section(HEADINGS.fails, exampleLines(fails), day),
    section(HEADINGS.passes, exampleLines(passes), day),
  ];
  return withoutCommands(`${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

/** Every rule in a line or two, by module. */
export function renderRuleList(rules: readonly Rule[], style: Style): string {
  const { language, colour } = style;
  const ruleWidth = Math.max(0, ...rules.map(({ id }) => displayWidth(printable(id))));
  const blocks = [...groupBy(rules, ({ module }) => module)].map(([module, ofModule]) =>
    [colour.bold(printable(module))].concat(ofModule.flatMap((rule) => listedRule(rule, ruleWidth, style))),
  );
  const total = language === 'zh' ? `共${rules.length}条规则。` : `${count(rules.length, 'rule')}.`;
  const more =
    language === 'zh' ? '`ledger explain 规则` 查看其中一条的详情。' : '`ledger explain RULE` tells more about one.';
  const last = indented(0, language === 'zh' ? total + more : `${total} ${more}`, columnsOf(style));
  return withoutCommands(`${[...blocks, last].map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function listedRule(rule: Rule, ruleWidth: number, style: Style): readonly string[] {
  const width = columnsOf(style);
  const severity = worstSeverity(rule);
  const id = printable(rule.id);
  const summary = printable(rule.summary[style.language]);
  const lead = leadTo(severity, `  ${padTo(ruleWidth, id)}  `, style);
  if (displayWidth(lead.text) + NARROWEST_SUMMARY <= width) return hanging(lead, summary, width);
  const { text, paint } = leadTo(severity, `  ${id}  `, style);
  return [paint(text).trimEnd(), ...indented(INDENT * 2, summary, width)];
}

function statusLines(rule: Rule, style: Style): readonly string[] {
  const statuses = weighedStatuses(rule);
  const statusWidth = Math.max(0, ...statuses.map(([status]) => status.length));
  return statuses.flatMap(([status, severity]) => {
    const lead = leadTo(severity, `  ${padTo(statusWidth, status)}  `, style);
    return hanging(lead, STATUS_MEANINGS[status][style.language], columnsOf(style));
  });
}

/** What stands before a text, with a severity in its colour at the end. */
function leadTo(severity: Severity, before: string, { language, colour }: Style): Required<Part> {
  const name = SEVERITY_NAMES[severity][language];
  const rest = `${padTo(severityWidth(language), name).slice(name.length)}  `;
  return { text: before + name + rest, paint: () => before + colour[severity](name) + rest };
}

function lawLines(basis: readonly Basis[], style: Style): readonly string[] {
  const { language, colour } = style;
  const width = columnsOf(style);
  if (basis.length === 0) {
    return indented(INDENT, NO_LAW[language], width);
  }
  return basis.flatMap((one) => [
    ...indented(INDENT, printable(`${nameBasis(one, language)}${inForce(one, language)}`), width),
    ...indented(INDENT * 2, CERTAINTY_MEANINGS[one.certainty][language], width),
    `${' '.repeat(INDENT * 2)}${colour.link(printable(one.url))}`,
  ]);
}

export function inForce({ from, until }: Basis, language: Language): string {
  if (language === 'zh') return `，${formatDay(from)}起施行${until === undefined ? '' : `，至${formatDay(until)}止`}`;
  return until === undefined
    ? `, in force since ${formatDay(from)}`
    : `, in force ${formatDay(from)} to ${formatDay(until)}`;
}

function exampleLines(ledger: string): readonly string[] {
  return ledger
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(INDENT)}${printable(line)}`.trimEnd());
}

function severityWidth(language: Language): number {
  return Math.max(...Object.values(SEVERITY_NAMES).map((name) => displayWidth(name[language])));
}

interface StaleRule {
  readonly rule: Rule;
  readonly basis: readonly Basis[];
}

/** By instrument, because it is instruments that are read. */
export function renderStaleRules(rules: readonly Rule[], day: CalendarDay, style: Style): string {
  const { language, colour } = style;
  const width = columnsOf(style);
  const stale = findStale(rules, day);
  const grounds = stale.flatMap(({ rule, basis }) => basis.map((one) => ({ id: rule.id, basis: one })));
  const blocks = [...groupBy(grounds, ({ basis }) => basis.url + basis.instrument.zh)].map(([, [first, ...rest]]) => {
    if (first === undefined) return '';
    const { instrument, url } = first.basis;
    const read = describeReading(first.basis)[language];
    const resting = [first, ...rest].map(({ id, basis }) => printable(`${id} ${articleOf(basis, language)}`.trim()));
    return [
      ...indented(0, printable(instrument[language]), width).map(colour.bold),
      ...indented(2, read, width),
      `  ${colour.link(printable(url))}`,
      ...[...new Set(resting)].flatMap((line) => indented(4, line, width)),
    ].join('\n');
  });
  return `${[...blocks, summary(stale.length, blocks.length, day, style)].join('\n\n')}\n`;
}

/** `ledger/stale-rules@1` */
export function renderStaleRulesJson(rules: readonly Rule[], day: CalendarDay): string {
  return printJson({
    schema: 'ledger/stale-rules@1',
    asOf: formatDay(day),
    rules: findStale(rules, day).map(({ rule, basis }) => ({
      id: rule.id,
      basis: basis.map(({ instrument, article, url, lastRead, lastReported }) => ({
        instrument: { zh: instrument.zh, en: instrument.en },
        article,
        url,
        lastRead: lastRead === undefined ? undefined : formatDay(lastRead),
        lastReported: lastReported === undefined ? undefined : formatDay(lastReported),
      })),
    })),
  });
}

function findStale(rules: readonly Rule[], day: CalendarDay): readonly StaleRule[] {
  return rules
    .map((rule) => ({ rule, basis: rule.basis.filter((one) => isStale(one, day)) }))
    .filter(({ basis }) => basis.length > 0);
}

/** What the name of a ground has beyond that of its instrument. */
function articleOf(basis: Basis, language: Style['language']): string {
  return nameBasis(basis, language).slice(basis.instrument[language].length).replace(/^, /u, '');
}

function summary(rules: number, instruments: number, day: CalendarDay, style: Style): string {
  const on = formatDay(day);
  if (style.language === 'zh') {
    const text =
      rules === 0
        ? `截至${on}，所有依据都在一年内核对过。`
        : `截至${on}，${instruments}项依据已满一年未核对，涉及${rules}条规则。`;
    return indented(0, text, columnsOf(style)).join('\n');
  }
  const text =
    rules === 0
      ? `As of ${on} all law was read within a year.`
      : `As of ${on} ${count(instruments, 'instrument')} under ${count(rules, 'rule')} ${instruments === 1 ? 'was' : 'were'} not read for a year.`;
  return indented(0, text, columnsOf(style)).join('\n');
}
