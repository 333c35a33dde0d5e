import { dirname, join, posix, relative, sep } from 'node:path';

import type { Files, Io } from '../platform/io.ts';
import { tolerating } from '../platform/system-error.ts';
import type { LedgerFile } from './find-ledgers.ts';

/** Where the evidence of a ledger may lie. */
export interface LedgerFolders {
  /** The folder of the ledger, from which the paths of evidence are counted. Links are resolved. */
  readonly folder: string;
  /** The nearest folder from there upward that is under version control; the ledger's own where none is. */
  readonly repository: string;
}

export async function foldersOf({ realPath }: Pick<LedgerFile, 'realPath'>, files: Files): Promise<LedgerFolders> {
  const folder = dirname(realPath);
  for (let at = folder; ; at = dirname(at)) {
    // In a work tree or a submodule `.git` is a file. Where we may not look, nothing of ours begins.
    const mark = await tolerating(['EACCES', 'EPERM'], files.kindOf(join(at, '.git')));
    if (mark !== undefined) return { folder, repository: at };
    if (dirname(at) === at) return { folder, repository: folder };
  }
}

/** From a path that counts from the working folder to one that counts from the root of its repository; without one, the same. */
export async function namesInRepository({ cwd, files }: Io): Promise<(file: string) => string> {
  const { folder, repository } = await foldersOf({ realPath: join(await files.realPath(cwd), 'ledger.yaml') }, files);
  const below = relative(repository, folder).split(sep).join('/');
  return (file) => (/^[a-z]:/iu.test(file) ? file : posix.join(below, file));
}
