/** No command that writes does so unasked where nobody can be asked, nor says of what it has written that it has not. */
import { expect, test } from 'vitest';

import { commandsInHelp } from '../../src/dev/documents/help-pages.ts';
import { Interruption } from '../../src/platform/io.ts';
import { FILES, WRITERS } from '../support/every-command.ts';
import { runInMemory } from '../support/memory-io.ts';

test('the table has every command that writes', async () => {
  const commands = await commandsInHelp(async (words) => (await runInMemory(words)).stdout);
  const writers = [...commands].flatMap(([name, help]) => (/^ {2}--dry-run /mu.test(help) ? [name] : []));
  expect(writers.toSorted()).toEqual(Object.keys(WRITERS).toSorted());
});

const CALLS = Object.entries(WRITERS).flatMap(([name, given]) => given.map((words) => [name, words] as const));

test.each(CALLS)('%s %j needs --yes or --dry-run without a terminal', async (name, given) => {
  const words = [...name.split(' '), ...given];
  const unasked = await runInMemory(words, { files: FILES });
  expect(unasked.stderr).toContain('--yes');
  expect(unasked).toMatchObject({ code: 2, stdout: '' });
  expect(unasked.written.size).toBe(0);
  const dry = await runInMemory([...words, '--dry-run'], { files: FILES });
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.written.size).toBe(0);
});

// What is repaired is checked afterwards, and that is interrupted all the same.
test.each(CALLS.filter(([name]) => name !== 'check'))(
  '%s %j that is interrupted once it has written does not say that nothing was written',
  async (name, given) => {
    const words = [...name.split(' '), ...given, '--yes'];
    const { code, written } = await runInMemory(words, { files: FILES, stdoutThrows: new Interruption() });
    expect(code).toBe(written.size > 0 ? 0 : 130);
  },
);
