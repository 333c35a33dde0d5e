/** What the minifier and the bundler may do to characters is seen in the built program alone. */
import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** One character of each plane that has any: of two units in UTF-16, but for the first, and of two to four bytes in UTF-8. */
const OF_EACH_PLANE = ['é', '域', '\u{1F600}', '\u{2CB4E}', '\u{30EDE}', '\u{E0101}', '\u{F0000}', '\u{10FFFD}'];

test.each(OF_EACH_PLANE)('a line of the calendar folds between characters: %j', async (character) => {
  // One byte more each time moves the fold through every byte of a character.
  const entries = [0, 1, 2, 3].map(
    (more) =>
      `  - { id: cert-${more}, kind: certificate, title: "${'a'.repeat(more)}${character.repeat(100)}", expires: 2026-12-01 }\n`,
  );
  const ledger = `version: 1\ncompany: { name: 示例云网科技有限公司 }\nresources:\n${entries.join('')}`;
  const cwd = await temporaryFolder({ 'ledger.yaml': ledger });
  const { code, stdout, stderr } = await runProgram(['calendar', '--as-of', '2026-11-21'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('\u{FFFD}');
  const widest = Math.max(...stdout.split('\r\n').map((line) => Buffer.byteLength(line)));
  expect(widest).toBeLessThanOrEqual(75);
  const unfolded = stdout.replaceAll('\r\n ', '');
  for (const more of [0, 1, 2, 3]) expect(unfolded).toContain('a'.repeat(more) + shown(character).repeat(100));
});

/** Characters that cannot be seen are written as escapes. */
function shown(character: string): string {
  return character === '\u{E0101}' ? String.raw`\\u{E0101}` : character;
}
