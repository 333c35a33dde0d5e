/** The scripts in the shells that are there: a line is typed, Tab pressed, and what the shell then calls is looked at. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { ending, PROGRAM } from '../support/run-program.ts';
import { CLEAN } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Answers the shell's questions; whatever else it is called with it prints. */
const LEDGER = `#!/bin/sh
case $1 in complete|completion) exec "${process.execPath}" "${PROGRAM}" "$@" ;; esac
printf '<%s>' "$@"; echo
`;

async function inShell(argv: readonly string[], typed: string): Promise<string> {
  const folder = await temporaryFolder({ 'bin/ledger': LEDGER, 'ledger.yaml': CLEAN });
  await chmod(path.join(folder, 'bin/ledger'), 0o755);
  const [shell = '', ...options] = argv;
  const env = { PATH: `${folder}/bin:${process.env['PATH'] ?? ''}`, TERM: 'dumb', HOME: folder };
  const child = spawn(shell, options, { cwd: folder, env, stdio: 'pipe' });
  child.stdin.end(typed);
  return (await ending(child)).stdout;
}

const CASES = [
  ['ledger chec', '<check>'],
  ['ledger explain isp/leas', '<explain><isp/leased-line>'],
  ['ledger check --fail-on=err', '<check><--fail-on=error>'],
  ['ledger check --select cdn/expiry,isp/leas', '<check><--select><cdn/expiry,isp/leased-line>'],
  ['ledger show ce', '<show><cert>'],
  ['ledger check led', '<check><ledger.yaml>'],
] as const;

describe('bash', () => {
  test.each(CASES)('%s', async (typed, called) => {
    const stdout = await inShell(['bash', '--norc', '-i'], `source <(ledger completion bash)\n${typed}\t\n`);
    expect(stdout).toContain(`${called}\n`);
  });
});

const noFish = isThere('fish') ? undefined : 'no fish on this machine';
if (noFish !== undefined) console.warn(`completion in fish was not run: ${noFish}`);

describe.skipIf(noFish !== undefined)('fish', () => {
  test.each(CASES)('%s', async (typed, called) => {
    const script = `ledger completion fish | source; complete -C '${typed}'`;
    const words = (await inShell(['fish', '--no-config', '-c', script], '')).split('\n');
    expect(words.map((line) => line.split('\t')[0])).toContain(/<(?<last>[^<]*)>$/u.exec(called)?.groups?.['last']);
  });
});

const noZsh = isThere('zsh') ? undefined : 'no zsh on this machine';
if (noZsh !== undefined) console.warn(`the script for zsh was not read by zsh: ${noZsh}`);

test.skipIf(noZsh !== undefined)('zsh reads its script and registers both names', async () => {
  const typed = `autoload -Uz compinit; compinit -u -D; source <(ledger completion zsh)
print $_comps[ledger] $_comps[licence-ledger]\n`;
  expect(await inShell(['zsh', '-f'], typed)).toContain('_ledger _ledger\n');
});

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}
