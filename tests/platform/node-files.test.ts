import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Interruption } from '../../src/platform/io.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';

const files = nodeFiles(new AbortController().signal);
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ledger-files-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function put(name: string, text = ''): Promise<string> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

async function glob(pattern: string): Promise<readonly string[]> {
  return (await files.glob(pattern, root)).map((path) => path.slice(root.length + 1)).toSorted();
}

describe('glob', () => {
  test('leaves out dot folders and node_modules, follows links to files and no others', async () => {
    await put('a/ledger.yaml');
    await put('a/.hidden/ledger.yaml');
    await put('node_modules/x/ledger.yaml');
    await put('a/node_modules/x/ledger.yaml');
    await mkdir(join(root, 'b'));
    await symlink('../a/ledger.yaml', join(root, 'b/ledger.yaml'));
    await symlink('../a', join(root, 'b/folder'));
    await symlink('gone', join(root, 'b/dangling.yaml'));
    await symlink('circle.yaml', join(root, 'b/circle.yaml'));
    expect(await glob('**/*.yaml')).toEqual(['a/ledger.yaml', 'b/ledger.yaml']);
    expect(await glob('{a,b}/l?dger.yaml')).toEqual(['a/ledger.yaml', 'b/ledger.yaml']);
    expect(await glob('b/folder/*.yaml')).toEqual(['b/folder/ledger.yaml']);
    expect(await glob('*.yaml')).toEqual([]);
  });

  test('takes patterns with an absolute or a parent path', async () => {
    await put('a/ledger.yaml');
    expect(await files.glob(`${root}/*/ledger.yaml`, '/')).toEqual([join(root, 'a/ledger.yaml')]);
    expect(await files.glob('../*/ledger.yaml', join(root, 'a'))).toEqual([join(root, 'a/ledger.yaml')]);
  });

  test('takes the signs in the working folder and its dot as they are', async () => {
    const path = await put('.a/[b]/c/ledger.yaml');
    expect(await files.glob('*/ledger.yaml', join(root, '.a/[b]'))).toEqual([path]);
  });
});

test('the first file that makes a run long is told of, once', async () => {
  const told: string[] = [];
  const machine = nodeFiles(new AbortController().signal, {
    onLarge: (path, bytes) => told.push(`${basename(path)} ${bytes}`),
  });
  await machine.read(await put('small', ' '.repeat(10_000_000)));
  expect(told).toEqual([]);
  for (const name of ['large', 'other']) await machine.read(await put(name, ' '.repeat(10_000_001)));
  expect(told).toEqual(['large 10000001']);
});

describe('write', () => {
  test('makes a file and leaves nothing beside it', async () => {
    await files.write(join(root, 'a.json'), '许可');
    expect(await readFile(join(root, 'a.json'), 'utf8')).toBe('许可');
    expect(await readdir(root)).toEqual(['a.json']);
  });

  test('keeps the mode of what it replaces', async () => {
    const path = await put('a.json', 'a longer text than before');
    await chmod(path, 0o640);
    await files.write(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  test('writes where a link leads, and the link stays', async () => {
    const target = await put('real/a.json', 'old');
    await symlink('real/a.json', join(root, 'link.json'));
    await files.write(join(root, 'link.json'), 'new');
    expect(await readlink(join(root, 'link.json'))).toBe('real/a.json');
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  test('never replaces a device', async () => {
    await files.write('/dev/null', 'x');
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test.each([
    ['a folder', '.', 'EISDIR'],
    ['a folder that is not there', 'gone/a.json', 'ENOENT'],
    ['below a file', 'file/a.json', 'ENOTDIR'],
  ])('fails for %s with the words of the system and leaves nothing behind', async (_, name, code) => {
    await put('file');
    await expect(files.write(join(root, name), 'x')).rejects.toMatchObject({ code });
    expect(await readdir(root)).toEqual(['file']);
  });

  test('leaves all as it was once the run is interrupted', async () => {
    const path = await put('a.json', 'old');
    const interruption = new AbortController();
    interruption.abort(new Interruption());
    await expect(nodeFiles(interruption.signal).write(path, 'new')).rejects.toBeInstanceOf(Interruption);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['a.json']);
  });
});

describe('kindOf', () => {
  test('follows links and tells what is neither file nor folder', async () => {
    const path = await put('a/file');
    await symlink('a', join(root, 'folder-link'));
    await symlink('gone', join(root, 'dangling'));
    expect(await files.kindOf(path)).toBe('file');
    expect(await files.kindOf(join(root, 'folder-link'))).toBe('folder');
    expect(await files.kindOf('/dev/null')).toBe('other');
    expect(await files.kindOf(join(root, 'dangling'))).toBeUndefined();
    expect(await files.kindOf(`${path}\0`)).toBeUndefined();
    await expect(files.kindOf(join(path, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('list', () => {
  test('names links as links', async () => {
    await put('file');
    await mkdir(join(root, 'folder'));
    await symlink('file', join(root, 'link'));
    const entries = [...(await files.list(root))].toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect(entries).toEqual([
      { name: 'file', kind: 'file' },
      { name: 'folder', kind: 'folder' },
      { name: 'link', kind: 'link' },
    ]);
  });
});
