/** `ledger diff` in real repositories: what changed, in words, and what that does. */
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';

import { diffSchema } from '../../src/schema/diff-schema.ts';
import { cloneOf, TestRepository, testRepository } from '../support/git-repository.ts';
import { checkSince, type RepositoryRun, runInRepository } from '../support/run-in-repository.ts';
import { CLEAN, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Diff = z.infer<typeof diffSchema>;

const HEAD =
  'version: 1\ncompany: { name: 示例公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }\n';

/** Contracts by their last days. */
function contracts(ends: Readonly<Record<string, string>>, more = ''): string {
  const lines = Object.entries(ends).map(([id, end]) => `  - { id: ${id}, kind: maintenance, expires: ${end} }\n`);
  return `${HEAD}resources:\n${lines.join('')}${more}`;
}

/** A paper with services that stands on one leased line. */
function paper(line: string, services = '{ kind: isp, scope: national }', more = ''): string {
  return `${HEAD}policy: { since: 2026-11-01 }
licences:
  - { id: telecom, number: B1-20220315, issued: 2022-03-15, expires: 2031-03-14, services: [${services}] }
resources:
  - { id: line, kind: leased-line, starts: 2025-01-01, expires: ${line}, serves: [telecom/isp] }
  - { id: ip, kind: ip-addresses, starts: 2025-01-01, expires: never, serves: [telecom] }
${more}`;
}

const waiver = (until: string): string =>
  `waivers:\n  - { rule: isp/leased-line, entry: telecom, from: 2026-11-01, until: ${until}, reason: 新线路验收中, approvedBy: 张三 }\n`;

/** A contract with a file behind it. */
const withPaper = (expires: string): string =>
  `${HEAD}resources:\n  - { id: a, kind: maintenance, expires: ${expires}, evidence: [{ path: 凭 证/p.pdf, sha256: ${'ab'.repeat(32)} }] }\n`;

type Surroundings = Parameters<typeof runInRepository>[2];

async function diffOf(
  repository: TestRepository,
  argv: readonly string[] = [],
  surroundings: Surroundings = {},
): Promise<RepositoryRun & { readonly diff: Diff }> {
  const ran = await runInRepository(['diff', ...argv, '--format', 'json'], repository, surroundings);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return { ...ran, diff: diffSchema.parse(JSON.parse(ran.stdout)) };
}

/** `FILE ENTRY WHAT FIELD` of all changes. */
function told({ files }: Diff): readonly string[] {
  return files.flatMap(({ file, changes }) =>
    changes.map(({ entry, what, field }) => [file, entry, what, field].filter((part) => part !== undefined).join(' ')),
  );
}

async function textOf(repository: TestRepository, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runInRepository(['diff', ...argv], repository);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** What a diff says that ends with wrong usage. */
async function failing(repository: TestRepository, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runInRepository(['diff', ...argv], repository);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('what changed, in the words of the ledger', () => {
  test('with the time that an end was pushed out, as the history has it', async () => {
    const repository = await testRepository({ 'ledger.yaml': paper('2025-11-30', undefined, waiver('2026-12-01')) });
    repository.commit({ 'ledger.yaml': paper('2026-11-30', undefined, waiver('2026-12-01')) });
    const services = '{ kind: isp, scope: national }, { kind: idc, scope: national }';
    repository.write({ 'ledger.yaml': paper('2027-11-30', services, waiver('2027-01-31')) });
    const text = await textOf(repository);
    expect(text).toContain('line  expires: 2026-11-30 → 2027-11-30 (12 months longer, 2nd extension, without new');
    expect(text).toContain('telecom/idc  service added: Internet data centre');
    expect(text).toMatch(
      /telecom {2}waiver of isp\/leased-line, until: 2026-12-01 → 2027-01-31 \(61 days\s+longer, 1st/u,
    );
    const { diff } = await diffOf(repository);
    expect(diff.files[0]?.changes.map(({ extension, newEvidence }) => [extension, newEvidence])).toEqual([
      [undefined, undefined],
      [2, false],
      [1, false],
    ]);
    expect(await textOf(repository, '--lang', 'zh')).toContain('（延长12个月，第2次延长，没有新凭证）');
  });

  test('counts what is on record at the earlier side, not what came after it', async () => {
    const repository = await testRepository({ 'ledger.yaml': contracts({ a: '2026-01-31' }) });
    const first = repository.commit({ 'ledger.yaml': contracts({ a: '2026-06-30' }) });
    repository.commit({ 'ledger.yaml': contracts({ a: '2026-12-31' }) });
    const { diff } = await diffOf(repository, [first, '--to', 'HEAD']);
    expect(diff.files[0]?.changes).toMatchObject([{ before: '2026-06-30', after: '2026-12-31', extension: 2 }]);
  });

  test('what was taken out once and is back for longer was pushed out too', async () => {
    const repository = await testRepository({ 'ledger.yaml': paper('2026-11-30', undefined, waiver('2026-12-01')) });
    repository.commit({ 'ledger.yaml': paper('2026-11-30') });
    repository.write({ 'ledger.yaml': paper('2026-11-30', undefined, waiver('2027-01-31')) });
    const { diff } = await diffOf(repository);
    expect(diff.files[0]?.changes).toMatchObject([{ what: 'added', rule: 'isp/leased-line', extension: 1 }]);
  });

  test('and nothing where only comments, order or line ends did', async () => {
    const repository = await testRepository({ 'a b/ledger.yaml': EXPIRED, '公司/ledger.yaml': CLEAN });
    repository.write({ 'a b/ledger.yaml': `# a word\n${EXPIRED.replaceAll('\n', '\r\n')}` });
    const { diff } = await diffOf(repository, ['HEAD', '.']);
    expect(diff).toMatchObject({ files: [], unchanged: 2 });
    expect(await textOf(repository, 'HEAD', '.')).toMatch(/Nothing changed in 2 ledgers\.\n$/u);
  });

  test('of what several ledgers share, for each of them', async () => {
    const repository = await testRepository({
      'a/ledger.yaml': `extends: ../group.yaml\n${EXPIRING}`,
      'b/ledger.yaml': EXPIRING,
      'group.yaml': 'version: 1\npolicy: { warnWithin: 5 }\n',
    });
    repository.write({ 'group.yaml': 'version: 1\npolicy: { warnWithin: 60 }\n' });
    const { diff } = await diffOf(repository, ['HEAD', '.']);
    expect(told(diff)).toEqual(['a/ledger.yaml policy changed warnWithin']);
    expect(diff.files[0]?.brought).toHaveLength(1);
  });
});

describe('what that does', () => {
  test('to findings, by the fingerprints that a check has', async () => {
    const repository = await testRepository({ 'ledger.yaml': contracts({ a: '2026-11-01', b: '2026-12-01' }) });
    repository.write({ 'ledger.yaml': contracts({ a: '2027-11-20', b: '2026-11-10', c: '2026-11-02' }) });
    const { diff } = await diffOf(repository);
    const { report } = await checkSince('HEAD', repository);
    expect(diff.files[0]?.brought).toEqual(report.findings.map(({ fingerprint }) => fingerprint));
    expect(diff.files[0]?.brought).toHaveLength(2);
    expect(diff.files[0]?.fixed).toEqual(report.fixed.map(({ fingerprint }) => fingerprint));
    expect(await textOf(repository)).toContain('Introduced: 2 errors; fixed: 1.');
  });

  test('to the horizon of each licence', async () => {
    const repository = await testRepository({ 'ledger.yaml': paper('2026-12-31') });
    repository.write({ 'ledger.yaml': paper('2027-02-28') });
    const { diff } = await diffOf(repository);
    expect(diff.files[0]?.horizon).toEqual([{ licence: 'telecom', before: '2027-01-01', after: '2027-03-01' }]);
    expect(await textOf(repository)).toContain(
      'telecom  stops being compliant on 2027-03-01, 59 days later; before: it stops being compliant on',
    );
    repository.write({ 'ledger.yaml': contracts({ a: '2027-11-20' }) });
    const gone = await diffOf(repository);
    expect(gone.diff.files[0]?.horizon).toEqual([{ licence: 'telecom', before: '2027-01-01' }]);
  });

  test('on the day that is asked about', async () => {
    const repository = await testRepository({ 'ledger.yaml': CLEAN });
    repository.write({ 'ledger.yaml': EXPIRING });
    expect((await diffOf(repository, ['--as-of', '2026-06-01'])).diff).toMatchObject({
      asOf: '2026-06-01',
      files: [{ brought: [] }],
    });
    expect((await diffOf(repository)).diff.files[0]?.brought).toHaveLength(1);
  });
});

describe('two sides', () => {
  test('HEAD and the working tree, a revision and the working tree, two revisions', async () => {
    const repository = await testRepository({ 'ledger.yaml': contracts({ a: '2027-11-20' }) });
    const first = repository.git('rev-parse', 'HEAD');
    const second = repository.commit({ 'ledger.yaml': contracts({ a: '2027-11-20', b: '2027-11-20' }) });
    repository.git('tag', 'v1');
    repository.write({ 'ledger.yaml': contracts({ a: '2027-11-20', c: '2027-12-20' }) });
    const worktree = await diffOf(repository);
    expect(worktree.diff).toMatchObject({ from: { ref: 'HEAD', commit: second }, to: null });
    expect(told(worktree.diff)).toEqual(['ledger.yaml c added', 'ledger.yaml b removed']);
    expect(told((await diffOf(repository, ['HEAD~1', 'ledger.yaml'])).diff)).toEqual(['ledger.yaml c added']);
    const { diff } = await diffOf(repository, [first, '--to', 'v1']);
    expect(diff).toMatchObject({ from: { ref: first, commit: first }, to: { ref: 'v1', commit: second } });
    expect(told(diff)).toEqual(['ledger.yaml b added']);
    expect(await textOf(repository, first, '--to', 'v1')).toMatch(
      new RegExp(`^${first.slice(0, 10)} → v1 \\(${second.slice(0, 10)}\\)\n`, 'u'),
    );
  });

  test('branches as they stand, after merges of two and of three', async () => {
    const files = (a: string, b: string, c: string): Record<string, string> => ({
      'a/ledger.yaml': contracts({ a }),
      'b/ledger.yaml': contracts({ b }),
      'c/ledger.yaml': contracts({ c }),
    });
    const [then, now] = ['2027-11-20', '2027-12-20'];
    const repository = await testRepository(files(then, then, then));
    for (const name of ['a', 'b', 'c']) {
      repository.git('checkout', '-q', '-b', `change-${name}`, 'main');
      repository.commit({ [`${name}/ledger.yaml`]: contracts({ [name]: now }) });
    }
    expect(told((await diffOf(repository, ['change-a', '--to', 'change-b', '.'])).diff)).toEqual([
      'a/ledger.yaml a changed expires',
      'b/ledger.yaml b changed expires',
    ]);
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', '-m', 'one', 'change-a');
    repository.git('merge', '-q', '-m', 'octopus', 'change-b', 'change-c');
    expect(told((await diffOf(repository, ['HEAD^1', '.'])).diff)).toEqual([
      'b/ledger.yaml b changed expires',
      'c/ledger.yaml c changed expires',
    ]);
    repository.write({ 'a/ledger.yaml': contracts({ a: '2028-12-20' }) });
    expect((await diffOf(repository, ['HEAD', '.'])).diff.files[0]?.changes).toMatchObject([{ extension: 2 }]);
  });

  test('with papers from both commits, pointers of Git LFS and papers that git does not follow', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab'.repeat(32)}\nsize 9\n`;
    const repository = await testRepository({ 'ledger.yaml': withPaper('2027-11-20'), '凭 证/p.pdf': pointer });
    repository.commit({ 'ledger.yaml': withPaper('2027-12-20') });
    const forged = repository.commit({ '凭 证/p.pdf': '伪造' });
    expect((await diffOf(repository, ['HEAD~2', '--to', 'HEAD~1'])).diff.files[0]).toMatchObject({
      brought: [],
      fixed: [],
    });
    const { diff } = await diffOf(repository, ['HEAD~1', '--to', forged]);
    expect(diff.files).toMatchObject([{ changes: [], fixed: [] }]);
    expect(diff.files[0]?.brought).toHaveLength(1);
    expect((await diffOf(repository, [forged, '--to', 'HEAD~1'])).diff.files[0]?.fixed).toHaveLength(1);
    repository.git('rm', '-q', '--cached', '凭 证/p.pdf');
    repository.commit({ '.gitignore': '凭 证\n', 'ledger.yaml': withPaper('2028-12-20') });
    expect((await diffOf(repository, ['HEAD', '--to', 'HEAD'])).diff).toMatchObject({ files: [], unchanged: 1 });
  });
});

describe('ledgers that come, go and move', () => {
  test('a ledger that is new, one that is gone, one that is elsewhere', async () => {
    const repository = await testRepository({
      '旧 公司/ledger.yaml': contracts({ a: '2027-11-20' }),
      'b/ledger.yaml': CLEAN,
    });
    repository.git('mv', '旧 公司', '新 公司');
    repository.git('rm', '-q', 'b/ledger.yaml');
    repository.write({ '新 公司/ledger.yaml': contracts({ a: '2027-12-20' }), 'c/ledger.yaml': paper('2026-11-01') });
    repository.git('add', '.');
    const check = async (...argv: readonly string[]): Promise<void> => {
      const { diff } = await diffOf(repository, argv);
      expect(told(diff)).toEqual([
        'b/ledger.yaml ledger removed',
        'c/ledger.yaml ledger added',
        '新 公司/ledger.yaml a changed expires',
      ]);
      expect(diff.files).toMatchObject([
        { was: 'valid', is: 'absent', fixed: [] },
        { was: 'absent', is: 'valid', horizon: [{ licence: 'telecom', after: '2026-11-21' }] },
        { was: 'valid', is: 'valid', renamedFrom: '旧 公司/ledger.yaml', changes: [{ extension: 1 }] },
      ]);
      expect(diff.files.map(({ brought }) => brought.length > 0)).toEqual([true, true, false]);
    };
    await check('HEAD', '.');
    repository.commit();
    await check('HEAD~1', '.', '--to', 'HEAD');
    rmSync(path.join(repository.folder, 'c'), { recursive: true });
    await check('HEAD~1', '.', '--to', 'HEAD');
  });

  test('a path that leads to a ledger of the earlier side alone is one', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN, 'ledger.yaml': CLEAN });
    repository.git('rm', '-q', 'a/ledger.yaml', 'ledger.yaml');
    for (const argv of [['HEAD', 'a/ledger.yaml'], ['HEAD', 'a'], ['a*/ledger.yaml']])
      expect(told((await diffOf(repository, argv)).diff)).toEqual(['a/ledger.yaml ledger removed']);
    expect(told((await diffOf(repository)).diff)).toEqual(['ledger.yaml ledger removed']);
    const { code, stderr } = await runInRepository(['diff', 'HEAD', 'nowhere'], repository);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining('nowhere') });
  });

  test('a rename that git was not told of is one that went and one that came', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN });
    renameSync(path.join(repository.folder, 'a'), path.join(repository.folder, 'b'));
    expect(told((await diffOf(repository, ['HEAD', '.'])).diff)).toEqual([
      'a/ledger.yaml ledger removed',
      'b/ledger.yaml ledger added',
    ]);
  });
});

describe('a side that is no ledger is said, not skipped', () => {
  const unfit = `${contracts({ a: '2027-11-20', b: '2027-11-20' })}colour: red\n`;

  test.each([
    ['no YAML before', NO_YAML, EXPIRED, { was: 'invalid', is: 'valid' }, ['ledger.yaml ledger valid'], 0],
    ['no YAML now', EXPIRED, NO_YAML, { was: 'valid', is: 'invalid', fixed: [] }, ['ledger.yaml ledger invalid'], 3],
    ['neither of them', NO_YAML, `${NO_YAML}# more\n`, { was: 'invalid', is: 'invalid' }, [], 3],
    [
      'a wrong field now',
      contracts({ a: '2027-11-20' }),
      unfit,
      { was: 'valid', is: 'invalid', horizon: [] },
      ['ledger.yaml ledger invalid', 'ledger.yaml b added'],
      3,
    ],
  ])('%s', async (_, then, now, states, changes, code) => {
    const repository = await testRepository({ 'ledger.yaml': then });
    repository.write({ 'ledger.yaml': now });
    const ran = await runInRepository(['diff', '--format', 'json'], repository);
    const diff = diffSchema.parse(JSON.parse(ran.stdout));
    expect(diff.files).toMatchObject([states]);
    expect(told(diff)).toEqual(changes);
    expect(ran.code).toBe(code);
    expect(ran.stderr === '').toBe(code === 0);
    const { stdout } = await runInRepository(['diff'], repository);
    expect(stdout).toMatch(
      code === 0
        ? /In the base this file is not a valid ledger/u
        : /The file is (?:no longer|still not) a valid ledger/u,
    );
  });
});

describe('a checkout', () => {
  test('of a commit without a branch, in a folder below', async () => {
    const repository = await testRepository({ 'ledger.yaml': CLEAN, 'a/b/notes.txt': '' });
    repository.git('checkout', '-q', '--detach');
    repository.write({ 'ledger.yaml': EXPIRED });
    const { diff } = await diffOf(repository, ['main'], { folder: 'a/b' });
    expect(told(diff)).toEqual(['../../ledger.yaml cert changed expires']);
  });

  test('of another working tree, and one that is sparse', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': CLEAN });
    const other = path.join(await temporaryFolder({}), 'tree');
    repository.git('worktree', 'add', '-q', '-b', 'change', other);
    const tree = new TestRepository(other);
    tree.git('sparse-checkout', 'set', 'a');
    expect((await diffOf(tree, ['main', '.'])).diff).toMatchObject({ files: [], unchanged: 1 });
    tree.write({ 'a/ledger.yaml': EXPIRED });
    expect(told((await diffOf(tree, ['main', '.'])).diff)).toEqual(['a/ledger.yaml cert changed expires']);
  });

  test('of a submodule, asked inside it and from outside', async () => {
    const inner = await testRepository({ 'ledger.yaml': CLEAN });
    const outer = await testRepository({ 'ledger.yaml': CLEAN });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
    outer.commit();
    outer.write({ 'sub/ledger.yaml': EXPIRED });
    for (const [argv, folder] of [
      [[], 'sub'],
      [['HEAD', 'sub'], '.'],
    ] as const)
      expect((await diffOf(outer, argv, { folder })).diff.files).toMatchObject([{ changes: [{ entry: 'cert' }] }]);
    expect(await failing(outer, 'HEAD', '.')).toContain('the ledgers are in 2 repositories');
  });
});

describe('where git cannot tell, the command that helps', () => {
  test('no git, no repository, no commits, no such revision, a bare repository', async () => {
    const none = new TestRepository(await temporaryFolder({ 'ledger.yaml': CLEAN }));
    expect(await failing(none)).toContain('`git init`');
    none.git('init', '-q');
    expect(await failing(none)).toContain('`git commit`');
    const repository = await testRepository({ 'ledger.yaml': CLEAN });
    const { code, stderr } = await runInRepository(['diff'], repository, { env: { PATH: '/nowhere' } });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('git was not found'),
    });
    expect(await failing(repository, 'mian')).toContain('Did you mean `main`?');
    expect(await failing(repository, 'main', '--to', 'mian')).toContain('--to mian');
    expect(await failing(repository, '')).toContain('no such revision');
    expect(await failing(repository, '--', '--all')).toContain('no such revision');
    const bare = await cloneOf(repository, '--bare');
    expect(await failing(bare)).toContain('`git worktree add ');
  });

  test('a word that is a revision and a path', async () => {
    const repository = await testRepository({ 'main/ledger.yaml': CLEAN });
    repository.write({ 'main/ledger.yaml': EXPIRED });
    const stderr = await failing(repository, 'main');
    expect(stderr).toContain('`ledger diff main~0`');
    expect(stderr).toContain('`ledger diff HEAD main`');
    expect(told((await diffOf(repository, ['HEAD', 'main'])).diff)).toEqual(['main/ledger.yaml cert changed expires']);
    expect(told((await diffOf(repository, ['main~0', 'main'])).diff)).toHaveLength(1);
    expect(told((await diffOf(repository, ['main/ledger.yaml'])).diff)).toHaveLength(1);
  });

  test('a shallow clone tells what it can, and fetches nothing', async () => {
    const origin = await testRepository({ 'ledger.yaml': contracts({ a: '2026-01-31' }) });
    origin.commit({ 'ledger.yaml': contracts({ a: '2026-12-31' }) });
    const clone = await cloneOf(origin, '--depth=1');
    expect(await failing(clone, 'HEAD~1')).toContain('`git fetch --unshallow origin`');
    clone.write({ 'ledger.yaml': contracts({ a: '2027-12-31' }) });
    const { code, stdout, stderr } = await runInRepository(['diff'], clone);
    expect(code).toBe(0);
    expect(stdout).toContain('expires: 2026-12-31 → 2027-12-31 (12 months longer, without new evidence)');
    expect(stderr).toContain('`git fetch --unshallow origin`');
    clone.git('fetch', '--quiet', '--unshallow', 'origin');
    expect(await textOf(clone)).toContain('2nd extension');
  });
});

describe('a change of very many ledgers', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `contract-with-a-long-name-${at}`);
  const all = (end: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `company-${at}/ledger.yaml`,
        contracts(Object.fromEntries(ids.map((id) => [id, end]))),
      ]),
    );

  test(
    'fits into a comment, counts what is left out, and reads the histories of some',
    { timeout: 120_000 },
    async () => {
      const repository = await testRepository(all('2026-12-31'));
      repository.write(all('2027-12-31'));
      const argv = ['diff', 'HEAD', '.', '--as-of', '2026-11-21', '--format', 'markdown'];
      const { code, stdout, stderr } = await runInRepository(argv, repository);
      expect(code).toBe(0);
      expect(stdout.length).toBeGreaterThan(50_000);
      expect(stdout.length).toBeLessThan(65_536);
      const listed = stdout.match(/^- /gmu)?.length ?? 0;
      // In each ledger 40 ends are later, and 40 contracts no longer run out within the window.
      const left = [...stdout.matchAll(/(?:Fixed|Changed|What changed) (\d+)/gu)].map(([, number]) => Number(number));
      expect(listed + left.reduce((sum, number) => sum + number, 0)).toBe(60 * 40 * 2);
      expect(stderr).toContain('more than 50 ledgers changed');
    },
  );
});
