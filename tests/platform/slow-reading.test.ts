import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { watchReading } from '../../src/platform/slow-reading.ts';

/** Reads files one after the other, or all at once, each for some milliseconds. */
async function toldOf(times: readonly number[], atOnce: boolean): Promise<readonly string[]> {
  const told: string[] = [];
  const watch = watchReading((path) => told.push(path), 100);
  const reads = times.map((time, at) => async () => watch(`${at}`, setTimeout(time)));
  if (atOnce) await Promise.all(reads.map(async (read) => read()));
  else for (const read of reads) await read();
  return told;
}

test.each([
  ['one that takes long', [200], false, ['0']],
  ['the one that is left', [1, 200, 2], true, ['1']],
  ['many that take long together, once', [60, 60, 60, 60, 60, 60], false, ['1']],
  ['none that is quick', [1, 2, 1], false, []],
])('%s', async (_, times, atOnce, told) => {
  expect(await toldOf(times, atOnce)).toEqual(told);
});

test('time between two readings does not count, and what fails is over', async () => {
  const told: string[] = [];
  const watch = watchReading((path) => told.push(path), 100);
  await expect(watch('a', Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await setTimeout(150);
  expect(await watch('b', Promise.resolve(1))).toBe(1);
  expect(told).toEqual([]);
});
