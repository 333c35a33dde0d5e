/** Pages without signs: for whoever hears them read, and for terminals that know ASCII alone. */
import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../src/reporters/writing/display-width.ts';
import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { NO_YAML } from '../support/sample-ledgers.ts';

const AS_OF = ['--as-of', '2026-11-21'];

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['check', 'ledger.yaml', ...AS_OF],
  status: ['status', '--file', 'ledger.yaml', ...AS_OF],
  todo: ['todo', 'ledger.yaml', ...AS_OF],
  horizon: ['horizon', 'ledger.yaml', ...AS_OF],
  overview: ['overview', 'ledger.yaml', ...AS_OF],
  list: ['list', 'ledger.yaml', ...AS_OF],
  show: ['show', 'isp', 'ledger.yaml', ...AS_OF],
  rules: ['rules'],
  'a module': ['explain', 'licence'],
  'a rule': ['explain', 'isp/leased-line'],
  help: ['--help'],
  'help of check': ['check', '--help'],
  'a broken file': ['check', 'broken.yaml', ...AS_OF],
  'wrong usage': ['check', '--as-off', '2026-11-21'],
  recorded: ['record', 'shown', 'isp', '--on', '2026-11-20', '--file', 'ledger.yaml', '--yes'],
};

async function run(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runInMemory([...argv, '--lang', 'en'], {
    files: { 'ledger.yaml': HORIZON_LEDGER, 'broken.yaml': NO_YAML },
    ...machine,
  });
}

const PLAIN = { env: { LEDGER_PLAIN: '1' } };

/** What is not ASCII, but for Chinese, which is the law's and the ledger's own. */
function strange(text: string): readonly string[] {
  return [...text.matchAll(/[^\n -~\p{Script=Han}（），、。《》：；]/gu)].map(([sign]) => sign);
}

function words(text: string): readonly string[] {
  return text.match(/[a-z]{4,}|\d{4}-\d{2}-\d{2}/giu) ?? [];
}

describe.each(Object.entries(COMMANDS))('%s', (_name, argv) => {
  test('has ASCII alone', async () => {
    const { stdout, stderr } = await run(argv, PLAIN);
    expect(stdout + stderr).not.toBe('');
    expect(strange(stdout + stderr)).toEqual([]);
  });

  test('says the same, and ends alike', async () => {
    // So wide that nothing is cut: a plain page is laid out narrower.
    const plain = await run(argv, { ...PLAIN, terminal: 400 });
    const page = await run(argv, { env: { NO_COLOR: '1' }, terminal: 400 });
    expect(plain.code).toBe(page.code);
    const told = words(plain.stdout + plain.stderr).join(' ');
    for (const word of words(page.stdout + page.stderr)) expect(told).toContain(word);
  });
});

test('a severity is a word', async () => {
  const { stdout } = await run(COMMANDS['check'] ?? [], PLAIN);
  expect(stdout).toMatch(/^ {2}error: isp\//mu);
  expect(stdout).toMatch(/^ {2}warning: \w/mu);
  const chinese = await runInMemory(['check', 'ledger.yaml', ...AS_OF, '--lang', 'zh'], {
    ...PLAIN,
    files: { 'ledger.yaml': HORIZON_LEDGER },
  });
  expect(chinese.stdout).toMatch(/^ {2}错误：isp\//mu);
  expect(chinese.stdout).not.toMatch(/[✖▲ℹ○✔│]/u);
});

test.each(['check', 'todo', 'status'])('%s keeps to the terminal', async (name) => {
  const { stdout } = await run(COMMANDS[name] ?? [], { ...PLAIN, terminal: 80 });
  const wide = stdout.split('\n').filter((line) => displayWidth(line) > 80 && !line.includes('ledger '));
  expect(wide).toEqual([]);
});

test('what has no day is told with its severity', async () => {
  const { stdout } = await run(COMMANDS['todo'] ?? [], PLAIN);
  const marked = (await run(COMMANDS['todo'] ?? [])).stdout.match(/^ *[✖▲ℹ] /gmu) ?? [];
  expect(stdout.match(/^ *(?:error|warning|info): \S/gmu)).toHaveLength(marked.length);
});

test('documents for programs stay as they are', async () => {
  for (const format of ['json', 'csv', 'sarif', 'junit', 'gitlab', 'markdown', 'line']) {
    const argv = ['check', 'ledger.yaml', ...AS_OF, '--format', format];
    expect((await run(argv, PLAIN)).stdout).toBe((await run(argv)).stdout);
  }
});

test.each([
  ['a terminal whose locale is not UTF-8', { LC_ALL: 'C' }, 100, true],
  ['a terminal that is dumb', { TERM: 'dumb', LANG: 'en_US.UTF-8' }, 100, true],
  ['a terminal that knows UTF-8', { LANG: 'en_US.UTF-8' }, 100, false],
  ['a file, whatever the locale', { LC_ALL: 'C' }, undefined, false],
  ['who says no', { LEDGER_PLAIN: '0', LANG: 'en_US.UTF-8' }, 100, false],
])('on %s', async (_name, env, terminal, isPlain) => {
  const { stdout } = await run(COMMANDS['check'] ?? [], { env, ...(terminal === undefined ? {} : { terminal }) });
  expect(stdout.includes('error: isp/')).toBe(isPlain);
});

test('no colour where words stand', async () => {
  const { stdout } = await run(COMMANDS['check'] ?? [], { env: { LEDGER_PLAIN: '1', FORCE_COLOR: '3' } });
  expect(stdout).not.toContain('\u001B');
});

const COMPANIES = {
  'a/ledger.yaml': HORIZON_LEDGER,
  'b/ledger.yaml': NO_YAML,
  'c/ledger.yaml': HORIZON_LEDGER.replace(/(?<=name: )[^,\s}]+/u, '一家名称很长很长很长很长很长很长很长很长很长的公司'),
};

test.each([
  ['list', 'zh'],
  ['list', 'en'],
  ['overview', 'zh'],
  ['overview', 'en'],
])('days in the table of %s stand below each other: %s', async (name, language) => {
  const argv = [name, '.', ...AS_OF, '--lang', language];
  const { stdout } = await runInMemory(argv, { ...PLAIN, files: COMPANIES, terminal: 80 });
  const rows = stdout.split('\n').filter((line) => !/as of|截至/u.test(line));
  const columns = rows
    .map((line) => /\d{4}-\d{2}-\d{2}/u.exec(line))
    .flatMap((day) => (day === null ? [] : [displayWidth(day.input.slice(0, day.index))]));
  expect(columns.length).toBeGreaterThan(1);
  expect(new Set(columns).size).toBe(1);
});
