import { describe, expect, test } from 'vitest';

import { OutputError } from '../../src/platform/io.ts';
import { runInMemory, systemError } from '../support/memory-io.ts';
import { AS_OF, EXPIRED } from '../support/sample-ledgers.ts';

const files = { 'ledger.yaml': EXPIRED };

describe('--format', () => {
  test('writes text to stdout by default', async () => {
    const { stdout } = await runInMemory(['check', ...AS_OF], { files });
    expect(stdout).toMatch(/^ledger\.yaml/u);
    expect(stdout).toContain('resource/expiry');
  });

  test('writes one document to stdout and others to files, the same as alone', async () => {
    const json = await runInMemory(['check', ...AS_OF, '--format', 'json'], { files });
    const both = await runInMemory(['check', ...AS_OF, '--format', 'text', '--format', 'json=out/report.json'], {
      files,
    });
    const text = await runInMemory(['check', ...AS_OF], { files });
    expect(both.code).toBe(1);
    expect(both.stdout).toBe(text.stdout);
    expect(both.written.get('/company/out/report.json')).toBe(json.stdout);
  });

  test('leaves stdout empty when all goes to files', async () => {
    const run = await runInMemory(['check', ...AS_OF, '--format=text=a.txt', '--format=json=b.json'], { files });
    expect(run.stdout).toBe('');
    expect([...run.written.keys()]).toEqual(['/company/a.txt', '/company/b.json']);
  });

  test.each([
    ['two documents on stdout', ['text', 'json'], 'stdout takes one document only'],
    ['a file twice', ['text=a', 'json=./a'], 'this file is named twice'],
    ['a ledger', ['json=ledger.yaml'], 'must not be overwritten'],
    ['a ledger by another name', ['json=link'], 'must not be overwritten'],
    ['no file', ['json='], 'there is no file name'],
    ['no such format', ['jsn'], 'Did you mean `json`?'],
    [
      'no such format for a file',
      ['xml=a'],
      'Choose one of text, line, json, sarif, junit, github, gitlab, markdown, csv.',
    ],
  ])('%s is wrong usage', async (_, formats, words) => {
    const argv = ['check', ...AS_OF, ...formats.flatMap((format) => ['--format', format])];
    const run = await runInMemory(argv, { files: { ...files, link: { linkTo: 'ledger.yaml' } } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(words);
    expect(run.written.size).toBe(0);
  });

  test('a file that cannot be written is 3, and the other documents are', async () => {
    const run = await runInMemory(['check', ...AS_OF, '--format', 'json=full', '--format', 'text'], {
      files: { ...files, full: { kind: 'file', refuses: 'ENOSPC' } },
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('full: cannot be written: the disk is full');
    expect(run.stdout).toContain('resource/expiry');
  });

  test('a file below a file is 3', async () => {
    const run = await runInMemory(['check', ...AS_OF, '--format', 'json=full/report.json'], {
      files: { ...files, 'full/report.json': { kind: 'file', refuses: 'ENOTDIR' } },
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('full/report.json: cannot be written: part of the path is not a folder');
  });

  test('a stdout that cannot be written is 3, and the files are', async () => {
    const run = await runInMemory(['check', ...AS_OF, '--format', 'text', '--format', 'json=a.json'], {
      files,
      stdoutThrows: new OutputError('', { cause: systemError('ENOSPC') }),
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('stdout: cannot be written: the disk is full');
    expect(run.written.has('/company/a.json')).toBe(true);
  });
});

const isPainted = (text: string): boolean => text.includes('\u{1B}[');

describe('colour', () => {
  test.each([
    [{}, undefined, false],
    [{}, 80, true],
    [{ NO_COLOR: '1' }, 80, false],
    [{ NO_COLOR: '' }, 80, true],
    [{ TERM: 'dumb' }, 80, false],
    [{ FORCE_COLOR: '1' }, undefined, true],
    [{ FORCE_COLOR: '0' }, 80, false],
    [{ FORCE_COLOR: '3', NO_COLOR: '1' }, undefined, true],
  ])('%j on a terminal of %s columns: %s', async (env, terminal, painted) => {
    const run = await runInMemory(['check', ...AS_OF], { files, env, ...(terminal === undefined ? {} : { terminal }) });
    expect(isPainted(run.stdout)).toBe(painted);
  });

  test('is never in JSON or in files', async () => {
    const run = await runInMemory(['check', ...AS_OF, '--format', 'json', '--format', 'text=a.txt'], {
      files,
      env: { FORCE_COLOR: '3' },
      terminal: 80,
    });
    expect(isPainted(run.stdout)).toBe(false);
    expect(isPainted(run.written.get('/company/a.txt') ?? '')).toBe(false);
  });
});
