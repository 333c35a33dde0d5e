/** From the paths of the command line to the ledger files that are meant. */
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { Complaint } from '../command-line/complaint.ts';
import * as pathComplaint from '../command-line/path-complaint.ts';
import { compareText } from '../domain/report.ts';
import type { FolderEntry, ReadableFiles } from '../platform/io.ts';
import { repositoryPaths } from './repository.ts';

export interface LedgerFile {
  /** Absolute. */
  readonly path: string;
  /** The one name of the file, whatever links lead to it. */
  readonly realPath: string;
  /** As reports name it: relative to the working folder, with forward slashes. */
  readonly shown: string;
  /** From the root of its repository, with forward slashes; undefined where it is in none. */
  readonly repositoryPath: string | undefined;
}

/** The top of the working tree that a file was found to belong to. */
export function rootOf({ realPath, repositoryPath }: LedgerFile): string | undefined {
  return repositoryPath === undefined ? undefined : resolve(realPath, ...repositoryPath.split('/').map(() => '..'));
}

/** Where ledgers are looked for: the working tree, or a commit. */
export interface Ground {
  /** Absolute. */
  readonly cwd: string;
  readonly files: ReadableFiles;
}

export interface FoundLedgers {
  /** Sorted by name; each file once, however many paths lead to it. */
  readonly files: readonly LedgerFile[];
  /** One for each path that leads to no ledger, or to none that can be read. */
  readonly complaints: readonly Complaint[];
}

/** The ledgers that files, folders and patterns name; the nearest `ledger.yaml` upward where nothing is named. */
export async function findLedgers(paths: readonly string[], ground: Ground): Promise<FoundLedgers> {
  if (paths.length === 0) return findNearestLedger(ground);
  const parts = await Promise.all(paths.map(async (path) => searchPath(path, ground)));
  return settle(parts.flat(), ground);
}

/** The nearest `ledger.yaml`, from the working folder up to the root. */
export async function findNearestLedger(ground: Ground): Promise<FoundLedgers> {
  const { cwd, files } = ground;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, LEDGER_NAME);
    const found = await attempt(path, async () => ((await files.kindOf(path)) === 'file' ? [path] : []));
    if (found.length > 0) return settle(found, ground);
    if (dirname(folder) === folder)
      return { files: [], complaints: [pathComplaint.noneUpward(await ledgersBelow(ground))] };
  }
}

/** As they are named from the working folder, sorted; what cannot be looked at is passed over: the complaint is another. */
async function ledgersBelow(ground: Ground): Promise<readonly string[]> {
  const found = await walk(ground.cwd, ground);
  return found.flatMap((one) => (typeof one === 'string' ? [shownPath(one, ground)] : [])).toSorted(compareText);
}

/** What a search finds: absolute paths of ledgers, and complaints. */
type Trove = readonly (string | Complaint)[];

const LEDGER_NAME = 'ledger.yaml';

/** Whether a folder is searched for files of that name. */
export function isLedgerName(name: string): boolean {
  return name === LEDGER_NAME || name.endsWith(`.${LEDGER_NAME}`);
}

const GLOB_CHARACTERS = /[*?[\]{}()]/u;

/** Whether a word can only be a pattern: git allows none of these in a revision. */
export function isPattern(word: string): boolean {
  return /[*?[]/u.test(word);
}

async function searchPath(path: string, ground: Ground): Promise<Trove> {
  const absolute = resolve(ground.cwd, path);
  return attempt(path, async () => {
    const kind = await ground.files.kindOf(absolute);
    if (kind === 'file') return [absolute];
    if (kind === 'other') return [pathComplaint.neitherFileNorFolder(path)];
    if (kind === 'folder') return orElse(await walk(absolute, ground), pathComplaint.emptyFolder(path));
    if (!GLOB_CHARACTERS.test(path)) return [pathComplaint.missing(path)];
    return orElse(await ground.files.glob(path, ground.cwd), pathComplaint.unmatched(path));
  });
}

async function walk(folder: string, ground: Ground): Promise<Trove> {
  return attempt(shownPath(folder, ground), async () => {
    const entries = await ground.files.list(folder);
    const parts = await Promise.all(entries.map(async (entry) => lookAt(entry, join(folder, entry.name), ground)));
    return parts.flat();
  });
}

async function lookAt({ name, kind }: FolderEntry, path: string, ground: Ground): Promise<Trove> {
  if (kind === 'folder') return name === 'node_modules' || name.startsWith('.') ? [] : walk(path, ground);
  if (!isLedgerName(name)) return [];
  const shown = shownPath(path, ground);
  return attempt(shown, async () => {
    const target = kind === 'link' ? await ground.files.kindOf(path) : kind;
    if (target === 'file') return [path];
    if (target === 'folder') return [];
    return [target === undefined ? pathComplaint.missing(shown) : pathComplaint.neitherFileNorFolder(shown)];
  });
}

/** Turns what the system refuses into a complaint about the path. */
async function attempt(shown: string, work: () => Promise<Trove>): Promise<Trove> {
  try {
    return await work();
  } catch (error) {
    return [pathComplaint.refused(shown, error)];
  }
}

function orElse(trove: Trove, complaint: Complaint): Trove {
  return trove.length === 0 ? [complaint] : trove;
}

async function settle(trove: Trove, ground: Ground): Promise<FoundLedgers> {
  const files: LedgerFile[] = [];
  const complaints: Complaint[] = [];
  const pathInRepository = repositoryPaths(ground.files);
  for (const path of trove) {
    if (typeof path !== 'string') {
      complaints.push(path);
      continue;
    }
    const shown = shownPath(path, ground);
    try {
      const realPath = await ground.files.realPath(path);
      files.push({ path, realPath, shown, repositoryPath: await pathInRepository(realPath) });
    } catch (error) {
      complaints.push(pathComplaint.refused(shown, error));
    }
  }
  files.sort((one, other) => compareText(one.shown, other.shown));
  const firstNames = new Map(files.toReversed().map((file) => [file.realPath, file]));
  return { files: files.filter((file) => firstNames.get(file.realPath) === file), complaints };
}

function shownPath(path: string, { cwd }: Ground): string {
  return relative(cwd, path).split(sep).join('/');
}
