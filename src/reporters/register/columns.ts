/** The columns of the register in spreadsheets. */
import { type CalendarDay, FOREVER } from '../../domain/calendar-day.ts';
import type { Scope } from '../../domain/ledger.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { type CellContent, renderCsv } from '../writing/csv.ts';
import { COLUMN_NAMES, type Kinds, nameOfKind, NATIONAL, NEVER, STANDING_NAMES } from './words.ts';

export interface RegisterColumn {
  readonly heading: string;
  /** In characters of a digit's width; an ideograph takes two. */
  readonly width: number;
  readonly content: (row: RegisterRow) => CellContent;
  /** Whether its cells take the colour of how the entry stands. */
  readonly tells: 'standing' | undefined;
}

type Name = Exclude<keyof typeof COLUMN_NAMES, 'company' | 'ends'>;

const WIDTHS: Readonly<Record<Name, number>> = {
  id: 20,
  kind: 24,
  number: 20,
  title: 36,
  provider: 32,
  scope: 18,
  issued: 12,
  starts: 12,
  expires: 12,
  daysLeft: 10,
  status: 10,
  autoRenew: 14,
  serves: 18,
  owner: 14,
  notes: 40,
};

const OF_LICENCES: readonly Name[] = [
  'id',
  'kind',
  'number',
  'scope',
  'issued',
  'expires',
  'daysLeft',
  'status',
  'owner',
  'notes',
];

const OF_RESOURCES: readonly Name[] = [
  'id',
  'kind',
  'title',
  'provider',
  'starts',
  'expires',
  'daysLeft',
  'status',
  'autoRenew',
  'serves',
  'owner',
  'notes',
];

/** Both in one table: the first day of a licence is that of its issue. */
const OF_ALL: readonly Name[] = [
  'id',
  'kind',
  'number',
  'title',
  'provider',
  'scope',
  'starts',
  'expires',
  'daysLeft',
  'status',
  'autoRenew',
  'serves',
  'owner',
  'notes',
];

export function registerColumns(
  list: RegisterRow['list'] | 'all',
  language: Language,
  kinds: Kinds,
): readonly RegisterColumn[] {
  const names = { licences: OF_LICENCES, resources: OF_RESOURCES, all: OF_ALL }[list];
  return names.map((name) => ({
    heading: COLUMN_NAMES[name][language],
    width: WIDTHS[name],
    content: (row) => CONTENTS[name](row, language, kinds),
    tells: name === 'expires' || name === 'daysLeft' || name === 'status' ? 'standing' : undefined,
  }));
}

type ContentOf = (row: RegisterRow, language: Language, kinds: Kinds) => CellContent;

const CONTENTS: Readonly<Record<Name, ContentOf>> = {
  id: ({ entry }) => entry.id,
  kind: (row, language, kinds) => nameOfKind(row, kinds)[language],
  number: ({ list, entry }) => (list === 'licences' ? entry.number : undefined),
  title: ({ list, entry }) => (list === 'resources' ? entry.title : undefined),
  provider: ({ provider }) => provider,
  scope: ({ list, entry }, language) => (list === 'licences' ? scopeInWords(entry.scope, language) : undefined),
  issued: ({ list, entry }) => (list === 'licences' ? dayCell(entry.issued) : undefined),
  starts: ({ list, entry }) => dayCell(list === 'licences' ? entry.issued : entry.starts),
  expires: ({ entry }, language) => (entry.expires === FOREVER ? NEVER[language] : dayCell(entry.expires)),
  daysLeft: ({ daysLeft }) => daysLeft,
  status: ({ standing }, language) => STANDING_NAMES[standing][language],
  autoRenew: ({ list, entry }) => (list === 'resources' ? entry.autoRenew?.months : undefined),
  serves: ({ serves }) => (serves.length === 0 ? undefined : serves.join(', ')),
  owner: ({ entry }) => entry.owner,
  notes: ({ entry }) => entry.notes,
};

function dayCell(day: CalendarDay | undefined): CellContent {
  return day === undefined ? undefined : { day };
}

function scopeInWords(scope: Scope | undefined, language: Language): string | undefined {
  if (scope === undefined) return undefined;
  return scope === 'national' ? NATIONAL[language] : scope.join('、');
}

/** The register as one table. Where several ledgers stand in it, the first column names the company. */
export function renderRegisterCsv(registers: readonly Register[], language: Language, kinds: Kinds): string {
  const columns = registerColumns('all', language, kinds);
  const namesCompany = registers.length > 1;
  const headings = columns.map(({ heading }) => heading);
  const rows = registers.flatMap(({ company, rows }) =>
    rows.map((row) => {
      const contents = columns.map(({ content }) => content(row));
      return namesCompany ? [company, ...contents] : contents;
    }),
  );
  return renderCsv([namesCompany ? [COLUMN_NAMES.company[language], ...headings] : headings, ...rows]);
}
