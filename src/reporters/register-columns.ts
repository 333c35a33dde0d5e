/** The columns of the register in spreadsheets. */
import { type CalendarDay, FOREVER } from '../domain/calendar-day.ts';
import type { Scope } from '../domain/ledger.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { Language } from '../domain/text.ts';
import { COLUMN_NAMES, type Kinds, NATIONAL, nameOfKind, NEVER, STANDING_NAMES } from './register-words.ts';

/** What stands in a cell; undefined leaves it empty. */
export type CellContent = string | number | { readonly day: CalendarDay } | undefined;

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
    content: (row) => contentOf(name, row, language, kinds),
    tells: name === 'expires' || name === 'daysLeft' || name === 'status' ? 'standing' : undefined,
  }));
}

function contentOf(name: Name, row: RegisterRow, language: Language, kinds: Kinds): CellContent {
  switch (name) {
    case 'kind':
      return nameOfKind(row, kinds)[language];
    case 'expires':
      return row.entry.expires === FOREVER ? NEVER[language] : { day: row.entry.expires };
    case 'daysLeft':
      return row.daysLeft;
    case 'status':
      return STANDING_NAMES[row.standing][language];
    case 'serves':
      return row.serves.length === 0 ? undefined : row.serves.join(', ');
    case 'id':
    case 'owner':
    case 'notes':
      return row.entry[name];
    case 'number':
    case 'scope':
    case 'issued':
    case 'title':
    case 'provider':
    case 'starts':
    case 'autoRenew':
      return row.list === 'licences' ? ofLicence(name, row, language) : ofResource(name, row);
  }
}

function ofLicence(name: Name, { entry }: Extract<RegisterRow, { list: 'licences' }>, language: Language): CellContent {
  if (name === 'number') return entry.number;
  if (name === 'scope') return scopeInWords(entry.scope, language);
  const isFirstDay = name === 'issued' || name === 'starts';
  return isFirstDay && entry.issued !== undefined ? { day: entry.issued } : undefined;
}

function ofResource(name: Name, { entry }: Extract<RegisterRow, { list: 'resources' }>): CellContent {
  if (name === 'title' || name === 'provider') return entry[name];
  if (name === 'autoRenew') return entry.autoRenew?.months;
  return name === 'starts' && entry.starts !== undefined ? { day: entry.starts } : undefined;
}

export function scopeInWords(scope: Scope | undefined, language: Language): string | undefined {
  if (scope === undefined) return undefined;
  return scope === 'national' ? NATIONAL[language] : scope.join('、');
}
