/** A new value in the place of an old one. */
import type { Plain } from '../../domain/edit.ts';
import type { TextSpan } from '../../domain/file-problem.ts';
import { isCollection, isUnwritten, type Pair } from '../node.ts';
import { beforeBreak, columnOf, isBlank, lineEnd, lineStart, type Patch } from './lines.ts';
import type { Manner } from './manner.ts';
import type { Owner } from './models.ts';
import { behindColon, endOfLastLine, type Page } from './page.ts';
import { blockPair, inlineText, isPlainMapping, isList, wantsLines } from './print.ts';

/** Puts a value in the place of what stands behind a key; the comment on the key's line stays. */
export function replaceValue(page: Page, owner: Owner, pair: Pair, value: Plain, manner: Manner): readonly Patch[] {
  const { text } = page;
  const old = pair.value;
  const colon = behindColon(pair);
  const where = owner.isFlow ? 'flow' : 'block';
  const isBlock = signOf(pair) !== undefined || (isCollection(old) && !old.isFlow);
  if (isBlock && (isList(value) || isPlainMapping(value)) && wantsLines(value, manner)) {
    const { start } = pair.key;
    const end = endOfLastLine(page, old.end);
    const [first = '', ...more] = blockPair(page, manner.field, value, columnOf(text, start), owner.models, manner);
    return [{ start, end, text: [first.trimStart(), ...more].join(manner.eol) }];
  }
  const printed = inlineText(page, value, manner, where, columnOf(text, pair.key.start));
  if (isBlock) return replaceBlock(page, pair, printed);
  if (isUnwritten(old)) return [{ start: colon, end: colon, text: ` ${printed}` }];
  return [{ start: firstOf(pair), end: old.end, text: printed }];
}

/** The sign with which a text in lines begins, as in `notes: |-`. */
function signOf({ value }: Pair): TextSpan | undefined {
  return value.kind === 'scalar' ? value.sign : undefined;
}

/** Where a value begins, its tag included: the tag speaks of the old value. */
function firstOf({ value }: Pair): number {
  return value.tag?.start ?? value.start;
}

/** Puts one line in the place of a text or a collection that stands in lines below its key. */
function replaceBlock(page: Page, pair: Pair, printed: string): readonly Patch[] {
  const sign = signOf(pair);
  const colon = behindColon(pair);
  const { start, end } = sign ?? { start: colon, end: colon };
  const below = lineEnd(page.text, end);
  const last = endOfLastLine(page, pair.value.end);
  const value: Patch = { start, end, text: sign === undefined ? ` ${printed}` : printed };
  return last > below ? [value, { start: below, end: last, text: '' }] : [value];
}

/** Takes away what is written in place of nothing (`~`, `null`, `[]`), with the space before it. */
export function cutValue({ text }: Page, pair: Pair): readonly Patch[] {
  const { end } = pair.value;
  if (isUnwritten(pair.value)) return [];
  let start = firstOf(pair);
  while (start > 0 && isBlank(text, start - 1, start)) start -= 1;
  const line = lineStart(text, start);
  const isAlone = start === line && isBlank(text, end, lineEnd(text, end));
  return [isAlone ? { start: beforeBreak(text, line), end: lineEnd(text, end), text: '' } : { start, end, text: '' }];
}
