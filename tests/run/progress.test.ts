import { expect, test } from 'vitest';

import type { Io, Output } from '../../src/platform/io.ts';
import { Progress } from '../../src/run/progress.ts';

/** What a terminal was told by runs whose steps end at these milliseconds. */
async function told(steps: readonly number[], isTerminal = true, language: 'zh' | 'en' = 'en'): Promise<string> {
  let now = 0;
  let written = '';
  const stderr: Output = {
    isTerminal,
    columns: undefined,
    async write(content) {
      written += String(content);
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of the machine is asked for
  const io = { stderr, now: () => new Date(now) } as Partial<Io> as Io;
  const progress = new Progress(steps.length, { io, languages: { people: language, machines: 'en' } });
  for (const [at, step] of steps.entries()) {
    now = step;
    await progress.tell(at + 1);
  }
  await progress.end();
  return written;
}

test('tells how far it has come after a second, five times a second at most, and is gone at the end', async () => {
  expect(await told([500, 1000, 1100, 1250])).toBe('\r\u{1B}[K2 of 4 ledgers\r\u{1B}[K4 of 4 ledgers\r\u{1B}[K');
  expect(await told([900, 1500], true, 'zh')).toBe('\r\u{1B}[K已检查2份，共2份台账\r\u{1B}[K');
});

test('is silent where a run is short, and where nobody watches', async () => {
  expect(await told([10, 999])).toBe('');
  expect(await told([10, 5000], false)).toBe('');
});
