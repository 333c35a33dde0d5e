/** From the paths of the command line to the ledger files that are meant. */
import { dirname, join, relative, resolve, sep } from 'node:path';

import type { Complaint } from '../command-line/complaint.ts';
import * as pathComplaint from '../command-line/path-complaint.ts';
import { compareText } from '../domain/report.ts';
import type { FolderEntry, Io } from '../platform/io.ts';
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

export interface FoundLedgers {
  /** Sorted by name; each file once, however many paths lead to it. */
  readonly files: readonly LedgerFile[];
  /** One for each path that leads to no ledger, or to none that can be read. */
  readonly complaints: readonly Complaint[];
}

/** The ledgers that files, folders and patterns name; the nearest `ledger.yaml` upward where nothing is named. */
export async function findLedgers(paths: readonly string[], io: Io): Promise<FoundLedgers> {
  if (paths.length === 0) return findNearestLedger(io);
  const parts = await Promise.all(paths.map(async (path) => searchPath(path, io)));
  return settle(parts.flat(), io);
}

/** The nearest `ledger.yaml`, from the working folder up to the root. */
export async function findNearestLedger(io: Io): Promise<FoundLedgers> {
  const { cwd, files } = io;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, LEDGER_NAME);
    const found = await attempt(path, async () => ((await files.kindOf(path)) === 'file' ? [path] : []));
    if (found.length > 0) return settle(found, io);
    if (dirname(folder) === folder)
      return { files: [], complaints: [pathComplaint.noneUpward(await ledgersBelow(io))] };
  }
}

/** As they are named from the working folder, sorted; what cannot be looked at is passed over: the complaint is another. */
async function ledgersBelow(io: Io): Promise<readonly string[]> {
  const found = await walk(io.cwd, io);
  return found.flatMap((one) => (typeof one === 'string' ? [shownPath(one, io)] : [])).toSorted(compareText);
}

/** What a search finds: absolute paths of ledgers, and complaints. */
type Trove = readonly (string | Complaint)[];

const LEDGER_NAME = 'ledger.yaml';
const GLOB_CHARACTERS = /[*?[\]{}()]/u;

async function searchPath(path: string, io: Io): Promise<Trove> {
  // An empty word, as from an unset variable, would resolve to the working folder.
  if (path === '') return [pathComplaint.missing('""')];
  const absolute = resolve(io.cwd, path);
  return attempt(path, async () => {
    const kind = await io.files.kindOf(absolute);
    if (kind === 'file') return [absolute];
    if (kind === 'other') return [pathComplaint.neitherFileNorFolder(path)];
    if (kind === 'folder') return orElse(await walk(absolute, io), pathComplaint.emptyFolder(path));
    if (!GLOB_CHARACTERS.test(path)) return [pathComplaint.missing(path)];
    return orElse(await io.files.glob(path, io.cwd), pathComplaint.unmatched(path));
  });
}

async function walk(folder: string, io: Io): Promise<Trove> {
  return attempt(shownPath(folder, io), async () => {
    const entries = await io.files.list(folder);
    const parts = await Promise.all(entries.map(async (entry) => lookAt(entry, join(folder, entry.name), io)));
    return parts.flat();
  });
}

async function lookAt({ name, kind }: FolderEntry, path: string, io: Io): Promise<Trove> {
  if (kind === 'folder') return name === 'node_modules' || name.startsWith('.') ? [] : walk(path, io);
  if (name !== LEDGER_NAME && !name.endsWith(`.${LEDGER_NAME}`)) return [];
  const shown = shownPath(path, io);
  return attempt(shown, async () => {
    const target = kind === 'link' ? await io.files.kindOf(path) : kind;
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

async function settle(trove: Trove, io: Io): Promise<FoundLedgers> {
  const files: LedgerFile[] = [];
  const complaints: Complaint[] = [];
  const pathInRepository = repositoryPaths(io.files);
  for (const path of trove) {
    if (typeof path !== 'string') {
      complaints.push(path);
      continue;
    }
    const realPath = await io.files.realPath(path);
    files.push({ path, realPath, shown: shownPath(path, io), repositoryPath: await pathInRepository(realPath) });
  }
  files.sort((one, other) => compareText(one.shown, other.shown));
  const firstNames = new Map(files.toReversed().map((file) => [file.realPath, file]));
  return { files: files.filter((file) => firstNames.get(file.realPath) === file), complaints };
}

function shownPath(path: string, { cwd }: Io): string {
  return relative(cwd, path).split(sep).join('/');
}
