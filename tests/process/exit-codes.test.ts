import { setTimeout } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { ending, runProgram, startProgram } from '../support/run-program.ts';
import { AS_OF, CLEAN, EXPIRED, largeLedger, NO_YAML } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the exit code of the process', () => {
  test.each([
    [0, CLEAN, ['check', ...AS_OF]],
    [1, EXPIRED, ['check', ...AS_OF]],
    [1, EXPIRED, ['check', ...AS_OF, '--format', 'json']],
    [2, CLEAN, ['check', '--frobnicate']],
    [2, CLEAN, []],
    [3, NO_YAML, ['check', ...AS_OF]],
    [3, CLEAN, ['check', 'gone.yaml']],
    [0, CLEAN, ['--help']],
    [0, CLEAN, ['help', 'check']],
    [0, CLEAN, ['--version']],
    [0, CLEAN, ['explain', 'licence/expiry']],
    [2, CLEAN, ['explain', 'isp/nothing']],
    [0, CLEAN, ['rules']],
  ])('%i', async (code, ledger, argv) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': ledger });
    expect(await runProgram(argv, { cwd })).toMatchObject({ code, signal: null });
  });

  test('says whether the answer is on stdout or the trouble on stderr', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const answered = await runProgram(['check', ...AS_OF], { cwd });
    expect(answered.stdout).toContain('resource/expiry');
    expect(answered.stderr).toBe('');
    const refused = await runProgram(['check', '--frobnicate'], { cwd });
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('--frobnicate');
  });
});

describe('SIGINT', () => {
  test('ends a run with 130, and nothing more is written', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': largeLedger(4000) });
    const whole = await runProgram(['check', ...AS_OF, '--format', 'json'], { cwd });
    const child = startProgram(['check', ...AS_OF, '--format', 'json'], { cwd });
    // Nobody reads on: the program stands with a full pipe in the midst of its answer when the signal comes.
    await new Promise((resolve) => child.stdout?.once('readable', resolve));
    child.kill('SIGINT');
    // Else this side would empty the pipe before the signal has been heard.
    await setTimeout(300);
    const { code, signal, stdout, stderr } = await ending(child);
    expect({ code, signal, stderr }).toEqual({ code: 130, signal: null, stderr: '' });
    expect(stdout.length).toBeLessThan(whole.stdout.length);
  });
});
