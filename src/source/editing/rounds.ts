/** Which edits can be cut together: those that leave each other's places as they are. */
import type { Edit } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { fieldOf } from '../../domain/plain-data.ts';

/** Edits that are one cut: appends to one list, or a single one. */
export type Unit = readonly [Edit, ...(readonly Edit[])];

/** Those for which the text need not be read again in between, and those that come after. */
interface Round {
  readonly now: readonly Unit[];
  readonly later: readonly Edit[];
}

/**
 * Takes from edits, in their order, each that is independent of all before it. Whatever order independent ones are made in,
 * the data is the same.
 */
export function nextRound(edits: readonly Edit[], data: unknown): Round {
  const taken = new Places();
  const waiting = new Places();
  const appends = new Map<string, Edit[]>();
  const now: Unit[] = [];
  const later: Edit[] = [];
  for (const edit of edits) {
    const list = listOf(edit);
    const joined = list === undefined ? undefined : appends.get(list);
    if (joined !== undefined && later.length === 0) {
      joined.push(edit);
      continue;
    }
    const places = placesOf(edit, data);
    const hasToWait = waiting.touch(edit.kind === 'remove-item' ? [edit.path] : places);
    if (hasToWait || (joined === undefined && taken.touch(places))) {
      waiting.add(places, edit);
      later.push(edit);
      continue;
    }
    if (joined !== undefined) {
      joined.push(edit);
      continue;
    }
    const unit: [Edit, ...Edit[]] = [edit];
    if (list !== undefined) appends.set(list, unit);
    taken.add(places, edit);
    now.push(unit);
  }
  return { now, later };
}

/** The list that something is appended to. */
function listOf(edit: Edit): string | undefined {
  if (edit.kind === 'append-entry') return JSON.stringify([edit.list]);
  return edit.kind === 'append-item' ? JSON.stringify([...edit.path, edit.field]) : undefined;
}

/** What an edit changes; what it removes, and a new field of the file, may move what stands beside it. */
function placesOf(edit: Edit, data: unknown): readonly DataPath[] {
  switch (edit.kind) {
    case 'append-entry':
      return [newFieldOr(data, [], edit.list)];
    case 'append-item':
    case 'set-field':
      return [newFieldOr(data, edit.path, edit.field)];
    case 'rename-field':
      return [
        [...edit.path, edit.field],
        [...edit.path, edit.to],
      ];
    case 'remove-item':
      return [[...edit.path, edit.at]];
    case 'remove-field':
    case 'replace':
      return [edit.path];
  }
}

function newFieldOr(data: unknown, path: DataPath, field: string): DataPath {
  return path.length === 0 && fieldOf(data, field) === undefined ? [] : [...path, field];
}

/** Places in the data, and what lies above and below them. */
class Places {
  private readonly within = new Set<string>();
  private readonly above = new Set<string>();
  /** Of lists that items are taken out of: the first whose place is another's afterwards. */
  private readonly moved = new Map<string, number>();

  add(paths: readonly DataPath[], edit: Edit): void {
    for (const path of paths) {
      this.within.add(JSON.stringify(path));
      for (const outer of prefixesOf(path)) this.above.add(outer);
    }
    if (edit.kind !== 'remove-item') return;
    const list = JSON.stringify(edit.path);
    this.moved.set(list, Math.min(edit.at, this.moved.get(list) ?? edit.at));
  }

  /** Whether one of these is, holds, or lies in, a place that was added, or has moved. */
  touch(paths: readonly DataPath[]): boolean {
    return paths.some(
      (path) =>
        this.above.has(JSON.stringify(path)) ||
        prefixesOf(path).some(
          (one, length) => this.within.has(one) || Number(path[length]) >= (this.moved.get(one) ?? Infinity),
        ),
    );
  }
}

/** Of a path, itself included. */
function prefixesOf(path: DataPath): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => JSON.stringify(path.slice(0, length)));
}
