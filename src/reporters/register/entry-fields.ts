/** What each field of an entry is called, how it is said and how it is written. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { FieldShape } from '../../domain/licence-field.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import { NATIONAL, NEVER } from './words.ts';

type Shape = FieldShape | { readonly type: 'scope' | 'yes-or-no' | 'evidence' };

export interface EntryField {
  readonly name: string;
  readonly title: Text;
  readonly shape: Shape;
}

const MONTHS_AND_NOTICE = {
  months: { type: 'count', required: true },
  noticeDays: { type: 'count', required: true },
} as const;

const COMMON: readonly EntryField[] = [
  field('warnWithin', '提前提醒（天）', 'warn within (days)', { type: 'count' }),
  field('owner', '负责人', 'owner', { type: 'text' }),
  field('notes', '备注', 'notes', { type: 'text' }),
];

const OF_LICENCES: readonly EntryField[] = [
  field('number', '许可证号', 'number', { type: 'text' }),
  field('scope', '业务覆盖范围', 'scope', { type: 'scope' }),
  field('issued', '发证日期', 'issued', { type: 'day' }),
  field('expires', '到期日', 'expires', { type: 'day' }),
  field('opened', '开通日期', 'opened', { type: 'day' }),
  field('renewal', '延续申请', 'renewal', { type: 'record', parts: { applied: { type: 'day', required: true } } }),
  field('closed', '终止日期', 'closed', { type: 'day' }),
  field('annualReports', '年报', 'annual reports', { type: 'days-by-quarter' }),
];

const OF_RESOURCES: readonly EntryField[] = [
  field('title', '名称', 'title', { type: 'text' }),
  field('provider', '对方', 'provider', { type: 'text' }),
  field('registrant', '注册人', 'registrant', { type: 'text' }),
  field('starts', '起始日期', 'starts', { type: 'day' }),
  field('expires', '到期日', 'expires', { type: 'day' }),
  field('autoRenew', '自动续期', 'renews itself', { type: 'record', parts: MONTHS_AND_NOTICE }),
  field('renew', '到期续签', 'to be renewed', { type: 'yes-or-no' }),
  field('verified', '最近核对', 'verified', { type: 'day' }),
  field('evidence', '凭据', 'evidence', { type: 'evidence' }),
];

export function fieldsOfLicence(profile: LicenceProfile | undefined): readonly EntryField[] {
  return [...OF_LICENCES, ...(profile?.fields ?? []), ...COMMON];
}

export const fieldsOfResource: readonly EntryField[] = [...OF_RESOURCES, ...COMMON];

function field(name: string, zh: string, en: string, shape: Shape): EntryField {
  return { name, title: { zh, en }, shape };
}

/** As the ledger file writes it, for programs. Undefined where nothing is recorded. */
export function plainValue(value: unknown, shape: Shape): unknown {
  switch (shape.type) {
    case 'day':
      return writtenDay(value);
    case 'days-by-quarter':
      return filled(mapValues(value, writtenDay));
    case 'record':
      return isRecord(value) ? plainRecord(value, shape.parts) : undefined;
    case 'records':
      return Array.isArray(value)
        ? filledList(value.map((one) => plainValue(one, { ...shape, type: 'record' })))
        : undefined;
    case 'texts':
    case 'evidence':
      return Array.isArray(value) ? filledList(value) : undefined;
    case 'text':
    case 'count':
    case 'choice':
    case 'scope':
    case 'yes-or-no':
      return value;
  }
}

/** In words, for people. Undefined where nothing is recorded. */
export function sayValue(value: unknown, shape: Shape, language: Language): string | undefined {
  const plain = plainValue(value, shape);
  if (plain === undefined) return undefined;
  if (shape.type === 'scope' && plain === 'national') return NATIONAL[language];
  // What nobody decided otherwise need not be said.
  if (shape.type === 'yes-or-no' && plain === true) return undefined;
  if (shape.type === 'day' && plain === 'never') return NEVER[language];
  return sayPlain(plain, language);
}

function sayPlain(plain: unknown, language: Language): string {
  if (Array.isArray(plain)) {
    return plain.map((one) => sayPlain(one, language)).join(language === 'zh' ? '；' : '; ');
  }
  if (isRecord(plain)) {
    return Object.entries(plain)
      .map(([name, value]) => `${name} ${sayPlain(value, language)}`)
      .join(language === 'zh' ? '，' : ', ');
  }
  if (plain === true) return language === 'zh' ? '是' : 'yes';
  if (plain === false) return language === 'zh' ? '否' : 'no';
  return String(plain);
}

function plainRecord(
  value: Readonly<Record<string, unknown>>,
  parts: Extract<FieldShape, { type: 'record' }>['parts'],
): unknown {
  return filled(
    Object.entries(parts).flatMap(([name, { type }]): readonly Entry[] => {
      const part = Object.hasOwn(value, name) ? plainValue(value[name], { type }) : undefined;
      return part === undefined ? [] : [[name, part]];
    }),
  );
}

type Entry = readonly [string, unknown];

function mapValues(value: unknown, change: (one: unknown) => unknown): readonly Entry[] {
  return isRecord(value) ? Object.entries(value).map(([name, one]) => [name, change(one)]) : [];
}

function filled(entries: readonly Entry[]): unknown {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function filledList(items: readonly unknown[]): unknown {
  return items.length === 0 ? undefined : items;
}

function writtenDay(value: unknown): string | undefined {
  if (value === FOREVER) return 'never';
  return isDay(value) ? formatDay(value) : undefined;
}

function isDay(value: unknown): value is CalendarDay {
  return typeof value === 'number' && Number.isInteger(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
