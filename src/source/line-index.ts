/** Offsets of a text as lines and columns. */
import { countUpTo } from '../domain/count-up-to.ts';
import type { TextSpan } from '../domain/file-problem.ts';
import type { Location } from '../domain/report.ts';

/** Counted from 1; columns in UTF-16 units, as editors and annotations count them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Where an offset stands. One beyond the text stands at its end. */
  positionAt(offset: number): TextPosition;
  /** A span with both ends, for a report. */
  locate(span: TextSpan): Omit<Location, 'file'>;
  /** Text of a line without its break, counted from 1; empty beyond the end. */
  lineAt(line: number): string;
}

/** A file of blank lines has as many lines as bytes, so the start of every so many is kept, and the rest is counted. */
const STRIDE = 32;

/** Lines end with LF, CRLF or a lone CR, as YAML 1.2 has it. Nothing is counted until the first question. */
export function indexLines(text: string): LineIndex {
  let starts: LineStarts | undefined;
  const known = (): LineStarts => (starts ??= new LineStarts(text));

  const positionAt = (offset: number): TextPosition => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const { line, start } = known().before(at);
    return { line, column: at - start + 1 };
  };

  return {
    positionAt,
    locate({ start, end }) {
      const { line, column } = positionAt(start);
      const { line: endLine, column: endColumn } = positionAt(end);
      return { line, column, endLine, endColumn };
    },
    lineAt(line) {
      const found = known().of(line);
      return found === undefined ? '' : text.slice(found.start, endBefore(text, found.next ?? text.length));
    },
  };
}

/** Without the break in front of the next line. */
function endBefore(text: string, next: number): number {
  if (text.charCodeAt(next - 1) === LINE_FEED) return next - (text.charCodeAt(next - 2) === CARRIAGE_RETURN ? 2 : 1);
  return text.charCodeAt(next - 1) === CARRIAGE_RETURN ? next - 1 : next;
}

interface Line {
  /** Counted from 1. */
  readonly line: number;
  readonly start: number;
  /** The start of the next line; undefined on the last. */
  readonly next: number | undefined;
}

/** Where lines start, as far as anybody has asked. */
class LineStarts {
  /** The start of the next line; undefined on the last. */
  private readonly behind: (from: number) => number | undefined;
  /** The last answer: where thousands ask about one long line, its end is looked for once. */
  private last: Line | undefined;
  private readonly kept: number[] = [0];
  /** The last start that is kept; undefined where fewer lines than a stride follow it. */
  private start: number | undefined = 0;

  constructor(text: string) {
    this.behind = text.includes('\r') ? behindAnyBreak(text) : behindLineFeed(text);
  }

  /** The line that an offset stands in. */
  before(at: number): Line {
    const { last } = this;
    if (last !== undefined && last.start <= at && at < (last.next ?? Number.POSITIVE_INFINITY)) return last;
    while (this.start !== undefined && this.start <= at) this.countStride();
    const nearest = countUpTo(this.kept, at) - 1;
    let line = nearest * STRIDE + 1;
    let start = this.kept[nearest] ?? 0;
    let next = this.behind(start);
    for (; next !== undefined && next <= at; next = this.behind(start)) {
      start = next;
      line += 1;
    }
    this.last = { line, start, next };
    return this.last;
  }

  /** A line, counted from 1; undefined beyond the end. */
  of(line: number): Line | undefined {
    if (line < 1) return undefined;
    if (this.last?.line === line) return this.last;
    while (this.start !== undefined && this.kept.length * STRIDE < line) this.countStride();
    let start = this.kept[Math.floor((line - 1) / STRIDE)];
    for (let more = (line - 1) % STRIDE; more > 0 && start !== undefined; more -= 1) start = this.behind(start);
    this.last = start === undefined ? undefined : { line, start, next: this.behind(start) };
    return this.last;
  }

  private countStride(): void {
    let start = this.start;
    for (let left = STRIDE; left > 0 && start !== undefined; left -= 1) start = this.behind(start);
    if (start !== undefined) this.kept.push(start);
    this.start = start;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function behindLineFeed(text: string): (from: number) => number | undefined {
  return (from) => {
    if (text.charCodeAt(from) === LINE_FEED) return from + 1;
    const at = text.indexOf('\n', from);
    return at < 0 ? undefined : at + 1;
  };
}

function behindAnyBreak(text: string): (from: number) => number | undefined {
  const lineBreak = /\r\n?|\n/g;
  return (from) => {
    lineBreak.lastIndex = from;
    return lineBreak.test(text) ? lineBreak.lastIndex : undefined;
  };
}
