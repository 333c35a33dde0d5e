import { execFileSync, spawn } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { Editor } from '../support/editor.ts';
import { testRepository } from '../support/git-repository.ts';
import { ending, PROGRAM, runProgram } from '../support/run-program.ts';
import { AS_OF, CLEAN, EXPIRED } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the same ledger and day', () => {
  test.each([
    [{ TZ: 'Pacific/Kiritimati' }],
    [{ TZ: 'America/Los_Angeles' }],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }],
    [{ LANG: 'tr_TR.UTF-8', FORCE_COLOR: '3', COLUMNS: '40' }],
  ])('give the same bytes of JSON with %j', async (env) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const plain = await runProgram(['check', ...AS_OF, '--format', 'json'], { cwd });
    expect(plain.stdout).toContain('"schema": "ledger/check@1"');
    expect(await runProgram(['check', ...AS_OF, '--format', 'json'], { cwd, env })).toEqual(plain);
  });
});

describe('an environment that says nothing of use', () => {
  test.each([
    [{ TZ: 'Mars/Phobos' }],
    [{ TZ: '' }],
    [{ TZ: ':/etc/passwd' }],
    [{ TZ: '\u001B[2J' }],
    [{ LANG: 'xx_YY.KOI8-R', LC_ALL: 'xx' }],
    [{ LANG: '\u001B[2J', LANGUAGE: 'zh:en' }],
    [{ LEDGER_LANG: 'xx' }],
    [{ HOME: '' }],
    [{ HOME: 'relative' }],
    [{ HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/x', XDG_STATE_HOME: '/dev/null' }],
    [{ HOME: '/nowhere', TMPDIR: '/nowhere' }],
    [{ TERM: '', COLUMNS: '-5' }],
    [{ COLUMNS: '1e9' }],
  ])('changes nothing: %j', async (env) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    // Without HOME, too; the day is the clock's.
    for (const line of ['check', 'add domain --title x --expires never --dry-run']) {
      const plain = await runProgram(line.split(' '), { cwd });
      expect(plain.stdout).toContain('ledger.yaml');
      expect(await runProgram(line.split(' '), { cwd, env })).toEqual(plain);
    }
  });

  test.skipIf(process.getuid?.() !== 0)('nor does a user whom the system does not know', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    await chmod(cwd, 0o755);
    const plain = await runProgram(['check'], { cwd });
    const child = spawn(process.execPath, [PROGRAM, 'check'], { cwd, env: {}, uid: 54_321, gid: 54_321 });
    expect(await ending(child)).toEqual(plain);
  });
});

describe('the environment', () => {
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('%j paints a page on a pipe: %s', async (env, painted) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const { stdout } = await runProgram(['check', ...AS_OF], { cwd, env });
    expect(stdout.includes('\u{1B}[')).toBe(painted);
  });

  test('speaks Chinese where Chinese is spoken', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN });
    const { stdout } = await runProgram(['check', ...AS_OF], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('截至2026-11-21');
  });
});

function clockAt(day: string): string {
  return `globalThis.Date = class extends Date { constructor(...given) { super(...(given.length > 0 ? given : ['${day}T04:00:00Z'])); } };`;
}

describe('a clock that can only be wrong', () => {
  test.each([
    ['1970-01-02', 'before this program was built on '],
    ['2020-01-01', 'before this program was built on '],
    ['9999-12-31', 'after the year 2999'],
  ])('%s gives no verdict, but for a day that is given', async (day, reason) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN, 'clock.cjs': clockAt(day) });
    const env = { NODE_OPTIONS: `--require=${path.join(cwd, 'clock.cjs')}` };
    const { code, stderr } = await runProgram(['check'], { cwd, env });
    expect(code).toBe(3);
    expect(stderr).toContain(`the clock of this machine says ${day}, ${reason}`);
    expect((await runProgram(['record', 'closed', 'isp', '--yes'], { cwd, env })).code).toBe(3);
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(CLEAN);
    expect((await runProgram(['check', ...AS_OF], { cwd, env })).code).toBe(0);
  });

  test('leaves no document in an editor without a mark', async () => {
    const cwd = await temporaryFolder({ 'clock.cjs': clockAt('1970-01-02') });
    const env = { NODE_OPTIONS: `--require=${path.join(cwd, 'clock.cjs')}` };
    const editor = await Editor.start(cwd, { locale: 'en', env });
    const marks = (await editor.open('ledger.yaml', CLEAN)).map(({ message }) => message);
    expect(marks).toEqual([
      expect.stringMatching(/^the clock of this machine says 1970-01-02, before .*\. Set the clock/u),
    ]);
    await editor.shutdown();
    expect((await editor.exit()).code).toBe(0);
  });
});

describe('the working folder', () => {
  test('leads to the nearest ledger upward', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED, 'deep/er/readme.md': '' });
    const { code, stdout } = await runProgram(['check', ...AS_OF], { cwd: path.join(cwd, 'deep/er') });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\.\.\/\.\.\/ledger\.yaml/u);
  });

  test('leads to patterns that the shell left alone', async () => {
    const cwd = await temporaryFolder({ 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': CLEAN });
    const { code, stdout } = await runProgram(['check', ...AS_OF, '--format', 'json', '*/ledger.yaml'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: ['a/ledger.yaml', 'b/ledger.yaml'] });
  });
});

test('two formats go to two files, and stdout stays empty', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
  const formats = ['--format', 'json=report.json', '--format', 'text=report.txt'];
  const run = await runProgram(['check', ...AS_OF, ...formats], { cwd });
  expect(run).toEqual({ code: 1, signal: null, stdout: '', stderr: '' });
  expect(JSON.parse(await readFile(path.join(cwd, 'report.json'), 'utf8'))).toMatchObject({ verdict: 'fail' });
  expect(await readFile(path.join(cwd, 'report.txt'), 'utf8')).toMatch(/^ledger\.yaml/u);
});

test('a git that is slow is spoken of, on stderr', { timeout: 60_000 }, async () => {
  const { folder } = await testRepository({ 'ledger.yaml': CLEAN });
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const slow = await temporaryFolder({
    git: `#!/bin/sh\ncase " $* " in *" log "*) sleep 11 ;; esac\nexec '${real}' "$@"\n`,
  });
  await chmod(path.join(slow, 'git'), 0o755);
  const env = { PATH: `${slow}:${process.env['PATH']}` };
  const { code, stdout, stderr } = await runProgram(['log', '--format', 'json'], { cwd: folder, env });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      ' note: git log: no answer yet; after 60 seconds without one it is ended\n   do: Wait, or end it with Ctrl-C.\n',
  });
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'ledger/log@1' });
});
