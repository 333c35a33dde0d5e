/** What differs between two texts, as cuts that leave every other character where it is. */
import type { Patch } from './editing/lines.ts';

/** In the order of the text, each as short as it can be. No character and no line break is cut in two. */
export async function changedSpans(before: string, after: string): Promise<readonly Patch[]> {
  const { diffLines } = await import('diff');
  const patches: Patch[] = [];
  let at = 0;
  let [removed, added] = ['', ''];
  const settle = (): void => {
    if (removed !== added) patches.push(trimmed(at, removed, added));
    at += removed.length;
    [removed, added] = ['', ''];
  };
  for (const part of diffLines(before, after)) {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else {
      settle();
      at += part.value.length;
    }
  }
  settle();
  return patches;
}

function trimmed(at: number, removed: string, added: string): Patch {
  const most = Math.min(removed.length, added.length);
  let start = 0;
  while (start < most && removed[start] === added[start]) start += 1;
  while (start > 0 && (isInside(removed, start) || isInside(added, start))) start -= 1;
  let end = 0;
  while (end < most - start && removed.at(-1 - end) === added.at(-1 - end)) end += 1;
  while (end > 0 && (isInside(removed, removed.length - end) || isInside(added, added.length - end))) end -= 1;
  return { start: at + start, end: at + removed.length - end, text: added.slice(start, added.length - end) };
}

const HALVES = /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/;

/** Half a surrogate pair, or half of CRLF, stands on each side. */
function isInside(text: string, at: number): boolean {
  return HALVES.test(text.slice(at - 1, at + 1));
}
