/** A log of a CI system takes commands from lines of any program: none comes out of a ledger, whatever is said about it. */
import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { AS_OF } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { commandsIn } from '../support/workflow-commands.ts';

const COMMANDS = ['::error::x', '##[error]x', '##vso[task.complete]x', "##teamcity[message text='x']", 'a ##[group]x'];

/** The commands stand in every text that a ledger may hold, at the beginning and after a break. */
function ledgerWith(commands: readonly string[]): string {
  const text = JSON.stringify(commands.join('\n'));
  return `version: 1
company: { name: ${text} }
licences:
  - { id: isp, kind: isp, number: ${text}, scope: national, issued: 2022-03-15, expires: 2027-03-14 }
resources:
  - { id: cert, kind: certificate, title: ${text}, provider: ${text}, owner: ${text}, expires: 2026-12-01 }
  - id: plain
    kind: domain
    title: >-
${commands.map((command) => `      ${command}`).join('\n\n')}
    expires: 2026-12-01
`;
}

const LINES: readonly (readonly string[])[] = [
  ['check', ...AS_OF],
  ['check', ...AS_OF, '--format', 'json'],
  ['list', ...AS_OF],
  ['list', ...AS_OF, '--format', 'json'],
  ['list', ...AS_OF, '--format', 'csv'],
  ['show', 'cert', ...AS_OF],
  ['horizon', ...AS_OF],
  ['calendar', ...AS_OF],
  ['export', ...AS_OF, '--to', 'csv'],
  ['status', ...AS_OF],
  ['status', ...AS_OF, '--format', 'markdown'],
  ['todo', ...AS_OF],
  ['todo', ...AS_OF, '--group-by', 'owner'],
  ['overview', ...AS_OF],
  ['overview', ...AS_OF, '--format', 'csv'],
  ['report', ...AS_OF],
  ['notify', ...AS_OF],
  ['notify', ...AS_OF, '--to', 'slack'],
  ['pack', 'isp', ...AS_OF, '--output', 'pack'],
  ['check', ...AS_OF, '--receipt', 'receipt.json'],
  [
    'waive',
    'licence/number',
    'isp',
    '--reason',
    '::error::x',
    '--until',
    '2026-12-31',
    '--approved-by',
    '##[a]',
    '--dry-run',
  ],
  ['renew', 'plain', '--expires', '2027-12-01', '--dry-run'],
  ['add', 'domain', '--title', '::error::x ##[error]y', '--expires', '2027-12-01', '--dry-run', '--yes'],
  ['init', 'new', '--company', '::error::x ##[error]y', '--dry-run', '--yes'],
  ['check', '::error::gone.yaml'],
  ['show', '##[error]x'],
];

test.each(LINES.map((argv) => [argv]))('%j commands no log', async (argv) => {
  const cwd = await temporaryFolder({ 'ledger.yaml': ledgerWith(COMMANDS) });
  const { code, stdout, stderr } = await runProgram(argv, { cwd });
  expect(code).not.toBe(70);
  expect(stdout + stderr).not.toBe('');
  expect([...commandsIn(stdout), ...commandsIn(stderr)]).toEqual([]);
});

test('annotations for GitHub, and scripts of a shell, go out as they are', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': ledgerWith(['x']) });
  const { stdout } = await runProgram(['check', ...AS_OF, '--format', 'github'], { cwd });
  expect(commandsIn(stdout).length).toBeGreaterThan(2);
  expect((await runProgram(['completion', 'bash'], { cwd })).stdout).toContain('complete ');
});
