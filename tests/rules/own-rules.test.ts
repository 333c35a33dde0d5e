/** What the rules that a company makes for itself say of themselves, and their examples. */
import { describe, expect, test } from 'vitest';

import type { Rule } from '../../src/domain/rule.ts';
import { ownRules } from '../../src/rules/own.ts';
import { judge } from '../support/judge.ts';
import { readLedger } from '../support/read-ledger.ts';

const LICENCES = `licences:
  - { id: telecom, issued: 2024-03-15, expires: 2029-03-14, services: [{ kind: isp }, { kind: idc }] }
  - { id: icp, kind: icp, issued: 2024-03-15, expires: 2029-03-14 }
`;

async function rulesOf(own: string): Promise<readonly Rule[]> {
  const { ledger } = await readLedger(`version: 1\ncompany: { name: 示例公司 }\n${LICENCES}${own}\n`);
  return ledger === undefined ? [] : ownRules(ledger);
}

const requirement = (parts: string): string => `requirements: [{ id: it, needs: machine-room, ${parts} }]`;
const duty = (parts: string): string => `duties: [{ id: it, title: 应急演练, from: 2026-01-01, ${parts} }]`;

test.each([
  [
    requirement('for: company'),
    "The company's own requirement: the company has a valid machine room contract on every day.",
    '公司自定要求。',
    'A duty of the company itself.',
  ],
  [
    requirement('licence: telecom, reason: 集团制度第3条'),
    "The company's own requirement: telecom has a valid machine room contract on every day.",
    '集团制度第3条',
    '集团制度第3条',
  ],
  [
    duty('for: company, every: { months: 1 }'),
    "The company's own duty: 应急演练, every 1 month (company).",
    '公司自定事项。',
    'A duty of the company itself.',
  ],
  [
    duty('for: telecom, every: { months: 3 }, reason: 集团制度第4条'),
    "The company's own duty: 应急演练, every 3 months (telecom).",
    '集团制度第4条',
    '集团制度第4条',
  ],
])('%s', async (own, summary, zh, en) => {
  const [rule] = await rulesOf(own);
  expect(rule?.id).toBe('own/it');
  expect(rule?.summary.en).toBe(summary);
  expect(rule?.why).toEqual({ zh, en });
});

describe('its examples fail and pass', () => {
  test.each([
    requirement('for: company'),
    requirement('for: company, severity: info'),
    requirement('licence: isp'),
    requirement('licence: isp, severity: warning'),
    duty('for: company, every: { months: 1 }'),
    duty('for: company, every: { months: 12 }, severity: info'),
    duty('for: telecom, every: { months: 600 }'),
  ])('%s', async (own) => {
    const [rule] = await rulesOf(own);
    const { asOf, fails, passes } = rule?.examples() ?? { asOf: '', fails: '', passes: '' };
    const failed = await judge(fails, asOf, ['own/it']);
    expect(failed.findings.map(({ rule: id }) => id)).toEqual(['own/it']);
    expect(failed.findings.map(({ severity }) => severity)).toEqual([/severity: (\w+)/u.exec(own)?.[1] ?? 'warning']);
    const passed = await judge(passes, asOf, ['own/it']);
    expect(passed.findings).toEqual([]);
    expect(passed.quiet.map(({ outcome }) => outcome.state)).toContain('met');
  });
});

test.each([
  ['telecom', 'telecom/isp telecom/idc'],
  ['telecom/idc', 'telecom/idc'],
  ['idc', 'telecom/idc'],
  // A licence and a kind have this name: the licence is meant.
  ['icp', 'icp'],
])('a requirement of %s concerns %s', async (named, expected) => {
  const own = requirement(`licence: ${named}, owner: 网络部`);
  const text = `version: 1\ncompany: { name: 示例公司 }\n${LICENCES}${own}\n`;
  const { findings, quiet } = await judge(text, '2026-11-21', ['own/it']);
  expect(findings.map(nameOf).join(' ')).toBe(expected);
  expect(findings.map(({ owner }) => owner)).toEqual(findings.map(() => '网络部'));
  const others = quiet.filter(({ outcome }) => outcome.state === 'not-applicable').map(nameOf);
  expect([...findings.map(nameOf), ...others].toSorted()).toEqual(['icp', 'telecom/idc', 'telecom/isp']);
});

function nameOf({ subject, service }: { readonly subject: string; readonly service?: string | undefined }): string {
  return service === undefined ? subject : `${subject}/${service}`;
}
