/** Evidence on a real disk, by the real program. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LEDGER = `# 台账 — 逐字保留
version: 1
company: { name: 示例云网科技有限公司 }
resources:
  - id: line      # 专线
    kind: leased-line
    expires: never
`.replaceAll('\n', '\r\n');

test('ten who record at once all find their paper in the ledger, and a check agrees', async () => {
  const names = Array.from({ length: 10 }, (_, at) => `evidence/合同 ${at}.pdf`);
  const cwd = await temporaryFolder({
    'ledger.yaml': LEDGER,
    ...Object.fromEntries(names.map((name) => [name, `paper ${name}`])),
  });
  const runs = await Promise.all(
    names.map(async (name) => runProgram(['evidence', 'add', 'line', name, '--yes'], { cwd })),
  );
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(names.map(() => ({ code: 0, stderr: '' })));

  const text = await readFile(path.join(cwd, 'ledger.yaml'), 'utf8');
  expect(text.startsWith(LEDGER)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  for (const name of names) expect(text).toContain(name);
  expect((await readdir(cwd)).toSorted()).toEqual(['evidence', 'ledger.yaml']);

  const { code, stdout } = await runProgram(['check', '--select', 'evidence', '--lang', 'en'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('No findings') });
});

test('a pipe and a link out of the repository are refused at once', async () => {
  const evidence = ['pipe', 'link', 'device'].map((name) => `      - path: ${name}\r\n`);
  const cwd = await temporaryFolder({
    'repository/ledger.yaml': `${LEDGER}    evidence:\r\n${evidence.join('')}`,
    'secret.txt': '',
  });
  const folder = path.join(cwd, 'repository');
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  await symlink('../secret.txt', path.join(folder, 'link'));
  await symlink('/dev/zero', path.join(folder, 'device'));
  const { code, stdout } = await runProgram(['check', '--select', 'evidence', '--lang', 'en'], { cwd: folder });
  expect(code).toBe(3);
  expect(stdout.match(/evidence\/outside/gu)).toHaveLength(3);
  for (const line of [9, 10, 11]) expect(stdout).toMatch(new RegExp(`^ *ledger\\.yaml:${line}:15 │`, 'mu'));
});
