/** A commit beside the working tree: from which of the two each path is read. */
import { describe, expect, test } from 'vitest';

import { Checkout } from '../../src/history/checkout.ts';
import { CommitFiles } from '../../src/history/commit-files.ts';
import { commitSide } from '../../src/history/commit-side.ts';
import type { Repository } from '../../src/history/repository.ts';
import type { Files, Inspection } from '../../src/platform/io.ts';
import { scriptedRepository } from '../support/scripted-git.ts';

/** By path from the root: what the working tree has there. */
const HERE: Readonly<Record<string, string>> = { both: 'now', untracked: 'own', added: 'new', 'a.pdf': 'x' };
/** `git hash-object` of `now`. */
const NOW = '7dc6d95485dbee10cdbf3418aab9982f83f1488c';

function nothing(): never {
  throw new Error('not asked for here');
}

const files: Files = {
  kindOf: async (path) => (Object.hasOwn(HERE, path.slice(3)) ? 'file' : undefined),
  read: async (path) => {
    const text = HERE[path.slice(3)];
    if (text === undefined) throw new Error(`nothing here: ${path}`);
    return Buffer.from(text);
  },
  realPath: async (path) => `/real${path}`,
  inspect: async (path, _, names): Promise<Inspection> =>
    Object.hasOwn(HERE, path.slice(3))
      ? { found: 'file', sha256: `here ${path}`, blobNames: names === undefined ? [] : [`${names} ${path}`] }
      : { found: 'nothing' },
  readUpTo: nothing,
  list: nothing,
  glob: nothing,
  write: nothing,
  append: nothing,
  create: nothing,
  update: nothing,
  bundle: nothing,
  renew: nothing,
};

const TREE = ['both', 'left out', 'removed', 'a.pdf'].map((path) => `100644 blob a${path.length}\t${path}\0`).join('');
const CONTENTS = { a4: 'then', a8: 'out', a7: 'old', a5: 'x' };
const INDEX = 'H both\0S left out\0H added\0H a.pdf\0';

async function sides(): Promise<{ repository: Repository; checkout: Checkout; commit: CommitFiles }> {
  const script = {
    'ls-tree': TREE,
    'ls-files': INDEX,
    'diff-index --cached --raw -z --no-ext-diff -M --diff-filter=R c1': ':1 1 x y R100\0old\0new\0',
    'diff-tree -r --raw -z --no-ext-diff -M --diff-filter=R c1 c2': ':1 1 x y R100\0older\0newer\0',
  };
  const repository = await scriptedRepository(script, CONTENTS);
  const checkout = new Checkout(files, repository);
  return { repository, checkout, commit: await CommitFiles.of(repository, 'c2', checkout) };
}

async function textOf(read: Promise<Uint8Array>): Promise<string> {
  return read.then(
    (bytes) => Buffer.from(bytes).toString(),
    () => 'nothing',
  );
}

describe('a commit as this checkout shows it', () => {
  test.each<[path: string, kind: string | undefined, text: string, name: string | undefined, real: string]>([
    ['/r/both', 'file', 'then', 'a4', '/r/both'],
    ['/r/untracked', 'file', 'own', undefined, '/real/r/untracked'],
    ['/r/added', undefined, 'nothing', undefined, 'nothing'],
    ['/r/left out', undefined, 'nothing', undefined, '/real/r/left out'],
    ['/r/removed', 'file', 'old', 'a7', '/r/removed'],
    ['/r/none', undefined, 'nothing', undefined, 'nothing'],
  ])('%s', async (path, kind, text, name, real) => {
    const { checkout, commit } = await sides();
    const shown = checkout.show(commit);
    expect(await shown.kindOf(path)).toBe(kind);
    expect(await textOf(shown.read(path))).toBe(text);
    expect(await shown.nameOf(path)).toBe(name);
    expect(await shown.realPath(path).catch(() => 'nothing')).toBe(real);
    const { found } = await shown.inspect(path, '/r');
    expect(found).toBe(text === 'nothing' ? 'nothing' : 'file');
  });

  test('holds what the commit holds', async () => {
    const { checkout, commit } = await sides();
    const shown = checkout.show(commit);
    expect(await shown.list('/r')).toEqual(await commit.list('/r'));
    expect(await shown.list('/r')).toHaveLength(4);
    expect(await shown.glob('*.pdf', '/r')).toEqual(['/r/a.pdf']);
  });
});

describe('the working tree', () => {
  test('remembers what was read of it, by its name in git', async () => {
    const { checkout } = await sides();
    expect(await checkout.isSame('/r/both', NOW)).toBe(false);
    await checkout.ground.read('/r/both');
    await checkout.files.read('/r/added');
    const same = [NOW, undefined, 'x'].map(async (name) => checkout.isSame('/r/both', name));
    expect(await Promise.all(same)).toEqual([true, false, false]);
    expect(checkout.readBeside(new Set(['/r/added']))).toEqual(['/r/both']);
  });

  test('remembers what was looked at of it, so that it is not read from git', async () => {
    const { checkout, commit } = await sides();
    const seen = await checkout.files.inspect('/r/a.pdf', '/r');
    expect(checkout.bySha256.get('here /r/a.pdf')).toBe(seen);
    expect(checkout.byBlob.get('sha1 /r/a.pdf')).toBe(seen);
    expect(await checkout.files.inspect('/r/none', '/r')).toEqual({ found: 'nothing' });
    checkout.byBlob.set('a5', seen);
    expect(await commit.inspect('/r/a.pdf', '/r')).toBe(seen);
  });

  test('knows what git leaves out of it, and what was renamed since', async () => {
    const { checkout } = await sides();
    expect([await checkout.isLeftOut('/r/left out'), await checkout.isLeftOut('/r/both')]).toEqual([true, false]);
    expect([...(await checkout.renamesSince('c1'))]).toEqual([['new', 'old']]);
    expect(checkout.pathOf('/r/a/b')).toBe('a/b');
  });
});

describe('a commit in its place', () => {
  test('remembers in the same way', async () => {
    const { repository, checkout, commit } = await sides();
    const side = commitSide(repository, { commit: 'c2', tree: commit, checkout });
    expect(side.ground).toBe(commit);
    expect(await textOf(side.files.read('/r/both'))).toBe('then');
    expect(await textOf(side.files.read('/r/untracked'))).toBe('own');
    expect(side.readBeside(new Set(['/r/untracked']))).toEqual(['/r/both']);
    const same = [
      await side.isSame('/r/both', 'a4'),
      await side.isSame('/r/both', 'a5'),
      await side.isSame('/r/none', undefined),
    ];
    expect(same).toEqual([true, false, false]);
    expect(await side.isLeftOut('/r/left out')).toBe(false);
    expect([...(await side.renamesSince('c1'))]).toEqual([['newer', 'older']]);

    const seen = await side.files.inspect('/r/removed', '/r');
    expect(checkout.byBlob.get('a7')).toBe(seen);
    const before = checkout.byBlob.size;
    for (const path of ['/r/untracked', '/r/none']) await side.files.inspect(path, '/r');
    // Of the working tree itself it has the names that git would give.
    expect([...checkout.byBlob.keys()].slice(before)).toEqual(['sha1 /r/untracked']);
  });
});
