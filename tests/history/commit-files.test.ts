/** The files of a commit, by what git says of its tree. */
import { describe, expect, test } from 'vitest';

import { CommitFiles, type KnownContents } from '../../src/history/commit-files.ts';
import type { Inspection } from '../../src/platform/io.ts';
import { scriptedRepository } from '../support/scripted-git.ts';

const TREE: readonly (readonly [mode: string, name: string, path: string])[] = [
  ['100644', 'a1', 'a.yaml'],
  ['040000', 'd0', 'dir'],
  ['100755', 'c1', 'dir/c.pdf'],
  ['120000', 'd1', 'dir/up'],
  ['120000', 'b1', 'link'],
  ['120000', 'f1', 'loop'],
  ['120000', 'e1', 'out'],
  ['160000', '99', 'sub'],
  ['120000', 'b2', 'to dir'],
  ['100644', 'a2', '中 文\tx.yaml'],
  ['120000', 'b3', 'gone'],
];
const CONTENTS = {
  a1: 'A',
  a2: '中',
  b1: 'a.yaml',
  b2: 'dir',
  b3: 'nowhere',
  c1: 'C',
  d1: '../a.yaml',
  e1: '/etc/passwd',
  f1: 'loop',
};
const HASHES = {
  A: '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd',
  C: '6b23c0d5f35d1b11f9b683f0b0a617355deb11277d91ae091d399c655b87940d',
};

async function commit(
  known?: KnownContents,
  more: typeof TREE = [],
  contents: Readonly<Record<string, string>> = {},
): Promise<CommitFiles> {
  const lines = [...TREE, ...more].map(
    ([mode, name, path]) => `${mode} ${mode === '040000' ? 'tree' : 'blob'} ${name}\t${path}\0`,
  );
  const script = {
    'ls-tree -r -t -z --full-tree c1': lines.join(''),
    remote: 'origin\n',
    config: 'remote.origin.promisor\n',
  };
  return CommitFiles.of(await scriptedRepository(script, { ...CONTENTS, ...contents }), 'c1', known);
}

const file = (content: keyof typeof HASHES): Inspection => ({
  found: 'file',
  sha256: HASHES[content],
  certificateEnd: undefined,
  isPointer: undefined,
});

describe('what a path leads to', () => {
  test.each<
    [
      path: string,
      kind: string | undefined,
      name: string | undefined,
      real: string | undefined,
      inspected: Inspection['found'],
    ]
  >([
    ['/r', 'folder', undefined, '/r', 'folder'],
    ['/r/a.yaml', 'file', 'a1', '/r/a.yaml', 'file'],
    ['/r/中 文\tx.yaml', 'file', 'a2', '/r/中 文\tx.yaml', 'file'],
    ['/r/dir', 'folder', undefined, '/r/dir', 'folder'],
    ['/r/dir/c.pdf', 'file', 'c1', '/r/dir/c.pdf', 'file'],
    ['/r/link', 'file', 'a1', '/r/a.yaml', 'file'],
    ['/r/dir/up', 'file', 'a1', '/r/a.yaml', 'file'],
    ['/r/to dir', 'folder', undefined, '/r/dir', 'folder'],
    ['/r/to dir/up', 'file', 'a1', '/r/a.yaml', 'file'],
    ['/r/sub', 'folder', undefined, '/r/sub', 'folder'],
    ['/r/none', undefined, undefined, undefined, 'nothing'],
    ['/r/gone', undefined, undefined, undefined, 'nothing'],
    ['/r/a.yaml/x', undefined, undefined, undefined, 'nothing'],
    ['/r/out', undefined, undefined, undefined, 'outside'],
    ['/r/loop', undefined, undefined, undefined, 'outside'],
    ['/s/a.yaml', undefined, undefined, undefined, 'outside'],
    ['/', undefined, undefined, undefined, 'outside'],
  ])('%s', async (path, kind, name, real, inspected) => {
    const files = await commit();
    expect(await files.kindOf(path)).toBe(kind);
    expect(await files.nameOf(path)).toBe(name);
    expect(await files.inspect(path, '/r')).toMatchObject({ found: inspected });
    if (real === undefined)
      await expect(files.realPath(path)).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open', path });
    else expect(await files.realPath(path)).toBe(real);
    if (kind === 'file')
      expect(Buffer.from(await files.read(path)).toString()).toBe(name === 'c1' ? 'C' : name === 'a2' ? '中' : 'A');
    else await expect(files.read(path)).rejects.toMatchObject({ code: 'ENOENT', message: `ENOENT: ${path}` });
  });

  test.each([
    ['/r/.git', 'folder'],
    ['/r/sub/.git', 'file'],
    ['/r/dir/.git', undefined],
    ['/r/none/.git', undefined],
  ])('%s, which no tree holds', async (path, kind) => {
    expect(await (await commit()).kindOf(path)).toBe(kind);
  });

  test('links that follow one another, forty of them', async () => {
    const links = Array.from({ length: 41 }, (_, at) => ['120000', `e${at}e`, `l${at}`] as const);
    const targets = Object.fromEntries(links.map(([, name], at) => [name, at === 0 ? 'a.yaml' : `l${at - 1}`]));
    const files = await commit(undefined, links, targets);
    expect([await files.nameOf('/r/l39'), await files.nameOf('/r/l40')]).toEqual(['a1', undefined]);
  });
});

describe('folders', () => {
  const inDir = [
    { name: 'c.pdf', kind: 'file' },
    { name: 'up', kind: 'link' },
  ];

  test.each([
    ['/r/dir', inDir],
    ['/r/to dir', inDir],
    ['/r/a.yaml', []],
    ['/r/sub', []],
    ['/s', []],
  ])('%s', async (folder, entries) => {
    expect(await (await commit()).list(folder)).toEqual(entries);
  });

  test('the top of the tree', async () => {
    const entries = await (await commit()).list('/r');
    expect(entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'file a.yaml',
      'folder dir',
      'link link',
      'link loop',
      'link out',
      'folder sub',
      'link to dir',
      'file 中 文\tx.yaml',
      'link gone',
    ]);
  });

  test('patterns', async () => {
    expect(await (await commit()).glob('**/*.{yaml,pdf}', '/r')).toEqual(
      expect.arrayContaining(['/r/a.yaml', '/r/dir/c.pdf']),
    );
  });
});

describe('a file that proves something', () => {
  test.each<[path: string, within: string, inspection: Inspection]>([
    ['/r/a.yaml', '/r', file('A')],
    ['/r/dir/c.pdf', '/r/dir', file('C')],
    ['/r/to dir/c.pdf', '/r', file('C')],
    ['/r/a.yaml', '/r/dir', { found: 'outside' }],
    ['/r/dir/up', '/r/dir', { found: 'outside' }],
    ['/r/to dir/c.pdf', '/r/dir', { found: 'outside' }],
  ])('%s within %s', async (path, within, inspection) => {
    expect(await (await commit()).inspect(path, within)).toEqual(inspection);
  });

  test('is not read where it is known, by its name or by its hash', async () => {
    const byName: Inspection = { found: 'file', sha256: 'known by name' };
    const byHash: Inspection = { found: 'file', sha256: 'known by hash' };
    const files = await commit({ byBlob: new Map([['c1', byName]]), bySha256: new Map([[HASHES.A, byHash]]) });
    expect(await files.inspect('/r/dir/c.pdf', '/r')).toBe(byName);
    expect(await files.inspect('/r/a.yaml', '/r')).toBe(byHash);
  });

  test('is refused where a partial clone lacks it', async () => {
    const files = await commit(undefined, [['100644', 'ee', 'lacking']]);
    for (const work of [files.read('/r/lacking'), files.inspect('/r/lacking', '/r')]) {
      await expect(work).rejects.toMatchObject({
        name: 'Refusal',
        complaint: { remedy: { en: expect.stringMatching(/--refetch/u) } },
      });
    }
  });
});
