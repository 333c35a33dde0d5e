/** The commits that changed a file, under all the names that it had. */
import * as refusals from './refusals.ts';
import { reading, remotesOf, type Repository } from './repository.ts';
import { findCommit, isCutOff } from './revisions.ts';

/** A commit that changed the file. */
export interface Revision {
  readonly commit: string;
  readonly author: string;
  /** When the change was written, not when it was applied: a rebase keeps it. */
  readonly at: Date;
  /** The name of the content here; undefined where the commit removed the file. */
  readonly content: string | undefined;
  /** Those of its parents: none where it made the file, several where branches meet that had different ones. */
  readonly before: readonly string[];
}

/** A revision with the name that the file has in it, and the one that it had before. */
interface NamedRevision extends Revision {
  readonly path: string;
  readonly from: string | undefined;
}

/** A file that was renamed more often was not the same file all the time. */
const MOST_NAMES = 50;

/**
 * Every commit of all branches that led to a commit, the newest first. A merge is among them where it differs from all its parents.
 *
 * @param path from the root of the repository
 * @param tip the commit up to which is told
 * @throws {Refusal} where the clone lacks what is needed to tell
 */
export async function revisionsOf(repository: Repository, path: string, tip = 'HEAD'): Promise<readonly Revision[]> {
  await findCommit(repository, tip);
  const names = new Set([path]);
  const looked = new Set<string>();
  for (;;) {
    const revisions = await revisionsUnder(repository, [...names], tip);
    const beginnings = revisions.filter(
      ({ before, content, commit }) => before.length === 0 && content !== undefined && !looked.has(commit),
    );
    for (const { commit, path: made } of beginnings) {
      looked.add(commit);
      if (repository.isShallow && (await isCutOff(repository, commit))) {
        throw refusals.cutShort(repository.asker, commit, await remotesOf(repository));
      }
      const from = await nameBefore(repository, commit, made);
      if (from !== undefined && names.size < MOST_NAMES) names.add(from);
    }
    for (const { from } of revisions) if (from !== undefined) names.add(from);
    if (beginnings.length === 0) return connected(revisions, path);
  }
}

const FIELDS = '%x01%H%x01%at%x01%aN';

async function revisionsUnder(
  repository: Repository,
  names: readonly string[],
  tip: string,
): Promise<readonly NamedRevision[]> {
  const answer = await reading(repository, async () =>
    repository.run([
      'log',
      '--full-history',
      '--date-order',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--raw',
      '--no-abbrev',
      '-z',
      '-c',
      '-M',
      `--format=${FIELDS}`,
      tip,
      '--',
      ...names,
    ]),
  );
  const tokens = answer.toString().split('\0');
  const revisions: NamedRevision[] = [];
  let head: Pick<Revision, 'commit' | 'author' | 'at'> | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = (tokens[at] ?? '').replace(/^\n/u, '');
    if (token.startsWith('\u0001')) head = headOf(token);
    if (!token.startsWith(':') || head === undefined) continue;
    const { contents, status } = rawOf(token);
    const isRename = status.startsWith('R');
    const [first = '', second = ''] = tokens.slice(at + 1, at + 3);
    at += isRename && contents.length === 2 ? 2 : 1;
    const [content, ...before] = contents.toReversed();
    revisions.push({
      ...head,
      content,
      before: [...new Set(before.filter((one) => one !== undefined))],
      path: isRename && contents.length === 2 ? second : first,
      from: isRename && contents.length === 2 ? first : undefined,
    });
  }
  return revisions;
}

function headOf(token: string): Pick<Revision, 'commit' | 'author' | 'at'> {
  const [, commit = '', seconds = '', ...author] = token.split('\u0001');
  return { commit, at: new Date(Number(seconds) * 1000), author: author.join('') };
}

/** `:MODE MODE NAME NAME STATUS`, with one mode and name more for each further parent, and as many colons as parents. */
function rawOf(token: string): { readonly contents: readonly (string | undefined)[]; readonly status: string } {
  const parents = token.search(/[^:]/u);
  const words = token.slice(parents).split(' ');
  const names = words.slice(parents + 1, 2 * (parents + 1));
  return { contents: names.map((name) => (/^0+$/u.test(name) ? undefined : name)), status: words.at(-1) ?? '' };
}

/** The name of a file before the commit that made it, where git takes it for renamed. */
async function nameBefore(repository: Repository, commit: string, path: string): Promise<string | undefined> {
  const args = ['diff-tree', '-r', '--raw', '-z', '-M', '--no-commit-id', '--no-ext-diff', '--diff-filter=R', commit];
  const tokens = (await reading(repository, async () => repository.run(args))).toString().split('\0');
  for (let at = 0; at + 2 < tokens.length; at += 3) if (tokens[at + 2] === path) return tokens[at + 1];
  return undefined;
}

/** A name may have been another file's before or since: only what goes over into one another is one file. */
function connected(revisions: readonly NamedRevision[], path: string): readonly Revision[] {
  if (revisions.every((revision) => revision.path === path)) return revisions;
  const ours = new Set<string>();
  const newest = revisions.find((revision) => revision.path === path);
  for (const content of [newest?.content, ...(newest?.before ?? [])]) if (content !== undefined) ours.add(content);
  for (let size = 0; size < ours.size;) {
    size = ours.size;
    for (const { content, before } of revisions) {
      const all = content === undefined ? before : [content, ...before];
      if (all.some((one) => ours.has(one))) for (const one of all) ours.add(one);
    }
  }
  return revisions.filter(({ content, before }) =>
    [content, ...before].some((one) => one !== undefined && ours.has(one)),
  );
}
