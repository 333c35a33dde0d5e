/** `check --since` in real repositories: what a change brought in, and what it has nothing to do with. */
import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { ledgerRemoved } from '../../src/rules/git.ts';
import { cloneOf, testRepository, TestRepository } from '../support/git-repository.ts';
import { checkSince, runInRepository, sidesOf } from '../support/run-in-repository.ts';
import { certificateUntil, CLEAN, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Contracts by their last days. */
function contracts(ends: Readonly<Record<string, string>>, more = ''): string {
  const lines = Object.entries(ends).map(([id, end]) => `  - { id: ${id}, kind: maintenance, expires: ${end} }\n`);
  return `version: 1\ncompany: { name: 示例公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }\nresources:\n${lines.join('')}${more}`;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const pointer = (text: string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${hash(text)}\nsize ${text.length}\n`;

const withEvidence = (sha256: string): string =>
  `version: 1\ncompany: { name: 示例公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }\nresources:\n  - { id: cert, kind: maintenance, expires: 2027-11-20, evidence: [{ path: 凭证/paper.pdf, sha256: ${sha256} }] }\n`;

/** What a check says that ends with wrong usage. */
const failing = async (argv: readonly string[], repository: TestRepository): Promise<string> => {
  const { code, stdout, stderr } = await runInRepository(['check', ...argv], repository);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
};

/** Runs the git command that a complaint ends with. */
function follow(stderr: string, clone: TestRepository): void {
  const command = /[Rr]un `git (?<rest>[^`]+)`/u.exec(stderr)?.groups?.['rest'] ?? '';
  clone.git(...command.split(' '));
}

describe('a change', () => {
  test('answers for what it brought in, and not for what the calendar did', async () => {
    const repository = await testRepository({ 'ledger.yaml': contracts({ old: '2026-11-01', kept: '2027-11-01' }) });
    repository.git('checkout', '-q', '-b', 'change');
    repository.write({ 'ledger.yaml': contracts({ fresh: '2026-11-10', old: '2026-11-01', kept: '2027-11-01' }) });
    const { code, report } = await checkSince('main', repository);
    expect(sidesOf(report)).toEqual(['new resource/expiry fresh', 'unchanged resource/expiry old']);
    expect(report).toMatchObject({
      verdict: 'fail',
      counts: { error: 2 },
      since: { ref: 'main', commit: repository.git('rev-parse', 'main'), counts: { error: 1 } },
      fixed: [],
      results: [{ since: { was: 'valid' } }],
    });
    expect(code).toBe(1);
  });

  test('that adds a second service to a paper did not bring in what the first one lacked', async () => {
    const head = 'version: 1\ncompany: { name: 示例公司 }\nlicences:\n';
    const paper = 'id: telecom, number: B1-20220315, issued: 2022-03-15, expires: 2027-03-14';
    const repository = await testRepository({ 'ledger.yaml': `${head}  - { ${paper}, kind: isp, scope: national }\n` });
    const isp = '{ kind: isp, scope: national }';
    const icp = '{ kind: icp, scope: [北京] }';
    repository.write({ 'ledger.yaml': `${head}  - { ${paper}, services: [${isp}, ${icp}] }\n` });
    const { report } = await checkSince('HEAD', repository);
    const ofIsp = report.findings.filter(({ rule }) => rule.startsWith('isp/'));
    expect(ofIsp.map(({ rule, service, baseline }) => [rule, service, baseline])).toContainEqual([
      'isp/leased-line',
      'isp',
      'unchanged',
    ]);
    expect(ofIsp.filter(({ baseline }) => baseline !== 'unchanged')).toEqual([]);
    expect(report.fixed).toEqual([]);
  });

  test('that is not there answers for nothing, whatever is wrong', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': EXPIRING });
    const { code, report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(['unchanged resource/expiry cert', 'unchanged resource/expiry cert']);
    expect(report).toMatchObject({ verdict: 'pass', counts: { error: 1, warning: 1 }, fixed: [] });
    expect(code).toBe(0);
  });

  test('is compared with where the branch began, not with what came to the other branch since', async () => {
    const repository = await testRepository({ 'ledger.yaml': EXPIRED });
    repository.git('checkout', '-q', '-b', 'change');
    repository.commit({ 'notes.txt': 'a' });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'ledger.yaml': CLEAN });
    repository.git('checkout', '-q', 'change');
    expect(sidesOf((await checkSince('main', repository)).report)).toEqual(['unchanged resource/expiry cert']);
  });

  test.each([
    ['a graver severity', contracts({ cert: '2026-12-01' }), contracts({ cert: '2026-11-01' }), 'worse'],
    ['an earlier day', contracts({ cert: '2026-12-01' }), contracts({ cert: '2026-11-30' }), 'worse'],
    ['a later day', contracts({ cert: '2026-11-30' }), contracts({ cert: '2026-12-01' }), 'unchanged'],
    ['the same day', contracts({ cert: '2026-12-01' }), contracts({ cert: '2026-12-01' }, '# more\n'), 'unchanged'],
    [
      'a waiver that is gone',
      contracts({ cert: '2026-12-01' }, waiver('resource/expiry', 'cert')),
      contracts({ cert: '2026-12-01' }),
      'worse',
    ],
    [
      'a waiver that came',
      contracts({ cert: '2026-12-01' }),
      contracts({ cert: '2026-11-30' }, waiver('resource/expiry', 'cert')),
      'unchanged',
    ],
  ])('with %s', async (_, then, now, baseline) => {
    const repository = await testRepository({ 'ledger.yaml': then });
    repository.write({ 'ledger.yaml': now });
    const { code, report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual([`${baseline} resource/expiry cert`]);
    expect(code).toBe(baseline === 'unchanged' ? 0 : 1);
  });

  test('is told what it put right', async () => {
    const repository = await testRepository({ 'ledger.yaml': EXPIRED });
    repository.write({ 'ledger.yaml': CLEAN });
    const { code, report } = await checkSince('HEAD', repository);
    expect(report).toMatchObject({ findings: [], fixed: [{ rule: 'resource/expiry', subject: 'cert' }] });
    expect(code).toBe(0);
  });

  test.each([
    ['at the base', NO_YAML, EXPIRED, ['new resource/expiry cert'], 'invalid', 1],
    ['now', EXPIRED, NO_YAML, ['new yaml/syntax ledger'], 'valid', 3],
    ['before and now', NO_YAML, `${NO_YAML}# more\n`, ['unchanged yaml/syntax ledger'], 'invalid', 3],
  ])('beside a file that was no ledger %s', async (_, then, now, sides, was, code) => {
    const repository = await testRepository({ 'ledger.yaml': then });
    repository.write({ 'ledger.yaml': now });
    const ran = await checkSince('HEAD', repository);
    expect(sidesOf(ran.report)).toEqual(sides);
    expect(ran.report.results).toMatchObject([{ since: { was } }]);
    // Of a file that nobody can read, nothing is right.
    if (now !== EXPIRED) expect(ran.report.fixed).toEqual([]);
    expect(ran.code).toBe(code);
  });

  test('reads from git the ledgers that differ, and no others', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `company ${at}/ledger.yaml`);
    const repository = await testRepository(
      Object.fromEntries(names.map((name, at) => [name, certificateUntil('2026-11-01', `# ${at}\n`)])),
    );
    repository.write({ 'company 7/ledger.yaml': certificateUntil('2026-11-02'), 'company 8/ledger.yaml': CLEAN });
    const { report, asked } = await checkSince('HEAD', repository);
    expect(report.findings.filter(({ baseline }) => baseline === 'unchanged')).toHaveLength(39);
    expect(report.fixed.map(({ location }) => location.file)).toEqual(['company 8/ledger.yaml']);
    expect(asked.map(([command]) => command)).toEqual(['rev-parse', 'rev-parse', 'merge-base', 'ls-tree', 'cat-file']);
  });
});

function waiver(rule: string, entry: string): string {
  return `waivers:\n  - { rule: ${rule}, entry: ${entry}, from: 2026-11-01, until: 2026-12-31, reason: 新线路验收中, approvedBy: 张三 }\n`;
}

describe('ledgers that move', () => {
  test('keep what is known of them, with spaces and Chinese names on the way', async () => {
    const repository = await testRepository({ '旧 公司/ledger.yaml': contracts({ a: '2026-11-01', b: '2026-11-02' }) });
    repository.git('mv', '旧 公司', '新 公司');
    repository.write({ '新 公司/ledger.yaml': contracts({ a: '2026-11-01', b: '2026-11-02', c: '2026-11-03' }) });
    repository.git('add', '.');
    const { report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual([
      'new resource/expiry c',
      'unchanged resource/expiry a',
      'unchanged resource/expiry b',
    ]);
    expect(report.results).toMatchObject([
      { file: '新 公司/ledger.yaml', since: { renamedFrom: '旧 公司/ledger.yaml' } },
    ]);
  });

  test('are new where git does not follow them', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': EXPIRED });
    renameSync(path.join(repository.folder, 'a'), path.join(repository.folder, 'b'));
    const { report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(['new git/ledger-removed company', 'new resource/expiry cert']);
  });
});

describe('a ledger that is gone', () => {
  test.each([
    ['deleted', (repository: TestRepository) => repository.git('rm', '-q', 'b/ledger.yaml')],
    ['deleted and not told git', ({ folder }: TestRepository) => rmSync(path.join(folder, 'b'), { recursive: true })],
    [
      'under a name that is no ledger',
      (repository: TestRepository) => repository.git('mv', 'b/ledger.yaml', 'b/old.yaml'),
    ],
  ])('%s', async (_, remove) => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED });
    remove(repository);
    const { code, report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(['new git/ledger-removed company']);
    // That nobody looks at it any more puts nothing right.
    expect(report).toMatchObject({
      counts: { warning: 1 },
      fixed: [],
      findings: [{ location: { file: 'b/ledger.yaml' } }],
    });
    expect(code).toBe(1);
  });

  test.each([
    ['of another folder', ['a'], 0],
    ['that a pattern means', ['*/ledger.yaml'], 1],
    ['that is not asked for', ['.', '--ignore', 'git'], 0],
  ])('%s', async (_, more, code) => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': CLEAN });
    repository.git('rm', '-q', 'b/ledger.yaml');
    expect(await checkSince('HEAD', repository, { more })).toMatchObject({ code });
  });

  test('is what the examples of the rule show', async () => {
    const { passes, fails } = ledgerRemoved.examples();
    expect(fails.replaceAll(/^# /gmu, '')).toContain(passes);
    const repository = await testRepository({ 'a/ledger.yaml': passes, 'b/ledger.yaml': passes });
    expect((await checkSince('HEAD', repository)).report.findings).toEqual([]);
    repository.git('rm', '-q', 'b/ledger.yaml');
    expect(sidesOf((await checkSince('HEAD', repository)).report)).toEqual(['new git/ledger-removed company']);
  });

  test('is none where a sparse checkout leaves it out', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED });
    repository.git('sparse-checkout', 'set', 'a');
    expect(await checkSince('HEAD', repository)).toMatchObject({ code: 0, report: { findings: [] } });
  });
});

describe('what a ledger rests on', () => {
  test.each([
    ['changed by the change', '合同', '合同', '伪造', ['new evidence/changed cert'], 0],
    ['changed before it', '合同', '伪造', '伪造', ['unchanged evidence/changed cert'], 0],
    ['put right by it', '合同', '伪造', '合同', [], 1],
  ])('a paper that was %s', async (_, recorded, then, now, sides, fixed) => {
    const repository = await testRepository({ 'ledger.yaml': withEvidence(hash(recorded)), '凭证/paper.pdf': then });
    repository.write({ '凭证/paper.pdf': now });
    const { report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(sides);
    expect(report.fixed).toHaveLength(fixed);
  });

  test.each([
    ['checked out', '合同', []],
    ['not checked out', pointer('合同'), []],
    ['of another file', pointer('伪造'), ['new evidence/changed cert']],
  ])('a pointer of Git LFS stands for its file: %s', async (_, now, sides) => {
    const repository = await testRepository({
      'ledger.yaml': withEvidence(hash('合同')),
      '凭证/paper.pdf': pointer('合同'),
    });
    repository.write({ '凭证/paper.pdf': now });
    const { report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(sides);
    expect(report.fixed).toEqual([]);
  });

  test('a paper that git does not follow is none of the change', async () => {
    const repository = await testRepository({ 'ledger.yaml': withEvidence(hash('合同')), '.gitignore': '凭证\n' });
    repository.write({ '凭证/paper.pdf': '伪造' });
    const { report } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(['unchanged evidence/changed cert']);
    expect(report.fixed).toEqual([]);
  });

  test('nor one that a sparse checkout leaves out', async () => {
    const repository = await testRepository({ 'ledger.yaml': withEvidence(hash('合同')), '凭证/paper.pdf': '合同' });
    repository.git('sparse-checkout', 'set', '--no-cone', '/ledger.yaml');
    expect(sidesOf((await checkSince('HEAD', repository)).report)).toEqual(['unchanged evidence/missing cert']);
  });

  test('a file that several ledgers share, though no ledger changed', async () => {
    const ledger = `extends: ../group.yaml\n${EXPIRING}`;
    const repository = await testRepository({
      'a/ledger.yaml': ledger,
      'group.yaml': 'version: 1\npolicy: { warnWithin: 5 }\n',
    });
    expect((await checkSince('HEAD', repository)).report.findings).toEqual([]);
    repository.write({ 'group.yaml': 'version: 1\npolicy: { warnWithin: 60 }\n' });
    expect(sidesOf((await checkSince('HEAD', repository)).report)).toEqual(['new resource/expiry cert']);
  });
});

describe('a checkout', () => {
  test('with the line ends of Windows is the same tree', async () => {
    const repository = await testRepository({ 'ledger.yaml': EXPIRED, 'group.yaml': 'version: 1\n' });
    repository.write({ 'ledger.yaml': EXPIRED.replaceAll('\n', '\r\n') });
    const { report, asked } = await checkSince('HEAD', repository);
    expect(sidesOf(report)).toEqual(['unchanged resource/expiry cert']);
    expect(asked.map(([command]) => command)).not.toContain('cat-file');
  });

  test('of a commit without a branch, in a folder below, named by its nearest ledger', async () => {
    const repository = await testRepository({ 'ledger.yaml': EXPIRED, 'a/b/notes.txt': '' });
    repository.git('checkout', '-q', '--detach');
    const ran = await checkSince('main', repository, { folder: 'a/b', more: [] });
    expect(sidesOf(ran.report)).toEqual(['unchanged resource/expiry cert']);
  });

  test('of another working tree of the repository', async () => {
    const repository = await testRepository({ 'ledger.yaml': EXPIRED });
    const other = await temporaryFolder({});
    repository.git('worktree', 'add', '-q', '-b', 'change', path.join(other, 'tree'));
    const tree = new TestRepository(path.join(other, 'tree'));
    tree.write({ 'ledger.yaml': contracts({ cert: '2026-11-01', more: '2026-11-02' }) });
    expect(sidesOf((await checkSince('main', tree)).report)).toEqual([
      'new resource/expiry more',
      'unchanged resource/expiry cert',
    ]);
  });

  test('of a submodule is compared in the submodule, and one run tells of one repository', async () => {
    const inner = await testRepository({ 'ledger.yaml': EXPIRED });
    const outer = await testRepository({ 'ledger.yaml': CLEAN });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
    outer.commit();
    outer.write({ 'sub/ledger.yaml': contracts({ cert: '2026-11-01', more: '2026-11-02' }) });
    expect(sidesOf((await checkSince('HEAD', outer, { folder: 'sub' })).report)).toEqual([
      'new resource/expiry more',
      'unchanged resource/expiry cert',
    ]);
    const both = await checkSince('HEAD', outer);
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(both.stderr).toContain('the ledgers are in 2 repositories');
  });

  test('that a hook is run in, whose variables count from the top', async () => {
    const repository = await testRepository({ 'a/ledger.yaml': EXPIRED, 'x/y.txt': '' });
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' };
    expect(sidesOf((await checkSince('HEAD', repository, { env })).report)).toEqual(['unchanged resource/expiry cert']);
    const elsewhere = { GIT_DIR: path.join(repository.folder, '.git'), GIT_WORK_TREE: repository.folder };
    expect(
      sidesOf((await checkSince('HEAD', repository, { env: elsewhere, folder: 'x', more: ['../a'] })).report),
    ).toEqual(['unchanged resource/expiry cert']);
  });

  test('a second repository inside the one of a hook is asked itself', async () => {
    const repository = await testRepository({ 'ledger.yaml': CLEAN });
    const inner = new TestRepository(path.join(repository.folder, 'inner'));
    repository.write({ 'inner/ledger.yaml': EXPIRED });
    inner.git('init', '-q', '-b', 'main');
    inner.commit();
    const env = { GIT_DIR: '.git' };
    expect(sidesOf((await checkSince('main', repository, { env, more: ['inner'] })).report)).toEqual([
      'unchanged resource/expiry cert',
    ]);
  });
});

describe('where git cannot tell, the command that helps', () => {
  test('no git', async () => {
    const { code, stderr } = await runInRepository(
      ['check', '--since', 'main'],
      await testRepository({ 'ledger.yaml': CLEAN }),
      { env: { PATH: '/nowhere' } },
    );
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('git was not found'),
    });
  });

  test('no repository, no commits, no such revision, none in common', async () => {
    const bare = new TestRepository(await temporaryFolder({ 'ledger.yaml': CLEAN }));
    expect(await failing(['--since', 'main'], bare)).toContain('`git init`');
    bare.git('init', '-q');
    expect(await failing(['--since', 'HEAD'], bare)).toContain('`git commit`');
    const repository = await testRepository({ 'ledger.yaml': CLEAN });
    expect(await failing(['--since', 'mian'], repository)).toContain('Did you mean `main`?');
    expect(await failing(['--since=--all'], repository)).toContain('no such revision');
    expect(await failing(['--since', ''], repository)).toContain('no such revision');
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commit({}, { message: 'another beginning' });
    expect(await failing(['--since', 'main'], repository)).toContain('no common ancestor');
  });

  test('a bare repository', async () => {
    const bare = await cloneOf(await testRepository({ 'ledger.yaml': CLEAN }), '--bare');
    bare.write({ 'ledger.yaml': CLEAN });
    expect(await failing(['--since', 'main'], bare)).toContain('`git worktree add ');
  });

  test.each([
    ['a branch that is not here', ['--depth=1', '--branch=change'], 'origin/main'],
    ['a commit that is not here', ['--depth=1', '--branch=change'], 'COMMIT'],
    ['too short a history', ['--depth=1', '--branch=change', '--no-single-branch'], 'origin/main'],
    ['a history that hides the nearer ancestor', ['--depth=2', '--branch=change', '--no-single-branch'], 'origin/main'],
    ['what lies too far back', ['--depth=1', '--branch=change'], 'HEAD~1'],
    ['contents that are not here', ['--filter=blob:none', '--no-checkout', '--branch=change'], 'origin/main'],
    ['trees that are not here', ['--filter=tree:0', '--no-checkout', '--branch=change'], 'origin/main'],
  ])('%s, and then it works', async (_, options, ref) => {
    const origin = await testRepository({ 'ledger.yaml': EXPIRED });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const began = origin.commit({ 'notes.txt': 'more' });
    origin.git('checkout', '-q', '-b', 'change');
    origin.commit({ 'notes.txt': 'a' });
    origin.commit({ 'ledger.yaml': contracts({ cert: '2026-11-01', more: '2026-11-02' }) });
    origin.git('checkout', '-q', 'main');
    origin.commit({ 'notes.txt': 'b' });
    const clone = await cloneOf(origin, ...options);
    clone.write({ 'ledger.yaml': contracts({ cert: '2026-11-01', more: '2026-11-02' }) });
    const named = ref.replace('COMMIT', began);
    follow(await failing(['--since', named], clone), clone);
    const { report } = await checkSince(named, clone);
    expect(sidesOf(report)).toEqual(['new resource/expiry more', 'unchanged resource/expiry cert']);
  });
});
