/** The program without npm: the steps of the image, and the executable in one file. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { validate } from 'dockerfile-utils';
import { glob } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

import { testRepository } from '../support/git-repository.ts';
import { ending, startProgram } from '../support/run-program.ts';
import { EXPIRED } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = async (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');
const SLOW = { timeout: 300_000 };

describe('the image', () => {
  test('a checker of Dockerfiles has nothing to say', async () => {
    expect(validate(await read('Dockerfile'))).toEqual([]);
  });

  test('it does not run as root, and its program needs no npm', async () => {
    const [, last = ''] = (await read('Dockerfile')).split(/^FROM .*$/mu).slice(1);
    expect(last).toContain('\nUSER node\n');
    expect(last).toContain('\nENTRYPOINT ["ledger"]\n');
  });

  test('its steps build a program that runs where nothing can be written', SLOW, async () => {
    const place = await temporaryFolder({ 'ledgers/ledger.yaml': EXPIRED });
    const at = (name: string): string => path.join(place, name);
    await mkdir(at('tmp'));
    const sent = (await read('.dockerignore')).match(/(?<=^!).+$/gmu) ?? [];
    for (const name of await glob(sent, { cwd: root, onlyFiles: false, expandDirectories: false })) {
      await cp(path.join(root, name), at(`source/${name}`), { recursive: true });
    }
    const [, steps = ''] = /^RUN ((?:.*\\\n)*.*)$/mu.exec(await read('Dockerfile')) ?? [];
    const here = steps.replaceAll('\\\n', ' ').replaceAll(/ \/(?<folder>tmp|program)\b/gu, ` ${place}/$<folder>`);
    await run('sh', ['-c', here], { cwd: at('source') });
    await rename(at('source'), at('gone'));

    const program = at('program/bin/ledger.js');
    const env = { HOME: '/proc' };
    const check = await ending(startProgram(['check', '--as-of', '2026-11-21'], { cwd: at('ledgers'), program, env }));
    expect(check).toMatchObject({ code: 1, stderr: '' });
    expect(check.stdout).toContain('1 error');
  });
});

describe('the executable', () => {
  test('is one file that needs no Node and nothing beside it', SLOW, async () => {
    const { stdout } = await run('npm', ['run', '--silent', 'build:executable'], { cwd: root });
    const built = path.join(root, stdout.trim().split('\n').at(-1) ?? '');
    const repository = await testRepository({ 'ledger.yaml': EXPIRED });
    const executable = path.join(repository.folder, 'ledger');
    await cp(built, executable);
    const outcome = async (argv: readonly string[]): Promise<{ code: number; stdout: string }> =>
      new Promise((resolve) => {
        const options = { cwd: repository.folder, env: { PATH: '/usr/bin:/bin' } };
        execFile(executable, argv, options, (error, answer) => {
          resolve({ code: error === null ? 0 : Number(error.code), stdout: answer });
        });
      });
    const asOf = ['--as-of', '2026-11-21'];
    expect(await outcome(['check', ...asOf])).toMatchObject({ code: 1, stdout: expect.stringContaining('1 error') });
    // What the program loads only when it is called: workbooks, calendar, page, git.
    expect(await outcome(['export', '--output', 'register.xlsx'])).toMatchObject({ code: 0 });
    expect((await outcome(['calendar', '--as-of', '2026-10-01'])).stdout).toContain('BEGIN:VEVENT');
    expect((await outcome(['report', ...asOf])).stdout).toContain('<!doctype html>');
    expect((await outcome(['log'])).stdout).toContain('2026-01-05');
    expect(await outcome(['notify', '--to', 'slack', ...asOf])).toMatchObject({ code: 0 });
    expect(await outcome(['import', 'register.xlsx', '--yes'])).toMatchObject({ code: 0 });
  });
});
