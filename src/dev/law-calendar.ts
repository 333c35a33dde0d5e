/**
 * `npm run law:calendar`: writes the arrangements of holidays that the program has, from the installed package `chinese-days`.
 * When the State Council has arranged a year: `npm install -D chinese-days@latest`, then this.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
const FILE = new URL('../domain/arrangements.json', import.meta.url);

/** The days of one year, as `MM-DD`. */
interface DaysOfYear {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

type Arrangements = Readonly<Record<string, DaysOfYear>>;

/** Years whose whole arrangement the package has: a year of which only the first days are there is not arranged yet. */
export function arrangementsOf({ holidays, workdays }: Pick<typeof table, 'holidays' | 'workdays'>): Arrangements {
  const [off, worked] = [Object.keys(holidays).toSorted(), Object.keys(workdays).toSorted()];
  const years = [...new Set(off.map((iso) => iso.slice(0, 4)))].filter((year) => off.includes(`${year}-10-01`));
  return Object.fromEntries(
    years.map((year) => [year, { holidays: daysOf(off, year), workdays: daysOf(worked, year) }]),
  );
}

function daysOf(all: readonly string[], year: string): readonly string[] {
  return all.filter((iso) => iso.startsWith(year)).map((iso) => iso.slice(5));
}

/** One year a line, so that a change shows what it changes. */
export function written(arrangements: Arrangements): string {
  const lines = Object.entries(arrangements).map(([year, days]) => `  "${year}": ${JSON.stringify(days)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function main(): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const arrangements = arrangementsOf(table);
  const years = Object.keys(arrangements);
  const text = written(arrangements);
  writeFileSync(FILE, text);
  console.error(`${years[0]} to ${years.at(-1)}: ${text === before ? 'nothing new' : 'written'}`);
}

if (process.argv[1]?.endsWith('law-calendar.ts') === true) main();
