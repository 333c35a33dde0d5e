/** One repository, asked through `git`. Nothing in it is ever changed, and nothing that it configures is run. */
import { relative, resolve, sep } from 'node:path';

import type { BlobHash, GitPlace, GitRun, Io } from '../platform/io.ts';
import { systemCodeOf } from '../platform/system-error.ts';
import { Blobs } from './blobs.ts';
import * as refusals from './refusals.ts';

const { GitFailure } = refusals;

/** What asks for git, for the words of a refusal: `--since origin/main`, `ledger log`. */
export type Asker = string;

export interface Repository {
  /** The top of the working tree, absolute, links resolved. */
  readonly root: string;
  /** What names its contents. */
  readonly hash: BlobHash;
  readonly isShallow: boolean;
  readonly asker: Asker;
  /** Runs a command to its end. @throws {GitFailure} where git refuses */
  run(args: readonly string[]): Promise<Buffer>;
  /** A file's path from the root, with forward slashes. */
  pathOf(realPath: string): string;
  readonly blobs: Blobs;
  /** Ends what still runs. */
  close(): void;
}

/** Variables that tell git which repository it works in; a repository inside another one must not take them over. */
const OF_ONE_REPOSITORY = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_SHALLOW_FILE',
];

/**
 * The repository of a folder: the one that the environment names where its working tree holds the folder, else the nearest.
 *
 * @param root of the repository that the folder was found to belong to, if any
 * @throws {Refusal} where git is not there or the folder is in none
 */
export async function openRepository(
  folder: string,
  { root, asker }: { readonly root: string | undefined; readonly asker: Asker },
  { git, env, cwd }: Pick<Io, 'git' | 'env' | 'cwd'>,
): Promise<Repository> {
  // A relative GIT_DIR, as hooks are given it, counts from the working folder.
  const asSet = { cwd: env['GIT_DIR'] === undefined ? folder : cwd, env };
  const found = await describe(asSet, asker, git);
  const isMeant = root === undefined ? isInside(folder, found.root) : root === found.root;
  const facts = isMeant ? found : await describe({ cwd: folder, env: withoutRepository(env) }, asker, git);
  const place = { cwd: facts.root, env: isMeant ? fromTheTop(env, cwd, facts) : withoutRepository(env) };
  const start = async (args: readonly string[]): Promise<GitRun> => git(args, place);
  const blobs = new Blobs(async () => start(['cat-file', '--batch']));
  return {
    ...facts,
    asker,
    blobs,
    run: async (args) => collect(args, await start(args)),
    pathOf: (realPath) => relative(facts.root, realPath).split(sep).join('/'),
    close: () => blobs.close(),
  };
}

interface Facts extends Pick<Repository, 'root' | 'hash' | 'isShallow'> {
  readonly gitFolder: string;
}

async function describe(place: GitPlace, asker: Asker, git: Io['git']): Promise<Facts> {
  const args = [
    'rev-parse',
    '--show-toplevel',
    '--absolute-git-dir',
    '--show-object-format',
    '--is-shallow-repository',
  ];
  try {
    const lines = (await collect(args, await git(args, place))).toString().split('\n');
    const [root = '', gitFolder = '', hash = '', isShallow = ''] = lines;
    return { root: resolve(root), gitFolder, hash: hash === 'sha256' ? hash : 'sha1', isShallow: isShallow === 'true' };
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') throw refusals.noGit(asker);
    if (error instanceof GitFailure) throw refusals.noRepository(asker, place.cwd, error);
    throw error;
  }
}

function withoutRepository(env: Io['env']): Io['env'] {
  return { ...env, ...Object.fromEntries(OF_ONE_REPOSITORY.map((name) => [name, undefined])) };
}

/** The same repository for a git that is started at the top of its working tree. */
function fromTheTop(env: Io['env'], cwd: string, { root, gitFolder }: Facts): Io['env'] {
  if (env['GIT_DIR'] === undefined) return env;
  const paths = OF_ONE_REPOSITORY.filter((name) => name.endsWith('_FILE') || name.endsWith('_DIRECTORY'));
  const absolute = paths.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, resolve(cwd, value)] as const];
  });
  return { ...env, ...Object.fromEntries(absolute), GIT_DIR: gitFolder, GIT_WORK_TREE: root, GIT_PREFIX: undefined };
}

async function collect(args: readonly string[], run: GitRun): Promise<Buffer> {
  run.close();
  const pieces: Uint8Array[] = [];
  for await (const piece of run.stdout) pieces.push(piece);
  await end(args, run);
  return Buffer.concat(pieces);
}

async function end(args: readonly string[], run: GitRun): Promise<void> {
  const { code, stderr } = await run.ended;
  if (code !== 0 || TOO_LATE.test(stderr)) throw new GitFailure(args, stderr.trim(), code);
}

/** What git says beside the oldest entry of a reflog, which it takes for the one of a day before. */
const TOO_LATE = /^warning: log for /mu;

function isInside(folder: string, root: string): boolean {
  const [first] = relative(root, folder).split(sep);
  return first !== '..';
}

/** The remotes by name, the usual one first. */
export async function remotesOf(repository: Repository): Promise<readonly string[]> {
  const all = await linesOf(repository, ['remote']);
  return all.toSorted((one, other) => Number(other === 'origin') - Number(one === 'origin'));
}

/** What a command prints, line by line. @throws {GitFailure} where git refuses */
export async function linesOf(repository: Repository, args: readonly string[]): Promise<readonly string[]> {
  return (await repository.run(args))
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

/**
 * Does work that reads contents. Where the repository lacks some, it says so: a partial clone never had them, another lost them.
 *
 * @throws {Refusal} in place of the failure
 */
export async function reading<Result>(repository: Repository, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitFailure) || !NOT_HERE.test(error.said)) throw error;
    const remotes = await remotesOf(repository);
    if (await isPartial(repository)) throw refusals.notFetched(repository.asker, remotes);
    throw refusals.lost(repository.asker, /[0-9a-f]{40,}/u.exec(error.said)?.[0], remotes);
  }
}

const NOT_HERE = /promisor|not allowed|missing|unable to read|could not (?:fetch|read)|bad object|not a tree object/iu;

/** Whether a remote has promised to bring what is not here. */
async function isPartial(repository: Repository): Promise<boolean> {
  const settings = String.raw`^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$`;
  try {
    await repository.run(['config', '--name-only', '--get-regexp', settings]);
    return true;
  } catch (error) {
    if (error instanceof GitFailure && error.isNo) return false;
    throw error;
  }
}
