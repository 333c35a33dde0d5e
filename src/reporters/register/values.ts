/** The values of fields: as programs read them, in words, and in a cell. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Service } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Language, Text } from '../../domain/text.ts';
import { mappingCell, mappingsCell, NONE, textsCell } from '../../fields/cells.ts';
import type { Field, ShapeForm } from '../../fields/field.ts';
import { fieldsOfPaper, fieldsOfService } from '../../fields/kind-fields.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, rowLabel } from '../../fields/uses.ts';
import type { CellContent } from '../writing/csv.ts';
import { servicesOf } from '../writing/licence-heading.ts';

export type Kinds = ReadonlyMap<string, LicenceProfile>;

export const NEVER: Text = { zh: '长期', en: 'never' };
export const NATIONAL: Text = { zh: '全国', en: 'national' };

/** What people call the kind of an entry; the services of a licence. */
export function nameOfKind(row: RegisterRow, language: Language, kinds: Kinds): string {
  return row.list === 'resources'
    ? nameOfResourceKind(row.entry.kind)[language]
    : servicesOf(row.entry, language, kinds);
}

/** A last day for people: one that never comes is named. */
export function endInWords(day: CalendarDay, language: Language): string {
  return day === FOREVER ? NEVER[language] : formatDay(day);
}

/** The fields that an entry may have beside its id and its kind. A licence with one service has the fields of both. */
export function fieldsOf(row: RegisterRow, kinds: Kinds): readonly Field[] {
  const fields =
    row.list === 'resources' ? fieldsIn(resourceFields) : fieldsOfPaper(profilesOf(row.entry.services, kinds));
  return fields.filter(({ key }) => key !== 'id' && key !== 'kind');
}

/** What an entry says, by the key of the field; those of a licence's only service among them. */
export function valuesOf(row: RegisterRow): Readonly<Record<string, unknown>> {
  if (row.list === 'resources') return { ...row.entry };
  const { services, ...paper } = row.entry;
  const [only, another] = services;
  if (only === undefined || another !== undefined) return { ...paper, services };
  const { renewal: _, ...service } = only;
  return { ...service, ...paper };
}

function profilesOf(services: readonly Service[], kinds: Kinds): readonly LicenceProfile[] {
  return services.flatMap(({ kind }) => kinds.get(kind) ?? []);
}

/** As the ledger file writes it, for programs. Undefined where nothing is recorded. */
export function plainValue(value: unknown, shape: ShapeForm, kinds: Kinds): unknown {
  const { type } = shape;
  if (type === 'day' || type === 'end') return isDay(value) ? formatDay(value) : undefined;
  if (type === 'list') {
    return Array.isArray(value) && value.length > 0
      ? value.map((one) => plainValue(one, shape.item, kinds))
      : undefined;
  }
  if (!isRecord(value)) return value;
  if (type === 'mapping') {
    return filled(Object.entries(value).map(([key, one]) => [key, plainValue(one, shape.of, kinds)]));
  }
  if (type === 'record') return plainRecord(value, fieldsIn(shape.entry), kinds);
  return type === 'service' ? plainRecord(value, fieldsOfService(kinds.get(String(value['kind']))), kinds) : value;
}

function plainRecord(value: Values, fields: readonly Field[], kinds: Kinds): unknown {
  return filled(
    fields.map(({ key, shape }) => [key, Object.hasOwn(value, key) ? plainValue(value[key], shape, kinds) : undefined]),
  );
}

export type Values = Readonly<Record<string, unknown>>;

function filled(entries: readonly (readonly [string, unknown])[]): unknown {
  const said = entries.filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function isDay(value: unknown): value is CalendarDay {
  return typeof value === 'number';
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Said = Pick<Field, 'shape' | 'standard'>;

/** In words, for people. Undefined where nothing is recorded, or what stands for it anyway. */
export function sayValue(value: unknown, { shape, standard }: Said, language: Language): string | undefined {
  if (value === undefined || value === standard) return undefined;
  const { type } = shape;
  if (isDay(value)) return type === 'day' || type === 'end' ? endInWords(value, language) : String(value);
  if (type === 'scope') return Array.isArray(value) ? value.join('、') : NATIONAL[language];
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
  if (typeof value === 'string') return value;
  const parts = partsOf(value, shape, language);
  return parts.length === 0 ? undefined : parts.join(MARKS[markFor(shape)][language]);
}

/** What stands between the parts of a value. */
const MARKS = {
  words: { zh: '、', en: ', ' },
  parts: { zh: '，', en: ', ' },
  records: { zh: '；', en: '; ' },
} as const satisfies Record<string, Text>;

function markFor(shape: ShapeForm): keyof typeof MARKS {
  if (shape.type !== 'list') return 'parts';
  return shape.item.type === 'record' ? 'records' : 'words';
}

function partsOf(value: unknown, shape: ShapeForm, language: Language): readonly string[] {
  const say = (one: unknown, of: ShapeForm): string => sayValue(one, { shape: of }, language) ?? '';
  if (shape.type === 'list') return Array.isArray(value) ? value.map((one) => say(one, shape.item)) : [];
  if (!isRecord(value)) return [];
  if (shape.type === 'mapping') return Object.entries(value).map(([key, one]) => `${key} ${say(one, shape.of)}`);
  return shape.type === 'record' ? labelledParts(value, fieldsIn(shape.entry), language) : [];
}

/** Each field that says something, behind its name. */
export function labelledParts(value: Values, fields: readonly Field[], language: Language): readonly string[] {
  return fields.flatMap((field) => {
    const said = sayValue(value[field.key], field, language);
    return said === undefined ? [] : [`${rowLabel(field)[language]} ${said}`];
  });
}

/** A list or a mapping that says that there is nothing. */
function noneOf(value: unknown, { type }: ShapeForm): string | undefined {
  const isNone = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isNone && (type === 'list' || type === 'mapping') ? NONE[type] : undefined;
}

/** In one cell of a spreadsheet; `import` reads it back. */
export function cellOf(
  value: unknown,
  { shape, standard }: Pick<Field, 'shape' | 'standard'>,
  language: Language,
  kinds: Kinds,
): CellContent {
  if (value === undefined || value === standard) return undefined;
  if (isDay(value) && (shape.type === 'day' || shape.type === 'end')) {
    return value === FOREVER ? NEVER[language] : { day: value };
  }
  if (typeof value === 'number') return value;
  const plain = plainValue(value, shape, kinds);
  if (plain === undefined) return standard === undefined ? noneOf(value, shape) : undefined;
  if (Array.isArray(plain) && shape.type !== 'scope')
    return plain.every(isRecord) ? mappingsCell(plain) : textsCell(plain);
  return isRecord(plain) ? mappingCell(plain) : sayValue(value, { shape }, language);
}
