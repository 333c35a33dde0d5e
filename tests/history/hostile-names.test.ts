/** Words and file names that mean something else to git or to a terminal are revisions and files, or none. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { testRepository } from '../support/git-repository.ts';
import { runInRepository } from '../support/run-in-repository.ts';
import { CLEAN, EXPIRED } from '../support/sample-ledgers.ts';

/** Each is a word for something else in git: an option, several commits, a content, a folder, or none. */
test.each([
  '--output=x',
  '-c',
  '--upload-pack=touch x',
  '--all',
  '',
  '..',
  '^main',
  'main..HEAD',
  'HEAD^@',
  'HEAD^!',
  'HEAD^{tree}',
  '@{u}',
  'HEAD:a/ledger.yaml',
  ':a/ledger.yaml',
  ':/',
  ':(top)a',
  'refs/heads/*',
  'main\n',
  'a\u001B[31mb',
  'a\u202Eb',
  '0'.repeat(40),
  'x'.repeat(50_000),
  'ext::touch% x',
  '/etc/passwd',
])('%j is no revision', async (word) => {
  const repository = await testRepository({ 'a/ledger.yaml': CLEAN });
  for (const argv of [
    ['check', '.', `--since=${word}`],
    ['diff', `--to=${word}`],
  ]) {
    const { code, stdout, stderr } = await runInRepository(argv, repository);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the repository has no such revision');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  }
  expect(existsSync(path.join(repository.folder, 'x'))).toBe(false);
});

/** File names that are options, patterns or several lines to git or to a terminal. */
test.each(['-c', '--output=x', ':(top)x', '*', '"q"', "'s'", 'a\nb', 'a\tb', '\u202Egnp', '\\\\', ' '])(
  'a ledger called %j has its own history',
  async (name) => {
    const repository = await testRepository({ 'a/ledger.yaml': CLEAN });
    const file = `${name}.ledger.yaml`;
    repository.commit({ [file]: EXPIRED });
    repository.commit({ [file]: CLEAN });
    const log = await runInRepository(['log', '--file', `./${file}`, '--format', 'json'], repository, {
      env: { GIT_ICASE_PATHSPECS: '1' },
    });
    expect(log).toMatchObject({ code: 0, stderr: '' });
    expect(log.stdout).toContain('"what": "added"');
    expect(log.stdout).toContain('"what": "changed"');
    const { code, stdout, stderr } = await runInRepository(['check', `./${file}`, '--since', 'HEAD~1'], repository);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  },
);

test.runIf(process.platform === 'linux')(
  'a name that is no text is told, and what else is there is checked',
  async () => {
    const repository = await testRepository({ 'a/ledger.yaml': EXPIRED });
    const place = (name: readonly number[]): Buffer =>
      Buffer.concat([Buffer.from(`${repository.folder}/`), Buffer.from(name)]);
    const file = Buffer.concat([place([0xb9, 0xab]), Buffer.from('.ledger.yaml')]);
    writeFileSync(file, CLEAN);
    mkdirSync(place([0x64, 0xff]));
    for (const argv of [['.'], ['**/*.yaml', '.'], ['.', '--since', 'main']]) {
      const { code, stdout, stderr } = await runInRepository(['check', ...argv, '--format', 'json'], repository);
      expect({ code, files: JSON.parse(stdout).files }).toEqual({ code: 3, files: ['a/ledger.yaml'] });
      for (const name of ['\uFFFD\uFFFD.ledger.yaml', 'd\uFFFD'])
        expect(stderr).toContain(`${name}: the name is not valid`);
    }
  },
);
