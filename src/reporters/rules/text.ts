/** The pages of `ledger explain` and `ledger rules`. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { nameBasis, weighedStatuses, worstSeverity } from '../writing/grounds.ts';
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
  remedy: { zh: '怎么处理', en: 'What to do' },
  fails: { zh: '不符合的例子', en: 'An example that fails' },
  passes: { zh: '符合的例子', en: 'An example that passes' },
} as const satisfies Record<string, Text>;

export const NO_LAW: Text = { zh: '无：本规则不出自法律。', en: 'None: this rule rests on no law.' };

/** All that is known of one rule. Addresses and examples are never broken, so that they can be copied. */
export function renderRule(rule: Rule, style: Style): string {
  const { language, colour } = style;
  const { asOf, fails, passes } = rule.examples;
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
