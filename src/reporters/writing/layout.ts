/** Blocks of lines out of text and columns. Latin words stay whole, Chinese breaks between characters. */
import { displayWidth, padTo, widthOf } from './display-width.ts';

export interface Part {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const GAP = '   ';
/** Deeper than the mark of a finding, so that no name can pass for one. */
const CONTINUATION = '    ';

/** Parts side by side, as many as a line takes; what does not fit goes on below, indented. */
export function sideBySide(parts: readonly Part[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { text, paint = asItIs } of parts) {
    const partWidth = displayWidth(text);
    if (used > 0 && used + GAP.length + partWidth <= width) {
      lines.push(`${lines.pop() ?? ''}${GAP}${paint(text)}`);
      used += GAP.length + partWidth;
      continue;
    }
    for (const line of wrap(text, width - CONTINUATION.length)) {
      const indent = lines.length === 0 ? '' : CONTINUATION;
      lines.push(indent + paint(line));
      used = indent.length + displayWidth(line);
    }
  }
  return lines;
}

/** Text behind a lead that stands on its first line alone; the rest hangs below its beginning. */
export function hanging(
  lead: Part,
  text: string,
  width: number,
  paint: (line: string) => string = asItIs,
): readonly string[] {
  const leadWidth = displayWidth(lead.text);
  const painted = (lead.paint ?? asItIs)(lead.text);
  return wrap(text, width - leadWidth).map((line, at) => (at === 0 ? painted : ' '.repeat(leadWidth)) + paint(line));
}

export function indented(indent: number, text: string, width: number): readonly string[] {
  return hanging({ text: ' '.repeat(indent) }, text, width);
}

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

interface LabelStyle {
  readonly indent: number;
  /** Columns for the labels. */
  readonly labelWidth: number;
  readonly width: number;
  readonly paint: (label: string) => string;
}

/** `label  text` under one another, the texts aligned. */
export function labelledLines(rows: readonly Labelled[], style: LabelStyle): readonly string[] {
  return rows.flatMap(({ label, text }) => {
    const lead = `${' '.repeat(style.indent)}${padTo(style.labelWidth, label)}  `;
    return hanging({ text: lead, paint: style.paint }, text, style.width);
  });
}

function asItIs(text: string): string {
  return text;
}

/** GB/T 15834: these marks do not begin a line. */
const NEVER_FIRST = new Set('。，、；：？！）》」』”’】〉〕…—·％,.;:?!)]}%\u{FE0F}');
/** And these do not end one. */
const NEVER_LAST = new Set('（《「『“‘【〈〔([{');

/**
 * Code, a short remark in Chinese parentheses, a gap, a run of ASCII, or a single character. The runs have an end, as a loop
 * over millions of characters overflows the stack of a regular expression; pieces of one run are put together again.
 */
const PARTS = /`[^`]{1,999}`|（[^（）]{1,8}）| {1,999}|[!-_a-~]{1,999}|[^ ]/gu;
/** The same, once code or a remark has turned out too wide to be kept whole. */
const FINER_PARTS = / {1,999}|[!-~]{1,999}|[^ ]/gu;

/** What a line is never broken inside, with the spaces before it. */
interface Piece {
  readonly spaces: number;
  readonly text: string;
}

/**
 * Lines of at most `width` columns, one at least. What stands between backticks, or is a short remark in Chinese
 * parentheses, stays on one line where it fits on one; a word that is wider than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width && text !== '' && !/^ | $/u.test(text)) return [text];
  const known = wrapped.get(text);
  if (known?.width === width) return known.lines;
  if (wrapped.size >= MOST_KEPT) wrapped.clear();
  const lines = breakLines(text, width);
  wrapped.set(text, { width, lines });
  return lines;
}

/** A long report says the same law and remedy many times. */
const wrapped = new Map<string, { readonly width: number; readonly lines: readonly string[] }>();
const MOST_KEPT = 1000;

function breakLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text, width)) {
    const pieceWidth = displayWidth(piece.text);
    if (used > 0 && used + piece.spaces + pieceWidth > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    const spaces = used === 0 ? 0 : piece.spaces;
    line += ' '.repeat(spaces) + piece.text;
    used += spaces + pieceWidth;
  }
  lines.push(line);
  return lines;
}

function* piecesOf(text: string, width: number): Generator<Piece> {
  let spaces = 0;
  let piece = '';
  let last = '';
  for (const part of partsOf(text, width)) {
    const isGap = part.startsWith(' ');
    if (piece !== '' && (isGap || mayBreakBetween(last, part))) {
      yield* cut(piece, spaces, width);
      spaces = 0;
      piece = '';
    }
    if (isGap) spaces += part.length;
    else piece += part;
    last = lastCharacterOf(part);
  }
  if (piece !== '') yield* cut(piece, spaces, width);
}

function partsOf(text: string, width: number): readonly string[] {
  const parts = text.match(PARTS) ?? [];
  return parts.flatMap((part) =>
    part.startsWith(' ') || displayWidth(part) <= width ? part : (part.match(FINER_PARTS) ?? []),
  );
}

function mayBreakBetween(last: string, after: string): boolean {
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0);
  if (widthOf(last) < 2 && widthOf(first) < 2) return false;
  return !NEVER_LAST.has(last) && !NEVER_FIRST.has(first) && widthOf(first) > 0;
}

function lastCharacterOf(text: string): string {
  const pair = text.codePointAt(text.length - 2) ?? 0;
  return pair > 0xff_ff ? text.slice(-2) : text.slice(-1);
}

function* cut(word: string, spaces: number, width: number): Generator<Piece> {
  if (displayWidth(word) <= width) {
    yield { spaces, text: word };
    return;
  }
  let text = '';
  let used = 0;
  let gap = spaces;
  for (const character of word) {
    const characterWidth = widthOf(character);
    if (used + characterWidth > width) {
      yield { spaces: gap, text };
      text = '';
      used = 0;
      gap = 0;
    }
    text += character;
    used += characterWidth;
  }
  yield { spaces: gap, text };
}

/** The items under their keys, both in the order of their first coming. (Map.groupBy needs Node 21.) */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
