/** Reading a version piece by piece gives what reading it whole does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';

import { versionReader } from '../../src/source/version-reader.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';
import { largeLedger } from '../bench/large-ledger.ts';
import { arbitraryLedger } from '../support/arbitrary-ledger.ts';

async function expectAlike(read: ReturnType<typeof versionReader>, text: string): Promise<void> {
  const [whole, version] = [await readYaml(text), await read(new TextEncoder().encode(text))];
  if ('document' in whole) expect(version).toEqual({ data: whole.document.data });
  else expect(version).toEqual({ problem: whole.problems[0] });
}

test('of random ledgers, in the styles that a library writes', async () => {
  const read = versionReader();
  const style = fc.record({
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 40),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const),
  });
  await fc.assert(
    fc.asyncProperty(arbitraryLedger, style, async (ledger, how) => expectAlike(read, stringify(ledger, how))),
    { numRuns: 150 },
  );
});

test('of a ledger in which lines come, go and move', async () => {
  const lines = largeLedger(6).split('\n');
  const read = versionReader();
  const line = fc.nat({ max: lines.length - 1 });
  const cut = fc.constantFrom(
    '',
    '- a',
    '  - b: 1',
    '    c: "',
    '# d',
    'e: 1',
    'e:',
    '  f: |',
    '---',
    ' - g',
    '- ',
    '\t',
    '\r',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(line, line, cut), { maxLength: 3 }), fc.boolean(), async (edits, isWindows) => {
      const changed = [...lines];
      for (const [from, to, more] of edits) changed.splice(to, 0, ...changed.splice(from, 1), more);
      await expectAlike(read, changed.join(isWindows ? '\r\n' : '\n'));
    }),
    { numRuns: 300 },
  );
});

test('an entry that stands in two versions is the same object', async () => {
  const read = versionReader();
  const [first, second] = [largeLedger(3), largeLedger(3).replace('第1号', '第9号')];
  const versions = [await read(Buffer.from(first)), await read(Buffer.from(second))];
  const resources = versions.map((version) => {
    if (!('data' in version) || typeof version.data !== 'object' || version.data === null) return [];
    return 'resources' in version.data && Array.isArray(version.data.resources) ? version.data.resources : [];
  });
  expect(resources[0]).toHaveLength(3);
  expect(resources[0]?.map((one, at) => one === resources[1]?.[at])).toEqual([true, false, true]);
});
