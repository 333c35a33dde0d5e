/** What the engine adds to what a rule says: where it stands, who answers for it, by when to act, and what to do. */
import { describe, expect, test } from 'vitest';

import { contextOf } from '../../src/domain/check.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type Ledger, POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import { defineRule, MET, type Place, type Problem, type Rule } from '../../src/domain/rule.ts';
import { toFinding } from '../../src/domain/to-finding.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { AS_OF, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { companyNamed } from '../support/company.ts';
import { day } from '../support/days.ts';

const TEXT = { zh: '例', en: 'example' };
const REMEDY = { zh: '办法', en: 'remedy' };
const RULE: Rule = defineRule(
  'a/b',
  { of: 'company', run: () => MET },
  {
    summary: TEXT,
    why: TEXT,
    remedy: REMEDY,
    statuses: { missing: 'error' },
    basis: [],
    examples: () => ({ asOf: AS_OF, fails: '', passes: '' }),
  },
);
const LEDGER = buildLedger({
  company: companyNamed('示例', {
    systems: [{ id: 'core', kind: 'network-unit', evaluations: [], assessments: [], resultsSent: {} }],
  }),
  licences: [
    buildLicence({ id: 'isp', owner: 'of isp' }),
    buildLicence({ id: 'two', services: [{ kind: 'isp' }, { kind: 'idc' }] }),
  ],
  resources: [
    buildResource({ id: 'line', owner: 'of line' }),
    buildResource({ id: 'served', serves: ['two', 'isp/isp'] }),
    buildResource({ id: 'alone', serves: [] }),
  ],
  policy: { ...POLICY_DEFAULTS, owner: 'of all' },
});

function findingOf(parts: Partial<Problem>, subject = 'isp', { rule = RULE, ledger = LEDGER } = {}): Finding {
  const context = contextOf(ledger, catalogue, { asOf: day(AS_OF) });
  const judged = { rule, subject, service: undefined };
  return toFinding(judged, { status: 'missing', message: TEXT, ...parts }, [], context);
}

test('of a bare problem', () => {
  expect(findingOf({})).toEqual({
    rule: 'a/b',
    status: 'missing',
    severity: 'error',
    subject: 'isp',
    related: [],
    owner: 'of isp',
    message: TEXT,
    remedy: REMEDY,
    basis: [],
    path: ['licences', 0, 'id'],
  });
});

describe('where it stands', () => {
  test.each<[what: string, at: Place | undefined, subject: string, path: Finding['path']]>([
    ['a licence', undefined, 'two', ['licences', 1, 'id']],
    ['a contract', undefined, 'alone', ['resources', 2, 'id']],
    ['a system', undefined, 'core', ['company', 'systems', 0, 'id']],
    ['the company', undefined, 'company', ['company', 'id']],
    ['a field of the company', { company: ['changes', 0] }, 'company', ['company', 'changes', 0]],
    ['a place of the file', { file: ['rules', 'a/b'] }, 'company', ['rules', 'a/b']],
    ['a field of an entry', { entry: 'line', field: 'expires' }, 'isp', ['resources', 0, 'expires']],
    [
      'what lies below a field',
      { entry: 'line', field: 'evidence', below: [0, 'path'] },
      'isp',
      ['resources', 0, 'evidence', 0, 'path'],
    ],
    [
      'a field of a service',
      { entry: 'two', service: 'idc', field: 'scope' },
      'two',
      ['licences', 1, 'services', 1, 'scope'],
    ],
    ['a field of the only service', { entry: 'isp', service: 'isp', field: 'scope' }, 'isp', ['licences', 0, 'scope']],
  ])('%s', (_, at, subject, path) => {
    expect(findingOf({ at }, subject).path).toEqual(path);
  });
});

describe('who answers for it', () => {
  test.each<[what: string, problem: Partial<Problem>, subject: string, owner: string]>([
    ['whom the rule names', { owner: 'named', at: { entry: 'line', field: 'expires' } }, 'isp', 'named'],
    ['the owner of the entry that must change', { at: { entry: 'line', field: 'expires' } }, 'isp', 'of line'],
    ['the owner of the subject', { at: { company: ['changes'] } }, 'isp', 'of isp'],
    ['the owner of another subject', { subject: 'line' }, 'isp', 'of line'],
    ['the first owner of what it serves', {}, 'served', 'of isp'],
    ['else whom the policy names', {}, 'two', 'of all'],
    ['else whom the policy names, for what serves nothing', {}, 'alone', 'of all'],
  ])('%s', (_, problem, subject, owner) => {
    expect(findingOf(problem, subject).owner).toBe(owner);
  });
});

describe('by when to act', () => {
  const NOBODY_WORKS: Ledger = {
    ...LEDGER,
    policy: { ...POLICY_DEFAULTS, workingDays: { 2026: { holidays: [day('2026-12-11')], workdays: [] } } },
  };
  test.each([
    ['a Sunday', LEDGER, '2026-12-13', '2026-12-11', 22],
    ['a Sunday after a day off of the ledger', NOBODY_WORKS, '2026-12-13', '2026-12-10', 22],
    ['a day that is past', LEDGER, '2026-11-20', '2026-11-20', -1],
  ])('%s', (_, ledger, date, actBy, daysLeft) => {
    expect(findingOf({ date: day(date) }, 'isp', { ledger })).toMatchObject({
      date: day(date),
      actBy: day(actBy),
      daysLeft,
    });
  });
});

describe('what to do', () => {
  const rule: Rule = { ...RULE, fix: ({ subject, status, asOf }) => [subject, status, String(asOf === day(AS_OF))] };

  test('what the problem says, else the rule', () => {
    expect(findingOf({ remedy: TEXT }).remedy).toBe(TEXT);
    expect(findingOf({}).fix).toBeUndefined();
    expect(findingOf({ subject: 'line' }, 'isp', { rule }).fix).toEqual({ command: ['line', 'missing', 'true'] });
    expect(findingOf({ fix: { command: ['x'] } }, 'isp', { rule }).fix).toEqual({ command: ['x'] });
    expect(findingOf({}, 'isp', { rule: { ...RULE, fix: () => undefined } }).fix).toBeUndefined();
  });
});
