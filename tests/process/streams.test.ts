import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { ending, runProgram, runShell, startProgram } from '../support/run-program.ts';
import { AS_OF, EXPIRED, largeLedger } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PIPE_SIZE = 65_536;
const LARGE = { 'ledger.yaml': largeLedger(2000) };

describe('a report longer than a pipe', () => {
  test.each(['json', 'text'])('arrives whole as %s', async (format) => {
    const cwd = await temporaryFolder(LARGE);
    const { code, stdout } = await runProgram(['check', ...AS_OF, '--format', format], { cwd });
    await runProgram(['check', ...AS_OF, '--format', `${format}=report`], { cwd });
    expect(code).toBe(1);
    expect(stdout.length).toBeGreaterThan(4 * PIPE_SIZE);
    expect(stdout).toBe(await readFile(path.join(cwd, 'report'), 'utf8'));
  });

  test('arrives whole with a reader that takes its time', async () => {
    const cwd = await temporaryFolder(LARGE);
    const { stdout } = await runShell('ledger check --as-of 2026-11-21 --format json | (sleep 1; cat)', { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { error: 2000 } });
  });

  test('arrives whole in a file', async () => {
    const cwd = await temporaryFolder(LARGE);
    const { stdout } = await runShell('ledger check --as-of 2026-11-21 --format json > report; cat report', { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { error: 2000 } });
  });
});

describe('a reader that goes away', () => {
  test('is no error, and the verdict keeps its code', async () => {
    const cwd = await temporaryFolder(LARGE);
    const line = 'ledger check --as-of 2026-11-21 --format json | head -n 1; echo "${PIPESTATUS[0]}"';
    const { stdout, stderr } = await runShell(line, { cwd });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n1\n', stderr: '' });
  });

  test('keeps no file from being written', async () => {
    const cwd = await temporaryFolder(LARGE);
    await runShell('ledger check --as-of 2026-11-21 --format text --format json=report.json | true', { cwd });
    expect(JSON.parse(await readFile(path.join(cwd, 'report.json'), 'utf8'))).toMatchObject({
      counts: { error: 2000 },
    });
  });

  test('may have gone from the start', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const child = startProgram(['check', ...AS_OF], { cwd });
    child.stdout?.destroy();
    expect(await ending(child)).toMatchObject({ code: 1, signal: null, stderr: '' });
  });
});

describe('an output that cannot be written', () => {
  test('is 3 with a word on stderr', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { code, stderr } = await runShell('ledger check --as-of 2026-11-21 > /dev/full', { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('stdout: cannot be written: the disk is full');
  });

  test('may fill up half-way: 3 and not a report cut short in silence', async () => {
    const cwd = await temporaryFolder(LARGE);
    const line = 'ulimit -f 100; ledger check --as-of 2026-11-21 --format json > report';
    const { code, stderr } = await runShell(line, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('stdout: cannot be written: the file is too large');
  });

  test('is no fault where it is stderr', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    expect((await runShell('ledger check --frobnicate 2> /dev/full', { cwd })).code).toBe(2);
    expect((await runShell('ledger check --frobnicate 2>&-', { cwd })).code).toBe(2);
  });

  test('may be a file: 3, and it does not appear', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { code, stderr } = await runProgram(['check', ...AS_OF, '--format', 'json=gone/report.json'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('gone/report.json: cannot be written: does not exist');
    await expect(stat(path.join(cwd, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a device takes a document and stays a device', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { code, stdout } = await runShell(
      'ledger check --as-of 2026-11-21 --format json=/dev/null; echo $?; test -c /dev/null && ledger check --as-of 2026-11-21 --format json=/dev/full',
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: '1\n' });
  });
});

test('a working folder that is gone is 3', async () => {
  const cwd = await temporaryFolder({ 'gone/ledger.yaml': EXPIRED });
  const { code, stderr } = await runShell('cd gone; rm -r ../gone; ledger check', { cwd });
  expect(code).toBe(3);
  expect(stderr).toContain('error: does not exist');
});

test('a pipe with a name that nobody reads is waited for, but not without end', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
  const line = 'mkfifo pipe; ledger check --as-of 2026-11-21 --format json=pipe';
  const { code, stderr } = await runShell(line, { cwd });
  expect(code).toBe(3);
  expect(stderr).toContain('pipe: cannot be written: nobody reads from this pipe');
  const { stdout } = await runShell(`${line.replace('mkfifo pipe; ', '')} & sleep 1; cat pipe; wait`, { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'fail' });
});

describe('inputs that are no files', () => {
  test.each([
    ['a device', 'ledger check /dev/zero'],
    ['a pipe with a name', 'mkfifo pipe; ledger check pipe'],
  ])('%s is refused without being read', async (_, line) => {
    const cwd = await temporaryFolder({});
    const { code, stderr } = await runShell(line, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('neither a file nor a folder');
  });

  test.each([
    [
      'import',
      'mkfifo pipe; ledger import pipe --yes',
      'pipe: neither a file nor a folder',
      'Give an xlsx or csv file.',
    ],
    ['import', 'ledger import /dev/zero --yes', '/dev/zero: neither a file nor a folder', 'Give an xlsx or csv file.'],
    [
      'import',
      'truncate -s 3G x.csv; ledger import x.csv --yes',
      'x.csv: the file is too large; not read',
      'split the file.',
    ],
    ['rules test', 'ledger rules test /dev/zero', '/dev/zero: neither a file nor a folder', 'Give the case files.'],
  ])('%s says what it wants in place of one: %s', async (_, line, complaint, remedy) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { code, stderr } = await runShell(line, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain(`error: ${complaint}\n   do: `);
    expect(stderr).toContain(`${remedy}\n`);
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(EXPIRED);
  });

  test.each(['ln -s /dev/zero told.json', 'mkfifo told.json'])('nor is one the memory of notify: %s', async (line) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { code, stderr } = await runShell(`${line}; ledger notify --to slack --state told.json`, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('told.json: is a device or a pipe, not a file');
  });
});
