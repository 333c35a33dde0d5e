/** Two revisions side by side: what the one cost and the other costs, in one interleaved run. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { type Figures, measure } from './cost.ts';
import { BARE, commandsOn, commandsOnGroup, ledgerSubject, starts } from './subjects.ts';

export interface Comparison {
  readonly root: string;
  readonly folder: string;
  readonly revision: string;
  readonly rounds: number;
}

/** A regression that is shown: beyond what one machine differs from itself. */
const ALLOWED = 1.15;

/** Prints a line for each command; ends with 1 where one of them costs over 15 % more than before. */
export function compareRevisions({ root, folder, revision, rounds }: Comparison): void {
  const before = path.join(folder, 'before');
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  };
  git('worktree', 'add', '--detach', before, revision);
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: before, stdio: 'ignore' });
    const subjects = { ...starts(root), ...commandsOn(10_000), ...named('group: ', commandsOnGroup('tenth')) };
    const figures = measure(
      [
        BARE,
        ...Object.entries(subjects).flatMap(([name, args]) => [
          ledgerSubject(before, folder, `before ${name}`, args),
          ledgerSubject(root, folder, `now ${name}`, args),
        ]),
      ],
      rounds,
    );
    for (const name of Object.keys(subjects)) tell(name, figures.get(`before ${name}`), figures.get(`now ${name}`));
  } finally {
    git('worktree', 'remove', '--force', before);
  }
}

function named<Value>(prefix: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

/** Slower by the least of all runs and by the median: one alone is an accident. */
function tell(name: string, before: Figures | undefined, now: Figures | undefined): void {
  if (before === undefined || now === undefined) return;
  const [least, median] = [now.least / before.least, now.median / before.median];
  const isSlower = Math.min(least, median) > ALLOWED;
  if (isSlower) process.exitCode = 1;
  process.stdout.write(
    `${isSlower ? 'SLOWER ' : '       '}${name.padEnd(34)}${before.median.toFixed(0).padStart(7)} ms → ${now.median.toFixed(0).padStart(7)} ms  median ${median.toFixed(2)}, least ${least.toFixed(2)}, memory ${(now.memory / before.memory).toFixed(2)}\n`,
  );
}
