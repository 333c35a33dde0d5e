/** The longest texts that a ledger may hold, and what is said of one that is a letter longer. */
import { expect, test } from 'vitest';

import { readLedger } from '../support/read-ledger.ts';

const ledger = (fields: string): string =>
  `version: 1\ncompany: { name: 示例公司 }\nresources: [{ kind: maintenance, expires: never, ${fields} }]\n`;

test.each([
  ['id', 200, (text: string) => `id: ${text}`],
  ['title', 1000, (text: string) => `id: a, title: ${text}`],
  ['notes', 100_000, (text: string) => `id: a, notes: ${text}`],
] as const)('%s of %i characters', async (name, most, fields) => {
  expect((await readLedger(ledger(fields('a'.repeat(most))))).problems).toEqual([]);
  const { problems } = await readLedger(ledger(fields('a'.repeat(most + 1))));
  expect(problems.map(({ rule, message, remedy }) => ({ rule, message, remedy }))).toEqual([
    {
      rule: 'schema/value',
      message: {
        zh: `${name}有${most + 1}个字符，最多${most}个`,
        en: `${name} has ${most + 1} characters, and may have ${most} at most`,
      },
      remedy: {
        zh: '请缩短；长的内容另存为文件，列入`evidence`。',
        en: 'Shorten it; keep what is longer in a file, and name that file in `evidence`.',
      },
    },
  ]);
});
