/** Which repository a ledger belongs to, and what it is called there. */
import { basename, dirname, join, relative, sep } from 'node:path';

import type { Ledger } from '../domain/ledger.ts';
import type { ReadableFiles } from '../platform/io.ts';
import { tolerating } from '../platform/system-error.ts';

/** Where the evidence of a ledger may lie. */
export interface LedgerFolders {
  /** The folder of the ledger, from which the paths of evidence are counted. Links are resolved. */
  readonly folder: string;
  /** The nearest folder from there upward that is under version control; the ledger's own where none is. */
  readonly repository: string;
}

export async function foldersOf(
  { realPath }: { readonly realPath: string },
  files: ReadableFiles,
): Promise<LedgerFolders> {
  const folder = dirname(realPath);
  return { folder, repository: await repositoryAround(folder, files) };
}

/** The nearest folder upward that is under version control, else the folder itself. */
export async function repositoryAround(folder: string, files: ReadableFiles): Promise<string> {
  return (await rootOf(folder, files, new Map())) ?? folder;
}

/** What a folder was found to belong to; undefined where no folder upward is under version control. */
type KnownRoots = Map<string, string | undefined>;

async function rootOf(folder: string, files: ReadableFiles, known: KnownRoots): Promise<string | undefined> {
  const found = known.get(folder);
  if (found !== undefined || known.has(folder)) return found;
  // In a work tree or a submodule `.git` is a file. Where we may not look, nothing of ours begins.
  const mark = await tolerating(['EACCES', 'EPERM'], files.kindOf(join(folder, '.git')));
  const above = dirname(folder);
  const root = mark !== undefined ? folder : above === folder ? undefined : await rootOf(above, files, known);
  known.set(folder, root);
  return root;
}

/** Names files from the root of their repository, with forward slashes; undefined for one that is in none. */
export function repositoryPaths(files: ReadableFiles): (realPath: string) => Promise<string | undefined> {
  const known: KnownRoots = new Map();
  return async (realPath) => {
    const root = await rootOf(dirname(realPath), files, known);
    return root === undefined ? undefined : relative(root, realPath).split(sep).join('/');
  };
}

/**
 * What a ledger is known by from run to run, whatever folder the program is run in: its path in the repository, or outside
 * one its file name with the company.
 */
export function identityOf(
  { realPath, repositoryPath }: { readonly realPath: string; readonly repositoryPath: string | undefined },
  ledger: Ledger | undefined,
): string {
  if (repositoryPath !== undefined) return repositoryPath;
  const company = ledger?.company.creditCode ?? ledger?.company.name ?? '';
  return `${basename(realPath)} ${company}`;
}
