import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { type MemoryEntry, runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED, EXPIRING, NO_YAML, UNKNOWN_FIELD } from '../support/sample-ledgers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Checks and gives the receipt as it was written. */
async function receiptOf(
  files: Readonly<Record<string, MemoryEntry>>,
  ...more: readonly string[]
): Promise<{ readonly code: number; readonly text: string; readonly stdout: string }> {
  const argv = ['check', '.', ...AS_OF, '--receipt', 'receipt.json', ...more];
  const { code, written, stdout } = await runInMemory(argv, { files });
  return { code, text: written.get('/company/receipt.json') ?? '', stdout };
}

async function ask(content: MemoryEntry, ...more: readonly string[]) {
  return runInMemory(['receipt', 'receipt.json', '--lang', 'en', ...more], { files: { 'receipt.json': content } });
}

describe('check --receipt', () => {
  test('tells of every ledger what was read, and what came of it', async () => {
    const { code, text, stdout } = await receiptOf({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED });
    expect(code).toBe(1);
    expect(stdout).toContain('resource/expiry');
    expect(JSON.parse(text)).toEqual({
      schema: 'ledger/receipt@1',
      asOf: '2026-11-21',
      timezone: 'Asia/Shanghai',
      program: expect.stringMatching(/^ledger \d+\.\d+\.\d+/u),
      rules: expect.stringMatching(/^[0-9a-f]{64}$/u),
      ledgers: [
        { file: 'a/ledger.yaml', sha256: sha256(CLEAN) },
        { file: 'b/ledger.yaml', sha256: sha256(EXPIRED) },
      ],
      failOn: 'warning',
      counts: { error: 1, warning: 0, info: 0, waived: 0, undetermined: 0 },
      verdict: 'fail',
    });
  });

  test.each([
    ['not valid YAML', { 'ledger.yaml': NO_YAML }],
    ['an unknown field', { 'ledger.yaml': UNKNOWN_FIELD }],
    ['nothing to check', {}],
    ['one that the system refuses', { 'ledger.yaml': { refuses: 'EACCES', kind: 'file' } }],
  ] as const)('a run without a verdict says so: %s', async (_, files) => {
    const { code, text } = await receiptOf(files);
    expect(code).toBe(3);
    expect(JSON.parse(text)).toMatchObject({ verdict: 'none' });
  });

  test('the files that a ledger extends are part of what was checked', async () => {
    const group = 'policy: { warnWithin: 5 }\n';
    const ledger = `${EXPIRING}extends: ../group.yaml\n`;
    const { code, text } = await receiptOf({ 'one/ledger.yaml': ledger, 'group.yaml': group, '.git/HEAD': '' });
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ledgers: [{ file: 'one/ledger.yaml' }],
      shared: [{ file: 'group.yaml', sha256: sha256(group) }],
    });
  });

  test('a part is never taken for the whole', async () => {
    const limits = ['--select', 'resource', '--ignore', 'resource/notice', '--fail-on', 'never'];
    const { text } = await receiptOf({ 'ledger.yaml': EXPIRED }, ...limits);
    expect(JSON.parse(text)).toMatchObject({
      failOn: 'never',
      only: ['--select resource', '--ignore resource/notice'],
      verdict: 'pass',
    });
  });

  test.each([
    ['a ledger', ['--receipt', 'ledger.yaml']],
    ['the file of a format', ['--format', 'json=out.json', '--receipt', './out.json']],
  ])('never takes the place of %s', async (_, options) => {
    const run = await runInMemory(['check', ...AS_OF, ...options], { files: { 'ledger.yaml': CLEAN } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--receipt');
    expect(run.written.size).toBe(0);
  });

  test('one that cannot be written is told, and leaves no verdict', async () => {
    const files = { 'ledger.yaml': CLEAN, 'receipt.json': { refuses: 'ENOSPC', kind: 'file' } } as const;
    const run = await runInMemory(['check', ...AS_OF, '--receipt', 'receipt.json', '--lang', 'en'], { files });
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('receipt.json: cannot be written') });
  });
});

describe('ledger receipt', async () => {
  const { text: failed } = await receiptOf({ 'ledger.yaml': EXPIRED });
  const { text: none } = await receiptOf({ 'ledger.yaml': NO_YAML });
  const { text: part } = await receiptOf({ 'ledger.yaml': CLEAN }, '--select', 'resource');

  test.each([
    ['2026-11-21', '0d', 0],
    ['2026-11-22', '0d', 1],
    ['2026-11-29', '8d', 0],
    ['2026-11-30', '8d', 1],
    ['2026-11-30', '9', 0],
    ['2030-01-01', undefined, 0],
    ['2026-11-20', '8d', 3],
  ])('on %s with --max-age %s: %i', async (asOf, maxAge, code) => {
    const age = maxAge === undefined ? [] : ['--max-age', maxAge];
    const run = await ask(failed, '--as-of', asOf, ...age);
    expect(run.code).toBe(code);
    expect([run.stdout === '', run.stderr === '']).toEqual([code === 3, code !== 3]);
  });

  test('goes by today in the zone of the ledgers', async () => {
    const files = { 'receipt.json': failed };
    const argv = ['receipt', 'receipt.json', '--max-age', '0d'];
    expect(await runInMemory(argv, { files, now: '2026-11-21T15:59:59Z' })).toMatchObject({ code: 0 });
    expect(await runInMemory(argv, { files, now: '2026-11-21T16:00:00Z' })).toMatchObject({ code: 1 });
  });

  test('says how old it is, what came of the check, and what to do', async () => {
    expect((await ask(failed, '--as-of', '2026-11-29', '--max-age', '7d')).stdout).toMatchInlineSnapshot(`
      "✖ receipt.json: the last check is of 2026-11-21, 8 days before 2026-11-29, more than 7 days.
        It failed (1 ledger; 1 error; ledger 0.1.0).
        The scheduled check may have stopped: look at its job, then run \`ledger check --receipt\` again.
      "
    `);
    const zh = ['receipt', 'receipt.json', '--as-of', '2026-11-29', '--max-age', '7d', '--lang', 'zh'];
    expect((await runInMemory(zh, { files: { 'receipt.json': failed } })).stdout).toMatchInlineSnapshot(`
      "✖ receipt.json：最近一次检查在2026-11-21，距2026-11-29已8天，超过7天。
        检查未通过（1份台账，1个错误；ledger 0.1.0）。
        定时检查可能已经停止：查看定时任务，再运行一次 \`ledger check --receipt\`。
      "
    `);
    expect((await ask(part, '--as-of', '2026-11-21')).stdout).toContain('Only part was checked: --select resource.');
  });

  test.each([
    ['a run without a verdict', none, 'the check of 2026-11-21 reached no verdict'],
    ['no JSON', 'version: 1\n', 'it is not a receipt of a check'],
    ['a cut receipt', failed.slice(0, -20), 'it is not a receipt of a check'],
    ['an empty file', '', 'it is not a receipt of a check'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'it is not a receipt of a check'],
    ['a list', '[]', 'it is not a receipt of a check'],
    ['null', 'null', 'it is not a receipt of a check'],
    ['another document', '{"schema": "ledger/check@1"}', 'it is a ledger/check@1, not a receipt of a check'],
    ['a name of its own', '{"schema": "x\\u001b[31m\\n"}', 'it is not a receipt of a check'],
    ['a newer one', failed.replace('receipt@1', 'receipt@2'), 'it is a newer receipt of a check (ledger/receipt@2)'],
    ['no day', failed.replace('2026-11-21', '2026-11-31'), 'its asOf is missing or wrong'],
    ['a day that is a number', failed.replace('"2026-11-21"', '20261121'), 'its asOf is missing or wrong'],
    ['no verdict', failed.replace('"verdict"', '"Verdict"'), 'its verdict is missing or wrong'],
    ['a zone that is none', failed.replace('Asia/Shanghai', 'Mars/Olympus'), 'its timezone is missing or wrong'],
    ['a digest that is none', failed.replace(/"sha256": "../u, '"sha256": "zz'), 'ledgers[0].sha256'],
    ['ten thousand levels', '['.repeat(10_000), 'it is not a receipt of a check'],
    ['a folder', { kind: 'folder' } as const, 'is a folder'],
    ['a device', { kind: 'device' } as const, 'is a device or a pipe, not a file'],
    ['one that the system refuses', { refuses: 'EACCES', kind: 'file' } as const, 'permission denied'],
    ['too much', Buffer.alloc(10_000_001, ' '), 'the file is too large'],
  ])('ends in 3 for %s', async (_, content, words) => {
    const run = await ask(content, '--max-age', '8d');
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(words);
    expect(run.stderr).toMatch(/^error: receipt\.json: .+\n {3}do: .+\n$/u);
  });

  test('ends in 3 where there is none', async () => {
    const run = await runInMemory(['receipt', 'receipt.json', '--lang', 'en']);
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('does not exist') });
  });

  test.each([['8w'], ['-1'], ['d'], ['8 d'], ['']])('refuses --max-age %j', async (age) => {
    expect(await ask(failed, `--max-age=${age}`)).toMatchObject({ code: 2, stdout: '' });
  });
});
