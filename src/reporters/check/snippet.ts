/** The line of the ledger that a finding is about, with carets under the place. */
import type { Location } from '../../domain/report.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { isOnlyPlain, printable } from '../writing/printable.ts';
import type { Colours } from '../writing/style.ts';

interface SnippetOptions {
  readonly location: Location;
  /** Text of the location's first line; undefined where only the place is told. */
  readonly line: string | undefined;
  /** Who stands there, printable: the id and title of an entry; may be empty. */
  readonly label: string;
  readonly indent: number;
  readonly width: number;
  readonly paint: (carets: string) => string;
  readonly colour: Colours;
}

/** Columns that a line of the file is given at least; where the place would leave less, it stands above. */
const LEAST_ROOM = 40;

/** The place as terminals and editors open it (`ledger.yaml:49:14`), the line, the carets, and behind them, or below where there is no room, whom the place belongs to. */
export function snippetLines(options: SnippetOptions): readonly string[] {
  const { location, line, label, indent, width, paint, colour } = options;
  const place = printable(`${location.file}:${location.line}:${location.column}`);
  const margin = ' '.repeat(indent);
  if (line === undefined) return [margin + colour.dim(place)];
  const isBeside = width - indent - displayWidth(place) - GUTTER.length >= LEAST_ROOM;
  const number = isBeside ? place : String(location.line);
  const above = isBeside ? [] : [margin + colour.dim(place)];
  const gutter = (text: string): string => margin + colour.dim(`${padTo(displayWidth(number), text)} │`);
  const room = width - indent - displayWidth(number) - GUTTER.length;
  const endColumn = location.endLine === location.line ? location.endColumn : line.length + 1;
  const { text, before, columns } = excerptOf(line, { from: location.column - 1, to: endColumn - 1 }, room);

  const source = text === '' ? gutter(number) : `${gutter(number)} ${text}`;
  const carets = `${gutter('')} ${' '.repeat(before)}${paint('^'.repeat(columns))}`;
  if (label === '') return [...above, source, carets];
  if (before + columns + 1 + displayWidth(label) <= room) return [...above, source, `${carets} ${label}`];
  const shown = excerptOf(label, { from: 0, to: 1 }, room).text;
  const start = before + displayWidth(shown) <= room ? before : 0;
  return [...above, source, carets, `${gutter('')} ${' '.repeat(start)}${shown}`];
}

const GUTTER = ' │ ';

/** UTF-16 offsets in a line; the end is exclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Part of a line as a terminal shows it. */
interface Excerpt {
  readonly text: string;
  /** Columns before the span. */
  readonly before: number;
  /** Columns of the span that can be seen, one at least. */
  readonly columns: number;
}

/** A window on a line that may be longer than the page: the stretch around a span that fits in `room` columns; `…` stands where the line was cut. */
export function excerptOf(line: string, { from, to }: Span, room: number): Excerpt {
  const start = Math.min(from, line.length);
  const span = { from: start, to: Math.max(to, start + 1) };
  // The length comes first: a ledger may have a finding for each of the thousands of words on one line.
  if (start < line.length && line.length <= room && isOnlyPlain(line) && displayWidth(line) <= room)
    return wholeLine(line, span);
  const cells = cellsAround(line, span.from, room);
  const isWhole = cells[0]?.at === 0 && (cells.at(-1)?.end ?? 0) >= line.length;
  if (isWhole && columnsOf(cells) <= room) return { text: textOf(cells), ...place(cells, span) };

  return withSignsOfCut(cut(cells, span, room - 2), span, line.length);
}

function withSignsOfCut(shown: readonly Cell[], span: Span, lineEnd: number): Excerpt {
  const lead = (shown[0]?.at ?? 0) > 0 ? '…' : '';
  const tail = (shown.at(-1)?.end ?? 0) < lineEnd ? '…' : '';
  const { before, columns } = place(shown, span);
  return { text: `${lead}${textOf(shown)}${tail}`, before: lead.length + before, columns };
}

/** Nearly every line: nothing in it must be escaped, cut or kept together. */
function wholeLine(line: string, { from, to }: Span): Excerpt {
  return { text: line, before: displayWidth(line.slice(0, from)), columns: displayWidth(line.slice(from, to)) };
}

/** One character as it is shown, with its offsets in the line. */
interface Cell {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly width: number;
}

const CHARACTERS = /.\u{FE0F}?/gsu;

/** The characters that can come into view, so that a line of a megabyte costs no more than a short one. */
function cellsAround(line: string, offset: number, room: number): readonly Cell[] {
  const first = onCharacter(line, Math.max(0, offset - room));
  const cells: Cell[] = [];
  for (const { 0: character, index } of line.slice(first, onCharacter(line, offset + room)).matchAll(CHARACTERS)) {
    const text = printable(character);
    const at = first + index;
    cells.push({ at, end: at + character.length, text, width: displayWidth(text) });
  }
  // A place behind the last character has a column of its own.
  if (offset === line.length) cells.push({ at: offset, end: offset + 1, text: '', width: 1 });
  return cells;
}

/** From the beginning if the span can be seen from there, else from a third of the room before it. */
function cut(cells: readonly Cell[], span: Span, room: number): readonly Cell[] {
  const upToSpan = cells.filter(({ at }) => at < span.to);
  const fits = cells[0]?.at === 0 && columnsOf(upToSpan) <= room;
  const start = fits ? 0 : withContext(cells, span.from, Math.floor(room / 3));
  let free = room;
  const shown: Cell[] = [];
  for (const cell of cells) {
    if (cell.at < start) continue;
    free -= cell.width;
    if (free < 0) break;
    shown.push(cell);
  }
  return shown;
}

function withContext(cells: readonly Cell[], from: number, columns: number): number {
  let start = from;
  let free = columns;
  for (const { at, width } of cells.filter((cell) => cell.at < from).toReversed()) {
    free -= width;
    if (free < 0) break;
    start = at;
  }
  return start;
}

function place(shown: readonly Cell[], { from, to }: Span): Pick<Excerpt, 'before' | 'columns'> {
  const before = columnsOf(shown.filter(({ at }) => at < from));
  return { before, columns: Math.max(1, columnsOf(shown.filter(({ at }) => at >= from && at < to))) };
}

/** The offset, or the one behind it where it would split a surrogate pair. */
function onCharacter(line: string, offset: number): number {
  const isInside = offset > 0 && (line.codePointAt(offset - 1) ?? 0) > 0xff_ff;
  return isInside ? offset + 1 : offset;
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((columns, { width }) => columns + width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
