/** Every command that takes its day from the clock, at one that can only be wrong. */
import { expect, test } from 'vitest';

import { FILES, TELLERS, WRITERS } from '../support/every-command.ts';
import { runInMemory } from '../support/memory-io.ts';

/** Which take none: they have a day of their own, or need none. `diff` and `log` want git first, `lsp` an editor. */
const WITHOUT = new Set([
  'record',
  'evidence',
  'diff',
  'log',
  'explain',
  'rules',
  'rules test',
  'schema',
  'lsp',
  'completion',
]);

const LINES = [
  ...Object.entries(WRITERS).flatMap(([words, calls]) =>
    calls.map((given) => [...words.split(' '), ...given, '--yes']),
  ),
  ...Object.entries(TELLERS).flatMap(([words, { given }]) =>
    WITHOUT.has(words) ? [] : [[...words.split(' '), ...given.filter((word) => !/^(--as-of|\d{4}-.*)$/u.test(word))]],
  ),
  ['rules', '--stale'],
].map((argv) => [argv.join(' '), argv] as const);

test.each(LINES)('%s believes no clock in the year 9999', async (_, argv) => {
  const run = await runInMemory(argv, { files: FILES, now: '9999-12-31T04:00:00Z' });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toMatch(
    /^error: the clock of this machine says 9999-12-31, after the year 2999\n {3}do: Set the clock/mu,
  );
  expect(run.written.size).toBe(0);
});
