/** What the runner of planted faults finds, by a file with six of them and its tests. */
import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';
import { LoadedTests } from './stryker-plugins.ts';

/** As Stryker would write it: each fault says that it was met where it is not the one that is on. */
const INSTRUMENTED = `
const faults = globalThis.__stryker__;
function isOn(id) {
  if (faults.activeMutant === id) {
    faults.hitCount += 1;
    return true;
  }
  faults.mutantCoverage ??= { static: {}, perTest: {} };
  const { static: reached, perTest } = faults.mutantCoverage;
  const counts = faults.currentTestId === undefined ? reached : (perTest[faults.currentTestId] ??= {});
  counts[id] = (counts[id] ?? 0) + 1;
  return false;
}
export const double = (number) => (isOn('0') ? number : 2 * number);
export const half = (number) => (isOn('1') ? number : number / 2);
export const rest = (number) => {
  while (isOn('2') || number > 2) number -= 2;
  return number;
};
const cache = new Map();
export const known = (number) => {
  cache.set(number, isOn('5') ? 0 : (cache.get(number) ?? number));
  return cache.get(number);
};
let made;
export const kept = () => (made ??= isOn('3') ? 1 : 2);
export class Once {
  value = () => (this.made ??= isOn('4') ? 1 : 2);
}
`;
const OTHER_TESTS = `
import { expect, test } from 'vitest';
import { known } from '../src/numbers.ts';

test('what a fault leaves behind goes before the next', () => expect(known(7)).toBe(7));
`;
const TESTS = `
import { expect, test } from 'vitest';
import { double, half, kept, Once, rest } from '../src/numbers.ts';

const six = double(3);
test('worked out while the file is loaded', () => expect(six).toBe(6));
test('looks at nothing', () => expect(half(2)).toBeDefined());
test('counts', () => expect(rest(5)).toBe(1));
test('asks for what is made once', () => expect(kept()).toBe(2));
const once = new Once();
test('asks for what the file makes once', () => expect(once.value()).toBe(2));
let runs = 0;
test('passes once', () => {
  half(4);
  expect((runs += 1)).toBe(1);
});
`;

test('faults are found while a test file is loaded, and in a loop; what passes once says nothing, what is made once is not judged', async () => {
  const folder = await temporaryFolder({
    'src/numbers.ts': INSTRUMENTED,
    'tests/known.test.ts': OTHER_TESTS,
    'tests/numbers.test.ts': TESTS,
  });
  symlinkSync(resolve('node_modules'), `${folder}/node_modules`);
  const [home, warn] = [process.cwd(), vi.fn<(message: string) => void>()];
  process.chdir(folder);
  onTestFinished(() => process.chdir(home));
  const runner = new LoadedTests({ testFiles: ['tests/*.test.ts'], mutate: ['src/numbers.ts'] }, { warn });
  await runner.init();

  const { mutantCoverage } = await runner.dryRun();
  const found: unknown[] = [];
  for (const id of ['5', '0', '1', '2', '3', '4']) {
    const tests = Object.entries(mutantCoverage?.perTest ?? {}).filter(([, counts]) => (counts[id] ?? 0) > 0);
    const testFilter = tests.map(([test]) => test);
    found.push((await runner.mutantRun({ activeMutant: { id, fileName: 'src/numbers.ts' }, testFilter })).status);
  }
  await runner.dispose();

  expect(found).toEqual(['killed', 'killed', 'survived', 'timeout', 'error', 'killed']);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('tests/numbers.test.ts, passes once')]]);
});
