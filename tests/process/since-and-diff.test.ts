/** The built program on what git has: `check --since` and `diff`. */
import { expect, test } from 'vitest';

import { diffSchema } from '../../src/schema/diff-schema.ts';
import { testRepository } from '../support/git-repository.ts';
import { runProgram } from '../support/run-program.ts';
import { AS_OF, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';

test('tell what a change brought in, in both languages', async () => {
  const repository = await testRepository({ '公 司/ledger.yaml': EXPIRING });
  const run = async (...argv: readonly string[]) => runProgram([...argv, ...AS_OF], { cwd: repository.folder });
  expect(await run('check', '.', '--since', 'HEAD')).toMatchObject({ code: 0, stderr: '' });
  expect(await run('diff', 'HEAD', '.')).toMatchObject({ code: 0, stderr: '' });
  repository.write({ '公 司/ledger.yaml': EXPIRED });
  const since = await run('check', '.', '--since', 'HEAD', '--lang', 'zh');
  expect(since).toMatchObject({ code: 1, stderr: '', stdout: expect.stringContaining('本次改动') });
  const diff = await run('diff', 'HEAD', '.', '--lang', 'zh');
  expect(diff).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('带来1个错误') });
  const markdown = await run('diff', 'HEAD', '.', '--format', 'markdown', '--lang', 'en');
  expect(markdown).toMatchObject({ code: 0, stdout: expect.stringMatching(/^<!-- ledger diff -->\n\n### ✖ /u) });
});

test('as JSON, and with the codes of their ends', async () => {
  const repository = await testRepository({ 'ledger.yaml': EXPIRING });
  repository.commit({ 'ledger.yaml': EXPIRED });
  const run = async (...argv: readonly string[]) => runProgram([...argv, ...AS_OF], { cwd: repository.folder });
  const { stdout } = await run('diff', 'HEAD~1', '--to', 'HEAD', '--format', 'json');
  expect(diffSchema.parse(JSON.parse(stdout)).files).toMatchObject([
    { file: 'ledger.yaml', brought: [expect.any(String)] },
  ]);
  for (const argv of [
    ['diff', 'nowhere'],
    ['check', '--since', 'nowhere'],
  ]) {
    expect(await run(...argv)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('no such revision'),
    });
  }
  repository.write({ 'ledger.yaml': NO_YAML });
  expect(await run('diff')).toMatchObject({ code: 3, stdout: expect.stringContaining('no longer a valid ledger') });
});
