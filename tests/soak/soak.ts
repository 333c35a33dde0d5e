/**
 * `npm run soak -- [--minutes N] [--seed N] [--runs N]`: commands that write, killed at 504 random points, and then every
 * property again and again, from another seed each time, until one fails or the time is over. What it prints runs the same
 * cases again.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { globSync } from 'tinyglobby';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    // A property that says how many cases it wants gets those.
    runs: { type: 'string', default: '20000' },
  },
});

const files = globSync('tests/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes('fc.assert('));

/** @returns whether all of it holds */
function holds(env: Readonly<Record<string, string>>, ...argv: readonly string[]): boolean {
  const { status } = spawnSync('npx', ['vitest', 'run', ...argv], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status === 0;
}

if (!holds({ KILL_ROUNDS: '28' }, '--project', 'process', 'tests/process/writing-commands.test.ts'))
  process.exitCode = 1;
const end = Date.now() + Number(values.minutes) * 60_000;
for (let seed = Number(values.seed); Date.now() < end && process.exitCode === undefined; seed += 1) {
  const env = { FUZZ_SEED: String(seed), FUZZ_RUNS: values.runs };
  if (holds(env, '--project', 'unit', '--testTimeout', '3600000', ...files)) continue;
  process.stderr.write(`again: npm run soak -- --minutes 1 --seed ${seed} --runs ${values.runs}\n`);
  process.exitCode = 1;
}
