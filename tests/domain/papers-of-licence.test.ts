/** What somebody sees of a ledger who is shown one licence of it: `isp`, beside another of its kind and one of another kind. */
import { expect, test } from 'vitest';

import type { Ledger, OwnDuty, OwnRequirement, Waiver } from '../../src/domain/ledger.ts';
import { papersOf } from '../../src/domain/papers.ts';
import type { StatusRow } from '../../src/domain/status.ts';
import { buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { companyNamed } from '../support/company.ts';
import { day } from '../support/days.ts';

const row = (subject: string, by: readonly string[] = []): StatusRow => ({
  subject,
  service: undefined,
  rule: 'a/one',
  state: 'met',
  until: undefined,
  by,
  evidence: 0,
  owner: undefined,
  period: undefined,
  reason: undefined,
  identity: undefined,
});
const needed = (id: string, by: Pick<OwnRequirement, 'licence' | 'for'>): OwnRequirement => ({
  id,
  needs: 'maintenance',
  severity: 'warning',
  ...by,
});
const duty = (id: string, whom: string): OwnDuty => ({
  id,
  title: id,
  for: whom,
  every: { months: 6 },
  from: day('2026-01-01'),
  grace: 0,
  severity: 'warning',
  done: {},
});
const waiver = (entry: string): Waiver => ({
  rule: 'a/one',
  entry,
  from: day('2026-01-01'),
  until: day('2026-02-01'),
  reason: 'x',
  approvedBy: 'y',
});
const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

const LEDGER: Ledger = buildLedger({
  company: companyNamed('示例', {
    systems: [{ id: 'core', kind: 'network-unit', evaluations: [], assessments: [], resultsSent: {} }],
  }),
  licences: [
    buildLicence({ id: 'isp', kind: 'isp' }),
    buildLicence({ id: 'isp-2', kind: 'isp' }),
    buildLicence({ id: 'sp', kind: 'sp' }),
  ],
  resources: [
    buildResource({ id: 'line', serves: ['isp'] }),
    buildResource({ id: 'room', serves: ['sp', 'isp/isp'] }),
    buildResource({ id: 'other', serves: ['sp', 'isp-2'] }),
    buildResource({ id: 'seal', serves: [] }),
    buildResource({ id: 'proof', serves: [] }),
    buildResource({ id: 'lent', serves: ['sp'] }),
  ],
  requirements: [
    needed('by-name', { licence: 'isp' }),
    needed('by-service', { licence: 'isp/isp' }),
    needed('of-another', { licence: 'sp' }),
    needed('of-the-company', { for: 'company' }),
  ],
  duties: [duty('drill', 'company'), duty('audit', 'isp'), duty('service', 'isp/isp'), duty('theirs', 'sp')],
  waivers: ['isp', 'isp/isp', 'line', 'company', 'core', 'lent', 'sp', 'other'].map(waiver),
});
const ROWS = [
  row('isp', ['lent', 'isp-2']),
  row('line'),
  row('company', ['seal', 'sp']),
  row('core', ['proof']),
  row('sp', ['other']),
  row('lent'),
  row('other'),
];
const papers = papersOf('isp', LEDGER, ROWS);

test('the licence, and those that prove something for it, but no other that the company has', () => {
  expect(ids(papers.ledger.licences)).toEqual(['isp', 'isp-2']);
});

test('the contracts that serve it, and those that prove something for it or the company', () => {
  expect(ids(papers.ledger.resources)).toEqual(['line', 'room', 'seal', 'proof', 'lent']);
});

test('what the company asks of it or of all, and its duties', () => {
  expect(ids(papers.ledger.requirements)).toEqual(['by-name', 'by-service', 'of-the-company']);
  expect(ids(papers.ledger.duties)).toEqual(['drill', 'audit', 'service']);
});

test.each([
  ['isp-2', ['of-isp']],
  ['sms', ['of-sp']],
  ['gone', []],
])('what the company asks of the kind of %s', (licence, asked) => {
  const requirements = [needed('of-isp', { licence: 'isp' }), needed('of-sp', { licence: 'sp' })];
  const licences = [...LEDGER.licences, buildLicence({ id: 'sms', kind: 'sp' })];
  expect(ids(papersOf(licence, { ...LEDGER, licences, requirements }, []).ledger.requirements)).toEqual(asked);
});

test('the waivers and the rows of all of these', () => {
  const entries = papers.ledger.waivers.map(({ entry }) => entry);
  expect(entries).toEqual(['isp', 'isp/isp', 'line', 'company', 'core', 'lent']);
  expect(papers.rows.map(({ subject }) => subject)).toEqual(['isp', 'line', 'company', 'core', 'lent']);
});
