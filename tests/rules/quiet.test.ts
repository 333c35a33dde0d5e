/** Nothing wrong is never mere silence: every rule says that all is well, or why it does not apply. */
import { describe, expect, test } from 'vitest';

import { allRules } from '../../src/rules/catalogue.ts';
import { describeQuiet, judge } from '../support/judge.ts';

const AS_OF = '2026-11-21';

async function quietOf(text: string, select: string, asOf = AS_OF): Promise<readonly string[]> {
  const { findings, quiet } = await judge(text, asOf, [select]);
  expect(findings.map(({ message }) => message.en)).toEqual([]);
  return quiet.map(describeQuiet);
}

function ledgerOf(resources: readonly string[], ...more: readonly string[]): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T }',
    ...more,
    'resources:',
    ...resources.map((one) => `  - { ${one} }`),
    '',
  ].join('\n');
}

const ISP = 'licences: [{ id: isp, kind: isp, issued: 2022-03-15, expires: 2031-11-20 }]';

describe('resource/expiry', () => {
  test.each([
    ['far from its end', ['id: a, kind: domain, expires: 2027-12-31'], ['a: met until 2027-12-31']],
    ['without an end', ['id: a, kind: domain, expires: never'], ['a: met until never']],
    [
      'meant to end',
      ['id: a, kind: domain, expires: 2026-12-31, renew: false'],
      ['a: it is not to be renewed (renew: false)'],
    ],
    [
      'terminated early',
      ['id: a, kind: domain, expires: 2026-12-31, ended: 2026-11-01'],
      ['a: it was terminated early (ended)'],
    ],
    [
      'renews itself',
      ['id: a, kind: domain, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 }'],
      ['a: it renews itself, so the last day for notice applies'],
    ],
    [
      'followed',
      [
        'id: a, kind: domain, expires: 2026-12-31',
        'id: b, kind: domain, starts: 2027-01-01, expires: never, follows: a',
      ],
      ['a: another entry follows it', 'b: met until never'],
    ],
    [
      'covered on by a like entry',
      [
        'id: a, kind: e-seal, expires: 2026-12-31, serves: [isp]',
        'id: b, kind: e-seal, starts: 2027-01-01, expires: 2028-12-31, serves: [isp]',
      ],
      ['a: met until 2028-12-31 by b', 'b: met until 2028-12-31'],
    ],
  ])('%s', async (_, resources, expected) => {
    expect(await quietOf(ledgerOf(resources, ISP), 'resource/expiry')).toEqual(
      expected.map((one) => `resource/expiry ${one}`),
    );
  });
});

describe('resource/notice', () => {
  test.each([
    ['does not renew itself', 'expires: 2026-12-31', 'it does not renew itself'],
    [
      'until the day of notice',
      'expires: 2027-12-31, autoRenew: { months: 12, noticeMonths: 1 }',
      'met until 2027-11-30',
    ],
    [
      'meant to end',
      'expires: 2026-12-31, renew: false, autoRenew: { months: 12, noticeDays: 30 }',
      'it is not to be renewed (renew: false)',
    ],
  ])('%s', async (_, fields, expected) => {
    const text = ledgerOf([`id: a, kind: hosting, ${fields}`]);
    expect(await quietOf(text, 'resource/notice')).toEqual([`resource/notice a: ${expected}`]);
  });
});

test('what is asked of single kinds says why it passes over others', async () => {
  const text = ledgerOf([
    'id: a, kind: hosting, expires: never',
    'id: tls, kind: certificate, expires: 2026-11-20',
    'id: room, kind: machine-room, expires: never',
  ]);
  expect(await quietOf(text, 'resource/certificate-lifetime')).toEqual([
    'resource/certificate-lifetime a: it is of another kind',
    'resource/certificate-lifetime tls: it is not in force',
    'resource/certificate-lifetime room: it is of another kind',
  ]);
  expect(await quietOf(text, 'resource/lease-term')).toContain('resource/lease-term room: it has no end');
  expect(await quietOf(text, 'resource/domain-registrant')).toContain(
    'resource/domain-registrant a: it is of another kind',
  );
});

test('evidence', async () => {
  const text = ledgerOf(['id: a, kind: hosting, expires: never, evidence: [{ path: a.pdf }]'], ISP);
  expect(await quietOf(text, 'evidence')).toEqual(
    expect.arrayContaining([
      'evidence/none isp: policy.requireEvidence is not set',
      'evidence/none a: policy.requireEvidence is not set',
      'evidence/missing isp: no evidence file is on record',
      'evidence/missing a: no file was checked',
      'evidence/unread a: policy.verifyWithin is not set',
    ]),
  );
  const asked = ledgerOf(
    ['id: a, kind: hosting, expires: 2026-11-20', 'id: b, kind: domain, expires: never, evidence: [{ path: a.pdf }]'],
    'policy: { requireEvidence: [hosting, domain] }',
    ISP,
  );
  expect(await quietOf(asked, 'evidence/none')).toEqual([
    'evidence/none isp: policy.requireEvidence does not ask for its kind',
    'evidence/none a: it is over',
    'evidence/none b: met',
  ]);
});

const company = (facts: string): string => `version: 1
company: { name: 示例公司, creditCode: 91110108MA01ABCD5T${facts} }
licences: [{ id: edi, kind: edi, issued: 2022-03-15, expires: 2031-11-20 }]
`;

describe('company', () => {
  test('where nothing else is on record each rule says why it asks nothing', async () => {
    const { findings, quiet } = await judge(company(''), AS_OF, ['company']);
    // One word for each group of facts, and none of them grave.
    expect(findings.map(({ rule, severity, status }) => `${rule} ${severity} ${status}`)).toEqual([
      'company/annual-report info undetermined',
      'company/publicity info undetermined',
      'company/security-body info undetermined',
      'company/personal-information-check info undetermined',
    ]);
    const noChange = 'no such change is on record';
    const noSystem = 'no such system is on record';
    const noPlatform = 'no platform is on record (company.platform)';
    const noData = 'nothing about personal information is on record, see company/personal-information-check';
    expect(quiet.map(describeQuiet)).toEqual(
      [
        ['credit-code', 'met'],
        ['paid-in', 'the day of establishment is not on record, see company/annual-report'],
        [
          'business-scope',
          'no licence says when it was entered in the business scope or taken out of it (scopeEntered, scopeRemoved)',
        ],
        ['registration', noChange],
        ['change-report', noChange],
        ['change-approval', noChange],
        ['change-practice', noChange],
        ['cessation-notice', noChange],
        ['site-change', noChange],
        ['address-filing', 'no IP addresses in force are on record'],
        ['address-change', noChange],
        ['domain-data', noChange],
        ['branch-report', 'no branch that was opened, changed or closed is on record'],
        ['service-report', 'no report on the quality of service is on record (serviceReports)'],
        ['personal-information-audit', noData],
        ['personal-information-officer', noData],
        ['mlps-filing', 'no information system of level 2 or above is on record'],
        ['police-filing', 'no system with a day of connection is on record'],
        ['mlps-evaluation', noSystem],
        ['mlps-advice', noSystem],
        ['network-evaluation', noSystem],
        ['network-assessment', noSystem],
        ['network-filing', 'no network unit is on record'],
        ['network-filing-change', noChange],
        ['network-regrading', 'no change of division or grade of a network unit is on record (regraded)'],
        ['network-results', 'no evaluation or assessment of a network unit is on record'],
        ['platform-registration', noPlatform],
        ['platform-report', noPlatform],
      ].map(([name, said]) => `company/${name} company: ${said}`),
    );
  });

  test.each([
    [', changes: [{ what: name, decided: 2026-11-01 }]', 'change-report', 'the time limit has not started'],
    [', changes: [{ what: name, registered: 2026-10-01, reported: 2026-10-02 }]', 'change-report', 'met'],
    [
      ', changes: [{ what: name, registered: 2021-10-01 }]',
      'change-report',
      'no telecom licence was held that the change concerns',
    ],
    [
      ', changes: [{ what: cessation, decided: 2026-11-01, effective: 2027-08-01 }]',
      'cessation-notice',
      'met until 2027-05-03',
    ],
    [', changes: [{ what: site-address, effective: 2027-08-01 }]', 'site-change', 'met until 2027-07-02'],
    [', systems: [{ id: core, kind: network-unit, filed: 2026-01-15 }]', 'network-filing', 'met'],
    [
      ', systems: [{ id: core, kind: network-unit, reviewed: 2026-11-21 }, { id: edge, kind: network-unit, since: 2026-12-01 }]',
      'network-regrading',
      'no change of division or grade of a network unit is on record (regraded)',
    ],
    [', established: 2026-01-05', 'annual-report', 'the first report is due in the year after establishment'],
    [', established: 2025-05-20, publicReports: { 2025: 2026-05-11 }', 'annual-report', 'met until 2027-06-30'],
    [', established: 2019-03-01, paidIn: { by: 2045-12-31 }', 'paid-in', 'met until 2027-06-30'],
    [', established: 2019-03-01, paidIn: { by: 2030-12-31 }', 'paid-in', 'met until 2030-12-31'],
    [', established: 2019-03-01, paidIn: { by: 2045-12-31, done: 2026-05-20 }', 'paid-in', 'met'],
    [', personalInformation: { selfChecks: [2026-10-20] }', 'personal-information-check', 'met until 2027-12-31'],
    [
      ', personalInformation: { persons: 100000 }',
      'personal-information-audit',
      'from 100,000 to ten million persons no law fixes how often',
    ],
    [', personalInformation: { persons: 99999 }', 'personal-information-audit', 'met until 2031-09-01'],
    [
      ', personalInformation: { persons: 0 }',
      'personal-information-officer',
      'it processes fewer than a million persons',
    ],
    [
      ', platform: { started: 2026-08-01, reports: { 2026-Q3: 2026-10-20 } }',
      'platform-report',
      'met until 2027-01-31',
    ],
    [', platform: { started: 2026-11-01 }', 'platform-report', 'nothing is due yet'],
    [', platform: { started: 2026-12-01 }', 'platform-registration', 'the business has not begun'],
    [
      ', branches: [{ province: 河北, what: opened, decided: 2026-11-01 }]',
      'branch-report',
      'no licence reaches beyond one province',
    ],
    [', security: { body: 安全部, staff: 2 }', 'security-body', 'met'],
    [
      ', systems: [{ id: s, kind: information-system, level: 1 }]',
      'mlps-evaluation',
      'none of the systems on record has this cycle',
    ],
    [
      ', systems: [{ id: s, kind: information-system, level: 3, evaluations: [2026-11-01] }, { id: t, kind: information-system, level: 3, evaluations: [2026-10-01] }]',
      'mlps-evaluation',
      'met until 2027-10-01',
    ],
  ])('%s: %s', async (facts, name, expected) => {
    expect(await quietOf(company(facts), `company/${name}`)).toEqual([`company/${name} company: ${expected}`]);
  });
});

describe('company/address-filing', () => {
  test.each([
    ['', 'nothing says whether the addresses are given on to others (allocates)'],
    ['allocates: false, starts: 2026-10-08, ', 'the company only uses the addresses itself'],
    [
      'allocates: true, follows: b, starts: 2026-10-08, ',
      'it continues another entry, whose addresses were there before',
    ],
    ['filed: 2022-04-01, ', 'met'],
    ['allocates: true, starts: 2026-12-01, ', 'no IP addresses in force are on record'],
  ])('%s', async (fields, expected) => {
    const text = ledgerOf([
      `id: a, kind: ip-addresses, ${fields}expires: never`,
      'id: b, kind: hosting, expires: never',
    ]);
    expect(await quietOf(text, 'company/address-filing')).toEqual([`company/address-filing company: ${expected}`]);
  });
});

const own = (...more: readonly string[]): string =>
  [
    'version: 1',
    'company: { name: 示例公司 }',
    'licences:',
    '  - { id: telecom, issued: 2022-03-15, expires: 2031-11-20, services: [{ kind: isp }, { kind: idc }] }',
    '  - { id: gone, kind: idc, issued: 2020-11-21, expires: 2025-11-20 }',
    'resources: [{ id: iso, kind: iso27001, expires: 2029-12-31, serves: [telecom] }]',
    ...more,
    '',
  ].join('\n');

describe('own', () => {
  test('a requirement', async () => {
    expect(await quietOf(own('requirements: [{ id: iso, licence: idc, needs: iso27001 }]'), 'own')).toEqual([
      'own/iso telecom/isp: it is about another licence',
      'own/iso telecom/idc: met until 2029-12-31 by iso',
      'own/iso gone: the licence is not in its term',
    ]);
  });

  test('a requirement of the company', async () => {
    expect(await quietOf(own('requirements: [{ id: iso, for: company, needs: iso27001 }]'), 'own')).toEqual([
      'own/iso company: met until 2029-12-31 by iso',
    ]);
  });

  test.each([
    [
      'telecom',
      'done: { 2026-11: 2026-11-02 }',
      ['telecom: met until 2026-11-30', 'gone: it is about another licence'],
    ],
    ['gone', '', ['telecom: it is about another licence', 'gone: the licence is not in its term']],
    [
      'telecom/isp',
      'done: { 2026-11: 2026-11-02 }',
      [
        'telecom/isp: met until 2026-11-30',
        'telecom/idc: it is about another licence',
        'gone: it is about another licence',
      ],
    ],
    ['company', 'done: { 2026-11: 2026-11-02 }', ['company: met until 2026-11-30']],
  ])('a duty for %s', async (named, done, expected) => {
    const fields = `id: drill, title: 演练, for: ${named}, every: { months: 1 }, from: 2026-11-01`;
    const text = own(`duties: [{ ${fields}${done === '' ? '' : `, ${done}`} }]`);
    expect(await quietOf(text, 'own')).toEqual(expected.map((one) => `own/drill ${one}`));
  });

  test('a duty that is still to begin', async () => {
    const text = own('duties: [{ id: drill, title: 演练, for: company, every: { months: 1 }, from: 2026-12-01 }]');
    expect(await quietOf(text, 'own')).toEqual(['own/drill company: none of its periods is due yet']);
  });
});

test.each([
  [
    'established: 2019-03-01, paidIn: { by: 2045-12-31 }',
    'five years from 2027-07-01 = 2032-06-30, before 2045-12-31: to be shortened by 2027-06-30',
  ],
  ['established: 2024-07-01, paidIn: { by: 2029-07-02 }', '2024-07-01 + 5 years = 2029-07-01'],
])('the sum of a paid-in term that is too long: %s', async (facts, sum) => {
  const { findings } = await judge(company(`, ${facts}`), '2027-07-01', ['company/paid-in']);
  expect(findings.map((one) => one.sum?.en)).toEqual([sum]);
});

test('no rule of every ledger ends without a word', async () => {
  const text = ledgerOf(['id: a, kind: domain, registrant: 示例云网科技有限公司, expires: never, serves: [isp]'], ISP);
  const { findings, quiet } = await judge(text, AS_OF, ['company', 'resource', 'evidence']);
  expect(findings.filter(({ status }) => status !== 'undetermined')).toEqual([]);
  const heard = new Set([...findings.map(({ rule }) => rule), ...quiet.map(({ rule }) => rule.id)]);
  const expected = allRules().filter(({ module }) => ['company', 'resource', 'evidence'].includes(module));
  expect(expected.filter(({ id }) => !heard.has(id)).map(({ id }) => id)).toEqual([]);
});
