import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { endOfCertificate, openWithin, piecesOf } from '../../src/platform/evidence-files.ts';
import { Interruption } from '../../src/platform/io.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { inspect } = nodeFiles(new AbortController().signal);
let root: string;
let within: string;

beforeEach(async () => {
  root = await temporaryFolder({ 'repo/a.txt': '合同', 'elsewhere/b.txt': 'secret', 'repo2/c.txt': '' });
  within = path.join(root, 'repo');
});

describe('inspect', () => {
  test('hashes a file, however large', async () => {
    const file = path.join(within, 'large.bin');
    const bytes = Buffer.alloc(3_000_000, 'ledger');
    await writeFile(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await inspect(file, within)).toEqual({ found: 'file', sha256 });
    expect(await inspect(path.join(within, 'a.txt'), within)).toMatchObject({
      sha256: createHash('sha256').update('合同').digest('hex'),
    });
  });

  test.each([
    ['gone.txt', 'nothing'],
    ['a.txt/below', 'nothing'],
    ['nul\0.txt', 'nothing'],
    ['dangling', 'nothing'],
    ['.', 'folder'],
    ['folder', 'folder'],
    ['../elsewhere/b.txt', 'outside'],
    ['../elsewhere/gone.txt', 'outside'],
    ['../repo2/c.txt', 'outside'],
    ['..', 'outside'],
    ['/etc/passwd', 'outside'],
    ['link-out', 'outside'],
    ['folder-out/b.txt', 'outside'],
    ['device-link', 'outside'],
    ['link-in', 'file'],
    ['folder/../a.txt', 'file'],
    ['..a.txt', 'file'],
  ])('%j is %s', async (name, found) => {
    await mkdir(path.join(within, 'folder'));
    await writeFile(path.join(within, '..a.txt'), '');
    for (const [link, target] of [
      ['link-in', 'a.txt'],
      ['link-out', '../elsewhere/b.txt'],
      ['folder-out', '../elsewhere'],
      ['device-link', '/dev/zero'],
      ['dangling', 'gone'],
    ] as const) {
      await symlink(target, path.join(within, link));
    }
    expect(await inspect(path.resolve(within, name), within)).toMatchObject({ found });
  });

  test('takes a folder that a link leads to for what it is', async () => {
    const link = path.join(root, 'link');
    await symlink('repo', link);
    expect(await inspect(path.join(link, 'a.txt'), link)).toMatchObject({ found: 'file' });
    expect(await inspect(path.join(within, 'a.txt'), link)).toMatchObject({ found: 'outside' });
  });

  test('opens no pipe and no socket, and waits for neither', async () => {
    const pipe = path.join(within, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await inspect(pipe, within)).toEqual({ found: 'other' });

    const socket = path.join(within, 'socket');
    const server = createServer().listen(socket);
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await inspect(socket, within)).toEqual({ found: 'other' });
  });

  test('tells what the system refuses', async () => {
    const circle = path.join(within, 'circle');
    await symlink('circle', circle);
    await expect(inspect(circle, within)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(inspect(path.join(within, 'x'.repeat(300)), within)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  });

  test('takes of a file that grows what it held when it was opened', async () => {
    const file = path.join(within, 'a.txt');
    const opened = await openWithin(file, within);
    if (opened.found !== 'file') throw new Error(opened.found);
    await appendFile(file, 'more');
    const pieces: Uint8Array[] = [];
    const { signal } = new AbortController();
    for await (const piece of piecesOf(opened.handle, opened.size, signal)) pieces.push(piece);
    await opened.handle.close();
    expect(Buffer.concat(pieces).toString()).toBe('合同');
  });

  test('stops when the run is interrupted', async () => {
    const interruption = new AbortController();
    interruption.abort(new Interruption());
    const files = nodeFiles(interruption.signal);
    await expect(files.inspect(path.join(within, 'a.txt'), within)).rejects.toBeInstanceOf(Interruption);
  });
});

const certificate = async (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../fixtures/certificates/${name}`, import.meta.url)));

describe('the end of a certificate', () => {
  const LEAF = '2028-11-20T16:00:00.000Z';

  test.each([
    ['PEM', ['leaf.pem'], LEAF],
    ['DER', ['leaf.der'], LEAF],
    ['a chain', ['leaf.pem', 'root.pem'], LEAF],
    ['a chain that begins with the authority', ['root.pem', 'leaf.pem'], LEAF],
    ['an authority alone', ['root.pem'], '2036-11-20T23:59:59.000Z'],
    ['a certificate without an end', ['endless.pem'], '9999-12-31T23:59:59.000Z'],
  ])('is read from %s', async (_, names, end) => {
    const bytes = Buffer.concat(await Promise.all(names.map(certificate)));
    expect(endOfCertificate(bytes)?.toISOString()).toBe(end);
  });

  test('is read from PEM with words around it and Windows line ends', async () => {
    const pem = (await certificate('leaf.pem')).toString().replaceAll('\n', '\r\n');
    expect(endOfCertificate(Buffer.from(`\uFEFFsubject=示例\r\n${pem}再见`))?.toISOString()).toBe(LEAF);
  });

  test('is none where there is no certificate', async () => {
    const [pem, der] = [(await certificate('leaf.pem')).toString(), await certificate('leaf.der')];
    const others = ['', '0', '%PDF-1.7', pem.replaceAll('CERTIFICATE', 'PUBLIC KEY'), pem.replace('MII', 'AAA')];
    for (const text of others) expect(endOfCertificate(Buffer.from(text))).toBeUndefined();
    expect(endOfCertificate(der.subarray(0, -1))).toBeUndefined();
  });
});

describe('a pointer of Git LFS', () => {
  const sha256 = 'ab'.repeat(32);
  const pointer = (more = ''): string =>
    `version https://git-lfs.github.com/spec/v1\n${more}oid sha256:${sha256}\nsize 12345\n`;

  test.each([
    ['as Git LFS writes it', pointer(), true],
    ['with the keys of an extension', pointer(`ext-0-foo sha256:${'cd'.repeat(32)}\n`), true],
    ['with the line ends of Windows', pointer().replaceAll('\n', '\r\n'), true],
    ['of an older edition', pointer().replace('git-lfs.github.com', 'hawser.github.com'), false],
    ['that is quoted in a text', `# ${pointer()}`, false],
    ['with another hash', pointer().replace('sha256', 'sha1'), false],
  ])('%s', async (_, text, isPointer) => {
    await writeFile(path.join(within, 'paper.pdf'), text);
    const found = await inspect(path.join(within, 'paper.pdf'), within);
    expect('sha256' in found && found.sha256 === sha256).toBe(isPointer);
  });
});

test.each(['sha1', 'sha256'] as const)('names a file as git with %s does, with either line ends', async (hash) => {
  const repository = path.join(within, hash);
  execFileSync('git', ['init', '-q', `--object-format=${hash}`, repository]);
  const nameOf = (input: string): string =>
    execFileSync('git', ['-C', repository, 'hash-object', '--stdin'], { input, encoding: 'utf8' }).trim();
  for (const text of ['', '合同', 'a\nb\n', 'a\r\nb\r\n', 'a\rb', 'x'.repeat(300_000)]) {
    await writeFile(path.join(within, 'paper.txt'), text);
    const found = await inspect(path.join(within, 'paper.txt'), within, hash);
    const names = [text, text.replaceAll('\r\n', '\n')].map(nameOf);
    expect(found).toMatchObject({ blobNames: [...new Set(names)] });
  }
});
