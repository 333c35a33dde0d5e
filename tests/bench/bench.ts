/** `npm run bench`: what a start costs beside bare Node, and what ten thousand resources cost. Prints; asserts nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { globSync } from 'tinyglobby';

import { readPlainYaml } from '../../src/source/plain-yaml.ts';
import { largeLedger } from './large-ledger.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ledger = path.join(root, 'bin/ledger.js');
const asOf = ['--as-of', '2026-11-21'];

interface Cost {
  /** Milliseconds, the least of all runs: what the machine can do when nothing disturbs it. */
  readonly wall: number;
  /** Milliseconds of processor time, user and system. */
  readonly processor: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
try {
  const bare = measure(['-e', '0'], 20);
  row('node -e 0', bare, bare);
  row(
    'check ledger.example.yaml',
    measure([ledger, 'check', path.join(root, 'ledger.example.yaml'), ...asOf], 20),
    bare,
  );
  row('rules', measure([ledger, 'rules'], 10), bare);
  for (const resources of [1_000, 10_000, 100_000]) {
    const file = path.join(folder, `${resources}.yaml`);
    writeFileSync(file, largeLedger(resources));
    const runs = resources > 10_000 ? 3 : 7;
    row(`check ${resources} resources`, measure([ledger, 'check', file, ...asOf], runs), bare);
    row(
      `check ${resources} resources, json`,
      measure([ledger, 'check', file, ...asOf, '--format', 'json'], runs),
      bare,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
plainShare();

/** Nearly every ledger should be read in plain style; any other way takes ten times as long. */
function plainShare(): void {
  const ledgers = globSync(['ledger.example.yaml', 'tests/**/*.yaml'], { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const plain = ledgers.filter((text) => readPlainYaml(text) !== undefined);
  console.log(`read in plain style: ${plain.length} of the ${ledgers.length} YAML files of this repository`);
}

function measure(args: readonly string[], runs: number): Cost {
  const costs = Array.from({ length: runs }, () => runOnce(args));
  return {
    wall: Math.min(...costs.map(({ wall }) => wall)),
    processor: Math.min(...costs.map(({ processor }) => processor)),
  };
}

function runOnce(args: readonly string[]): Cost {
  const meter =
    'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process._rawDebug("cpu:"+(user+system))})';
  const started = process.hrtime.bigint();
  const plain = spawnSync(process.execPath, args, { stdio: 'ignore' });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (plain.error !== undefined || plain.status === null || plain.status > 3)
    throw new Error(`failed: ${args.join(' ')}`);
  const metered = spawnSync(process.execPath, ['--import', meter, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return { wall, processor: Number(/cpu:(\d+)/u.exec(metered.stderr)?.[1]) / 1000 };
}

function row(name: string, { wall, processor }: Cost, bare: Cost): void {
  const over = processor - bare.processor;
  console.log(
    [
      name.padEnd(32),
      `${wall.toFixed(0)} ms`.padStart(9),
      `${(wall / bare.wall).toFixed(2)} × bare`.padStart(13),
      `${over.toFixed(0)} ms of processor over bare`.padStart(33),
    ].join(''),
  );
}
