/** What git's index says of the working tree: which files it follows, and which a sparse checkout leaves out. */
import { reading, type Repository } from './repository.ts';

export interface Index {
  /** Paths from the root, with forward slashes. */
  isTracked(path: string): boolean;
  /** It is part of the tree that is checked out, and lies in no folder here. */
  isLeftOut(path: string): boolean;
}

/** Reads the index; no file of the working tree is looked at. */
export async function indexOf(repository: Repository): Promise<Index> {
  const answer = (await repository.run(['ls-files', '-z', '-t', '--full-name'])).toString();
  const tags = new Map<string, string>();
  for (const line of answer.split('\0')) if (line !== '') tags.set(line.slice(2), line.slice(0, 1));
  return {
    isTracked: (path) => tags.has(path),
    isLeftOut: (path) => tags.get(path)?.toUpperCase() === 'S',
  };
}

/** Files of a commit that the index has under another name, by the new one: what git takes for renamed. */
export async function renamesSince(repository: Repository, commit: string): Promise<ReadonlyMap<string, string>> {
  return renamesIn(repository, ['diff-index', '--cached', ...RENAMES, commit]);
}

/** The same of a later commit. */
export async function renamesBetween(
  repository: Repository,
  commit: string,
  later: string,
): Promise<ReadonlyMap<string, string>> {
  return renamesIn(repository, ['diff-tree', '-r', ...RENAMES, commit, later]);
}

const RENAMES = ['--raw', '-z', '--no-ext-diff', '-M', '--diff-filter=R'];

async function renamesIn(repository: Repository, args: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const fields = (await reading(repository, async () => repository.run(args))).toString().split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [, from = '', to = ''] = fields.slice(at, at + 3);
    renames.set(to, from);
  }
  return renames;
}
