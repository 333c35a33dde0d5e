import { describe, expect, test } from 'vitest';

import { type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';

async function report(argv: readonly string[], machine: MemoryMachine): Promise<MemoryRun> {
  return runInMemory(['report', ...argv, ...AS_OF], machine);
}

describe('ledger report', () => {
  test.each([
    ['a clean ledger', CLEAN, 'Passed'],
    ['findings', EXPIRED, 'Failed'],
  ])('writes the page to stdout and exits 0: %s', async (_name, ledger, verdict) => {
    const { code, stdout, stderr } = await report([], { files: { 'ledger.yaml': ledger } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(stdout).toContain(`<span class="en" lang="en">${verdict}</span></h2>`);
  });

  test('writes to a file, and then nothing to stdout', async () => {
    const machine = { files: { 'ledger.yaml': EXPIRED } };
    const { code, stdout, written } = await report(['--output', 'out/report.html', '--lang', 'zh'], machine);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(written.get('/company/out/report.html')).toBe((await report(['--lang', 'zh'], machine)).stdout);
  });

  test('the same ledger and day give the same bytes, whatever the hour and the surroundings', async () => {
    const files = { 'ledger.yaml': EXPIRED };
    const one = await report([], { files, now: '2026-11-21T04:00:00Z' });
    const other = await report([], {
      files,
      now: '2027-02-03T17:30:00Z',
      terminal: 60,
      env: { TZ: 'Pacific/Kiritimati' },
    });
    expect(other.stdout).toBe(one.stdout);
  });

  test('without --as-of, today in the zone of the ledger is meant', async () => {
    const files = { 'ledger.yaml': CLEAN };
    const { stdout } = await runInMemory(['report'], { files, now: '2026-11-21T17:00:00Z' });
    expect(stdout).toContain('as of <time>2026-11-22</time>');
  });

  test('--within widens what is told', async () => {
    const files = { 'ledger.yaml': CLEAN };
    expect((await report([], { files })).stdout).not.toContain('data-key="resource/expiry"');
    expect((await report(['--within', '400'], { files })).stdout).toContain('data-key="resource/expiry"');
  });

  test('the verdict tells how much was asked in words, and what was found in numbers alone', async () => {
    const { stdout } = await report([], { files: { 'ledger.yaml': EXPIRED } });
    const verdict = /<section class="verdict fail".*?<\/section>/su.exec(stdout)?.[0] ?? '';
    expect(verdict).toMatch(/\d+ checked: \d+ met/u);
    expect(verdict).toMatch(/<li><strong>1<\/strong> <span class="badge error">/u);
    expect(verdict).not.toContain('1 error');
  });

  test('several ledgers share a page, each company under its name', async () => {
    const files = { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': CLEAN.replace('示例云网', '另一家') };
    const { code, stdout } = await report(['.'], { files });
    expect(code).toBe(0);
    for (const part of ['示例云网科技有限公司', '另一家科技有限公司', 'a/ledger.yaml', 'b/ledger.yaml']) {
      expect(stdout).toContain(part);
    }
  });

  test('a broken ledger has a page that gives no verdict and says why; the exit code is 3', async () => {
    const { code, stdout } = await report([], { files: { 'ledger.yaml': NO_YAML } });
    expect(code).toBe(3);
    expect(stdout).toContain('No verdict');
    expect(stdout).toContain('yaml/syntax');
  });

  test('one path too few: the page gives no verdict, stderr names the path, the exit code is 3', async () => {
    const { code, stdout, stderr } = await report(['ledger.yaml', 'gone.yaml'], { files: { 'ledger.yaml': CLEAN } });
    expect(code).toBe(3);
    expect(stdout).toContain('No verdict');
    expect(stderr).toContain('gone.yaml');
  });

  test('without any ledger there is no page', async () => {
    const { code, stdout, written } = await report(['gone.yaml', '--output', 'report.html'], {});
    expect({ code, stdout, written: [...written] }).toEqual({ code: 3, stdout: '', written: [] });
  });

  test('never writes over a ledger', async () => {
    const { code, written, stderr } = await report(['--output', './ledger.yaml'], { files: { 'ledger.yaml': CLEAN } });
    expect({ code, written: [...written] }).toEqual({ code: 2, written: [] });
    expect(stderr).toContain('--output ./ledger.yaml');
  });

  test('a file that cannot be written is named, and the exit code is 3', async () => {
    const files = { 'ledger.yaml': CLEAN, 'report.html': { refuses: 'EACCES', kind: 'file' } as const };
    const { code, stderr } = await report(['--output', 'report.html'], { files });
    expect(code).toBe(3);
    expect(stderr).toContain('report.html');
  });
});
