/** The figures in docs/performance.md, between its two marks; what stands around them is written by hand. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';

import type { Figures } from './cost.ts';
import type { Waits } from './editor.ts';
import { SIZES } from './subjects.ts';

type Measured = ReadonlyMap<string, Figures>;

const BARE_NODE = 'node -e 0';

export function writeFigures(root: string, lines: readonly string[]): void {
  const file = path.join(root, 'docs/performance.md');
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.split('<!-- figures -->')[0], text.split('<!-- end of figures -->')[1]];
  if (before === undefined || after === undefined) throw new Error(`${file} lacks its marks`);
  writeFileSync(file, `${before}<!-- figures -->\n\n${lines.join('\n').trim()}\n\n<!-- end of figures -->${after}`);
}

export function machineLines(root: string, neighbours: readonly string[]): readonly string[] {
  const [cpu] = cpus();
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} at revision ${revision}, by \`npm run bench\`: Node ${process.version}, ${type()} ${release()}, ` +
      `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB of memory` +
      `${neighbours.length === 0 ? '' : `; beside ${neighbours.join(', ')}`}.`,
    '',
  ];
}

export function startTable(measured: Measured, runs: number): readonly string[] {
  const bare = bareOf(measured);
  return section(
    `Start (${runs} runs)`,
    ['command', 'median', 'least', 'spread', 'over bare Node', 'memory'],
    [...measured].map(([name, one]) => [
      `\`${name}\``,
      ms(one.median),
      ms(one.least),
      ms(one.spread),
      name === BARE_NODE ? '' : ms(one.median - bare.median),
      mb(one.memory),
    ]),
  );
}

export function sizeTable(measured: Measured): readonly string[] {
  const rows = SIZES.flatMap((size) =>
    ['many', 'few'].flatMap((found) =>
      ['text', 'json'].map((format) => {
        const one = figuresIn(measured, `${size} ${found} ${format}`);
        const parse = measured.get(`${size} parse`);
        return [
          size.toLocaleString('en'),
          found,
          format,
          ms(one.median),
          ms(one.least),
          ms(one.spread),
          mb(one.memory),
          parse === undefined ? '' : ratio(one.median, parse.median),
          parse === undefined ? '' : ratio(one.memory, parse.memory),
        ];
      }),
    ),
  );
  const heads = [
    'entries',
    'findings',
    'format',
    'median',
    'least',
    'spread',
    'memory',
    'time to a bare parse',
    'memory to it',
  ];
  return section('One ledger, `check`', heads, rows);
}

export function neighbourTable(measured: Measured): readonly string[] {
  const own = figuresIn(measured, 'ledger check');
  return section(
    'Ten thousand entries, and what others need to read or check as many',
    ['program', 'median', 'least', 'memory', '`ledger check` to it'],
    [...measured].map(([name, one]) => [
      `\`${name}\``,
      ms(one.median),
      ms(one.least),
      mb(one.memory),
      name === 'ledger check' ? '' : ratio(own.median, one.median),
    ]),
  );
}

export function groupTable(whole: Measured, tenth: Measured, companies: number): readonly string[] {
  return grownTable(`${companies.toLocaleString('en')} companies of 50 entries each`, whole, tenth);
}

export function growthTable(small: Measured, large: Measured): readonly string[] {
  return grownTable('Each command on 10,000 entries in one ledger', large, small);
}

export function editorTable(waits: readonly Waits[]): readonly string[] {
  return section(
    'From a key stroke to the diagnostics, in an editor',
    ['entries', 'median', 'longest of 30'],
    waits.map(({ entries, median, longest }) => [entries.toLocaleString('en'), ms(median), ms(longest)]),
  );
}

/** The exponent is that of the cost over bare Node between a tenth of the work and the whole. */
function grownTable(title: string, whole: Measured, tenth: Measured): readonly string[] {
  const bare = { whole: bareOf(whole), tenth: bareOf(tenth) };
  const rows = [...whole]
    .filter(([name]) => name !== BARE_NODE)
    .map(([name, one]) => {
      const small = figuresIn(tenth, name);
      const time = exponent(one.median - bare.whole.median, small.median - bare.tenth.median);
      const memory = exponent(one.memory - bare.whole.memory, small.memory - bare.tenth.memory);
      return [`\`${name}\``, ms(one.median), ms(one.least), mb(one.memory), time, memory];
    });
  const heads = ['command', 'median', 'least', 'memory', 'exponent of time', 'exponent of memory'];
  return section(title, heads, rows);
}

/** `p` in cost = size ^ p. */
function exponent(large: number, small: number): string {
  return small <= 0 || large <= 0 ? '' : Math.log10(large / small).toFixed(2);
}

function section(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [`## ${title}`, '', line(heads), line(heads.map(() => '--')), ...rows.map(line), ''];
}

function figuresIn(measured: Measured, name: string): Figures {
  const one = measured.get(name);
  if (one === undefined) throw new Error(`${name} was not measured`);
  return one;
}

function bareOf(measured: Measured): Figures {
  return figuresIn(measured, BARE_NODE);
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const mb = (value: number): string => `${value.toFixed(0)} MB`;
const ratio = (one: number, other: number): string => (one / other).toFixed(2);
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
