/** A long register takes as much longer as it has more rows. */
import { expect, test } from 'vitest';

import { importCsv } from '../support/import-spreadsheet.ts';

function register(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `专线,亦庄专线${at},电信,2026-01-01,2027-12-31,isp,网络部\n`);
  return `种类,名称,对方,开始日期,到期日,所属许可证,负责人\n${lines.join('')}`;
}

function spent(since: NodeJS.CpuUsage, until: NodeJS.CpuUsage): number {
  return (until.user + until.system - since.user - since.system) / 1e6;
}

/** Seconds of processor time for the first import of so many rows, and for the second, in which all of them are known. */
async function secondsFor(rows: number): Promise<readonly [first: number, second: number]> {
  const csv = register(rows);
  const from = process.cpuUsage();
  const { code, text } = await importCsv(csv, ['--yes']);
  expect(code).toBe(0);
  const between = process.cpuUsage();
  const again = await importCsv(csv, ['--yes'], { ledger: text ?? '' });
  expect([again.code, again.text]).toStrictEqual([0, undefined]);
  return [spent(from, between), spent(between, process.cpuUsage())];
}

test('four times as many rows take no more than seven times as long', { timeout: 120_000 }, async () => {
  await secondsFor(200);
  const [first, second] = await secondsFor(2000);
  const [longFirst, longSecond] = await secondsFor(8000);
  expect(longFirst).toBeLessThan(7 * first);
  expect(longSecond).toBeLessThan(7 * second);
});
