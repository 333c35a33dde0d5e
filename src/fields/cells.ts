/** What stands in one cell for a value of several parts: written by `export`, read back by `import`. */

/** A value as the ledger file holds it: a day is a text. */
type Written = string | number | boolean;
type WrittenMapping = Readonly<Record<string, Written>>;

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
  return /^$|["\n,，、;；]|^\s|\s$/u.test(text) ? JSON.stringify(text) : text;
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const PAIR = new RegExp(String.raw`^\s*([\w-]+)\s*[:：]\s*(${QUOTED}|[^"\n,，、;；]*?)\s*$`, 'u');
const PARTS = new RegExp(String.raw`(?:${QUOTED}|[^"\n,，、;；])+`, 'gu');

/** Undefined where the cell says anything else. */
export function mappingIn(cell: string): WrittenMapping | undefined {
  const pairs = (cell.match(PARTS) ?? []).filter((part) => part.trim() !== '').map(pairIn);
  const known = pairs.filter((pair) => pair !== undefined);
  const keys = new Set(known.map(([key]) => key));
  return known.length === 0 || known.length < pairs.length || keys.size < known.length
    ? undefined
    : Object.fromEntries(known);
}

function pairIn(part: string): readonly [string, Written] | undefined {
  const [, key, word] = PAIR.exec(part) ?? [];
  const value = word === undefined ? undefined : unquoted(word);
  if (key === undefined || value === undefined || value === '') return undefined;
  return [key, /^\d{1,15}$/u.test(value) && word === value ? Number(value) : value];
}

/** Undefined where a line of the cell says anything else. */
export function mappingsIn(cell: string): readonly WrittenMapping[] | undefined {
  const lines = cell.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  const mappings = lines.map(mappingIn).filter((mapping) => mapping !== undefined);
  return mappings.length === 0 || mappings.length < lines.length ? undefined : mappings;
}

/** The texts that marks or line breaks part. */
export function textsIn(cell: string): readonly string[] {
  const parts = cell.match(PARTS) ?? [];
  return parts.map((part) => unquoted(part.trim()) ?? part.trim()).filter((part) => part !== '');
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
