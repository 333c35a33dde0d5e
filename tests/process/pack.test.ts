/** `ledger pack` by the built program, in real repositories. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { faultsOf } from '../support/document-schema.ts';
import { type TestRepository, testRepository } from '../support/git-repository.ts';
import { type ProgramRun, runProgram } from '../support/run-program.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ledger = (...evidence: readonly string[]): string => `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 20000000, x-internal: 绝密代号 }
policy: { owner: 合规部 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-03-14, opened: 2022-06-01, owner: 许可组 }
  - { id: other, kind: icp, scope: [北京], expires: 2031-03-14, notes: 别的许可证 }
resources:
  - id: line
    kind: leased-line
    title: 北京亦庄专线 <b>协议</b>
    expires: 2027-12-31
    serves: [isp]
    notes: 机密备注
    owner: 网络部
    evidence:
${evidence.map((one) => `      - ${one}\n`).join('')}  - { id: other-domain, kind: domain, expires: 2027-12-31, serves: [other] }
`;

const FIRST = '合同';
const GOOD = `{ path: "evidence/合同 1.pdf", sha256: ${sha256(FIRST)} }`;
const OTHER_OF_THAT_NAME = `{ path: "annex/合同 1.pdf", sha256: ${sha256('附件')} }`;

async function repositoryWith(...evidence: readonly string[]): Promise<TestRepository> {
  const files = { 'evidence/合同 1.pdf': FIRST, 'annex/合同 1.pdf': '附件' };
  const repository = await testRepository({ ...files, 'ledger.yaml': ledger() });
  repository.commit({ 'ledger.yaml': ledger(...evidence) }, { author: '李四', at: '2026-02-03T09:00:00+08:00' });
  return repository;
}

async function pack(repository: TestRepository, output: string, ...more: readonly string[]): Promise<ProgramRun> {
  const argv = ['pack', 'isp', '--as-of', '2026-11-21', '--lang', 'en', '--output', output, ...more];
  return runProgram(argv, { cwd: repository.folder });
}

/** Every byte that a folder holds, names included. */
async function everythingIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => readFile(file, 'utf8')));
  return [...files, ...contents].join('\n');
}

function unzip(folder: string, zip: string): void {
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
  execFileSync('python3', ['-c', script, path.join(folder, zip), path.join(folder, 'unzipped')]);
}

describe('a pack', () => {
  test('holds what belongs to the licence and nothing else, and coreutils find it whole', async () => {
    const repository = await repositoryWith(GOOD, OTHER_OF_THAT_NAME);
    expect(await pack(repository, 'pack')).toMatchObject({ code: 0, stderr: '' });
    const folder = path.join(repository.folder, 'pack');
    expect((await readdir(folder)).toSorted()).toEqual([
      'entries.json',
      'evidence',
      'index.html',
      'log.json',
      'manifest.sha256',
      'rules.json',
      'status.json',
    ]);
    const checked = execFileSync('sha256sum', ['-c', '--strict', 'manifest.sha256'], { cwd: folder }).toString();
    expect(checked).toContain('evidence/line/合同 1.pdf: OK\nevidence/line/合同 1 (2).pdf: OK\n');
    const everything = await everythingIn(folder);
    for (const own of ['北京亦庄专线', 'B1-20220315', '机密备注', '网络部', '李四']) expect(everything).toContain(own);
    for (const foreign of ['别的许可证', 'other-domain', '绝密代号', repository.folder])
      expect(everything.replaceAll(`${folder}/`, '')).not.toContain(foreign);
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(page).not.toContain('<b>协议');
    expect(page).toContain('href="evidence/line/%E5%90%88%E5%90%8C%201%20(2).pdf"');
  });

  test('writes documents that agree with their schemas', async () => {
    const repository = await repositoryWith(GOOD, '{ path: gone.pdf }');
    const { stdout } = await pack(repository, 'pack', '--format', 'json');
    const names = ['entries.json', 'log.json', 'rules.json', 'status.json'];
    const packed = names.map(async (name) => readFile(path.join(repository.folder, 'pack', name), 'utf8'));
    for (const text of [stdout, ...(await Promise.all(packed))]) expect(faultsOf(text)).toEqual([]);
  });

  test('as a zip unpacks to the same files, and two runs from anywhere give the same bytes', async () => {
    const repository = await repositoryWith(GOOD, OTHER_OF_THAT_NAME);
    await pack(repository, 'pack');
    for (const zip of ['a.zip', 'b.zip']) {
      const cwd = path.join(repository.folder, zip === 'a.zip' ? '.' : 'evidence');
      const argv = ['pack', 'B1-20220315', '--as-of', '2026-11-21', '--lang', 'en'];
      const output = path.join(repository.folder, zip);
      const env = zip === 'a.zip' ? {} : { TZ: 'Pacific/Kiritimati', LC_ALL: 'zh_CN.UTF-8' };
      expect(await runProgram([...argv, '--output', output], { cwd, env })).toMatchObject({ code: 0, stderr: '' });
    }
    const [one, other] = ['a.zip', 'b.zip'].map(async (zip) => readFile(path.join(repository.folder, zip)));
    expect(await one).toEqual(await other);
    unzip(repository.folder, 'a.zip');
    execFileSync('diff', ['-r', 'pack', 'unzipped'], { cwd: repository.folder });
    execFileSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: path.join(repository.folder, 'unzipped') });
  });

  test('has no trace of what is redacted, not in its log either', async () => {
    const repository = await repositoryWith(GOOD);
    repository.commit({ 'ledger.yaml': ledger(GOOD).replace('网络部', '旧部门').replace('机密备注', '旧备注') });
    repository.commit({ 'ledger.yaml': 'version: 1\nlicences: [{ id: isp, owner: [坏部门] }]\n' });
    repository.commit({ 'ledger.yaml': ledger(GOOD) });
    const secrets = ['机密备注', '旧备注', '网络部', '旧部门', '许可组', '合规部', '坏部门'];
    expect(await pack(repository, 'open')).toMatchObject({ code: 0 });
    const open = await everythingIn(path.join(repository.folder, 'open'));
    for (const secret of ['机密备注', '旧备注', '网络部', '旧部门']) expect(open).toContain(secret);
    expect(await pack(repository, 'pack', '--redact', 'notes,owner')).toMatchObject({ code: 0 });
    const closed = await everythingIn(path.join(repository.folder, 'pack'));
    for (const secret of secrets) expect(closed).not.toContain(secret);
    expect(closed).toContain('北京亦庄专线');
  });
});

describe('evidence', () => {
  test('that is missing is listed and ends in 1', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256('big')}\nsize 3\n`;
    const repository = await repositoryWith(GOOD, '{ path: gone.pdf }', `{ path: lfs.pdf, sha256: ${sha256('big')} }`);
    repository.write({ 'lfs.pdf': pointer });
    const { code, stdout, stderr } = await pack(repository, 'pack');
    expect(code).toBe(1);
    expect(stderr).toContain('line → gone.pdf: this evidence file is missing');
    expect(stderr).toContain('git lfs pull');
    expect(stdout).toContain('1 evidence file, 2 missing or not as recorded');
    const page = await readFile(path.join(repository.folder, 'pack/index.html'), 'utf8');
    for (const told of ['gone.pdf', 'lfs.pdf']) expect(page).toContain(told);
    expect(await everythingIn(path.join(repository.folder, 'pack'))).not.toContain(pointer);
  });

  test('that the company asks for and nobody recorded ends in 1', async () => {
    const repository = await repositoryWith();
    repository.write({
      'ledger.yaml': ledger()
        .replace('policy: {', 'policy: { requireEvidence: [leased-line],')
        .replace('    evidence:\n', ''),
    });
    expect(await pack(repository, 'pack')).toMatchObject({ code: 1 });
  });

  test('that has changed ends in 3', async () => {
    const repository = await repositoryWith(GOOD, '{ path: gone.pdf }');
    repository.write({ 'evidence/合同 1.pdf': '改过' });
    const { code, stderr } = await pack(repository, 'pack.zip');
    expect(code).toBe(3);
    expect(stderr).toContain('the file is not the one that was recorded');
    expect(stderr).toContain("ledger evidence add line 'evidence/合同 1.pdf'");
  });

  test('that is none of the repository, or no file, is never read', async () => {
    const odd = ['../secret.txt', '/etc/passwd', 'link', 'pipe', 'device', 'evidence'].map(
      (name) => `{ path: ${name} }`,
    );
    const repository = await repositoryWith(...odd);
    await symlink('/etc/passwd', path.join(repository.folder, 'link'));
    await symlink('/dev/zero', path.join(repository.folder, 'device'));
    execFileSync('mkfifo', [path.join(repository.folder, 'pipe')]);
    const { code, stderr } = await pack(repository, 'pack');
    expect(code).toBe(3);
    expect(stderr.match(/not a regular file in the repository/gu)).toHaveLength(odd.length);
    expect(await readdir(path.join(repository.folder, 'pack'))).not.toContain('evidence');
    expect(await everythingIn(path.join(repository.folder, 'pack'))).not.toContain('root:x:0');
  });

  test('is never whole in memory, however large it is', async () => {
    const repository = await repositoryWith('{ path: large.bin }');
    await writeFile(path.join(repository.folder, 'large.bin'), '');
    await truncate(path.join(repository.folder, 'large.bin'), 300_000_000);
    const argv = ['pack', 'isp', '--output', 'pack.zip'];
    const env = { NODE_OPTIONS: '--max-old-space-size=64' };
    expect(await runProgram(argv, { cwd: repository.folder, env })).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);
});

describe('nothing is written', () => {
  test('where something stands already', async () => {
    const repository = await repositoryWith(GOOD);
    await mkdir(path.join(repository.folder, 'taken'));
    for (const output of ['taken', 'ledger.yaml']) {
      const { code, stdout, stderr } = await pack(repository, output);
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('already exists and was not overwritten');
    }
    expect(repository.git('status', '--short')).toBe('');
  });

  test.each(['pack', 'pack.zip'])('where the disk is full: %s', async (output) => {
    const repository = await repositoryWith('{ path: large.bin }');
    repository.write({ 'large.bin': Buffer.alloc(3_000_000) });
    const before = await readdir(repository.folder);
    const program = path.resolve('bin/ledger.js');
    // No file may be larger than 2 MB: what a full disk answers comes from the same call.
    const line = `ulimit -f 2000; '${process.execPath}' '${program}' pack isp --output ${output} --lang en 2>&1; echo $?`;
    const answer = execFileSync('bash', ['-c', line], { cwd: repository.folder }).toString();
    expect(answer).toContain(`error: ${output}: cannot be written: the file is too large`);
    expect(answer).toMatch(/^3$/mu);
    expect(await readdir(repository.folder)).toEqual(before);
  });

  test('for a licence that is not there, and for more than one ledger', async () => {
    const repository = await repositoryWith(GOOD);
    const unknown = await runProgram(['pack', 'ips', '--output', 'x', '--lang', 'en'], { cwd: repository.folder });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('`isp`') });
    repository.write({ 'b/ledger.yaml': ledger() });
    const several = await pack(repository, 'x', '--file', '.');
    expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining('there are 2 ledgers here') });
    expect(await readdir(repository.folder)).not.toContain('x');
  });
});

test('without a repository there is no log, and it is said', async () => {
  const repository = await repositoryWith(GOOD);
  await rm(path.join(repository.folder, '.git'), { recursive: true });
  const { code, stderr } = await pack(repository, 'pack');
  expect(code).toBe(0);
  expect(stderr).toContain('note: log.json: the pack has no change log');
  expect(await readdir(path.join(repository.folder, 'pack'))).not.toContain('log.json');
  const page = await readFile(path.join(repository.folder, 'pack/index.html'), 'utf8');
  expect(page).toContain('There is no change log');
  expect(await everythingIn(path.join(repository.folder, 'pack'))).not.toContain(`${repository.folder}/ledger`);
});
