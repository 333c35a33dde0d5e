/** What is made from a field: its option, its question, its column and its row. */
import type { Text } from '../domain/text.ts';
import type { EntryFields, Field, ShapeForm } from './field.ts';
import { licenceFields, serviceFields } from './licence.ts';
import { resourceFields } from './resource.ts';

/** `warnWithin` → `--warn-within` */
export function optionNamed(key: string): string {
  return `--${key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

export interface FieldOption {
  /** `--warn-within` */
  readonly name: string;
  /** `<DAYS>`; undefined for a flag: `--renew` and `--no-renew`. */
  readonly value: string | undefined;
  /** It may be given several times, or with commas. */
  readonly isList: boolean;
  readonly help: Text;
}

/** The option that gives a field; undefined where no single word can: such fields take `--set`. */
export function optionOf({ key, shape, describes, option }: Field): FieldOption | undefined {
  const name = optionNamed(key);
  if (option === false) return undefined;
  if (shape.type === 'yes-or-no') return { name, value: undefined, isList: false, help: describes };
  const isList = shape.type === 'list';
  const usual = VALUE_NAMES.get(isList ? shape.item.type : shape.type);
  return usual === undefined ? undefined : { name, value: `<${option ?? usual}>`, isList, help: describes };
}

const VALUE_NAMES: ReadonlyMap<ShapeForm['type'], string> = new Map([
  ['text', 'TEXT'],
  ['filled', 'TEXT'],
  ['id', 'ID'],
  ['kind', 'KIND'],
  ['sha256', 'SHA256'],
  ['timezone', 'ZONE'],
  ['day', 'DATE'],
  ['end', 'DATE'],
  ['amount', 'AMOUNT'],
  ['count', 'NUMBER'],
  ['choice', 'WORD'],
  ['scope', 'SCOPE'],
] as const);

/** What a prompt asks. */
export function questionOf({ question, title }: Field): Text {
  return question ?? title;
}

/** The heading of its column in a register; `headingWords` reads it back. */
export function columnHeading({ heading, title }: Field): Text {
  return heading ?? title;
}

/** What stands before its value where one entry is shown. */
export function rowLabel({ title: { zh, en } }: Field): Text {
  // `ID` and `SHA-256` are no words of a sentence.
  return { zh, en: /^[A-Z][a-z]/.test(en) ? `${en.charAt(0).toLowerCase()}${en.slice(1)}` : en };
}

/** Without spaces, marks and what stands in brackets: `* 到期日期（必填）` is `到期日期`. */
export function bareHeading(heading: string): string {
  const plain = heading.normalize('NFKC').toLowerCase();
  return plain.replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, '').replaceAll(/[\s*:_\-/.#]/gu, '');
}

/** What the column of a register may be called that means this field: bare, the surest first. */
export function headingWords({ key, title, words }: Field): readonly string[] {
  return [...new Set([title.zh, key, title.en, ...words].map(bareHeading))];
}

/** The fields of an entry, in the order in which a ledger writes them. */
export function fieldsIn({ fields }: EntryFields): readonly Field[] {
  return Object.values(fields);
}

/** A phrase as a sentence of its own. */
export function sentence({ zh, en }: Text): Text {
  return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}

/** Each once: those of contracts, then those of papers and services. */
export const OPTION_FIELDS: readonly Field[] = [
  ...fieldsIn(resourceFields),
  ...fieldsIn(licenceFields),
  ...fieldsIn(serviceFields),
].filter((field, at, all) => optionOf(field) !== undefined && all.findIndex(({ key }) => key === field.key) === at);
