/** What stands in one cell for a value of several parts: written by `export`, read back by `import`. */
import {
  BRANCH_NAMES,
  CHANGE_NAMES,
  HOLDER_NAMES,
  ROLE_NAMES,
  SETTING_NAMES,
  SYSTEM_NAMES,
  valueNamed,
  type ValueNames,
} from './choices.ts';
import type { ShapeForm } from './field.ts';
import { PROVINCES, scopeNamed, shortNameOf } from './provinces.ts';

/** A value as the ledger file holds it: a day is a text. */
type Written = string | number | boolean;
type WrittenMapping = Readonly<Record<string, Written>>;
type Readable = Written | WrittenMapping | readonly Readable[];

/** What a cell says that a field of this shape can hold, as the ledger writes it; undefined where it says anything else. */
export function valueInCell(cell: string, shape: ShapeForm): Readable | undefined {
  const read = READERS.get(shape.type);
  return read === undefined ? cell : read(cell.trim(), shape);
}

type ReadCell = (text: string, shape: ShapeForm) => Readable | undefined;

const readsNothing: ReadCell = () => undefined;

/** All other shapes hold the text as it is. */
const READERS: ReadonlyMap<ShapeForm['type'], ReadCell> = new Map<ShapeForm['type'], ReadCell>([
  ['scope', (text) => scopeNamed(text.replaceAll('/', '、'))],
  ['count', (text) => numberIn(text, 'count')],
  ['amount', (text) => numberIn(text, 'amount')],
  ['yes-or-no', (text) => (saysYes(text) ? true : saysNo(text) ? false : undefined)],
  ['choice', (text, shape) => (shape.type === 'choice' ? (choiceNamed(shape.values, text) ?? text) : undefined)],
  ['list', listIn],
  [
    'mapping',
    (text, shape) =>
      SAYS_NONE.test(text) ? {} : mappingIn(text, () => (shape.type === 'mapping' ? shape.of : undefined)),
  ],
  ['warn-within', (text) => numberIn(text, 'count') ?? mappingIn(text)],
  ['evidence-kinds', (text) => (text === 'all' ? text : textsIn(text))],
  ['record', readsNothing],
  ['licence', readsNothing],
  ['service', readsNothing],
  ['version', readsNothing],
]);

/** That there is nothing to list, where an empty cell means that nobody said so. */
export const NONE = { list: '[]', mapping: '{}' } as const;
const SAYS_NONE = /^(?:[[［]\s*[\]］]|\{\s*\})$/u;

function listIn(text: string, shape: ShapeForm): Readable | undefined {
  if (SAYS_NONE.test(text)) return [];
  const isOfRecords = shape.type === 'list' && shape.item.type === 'record';
  return isOfRecords ? mappingsIn(text, partShape(shape.item)) : textsIn(text);
}

function partShape(shape: ShapeForm): (key: string) => ShapeForm | undefined {
  return (key) => (shape.type === 'record' ? shape.entry.fields[key]?.shape : undefined);
}

function numberIn(text: string, type: 'count' | 'amount'): number | undefined {
  const plain = text.replaceAll(/[,，](?=\d{3})/gu, '');
  const isNumber = type === 'count' ? /^\d{1,15}$/u.test(plain) : /^\d{1,15}(?:\.\d+)?$/u.test(plain);
  return isNumber ? Number(plain) : undefined;
}

/** A tick is a yes. */
export function saysYes(word: string): boolean {
  return /^(?:是|有|√|✓|y|yes|true)$/iu.test(word.trim());
}

export function saysNo(word: string): boolean {
  return /^(?:否|无|×|✗|n|no|false)$/iu.test(word.trim());
}

const CHOICES: readonly ValueNames[] = [
  BRANCH_NAMES,
  CHANGE_NAMES,
  SYSTEM_NAMES,
  SETTING_NAMES,
  ROLE_NAMES,
  HOLDER_NAMES,
];

/** The value of a closed list that a word means. */
function choiceNamed(values: readonly string[], word: string): string | undefined {
  const named = new Set([shortNameOf(word), ...CHOICES.map((names) => valueNamed(names, word))]);
  return values.find((value) => value === word) ?? values.find((value) => named.has(value));
}

/** `2025: 2026-02-20, 2026: 2027-03-01`: a mapping on one line. */
export function mappingCell(mapping: Readonly<Record<string, unknown>>): string {
  return Object.entries(mapping)
    .map(([key, value]) => `${key}: ${partCell(String(value))}`)
    .join(', ');
}

/** One mapping a line. */
export function mappingsCell(mappings: readonly Readonly<Record<string, unknown>>[]): string {
  return mappings.map(mappingCell).join('\n');
}

/** `95123, 95124` */
export function textsCell(texts: readonly unknown[]): string {
  return texts.map((text) => partCell(String(text))).join(', ');
}

/** What could be taken for more than one part stands in quotes. */
function partCell(text: string): string {
  return SAYS_NONE.test(text) || /^$|["\r\n,，、;；]|^\s|\s$/u.test(text) ? JSON.stringify(text) : text;
}

/** Marks and line breaks part a cell, but for marks behind a quote that a part or its value begins with. */
const PARTS = /(?:(?<![^\s,，、;；:：])"(?:[^"\\\n]|\\[^\n]?)*"?|[^\n,，、;；])+/gu;
/** Keys are the program's own words, or provinces. */
const PAIR = new RegExp(String.raw`^([\w-]+|${PROVINCES.join('|')})\s*[:：]\s*(.*)$`, 'su');

function partsIn(cell: string): readonly string[] {
  return (cell.match(PARTS) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** Undefined where the cell says anything else. */
export function mappingIn(
  cell: string,
  shapeOf: (key: string) => ShapeForm | undefined = () => undefined,
): WrittenMapping | undefined {
  const pairs = partsIn(cell).map((part) => pairIn(part, shapeOf));
  const known = pairs.filter((pair) => pair !== undefined);
  const keys = new Set(known.map(([key]) => key));
  return known.length === 0 || known.length < pairs.length || keys.size < known.length
    ? undefined
    : Object.fromEntries(known);
}

function pairIn(part: string, shapeOf: (key: string) => ShapeForm | undefined): readonly [string, Written] | undefined {
  const [, key, word] = PAIR.exec(part) ?? [];
  const value = word === undefined ? undefined : unquoted(word);
  if (key === undefined || value === undefined || value === '') return undefined;
  const shape = shapeOf(key);
  if (shape?.type === 'choice') return [key, choiceNamed(shape.values, value) ?? value];
  const isNumber = shape === undefined || shape.type === 'count' || shape.type === 'amount';
  return [key, isNumber && /^\d{1,15}$/u.test(value) && word === value ? Number(value) : value];
}

/** Undefined where a line of the cell says anything else. */
export function mappingsIn(
  cell: string,
  shapeOf?: (key: string) => ShapeForm | undefined,
): readonly WrittenMapping[] | undefined {
  const lines = cell.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  const mappings = lines.map((line) => mappingIn(line, shapeOf)).filter((mapping) => mapping !== undefined);
  return mappings.length === 0 || mappings.length < lines.length ? undefined : mappings;
}

/** The texts that marks or line breaks part. */
export function textsIn(cell: string): readonly string[] {
  return partsIn(cell)
    .map((part) => unquoted(part) ?? part)
    .filter((part) => part !== '');
}

/** Undefined for quotes that hold no text. */
function unquoted(word: string): string | undefined {
  if (!word.startsWith('"')) return word;
  try {
    return String(JSON.parse(word));
  } catch {
    return undefined;
  }
}
