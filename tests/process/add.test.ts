/** `ledger add` as a real process: an answer that cannot be printed, and JSON from where nothing good comes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { runShell } from '../support/run-program.ts';
import { CLEAN } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('an answer that cannot be printed', () => {
  const ADD = 'ledger add domain --title example.com --expires never --file ledger.yaml --yes';

  test.each([
    ['on a full disk', `${ADD} > /dev/full`, 'The ledger has been written: do not record it again.'],
    ['whose reader has gone', `${ADD} | true; exit "\${PIPESTATUS[0]}"`, ''],
    ['on a stdout that is closed', `${ADD} >&-`, ''],
  ])('%s: written once, exit 0', async (_, line, word) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN });
    const { code, stderr } = await runShell(line, { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(word);
    expect((await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).match(/title: example\.com/gu)).toHaveLength(1);
  });
});

describe('an entry in JSON', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  test.each([
    ['a device without end', '/dev/zero', '', 'not a file; not read'],
    ['a pipe with a name', 'pipe', 'mkfifo pipe; ', 'not a file; not read'],
    ['a link to a device', 'link', 'ln -s /dev/zero link; ', 'not a file; not read'],
    ['a stdin without end', '- < /dev/zero', '', 'longer than 1000000 bytes'],
    ['a hundred thousand levels', 'deep.json', '', 'nested more than 64 levels deep'],
    ['a field of so many', 'field.json', '', 'nested more than 64 levels deep'],
  ])('%s is refused', async (_, source, before, complaint) => {
    const cwd = await temporaryFolder({
      'ledger.yaml': CLEAN,
      'deep.json': deep,
      'field.json': `{ "title": "a", "expires": "never", "x-a": ${deep} }`,
    });
    const line = `${before}ledger add domain --yes --file ledger.yaml --json ${source}`;
    const { code, stderr } = await runShell(line, { cwd });
    expect(stderr).toContain(complaint);
    expect(code).toBe(2);
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(CLEAN);
  });
});
