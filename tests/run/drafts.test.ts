/** Drafts that are not what this program wrote for this interview. */
import { describe, expect, test } from 'vitest';

import type { MemoryRun } from '../support/memory-io.ts';
import { systemError } from '../support/memory-io.ts';
import { runWriter } from '../support/recording-ledger.ts';
import { type Answer, CTRL_C } from '../support/scripted-dialogue.ts';

async function run(
  argv: readonly string[],
  answers: readonly Answer[],
  drafts: Map<string, string>,
): Promise<MemoryRun> {
  return runWriter([...argv, '--lang', 'en'], { answers, drafts });
}

/** A draft as `add` keeps it, and the name that it lies under. */
async function kept(command: readonly string[], ...answers: readonly Answer[]): Promise<readonly [string, string]> {
  const drafts = new Map<string, string>();
  expect((await run(command, [...answers, CTRL_C, true], drafts)).code).toBe(130);
  const [draft] = drafts;
  if (draft === undefined) throw new Error('no draft was kept');
  return draft;
}

const withoutMark = (draft: string): string => draft.slice(draft.indexOf('\n') + 1);

const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

describe('a draft that cannot be used', () => {
  test.each<readonly [string, (draft: string) => string | Promise<string>]>([
    ['is empty', () => ''],
    ['is cut off', (draft) => draft.slice(0, -20)],
    ['is cut off in its first line', (draft) => draft.slice(0, 20)],
    ['was changed', (draft) => draft.replace('新专线', '旧专线')],
    ['has no mark', withoutMark],
    ['is of another interview', async () => (await kept(['renew'], 'line-bj-2025'))[1]],
    ['is of another ledger', async () => (await kept(['add', '--file', './ledger.yaml'], 'leased-line'))[1]],
    [
      'holds other things',
      (draft) => draft.replace(withoutMark(draft), '{"given":{"what":5},"answers":[],"before":null}'),
    ],
    ['is deep', (draft) => draft.replace(withoutMark(draft), DEEP)],
    ['names what objects inherit', (draft) => draft.replace('"given": {', '"given": { "__proto__": { "kind": 1 }, ')],
    ['has control characters', (draft) => draft.replace('新专线', '\u001B[2J\u0000')],
  ])('because it %s is told, and another takes its place', async (_, spoil) => {
    const [name, draft] = await kept(['add', 'leased-line'], '新专线', '');
    const spoilt = await spoil(draft);
    expect(spoilt).not.toBe(draft);
    const drafts = new Map([[name, spoilt]]);
    const resumed = await run(['add', '--resume'], [], drafts);
    expect(resumed).toMatchObject({ code: 2, stdout: '' });
    expect(resumed.stderr).toBe(
      'error: --resume: the draft is damaged, or of another ledger or version of the program, and cannot be used\n' +
        '   do: Start again with `ledger add`; a new draft takes its place.\n',
    );
    expect(drafts.get(name)).toBe(spoilt);
    expect((await run(['add', 'leased-line'], ['新专线', '', CTRL_C, true], drafts)).code).toBe(130);
    expect(drafts.get(name)).toBe(draft);
  });

  test.each([
    ['ENODEV', 'is a device or a pipe, not a file'],
    ['EISDIR', 'is a folder'],
    ['EFBIG', 'the file is too large'],
    ['EACCES', 'permission denied'],
  ])('because the system says %s is told, and keeps nobody from answering anew', async (code, words) => {
    const drafts = new Map<string, string>();
    drafts.get = () => {
      throw Object.assign(systemError(code), { path: '/state/draft.json' });
    };
    const resumed = await run(['add', '--resume'], [], drafts);
    expect(resumed.code).toBe(2);
    expect(resumed.stderr).toContain(`error: /state/draft.json: ${words}\n   do: Start again with \`ledger add\``);
    const anew = await run(['add', '专线'], ['新专线', '', '2026-12-01', '+1y', '', '', true], drafts);
    expect(anew.code).toBe(0);
  });
});
