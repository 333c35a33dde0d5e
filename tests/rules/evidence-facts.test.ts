/** What the rules of evidence say of each thing that may be found where a path leads; which file is what is tested elsewhere. */
import { expect, test } from 'vitest';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import type { EvidenceFact } from '../../src/domain/evidence.ts';
import { day } from '../support/days.ts';
import { describeQuiet, judge } from '../support/judge.ts';

const [NOW, THEN] = ['ab'.repeat(32), 'cd'.repeat(32)];
const FILE: EvidenceFact = { found: 'file', sha256: NOW };
/** Its last whole day in China, and its date in UTC. */
const CERTIFICATE: EvidenceFact = { ...FILE, certificateEnds: [day('2028-11-19'), day('2028-11-20')] };

const RULES = ['missing', 'changed', 'mismatch', 'outside'].map((name) => `evidence/${name}`);

/** What each rule says of a certificate to 2028-11-20 with evidence, or of another entry. */
async function saidOf(
  evidence: string,
  facts: Readonly<Record<string, EvidenceFact>>,
  entry = 'id: it, kind: certificate, expires: 2028-11-20',
  list = 'resources',
): Promise<readonly string[]> {
  const text = `version: 1\ncompany: { name: 示例公司 }\n${list}: [{ ${entry}, evidence: [${evidence}] }]\n`;
  const { findings, quiet } = await judge(text, '2026-11-21', RULES, new Map(Object.entries(facts)));
  return [
    ...findings.map(({ rule, status, path, message }) => `${rule} ${status} ${path.join('.')}: ${message.en}`),
    ...quiet.map(describeQuiet).map((said) => said.replace(' it:', ':')),
  ].map((said) => said.replace('evidence/', ''));
}

const NOT_LOOKED_AT = RULES.map((rule) => `${rule.replace('evidence/', '')}: no file was checked`);
const NO_HASH = 'changed: no hash is on record';
const NO_FILE = 'changed: there is no file to read';
const NO_CERTIFICATE = 'mismatch: the file is not a certificate';

test.each<[string, string, Readonly<Record<string, EvidenceFact>>, readonly string[]]>([
  ['none on record', '', {}, RULES.map((rule) => `${rule.replace('evidence/', '')}: no evidence file is on record`)],
  ['nobody has looked', '{ path: a }', {}, NOT_LOOKED_AT],
  [
    'a file of which nothing is recorded',
    '{ path: a }',
    { a: FILE },
    ['missing: met', NO_HASH, NO_CERTIFICATE, 'outside: met'],
  ],
  [
    'the file that was recorded',
    `{ path: a, sha256: ${NOW} }`,
    { a: FILE },
    ['missing: met', 'changed: met', NO_CERTIFICATE, 'outside: met'],
  ],
  [
    'another file',
    `{ path: a, sha256: ${THEN} }`,
    { a: FILE },
    [
      'changed mismatch resources.0.evidence.0.sha256: a is not the file that was recorded (its SHA-256 is abababababab…, not cdcdcdcdcdcd…)',
      'missing: met',
      NO_CERTIFICATE,
      'outside: met',
    ],
  ],
  [
    'nothing, whatever is recorded of it',
    `{ path: a, sha256: ${NOW} }`,
    { a: { found: 'nothing' } },
    [
      'missing missing resources.0.evidence.0.path: the evidence file a does not exist',
      NO_FILE,
      NO_CERTIFICATE,
      'outside: met',
    ],
  ],
  ...(
    [
      ['absolute', 'is an absolute path, which is not valid on other computers'],
      ['outside', "is outside the ledger's repository"],
      ['folder', 'is a folder'],
      ['other', 'is a device or a pipe'],
    ] as const
  ).map(([found, said]): [string, string, Readonly<Record<string, EvidenceFact>>, readonly string[]] => [
    found,
    '{ path: a }',
    { a: { found } },
    [
      `outside invalid resources.0.evidence.0.path: a ${said}; it was not read`,
      'missing: met',
      NO_FILE,
      NO_CERTIFICATE,
    ],
  ]),
  [
    'several: each with its own place, and those that nobody looked at left out',
    '{ path: x }, { path: a }, { path: y }, { path: b }',
    { a: FILE, y: { found: 'nothing' }, b: { found: 'nothing' } },
    [
      'missing missing resources.0.evidence.2.path: the evidence file y does not exist',
      'missing missing resources.0.evidence.3.path: the evidence file b does not exist',
      NO_FILE,
      NO_CERTIFICATE,
      'outside: met',
    ],
  ],
  [
    'one that holds a hash before one that does not',
    `{ path: a, sha256: ${NOW} }, { path: b }`,
    { a: FILE, b: FILE },
    ['missing: met', 'changed: met', NO_CERTIFICATE, 'outside: met'],
  ],
  [
    'one that does not before one that does',
    `{ path: b }, { path: a, sha256: ${NOW} }`,
    { a: FILE, b: FILE },
    ['missing: met', 'changed: met', NO_CERTIFICATE, 'outside: met'],
  ],
])('%s', async (_, evidence, facts, expected) => {
  expect(await saidOf(evidence, facts)).toEqual(expected);
});

const mismatch = (entry: string, days: string): string =>
  `mismatch mismatch resources.0.expires: the last day of the certificate a is ${days}, but the entry has ${entry}`;
const OTHER_KIND = 'mismatch: it is of another kind';
const BOTH_DAYS = '2028-11-19 (2028-11-20 in UTC)';

test.each<[string, string, EvidenceFact, string]>([
  ['its day in China', 'kind: certificate, expires: 2028-11-19', CERTIFICATE, 'mismatch: met'],
  ['its date in UTC', 'kind: certificate, expires: 2028-11-20', CERTIFICATE, 'mismatch: met'],
  ['a day before', 'kind: certificate, expires: 2028-11-18', CERTIFICATE, mismatch('2028-11-18', BOTH_DAYS)],
  ['a day after', 'kind: certificate, expires: 2028-11-21', CERTIFICATE, mismatch('2028-11-21', BOTH_DAYS)],
  [
    'both days are one',
    'kind: certificate, expires: 2028-11-21',
    { ...FILE, certificateEnds: [day('2028-11-20'), day('2028-11-20')] },
    mismatch('2028-11-21', '2028-11-20'),
  ],
  ['a seal', 'kind: e-seal, expires: 2028-11-21', CERTIFICATE, mismatch('2028-11-21', BOTH_DAYS)],
  ['a seal and nothing else', 'kind: seal, expires: 2028-11-21', CERTIFICATE, mismatch('2028-11-21', BOTH_DAYS)],
  ['a kind that only ends like one', 'kind: mycertificate, expires: 2028-11-21', CERTIFICATE, OTHER_KIND],
  ['another kind', 'kind: domain, expires: 2028-11-21', CERTIFICATE, OTHER_KIND],
  ['no end', 'kind: certificate, expires: never', { ...FILE, certificateEnds: [FOREVER] }, 'mismatch: met'],
  [
    'no end, with a day on record',
    'kind: certificate, expires: 2028-11-21',
    { ...FILE, certificateEnds: [FOREVER] },
    mismatch('2028-11-21', 'never'),
  ],
  [
    'it renews itself',
    'kind: certificate, expires: 2028-01-01, autoRenew: { months: 3, noticeDays: 0 }',
    CERTIFICATE,
    'mismatch: it renews itself: the end of its first term is recorded',
  ],
])('a certificate: %s', async (_, entry, fact, expected) => {
  expect(await saidOf('{ path: a }', { a: fact }, `id: it, ${entry}`)).toContain(expected);
});

test('a signature on the scan of a licence is not its term', async () => {
  const licence = 'id: it, kind: isp, issued: 2024-03-15, expires: 2029-03-14';
  expect(await saidOf('{ path: a }', { a: CERTIFICATE }, licence, 'licences')).toContain(OTHER_KIND);
});
