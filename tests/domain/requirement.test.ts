/** What is said of the cover of a service by leased lines, on 2026-11-21 and with thirty days of warning. */
import { describe, expect, test } from 'vitest';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import { contextOf } from '../../src/domain/check.ts';
import type { Gap } from '../../src/domain/finding.ts';
import { type Licence, POLICY_DEFAULTS, type Resource } from '../../src/domain/ledger.ts';
import { checkCover, checkRequirement } from '../../src/domain/requirement.ts';
import type { Judgement, Outcome, Problem } from '../../src/domain/rule.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { AS_OF, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const options = { asOf: day(AS_OF), within: 30 };

/** A line of these days; `''` is a first day that nobody wrote down. */
function line(id: string, starts: string, expires: string, parts: Partial<Resource> = {}): Resource {
  const first = starts === '' ? undefined : day(starts);
  return buildResource({ id, title: `line ${id}`, starts: first, expires: day(expires), ...parts });
}

function said(judgement: Judgement): Problem | Outcome {
  if ('state' in judgement) return judgement;
  const { done, value } = judgement.next();
  expect(done).toBe(false);
  expect(judgement.next().done).toBe(true);
  return value;
}

function coverBy(resources: readonly Resource[], lastDay = FOREVER): Problem | Outcome {
  return said(checkCover(resources, 'leased-line', lastDay, contextOf(buildLedger(), catalogue, options)));
}

function gap(from: string, to: string): Gap {
  return { from: day(from), to: day(to) };
}

function inChinese(...resources: readonly Resource[]): string | undefined {
  const found = coverBy(resources);
  return 'message' in found ? found.message.zh : undefined;
}

describe('is met', () => {
  test.each<[what: string, resources: readonly Resource[], lastDay: string, until: string, by: readonly string[]]>([
    ['to the end of the line', [line('a', '', '2027-01-01')], '2027-12-31', '2027-01-01', ['a']],
    ['to the last day that is asked', [line('a', '', '2027-12-31')], '2027-01-01', '2027-01-01', ['a']],
    ['to that day, near as it is', [line('a', '', '2026-12-01')], '2026-12-01', '2026-12-01', ['a']],
    ['one day beyond the window', [line('a', '', '2026-12-22')], '2027-12-31', '2026-12-22', ['a']],
    ['from today on', [line('a', AS_OF, '2027-01-01')], '2027-12-31', '2027-01-01', ['a']],
    [
      'by all that are in force today, to the end of the last',
      [line('a', '', '2026-12-01'), line('b', '', '2026-12-31'), line('c', '2027-01-01', '2027-06-30')],
      '2027-12-31',
      '2027-06-30',
      ['a', 'b'],
    ],
  ])('%s', (_, resources, lastDay, until, by) => {
    expect(coverBy(resources, day(lastDay))).toEqual({ state: 'met', until: day(until), by });
  });
});

describe('is not met', () => {
  test.each<[what: string, resources: readonly Resource[], problem: Partial<Problem>, en: string]>([
    ['nothing on record', [], { status: 'missing' }, 'no leased line on record'],
    [
      'a line without a single day',
      [line('a', '2026-12-02', '2026-12-01')],
      { status: 'missing' },
      'no leased line on record is valid on any day',
    ],
    [
      'to begin tomorrow',
      [line('a', '2026-11-22', '2027-12-31'), line('b', '2026-11-23', '2027-12-31')],
      { status: 'pending', date: day('2026-11-22'), related: ['a'], at: { entry: 'a', field: 'starts' } },
      'the leased line does not start until 2026-11-22',
    ],
    [
      'ended yesterday',
      [line('a', '', '2026-11-20'), line('b', '', '2026-11-19')],
      {
        status: 'expired',
        date: day('2026-11-20'),
        related: ['a'],
        at: { entry: 'a', field: 'expires' },
        claims: ['end of a'],
      },
      'no leased line since 2026-11-21 (1 day)',
    ],
    [
      'ended before its day',
      [line('a', '', '2026-12-31', { ended: day('2026-11-19') })],
      { status: 'expired', date: day('2026-11-19'), at: { entry: 'a', field: 'ended' } },
      'no leased line since 2026-11-20 (2 days)',
    ],
    [
      'ended, and to begin again',
      [line('a', '', '2026-11-20'), line('b', '2026-12-01', '2027-12-31')],
      { status: 'expired', date: day('2026-11-20'), related: ['a'] },
      'no leased line since 2026-11-21 (1 day); the next one starts on 2026-12-01',
    ],
    [
      'two that end on the last day of the window',
      [line('a', '', '2026-12-21'), line('b', '', '2026-12-21')],
      {
        status: 'expiring',
        date: day('2026-12-21'),
        related: ['a', 'b'],
        at: { entry: 'a', field: 'expires' },
        claims: ['end of a', 'end of b'],
      },
      'the leased line ends on 2026-12-21, in 30 days; nothing follows it',
    ],
    [
      'followed after the window',
      [line('a', '', '2026-12-20'), line('b', '2026-12-22', '2027-12-31')],
      { status: 'expiring', date: day('2026-12-20'), related: ['a'] },
      'the leased line ends on 2026-12-20, in 29 days; the next one does not start until 2026-12-22',
    ],
    [
      'followed on the last day of the window',
      [line('a', '', '2026-12-19'), line('b', '2026-12-21', '2027-12-31')],
      { status: 'gap', date: day('2026-12-19'), related: ['a'], gaps: [gap('2026-12-20', '2026-12-20')], gapDays: 1 },
      'no leased line from 2026-12-20 to 2026-12-20 (1 day)',
    ],
    [
      'followed twice, with days between',
      [line('a', '', '2026-12-01'), line('b', '2026-12-04', '2026-12-10'), line('c', '2026-12-14', '2027-12-31')],
      {
        status: 'gap',
        related: ['a', 'b'],
        claims: ['end of a', 'end of b'],
        gaps: [gap('2026-12-02', '2026-12-03'), gap('2026-12-11', '2026-12-13')],
        gapDays: 5,
      },
      'no leased line from 2026-12-02 to 2026-12-03 (2 days) and from 2026-12-11 to 2026-12-13 (3 days)',
    ],
    [
      'followed, and open again beyond the window',
      [line('a', '', '2026-12-01'), line('b', '2026-12-04', '2026-12-21'), line('c', '2026-12-23', '2027-12-31')],
      { status: 'gap', related: ['a'], gaps: [gap('2026-12-02', '2026-12-03')], gapDays: 2 },
      'no leased line from 2026-12-02 to 2026-12-03 (2 days)',
    ],
  ])('%s', (_, resources, problem, en) => {
    expect(coverBy(resources)).toMatchObject({ ...problem, message: { en } });
  });

  test('in Chinese', () => {
    expect(inChinese()).toBe('没有登记专线接入协议');
    expect(inChinese(line('a', '2026-12-02', '2026-12-01'))).toBe('登记的专线接入协议没有一天有效');
    expect(inChinese(line('a', '', '2026-11-20'))).toBe('2026-11-21起没有有效的专线接入协议（已1天）');
    const [ending, next] = [line('a', '', '2026-12-20'), line('b', '2026-12-22', '2027-12-31')];
    expect(inChinese(ending)).toBe('专线接入协议最后有效日为2026-12-20（还有29天），之后没有接续');
    expect(inChinese(ending, next)).toBe('专线接入协议最后有效日为2026-12-20（还有29天），2026-12-22才接上');
    expect(inChinese(line('a', '', '2026-11-20'), next)).toBe(
      '2026-11-21起没有有效的专线接入协议（已1天），2026-12-22恢复',
    );
    expect(
      inChinese(
        line('a', '', '2026-12-01'),
        line('b', '2026-12-04', '2026-12-10'),
        line('c', '2026-12-14', '2027-12-31'),
      ),
    ).toBe('2026-12-02至2026-12-03、2026-12-11至2026-12-13没有有效的专线接入协议（断档2天、3天）');
  });
});

test('no gap is told beyond the last day that is asked', () => {
  const lines = [
    line('a', '', '2026-12-01'),
    line('b', '2026-12-04', '2026-12-10'),
    line('c', '2026-12-14', '2027-12-31'),
  ];
  expect(coverBy(lines, day('2026-12-11'))).toMatchObject({ status: 'gap', gapDays: 3, related: ['a', 'b'] });
  expect(coverBy(lines, day('2026-12-10'))).toMatchObject({ status: 'gap', gapDays: 2, related: ['a'] });
  expect(coverBy(lines, day('2026-12-02'))).toMatchObject({ status: 'expiring' });
});

test('a gap that nothing closes is told to the last day that is asked, or to the end of the window', () => {
  const lines = [line('a', '', '2026-12-01'), line('b', '2026-12-04', '2026-12-10')];
  const first = gap('2026-12-02', '2026-12-03');
  expect(coverBy(lines, day('2027-06-30'))).toMatchObject({ gaps: [first, gap('2026-12-11', '2027-06-30')] });
  expect(coverBy(lines)).toMatchObject({ gaps: [first, gap('2026-12-11', '2026-12-21')] });
});

test('the longest warning of those that end counts', () => {
  const policy = { ...POLICY_DEFAULTS, warnWithin: { default: 10 } };
  const context = contextOf(buildLedger({ policy }), catalogue, { asOf: day(AS_OF) });
  const ends = (...windows: readonly number[]): Problem | Outcome =>
    said(
      checkCover(
        windows.map((warnWithin, at) => line(`l${at}`, '', '2026-12-21', { warnWithin })),
        'leased-line',
        FOREVER,
        context,
      ),
    );
  expect(ends(29)).toMatchObject({ state: 'met' });
  expect(ends(29, 30)).toMatchObject({ status: 'expiring' });
  expect(ends(30, 29)).toMatchObject({ status: 'expiring' });
});

function add(title: string, starts: string, expires: string, serves: string): readonly string[] {
  const term = ['--starts', starts, '--expires', expires];
  return ['ledger', 'add', 'leased-line', '--title', title, ...term, '--serves', serves];
}

describe('where only days between two contracts are open', () => {
  const next = line('b', '2026-12-10', '2027-12-31');

  test.each<[what: string, ending: Resource, command: readonly string[]]>([
    ['to come', line('a', '', '2026-12-01'), add('line a', '2026-12-02', '2026-12-09', 'isp')],
    ['begun', line('a', '', '2026-11-20'), add('line a', '2026-11-21', '2026-12-09', 'isp')],
    [
      'of a contract that serves two, without a title',
      line('a', '', '2026-12-01', { serves: ['isp', 'idc'], title: undefined }),
      add('leased-line', '2026-12-02', '2026-12-09', 'isp,idc'),
    ],
  ])('%s: the command that records one for those', (_, ending, words) => {
    expect(coverBy([ending, next])).toMatchObject({
      remedy: {
        zh: '补上断档的日期：延长原合同，或另签一份有效至2026-12-09的合同并登记。',
        en: 'Close the gap: have the old contract extended, or sign and record one that runs until 2026-12-09.',
      },
      fix: { command: words },
    });
  });

  test.each([
    ['nothing follows', line('a', '', '2026-12-01')],
    ['nothing came before', next],
  ])('not where %s', (_, alone) => {
    expect(coverBy([alone])).not.toHaveProperty('remedy');
    expect(coverBy([alone])).not.toHaveProperty('fix');
  });
});

const two = buildLicence({ id: 'bj', services: [{ kind: 'isp' }, { kind: 'idc' }] });
const idle = (id: string): Resource => line(id, '', '2027-12-31', { serves: [] });
const beside = (id: string, expires = '2027-12-31'): Resource => line(id, '', expires, { serves: ['bj/idc'] });

/** Of its first service. */
function coverOf(licence: Licence, resources: readonly Resource[]): Problem | Outcome {
  const ledger = buildLedger({ licences: [licence], resources });
  const context = contextOf(ledger, catalogue, options);
  const [service = { kind: 'isp' }] = licence.services;
  return said(checkRequirement({ licence, service }, 'leased-line', context));
}

function remedyOf(found: Problem | Outcome): string | undefined {
  return 'remedy' in found ? found.remedy?.en : undefined;
}

describe('a service that nothing serves', () => {
  test.each<[what: string, licence: Licence, resources: readonly Resource[], remedy: string | undefined]>([
    ['nothing else on record', two, [], undefined],
    [
      'one that serves nothing',
      buildLicence(),
      [idle('a')],
      '`a` does not say what it serves: write `serves: [isp]` on the one that is for this; if none is, record one that is.',
    ],
    [
      'three that serve nothing, of a paper with two services',
      two,
      ['a', 'b', 'c'].map(idle),
      '`a`, `b`, `c` do not say what they serve: write `serves: [bj/isp]` on the one that is for this; if none is, record one that is.',
    ],
    [
      'four that serve nothing',
      two,
      ['a', 'b', 'c', 'd'].map(idle),
      '`a`, `b`, `c` … do not say what they serve: write `serves: [bj/isp]` on the one that is for this; if none is, record one that is.',
    ],
    [
      'one that serves the other service',
      two,
      [beside('a')],
      '`a` serves other services of this licence: add `bj/isp` to `serves` of the one that is for this too; if none is, record one that is.',
    ],
    [
      'two, one of which ends today',
      two,
      [beside('a', AS_OF), beside('b')],
      '`a`, `b` serve other services of this licence: add `bj/isp` to `serves` of the one that is for this too; if none is, record one that is.',
    ],
    ['one that served the other service until yesterday', two, [beside('a', '2026-11-20')], undefined],
    [
      'one that serves nothing before one that serves the other service',
      two,
      [beside('a'), idle('b')],
      '`b` does not say what it serves: write `serves: [bj/isp]` on the one that is for this; if none is, record one that is.',
    ],
  ])('%s', (_, licence, resources, remedy) => {
    const found = coverOf(licence, resources);
    expect(found).toMatchObject({ status: 'missing', message: { en: 'no leased line on record' } });
    expect(remedyOf(found)).toBe(remedy);
  });

  test('a contract that is no use on any day leads to nothing else', () => {
    const licence = buildLicence();
    const found = coverOf(licence, [line('a', '2026-12-02', '2026-12-01'), idle('b')]);
    expect(found).toMatchObject({ status: 'missing' });
    expect(remedyOf(found)).toBeUndefined();
  });

  test('one that the other service alone names, served once for both', () => {
    const both = line('a', '', '2027-12-31', { serves: ['bj/idc', 'bj/isp'] });
    expect(coverOf(two, [both])).toMatchObject({ state: 'met', by: ['a'] });
  });

  test('nothing is asked of a paper whose term is over', () => {
    const over = buildLicence({ expires: day('2026-11-20') });
    expect(coverOf(over, [])).toEqual({
      state: 'not-applicable',
      reason: { zh: '许可证不在有效期内', en: 'the licence is not in its term' },
    });
    expect(coverOf(buildLicence({ expires: day(AS_OF) }), [])).toMatchObject({ status: 'missing' });
  });
});
