/** What is read of a case file: the ledger of each case, and where in the file a problem stands. */
import { describe, expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { readCases } from '../../src/schema/case-file.ts';
import { day } from '../support/days.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));
const SEAL = { id: 'seal', kind: 'maintenance', expires: 'never' };
const CASE = { name: 'a', asOf: '2026-11-21', resources: [SEAL], expect: [] };
const COMPANY = { name: '甲公司' };

/** The cases of a file that has the right form. */
function casesOf(data: unknown) {
  const read = readCases(data, KINDS);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
  return read.cases;
}

const told = (problems: ReturnType<typeof casesOf>[number]['problems']): readonly unknown[] =>
  problems.map(({ rule, at: { path, atKey } }) => [rule, path.join('.'), atKey]);

test('a case is a ledger with its own parts and those of the file, unless it has its own', () => {
  const [shared, own] = casesOf({
    company: COMPANY,
    policy: { owner: '张三' },
    rules: { 'isp/leased-line': 'off' },
    cases: [
      { ...CASE, select: ['isp'] },
      { ...CASE, name: 'b', company: { name: '乙公司' }, policy: {}, rules: {}, licences: [], duties: [], waivers: [] },
    ],
  });
  expect(shared).toMatchObject({ name: 'a', path: ['cases', 0], problems: [] });
  expect(shared?.case).toMatchObject({ asOf: day('2026-11-21'), select: ['isp'], expect: [] });
  expect(shared?.case?.ledger).toMatchObject({
    company: { name: '甲公司' },
    policy: { owner: '张三' },
    rules: { 'isp/leased-line': 'off' },
    resources: [{ id: 'seal' }],
  });
  expect(own).toMatchObject({ name: 'b', path: ['cases', 1], problems: [] });
  expect(own?.case).toMatchObject({ select: [] });
  expect(own?.case?.ledger).toMatchObject({ company: { name: '乙公司' }, rules: {} });
  expect(own?.case?.ledger.policy.owner).toBeUndefined();
});

test('whatever a finding has can be expected of it', () => {
  const expected = {
    rule: 'resource/expiry',
    status: 'expiring',
    severity: 'warning',
    subject: 'seal',
    service: 'isp',
    owner: '张三',
    date: '2026-12-31',
    daysLeft: -1,
    actBy: '2026-12-30',
    period: '2026',
    gapDays: 1,
    related: ['a', 'b'],
  };
  const [one] = casesOf({ company: COMPANY, cases: [{ ...CASE, expect: [expected] }] });
  expect(one?.case?.expect).toEqual([{ ...expected, date: day('2026-12-31'), actBy: day('2026-12-30') }]);
});

describe('a case that is no ledger is told beside the others, at its place in the file', () => {
  test.each<[what: string, file: object, own: object, problems: readonly unknown[]]>([
    [
      'an entry',
      { company: COMPANY },
      { resources: [{ ...SEAL, expires: '2026-02-30' }] },
      [['schema/date', 'cases.0.resources.0.expires', undefined]],
    ],
    [
      'a key of an entry',
      { company: COMPANY },
      { resources: [{ ...SEAL, colour: 'red' }] },
      [['schema/unknown-field', 'cases.0.resources.0.colour', true]],
    ],
    ['a part of the file', { company: {} }, {}, [['schema/missing-field', 'company.name', undefined]]],
    [
      'its own part',
      { company: COMPANY },
      { company: {} },
      [['schema/missing-field', 'cases.0.company.name', undefined]],
    ],
    ['what neither has', {}, {}, [['schema/missing-field', 'cases.0.company.name', undefined]]],
    ['nothing to check', { company: COMPANY }, { resources: [] }, [['ledger/empty', 'cases.0', undefined]]],
  ])('%s', (_, file, own, problems) => {
    const cases = casesOf({
      ...file,
      cases: [
        { ...CASE, ...own },
        { ...CASE, company: COMPANY },
      ],
    });
    expect(cases.map((one) => told(one.problems))).toEqual([problems, []]);
    expect(cases.map((one) => one.case === undefined)).toEqual([true, false]);
  });
});

describe('of a file that has the wrong form no case is read', () => {
  test.each<[what: string, data: unknown, problems: readonly unknown[]]>([
    ['that is empty', null, [['schema/missing-field', 'cases', undefined]]],
    ['that says nothing', undefined, [['schema/missing-field', 'cases', undefined]]],
    ['of another form', [], [['schema/type', '', undefined]]],
    ['with a key that it cannot have', { colour: 'red', cases: [] }, [['schema/unknown-field', 'colour', true]]],
    [
      'with entries, which each case has for itself',
      { licences: [], cases: [] },
      [['schema/unknown-field', 'licences', true]],
    ],
    ['whose cases are no list', { cases: 'a' }, [['schema/type', 'cases', undefined]]],
    ['with a case that is none', { cases: ['a'] }, [['schema/type', 'cases.0', undefined]]],
    [
      'with a case of nothing',
      { cases: [{}] },
      ['name', 'asOf', 'expect'].map((key) => ['schema/missing-field', `cases.0.${key}`, undefined]),
    ],
    [
      'with a name that says nothing',
      { cases: [{ ...CASE, name: ' ' }] },
      [['schema/value', 'cases.0.name', undefined]],
    ],
    [
      'with a rule that is none',
      { cases: [{ ...CASE, select: [1] }] },
      [['schema/type', 'cases.0.select.0', undefined]],
    ],
    [
      'with an expectation of nothing',
      { cases: [{ ...CASE, expect: [{}] }] },
      [
        ['schema/missing-field', 'cases.0.expect.0.rule', undefined],
        ['schema/missing-field', 'cases.0.expect.0.status', undefined],
      ],
    ],
    [
      'with expectations that are no list',
      { cases: [{ ...CASE, expect: {} }] },
      [['schema/type', 'cases.0.expect', undefined]],
    ],
    ...(
      [
        ['status', 'soon', 'schema/value'],
        ['severity', 'fatal', 'schema/value'],
        ['subject', '', 'schema/value'],
        ['service', 1, 'schema/type'],
        ['owner', ' ', 'schema/value'],
        ['date', 'never', 'schema/date'],
        ['daysLeft', 0.5, 'schema/value'],
        ['daysLeft', '1', 'schema/type'],
        ['actBy', '2026-02-30', 'schema/date'],
        ['period', 2026, 'schema/type'],
        ['gapDays', 0, 'schema/value'],
        ['related', 'a', 'schema/type'],
        ['colour', 'red', 'schema/unknown-field'],
      ] as const
    ).map(([key, value, rule]): [string, unknown, readonly unknown[]] => [
      `with ${key} ${JSON.stringify(value)}`,
      { cases: [{ ...CASE, expect: [{ rule: 'a/b', status: 'expired', [key]: value }] }] },
      [[rule, `cases.0.expect.0.${key}`, rule === 'schema/unknown-field' || undefined]],
    ]),
  ])('%s', (_, data, problems) => {
    const read = readCases(data, KINDS);
    expect('problems' in read ? told(read.problems) : read).toEqual(problems);
  });
});
