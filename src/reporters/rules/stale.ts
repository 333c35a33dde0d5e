/** `ledger rules --stale`: which law should be read again, and what rests on it. */
import { type Basis, isStale } from '../../domain/basis.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Rule } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { nameBasis } from '../writing/grounds.ts';
import { printJson } from '../writing/json-document.ts';
import { groupBy, indented } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';

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
    const { instrument, lastRead, url } = first.basis;
    const read = language === 'zh' ? `上次核对：${formatDay(lastRead)}` : `last read: ${formatDay(lastRead)}`;
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
      basis: basis.map(({ instrument, article, url, lastRead }) => ({
        instrument: { zh: instrument.zh, en: instrument.en },
        article,
        url,
        lastRead: formatDay(lastRead),
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
