/** Aliases that would blow up: a few lines can stand for billions of nodes, or for themselves. */
import { type AliasEvent, type Event, EVENT_ID } from 'js-yaml';

import type { FileProblem } from '../domain/file-problem.ts';
import { spanOfLeaf } from './event-tree.ts';
import { textProblem } from './text-problem.ts';

/** Nodes that all aliases of a file may stand for; ten thousand entries with a shared list of twenty make 200,000. */
export const ALIAS_LIMIT = 1_000_000;

type SizedEvent = Exclude<Event, AliasEvent>;

interface OpenNode {
  readonly anchor: string | undefined;
  size: number;
}

/** Counts what aliases expand to without expanding them: each anchor's size is summed up once. */
export function findAliasProblems(text: string, events: readonly Event[]): readonly FileProblem[] {
  if (!events.some(({ type }) => type === EVENT_ID.ALIAS)) return [];
  const problems: FileProblem[] = [];
  const sizes = new Map<string, number | 'open'>();
  const open: OpenNode[] = [];
  let expanded = 0;

  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) {
      const size = sizes.get(text.slice(event.anchorStart, event.anchorEnd)) ?? 0;
      if (size === 'open') problems.push(circular(text, event));
      else if (expanded <= ALIAS_LIMIT && (expanded += size) > ALIAS_LIMIT) problems.push(tooLarge(text, event));
      grow(size === 'open' ? 1 : size);
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed?.anchor !== undefined) sizes.set(closed.anchor, closed.size);
      grow(closed?.size ?? 0);
    } else {
      enter(event, anchorOf(text, event));
    }
  }
  return problems;

  function enter({ type }: SizedEvent, anchor: string | undefined): void {
    if (type === EVENT_ID.SCALAR) grow(1);
    else open.push({ anchor, size: 1 });
    if (anchor !== undefined) sizes.set(anchor, type === EVENT_ID.SCALAR ? 1 : 'open');
  }

  function grow(size: number): void {
    const parent = open.at(-1);
    if (parent !== undefined) parent.size += size;
  }
}

function anchorOf(text: string, event: SizedEvent): string | undefined {
  return 'anchorStart' in event && event.anchorStart >= 0 ? text.slice(event.anchorStart, event.anchorEnd) : undefined;
}

function circular(text: string, alias: AliasEvent): FileProblem {
  const name = text.slice(alias.anchorStart, alias.anchorEnd);
  return textProblem('yaml/alias-limit', spanOf(text, alias), {
    zh: `别名*${name}引用了它自己所在的内容`,
    en: `alias *${name} stands inside what it stands for`,
  });
}

function tooLarge(text: string, alias: AliasEvent): FileProblem {
  return textProblem('yaml/alias-limit', spanOf(text, alias), {
    zh: `展开到这个别名时，别名代表的内容已超过${ALIAS_LIMIT}项`,
    en: `up to this alias, aliases stand for more than ${ALIAS_LIMIT} values`,
  });
}

function spanOf(text: string, alias: AliasEvent): { readonly start: number; readonly end: number } {
  return spanOfLeaf(text, alias) ?? { start: alias.anchorStart, end: alias.anchorEnd };
}
