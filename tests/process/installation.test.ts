/** What stands between `node bin/ledger.js` and the program. */
import { chmod, cp, mkdir, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import nodeModule from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { ending, type ProgramRun, runProgram, startProgram } from '../support/run-program.ts';
import { CLEAN } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function installation(): Promise<string> {
  const folder = await temporaryFolder({});
  await cp(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true });
  return folder;
}

async function runIn(folder: string): Promise<ProgramRun> {
  return ending(startProgram(['--version'], { cwd: folder, program: path.join(folder, 'bin/ledger.js') }));
}

const SENTENCE = 'error: the installation of ledger is broken; install it again (npm install).';

function expectBroken({ code, stdout, stderr }: ProgramRun): void {
  expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
  expect(stderr).toContain(SENTENCE);
}

describe('a broken installation is 70', () => {
  test('where nothing was built', async () => {
    expectBroken(await runIn(await installation()));
  });

  test.each([
    ['cli.cjs', 0],
    ['cli.cjs', 20],
    ['program.cjs', 0],
    ['program.cjs', 20_000],
  ])('where %s has %i bytes', async (name, size) => {
    const folder = await installation();
    await cp(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
    await truncate(path.join(folder, 'dist', name), size);
    expectBroken(await runIn(folder));
  });
});

test.each([[0.5], [undefined]])(
  'a file that is loaded late and is there to %s is the installation too',
  async (part) => {
    const folder = await installation();
    await cp(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
    const late = path.join(folder, 'dist/check-files.cjs');
    if (part === undefined) await rm(late);
    else await truncate(late, Math.floor((await stat(late)).size * part));
    const program = path.join(folder, 'bin/ledger.js');
    await writeFile(path.join(folder, 'ledger.yaml'), CLEAN);
    const { code, stdout, stderr } = await ending(startProgram(['check'], { cwd: folder, program }));
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toContain('the installation of ledger is broken; install it again (npm install).');
  },
);

test('the program writes nothing into the common temporary folder', async () => {
  const cwd = await temporaryFolder({});
  const [common, home] = [path.join(cwd, 'tmp'), path.join(cwd, 'home')];
  await mkdir(common);
  await mkdir(home);
  expect(await runProgram(['--version'], { cwd, env: { TMPDIR: common, HOME: home } })).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(await readdir(common)).toEqual([]);
});

async function runWithCaches(prepare: (caches: string) => Promise<unknown>): Promise<string> {
  const cwd = await temporaryFolder({});
  const caches = path.join(cwd, 'caches');
  await prepare(caches);
  expect(await runProgram(['--version'], { cwd, env: { XDG_CACHE_HOME: caches } })).toMatchObject({ code: 0 });
  return path.join(caches, 'licence-ledger');
}

describe.skipIf(!('enableCompileCache' in nodeModule) || process.platform === 'win32')('compiled code', () => {
  test('is kept in a folder of the user alone', async () => {
    const kept = await runWithCaches(async () => {});
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    expect(await readdir(kept)).not.toEqual([]);
  });

  test.each([
    ['others can write', async (folder: string) => chmod(folder, 0o777)],
    ['others can read', async (folder: string) => chmod(folder, 0o755)],
  ])('is not kept where %s', async (_, open) => {
    const kept = await runWithCaches(async (caches) => {
      await mkdir(path.join(caches, 'licence-ledger'), { recursive: true });
      await open(path.join(caches, 'licence-ledger'));
    });
    expect(await readdir(kept)).toEqual([]);
  });

  test('is not kept behind a link', async () => {
    const elsewhere = await temporaryFolder({});
    await runWithCaches(async (caches) => {
      await mkdir(caches);
      await symlink(elsewhere, path.join(caches, 'licence-ledger'));
    });
    expect(await readdir(elsewhere)).toEqual([]);
  });
});
