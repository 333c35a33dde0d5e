/** Unknown is never a pass: each field of a complete entry is taken away, and either a rule says so or the table says why none does. */
import { describe, expect, test } from 'vitest';

import { check } from '../../src/domain/check.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { day } from '../support/days.ts';
import { readLedger } from '../support/read-ledger.ts';

/** What comes up when a field is gone: findings as `rule status severity`; `why` where none of them is `undetermined`. */
interface Gone {
  readonly value: string;
  readonly tells: readonly string[];
  readonly why?: string;
}

type Fields = Readonly<Record<string, Gone>>;

/** In the window before renewal falls due, with everything done. */
const AS_OF = '2026-11-21';
const EXPIRES = '2027-03-14';

const PAPER: Fields = {
  number: { value: '京A2.B1.B2-20220315', tells: ['licence/number undetermined info'] },
  issued: { value: '2022-03-15', tells: ['licence/number undetermined info'] },
  scope: {
    value: '[北京]',
    tells: ['licence/number undetermined info', 'licence/registered-capital undetermined warning'],
  },
  opened: { value: '2022-06-01', tells: ['licence/opened undetermined warning'] },
  shown: { value: '2026-06-01', tells: ['licence/number-shown undetermined info'] },
  renewal: {
    value: '{ applied: 2026-11-20 }',
    tells: ['licence/renewal due warning'],
    why: 'an application that is not recorded was not made',
  },
  annualReports: {
    value: '{ 2025: 2026-02-20 }',
    tells: ['licence/annual-report overdue error'],
    why: 'a report that is not recorded was not filed',
  },
};

const UNREAD_NUMBER: Gone = {
  value: '号[2022]00315-A011',
  tells: [],
  why: 'it names the certificate, and no form of it is known',
};

const GRANT: Fields = {
  number: UNREAD_NUMBER,
  issued: {
    value: '2022-03-15',
    tells: [],
    why: 'reports and fees are then asked of the last period, and the start of use is known from `opened`',
  },
  opened: {
    value: '2022-06-01',
    tells: ['number/start-of-use overdue error'],
    why: 'a number that is not recorded as opened is not in use',
  },
  annualReports: {
    value: '{ 2025: 2026-02-20 }',
    tells: ['number/annual-report overdue error'],
    why: 'a report that is not recorded was not filed',
  },
  feesPaid: {
    value: '{ 2025-Q4: 2026-01-09, 2026-Q1: 2026-04-09, 2026-Q2: 2026-07-09, 2026-Q3: 2026-10-09 }',
    tells: Array.from({ length: 4 }, () => 'number/fee overdue error'),
    why: 'a fee that is not recorded was not paid',
  },
  contactChanges: {
    value: '[{ changed: 2026-09-18, reported: 2026-09-30 }]',
    tells: [],
    why: 'nobody can ask about a change that is not recorded',
  },
  holder: { value: 'service-enterprise', tells: ['number/term undetermined info'] },
  filings: { value: '{ 北京: 2022-05-20 }', tells: ['number/province-filing undetermined info'] },
  disused: { value: '2027-03-01', tells: [], why: 'a number that is not recorded as disused is in use' },
  endReported: { value: '2027-03-10', tells: [], why: 'its end is asked about once it has come' },
};

/** A number of one province is filed with nobody else. */
const ONE_PROVINCE: Fields = {
  ...GRANT,
  filings: { value: '{ 北京: 2022-05-20 }', tells: [], why: 'the province allotted it for itself' },
};

const NOTHING_ASKED = 'nothing is asked of such a number but its term and its form';

const KINDS: Readonly<Record<string, Fields>> = {
  'call-centre': {
    calls: {
      value: 'outbound',
      tells: [],
      why: 'a centre that does not say that it only takes calls is asked for its records',
    },
    callRecords: { value: '{ kept: 180, checked: 2026-06-01 }', tells: ['call-centre/call-records undetermined info'] },
  },
  icp: { apps: { value: '[]', tells: ['icp/app-filing undetermined info'] } },
  edi: { apps: { value: '[]', tells: ['edi/app-filing undetermined info'] } },
  sp: {
    messageRecords: { value: '{ kept: 12, checked: 2026-06-01 }', tells: ['sp/message-records undetermined info'] },
    portRecords: {
      value: '{ sent: 6, ended: 6, checked: 2026-06-01 }',
      tells: ['sp/port-message-records undetermined info'],
    },
  },
  'number-95': {
    ...GRANT,
    scope: { value: 'national', tells: ['number-95/coverage undetermined warning'] },
    holder: {
      value: 'service-enterprise',
      tells: ['number-95/licence undetermined info', 'number/term undetermined info'],
    },
    numbers: { value: '["95123"]', tells: ['number-95/format undetermined warning'] },
    digits: { value: '5', tells: [], why: 'the usual form is asked for where the certificate’s is not recorded' },
  },
  'number-96': {
    ...ONE_PROVINCE,
    scope: { value: '[北京]', tells: ['number-96/coverage undetermined info'] },
    numbers: { value: '["96123"]', tells: ['number-96/format undetermined warning'] },
  },
  'number-106': {
    ...GRANT,
    scope: { value: 'national', tells: ['number-106/coverage undetermined warning'] },
    numbers: { value: '["106950001234"]', tells: ['number-106/format undetermined warning'] },
  },
  'number-400': {
    number: UNREAD_NUMBER,
    issued: { value: '2022-03-15', tells: [], why: NOTHING_ASKED },
    scope: { value: 'national', tells: [], why: NOTHING_ASKED },
    opened: { value: '2022-06-01', tells: [], why: NOTHING_ASKED },
    numbers: { value: '["4001234567"]', tells: ['number-400/format undetermined warning'] },
  },
  'number-700': {
    number: UNREAD_NUMBER,
    issued: { value: '2022-03-15', tells: [], why: 'the days of the pilot are counted from its notice' },
    scope: { value: '[北京]', tells: ['number-700/area undetermined info'] },
    opened: { value: '2022-06-01', tells: [], why: 'the pilot sets no time to begin' },
    role: { value: 'business-user', tells: ['number-700/pilot-approval undetermined warning'] },
    prefix: { value: '"70012345678"', tells: ['number-700/format undetermined warning'] },
    numbers: { value: '["700123456780001"]', tells: ['number-700/format undetermined warning'] },
    middleNumbers: { value: '[]', tells: ['number-700/migration undetermined warning'] },
  },
};

/** Findings of the rules about licences, as `rule status severity`. */
async function found(kind: string, fields: Fields, company = 'registeredCapital: 9000000'): Promise<readonly string[]> {
  const own = Object.entries(fields).map(([name, { value }]) => `    ${name}: ${value}\n`);
  const { ledger, problems } = await readLedger(
    `version: 1\ncompany: { name: 示例, ${company} }\npolicy: { since: 2026-01-01 }\nlicences:\n  - id: it\n    kind: ${kind}\n    expires: ${EXPIRES}\n${own.join('')}`,
  );
  expect(problems).toEqual([]);
  if (ledger === undefined) return [];
  const findings = check(ledger, catalogue, {
    asOf: day(AS_OF),
    selects: (rule) => /^(?:licence|number|KIND)\//u.test(rule.replace(`${kind}/`, 'KIND/')),
  });
  return findings.map(({ rule, status, severity }) => `${rule} ${status} ${severity}`).toSorted();
}

function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe.each(licenceKinds.map((kind) => [kind.kind, kind] as const))('%s', (kind, { family, fields = [] }) => {
  const complete: Fields = { ...(family === 'service' ? PAPER : {}), ...KINDS[kind] };

  test('every field of the kind is in the table', () => {
    expect(Object.keys(complete)).toEqual(expect.arrayContaining(fields.map(({ name }) => name)));
    expect(Object.keys(complete)).toEqual(expect.arrayContaining(['number', 'issued', 'scope', 'opened']));
  });

  test('a complete entry leaves nothing undetermined', async () => {
    expect((await found(kind, complete)).filter((one) => one.includes('undetermined'))).toEqual([]);
  });

  test.each(Object.entries(complete))('without %s', async (field, { tells, why }) => {
    const { [field]: _, ...rest } = complete;
    const before = await found(kind, complete);
    expect(without(await found(kind, rest), before)).toEqual(tells.toSorted());
    expect(tells.some((one) => one.includes('undetermined'))).toBe(why === undefined);
  });
});

test('without the registered capital of the company', async () => {
  const before = await found('isp', PAPER);
  expect(without(await found('isp', PAPER, 'creditCode: 91110108MA01ABCD5T'), before)).toEqual([
    'licence/registered-capital undetermined warning',
  ]);
});
