/** What words stand for in a repository: which commit, and where it parted from HEAD. */
import * as refusals from './refusals.ts';
import { linesOf, reading, remotesOf, type Repository } from './repository.ts';

const { GitFailure } = refusals;

/** The name of a commit that a word stands for; undefined where there is none. */
export async function commitNamed(repository: Repository, word: string): Promise<string | undefined> {
  return reading(repository, async () => nameOf(repository, `${word}^{commit}`, word === 'HEAD'));
}

/** What a notation stands for; undefined where that is nothing. @param isHead which every repository has that is whole */
async function nameOf(repository: Repository, notation: string, isHead = false): Promise<string | undefined> {
  // No revision begins so: git would take it for an option, and `^main` for what is not in its history.
  if (notation.startsWith('-') || notation.startsWith('^')) return undefined;
  try {
    return (await repository.run(['rev-parse', '--verify', notation])).toString().trim();
  } catch (error) {
    // Of other words git says in many ways that it cannot make a commit of them.
    const isNone = error instanceof GitFailure && (isHead ? NONE : /./u).test(error.said) && !DAMAGE.test(error.said);
    if (isNone) return undefined;
    throw error;
  }
}

const NONE = /Needed a single revision$/u;

/** What git says of objects that it cannot read, or that it looked for in vain on its way to the one that is asked for. */
const DAMAGE = /inflate|corrupt|unable to unpack|does not match index|Could not read/u;

/** @throws {Refusal} where the repository has no such revision, or no commits at all */
export async function findCommit(repository: Repository, word: string): Promise<string> {
  const found = await commitNamed(repository, word);
  if (found !== undefined) return found;
  const isEmpty = (await commitNamed(repository, 'HEAD')) === undefined;
  for (const one of [word, 'HEAD']) await expectNoLoss(repository, one);
  if (isEmpty) throw refusals.noCommits(repository.asker);
  throw refusals.unknownRef(repository.asker, word, await surroundingsOf(repository));
}

/** @throws {Refusal} where a branch or a commit names what is not there */
async function expectNoLoss(repository: Repository, word: string): Promise<void> {
  const name = await nameOf(repository, word);
  // A hash that somebody gives in full is a name, whether there is anything of that name or not.
  if (name === undefined || name === word.toLowerCase()) return;
  await reading(repository, async () => repository.blobs.stream(name, { begin: () => {}, add: () => {} }));
}

/** Where HEAD and a revision parted. @throws {Refusal} where that cannot be told for certain */
export async function mergeBase(repository: Repository, word: string): Promise<string> {
  const commit = await findCommit(repository, word);
  return reading(repository, async () => baseOf(repository, word, commit));
}

async function baseOf(repository: Repository, word: string, commit: string): Promise<string> {
  const base = await firstAncestor(repository, commit);
  // Behind the end of a shallow clone there may be a nearer one.
  if (repository.isShallow && (base === undefined || (await isCutShort(repository, commit, base)))) {
    throw refusals.tooShallow(repository.asker, word, await surroundingsOf(repository));
  }
  if (base === undefined) throw refusals.noCommonAncestor(repository.asker);
  return base;
}

async function firstAncestor(repository: Repository, commit: string): Promise<string | undefined> {
  try {
    const [first = ''] = (await repository.run(['merge-base', 'HEAD', commit])).toString().split('\n');
    return first;
  } catch (error) {
    if (error instanceof GitFailure && error.isNo) return undefined;
    throw error;
  }
}

/** Whether a commit that came after the base has parents that the clone lacks. */
async function isCutShort(repository: Repository, commit: string, base: string): Promise<boolean> {
  const since = await linesOf(repository, ['rev-list', '--max-parents=0', 'HEAD', commit, '--not', base]);
  for (const root of since) if (await isCutOff(repository, root)) return true;
  return false;
}

/** Whether a commit seems to have no parents, because a shallow clone ends there, while its object names them. */
export async function isCutOff(repository: Repository, commit: string): Promise<boolean> {
  const object = Buffer.from(await repository.blobs.read(commit)).toString();
  if (!/^tree [0-9a-f]+\nparent /u.test(object)) return false;
  return (await linesOf(repository, ['rev-list', '--max-count=1', '--parents', commit])).every(
    (line) => !line.includes(' '),
  );
}

async function surroundingsOf(repository: Repository): Promise<refusals.Surroundings> {
  const refs = await linesOf(repository, ['for-each-ref', '--format=%(refname:short)']);
  return { refs, remotes: await remotesOf(repository), isShallow: repository.isShallow };
}
