/** What the minifier and the bundler may do to characters is seen in the built program alone. */
import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A character of each plane of Unicode, assigned or not, and some of note: of one to four bytes in UTF-8. */
const CHARACTERS = [
  ...Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x1_00_00 + 0x12_34)),
  'é',
  '域',
  '\u{1F600}',
  '\u{2CB4E}',
  '\u{30EDE}',
  '\u{E0101}',
  '\u{F0000}',
  '\u{10FFFD}',
];

test('a line of the calendar folds between characters, whatever plane they are of', async () => {
  // One byte more each time moves the fold through every byte of a character.
  const titles = CHARACTERS.flatMap((character) =>
    [0, 1, 2, 3].map((more) => [`${'a'.repeat(more)}${character.repeat(100)}`, character] as const),
  );
  const entries = titles.map(
    ([title], at) => `  - { id: cert-${at}, kind: certificate, title: "${title}", expires: 2026-12-01 }\n`,
  );
  const ledger = `version: 1\ncompany: { name: 示例云网科技有限公司 }\nresources:\n${entries.join('')}`;
  const cwd = await temporaryFolder({ 'ledger.yaml': ledger });
  const { code, stdout, stderr } = await runProgram(['calendar', '--as-of', '2026-11-21'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('\u{FFFD}');
  const widest = Math.max(...stdout.split('\r\n').map((line) => Buffer.byteLength(line)));
  expect(widest).toBe(75);
  const unfolded = stdout.replaceAll('\r\n ', '');
  for (const [title, character] of titles) expect(unfolded).toContain(title.replaceAll(character, shown(character)));
});

/** Characters that cannot be seen are written as escapes. */
function shown(character: string): string {
  return character === '\u{E0101}' ? String.raw`\\u{E0101}` : character;
}
