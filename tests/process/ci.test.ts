/** The shell of the files for CI, run as a runner would run it, with the built program as the installed one. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { ciJob } from '../../src/commands/init/ci-jobs.ts';
import { type Job, runJob } from '../support/run-job.ts';
import { type ProgramRun, runProgram } from '../support/run-program.ts';
import { CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = async (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

/** The day of the samples is told to the action; where a job has no input for it, the days are far from today. */
const LONG_GONE = EXPIRED.replace('2026-11-01', '2020-01-01');
const FAR_AHEAD = CLEAN.replace('2027-11-20', '2999-12-31');

interface GitlabJob {
  readonly ledger: {
    readonly script: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
    readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
  };
}

describe('ci/gitlab-ci.yml', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
  const { ledger } = parse(await read('ci/gitlab-ci.yml')) as GitlabJob;

  test.each([
    [FAR_AHEAD, 0, 0],
    [LONG_GONE, 1, 1],
  ])('checks and leaves the reports that it names (%#)', async (text, code, issues) => {
    const run = await runJob(ledger.script.join('\n'), { files: { 'ledger.yaml': text }, env: ledger.variables });
    expect(run).toMatchObject({ code, stderr: '' });
    const { codequality = '', junit = '' } = ledger.artifacts.reports;
    expect(JSON.parse(await readFile(path.join(run.folder, codequality), 'utf8'))).toHaveLength(issues);
    expect(await readFile(path.join(run.folder, junit), 'utf8')).toContain('<testsuites');
  });

  test('takes a folder that is called like an option for a folder', async () => {
    const env = { ...ledger.variables, LEDGER_PATH: '--help' };
    const run = await runJob(ledger.script.join('\n'), { files: { '--help/ledger.yaml': LONG_GONE }, env });
    expect(run).toMatchObject({ code: 1, stderr: '' });
  });
});

test('a merge request of GitLab answers for what it brings in', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
  const { ledger } = parse(await read('ci/gitlab-ci.yml')) as GitlabJob;
  const job = { base: { 'ledger.yaml': LONG_GONE }, files: { 'ledger.yaml': LONG_GONE } };
  const runs = [
    [{}, 1],
    [{ CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' }, 0],
  ] as const;
  for (const [more, code] of runs) {
    const run = await runJob(ledger.script.join('\n'), { ...job, env: { ...ledger.variables, ...more } });
    expect(run).toMatchObject({ code, stderr: '' });
  }
});

describe.each([true, false])('the jobs that `init` writes; pinned by a lock file: %s', (isPinned) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program
  const { jobs } = parse(ciJob('github', isPinned)) as {
    readonly jobs: { readonly ledger: { readonly steps: readonly { readonly run?: string }[] } };
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program
  const { ledger } = parse(ciJob('gitlab', isPinned)) as GitlabJob;
  const scripts = {
    github: jobs.ledger.steps.flatMap(({ run }) => run ?? []).join('\n'),
    gitlab: ledger.script.join('\n'),
  };
  const base = { github: 'BASE', gitlab: 'CI_MERGE_REQUEST_DIFF_BASE_SHA' };

  test.each(['github', 'gitlab'] as const)(
    '%s: all ledgers of the repository, by what the event asks',
    async (name) => {
      const files = { 'a/ledger.yaml': FAR_AHEAD, '乙 b/ledger.yaml': FAR_AHEAD, 'c/x.ledger.yaml': LONG_GONE };
      const before = { ...files, 'package-lock.json': '{}' };
      const runs = [
        [{}, files, 1],
        [{ [base[name]]: 'HEAD' }, files, 0],
        [{ [base[name]]: 'HEAD' }, { ...files, '乙 b/ledger.yaml': LONG_GONE }, 1],
      ] as const;
      for (const [more, now, code] of runs) {
        const run = await runJob(scripts[name], { base: before, files: now, env: { ...ledger.variables, ...more } });
        expect(run).toMatchObject({ code, stderr: '' });
        expect(run.stdout).toContain('c/x.ledger.yaml');
      }
    },
  );
});

interface Hook {
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
}

describe('.pre-commit-hooks.yaml', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
  const [hook] = parse(await read('.pre-commit-hooks.yaml')) as readonly [Hook];

  test.each([
    ['ledger.yaml', true],
    ['companies/a.ledger.yaml', true],
    ['a/ledger.yaml', true],
    ['myledger.yaml', false],
    ['ledger.yaml.bak', false],
  ])('takes %s: %s', (name, expected) => {
    expect(new RegExp(hook.files, 'u').test(name)).toBe(expected);
  });

  test.each([
    [LONG_GONE, 0],
    [NO_YAML, 3],
  ])('stops what is no ledger, not what lapses (%#)', async (text, code) => {
    const line = `npx --no-install ${[hook.entry, ...hook.args].join(' ')} ledger.yaml`;
    expect(await runJob(line, { files: { 'ledger.yaml': text } })).toMatchObject({ code });
  });
});

describe('the scheduled job of docs/ci.md', async () => {
  const script = /<!-- scheduled-job -->\n+```sh\n(?<text>.*?)```/su.exec(await read('docs/ci.md'))?.groups?.['text'];

  async function runScheduled(files: Job['files'], env: Job['env'] = {}): Promise<ProgramRun> {
    // Its own shell knows no -e.
    return runJob(`set +e\n${script ?? 'exit 98'}`, { files, env });
  }

  test('is silent on a good day', async () => {
    expect(await runScheduled({ 'ledger.yaml': FAR_AHEAD })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('prints what is wrong', async () => {
    const { code, stdout } = await runScheduled({ 'ledger.yaml': LONG_GONE });
    expect(code).toBe(1);
    expect(stdout).toContain('resource/expiry');
  });

  test('a folder that is gone is no good day', async () => {
    expect(await runScheduled({}, { LEDGER_FOLDER: '/nowhere' })).toMatchObject({ code: 3 });
  });
});

describe('the job that looks how old the receipt is', async () => {
  const script = /<!-- receipt-job -->\n+```sh\n(?<text>.*?)```/su.exec(await read('docs/ci.md'))?.groups?.['text'];
  const folder = await mkdtemp(path.join(tmpdir(), 'ledger-receipts-'));
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  /** The receipt of a check on a day, where the job finds it. */
  async function receiptOf(asOf: string): Promise<string> {
    await writeFile(path.join(folder, 'ledger.yaml'), FAR_AHEAD);
    const check = ['check', '--as-of', asOf, '--receipt', `${asOf}.json`];
    expect(await runProgram(check, { cwd: folder })).toMatchObject({ code: 0 });
    return path.join(folder, `${asOf}.json`);
  }

  const runLook = async (files: Job['files'], env: Readonly<Record<string, string>>): Promise<ProgramRun> =>
    runJob(`set +e\n${script ?? 'exit 98'}`, { files, env });

  test('is silent while checks run', async () => {
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const env = { RECEIPT_URL: await receiptOf(today) };
    expect(await runLook({}, env)).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('fails where the fetched one is old, and where none comes any more', async () => {
    const old = await receiptOf('2026-01-05');
    expect(await runLook({}, { RECEIPT_URL: old })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('超过5天'),
    });
    const kept = { 'receipt.json': await readFile(old, 'utf8') };
    expect(await runLook(kept, { RECEIPT_URL: '/nowhere' })).toMatchObject({ code: 1 });
    expect(await runLook({}, { RECEIPT_URL: '/nowhere' })).toMatchObject({ code: 3 });
  });
});

/** Tells what it was asked for; a look at the comments finds the one whose id the environment says. */
const ASKED = `#!/bin/sh
printf '%s\\n' "$*" >> asked.txt
case "$*" in
  *--paginate*) echo "$COMMENT" ;;
  *per_page*) if [ -n "$COMMENT" ]; then echo '[{"id":1,"body":"a"},{"id":'"$COMMENT"',"body":"<!-- ledger diff -->"}]'; else echo '[]'; fi ;;
esac
`;

describe.each([
  [
    'github-comment',
    'gh',
    '-F body=@comment.md',
    '--method POST repos/o/r/issues/5/comments',
    '--method PATCH repos/o/r/issues/comments/7',
  ],
  ['gitlab-comment', 'curl', '--data-urlencode body@comment.md', '-X POST', '-X PUT'],
])('the job of docs/ci.md that comments, %s', async (name, client, body, create, update) => {
  const text = new RegExp(`<!-- ${name} -->\\n+\`\`\`sh\\n(?<text>.*?)\`\`\``, 'su').exec(await read('docs/ci.md'))
    ?.groups?.['text'];
  const env = {
    BASE: 'HEAD',
    NUMBER: '5',
    GITHUB_REPOSITORY: 'o/r',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD',
    CI_API_V4_URL: 'https://gitlab.example/api/v4',
    CI_PROJECT_ID: '3',
    CI_MERGE_REQUEST_IID: '5',
    LEDGER_TOKEN: 'secret',
    LEDGER_LANG: 'zh',
  };
  // Its own shell knows no -e; what it calls stands before the program of the machine.
  const script = `set +e\nchmod +x clients/*\nPATH=$PWD/clients:$PATH\n${text ?? 'exit 98'}`;
  const runComment = async (
    now: string,
    comment: string,
  ): Promise<{ readonly code: number | null; readonly asked: string; readonly said: string }> => {
    const run = await runJob(script, {
      base: { 'ledger.yaml': FAR_AHEAD },
      files: { 'ledger.yaml': now, [`clients/${client}`]: ASKED },
      env: { ...env, COMMENT: comment },
    });
    const left = async (file: string): Promise<string> => readFile(path.join(run.folder, file), 'utf8').catch(() => '');
    return { code: run.code, asked: await left('asked.txt'), said: await left('comment.md') };
  };

  test('writes one, and the next time the same anew', async () => {
    const first = await runComment(LONG_GONE, '');
    expect(first).toMatchObject({ code: 0, asked: expect.stringContaining(create) });
    expect(first.asked).toContain(body);
    expect(first.said).toMatch(/^<!-- ledger diff -->\n\n### ✖ 台账变更\n/u);
    expect(await runComment(LONG_GONE, '7')).toMatchObject({ code: 0, asked: expect.stringContaining(update) });
  });

  test('and of a file that is no ledger as well, which fails it', async () => {
    expect(await runComment(NO_YAML, '')).toMatchObject({ code: 3, said: expect.stringContaining('不是有效的台账') });
  });
});
