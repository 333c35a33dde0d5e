/** The search for the licence behind a number: once for a check, and never one of another check. */
import { expect, test } from 'vitest';

import { oncePerCheck, type RuleContext } from '../../../src/domain/rule.ts';
import { checkText } from '../../support/check-text.ts';

const code = (id: string): string =>
  `  - { id: ${id}, kind: number-106, expires: 2029-03-14, numbers: ["10690123"] }\n`;
const sp = (expires: string): string => `  - { id: sp, kind: sp, scope: national, expires: ${expires} }\n`;

async function statuses(licences: string, asOf = '2026-11-21'): Promise<readonly string[]> {
  const findings = await checkText(`version: 1\ncompany: { name: 示例 }\nlicences:\n${licences}`, asOf);
  return findings.flatMap(({ rule, subject, status }) =>
    rule === 'number-106/licence' ? [`${subject} ${status}`] : [],
  );
}

test('every number without its licence is reported', async () => {
  expect(await statuses(code('one') + code('two'))).toEqual(['one missing', 'two missing']);
});

test('one licence stands behind many numbers, wherever it is in the file', async () => {
  expect(await statuses(code('one') + sp('2029-03-14') + code('two'))).toEqual([]);
});

test('each check looks for itself', async () => {
  const ledger = code('one') + sp('2026-11-20');
  expect(await statuses(ledger, '2026-11-20')).toEqual([]);
  expect(await statuses(ledger, '2026-11-21')).toEqual(['one expired']);
  expect(await statuses(ledger, '2026-11-20')).toEqual([]);
});

test('the ledger is walked once for a check', () => {
  let walks = 0;
  const search = oncePerCheck(() => ({ walks: (walks += 1) }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its identity matters here
  const [first, second] = [{}, {}] as [RuleContext, RuleContext];
  expect([search(first), search(first), search(second), search(first)].map((one) => one.walks)).toEqual([1, 1, 2, 1]);
});
