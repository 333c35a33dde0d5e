import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { checkText } from '../support/check-text.ts';
import { day } from '../support/days.ts';
import { judge } from '../support/judge.ts';

const AS_OF = '2026-11-21';
const PDF = '合同扫描件';
const SHA256 = createHash('sha256').update(PDF).digest('hex');
const LEAF = await readFile(fileURLToPath(new URL('../fixtures/certificates/leaf.pem', import.meta.url)), 'utf8');
const ENDLESS = await readFile(fileURLToPath(new URL('../fixtures/certificates/endless.pem', import.meta.url)), 'utf8');
const FILES = { 'evidence/a.pdf': PDF, 'evidence/leaf.pem': LEAF, 'evidence/endless.pem': ENDLESS };

interface ResourceParts {
  readonly kind?: string;
  readonly expires?: string;
  readonly evidence?: string;
  readonly more?: string;
  readonly policy?: string;
}

function ledger({
  kind = 'certificate',
  expires = '2028-11-21',
  evidence,
  more = '',
  policy = '',
}: ResourceParts): string {
  const proofs = evidence === undefined ? '' : `, evidence: [${evidence}]`;
  return `version: 1
company: { name: 示例云网科技有限公司 }
policy: { ${policy} }
resources:
  - { id: example, kind: ${kind}, expires: ${expires}${more}${proofs} }
`;
}

/** `rule status place` of every finding of the module. */
async function findingsOf(parts: ResourceParts, asOf = AS_OF): Promise<readonly string[]> {
  const findings = await checkText(ledger(parts), asOf, FILES);
  return findings
    .filter(({ rule }) => rule.startsWith('evidence/'))
    .map(({ rule, status, path }) => `${rule} ${status} ${path.slice(2).join('.')}`);
}

async function identities(evidence: string): Promise<readonly string[]> {
  const findings = await checkText(ledger({ evidence }), AS_OF);
  return findings
    .filter(({ rule }) => rule === 'evidence/missing')
    .map(({ identity }) => identity)
    .toSorted();
}

describe('files of evidence', () => {
  test.each([
    ['a file with its hash', `{ path: evidence/a.pdf, sha256: ${SHA256} }`, []],
    ['a hash in capitals', `{ path: evidence/a.pdf, sha256: ${SHA256.toUpperCase()} }`, []],
    ['a file without a hash', '{ path: evidence/a.pdf }', []],
    ['a way round', '{ path: ./evidence/../evidence/a.pdf }', []],
    ['a file that is gone', '{ path: evidence/b.pdf }', ['evidence/missing missing evidence.0.path']],
    [
      'a file that has changed',
      `{ path: evidence/a.pdf, sha256: ${'ab'.repeat(32)} }`,
      ['evidence/changed mismatch evidence.0.sha256'],
    ],
    [
      'several',
      `{ path: x }, { path: evidence/a.pdf }, { path: y, sha256: ${SHA256} }`,
      ['evidence/missing missing evidence.0.path', 'evidence/missing missing evidence.2.path'],
    ],
    ['a file elsewhere', '{ path: ../a.pdf }', ['evidence/outside invalid evidence.0.path']],
    ['an absolute path', '{ path: /etc/passwd }', ['evidence/outside invalid evidence.0.path']],
    ['a folder', '{ path: evidence }', ['evidence/outside invalid evidence.0.path']],
  ])('%s', async (_, evidence, expected) => {
    expect(await findingsOf({ evidence })).toEqual(expected);
  });

  test('two that are gone have names of their own, whatever their order', async () => {
    const both = await identities('{ path: x }, { path: y }');
    expect(new Set(both).size).toBe(2);
    expect(await identities('{ path: y }, { path: x }')).toEqual(both);
  });
});

test.each([
  ['evidence/合同-1.pdf', ['ledger', 'evidence', 'add', 'example', 'evidence/合同-1.pdf']],
  // One word, whatever a shell makes of it: whoever prints it quotes it.
  ['合同 $(reboot).pdf', ['ledger', 'evidence', 'add', 'example', '合同 $(reboot).pdf']],
  ['-rf', undefined],
])('what records a changed %s again', async (path, command) => {
  const evidence = `{ path: "${path}", sha256: ${'ab'.repeat(32)} }`;
  const facts = new Map([[path, { found: 'file', sha256: SHA256 } as const]]);
  const { findings } = await judge(ledger({ evidence }), AS_OF, ['evidence/changed'], facts);
  expect(findings.map(({ fix }) => fix?.command)).toEqual([command]);
});

describe('certificates', () => {
  // The certificate ends on 2028-11-20 at 16:00 in Greenwich, when 2028-11-21 begins in China.
  const mismatch = ['evidence/mismatch mismatch expires'];
  const inGreenwich = 'timezone: Etc/UTC';
  test.each<[string, ResourceParts, readonly string[]]>([
    ['in China its last whole day is that of Greenwich', { expires: '2028-11-20' }, []],
    ['its first moment is not a day', { expires: '2028-11-21' }, mismatch],
    ['a day early', { expires: '2028-11-19' }, mismatch],
    ['in Greenwich the last whole day', { expires: '2028-11-19', policy: inGreenwich }, []],
    ['in Greenwich the day of the end', { expires: '2028-11-20', policy: inGreenwich }, []],
    ['in Greenwich a day late', { expires: '2028-11-21', policy: inGreenwich }, mismatch],
    ['without an end', { expires: 'never' }, mismatch],
    ['a seal', { kind: 'e-seal', expires: '2028-11-21' }, mismatch],
    ['a domain has an end of its own', { kind: 'domain', expires: '2028-11-21' }, []],
    ['one that renews itself', { expires: '2028-01-01', more: ', autoRenew: { months: 3, noticeDays: 0 }' }, []],
  ])('%s', async (_, parts, expected) => {
    expect(await findingsOf({ ...parts, evidence: '{ path: evidence/leaf.pem }' })).toEqual(expected);
  });

  test('without an end of its own asks for never', async () => {
    const evidence = '{ path: evidence/endless.pem }';
    expect(await findingsOf({ evidence, expires: 'never' })).toEqual([]);
    expect(await findingsOf({ evidence, expires: '2028-11-21' })).toEqual(mismatch);
  });

  test.each([
    ['both days', [day('2028-11-19'), day('2028-11-20')], '2028-11-19 (2028-11-20 in UTC)'],
    ['one day', [day('2028-11-20'), day('2028-11-20')], '2028-11-20,'],
  ])('a finding names %s', async (_, certificateEnds, expected) => {
    const facts = new Map([['a.pem', { found: 'file', sha256: SHA256, certificateEnds } as const]]);
    const { findings } = await judge(
      ledger({ evidence: '{ path: a.pem }', expires: '2028-12-01' }),
      AS_OF,
      ['evidence/mismatch'],
      facts,
    );
    expect(findings.map(({ message }) => message.en)).toEqual([expect.stringContaining(expected)]);
  });
});

const paper = (evidence: string): string => `version: 1
company: { name: 示例云网科技有限公司 }
licences:
- { id: isp, kind: isp, expires: 2028-11-21, evidence: [${evidence}] }
`;

describe('the paper of a licence', () => {
  test.each([
    ['intact', `{ path: evidence/a.pdf, sha256: ${SHA256} }`, []],
    ['gone', '{ path: evidence/b.pdf }', ['evidence/missing missing evidence.0.path']],
    [
      'changed',
      `{ path: evidence/a.pdf, sha256: ${'ab'.repeat(32)} }`,
      ['evidence/changed mismatch evidence.0.sha256'],
    ],
    ['elsewhere', '{ path: ../a.pdf }', ['evidence/outside invalid evidence.0.path']],
    ['a signature on the scan is not the term of the licence', '{ path: evidence/leaf.pem }', []],
  ])('%s', async (_, evidence, expected) => {
    const findings = await checkText(paper(evidence), AS_OF, FILES);
    const ofEvidence = findings.filter(({ rule }) => rule.startsWith('evidence/'));
    expect(ofEvidence.map(({ rule, status, path }) => `${rule} ${status} ${path.slice(2).join('.')}`)).toEqual(
      expected,
    );
  });
});

describe('entries that nobody has looked at', () => {
  const stale = ['evidence/unread stale verified'];
  const within6 = { policy: 'verifyWithin: 6' };
  test.each<[string, ResourceParts, readonly string[]]>([
    ['without a policy nobody asks', {}, []],
    ['never looked at', within6, stale],
    ['on the last day in time', { ...within6, more: ', verified: 2026-05-21' }, []],
    ['on the first day late', { ...within6, more: ', verified: 2026-05-20' }, stale],
    ['a day to come has not come', { ...within6, more: ', verified: 2026-11-22' }, stale],
    ['today', { ...within6, more: ', verified: 2026-11-21' }, []],
    ['what has ended is not asked', { ...within6, expires: '2026-11-20' }, []],
    ['nor what was terminated early', { ...within6, expires: '2028-11-20', more: ', ended: 2026-11-20' }, []],
    ['what ends today is', { ...within6, expires: '2026-11-21' }, stale],
    [
      'what renews itself has not ended',
      { ...within6, expires: '2026-11-20', more: ', autoRenew: { months: 12, noticeDays: 0 }' },
      stale,
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await findingsOf({ kind: 'domain', expires: 'never', ...parts })).toEqual(expected);
  });

  test('the end of the month counts', async () => {
    const parts = { policy: 'verifyWithin: 6', expires: 'never', more: ', verified: 2026-08-31' };
    expect(await findingsOf(parts, '2027-02-28')).toEqual([]);
    expect(await findingsOf(parts, '2027-03-01')).toEqual(stale);
  });

  test('what another continues is not asked', async () => {
    const text = `${ledger({ policy: 'verifyWithin: 6', expires: 'never' })}  - { id: next, kind: domain, expires: never, follows: example, verified: 2026-11-01 }\n`;
    expect((await checkText(text, AS_OF)).map(({ rule }) => rule)).not.toContain('evidence/unread');
  });

  test('tells the day by which it was due', async () => {
    const text = ledger({ policy: 'verifyWithin: 6', expires: 'never', more: ', verified: 2026-05-20' });
    const finding = (await checkText(text, AS_OF)).find(({ rule }) => rule === 'evidence/unread');
    expect(finding).toMatchObject({
      severity: 'warning',
      daysLeft: -1,
      sum: { zh: '2026-05-20 + 6个月 = 2026-11-20', en: '2026-05-20 + 6 months = 2026-11-20' },
    });
  });
});
