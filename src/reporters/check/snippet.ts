/** The line of the ledger that a finding is about, with carets under the place. */
import type { Location } from '../../domain/report.ts';
import { displayWidth } from '../writing/display-width.ts';
import type { Colours } from '../writing/style.ts';
import { excerptOf } from './excerpt.ts';

interface SnippetOptions {
  readonly location: Location;
  /** Text of the location's first line. */
  readonly line: string;
  /** Who stands there, printable: the id and title of an entry; may be empty. */
  readonly label: string;
  readonly indent: number;
  readonly width: number;
  readonly paint: (carets: string) => string;
  readonly colour: Colours;
}

/** The line, the carets, and behind them, or below where there is no room, whom the place belongs to. */
export function snippetLines(options: SnippetOptions): readonly string[] {
  const { location, line, label, indent, width, paint, colour } = options;
  const number = String(location.line);
  const gutter = (text: string): string => `${' '.repeat(indent)}${colour.dim(`${text.padStart(number.length)} │`)}`;
  const room = width - indent - number.length - ' │ '.length;
  const endColumn = location.endLine === location.line ? location.endColumn : line.length + 1;
  const { text, before, columns } = excerptOf(line, { from: location.column - 1, to: endColumn - 1 }, room);

  const source = text === '' ? gutter(number) : `${gutter(number)} ${text}`;
  const carets = `${gutter('')} ${' '.repeat(before)}${paint('^'.repeat(columns))}`;
  if (label === '') return [source, carets];
  if (before + columns + 1 + displayWidth(label) <= room) return [source, `${carets} ${label}`];
  const shown = excerptOf(label, { from: 0, to: 1 }, room).text;
  const start = before + displayWidth(shown) <= room ? before : 0;
  return [source, carets, `${gutter('')} ${' '.repeat(start)}${shown}`];
}
