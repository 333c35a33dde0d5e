import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { nodeFiles } from '../../src/platform/node-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let root: string;
let site: string;
beforeEach(async () => {
  root = await temporaryFolder({ 'precious.txt': 'mine' });
  site = path.join(root, 'site');
});

async function renew(files: Readonly<Record<string, string>>): Promise<void> {
  await nodeFiles(new AbortController().signal).renew(site, async ({ add }) => {
    for (const [name, text] of Object.entries(files)) await add(name, text);
  });
}

async function tree(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map(async (file) => [path.relative(site, file), await readFile(file, 'utf8')]));
  return Object.fromEntries(texts);
}

const FIRST = { 'companies/甲-1.html': 'a', 'companies/b.html': 'b', 'index.html': 'first' };

describe('a folder that is made again and again', () => {
  test('holds what was added, as its manifest says, and nothing is left beside it', async () => {
    await renew(FIRST);
    const { 'manifest.sha256': manifest, ...files } = await tree();
    expect(files).toEqual(FIRST);
    expect(manifest?.split('\n')).toHaveLength(4);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest.sha256'], { cwd: site });
    expect((await readdir(root)).toSorted()).toEqual(['precious.txt', 'site']);
  });

  test('loses what is made no more, with its folder, and keeps what others put there', async () => {
    await renew(FIRST);
    await writeFile(path.join(site, 'CNAME'), 'example.com');
    await renew({ 'index.html': 'second', 'zh/ledger.ics': 'c' });
    const { 'manifest.sha256': _, ...files } = await tree();
    expect(files).toEqual({ CNAME: 'example.com', 'index.html': 'second', 'zh/ledger.ics': 'c' });
    expect((await readdir(site)).toSorted()).toEqual(['CNAME', 'index.html', 'manifest.sha256', 'zh']);
  });

  test("never takes the place of somebody's file, and then changes nothing", async () => {
    await mkdir(site);
    await writeFile(path.join(site, 'index.html'), 'by hand');
    await expect(renew(FIRST)).rejects.toMatchObject({ code: 'EEXIST', path: path.join(site, 'index.html') });
    expect(await tree()).toEqual({ 'index.html': 'by hand' });
    expect((await readdir(root)).toSorted()).toEqual(['precious.txt', 'site']);
  });

  test('a manifest that names what lies outside removes nothing there', async () => {
    await renew(FIRST);
    const line = `${'0'.repeat(64)}  ../precious.txt\n${'0'.repeat(64)}  ${root}/precious.txt\n`;
    await writeFile(path.join(site, 'manifest.sha256'), line, { flag: 'a' });
    await renew({ 'index.html': 'second' });
    expect(await readFile(path.join(root, 'precious.txt'), 'utf8')).toBe('mine');
    expect(Object.keys(await tree()).toSorted()).toEqual(['index.html', 'manifest.sha256']);
  });

  test('nothing is written through a link', async () => {
    await mkdir(site);
    await mkdir(path.join(root, 'elsewhere'));
    await symlink(path.join(root, 'elsewhere'), path.join(site, 'companies'));
    await expect(renew(FIRST)).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(await readdir(path.join(root, 'elsewhere'))).toEqual([]);
  });

  test('what stops half-way leaves all as it was', async () => {
    await renew(FIRST);
    const before = await tree();
    const stopped = nodeFiles(new AbortController().signal).renew(site, async ({ add }) => {
      await add('index.html', 'half');
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await tree()).toEqual(before);
    expect((await readdir(root)).toSorted()).toEqual(['precious.txt', 'site']);
  });
});
