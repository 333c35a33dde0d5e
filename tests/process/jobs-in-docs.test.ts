/** The shell in the docs about groups and sites, run as a runner would run it. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { runJob } from '../support/run-job.ts';
import { CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The blocks of shell that a document names in a comment above them. */
async function scriptsIn(document: string): Promise<(name: string) => string> {
  const text = await readFile(path.join(root, document), 'utf8');
  return (name) =>
    new RegExp(`<!-- ${name} -->\\n+\`\`\`sh\\n(?<text>.*?)\`\`\``, 'su').exec(text)?.groups?.['text'] ?? 'exit 98';
}

const named = (text: string, company: string): string => text.replace('示例云网科技有限公司', company);

describe('the jobs of docs/scale.md', async () => {
  const scriptOf = await scriptsIn('docs/scale.md');
  const day = { LEDGER_DAY: '2026-11-21' };

  async function reportsOf(ledgers: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const reports: Record<string, string> = {};
    for (const [share, text] of Object.entries(ledgers)) {
      const { code, folder } = await runJob(scriptOf('share-job'), {
        files: { 'ledger.yaml': text },
        env: { ...day, LEDGER_SHARE: share },
      });
      expect({ share, code }).toEqual({ share, code: 0 });
      reports[`reports/report-${share}/${share}.json`] = await readFile(
        path.join(folder, 'reports', `${share}.json`),
        'utf8',
      );
    }
    return reports;
  }

  test('each leaves a report, whatever it found, and one joins them', async () => {
    const reports = await reportsOf({ one: named(CLEAN, '甲公司'), two: named(EXPIRED, '乙公司') });
    const joined = await runJob(scriptOf('join-job'), { files: reports, env: { ...day, LEDGER_SHARES: '2' } });
    expect(joined).toMatchObject({ code: 0, stderr: '' });
    expect(joined.stdout).toMatch(/乙公司.*\n.*甲公司/u);
    expect(await readFile(path.join(joined.folder, 'overview.csv'), 'utf8')).toMatch(/fail,乙公司.*\r\npass,甲公司/u);
  });

  test('a ledger that cannot be judged keeps its row, and the join does not pass', async () => {
    const reports = await reportsOf({ one: CLEAN, two: NO_YAML });
    const joined = await runJob(scriptOf('join-job'), { files: reports, env: { ...day, LEDGER_SHARES: '2' } });
    expect(joined).toMatchObject({ code: 3, stdout: expect.stringContaining('no verdict') });
  });

  test('a job that died is missed', async () => {
    const reports = await reportsOf({ one: CLEAN });
    const joined = await runJob(scriptOf('join-job'), { files: reports, env: { ...day, LEDGER_SHARES: '2' } });
    expect(joined).toMatchObject({ code: 3, stderr: expect.stringContaining('1 reports, and 2 jobs') });
  });

  test('wrong usage ends the job', async () => {
    const job = { files: { 'ledger.yaml': CLEAN }, env: { LEDGER_DAY: 'someday' } };
    expect(await runJob(scriptOf('share-job'), job)).toMatchObject({ code: 2 });
  });
});

describe('the jobs of docs/site.md', async () => {
  const scriptOf = await scriptsIn('docs/site.md');

  test.each([
    ['of companies in trouble', { 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED }, ''],
    ['of one that cannot be judged', { 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': NO_YAML }, 'b/ledger.yaml'],
  ])('a site is made %s', async (_name, files, told) => {
    const { code, stderr, folder } = await runJob(scriptOf('site-job'), { files });
    expect(code).toBe(0);
    expect(stderr).toContain(told);
    expect(await readdir(path.join(folder, 'public', 'companies'))).toHaveLength(2);
  });

  test('without a ledger the job ends, and publishes nothing', async () => {
    expect(await runJob(scriptOf('site-job'), { files: {} })).toMatchObject({ code: 1 });
  });

  test('the branch of pages holds the site of today alone, and the work tree stays as it was', async () => {
    const { folder, ...made } = await runJob(scriptOf('site-job'), {
      base: { 'a/ledger.yaml': CLEAN, '.gitignore': 'public/\n.bin/\n*.svg\n' },
      files: {},
    });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const run = async (command: string, ...words: readonly string[]): Promise<string> =>
      (await promisify(execFile)(command, words, { cwd: folder })).stdout;
    const publish = async (): Promise<string> => run('sh', '-e', '-c', scriptOf('branch-job'));
    await run('git', 'init', '-q', '--bare', `${folder}/.bin/pages.git`);
    await run('git', 'remote', 'add', 'origin', `${folder}/.bin/pages.git`);
    await publish();
    await writeFile(path.join(folder, 'public', 'index.html'), 'another day');
    await publish();

    const pages = `--git-dir=${folder}/.bin/pages.git`;
    const files = (
      await run('git', '-c', 'core.quotePath=false', pages, 'ls-tree', '-r', '--name-only', 'pages')
    ).split('\n');
    expect(files).toEqual(expect.arrayContaining(['badge.svg', 'index.html', 'zh/ledger.ics']));
    expect(files).not.toContain('a/ledger.yaml');
    expect(await run('git', pages, 'show', 'pages:index.html')).toBe('another day');
    expect(await run('git', pages, 'rev-list', '--count', 'pages')).toBe('1\n');
    expect(await run('git', 'status', '--short')).toBe('');
  });
});
