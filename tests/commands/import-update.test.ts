/** Rows that the ledger knows: what differs is told by cell, and changes the ledger where somebody wants it. */
import { describe, expect, test } from 'vitest';

import { importCsv } from '../support/import-spreadsheet.ts';

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2027-03-14, renewal: { applied: 2026-11-01 } }
resources:
  # 亦庄
  - { id: line, kind: leased-line, title: 亦庄专线, provider: 电信, starts: 2026-01-01, expires: 2026-12-31, serves: [isp], owner: 甲 }
`;
const row = (end: string, owner = '甲', start = ''): string =>
  `种类,名称,对方,开始日期,到期日,负责人\n专线,亦庄专线,电信,${start},${end},${owner}\n`;
const options = { ledger: LEDGER };

describe('without --update', () => {
  test('each changed field is told by cell, first in the list, and nothing is written', async () => {
    const { code, stderr, text } = await importCsv(row('2027-12-31', '乙'), ['--yes', '--lang', 'zh'], options);
    expect([code, text]).toStrictEqual([0, undefined]);
    expect(stderr).toBe(`E2  line 到期日：2026-12-31 → 2027-12-31
F2  line 负责人：甲 → 乙
以上各处台账未改；要改成表格中的内容，加\`--update\`
`);
  });

  test('--as goes with it alone', async () => {
    const { code, stderr } = await importCsv(row('2027-12-31'), ['--yes', '--as', 'renewal', '--lang', 'en'], options);
    expect(code).toBe(2);
    expect(stderr).toContain('--update --as renewal');
  });
});

describe('with --update', () => {
  test('fields change, and every other byte stays', async () => {
    const { code, text, stderr } = await importCsv(
      row('2026-12-31', '乙'),
      ['--yes', '--update', '--lang', 'en'],
      options,
    );
    expect(code).toBe(0);
    expect(stderr).toContain('F2  line owner: 甲 → 乙');
    expect(text).toBe(LEDGER.replace('owner: 甲', 'owner: 乙'));
  });

  test('a later end needs a decision where nobody can be asked', async () => {
    const { code, stderr, text } = await importCsv(row('2027-12-31'), ['--yes', '--update', '--lang', 'en'], options);
    expect([code, text]).toStrictEqual([2, undefined]);
    expect(stderr).toContain('E2  line expires: 2026-12-31 → 2027-12-31 (renewal or correction?)');
    expect(stderr).toContain('--as renewal');
  });

  test('as a correction it changes the entry', async () => {
    const { text } = await importCsv(row('2027-12-31'), ['--yes', '--update', '--as', 'correction'], options);
    expect(text).toBe(LEDGER.replace('expires: 2026-12-31', 'expires: 2027-12-31'));
  });

  test('as a renewal it adds what follows, with all that it does not say', async () => {
    const argv = ['--yes', '--update', '--as', 'renewal'];
    const { text, data } = await importCsv(row('2027-12-31', '乙'), argv, options);
    expect(text?.startsWith(LEDGER)).toBe(true);
    expect(data.resources?.[1]).toStrictEqual({
      id: 'line-2027',
      kind: 'leased-line',
      title: '亦庄专线',
      provider: '电信',
      starts: '2027-01-01',
      expires: '2027-12-31',
      serves: ['isp'],
      follows: 'line',
      owner: '乙',
    });
    const again = await importCsv(row('2027-12-31', '乙'), argv, { ledger: text ?? '' });
    expect([again.code, again.text]).toStrictEqual([0, undefined]);
  });

  test.each([
    ['renewal', 'line-2027'],
    ['correction', 'line'],
  ])('at a terminal it is asked: %s', async (answer, last) => {
    const { code, data } = await importCsv(row('2027-12-31'), ['--update'], { ...options, answers: [answer, true] });
    expect(code).toBe(0);
    expect(data.resources?.at(-1)).toMatchObject({ id: last, expires: '2027-12-31' });
  });

  test('a paper that is renewed keeps the reports of its earlier terms', async () => {
    const reports = 'annualReports: { 2024: 2025-02-20 }';
    const ledger = LEDGER.replace('renewal: { applied', `${reports}, renewal: { applied`);
    const csv = '种类,证号,覆盖范围,发证日期,到期日\nISP,B1-20220315,全国,2027-03-15,2032-03-14\n';
    const { code, data } = await importCsv(csv, ['--yes', '--update', '--as', 'renewal'], { ledger });
    expect(code).toBe(0);
    expect(data.licences?.[0]).toMatchObject({ issued: '2027-03-15', annualReports: { 2024: '2025-02-20' } });
  });

  test('an earlier end is a correction, and no renewal', async () => {
    const { text } = await importCsv(row('2026-10-31'), ['--yes', '--update'], options);
    expect(text).toBe(LEDGER.replace('expires: 2026-12-31', 'expires: 2026-10-31'));
    const { code, stderr } = await importCsv(
      row('2026-10-31'),
      ['--yes', '--update', '--as', 'renewal', '--lang', 'en'],
      options,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('E2  the last day 2026-10-31 is not later');
  });

  test('a licence that is renewed has no application any more; one that is corrected keeps it', async () => {
    const csv = '种类,证号,覆盖范围,发证日期,到期日\nISP,B1-20220315,全国,2022-03-15,2032-03-14\n';
    const renewed = await importCsv(csv, ['--yes', '--update', '--as', 'renewal'], options);
    expect(renewed.data.licences?.[0]).toMatchObject({ expires: '2032-03-14' });
    expect(renewed.data.licences?.[0]).not.toHaveProperty('renewal');
    const corrected = await importCsv(csv, ['--yes', '--update', '--as', 'correction'], options);
    expect(corrected.data.licences?.[0]).toHaveProperty('renewal');
  });

  test('what would make the ledger invalid is a problem by cell', async () => {
    const { code, stderr, text } = await importCsv(row('2025-12-31'), ['--yes', '--update', '--lang', 'en'], options);
    expect([code, text]).toStrictEqual([2, undefined]);
    expect(stderr).toMatch(/^E2 .*2025-12-31.*2026-01-01/mu);
  });
});

function years(...all: readonly number[]): string {
  return [
    '种类,名称,对方,开始日期,到期日,所属许可证',
    ...all.map((year) => `专线,西站专线,电信,${year}-01-01,${year}-12-31,isp`),
    '',
  ].join('\n');
}

// Case 07.
describe('yearly terms of one contract', () => {
  test('follow each other where they touch', async () => {
    const { code, data } = await importCsv(years(2024, 2025, 2026, 2028), ['--yes'], options);
    expect(code).toBe(0);
    expect(data.resources?.slice(1).map((one) => ('follows' in one ? one.follows : undefined))).toStrictEqual([
      undefined,
      'leased-line-2024',
      'leased-line-2025',
      undefined,
    ]);
  });

  test('follow one that the ledger has, and nothing that they do not serve on', async () => {
    const head = '种类,名称,对方,开始日期,到期日,所属许可证\n';
    const next = await importCsv(`${head}专线,亦庄专线,电信,2027-01-01,2027-12-31,isp\n`, ['--yes'], options);
    expect(next.data.resources?.[1]).toMatchObject({ follows: 'line' });
    const other = await importCsv(`${head}专线,亦庄专线,电信,2027-01-01,2027-12-31,\n`, ['--yes'], options);
    expect(other.data.resources?.[1]).not.toHaveProperty('follows');
  });

  test('of which a column says what follows what, nothing is guessed', async () => {
    const csv = years(2024, 2025).replace('所属许可证\n', '所属许可证,接续\n').replaceAll(',isp\n', ',isp,\n');
    const { data } = await importCsv(csv, ['--yes'], options);
    expect(data.resources?.slice(1).every((one) => !('follows' in one))).toBe(true);
  });
});
