/** One licence is asked as a whole check asks it: by the rules that look at licences, and by no other. */
import { expect, test } from 'vitest';

import type { Catalogue } from '../../src/domain/check.ts';
import { licenceChecker } from '../../src/domain/licence-checker.ts';
import { defineRule, MET, report, type Rule, type RuleCheck } from '../../src/domain/rule.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { AS_OF, buildLedger, buildLicence } from '../support/build-report.ts';
import { day } from '../support/days.ts';
import { basisOf } from '../support/sample-report.ts';

const TEXT = { zh: '例', en: 'example' };
const SORTS = ['licence', 'service', 'resource', 'entry', 'company', 'file', 'waiver'] as const;

const examples = () => ({ asOf: AS_OF, fails: '', passes: '' });

function rule(id: string, of: RuleCheck['of'], basis: Rule['basis'] = []): Rule {
  const run = () => report({ status: 'missing', message: TEXT });
  const check: RuleCheck = of === 'file' || of === 'waiver' ? { of } : { of, run };
  return defineRule(id, check, {
    summary: TEXT,
    why: TEXT,
    remedy: TEXT,
    statuses: { missing: 'error' },
    basis,
    examples,
  });
}

const rulesOfKind = (kind: string) => [rule(`${kind}/own`, 'service')];
const CATALOGUE: Catalogue = {
  kinds: new Map(licenceKinds.map((profile) => [profile.kind, { ...profile, rules: rulesOfKind(profile.kind) }])),
  families: { service: [rule('family/service', 'licence')], number: [rule('family/number', 'licence')] },
  common: [
    ...SORTS.map((sort) => rule(`all/${sort}`, sort)),
    rule('old/law', 'licence', [{ ...basisOf('27', 'text'), until: day('2026-11-21') }]),
  ],
};
const [isp, idc] = [buildLicence(), buildLicence({ id: 'idc', kind: 'idc' })];
const checker = licenceChecker(buildLedger({ licences: [isp, idc], rules: { 'all/entry': 'off' } }), CATALOGUE, {
  selects: (id) => id !== 'all/service',
});

test('its rules are those of its kind and those for all licences, where the run and the ledger ask them', () => {
  expect(checker.rulesOf(isp).map(({ id }) => id)).toEqual(['family/service', 'isp/own', 'all/licence', 'old/law']);
  expect(checker.rulesOf(idc).map(({ id }) => id)).toEqual(['family/service', 'idc/own', 'all/licence', 'old/law']);
  expect(checker.rulesOf(buildLicence({ kind: 'isp' }))).toBe(checker.rulesOf(isp));
});

test('on a day it is asked by those that are in force', () => {
  const found = (iso: string): readonly string[] => checker.findingsOn(isp, day(iso)).map((finding) => finding.rule);
  expect(found('2026-11-21')).toEqual(['family/service', 'all/licence', 'old/law', 'isp/own']);
  expect(found('2026-11-22')).toEqual(['family/service', 'all/licence', 'isp/own']);
  expect(checker.contextOn(day(AS_OF))).toBe(checker.contextOn(day(AS_OF)));
  expect(checker.contextOn(day('2026-11-22')).asOf).toBe(day('2026-11-22'));
});

test('a rule that finds nothing is silent', () => {
  const quiet = { ...rule('a/b', 'licence'), check: { of: 'licence', run: () => MET } } as const;
  const none = licenceChecker(
    buildLedger({ licences: [isp] }),
    { ...CATALOGUE, kinds: new Map(), common: [quiet] },
    {
      selects: () => true,
    },
  );
  expect(none.findingsOn(isp, day(AS_OF))).toEqual([]);
});
