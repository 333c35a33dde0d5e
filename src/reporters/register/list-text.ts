/** The register for people: a table for each ledger. */
import { formatDay } from '../../domain/calendar-day.ts';
import { type Register, type RegisterRow, type Standing, STANDINGS } from '../../domain/register.ts';
import { count, type Text } from '../../domain/text.ts';
import { STANDING_NAMES } from '../../fields/choices.ts';
import type { Field } from '../../fields/field.ts';
import { resourceFields } from '../../fields/resource.ts';
import { columnHeading } from '../../fields/uses.ts';
import { type Part, sideBySide } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { type Colours, columnsOf, type Style } from '../writing/style.ts';
import { type TableColumn, tableLines } from '../writing/table.ts';
import { WORKED_OUT } from './columns.ts';
import { endInWords, type Kinds, nameOfKind } from './values.ts';

/** Ends with a line break. */
export function renderRegister(registers: readonly Register[], style: Style, kinds: Kinds): string {
  const blocks = registers.map((register) => blockOf(register, style, kinds).join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function blockOf(register: Register, style: Style, kinds: Kinds): readonly string[] {
  const width = columnsOf(style);
  const { rows } = register;
  const table =
    rows.length === 0 ? [] : ['', ...tableLines(columnsFor(style, kinds), rows, { width, heading: style.colour.dim })];
  return [...sideBySide(headingOf(register, style), width), ...table, '', ...sideBySide(summaryOf(rows, style), width)];
}

function headingOf({ file, company, asOf }: Register, { language, colour }: Style): readonly Part[] {
  return [
    { text: printable(file), paint: colour.bold },
    { text: printable(company) },
    { text: language === 'zh' ? `截至${formatDay(asOf)}` : `as of ${formatDay(asOf)}`, paint: colour.dim },
  ];
}

function columnsFor({ language, colour }: Style, kinds: Kinds): readonly TableColumn<RegisterRow>[] {
  const { id, kind, provider, serves, owner } = resourceFields.fields;
  const name = (field: Field): string => columnHeading(field)[language];
  const paint = (text: string, { standing }: RegisterRow): string => paintOf(standing, colour)(text);
  return [
    { heading: name(id), text: ({ entry }) => printable(entry.id), least: 24 },
    { heading: name(kind), text: (row) => printable(nameOfKind(row, language, kinds)), least: 12, dropped: 2 },
    { heading: HEADINGS.name[language], text: ({ name }) => printable(name ?? ''), least: 16, dropped: 1 },
    { heading: name(provider), text: ({ provider }) => printable(provider ?? ''), least: 12, dropped: 4 },
    { heading: HEADINGS.ends[language], text: ({ ends }) => endInWords(ends, language), paint },
    { heading: HEADINGS.days[language], text: ({ daysLeft }) => daysLeft?.toString() ?? '', align: 'right', paint },
    { heading: WORKED_OUT.status[language], text: ({ standing }) => STANDING_NAMES[standing][language], paint },
    { heading: name(serves), text: ({ serves }) => printable(serves.join(', ')), least: 8, dropped: 3 },
    { heading: name(owner), text: ({ entry }) => printable(entry.owner ?? ''), least: 8, dropped: 5 },
  ];
}

/** Of columns that hold more than one field, or a part of one. */
const HEADINGS = {
  name: { zh: '名称或证号', en: 'Title or number' },
  ends: { zh: '到期日', en: 'Expires' },
  days: { zh: '天数', en: 'Days' },
} as const satisfies Record<string, Text>;

/** `12 entries: 1 expired, 2 expiring`: what asks to be looked at; the others are in the table. */
function summaryOf(rows: readonly RegisterRow[], { language, colour }: Style): readonly Part[] {
  if (rows.length === 0) return [{ text: language === 'zh' ? '没有符合条件的条目。' : 'No entry matches.' }];
  const all = language === 'zh' ? `共${rows.length}项` : count(rows.length, 'entry', 'entries');
  const found = STANDINGS.flatMap((standing): readonly Part[] => {
    const number = rows.filter((row) => row.standing === standing).length;
    if (number === 0) return [];
    const name = STANDING_NAMES[standing][language];
    const text = language === 'zh' ? `${name}${number}` : `${number} ${name}`;
    return [{ text, paint: paintOf(standing, colour) }];
  });
  return [{ text: all }, ...found];
}

function paintOf(standing: Standing, colour: Colours): (text: string) => string {
  switch (standing) {
    case 'expired':
      return colour.error;
    case 'expiring':
      return colour.warning;
    case 'pending':
      return colour.info;
    case 'active':
      return colour.good;
    case 'ending':
    case 'followed':
    case 'closed':
      return colour.dim;
  }
}
