import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { type Bundle, Interruption } from '../../src/platform/io.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';
import { ZipWriter } from '../../src/platform/zip-writer.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NAMES = ['index.html', 'evidence/line/合同 1.pdf', 'evidence/line/a b', 'evidence/empty', '-x'];

let root: string;
beforeEach(async () => {
  root = await temporaryFolder({ 'source/large.bin': 'abcdef', 'source/nothing': '' });
});

async function make(
  target: string,
  fill: (bundle: Bundle) => Promise<void>,
  signal = new AbortController().signal,
): Promise<void> {
  await nodeFiles(signal).bundle(path.join(root, target), fill);
}

const source = (name: string): readonly [string, string] => [
  path.join(root, 'source', name),
  path.join(root, 'source'),
];

async function whole(bundle: Bundle): Promise<void> {
  for (const name of NAMES) await bundle.add(name, name === 'evidence/empty' ? '' : `内容 ${name}`);
  expect(await bundle.copy('large/copied.bin', ...source('large.bin'))).toMatch(/^bef57ec7/u);
  await bundle.copy('large/nothing', ...source('nothing'));
}

async function unzip(zip: string): Promise<string> {
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
  const out = path.join(root, 'out');
  execFileSync('python3', ['-c', script, path.join(root, zip), out]);
  return out;
}

describe.each(['pack', '迎检 材料.zip', 'UPPER.ZIP'])('%s', (target) => {
  test('is whole, and coreutils find every file as the manifest says', async () => {
    await make(target, whole);
    expect(await readdir(root)).toEqual(expect.arrayContaining([target, 'source']));
    expect(await readdir(root)).toHaveLength(2);
    const folder = /\.zip$/iu.test(target) ? await unzip(target) : path.join(root, target);
    const answer = execFileSync('sha256sum', ['--check', '--strict', 'manifest.sha256'], { cwd: folder }).toString();
    expect(answer.match(/: OK$/gmu)).toHaveLength(NAMES.length + 2);
    expect(await readFile(path.join(folder, 'evidence/line/合同 1.pdf'), 'utf8')).toBe('内容 evidence/line/合同 1.pdf');
    expect(await readFile(path.join(folder, 'large/copied.bin'), 'utf8')).toBe('abcdef');
    // What coreutils write themselves for these names is the same.
    const own = execFileSync('sha256sum', ['--', ...NAMES], { cwd: folder }).toString();
    expect((await readFile(path.join(folder, 'manifest.sha256'), 'utf8')).startsWith(own)).toBe(true);
  });

  test.each(['a file', 'a folder', 'an empty folder', 'a link that leads nowhere'])(
    'never takes the place of %s',
    async (what) => {
      const place = path.join(root, target);
      if (what === 'a file') await writeFile(place, 'mine');
      else if (what === 'a link that leads nowhere') await symlink('gone', place);
      else await mkdir(place);
      if (what === 'a folder') await writeFile(path.join(place, 'mine'), 'mine');
      await expect(make(target, whole)).rejects.toMatchObject({ code: 'EEXIST' });
      expect(await readdir(root)).toHaveLength(2);
      if (what === 'a folder') expect(await readdir(place)).toEqual(['mine']);
    },
  );

  test('does not take a place that was taken meanwhile', async () => {
    const made = make(target, async (bundle) => {
      await whole(bundle);
      await writeFile(path.join(root, target), 'mine');
    });
    await expect(made).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path.join(root, target), 'utf8')).toBe('mine');
    expect(await readdir(root)).toHaveLength(2);
  });

  test.each(['between two files', 'at the end'])('leaves nothing behind where it is given up %s', async (when) => {
    const controller = new AbortController();
    const made = make(
      target,
      async (bundle) => {
        await bundle.add('a', 'a');
        controller.abort(new Interruption());
        if (when === 'between two files') await bundle.add('b', 'b');
      },
      controller.signal,
    );
    await expect(made).rejects.toThrow(Interruption);
    expect(await readdir(root)).toEqual(['source']);
  });

  test('copies no file from elsewhere, and none that is no file', async () => {
    await symlink('/etc/passwd', path.join(root, 'source/link'));
    execFileSync('mkfifo', [path.join(root, 'source/pipe')]);
    const found: (string | undefined)[] = [];
    await make(target, async (bundle) => {
      for (const name of ['link', 'pipe', 'gone', '../outside', '.'])
        found.push(await bundle.copy('x', ...source(name)));
    });
    expect(found).toEqual(Array.from({ length: 5 }));
  });

  test('into a folder that is not there, it is an error of the system', async () => {
    await expect(make(`gone/${target}`, whole)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('the same files give the same bytes', async () => {
  await make('one.zip', whole);
  await make('two.zip', whole);
  expect(await readFile(path.join(root, 'one.zip'))).toEqual(await readFile(path.join(root, 'two.zip')));
});

test('a zip of more entries than 16 bits count, with a large one among them, is read by others', async () => {
  const made = Buffer.alloc(16_000_000);
  let length = 0;
  const zip = new ZipWriter({
    async write(bytes, from, count, at) {
      made.set(bytes.subarray(from, from + count), at);
      length = Math.max(length, at + count);
      return { bytesWritten: count };
    },
  });
  const bytes = Buffer.from('x');
  for (let number = 0; number < 65_600; number += 1) await zip.add(`file ${number}`, 1, [bytes]);
  // Announced as larger than it turns out to be: its numbers stand where 64 bits have room.
  await zip.add('large', 5_000_000_000, [bytes]);
  await zip.end();
  await writeFile(path.join(root, 'many.zip'), made.subarray(0, length));
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.read("large"))';
  const answer = execFileSync('python3', ['-c', script, path.join(root, 'many.zip')]).toString();
  expect(answer).toBe("65601 b'x'\n");
}, 60_000);
