/** What our side makes of git's answers: which repository is meant, which commit, and what to do where there is none. */
import { describe, expect, test } from 'vitest';

import { Refusal } from '../../src/command-line/complaint.ts';
import { indexOf, renamesBetween, renamesSince } from '../../src/history/index-files.ts';
import { GitFailure } from '../../src/history/refusals.ts';
import { openRepository, reading, remotesOf } from '../../src/history/repository.ts';
import { commitNamed, findCommit, isCutOff, mergeBase } from '../../src/history/revisions.ts';
import {
  DESCRIBE,
  FACTS,
  type GitAnswer,
  type GitScript,
  scriptedGit,
  scriptedRepository,
} from '../support/scripted-git.ts';

const SET = {
  PATH: '/bin',
  GIT_DIR: '.git',
  GIT_WORK_TREE: '.',
  GIT_INDEX_FILE: '.git/next',
  GIT_OBJECT_DIRECTORY: '../objects',
  GIT_PREFIX: 'a/',
  GIT_NAMESPACE: 'n',
};
const NONE = {
  PATH: '/bin',
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_PREFIX: undefined,
  GIT_NAMESPACE: undefined,
  GIT_SHALLOW_FILE: undefined,
};
const FROM_THE_TOP = {
  PATH: '/bin',
  GIT_DIR: '/r/.git',
  GIT_WORK_TREE: '/r',
  GIT_INDEX_FILE: '/r/a/.git/next',
  GIT_OBJECT_DIRECTORY: '/r/objects',
  GIT_PREFIX: undefined,
  GIT_NAMESPACE: 'n',
};

/** The refusal of some work, as `WHERE: WHAT / REMEDY`. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { where, what, remedy } = error.complaint;
    expect([what.zh, remedy.zh]).toEqual([
      expect.stringMatching(/\p{Script=Han}/u),
      expect.stringMatching(/\p{Script=Han}.*[。？]$/su),
    ]);
    return `${where}: ${what.en} / ${remedy.en}`;
  }
}

const open = async (answer: Error | { readonly code: number; readonly stderr: string }): Promise<unknown> =>
  openRepository(
    '/r',
    { root: undefined, asker: 'ledger log' },
    { git: scriptedGit({ 'rev-parse': answer }).git, env: {}, cwd: '/' },
  );

describe('the repository of a folder', () => {
  test.each<
    [name: string, folder: string, root: string | undefined, env: object, asked: readonly string[], place: object]
  >([
    ['that was found', '/r/a', '/r', { PATH: '/bin' }, ['/r/a'], { PATH: '/bin' }],
    ['that nobody looked for', '/r/..a', undefined, { PATH: '/bin' }, ['/r/..a'], { PATH: '/bin' }],
    ['that the environment names', '/r/b', undefined, SET, ['/r/a'], FROM_THE_TOP],
    ['that lies in another one than the environment names', '/r/b', '/r/b', SET, ['/r/a', '/r/b'], NONE],
    ['outside the one that the environment names', '/s', undefined, SET, ['/r/a', '/s'], NONE],
  ])('%s', async (_, folder, root, env, asked, place) => {
    const script = scriptedGit({ 'rev-parse': FACTS, status: 'x' });
    const surroundings = { git: script.git, env: { ...env }, cwd: '/r/a' };
    const repository = await openRepository(folder, { root, asker: 'x' }, surroundings);
    expect(repository).toMatchObject({ root: '/r', hash: 'sha1', isShallow: false, asker: 'x' });
    expect(repository.pathOf('/r/a/b.yaml')).toBe('a/b.yaml');
    expect((await repository.run(['status'])).toString()).toBe('x');
    expect(script.asked.map(({ cwd }) => cwd)).toEqual([...asked, '/r']);
    expect(script.asked.at(-1)?.env).toEqual(place);
  });

  test('of another hash, and shallow', async () => {
    expect(await scriptedRepository({}, {}, '/r\n/r/.git\nsha256\ntrue\n')).toMatchObject({
      hash: 'sha256',
      isShallow: true,
    });
  });

  test.each<[said: string, refused: string]>([
    ['fatal: not a git repository', '--since x: /r is not in a git repository / Run `git init`.'],
    [
      'fatal: detected dubious ownership',
      '--since x: /r belongs to another user, so git does not read it / Run `git config --global --add safe.directory /r`.',
    ],
    [
      'fatal: this operation must be run in a work tree',
      '--since x: this is a bare repository: it has no working tree / Run `git worktree add ../ledger-worktree HEAD`.',
    ],
  ])('that git will not work in: %s', async (stderr, refused) => {
    expect(await refusalOf(scriptedRepository({ [DESCRIBE]: { code: 128, stderr } }))).toBe(refused);
  });

  test('without git, or with a failure that nobody knows', async () => {
    const missing = Object.assign(new Error('spawn git ENOENT'), { code: 'ENOENT', syscall: 'spawn git' });
    expect(await refusalOf(open(missing))).toBe(
      'ledger log: git was not found / Install git and make sure that it is on the PATH.',
    );
    await expect(open(new Error('other'))).rejects.toThrow('other');
    await expect(open({ code: 1, stderr: ' fatal: bad config \n' })).rejects.toMatchObject({
      name: 'GitFailure',
      said: 'fatal: bad config',
    });
  });
});

const NOTHING = { code: 1, stderr: '' };
const NO_SUCH = { code: 128, stderr: 'fatal: Needed a single revision' };
const named = (word: string): string => `rev-parse --verify ${word}^{commit}`;
const SHALLOW = '/r\n/r/.git\nsha1\ntrue\n';
const REMOTES = { remote: 'backup\norigin\n', 'for-each-ref': 'main\norigin/main\nv1.0.0\n' };

describe('a commit', () => {
  test('is what git names, and no option', async () => {
    const repository = await scriptedRepository({
      [named('main')]: 'abc\n',
      [named('x')]: NO_SUCH,
      [named('x@{9}')]: { code: 0, stderr: "warning: log for 'x' only goes back to Sat, 28 Nov 2026" },
      [named('bad')]: new Error('no'),
      [named('silent')]: { code: 128, stderr: '' },
    });
    expect(await commitNamed(repository, 'main')).toBe('abc');
    for (const word of ['x', 'x@{9}', '-x', '']) expect(await commitNamed(repository, word)).toBeUndefined();
    await expect(commitNamed(repository, 'bad')).rejects.toThrow('no');
    // One that was ended while it waited would wait again, whatever it is asked next.
    await expect(commitNamed(repository, 'silent')).rejects.toThrow('without an answer');
    expect(await findCommit(repository, 'main')).toBe('abc');
  });

  test('is missing where there are none', async () => {
    const repository = await scriptedRepository({ 'rev-parse': NO_SUCH });
    expect(await refusalOf(findCommit(repository, 'main'))).toBe(
      '--since x: the repository has no commits yet / Run `git commit`.',
    );
  });

  const SEE = 'Run `git branch --all` to see the branches.';
  const SEE_REFLOG =
    'Run `git reflog` to see how far back this repository has records; a clone has none of those of its origin.';

  test.each<[word: string, isShallow: boolean, more: GitScript, remedy: string]>([
    ['topic', false, REMOTES, 'Run `git fetch origin topic:topic`.'],
    ['topic', true, REMOTES, 'Run `git fetch --unshallow origin topic:topic`.'],
    ['topic', false, { ...REMOTES, remote: 'backup\n' }, 'Run `git fetch backup topic:topic`.'],
    ['topic', false, { ...REMOTES, remote: '\n' }, SEE],
    ['mian', false, { ...REMOTES, remote: '' }, 'Did you mean `main`?'],
    ['mian', false, REMOTES, 'Did you mean `main`? If not, run `git fetch origin mian:mian`.'],
    ['backup/topic/a', false, REMOTES, 'Run `git fetch backup topic/a:refs/remotes/backup/topic/a`.'],
    ['0123456', false, REMOTES, 'Run `git fetch origin 0123456`.'],
    ['012345', false, REMOTES, 'Run `git fetch origin tag 012345`.'],
    ['v2', false, REMOTES, 'Run `git fetch origin tag v2`.'],
    ['version', false, REMOTES, 'Run `git fetch origin version:version`.'],
    ['HEAD~20', false, REMOTES, SEE],
    ['HEAD~20', true, REMOTES, 'Run `git fetch --unshallow origin`.'],
    ['HEADS', true, REMOTES, 'Run `git fetch --unshallow origin`.'],
    ['topic@{u}', false, REMOTES, SEE],
    ['topic@{1}', false, REMOTES, SEE_REFLOG],
    ['@{1.week.ago}', false, REMOTES, SEE_REFLOG],
    ['-topic', false, REMOTES, SEE],
  ])('%s is not there (shallow: %s)', async (word, isShallow, more, remedy) => {
    const script = { 'rev-parse': NO_SUCH, [named('HEAD')]: 'abc\n', ...more };
    const repository = await scriptedRepository(script, {}, isShallow ? SHALLOW : FACTS);
    expect(await refusalOf(findCommit(repository, word))).toBe(
      `--since x: the repository has no such revision / ${remedy}`,
    );
  });

  test('the remotes, the usual one first', async () => {
    expect(await remotesOf(await scriptedRepository({ remote: 'a\norigin\nb\n' }))).toEqual(['origin', 'a', 'b']);
  });
});

const parents = (commit: string): string => `rev-list --max-count=1 --parents ${commit}`;

describe('where two parted', () => {
  const script = { [named('main')]: 'c1\n', 'merge-base HEAD c1': 'b1\nb2\n', ...REMOTES };
  const since = 'rev-list --max-parents=0 HEAD c1 --not b1';
  const MADE = { a1: 'tree ab\nparent cd\n', a2: 'tree ab\nauthor x\n\nparent ' };

  test('the first of the nearest', async () => {
    expect(await mergeBase(await scriptedRepository(script), 'main')).toBe('b1');
  });

  test('nowhere, or git does not say', async () => {
    const none = await scriptedRepository({ ...script, 'merge-base HEAD c1': NOTHING });
    expect(await refusalOf(mergeBase(none, 'main'))).toBe(
      '--since x: it and HEAD have no common ancestor / Give the revision from which this branch started; `git log --oneline --graph --all` shows the history.',
    );
    const bad = await scriptedRepository({ ...script, 'merge-base HEAD c1': { code: 128, stderr: 'fatal' } });
    await expect(mergeBase(bad, 'main')).rejects.toBeInstanceOf(GitFailure);
  });

  test.each<[name: string, more: GitScript, isKnown: boolean]>([
    ['nothing since the base begins without parents', { [since]: '' }, true],
    ['what begins since the base begins there', { [since]: 'a2\n' }, true],
    ['the clone ends after the base', { [since]: 'a2\na1\n', [parents('a1')]: 'a1\n' }, false],
    ['the clone has the parents', { [since]: 'a1\n', [parents('a1')]: 'a1 cd\n' }, true],
    ['there is no base', { 'merge-base HEAD c1': NOTHING }, false],
  ])('in a shallow clone: %s', async (_, more, isKnown) => {
    const repository = await scriptedRepository({ ...script, ...more }, MADE, SHALLOW);
    const base = mergeBase(repository, 'main');
    if (isKnown) expect(await base).toBe('b1');
    else {
      expect(await refusalOf(base)).toBe(
        '--since x: the clone is too shallow to find its common ancestor with HEAD / Run `git fetch --unshallow origin main:main`.',
      );
    }
    repository.close();
  });

  test('a shallow clone without remotes', async () => {
    const repository = await scriptedRepository({ ...script, 'merge-base HEAD c1': NOTHING, remote: '' }, {}, SHALLOW);
    expect(await refusalOf(mergeBase(repository, 'main'))).toMatch(/ \/ Run `git fetch --unshallow`\.$/u);
  });

  test('a commit is cut off where it names parents that git does not', async () => {
    const repository = await scriptedRepository({ [parents('a1')]: 'a1\n' }, MADE);
    expect([await isCutOff(repository, 'a1'), await isCutOff(repository, 'a2')]).toEqual([true, false]);
    repository.close();
  });
});

describe('what a repository lacks', () => {
  const name = 'ab'.repeat(20);
  const PARTIAL =
    '--since x: the clone is partial and does not have what is needed; this program does not download anything';
  const DAMAGED = '--since x: the repository is damaged: it lacks';
  const ELSEWHERE = 'from another clone or a backup.';

  test.each([
    ['fatal: could not fetch x from promisor remote', 'objects'],
    [`fatal: unable to read ${name}`, `the object ${name}`],
    [`error: Could not read ${name}\nfatal: cannot simplify commit x`, `the object ${name}`],
    ['x missing', 'objects'],
    ['fatal: bad object x', 'objects'],
    ['fatal: not a tree object', 'objects'],
  ])('was never fetched, or is lost: %s', async (said, object) => {
    const refused = async (remote: string, config: GitAnswer): Promise<string> => {
      const repository = await scriptedRepository({ remote, config });
      const work = reading(repository, async () => {
        throw new GitFailure(['cat-file'], said);
      });
      return refusalOf(work);
    };
    expect([
      await refused('b\n', 'remote.b.promisor\n'),
      await refused('', 'remote.b.promisor\n'),
      await refused('b\n', NOTHING),
      await refused('', NOTHING),
    ]).toEqual([
      `${PARTIAL} / Run \`git fetch --refetch --no-filter b\`.`,
      `${PARTIAL} / Run \`git fetch --refetch --no-filter origin\`.`,
      `${DAMAGED} ${object} of its history / Run \`git fetch --refetch b\` to fetch all again; take what is still missing ${ELSEWHERE}`,
      `${DAMAGED} ${object} of its history / Run \`git fsck\` to see what is missing, and take it ${ELSEWHERE}`,
    ]);
    expect(await refused('', { code: 3, stderr: 'fatal: bad config' })).toContain('cannot read the repository');
  });

  test('all else is what it is', async () => {
    const repository = await scriptedRepository({ remote: '' });
    expect(await reading(repository, async () => 1)).toBe(1);
    const failing = async (error: Error): Promise<unknown> =>
      reading(repository, async () => {
        throw error;
      });
    await expect(failing(new GitFailure([], 'fatal'))).rejects.toBeInstanceOf(GitFailure);
    await expect(failing(new Error('missing'))).rejects.toThrow(/^missing$/u);
  });
});

describe('the index', () => {
  test('says what is followed, and what a sparse checkout leaves out', async () => {
    const repository = await scriptedRepository({ 'ls-files -z -t --full-name': 'H a b.yaml\0S out\0s low\0' });
    const index = await indexOf(repository);
    const asked = ['a b.yaml', 'out', 'low', 'other', ''];
    expect(asked.map((path) => [index.isTracked(path), index.isLeftOut(path)])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ]);
  });

  test('says what was renamed, and so do two commits', async () => {
    const answer = ':1 1 x y R100\0old\0new\0:1 1 x y R090\0a b\0c d\0';
    const repository = await scriptedRepository({
      'diff-index --cached --raw -z --no-ext-diff -M --diff-filter=R c1': answer,
      'diff-tree -r --raw -z --no-ext-diff -M --diff-filter=R c1 c2': answer,
      'diff-tree -r --raw -z --no-ext-diff -M --diff-filter=R c1 c1': '',
    });
    const renames = [
      ['new', 'old'],
      ['c d', 'a b'],
    ];
    expect([...(await renamesSince(repository, 'c1'))]).toEqual(renames);
    expect([...(await renamesBetween(repository, 'c1', 'c2'))]).toEqual(renames);
    expect([...(await renamesBetween(repository, 'c1', 'c1'))]).toEqual([]);
  });
});
