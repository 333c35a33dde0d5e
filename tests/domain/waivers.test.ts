/** Waivers against a second opinion that looks at one of them at a time, with the days beside each of their limits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, formatDay } from '../../src/domain/calendar-day.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { repair } from '../../src/domain/fix.ts';
import { type Ledger, POLICY_DEFAULTS, type Waiver } from '../../src/domain/ledger.ts';
import { applyWaivers, type WaiverOptions } from '../../src/domain/waivers.ts';
import { waiverRules } from '../../src/rules/waiver.ts';
import { buildFinding, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { companyNamed } from '../support/company.ts';
import { day } from '../support/days.ts';

const AS_OF = day('2026-11-21');
const MOST_DAYS = 3;
const ENTRIES = ['company', 'isp', 'isp/idc', 'isp/cdn', 'line', 'oa'];

const nearly = fc.integer({ min: -2, max: 2 }).map((days) => addDays(AS_OF, days));

const waiver: fc.Arbitrary<Waiver> = fc.record({
  rule: fc.constantFrom('a/one', 'a/one', 'a/two', 'a/nobody-knows'),
  entry: fc.constantFrom(...ENTRIES, 'isp/nobody', 'nobody'),
  from: nearly,
  until: nearly,
  reason: fc.constantFrom('增资', '搬迁'),
  approvedBy: fc.constantFrom('张三', '张三', '李四'),
});

const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom('a/one', 'a/two'),
    name: fc.constantFrom(...ENTRIES),
  })
  .map(({ rule, name }) => {
    const [subject = name, service] = name.split('/', 2);
    return buildFinding({ rule, subject, service });
  });

const settings = fc.dictionary(
  fc.constantFrom(...waiverRules.map(({ id }) => id)),
  fc.constantFrom('off' as const, 'info' as const),
  { maxKeys: 2 },
);

interface Case {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
  readonly options: WaiverOptions;
  readonly ledger: Ledger;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    waivers: fc.oneof(
      fc.array(waiver, { maxLength: 4 }),
      // The same once more, or with one thing changed.
      fc
        .tuple(waiver, fc.record({ until: nearly, reason: fc.constant('增资') }, { requiredKeys: [] }))
        .map(([one, other]) => [one, { ...one, ...other }]),
    ),
    findings: fc.array(finding, { maxLength: 3 }),
    approvers: fc.constantFrom([], ['张三']),
    rules: settings,
    hasOwnWindows: fc.boolean(),
    selected: fc.constantFrom('a/one', 'waiver/expired', ''),
  })
  .map(({ waivers, findings, approvers, rules, hasOwnWindows, selected }) => ({
    waivers,
    findings,
    options: {
      asOf: AS_OF,
      selects: (rule) => rule !== selected,
      knows: (rule) => rule !== 'a/nobody-knows',
      rules: new Map(waiverRules.map((rule) => [rule.id, rule])),
      hasOwnWindows,
    },
    ledger: buildLedger({
      company: companyNamed('示例', {
        systems: [{ id: 'oa', kind: 'information-system', evaluations: [], assessments: [], resultsSent: {} }],
      }),
      policy: { ...POLICY_DEFAULTS, approvers, maxWaiverDays: MOST_DAYS, owner: '许可组' },
      licences: [buildLicence({ services: [{ kind: 'idc' }, { kind: 'cdn' }] })],
      resources: [buildResource({ id: 'line' })],
      waivers,
      rules,
    }),
  }));

function isOf({ rule, entry }: Waiver, found: Finding): boolean {
  return rule === found.rule && (entry === found.subject || entry === `${found.subject}/${found.service}`);
}

/** The verdict on one waiver: `name field`, with ` fix` where it can go; `holds`, or nothing where it has not begun. */
function opinion(at: number, { waivers, findings, options, ledger }: Case): readonly string[] {
  const one = waivers[at];
  if (one === undefined) return [];
  const isKnown = (other: Waiver): boolean => options.knows(other.rule) && ENTRIES.includes(other.entry);
  if (!options.knows(one.rule)) return ['unknown rule'];
  if (!isKnown(one)) return ['unknown entry'];
  const before = waivers.slice(0, at).find(({ rule, entry }) => rule === one.rule && entry === one.entry);
  if (before !== undefined) {
    return [JSON.stringify(before) === JSON.stringify(one) ? 'duplicate entry fix' : 'duplicate entry'];
  }
  const isIdle = options.selects(one.rule) && !findings.some((found) => isOf(one, found));
  const fix = isIdle && options.hasOwnWindows ? ' fix' : '';
  if (ledger.policy.approvers.length > 0 && one.approvedBy !== '张三') return ['approver approvedBy'];
  if (one.until < AS_OF) return [`expired until${fix}`];
  if (one.until - one.from > MOST_DAYS) return ['too-long until'];
  if (one.from > AS_OF) return [];
  return isIdle ? ['holds', `unused rule${fix}`] : ['holds'];
}

test('each waiver is judged as it stands, and holds from its first to its last day', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { waivers, findings, options, ledger } = given;
      const opinions = waivers.map((_, at) => opinion(at, given));
      const all = applyWaivers(findings, ledger, options);

      const about = all.slice(findings.length).map(({ rule, path, fix, date }) => {
        const [, at, field] = path;
        const one = waivers[Number(at)];
        expect(fix).toEqual(fix && repair([{ path: ['waivers', Number(at)] }]));
        expect(date).toBe(field === 'until' ? one?.until : undefined);
        return `${String(at)} ${rule.slice('waiver/'.length)} ${String(field)}${fix === undefined ? '' : ' fix'}`;
      });
      const expected = opinions.flatMap((said, at) =>
        said
          .filter((one) => one !== 'holds')
          .filter((one) => {
            const rule = `waiver/${one.split(' ', 1)[0]}`;
            return options.selects(rule) && ledger.rules[rule] !== 'off';
          })
          .map((one) => `${at} ${one}`),
      );
      expect(about.toSorted()).toEqual(expected.toSorted());

      const holding = waivers.filter((_, at) => opinions[at]?.includes('holds') === true);
      for (const [at, found] of findings.entries()) {
        const fitting = holding.filter((one) => isOf(one, found));
        const by = fitting.find(({ entry }) => entry.includes('/')) ?? fitting[0];
        const waived = by && { until: by.until, reason: by.reason, approvedBy: by.approvedBy };
        expect(all[at]).toEqual(waived === undefined ? found : { ...found, waived });
      }
    }),
    { numRuns: 1000 },
  );
});

test('what is said of a waiver weighs as the ledger sets it, and goes to the owner of the ledger', () => {
  const until = addDays(AS_OF, -1);
  const ended: Waiver = { rule: 'a/one', entry: 'isp', from: until, until, reason: '增资', approvedBy: '张三' };
  const said = (rules: Ledger['rules']): readonly Finding[] =>
    applyWaivers(
      [],
      buildLedger({
        licences: [buildLicence()],
        waivers: [ended],
        policy: { ...POLICY_DEFAULTS, owner: '许可组' },
        rules,
      }),
      {
        asOf: AS_OF,
        selects: () => true,
        knows: () => true,
        rules: new Map(waiverRules.map((rule) => [rule.id, rule])),
        hasOwnWindows: true,
      },
    );
  expect(said({})).toMatchObject([
    {
      rule: 'waiver/expired',
      status: 'expired',
      severity: 'error',
      subject: 'isp',
      related: [],
      owner: '许可组',
      date: until,
      daysLeft: -1,
      message: {
        zh: `a/one对isp的豁免已于${formatDay(until)}到期（1天前）`,
        en: `the waiver of a/one for isp ended on ${formatDay(until)} (1 day ago)`,
      },
      basis: [],
      path: ['waivers', 0, 'until'],
    },
  ]);
  expect(said({ 'waiver/expired': 'info' })).toMatchObject([{ severity: 'info' }]);
});

test.each<[waivers: readonly Partial<Waiver>[], zh: string, en: string]>([
  [[{ rule: 'a/nobody-knows' }], '没有名为a/nobody-knows的规则', 'unknown rule a/nobody-knows'],
  [[{ entry: 'nobody' }], '台账中没有nobody这个条目', 'the ledger has no entry nobody'],
  [
    [{}, { reason: '搬迁' }],
    'a/one对isp已有一条豁免，以先写的为准',
    'a/one is already waived for isp; the first waiver applies',
  ],
  [
    [{ until: addDays(AS_OF, -2) }],
    'a/one对isp的豁免已于2026-11-19到期（2天前）',
    'the waiver of a/one for isp ended on 2026-11-19 (2 days ago)',
  ],
  [
    [{ until: addDays(AS_OF, MOST_DAYS) }],
    '豁免从2026-11-20到2026-11-24，共4天，超过上限3天，因此不生效',
    'it runs from 2026-11-20 to 2026-11-24, 4 days, longer than the 3 allowed, so it waives nothing',
  ],
  [
    [{ approvedBy: '王五' }],
    '王五不在可以批准豁免的人之列（张三、李四），因此不生效',
    '王五 may not approve waivers (张三, 李四 may), so it waives nothing',
  ],
  [
    [{ rule: 'a/two' }],
    'a/two对isp目前没有问题可豁免',
    'a/two finds nothing wrong with isp, so there is nothing to waive',
  ],
])('of %j it is said: %s', (parts, zh, en) => {
  const usual = {
    rule: 'a/one',
    entry: 'isp',
    from: addDays(AS_OF, -1),
    until: AS_OF,
    reason: '增资',
    approvedBy: '张三',
  };
  const policy = { ...POLICY_DEFAULTS, approvers: ['张三', '李四'], maxWaiverDays: MOST_DAYS };
  const ledger = buildLedger({
    licences: [buildLicence()],
    waivers: parts.map((one) => ({ ...usual, ...one })),
    policy,
  });
  const found = buildFinding({ rule: 'a/one', subject: 'isp' });
  const [, ...about] = applyWaivers([found], ledger, {
    asOf: AS_OF,
    selects: () => true,
    knows: (rule) => rule !== 'a/nobody-knows',
    rules: new Map(waiverRules.map((rule) => [rule.id, rule])),
    hasOwnWindows: true,
  });
  expect(about.map(({ message }) => message)).toEqual([{ zh, en }]);
});

test.each([
  ['张三', true],
  ['张 三 13800000001', true],
  ['张三（代）', false],
  ['李四、张三', false],
  ['张三丰', false],
])('%s is the approver 张三: %s', (approvedBy, is) => {
  const waiver = { rule: 'a/one', entry: 'isp', from: AS_OF, until: AS_OF, reason: '增资', approvedBy };
  const policy = { ...POLICY_DEFAULTS, approvers: ['张三'], maxWaiverDays: MOST_DAYS };
  const ledger = buildLedger({ licences: [buildLicence()], waivers: [waiver], policy });
  const [found] = applyWaivers([buildFinding({ rule: 'a/one', subject: 'isp' })], ledger, {
    asOf: AS_OF,
    selects: () => true,
    knows: () => true,
    rules: new Map(waiverRules.map((rule) => [rule.id, rule])),
    hasOwnWindows: true,
  });
  expect(found?.waived !== undefined).toBe(is);
});
