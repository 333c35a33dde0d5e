/** Each file of the built program emptied, and the commands that load it run. */
import { cp, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { FILES } from '../support/every-command.ts';
import { testRepository } from '../support/git-repository.ts';
import { ending, type ProgramRun, startProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What between them loads nearly all files; what a terminal, a mail server or a second thread needs is left out. */
const LINES = [
  'check --format json',
  ...['csv', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'text'].map((format) => `check --format ${format}`),
  'check --receipt new.json',
  'check --since HEAD',
  'check slip.ledger.yaml --fix --fail-on never --yes',
  'status',
  'todo',
  'todo --format json',
  'horizon',
  'horizon --format json',
  'calendar',
  'overview',
  'overview --format json',
  'overview --format csv',
  'list',
  'list --format json',
  'show isp',
  'report --output site/',
  'receipt receipt.json',
  'pack isp --output pack.zip',
  'export --to xlsx --output new.xlsx',
  'export --to csv --output csv/',
  'diff',
  'diff --format json',
  'diff --format markdown',
  'log',
  'notify --to wecom',
  'explain isp/leased-line --format json',
  'rules --stale',
  'rules test own.cases.yaml',
  'schema',
  'completion bash',
  'complete -- ch',
  'init books --company x --yes',
  'add domain --title x --expires never --yes',
  'renew line-bj-2025 --expires +1y --yes',
  'waive isp/leased-line isp --until +30d --reason x --approved-by y --yes',
  'evidence add isp scan.pdf --yes',
  'import register.csv --yes',
  'record annual-report isp 2024 --on 2025-02-20 --yes',
  'record change address --yes',
  'record branch 河北 opened --decided 2026-09-01 --yes',
];

const BROKEN = 'the installation of ledger is broken; install it again (npm install).';

/** Writes the names of the program's files that were loaded into a file when the process ends. */
const LOADED = `
process.on('exit', () => {
  const names = Object.keys(require.cache).filter((one) => require('node:path').basename(require('node:path').dirname(one)) === 'dist');
  require('node:fs').writeFileSync(process.env.LOADED, names.map((one) => require('node:path').basename(one)).join(' '));
});
`;

/** What a command line says, and how it ends, in a folder of its own. */
async function run(line: string, program: string, env: Readonly<Record<string, string>> = {}): Promise<ProgramRun> {
  const needsGit = /^(?:diff|log|check --since)/u.test(line);
  const cwd = needsGit ? (await testRepository(FILES)).folder : await temporaryFolder(FILES);
  const child = startProgram(line.split(' '), { cwd, env, program });
  child.stdin?.end();
  return ending(child);
}

async function installation(): Promise<string> {
  const folder = await temporaryFolder({});
  for (const part of ['bin', 'dist']) await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  return folder;
}

interface Loading {
  readonly line: string;
  /** How it ends where nothing is damaged. */
  readonly whole: ProgramRun;
}

/** The first command that loads each file. */
async function loadedBy(): Promise<ReadonlyMap<string, Loading>> {
  const folder = await temporaryFolder({ 'loaded.cjs': LOADED });
  const found = new Map<string, Loading>();
  for (const line of LINES) {
    const env = { NODE_OPTIONS: `--require=${path.join(folder, 'loaded.cjs')}`, LOADED: path.join(folder, 'names') };
    const whole = await run(line, path.join(root, 'bin/ledger.js'), env);
    const names = (await readFile(env.LOADED, 'utf8')).split(' ');
    for (const name of names) if (!found.has(name)) found.set(name, { line, whole });
  }
  return found;
}

test(
  'a file that is emptied is a broken installation for whoever needs what was in it',
  { timeout: 600_000 },
  async () => {
    const files = [...(await loadedBy())];
    expect(files.length).toBeGreaterThan(120);
    const told: string[] = [];
    const others: unknown[] = [];
    const workers = [1, 2].map(async () => {
      const folder = await installation();
      for (let next = files.pop(); next !== undefined; next = files.pop()) {
        const [name, { line, whole }] = next;
        const file = path.join(folder, 'dist', name);
        const bytes = await readFile(file);
        await truncate(file, 0);
        const { code, stdout, stderr } = await run(line, path.join(folder, 'bin/ledger.js'));
        await writeFile(file, bytes);
        if (code === 70 && stderr.includes(BROKEN)) told.push(name);
        // Nothing of it was needed this time.
        else if (code !== whole.code || stdout !== whole.stdout) others.push({ name, line, code, stderr });
      }
    });
    await Promise.all(workers);
    expect(others).toEqual([]);
    expect(told.length).toBeGreaterThan(110);
  },
);
