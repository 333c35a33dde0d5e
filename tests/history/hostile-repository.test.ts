/** A repository is data from strangers: whatever its configuration names, nothing of it is run. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { cloneOf, type TestRepository, testRepository } from '../support/git-repository.ts';
import { runInRepository } from '../support/run-in-repository.ts';
import { CLEAN, EXPIRED } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const COMMANDS: readonly (readonly string[])[] = [
  ['check', '.', '--since', 'main', '--format', 'json'],
  ['check', '.', '--since', 'HEAD~1', '--format', 'json'],
  ['log', '--file', 'a/ledger.yaml', '--format', 'json'],
  ['diff', 'HEAD', '.', '--format', 'json'],
  ['diff', 'main', '.', '--to', 'change', '--format', 'json'],
];

let repository: TestRepository;
let mark: string;
let program: string;

beforeEach(async () => {
  repository = await testRepository({ 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': CLEAN, 'paper.pdf': '合同' });
  const folder = await temporaryFolder({});
  mark = path.join(folder, 'ran');
  program = path.join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
  chmodSync(program, 0o755);
  repository.git('checkout', '-q', '-b', 'change');
  repository.commit({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED });
  // Moved, untold, of another time than the index says: whatever makes git look closer.
  repository.git('mv', 'b', 'c');
  repository.write({ 'a/ledger.yaml': EXPIRED, 'paper.pdf': '伪造' });
});

const ATTRIBUTES = '* filter=evil diff=evil merge=evil text ident\n';

/** Each is a setting with which git runs a program at some time. */
const SETTINGS: readonly (readonly [name: string, value?: string])[] = [
  ['core.fsmonitor'],
  ['core.pager'],
  ['pager.log'],
  ['pager.diff'],
  ['core.editor'],
  ['core.askPass'],
  ['core.sshCommand'],
  ['core.gitProxy'],
  ['core.alternateRefsCommand'],
  ['core.hooksPath', 'HOOKS'],
  ['credential.helper'],
  ['diff.external'],
  ['diff.evil.command'],
  ['diff.evil.textconv'],
  ['filter.evil.clean'],
  ['filter.evil.smudge'],
  ['filter.evil.process'],
  ['merge.evil.driver'],
  ['gpg.program'],
  ['gpg.ssh.program'],
  ['log.showSignature', 'true'],
  ['uploadpack.packObjectsHook'],
  ['remote.origin.uploadpack'],
  ['remote.origin.vcs', 'evil'],
  ['sendemail.smtpserver'],
  ['submodule.evil.update', '!PROGRAM'],
  ...['rev-parse', 'merge-base', 'ls-tree', 'ls-files', 'cat-file', 'diff-index', 'diff-tree', 'log', 'rev-list'].map(
    (command) => [`alias.${command}`, '!PROGRAM'] as const,
  ),
];

function poison(settings: typeof SETTINGS): void {
  writeFileSync(path.join(repository.folder, '.git/info/attributes'), ATTRIBUTES);
  for (const [name, value = 'PROGRAM'] of settings) {
    const hooks = path.dirname(program);
    repository.git('config', name, value.replace('PROGRAM', program).replace('HOOKS', hooks));
  }
  for (const hook of [
    'post-index-change',
    'reference-transaction',
    'post-checkout',
    'pre-auto-gc',
    'fsmonitor-watchman',
  ]) {
    for (const folder of [path.dirname(program), path.join(repository.folder, '.git/hooks')]) {
      writeFileSync(path.join(folder, hook), `#!/bin/sh\necho hook >> '${mark}'\n`, { mode: 0o755 });
    }
  }
  rmSync(mark, { force: true });
}

describe('nothing runs', () => {
  test('the trap itself works', () => {
    poison([['filter.evil.clean']]);
    repository.git('status');
    expect(existsSync(mark)).toBe(true);
  });

  test.each(COMMANDS.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    const before = await runInRepository(argv, repository);
    poison(SETTINGS);
    const after = await runInRepository(argv, repository);
    expect(existsSync(mark)).toBe(false);
    expect(after.code).toBeLessThan(2);
    expect({ ...after, asked: [] }).toEqual({ ...before, asked: [] });
  });

  test('and nothing is fetched for a promise that a repository makes', async () => {
    poison(SETTINGS);
    const gone = repository.git('rev-parse', 'main:a/ledger.yaml');
    repository.git('config', 'remote.origin.url', `ext::${program} %S`);
    repository.git('config', 'remote.origin.promisor', 'true');
    repository.git('config', 'core.repositoryFormatVersion', '1');
    repository.git('config', 'extensions.partialClone', 'origin');
    repository.git('config', 'protocol.ext.allow', 'always');
    rmSync(path.join(repository.folder, '.git/objects', gone.slice(0, 2), gone.slice(2)));
    // What the base has under a name that the working tree does not.
    repository.write({ 'a/ledger.yaml': CLEAN });
    const { code, stderr } = await runInRepository(['check', 'a', '--since', 'main'], repository);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('`git fetch --refetch ') });
    expect(existsSync(mark)).toBe(false);
  });

  test('nor is anything written', async () => {
    const stateOf = (): string => repository.git('status', '--porcelain=v2', '--branch');
    const index = repository.git('rev-parse', '--git-path', 'index');
    const [state, time] = [stateOf(), modified(index)];
    for (const argv of COMMANDS) await runInRepository(argv, repository);
    expect(modified(index)).toEqual(time);
    expect(stateOf()).toBe(state);
  });
});

function modified(name: string): number {
  return statSync(path.join(repository.folder, name)).mtimeMs;
}

/** Each object in a file of its own. */
function unpack({ folder }: TestRepository): void {
  const packs = path.join(folder, '.git/objects/pack');
  const aside = path.join(folder, '.git/aside');
  renameSync(packs, aside);
  mkdirSync(packs);
  for (const name of readdirSync(aside).filter((one) => one.endsWith('.pack'))) {
    execFileSync('git', ['-C', folder, 'unpack-objects', '-q'], { input: readFileSync(path.join(aside, name)) });
  }
}

describe('a repository that is broken is no fault of the program', () => {
  test.each([
    ['HEAD', 'garbage', 2, 'is not in a git repository'],
    ['config', '[[[', 3, 'bad config line'],
    ['packed-refs', 'garbage', 3, 'packed-refs'],
    ['index', 'garbage', 3, 'index file'],
    ['objects/info/alternates', '/dev/zero', 0, ''],
  ])('%s', async (name, content, code, words) => {
    writeFileSync(path.join(repository.folder, '.git', name), content);
    const run = await runInRepository(['log', '--file', 'a/ledger.yaml'], repository);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(words);
  });

  test('a commit that cannot be read is there, and damaged', async () => {
    const commit = repository.git('rev-parse', 'main');
    const object = path.join(repository.folder, '.git/objects', commit.slice(0, 2), commit.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, 'garbage');
    const { code, stderr } = await runInRepository(['check', 'a', '--since', commit], repository);
    expect(code).toBe(3);
    expect(stderr).toContain('git cannot read the repository');
  });

  test.each([
    ['a content', 'main:a/ledger.yaml'],
    ['a tree', 'main^{tree}'],
    ['a commit', 'main'],
  ])('%s that is lost is brought back by the command that is told', async (_, object) => {
    const clone = await cloneOf(repository, '--branch=change');
    clone.git('branch', 'main', 'origin/main');
    const name = clone.git('rev-parse', object);
    unpack(clone);
    rmSync(path.join(clone.folder, '.git/objects', name.slice(0, 2), name.slice(2)));
    const argv = ['check', '.', '--since', 'main', '--format', 'json'];
    const { code, stderr } = await runInRepository(argv, clone);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining('the repository is damaged') });
    const [, command = ''] = /`git ([^`]+)`/u.exec(stderr) ?? [];
    clone.git(...command.split(' '));
    expect((await runInRepository(argv, clone)).code).toBe(1);
  });

  test.each([['garbage'], ['gitdir: /etc'], ['gitdir: /dev/zero']])('.git is the file %j', async (content) => {
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    writeFileSync(path.join(repository.folder, '.git'), content);
    for (const argv of COMMANDS) {
      const { code, stderr } = await runInRepository(argv, repository);
      expect([2, 3]).toContain(code);
      expect(stderr).toMatch(/git repository|cannot read the repository/u);
    }
    expect((await runInRepository(['check', 'a'], repository)).code).toBe(1);
  });
});

test.each([
  ['a content', 'main:a/ledger.yaml', 'change:a/ledger.yaml'],
  ['a commit', 'main', 'change'],
])('%s that the repository puts in the place of another is not taken for it', async (_, one, other) => {
  const diff = async (): Promise<unknown> =>
    runInRepository(['diff', 'main', '.', '--to', 'change', '--format', 'json'], repository);
  const before = await diff();
  repository.git('replace', repository.git('rev-parse', one), repository.git('rev-parse', other));
  expect(await diff()).toEqual(before);
  expect(before).toMatchObject({ stdout: expect.stringContaining('"what": "changed"') });
});

describe('parents that the repository gives to a commit', () => {
  test.each([
    ['none', []],
    ['other ones', ['main~2']],
  ])('are not taken for them: %s', async (_, parents) => {
    repository.git('checkout', '-q', '--force', 'main');
    repository.commit({ 'b/ledger.yaml': EXPIRED });
    repository.commit({ 'a/ledger.yaml': CLEAN });
    await expectUnchanged(repository, 'main', ...parents);
  });

  test('nor does a shallow clone look whole for them', async () => {
    repository.commit();
    const clone = await cloneOf(repository, '--depth=2', '--branch=change', '--no-single-branch');
    await expectUnchanged(clone, 'HEAD~1', 'origin/main');
    expect((await runInRepository(['log', '--file', 'a/ledger.yaml'], clone)).stderr).toContain('the clone is shallow');
  });
});

/** Whatever parents its grafts give to a commit. */
async function expectUnchanged(of: TestRepository, commit: string, ...parents: readonly string[]): Promise<void> {
  const runs = async (env = {}): Promise<readonly unknown[]> =>
    Promise.all(COMMANDS.map(async (argv) => runInRepository(argv, of, { env })));
  const before = await runs();
  const file = path.join(of.folder, '.git/info/grafts');
  writeFileSync(file, `${[commit, ...parents].map((word) => of.git('rev-parse', word)).join(' ')}\n`);
  expect(await runs()).toEqual(before);
  expect(await runs({ GIT_GRAFT_FILE: file })).toEqual(before);
}
