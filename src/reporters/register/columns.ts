/** The columns of the register in spreadsheets, and the register as CSV. */
import type { Service } from '../../domain/ledger.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Language, Text } from '../../domain/text.ts';
import { STANDING_NAMES } from '../../fields/choices.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import { ledgerFields } from '../../fields/ledger.ts';
import { SERVICE_DECLINED } from '../../fields/licence.ts';
import { resourceFields } from '../../fields/resource.ts';
import { columnHeading, fieldsIn } from '../../fields/uses.ts';
import { type CellContent, csvRows, renderCsv } from '../writing/csv.ts';
import { inPieces, made } from '../writing/pieces.ts';
import { cellOf, type Kinds, nameOfKind } from './values.ts';

/** What a spreadsheet has of a register. */
export type CompanyRows = Pick<Register, 'company' | 'rows'>;

/** An entry, or one service of a licence with what the licence says. */
export interface RegisterLine {
  readonly row: RegisterRow;
  readonly service?: Service | undefined;
}

export interface RegisterColumn {
  readonly heading: string;
  /** In characters of a digit's width; an ideograph takes two. */
  readonly width: number;
  readonly content: (line: RegisterLine) => CellContent;
  /** Whether its cells take the colour of how the entry stands. */
  readonly tells: 'standing' | undefined;
}

/** What the register works out by itself. */
export const WORKED_OUT = {
  daysLeft: { zh: '剩余天数', en: 'Days left' },
  status: { zh: '状态', en: 'Status' },
} as const satisfies Record<string, Text>;

/** The heading of the column that names the company where there are several. */
export function companyHeading(language: Language): string {
  return columnHeading(ledgerFields.fields.company)[language];
}

/** A line for each service, so that a spreadsheet can say how they differ. */
export function linesByService(rows: readonly RegisterRow[]): readonly RegisterLine[] {
  return rows.flatMap((row): readonly RegisterLine[] =>
    row.list === 'resources' ? [{ row }] : row.entry.services.map((service) => ({ row, service })),
  );
}

/** The columns for lines of one list, or of both: what every entry is asked for, and what else any of the lines says. */
export function registerColumns(
  list: RegisterRow['list'] | 'all',
  lines: readonly RegisterLine[],
  language: Language,
  kinds: Kinds,
): readonly RegisterColumn[] {
  return fieldsOfList(list, lines, kinds).flatMap((field) => {
    const columns = columnsOf(field, language, kinds);
    const isAsked = ALWAYS.has(field.key) || field.ask === 'always';
    const shown = isAsked
      ? columns
      : columns.filter(({ content }) => lines.some((line) => content(line) !== undefined));
    return field.key === 'expires' ? shown.concat(workedOut(language)) : shown;
  });
}

/** A table without a column for what follows what lets an import guess. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'follows', 'notes']);

function fieldsOfList(
  list: RegisterRow['list'] | 'all',
  lines: readonly RegisterLine[],
  kinds: Kinds,
): readonly Field[] {
  const services = lines.flatMap(({ row }) => (row.list === 'licences' ? row.entry.services : []));
  const profiles = [...new Set(services.map(({ kind }) => kind))].flatMap((kind) => kinds.get(kind) ?? []);
  const ofPapers = fieldsOfPaper(profiles).flatMap((field) =>
    field.key === 'services' ? [] : field.key === 'renewal' ? [field, SERVICE_DECLINED] : [field],
  );
  const ofResources = fieldsIn(resourceFields);
  if (list === 'all') return merged(ofPapers, ofResources);
  return list === 'licences' ? ofPapers : ofResources;
}

/** What both have stands once, and between the same neighbours. */
function merged(ones: readonly Field[], others: readonly Field[]): readonly Field[] {
  let passed = 0;
  const woven = ones.flatMap((one) => {
    const at = others.findIndex(({ key }) => key === one.key);
    if (at < passed) return [one];
    const before = others.slice(passed, at);
    passed = at + 1;
    return [...before, one];
  });
  return [...woven, ...others.slice(passed)];
}

/** A record has a column for each of its parts. */
function columnsOf(field: Field, language: Language, kinds: Kinds): readonly RegisterColumn[] {
  const { key, shape } = field;
  if (key === 'kind') return [column(field, language, (line) => nameOfLine(line, language, kinds))];
  const valueOf = (line: RegisterLine): unknown => valueIn(line, key);
  if (shape.type !== 'record')
    return [column(field, language, (line) => cellOf(valueOf(line), field, language, kinds))];
  return fieldsIn(shape.entry).map((part) =>
    column(part, language, (line) => {
      const value = valueOf(line);
      return cellOf(isRecord(value) ? value[part.key] : undefined, part, language, kinds);
    }),
  );
}

function nameOfLine({ row, service }: RegisterLine, language: Language, kinds: Kinds): string {
  if (service === undefined) return nameOfKind(row, language, kinds);
  return kinds.get(service.kind)?.name[language] ?? service.kind;
}

/**
 * One field is read at a time: an object of all of them would be made for each cell. What the paper has is the service's too,
 * and a paper has what its only service has.
 */
function valueIn({ row: { list, entry }, service }: RegisterLine, key: string): unknown {
  if (list === 'resources') return Reflect.get(entry, key);
  if (service !== undefined && key === SERVICE_DECLINED.key) return service.renewal?.declined;
  if (key === 'renewal' || Object.hasOwn(entry, key)) return Reflect.get(entry, key);
  const [only, another] = entry.services;
  const told = service ?? (another === undefined ? only : undefined);
  return told === undefined ? undefined : Reflect.get(told, key);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const WIDTHS: Readonly<Record<string, number>> = { kind: 24, title: 36, provider: 32, evidence: 36, notes: 40 };

function column(field: Field, language: Language, content: RegisterColumn['content']): RegisterColumn {
  const { key, shape } = field;
  const isDay = shape.type === 'day' || shape.type === 'end';
  return {
    heading: columnHeading(field)[language],
    width: WIDTHS[key] ?? (isDay ? 12 : 18),
    content,
    tells: key === 'expires' ? 'standing' : undefined,
  };
}

function workedOut(language: Language): readonly RegisterColumn[] {
  const tells = 'standing';
  return [
    { heading: WORKED_OUT.daysLeft[language], width: 10, content: ({ row }) => row.daysLeft, tells },
    {
      heading: WORKED_OUT.status[language],
      width: 10,
      content: ({ row }) => STANDING_NAMES[row.standing][language],
      tells,
    },
  ];
}

/**
 * The register as one table, `lines` of each; where several ledgers stand in it, the first column names the company.
 */
export function registerCsv(
  registers: readonly CompanyRows[],
  language: Language,
  kinds: Kinds,
  linesOf: (rows: readonly RegisterRow[]) => readonly RegisterLine[],
): Iterable<string> {
  const tables = registers.map(({ company, rows }) => ({ company, lines: linesOf(rows) }));
  const columns = registerColumns(
    'all',
    tables.flatMap(({ lines }) => lines),
    language,
    kinds,
  );
  const namesCompany = registers.length > 1;
  const headings = columns.map(({ heading }) => heading);
  return made(function* table() {
    yield renderCsv([namesCompany ? [companyHeading(language), ...headings] : headings]);
    for (const { company, lines } of tables) {
      const rowOf = (line: RegisterLine): readonly CellContent[] => {
        const contents = columns.map(({ content }) => content(line));
        return namesCompany ? [company, ...contents] : contents;
      };
      yield* inPieces(
        () => lines,
        (some) => csvRows(some.map(rowOf)),
      );
    }
  });
}
