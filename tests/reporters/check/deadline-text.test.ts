import { describe, expect, test } from 'vitest';

import { deadlineLine } from '../../../src/reporters/check/deadline-text.ts';
import { AS_OF, buildFinding } from '../../support/build-report.ts';
import { day } from '../../support/days.ts';

const sum = { zh: '甲 − 90日 = 2026-12-14', en: 'A − 90 days = 2026-12-14' };

function lines(parts: Parameters<typeof buildFinding>[0], asOf = AS_OF): readonly (string | undefined)[] {
  const finding = buildFinding(parts);
  return [deadlineLine(finding, day(asOf), 'en')?.text, deadlineLine(finding, day(asOf), 'zh')?.text];
}

describe('deadlineLine', () => {
  test('a sum that ends on a working day', () => {
    expect(lines({ status: 'due', date: '2026-12-14', sum })).toEqual([
      'A − 90 days = 2026-12-14 (Monday, a working day)',
      '甲 − 90日 = 2026-12-14（星期一，工作日）',
    ]);
  });

  test('a day off: act on the last working day before it', () => {
    expect(lines({ status: 'expiring', date: '2026-12-13' })).toEqual([
      '2026-12-13 (Sunday); act by 2026-12-11 (Friday), the last working day before it',
      '2026-12-13（星期日）；最迟在此前最后一个工作日2026-12-11（星期五）办理',
    ]);
  });

  test('a day off whose last working day is over', () => {
    expect(lines({ status: 'due', date: '2026-11-22' })).toEqual([
      '2026-11-22 (Sunday); the last working day before it was 2026-11-20 (Friday)',
      '2026-11-22（星期日）；此前最后一个工作日2026-11-20（星期五）已过',
    ]);
  });

  test('a year whose arrangement is not known', () => {
    expect(lines({ status: 'gap', date: '2999-05-03' })).toEqual([
      '2999-05-03 (Friday); this version does not have the make-up workdays of 2999',
      '2999-05-03（星期五）；本版程序没有2999年的调休安排',
    ]);
  });

  test('the end of a year that the notice of the next may move', () => {
    expect(lines({ status: 'gap', date: '2026-12-31' })[1]).toBe('2026-12-31（星期四）；本版程序没有2027年的调休安排');
  });

  test('a sum whose day is past says only which weekday it was', () => {
    const past = { zh: '丙 = 2026-11-08', en: 'C = 2026-11-08' };
    expect(lines({ status: 'overdue', date: '2026-11-08', sum: past })).toEqual([
      'C = 2026-11-08 (Sunday)',
      '丙 = 2026-11-08（星期日）',
    ]);
  });

  test('a sum that does not end with the date gets no weekday', () => {
    const other = { zh: '每季度一次', en: 'once a quarter' };
    expect(lines({ status: 'due', date: '2026-12-14', sum: other })).toEqual(['once a quarter', '每季度一次']);
  });

  test.each([
    ['a working day without a sum', { status: 'expiring', date: '2026-12-14' }],
    ['the first day of cover', { status: 'pending', date: '2026-12-13' }],
    ['a day that is past', { status: 'expired', date: '2026-11-08' }],
    ['no day at all', { status: 'missing' }],
  ] as const)('says nothing about %s', (_what, parts) => {
    expect(lines(parts)).toEqual([undefined, undefined]);
  });
});
