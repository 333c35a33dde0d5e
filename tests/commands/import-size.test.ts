/** A long register takes as much longer as it has more rows. */
import { expect, test } from 'vitest';

import { importCsv } from '../support/import-spreadsheet.ts';

/** Rows that differ in one column: nothing may be compared with all that is alike. */
const REGISTERS: Readonly<Record<string, (at: number) => string>> = {
  title: (at) => `,专线,亦庄专线${at},电信,2026-01-01,2027-12-31,isp,网络部`,
  id: (at) => `line-${at},专线,亦庄专线,电信,2026-01-01,2027-12-31,isp,网络部`,
  provider: (at) => `,专线,亦庄专线,电信${at},2026-01-01,2027-12-31,isp,网络部`,
};

function register(by: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => REGISTERS[by]?.(at));
  return `编号,种类,名称,对方,开始日期,到期日,所属许可证,负责人\n${lines.join('\n')}\n`;
}

function spent(since: NodeJS.CpuUsage, until: NodeJS.CpuUsage): number {
  return (until.user + until.system - since.user - since.system) / 1e6;
}

/** Seconds of processor time for the first import of so many rows, and for the second, in which all of them are known. */
async function secondsFor(by: string, rows: number): Promise<readonly [first: number, second: number]> {
  const csv = register(by, rows);
  const from = process.cpuUsage();
  const { code, text } = await importCsv(csv, ['--yes']);
  expect(code).toBe(0);
  const between = process.cpuUsage();
  const again = await importCsv(csv, ['--yes'], { ledger: text ?? '' });
  expect([again.code, again.text]).toStrictEqual([0, undefined]);
  return [spent(from, between), spent(between, process.cpuUsage())];
}

const names = Object.keys(REGISTERS);

test.each(names)(
  'four times as many rows that differ by %s take no more than seven times as long',
  // The garbage of what ran before may be gathered in the middle of one run, but not of three; a square is there in each.
  { timeout: 120_000, retry: 2 },
  async (by) => {
    await secondsFor(by, 200);
    const [first, second] = await secondsFor(by, 2000);
    const [longFirst, longSecond] = await secondsFor(by, 8000);
    expect(longFirst).toBeLessThan(7 * first);
    expect(longSecond).toBeLessThan(7 * second);
  },
);
