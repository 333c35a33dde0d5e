/** Which edits can be cut together: those that leave each other's places as they are. */
import type { Edit } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { fieldOf } from '../../domain/plain-data.ts';

/** Edits that are one cut: appends to one list, or a single one. */
export type Unit = readonly Edit[];

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
    const places = placesOf(edit, data);
    const list = listOf(edit);
    const joined = list === undefined ? undefined : appends.get(list);
    if (waiting.touch(places) || (joined === undefined && taken.touch(places))) {
      waiting.add(places);
      later.push(edit);
      continue;
    }
    if (joined !== undefined) {
      joined.push(edit);
      continue;
    }
    const unit = [edit];
    if (list !== undefined) appends.set(list, unit);
    taken.add(places);
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
    case 'remove-field':
    case 'remove-item':
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

  add(paths: readonly DataPath[]): void {
    for (const path of paths) {
      this.within.add(JSON.stringify(path));
      for (const outer of prefixesOf(path)) this.above.add(outer);
    }
  }

  /** Whether one of these is, holds, or lies in, a place that was added. */
  touch(paths: readonly DataPath[]): boolean {
    return paths.some(
      (path) => this.above.has(JSON.stringify(path)) || prefixesOf(path).some((one) => this.within.has(one)),
    );
  }
}

/** Of a path, itself included. */
function prefixesOf(path: DataPath): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => JSON.stringify(path.slice(0, length)));
}
