/** Every command of the package as a stranger has it: installed from the tarball alone, without a network, a home or a cache. */
import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { commandsInHelp } from '../../src/dev/documents/help-pages.ts';
import { FILES, TELLERS, WRITERS } from '../support/every-command.ts';
import { TestRepository } from '../support/git-repository.ts';
import { installPacked, packProject, type Packed } from '../support/packed-program.ts';
import { ending, type ProgramRun, startProgram } from '../support/run-program.ts';

let packed: Packed;
let program: string;

beforeAll(async () => {
  packed = await packProject();
  program = await installPacked(packed);
});

afterAll(async () => packed.remove());

/** Runs it in a repository of sample files, with stdin at its end. */
async function runInstalled(argv: readonly string[]): Promise<ProgramRun> {
  const repository = new TestRepository(await mkdtemp(path.join(packed.folder, 'run-')));
  repository.git('init', '--quiet');
  repository.commit(FILES);
  const child = startProgram(argv, {
    cwd: repository.folder,
    program,
    env: { HOME: path.join(packed.folder, 'home') },
  });
  child.stdin?.end();
  return ending(child);
}

test('it is one package', async () => {
  expect(await readdir(path.join(packed.folder, 'installed/node_modules'))).toEqual([
    '.bin',
    '.package-lock.json',
    packageJson.name,
  ]);
});

test('the tables have every command that its help lists', async () => {
  const commands = await commandsInHelp(async (words) => (await runInstalled(words)).stdout);
  const called = new Set([...Object.keys(TELLERS), ...Object.keys(WRITERS)]);
  expect([...commands.keys()].toSorted()).toEqual([...called].toSorted());
});

describe('only tells:', () => {
  test.concurrent.each(Object.entries(TELLERS))('%s', async (name, { given, code = 0 }) => {
    const run = await runInstalled([...name.split(' '), ...given]);
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr === '').toBe(name === 'lsp');
  });
});

describe('writes:', () => {
  const lines = Object.entries(WRITERS).flatMap(([name, all]) => all.map((given) => [name, given] as const));
  test.concurrent.each(lines)('%s %j', async (name, given) => {
    const run = await runInstalled([...name.split(' '), ...given, '--yes']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/./u) });
  });
});
