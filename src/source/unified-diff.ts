/** What an edit changes, as programmers read it. */
import { applyPatches, type Patch } from './editing/lines.ts';

const CONTEXT = 3;

/**
 * A unified diff with three lines of context; empty where nothing differs. A CR before a line's end is part of the line. It
 * is made of what is known to be cut: to look for it would cost the square of it.
 */
export function unifiedDiff(file: string, before: string, patches: readonly Patch[]): string {
  const changes = changesIn(before, patches);
  return changes.length === 0 ? '' : `--- ${file}\n+++ ${file}\n${hunksOf(before, changes).join('')}`;
}

/** Whole lines that go, and those that come in their place. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

function changesIn(before: string, patches: readonly Patch[]): readonly Change[] {
  const changes: Change[] = [];
  let group: Patch[] = [];
  let end = 0;
  for (const patch of patches) {
    if (group.length > 0 && linesBack(before, patch.start, 0) > end) {
      changes.push(...changeOf(before, group));
      group = [];
    }
    group.push(patch);
    end = linesOn(before, patch.end, 1);
  }
  return [...changes, ...changeOf(before, group)];
}

/** Of patches on lines that follow each other; lines at both ends that stay as they are do not belong to it. */
function changeOf(before: string, patches: readonly Patch[]): readonly Change[] {
  const [first, last] = [patches.at(0), patches.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = linesBack(before, first.start, 0);
  const end = linesOn(before, last.end, 1);
  const within = patches.map((patch) => ({ ...patch, start: patch.start - start, end: patch.end - start }));
  const old = before.slice(start, end);
  const [gone, come] = [linesOf(old), linesOf(applyPatches(old, within))];
  const most = Math.min(gone.length, come.length);
  let head = 0;
  while (head < most && gone[head] === come[head]) head += 1;
  let tail = 0;
  while (tail < most - head && gone.at(-1 - tail) === come.at(-1 - tail)) tail += 1;
  if (head + tail === gone.length && head + tail === come.length) return [];
  return [
    {
      start: start + lengthOf(gone.slice(0, head)),
      end: end - lengthOf(gone.slice(gone.length - tail)),
      gone: gone.slice(head, gone.length - tail),
      come: come.slice(head, come.length - tail),
    },
  ];
}

/** Changes that less than twice the context parts stand in one hunk. */
function hunksOf(before: string, changes: readonly Change[]): readonly string[] {
  const hunks: string[] = [];
  let [at, line, shift] = [0, 1, 0];
  for (let next = 0; next < changes.length;) {
    const start = linesBack(before, changes[next]?.start ?? 0, CONTEXT);
    line += linesBetween(before, at, start);
    const parts: string[] = [];
    let [reached, kept, gone, come] = [start, 0, 0, 0];
    const keep = (end: number): void => {
      const lines = linesOf(before.slice(reached, end));
      kept += lines.length;
      parts.push(marked(' ', lines));
    };
    for (let change = changes[next]; change !== undefined; change = changes[next]) {
      if (gone + come > 0 && linesOn(before, reached, CONTEXT * 2) < change.start) break;
      keep(change.start);
      parts.push(marked('-', change.gone), marked('+', change.come));
      gone += change.gone.length;
      come += change.come.length;
      reached = change.end;
      next += 1;
    }
    const end = linesOn(before, reached, CONTEXT);
    keep(end);
    hunks.push(`@@ -${range(line, kept + gone)} +${range(line + shift, kept + come)} @@\n${parts.join('')}`);
    line += kept + gone;
    shift += come - gone;
    at = end;
  }
  return hunks;
}

/** One without lines is named by the line before. */
function range(line: number, lines: number): string {
  return `${lines === 0 ? line - 1 : line},${lines}`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines.map((line) => mark + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

/** How many begin between two places where lines begin. */
function linesBetween(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at = linesOn(text, at, 1)) lines += 1;
  return lines;
}

/** With their breaks. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = linesOn(text, at, 1);
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

/** So many lines on from an offset, what is left of its own among them. */
function linesOn(text: string, at: number, lines: number): number {
  let end = at;
  for (let left = lines; left > 0; left -= 1) {
    const found = text.indexOf('\n', end);
    if (found < 0) return text.length;
    end = found + 1;
  }
  return end;
}

/** The start of the line of an offset, or of one so many lines before. */
function linesBack(text: string, at: number, lines: number): number {
  let start = at;
  for (let left = lines; start > 0; left -= 1) {
    start = text.lastIndexOf('\n', start - 1) + 1;
    if (left === 0 || start === 0) break;
    start -= 1;
  }
  return start;
}
