/** Which rules are asked of a ledger, of whom, and which of their problems are told. */
import { describe, expect, test } from 'vitest';

import type { Basis } from '../../src/domain/basis.ts';
import {
  type Catalogue,
  check,
  checkLicence,
  type CheckOptions,
  Collector,
  contextOf,
  isAskedOn,
  needersIn,
  rulesByKind,
} from '../../src/domain/check.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { defineRule, MET, type Problem, report, type Rule, type RuleCheck } from '../../src/domain/rule.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';
import { basisOf } from '../support/sample-report.ts';

const AS_OF = day('2026-11-21');
const TEXT = { zh: '例', en: 'example' };
const ledger = buildLedger({
  licences: [buildLicence({ issued: day('2022-03-15'), scope: 'national' })],
  resources: [buildResource({ expires: day('2026-10-31') })],
});
const everything = { asOf: AS_OF, selects: () => true } as const;

/** The rules that find something. */
function found(of: Ledger, options: Partial<CheckOptions> = {}, asked: Catalogue = catalogue): readonly string[] {
  return check(of, asked, { ...everything, ...options }).map(({ rule }) => rule);
}

describe('asked is', () => {
  test('what the run selects', () => {
    expect(found(ledger)).toEqual(expect.arrayContaining(['isp/leased-line', 'licence/annual-report']));
    expect(found(ledger, { selects: (id) => id === 'isp/leased-line' })).toEqual(['isp/leased-line']);
  });

  test('what the ledger has not switched off', () => {
    expect(found({ ...ledger, rules: { 'isp/leased-line': 'off' } })).not.toContain('isp/leased-line');
    expect(found({ ...ledger, rules: { 'isp/leased-line': 'info' } })).toContain('isp/leased-line');
  });

  test('where only periods are wanted, each rule that may name one', () => {
    const ofPeriods = new Set(
      [
        ...catalogue.common,
        ...Object.values(catalogue.families).flat(),
        ...[...catalogue.kinds.values()].flatMap(({ rules }) => rules),
      ]
        .filter(({ hasPeriods }) => hasPeriods === true)
        .map(({ id }) => id),
    );
    const all = found(ledger);
    const some = found(ledger, { onlyPeriods: true });
    expect(some).toEqual(all.filter((id) => ofPeriods.has(id)));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
  });

  test.each<[what: string, basis: readonly Basis[], on: string, isAsked: boolean]>([
    ['what rests on no law', [], '1900-01-01', true],
    ['a law from its first day on', [{ ...basisOf('27', 'text'), from: AS_OF }], '2026-11-21', true],
    ['no law before that', [{ ...basisOf('27', 'text'), from: AS_OF }], '2026-11-20', false],
    [
      'one law of two',
      [
        { ...basisOf('27', 'text'), until: AS_OF },
        { ...basisOf('28', 'text'), from: day('2026-11-23') },
      ],
      '2026-11-23',
      true,
    ],
    [
      'no law between two',
      [
        { ...basisOf('27', 'text'), until: AS_OF },
        { ...basisOf('28', 'text'), from: day('2026-11-23') },
      ],
      '2026-11-22',
      false,
    ],
  ])('%s', (_, basis, on, isAsked) => {
    expect(isAskedOn({ ...rule('a/b', { of: 'company', run: () => MET }), basis }, day(on))).toBe(isAsked);
  });
});

function noExamples() {
  return { asOf: '2026-11-21', fails: '', passes: '' };
}

function oneProblem() {
  return report(problem());
}

function rule(id: string, check: RuleCheck): Rule {
  const statuses = { missing: 'error' } as const;
  return defineRule(id, check, { summary: TEXT, why: TEXT, remedy: TEXT, statuses, basis: [], examples: noExamples });
}

const problem = (parts: Partial<Problem> = {}): Problem => ({ status: 'missing', message: TEXT, ...parts });

describe('a rule is asked', () => {
  const rules = [rule('isp/own', { of: 'service', run: oneProblem })];
  const of = (name: string, check: RuleCheck['of']): Rule => {
    // What it is asked about makes no difference to it.
    return rule(name, check === 'file' || check === 'waiver' ? { of: check } : { of: check, run: oneProblem });
  };
  const own: Catalogue = {
    kinds: new Map(licenceKinds.filter(({ kind }) => kind === 'isp').map((isp) => ['isp', { ...isp, rules }])),
    families: {
      service: [of('family/licence', 'licence'), of('family/service', 'service')],
      number: [of('x/y', 'licence')],
    },
    common: (['licence', 'service', 'resource', 'entry', 'company', 'file', 'waiver'] as const).map((one) =>
      of(`all/${one}`, one),
    ),
  };
  const told = (of: Ledger): readonly string[] =>
    check(of, own, everything).map(({ rule: id, subject, service }) => [id, subject, service ?? ''].join(' ').trim());

  test('of the company, of each paper, of each service, and of each contract, in this order', () => {
    const services = [{ kind: 'isp' }, { kind: 'idc' }];
    const two = buildLedger({ licences: [buildLicence({ services })], resources: [buildResource({ id: 'line' })] });
    expect(told(two)).toEqual([
      'all/company company',
      'family/licence isp',
      'all/licence isp',
      'all/entry isp',
      'family/service isp isp',
      'all/service isp isp',
      'isp/own isp isp',
      'family/service isp idc',
      'all/service isp idc',
      'all/resource line',
      'all/entry line',
    ]);
    expect(told(buildLedger({ licences: [buildLicence()] }))).toContain('isp/own isp');
  });

  test('of a kind that nobody knows only where it is asked of all', () => {
    expect(told(buildLedger({ licences: [buildLicence({ kind: 'other' })] }))).toEqual([
      'all/company company',
      'all/licence isp',
      'all/entry isp',
      'all/service isp',
    ]);
    expect(rulesByKind(own, () => true)('other')).toEqual({ family: [], own: [] });
    expect(rulesByKind(own, () => false)('isp')).toEqual({ family: [], own: [] });
  });

  test('of a paper without services what is asked of all papers', () => {
    const bare = buildLicence({ services: [] });
    const context = contextOf(buildLedger({ licences: [bare] }), own, everything);
    const collector = new Collector();
    checkLicence(
      bare,
      rulesByKind(own, () => true),
      own.common,
      context,
      collector,
    );
    expect([...collector.settle(context)].map((one) => one.rule)).toEqual(['all/licence', 'all/entry']);
    expect([context.familyOf(bare), context.renewalLeadOf(bare)]).toEqual([undefined, undefined]);
  });
});

describe('one cause is told once', () => {
  const context = contextOf(ledger, catalogue, everything);

  function settled(...problems: readonly (readonly Problem[])[]) {
    const quiet: unknown[] = [];
    const collector = new Collector((outcome, { id }, subject, service) =>
      quiet.push([outcome.state, id, subject, service]),
    );
    problems.forEach((some, at) =>
      collector.add(report(...some), rule(`a/${at}`, { of: 'waiver' }), 'isp', `service-${at}`),
    );
    return { told: [...collector.settle(context)].map(({ rule: id, status }) => `${id} ${status}`), quiet };
  }

  test('by the rule that claims it', () => {
    expect(
      settled(
        [problem({ yieldsTo: 'cause' }), problem({ status: 'late' }), problem({ yieldsTo: 'other' })],
        [problem({ claims: ['cause'] })],
        [problem({ yieldsTo: 'cause' })],
      ),
    ).toEqual({
      told: ['a/0 late', 'a/0 missing', 'a/1 missing'],
      quiet: [['not-applicable', 'a/2', 'isp', 'service-2']],
    });
  });

  test('what finds nothing wrong says how it stands', () => {
    const quiet: unknown[] = [];
    const collector = new Collector((...said) => quiet.push(said));
    const one = rule('a/b', { of: 'waiver' });
    collector.add(MET, one, 'isp');
    collector.add(report(), one, 'isp', 'idc');
    expect([...collector.settle(context)]).toEqual([]);
    expect(quiet).toEqual([
      [MET, one, 'isp', undefined],
      [MET, one, 'isp', 'idc'],
    ]);
  });

  test('the basis is what is in force, of the problem before that of its rule', () => {
    const [gone, here] = [{ ...basisOf('1', 'text'), until: day('2026-11-20') }, basisOf('2', 'text')];
    const collector = new Collector();
    const one = { ...rule('a/b', { of: 'waiver' }), basis: [gone, here] };
    collector.add(report(problem(), problem(), problem({ basis: [gone] })), one, 'isp');
    expect([...collector.settle(context)].map(({ basis }) => basis)).toEqual([[here], [here], []]);
  });
});

test('services need what their kinds ask for', () => {
  const needers = needersIn(catalogue);
  const services = [{ kind: 'isp' }, { kind: 'idc' }, { kind: 'other' }];
  expect(needers(buildLicence({ services }), 'leased-line')).toEqual(['isp']);
  expect(needers(buildLicence({ services }), 'ip-addresses')).toEqual(['isp', 'idc']);
  expect(needers(buildLicence({ services }), 'other')).toEqual([]);
  expect(needers(buildLicence({ services: [] }), 'leased-line')).toEqual([]);
});

test('days of warning are those of the run, else of the entry, else of the policy', () => {
  const context = contextOf(ledger, catalogue, everything);
  expect([context.windowOf({ warnWithin: 7 }), context.windowOf({})]).toEqual([7, 60]);
  expect(contextOf(ledger, catalogue, { ...everything, within: 0 }).windowOf({ warnWithin: 7 })).toBe(0);
  expect(context.familyOf(buildLicence())).toBe('service');
  expect(context.familyOf(buildLicence({ kind: 'number-95' }))).toBe('number');
  expect(context.familyOf(buildLicence({ kind: 'other' }))).toBeUndefined();
  expect(context.renewalLeadOf(buildLicence())).toBe(90);
  expect(context.renewalLeadOf(buildLicence({ kind: 'other' }))).toBeUndefined();
});
