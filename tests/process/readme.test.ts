/** What the README shows is what the program says. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { ExitCode } from '../../src/exit-code.ts';
import { readLedger } from '../support/read-ledger.ts';
import { runShell } from '../support/run-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = await readFile(`${root}/README.md`, 'utf8');

function blocksOf(language: string): readonly string[] {
  return [...readme.matchAll(/^```(?<language>\w+)\n(?<text>.*?)^```$/gmsu)]
    .filter(({ groups }) => groups?.['language'] === language)
    .map(({ groups }) => groups?.['text'] ?? '');
}

test('the first command prints what stands below it', async () => {
  const [command = '', text = ''] = [blocksOf('console')[0], blocksOf('text')[0]];
  const check = /npx (?<check>ledger check .*)/u.exec(command)?.groups?.['check'] ?? '';
  const { stdout, code } = await runShell(check, { cwd: root });
  const [beginning = '', end = ''] = text.split('…\n').slice(-2);
  expect(beginning.length).toBeGreaterThan(500);
  expect(stdout.startsWith(beginning)).toBe(true);
  expect(stdout.endsWith(end)).toBe(true);
  expect(code).toBe(ExitCode.findings);
});

test('the ledger that it shows is a good one', async () => {
  const { problems } = await readLedger(blocksOf('yaml')[0] ?? '');
  expect(problems).toEqual([]);
});

test('its exit codes are those of the program', () => {
  const codes = [...readme.matchAll(/^\| (?<code>\d+) +\| /gmu)].map(({ groups }) => Number(groups?.['code']));
  expect(codes).toEqual(Object.values(ExitCode));
});
