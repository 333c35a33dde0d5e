/** Rows under aligned columns, on terminals of any width. */
import { displayWidth, padTo, widthOf, widthUpTo } from './display-width.ts';
import { wrap } from './layout.ts';

export interface TableColumn<Row> {
  readonly heading: string;
  readonly text: (row: Row) => string;
  readonly paint?: (text: string, row: Row) => string;
  readonly align?: 'right';
  /** Columns that it can be cut down to; absent: it is never cut. */
  readonly least?: number;
  /** Where it is cut, its beginning is given up: of a path the end tells more. */
  readonly cut?: 'start';
  /** Where room is short, the column with the highest number goes first; absent: it always stays. */
  readonly dropped?: number;
}

const GAP = '  ';

/**
 * The heading and the rows, none wider than `width`. Where the columns do not fit, headings stand on several lines, the least
 * important columns go, and long texts are cut. The texts of a row are made once for its columns' width and once for its line, so that no table is held whole.
 */
export function* tableLines<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  { width, heading }: { readonly width: number; readonly heading: (text: string) => string },
): Generator<string> {
  const drawn = columns.map((column) => draw(column, rows, width)).filter(({ widest }) => widest > 0);
  const shown = fit(drawn, width);
  yield* headingLines(shown).map(heading);
  for (const row of rows) {
    const cells = shown.map(({ column, width }) => {
      const whole = column.text(row);
      const text = column.cut === 'start' ? cutToEnd(width, whole) : cutTo(width, whole);
      const painted = column.paint === undefined ? text : column.paint(text, row);
      return pad(painted, width - displayWidth(text), column.align);
    });
    yield lineOf(cells);
  }
}

interface Drawn<Row> {
  readonly column: TableColumn<Row>;
  readonly width: number;
  /** Of its texts, without the heading. */
  readonly widest: number;
}

/** What can be cut down is never wider than the page: it would be cut to that before any other column. */
function draw<Row>(column: TableColumn<Row>, rows: readonly Row[], page: number): Drawn<Row> {
  const most = column.least === undefined ? Infinity : Math.max(page, column.least);
  const widest = rows.reduce((width, row) => Math.max(width, Math.min(most, widthUpTo(column.text(row), most))), 0);
  return { column, width: Math.max(widest, displayWidth(column.heading)), widest };
}

/** A heading that is longer than its column stands on several lines, the last of all on one. */
function headingLines<Row>(shown: readonly Drawn<Row>[]): readonly string[] {
  const stacks = shown.map(({ column, width }) => wrap(column.heading, width));
  const height = stacks.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      shown.map(({ column, width }, at) => {
        const stack = stacks[at] ?? [];
        return align(stack[line - height + stack.length] ?? '', width, column.align);
      }),
    ),
  );
}

/** Columns go until those that are left fit when they are cut down; then the widest is cut again and again until they do. */
function fit<Row>(drawn: readonly Drawn<Row>[], width: number): readonly Drawn<Row>[] {
  let shown = drawn;
  while (total(shown.map(leastWidth)) > width) {
    const next = shown.reduce((last, { column }) => Math.max(last, column.dropped ?? 0), 0);
    if (next === 0) break;
    shown = shown.filter(({ column }) => column.dropped !== next);
  }
  const widths = shown.map((column) => column.width);
  for (let over = total(widths) - width; over > 0; over -= 1) {
    const widest = widestToCut(shown, widths);
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return shown.map(({ column, widest }, at) => ({ column, widest, width: widths[at] ?? 0 }));
}

function leastWidth<Row>({ column, width, widest }: Drawn<Row>): number {
  const longestWord = Math.max(...column.heading.split(' ').map(displayWidth));
  return Math.min(width, Math.max(column.least ?? widest, longestWord));
}

function widestToCut<Row>(shown: readonly Drawn<Row>[], widths: readonly number[]): number {
  let widest = -1;
  for (const [at, column] of shown.entries()) {
    const width = widths[at] ?? 0;
    if (width > leastWidth(column) && width > (widths[widest] ?? 0)) widest = at;
  }
  return widest;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function lineOf(texts: readonly string[]): string {
  return texts.join(GAP).trimEnd();
}

/** The text in as many columns, its end given up for a sign of one column where it is longer. */
export function cutTo(columns: number, text: string, sign = '…'): string {
  if (widthUpTo(text, columns + 1) <= columns) return text;
  let cut = '';
  let used = 1;
  for (const character of text) {
    used += widthOf(character);
    if (used > columns) break;
    cut += character;
  }
  return cut + sign;
}

/** The same, its beginning given up. */
function cutToEnd(columns: number, text: string): string {
  if (displayWidth(text) <= columns) return text;
  const backwards = cutTo(columns, Array.from(text).toReversed().join(''));
  return Array.from(backwards).toReversed().join('');
}

function align(text: string, columns: number, side: 'right' | undefined): string {
  return side === 'right' ? pad(text, columns - displayWidth(text), side) : padTo(columns, text);
}

function pad(text: string, spaces: number, side: 'right' | undefined): string {
  const room = ' '.repeat(Math.max(0, spaces));
  return side === 'right' ? room + text : text + room;
}
