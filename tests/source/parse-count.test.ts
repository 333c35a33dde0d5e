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
  { style: 'another style', ledger: `---\n${LEDGER}`, library: 1 },
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
