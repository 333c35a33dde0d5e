/** What rules about licences conclude where they find nothing, and the commands that put right what they find. */
import { expect, test } from 'vitest';

import { formatDay } from '../../src/domain/calendar-day.ts';
import { check } from '../../src/domain/check.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { day } from '../support/days.ts';
import type { Quiet } from '../support/judge.ts';
import { readLedger } from '../support/read-ledger.ts';

interface Judged {
  readonly findings: readonly Finding[];
  readonly quiet: readonly Quiet[];
}

/** Each licence in one line of YAML; `more` are further parts of the ledger. */
async function judge(rule: string, asOf: string, licences: readonly string[], more = ''): Promise<Judged> {
  const { ledger, problems } = await readLedger(
    `version: 1\ncompany: { name: 示例, registeredCapital: 12000000 }\npolicy: { since: 2026-11-01 }\nlicences:\n${licences.map((one) => `  - { ${one} }\n`).join('')}${more}`,
  );
  expect(problems).toEqual([]);
  if (ledger === undefined) return { findings: [], quiet: [] };
  const quiet: Quiet[] = [];
  const findings = check(ledger, catalogue, {
    asOf: day(asOf),
    selects: (one) => one === rule,
    onQuiet: (outcome, rule, subject, service) => quiet.push({ outcome, rule, subject, service }),
  });
  return { findings, quiet };
}

function conclusion({ outcome }: Quiet): string {
  if (outcome.state === 'not-applicable') return `not-applicable: ${outcome.reason.en}`;
  const until = outcome.until === undefined ? '' : ` until ${formatDay(outcome.until)}`;
  return `met${until}${(outcome.by ?? []).map((id) => ` by ${id}`).join('')}`;
}

const LINE =
  'resources: [{ id: line, kind: leased-line, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 }, serves: [it] }]\n';

test.each([
  ['licence/renewal', '2026-10-01', 'kind: isp, expires: 2027-03-14', 'met until 2026-12-14'],
  [
    'licence/renewal',
    '2026-12-20',
    'kind: isp, expires: 2027-03-14, renewal: { applied: 2026-12-14 }',
    'met until 2027-03-14',
  ],
  [
    'licence/renewal',
    '2026-12-20',
    'kind: isp, expires: 2027-03-14, renewal: { declined: 2026-12-14 }',
    'not-applicable: non-renewal was reported in time',
  ],
  ['licence/renewal', '2027-03-15', 'kind: isp, expires: 2027-03-14', 'not-applicable: the licence is not in its term'],
  [
    'licence/renewal',
    '2026-12-01',
    'kind: isp, expires: 2027-03-14, closed: 2026-12-14',
    'not-applicable: it is given up before that day',
  ],
  [
    'number/renewal',
    '2026-12-01',
    'kind: number-400, expires: 2027-03-14',
    'not-applicable: no law asks for an application to renew it',
  ],
  ['licence/expiry', '2026-10-01', 'kind: isp, expires: 2027-03-14', 'met until 2027-03-14'],
  [
    'licence/annual-report',
    '2026-11-21',
    'kind: isp, issued: 2026-01-04, expires: 2031-01-03',
    'not-applicable: no year is due yet',
  ],
  [
    'licence/annual-report',
    '2027-04-01',
    'kind: isp, issued: 2026-01-04, expires: 2031-01-03, annualReports: { 2026: 2027-03-01 }',
    'met until 2028-03-31',
  ],
  ['licence/annual-report', '2027-01-05', 'kind: isp, issued: 2026-01-04, expires: 2031-01-03', 'met until 2027-03-31'],
  [
    'licence/opened',
    '2026-10-01',
    'kind: isp, expires: 2027-03-14',
    'not-applicable: it is checked only before renewal falls due',
  ],
  ['licence/opened', '2026-10-01', 'kind: isp, expires: 2027-03-14, opened: 2022-06-01', 'met'],
  [
    'licence/opened',
    '2026-11-21',
    'kind: isp, expires: 2027-03-14, renewal: { declined: 2026-11-20 }',
    'not-applicable: this service will not be renewed',
  ],
  ['number/fee', '2026-11-21', 'kind: number-700, expires: 2028-06-30', 'not-applicable: it is not an allotted number'],
  ['number/fee', '2026-11-21', 'kind: number-95, expires: 2028-06-30', 'not-applicable: no quarter is due yet'],
  [
    'number/fee',
    '2027-02-01',
    'kind: number-95, issued: 2024-03-15, expires: 2029-03-14, feesPaid: { 2026-Q4: 2027-01-08 }',
    'met until 2027-04-10',
  ],
  [
    'number/contact-change',
    '2026-11-21',
    'kind: number-95, expires: 2029-03-14',
    'not-applicable: no change of address or contact is on record',
  ],
  [
    'number/start-of-use',
    '2026-11-21',
    'kind: number-95, issued: 2026-10-01, expires: 2031-09-30',
    'met until 2027-10-01',
  ],
  [
    'number-95/licence',
    '2026-11-21',
    'kind: number-95, expires: 2029-03-14, holder: service-enterprise',
    'not-applicable: a service enterprise needs no telecom licence',
  ],
  [
    'number-106/licence',
    '2026-11-21',
    'kind: number-106, expires: 2029-03-14, numbers: ["106950001234"]',
    'not-applicable: codes for own use and for the public good need no telecom licence',
  ],
  [
    'number-700/platform-agreement',
    '2026-11-21',
    'kind: number-700, expires: 2028-06-30, role: base-platform',
    'not-applicable: it applies only to business users',
  ],
  [
    'number-700/area',
    '2026-11-21',
    'kind: number-700, expires: 2028-06-30, scope: national',
    'not-applicable: the coverage on record is national and names no provinces',
  ],
])('%s on %s of { %s }: %s', async (rule, asOf, licence, expected) => {
  const { findings, quiet } = await judge(rule, asOf, [`id: it, ${licence}`]);
  expect(findings).toEqual([]);
  expect(quiet.map(conclusion)).toEqual([expected]);
});

test('a requirement says by which contract it is met, and until when', async () => {
  const { quiet } = await judge('isp/leased-line', '2026-11-21', ['id: it, kind: isp, expires: 2029-03-14'], LINE);
  expect(quiet.map(conclusion)).toEqual(['met until 2029-03-14 by line']);
});

test('the licence behind a number is named', async () => {
  const { quiet } = await judge('number-95/licence', '2026-11-21', [
    'id: hotline, kind: number-95, expires: 2029-03-14, holder: telecom-operator',
    'id: first, kind: isp, scope: national, expires: 2027-03-14',
    'id: second, expires: 2028-03-14, services: [{ kind: idc, scope: [北京] }, { kind: cdn, scope: national }, { kind: edi, scope: national }]',
  ]);
  expect(quiet.map(conclusion)).toEqual(['met until 2028-03-14 by first by second']);
});

test.each([
  ['licence/renewal', '2026-11-21', 'kind: isp, expires: 2027-03-14', 'ledger record renewal it --on 2026-11-21'],
  ['licence/renewal', '2027-01-01', 'kind: isp, expires: 2027-03-14', 'ledger record renewal it --on 2027-01-01'],
  ['licence/renewal', '2027-01-01', 'kind: isp, expires: 2027-03-14, renewal: { applied: 2026-12-15 }', undefined],
  [
    'licence/renewal',
    '2027-03-15',
    'kind: isp, expires: 2027-03-14, renewal: { applied: 2026-12-14 }',
    'ledger renew it --expires +5y',
  ],
  // Nobody applied in time: it cannot be renewed.
  ['licence/expiry', '2027-03-15', 'kind: isp, expires: 2027-03-14', 'ledger record renewal it --on DATE'],
  ['licence/expiry', '2027-03-01', 'kind: isp, expires: 2027-03-14', 'ledger record renewal it --on DATE'],
  [
    'licence/expiry',
    '2027-03-15',
    'kind: isp, expires: 2027-03-14, renewal: { applied: 2026-12-15 }',
    'ledger record renewal it --on DATE',
  ],
  ['number/expiry', '2027-03-15', 'kind: number-95, expires: 2027-03-14', 'ledger record renewal it --on DATE'],
  [
    'licence/expiry',
    '2027-03-01',
    'kind: isp, expires: 2027-03-14, renewal: { declined: 2026-12-14 }',
    'ledger record closed it --on 2027-03-14',
  ],
  [
    'licence/expiry',
    '2027-03-20',
    'kind: isp, expires: 2027-03-14, renewal: { declined: 2026-12-14 }',
    'ledger record closed it --on 2027-03-20',
  ],
  ['number/expiry', '2027-03-01', 'kind: number-400, expires: 2027-03-14', 'ledger renew it --expires +1y'],
  [
    'licence/annual-report',
    '2027-03-01',
    'kind: isp, issued: 2026-01-04, expires: 2031-01-03',
    'ledger record annual-report it 2026 --on 2027-03-01',
  ],
  ['licence/opened', '2026-11-21', 'kind: isp, expires: 2027-03-14', 'ledger record opened it --on 2026-11-21'],
  [
    'licence/opened',
    '2026-11-21',
    'expires: 2027-03-14, services: [{ kind: isp }, { kind: cdn, opened: 2022-06-01 }]',
    'ledger record opened it/isp --on 2026-11-21',
  ],
  [
    'number/fee',
    '2027-01-05',
    'kind: number-95, issued: 2024-03-15, expires: 2029-03-14',
    'ledger record fee it 2026-Q4 --on 2027-01-05',
  ],
  [
    'number/start-of-use',
    '2026-11-21',
    'kind: number-95, issued: 2025-10-01, expires: 2030-09-30',
    'ledger record opened it --on 2026-11-21',
  ],
  ['isp/leased-line', '2026-11-21', 'kind: isp, expires: 2029-03-14', 'ledger add leased-line --serves it'],
  [
    'isp/leased-line',
    '2026-11-21',
    'expires: 2029-03-14, services: [{ kind: isp }, { kind: cdn }]',
    'ledger add leased-line --serves it/isp',
  ],
  ['number-700/pilot-approval', '2026-11-21', 'kind: number-700, expires: 2028-06-30', undefined],
] as const)('%s on %s of { %s } is put right by %s', async (rule, asOf, licence, command) => {
  const { findings } = await judge(rule, asOf, [`id: it, ${licence}`]);
  expect(findings.map(({ fix }) => fix?.command.join(' '))).toEqual([command]);
});

test('a finding about one service points at the field of that service', async () => {
  const { findings } = await judge('licence/opened', '2026-11-21', [
    'id: it, expires: 2027-03-14, services: [{ kind: isp, opened: 2022-06-01 }, { kind: cdn }]',
  ]);
  expect(findings).toMatchObject([{ subject: 'it', service: 'cdn', path: ['licences', 0, 'services', 1, 'opened'] }]);
});

async function groundOfEnd(kind: string): Promise<readonly string[]> {
  const { findings } = await judge('number/expiry', '2027-03-15', [`id: it, kind: ${kind}, expires: 2027-03-14`]);
  const certainties = findings.flatMap(({ basis }) => basis.map(({ certainty }) => certainty));
  return [...findings.map(({ severity }) => severity), ...certainties];
}

test('the end of a contract for a number rests on practice, that of an allotted one on law', async () => {
  expect(await groundOfEnd('number-400')).toEqual(['warning', 'practice']);
  expect(await groundOfEnd('number-700')).toEqual(['error', 'text', 'secondary']);
  expect(await groundOfEnd('number-95')).toEqual(['error', 'text', 'text', 'text']);
});

test('a late application is told in the words of the law', async () => {
  const { findings } = await judge('licence/renewal', '2027-01-01', [
    'id: it, kind: isp, expires: 2027-03-14, renewal: { applied: 2026-12-15 }',
  ]);
  expect(findings[0]?.message).toEqual({
    zh: '延续申请于2026-12-15提交，晚了1天，按许可办法第27条第2款，有效期届满不予延续',
    en: 'renewal was applied for on 2026-12-15, 1 day late; under article 27, paragraph 2 of Order 42 it is not renewed after its term',
  });
});
