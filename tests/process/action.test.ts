/** The action of GitHub: its commit is made as a release makes it, checked out, and its step is run as a runner would run it. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import packageJson from '../../package.json' with { type: 'json' };
import { TestRepository } from '../support/git-repository.ts';
import { type Job, runJob } from '../support/run-job.ts';
import { type ProgramRun, runShell } from '../support/run-program.ts';
import { CLEAN, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = async (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

let place = '';
const TAG = `action-v${packageJson.version}`;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'ledger-action-'));
  const source = new TestRepository(path.join(place, 'source'));
  const committed = ['package.json', 'LICENSE', 'README.md', 'README.zh-CN.md', '.gitignore', ...packageJson.files];
  for (const name of [...committed, 'dist']) {
    await cp(path.join(root, name), path.join(source.folder, name), { recursive: true });
  }
  const origin = new TestRepository(path.join(place, 'origin'));
  source.git('init', '--quiet', '--bare', origin.folder);
  source.git('init', '--quiet', '--initial-branch=main');
  source.git('remote', 'add', 'origin', origin.folder);
  source.commit();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
  const { jobs } = parse(await read('.github/workflows/release.yml')) as Workflow;
  const script = jobs['action']?.steps.find(({ name }) => name === 'the tag of the action')?.run ?? 'exit 98';
  const env = { HOME: place, GITHUB_REF_NAME: `v${packageJson.version}` };
  const made = await runShell(`set -eo pipefail\n${script}`, { cwd: source.folder, env });
  if (made.code !== 0) throw new Error(made.stderr);
  source.git('clone', '--quiet', source.folder, path.join(place, 'main'));
  source.git('clone', '--quiet', '--branch', TAG, origin.folder, path.join(place, 'action'));
});

afterAll(async () => rm(place, { recursive: true, force: true }));

describe('the commit of the action', () => {
  test('holds what the package holds, below the commit that was released', async () => {
    const there = await readdir(path.join(place, 'action'));
    expect(there).toEqual(expect.arrayContaining(['LICENSE', 'action.yml', 'bin', 'dist', 'package.json']));
    expect(there).not.toContain('node_modules');
    const [action, source] = ['action', 'source'].map((name) => new TestRepository(path.join(place, name)));
    expect(action?.git('rev-parse', 'HEAD^')).toBe(source?.git('rev-parse', 'HEAD'));
    expect(await readdir(path.join(place, 'action/dist'))).toEqual(await readdir(path.join(root, 'dist')));
  });

  test('leaves the branch, the index and the files of the release alone', () => {
    const source = new TestRepository(path.join(place, 'source'));
    expect(source.git('status', '--porcelain')).toBe('');
    expect(source.git('ls-remote', 'origin')).toMatch(new RegExp(`^[0-9a-f]{40}\\trefs/tags/${TAG}$`, 'u'));
  });
});

const PULL_REQUEST_BASE = '${{ github.event.pull_request.base.sha }}';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly [{ readonly run: string; readonly env: Readonly<Record<string, string>> }];
  };
}

describe('action.yml', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
  const { inputs, runs } = parse(await read('action.yml')) as Action;
  const [step] = runs.steps;

  /** As the runner does it: what is not given has its default, and expressions are put into the environment alone. */
  async function runAction(
    given: Readonly<Record<string, string>>,
    job: Job,
    head = '',
    folder = 'action',
  ): Promise<ProgramRun & { readonly folder: string }> {
    const env = Object.entries(step.env).map(([name, value]) => {
      if (value === PULL_REQUEST_BASE) return [name, head];
      const input = /^\$\{\{ inputs\.(?<name>[a-z-]+) \}\}$/u.exec(value)?.groups?.['name'] ?? '';
      return [name, given[input] ?? inputs[input]?.default ?? 'no such input'];
    });
    const runner = { GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: path.join(place, folder) };
    return runJob(step.run, { ...job, env: { ...Object.fromEntries(env), ...runner } });
  }

  test('no expression stands in the shell, where its value would be run', () => {
    expect(step.run).not.toContain('${{');
    expect(Object.keys(step.env)).toHaveLength(Object.keys(inputs).length + 1);
  });

  test.each([
    [{ 'as-of': '2026-11-21' }, CLEAN, 0],
    [{ 'as-of': '2026-11-21' }, EXPIRING, 1],
    [{ 'as-of': '2026-11-21', 'fail-on': 'error' }, EXPIRING, 0],
    [{ 'as-of': '2026-11-21', within: '5' }, EXPIRING, 0],
    [{ 'as-of': '2026-11-21', 'fail-on': 'error' }, EXPIRED, 1],
    [{ 'fail-on': 'grave' }, CLEAN, 2],
    [{}, NO_YAML, 3],
  ])('%j', async (given, ledger, code) => {
    expect(await runAction(given, { files: { 'ledger.yaml': ledger } })).toMatchObject({ code });
  });

  test.each([
    ['a pull request answers for what it brings in', EXPIRED, 'HEAD', {}, 0],
    ['which is all that is new', CLEAN, 'HEAD', {}, 1],
    ['a schedule has no base: what lapses is heard of', EXPIRED, '', {}, 1],
    ['a revision can be named', EXPIRED, '', { since: 'HEAD' }, 0],
    ['or the comparison left out', EXPIRED, 'HEAD', { since: 'off' }, 1],
  ])('%s', async (_, then, head, given, code) => {
    const job = { base: { 'ledger.yaml': then }, files: { 'ledger.yaml': EXPIRED } };
    expect(await runAction({ 'as-of': '2026-11-21', ...given }, job, head)).toMatchObject({ code, stderr: '' });
  });

  test('annotates, in the language that is asked for', async () => {
    const { stdout } = await runAction({ 'as-of': '2026-11-21', lang: 'zh' }, { files: { 'ledger.yaml': EXPIRED } });
    expect(stdout).toMatch(/^::error file=ledger\.yaml,line=4,.*::.*\p{Script=Han}/mu);
  });

  test('paths and formats, one on each line, whatever is in their names', async () => {
    const run = await runAction(
      { 'as-of': '2026-11-21', path: 'a b/ledger.yaml\n$(touch x)', formats: 'sarif=out.sarif\njunit=a b.xml\n' },
      { files: { 'a b/ledger.yaml': EXPIRED, '$(touch x)/ledger.yaml': EXPIRED } },
    );
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toContain('::error file=a b/ledger.yaml');
    expect(JSON.parse(await readFile(path.join(run.folder, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(await readFile(path.join(run.folder, 'a b.xml'), 'utf8')).toContain('<testsuites');
    await expect(readFile(path.join(run.folder, 'x'))).rejects.toThrow('ENOENT');
  });

  test('installs nothing, and says so where its ref holds no program', async () => {
    expect(step.run).not.toMatch(/\bnp[mx]\b/u);
    expect(await runAction({}, { files: { 'ledger.yaml': CLEAN } }, '', 'main')).toMatchObject({
      code: 70,
      stdout: expect.stringMatching(/^::error::.*action-vX\.Y\.Z/u),
    });
  });
});

describe.each(['ci', 'release'])('.github/workflows/%s.yml', async (name) => {
  const text = await read(`.github/workflows/${name}.yml`);

  test('names every action by its commit', () => {
    const used = [...text.matchAll(/uses: (?<action>.*)$/gmu)].map(({ groups }) => groups?.['action'] ?? '');
    expect(used.length).toBeGreaterThan(2);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  test('puts no expression into a shell, and grants each job what it needs alone', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of this project
    const { jobs, permissions } = parse(text) as Workflow & { readonly permissions: Readonly<Record<string, string>> };
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.join('\n')).not.toContain('${{');
    expect(Object.values(permissions)).not.toContain('write');
  });
});
