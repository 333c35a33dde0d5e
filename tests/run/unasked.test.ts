/** Where nobody can be asked, no command that writes does so unasked. */
import { expect, test } from 'vitest';

import { commandsInHelp } from '../../src/dev/documents/help-pages.ts';
import { FILES, WRITERS } from '../support/every-command.ts';
import { runInMemory } from '../support/memory-io.ts';

test('the table has every command that writes', async () => {
  const commands = await commandsInHelp(async (words) => (await runInMemory(words)).stdout);
  const writers = [...commands].flatMap(([name, help]) => (/^ {2}--dry-run /mu.test(help) ? [name] : []));
  expect(writers.toSorted()).toEqual(Object.keys(WRITERS).toSorted());
});

test.each(Object.entries(WRITERS).flatMap(([name, given]) => given.map((words) => [name, words] as const)))(
  '%s %j needs --yes or --dry-run without a terminal',
  async (name, given) => {
    const words = [...name.split(' '), ...given];
    const unasked = await runInMemory(words, { files: FILES });
    expect(unasked.stderr).toContain('--yes');
    expect(unasked).toMatchObject({ code: 2, stdout: '' });
    expect(unasked.written.size).toBe(0);
    const dry = await runInMemory([...words, '--dry-run'], { files: FILES });
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.written.size).toBe(0);
  },
);
