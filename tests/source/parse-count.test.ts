/** A text is parsed once as it is read, and once more where it was edited: a spy counts. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { parseWithLibrary } from '../../src/source/library-parse.ts';
import type { readYaml } from '../../src/source/yaml-reader.ts';
import { runInMemory } from '../support/memory-io.ts';
import { LEDGER } from '../support/recording-ledger.ts';

const reads = vi.fn<(text: string) => void>();
const parses = vi.fn<(text: string) => void>();

vi.mock('../../src/source/yaml-reader.ts', async (original) => {
  const real: { readonly readYaml: typeof readYaml } = await original();
  return {
    readYaml: (text: string) => {
      reads(text);
      return real.readYaml(text);
    },
  };
});

vi.mock('../../src/source/library-parse.ts', async (original) => {
  const real: { readonly parseWithLibrary: typeof parseWithLibrary } = await original();
  return {
    parseWithLibrary: (text: string) => {
      parses(text);
      return real.parseWithLibrary(text);
    },
  };
});

beforeEach(() => {
  reads.mockClear();
  parses.mockClear();
});

const ADD = 'add leased-line --title 新专线 --starts 2026-11-01 --expires +1y --serves isp'.split(' ');

describe.each([
  { style: 'plain style', ledger: LEDGER, library: 0 },
  { style: 'another style', ledger: `%YAML 1.2\n---\n${LEDGER}`, library: 1 },
  { style: 'plain style with a BOM', ledger: `\uFEFF${LEDGER}`, library: 0 },
])('a ledger in $style', ({ ledger, library }) => {
  const files = { 'ledger.yaml': ledger };

  test('check reads it once', async () => {
    const run = await runInMemory(['check', '--as-of', '2026-11-21'], { files });
    expect(run.code).toBe(1);
    expect(reads).toHaveBeenCalledTimes(1);
    expect(parses).toHaveBeenCalledTimes(library);
  });

  test.each([{ argv: [...ADD, '--yes'] }, { argv: [...ADD, '--dry-run'] }])(
    '$argv reads it twice',
    async ({ argv }) => {
      const run = await runInMemory(argv, { files });
      expect(run.code).toBe(0);
      expect(reads).toHaveBeenCalledTimes(2);
      expect(parses).toHaveBeenCalledTimes(2 * library);
    },
  );
});

function days(count: number): string {
  return Array.from({ length: count }, (_, at) => `  - { id: r${at}, kind: domain, expires: 2030/1/1 }\n`).join('');
}

function withUnusedWaivers(count: number): string {
  const [needed, unused] = ['isp/ip-addresses', 'licence/registered-capital'].map(
    (rule) => `  - { rule: ${rule}, entry: isp, from: 2026-11-01, until: 2026-12-31, reason: r, approvedBy: 张三 }\n`,
  );
  return `${LEDGER}waivers:\n${needed}${unused?.repeat(count)}`;
}

async function readsOfRepair(text: string): Promise<number> {
  reads.mockClear();
  const { code } = await runInMemory(['check', '--fix', '--dry-run'], { files: { 'ledger.yaml': text } });
  expect(code).toBe(0);
  return reads.mock.calls.length;
}

describe('a repair', () => {
  test('of many days reads as often as that of one', async () => {
    expect(await readsOfRepair(LEDGER + days(50))).toBe(await readsOfRepair(LEDGER + days(1)));
  });

  test('takes any number of items out of a list at once', async () => {
    expect(await readsOfRepair(withUnusedWaivers(50))).toBe(await readsOfRepair(withUnusedWaivers(1)));
  });

  test('that one place refuses does not read for each of the others', async () => {
    const aliased = '  - { id: one, kind: domain, starts: &day 2022/3/15, expires: 2030-01-01, notes: *day }\n';
    expect(await readsOfRepair(LEDGER + days(60) + aliased)).toBeLessThan(60);
  });
});
