/** A new kind of licence, made in a copy of the project, with all that is asked of a kind. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'ledger-new-licence-'));
  for (const name of [
    'src',
    'docs',
    'tests/licences',
    'package.json',
    'tsconfig.json',
    'README.md',
    'ledger.example.yaml',
  ]) {
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  await writeFile(path.join(copy, 'ledger.mts'), "import { main } from './src/cli.ts';\nawait main();\n");
});

afterAll(async () => rm(copy, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(script: string, ...words: readonly string[]): Promise<Run> {
  const argv = ['--import', 'tsx', script, ...words];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, argv, { cwd: copy })) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    }
    throw error;
  }
}

test(
  'a new kind works at once: its cases pass, its page and its registry are there',
  { timeout: 240_000 },
  async () => {
    const made = await run('src/dev/new-licence.ts', 'satellite-relay');
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain('src/licences/satellite-relay.ts');

    const cases = await run('ledger.mts', 'rules', 'test', 'tests/licences/satellite-relay.cases.yaml');
    expect(cases).toMatchObject({ code: 0 });
    expect(cases.stdout).toMatch(/^✔ 3 cases in 1 file: 3 passed, 0 failed\.$/mu);

    const explained = await run('ledger.mts', 'explain', 'satellite-relay/operator-agreement', '--format', 'json');
    expect(explained.stdout).toContain('"certainty": "practice"');
    const { examples }: { examples: { asOf: string; passes: string } } = JSON.parse(explained.stdout);
    await writeFile(path.join(copy, 'passes.yaml'), examples.passes);
    const words = ['--as-of', examples.asOf, '--select', 'licence,satellite-relay', '--lang', 'en'];
    expect((await run('ledger.mts', 'check', 'passes.yaml', ...words)).stdout).not.toContain('is of class');
    const listed = await run('ledger.mts', 'rules', '--format', 'json');
    const { rules }: { rules: { id: string; statuses: object }[] } = JSON.parse(listed.stdout);
    const ledgerCases = await readFile(path.join(copy, 'tests/licences/satellite-relay.cases.yaml'), 'utf8');
    for (const { id, statuses } of rules.filter((rule) => rule.id.startsWith('satellite-relay/'))) {
      for (const status of Object.keys(statuses)) expect(ledgerCases).toContain(`rule: ${id}, status: ${status}`);
    }

    expect(await readdir(path.join(copy, 'docs/rules/zh'))).toContain('satellite-relay.md');
    expect(await run('src/dev/generate.ts', '--check')).toMatchObject({ code: 0, stderr: '' });
  },
);

test.each([
  ['isp', 'there is such a kind already'],
  ['Satellite', 'a kind is made of lower-case words'],
  ['../isp', 'a kind is made of lower-case words'],
  ['106-code', 'begins with a letter'],
  ['company', 'that name is taken'],
  ['licence', 'that name is taken'],
  ['service', 'that name is taken'],
  ['new', 'that is a word of the language'],
])('%s is refused', { timeout: 240_000 }, async (kind, reason) => {
  const before = await readdir(path.join(copy, 'src/licences'));
  const refused = await run('src/dev/new-licence.ts', kind);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain(reason);
  expect(await readdir(path.join(copy, 'src/licences'))).toEqual(before);
});

test('one word, no more and no less', { timeout: 240_000 }, async () => {
  expect((await run('src/dev/new-licence.ts')).stderr).toContain('no kind is named');
  expect((await run('src/dev/new-licence.ts', 'a', 'b')).stderr).toContain('one kind at a time');
});
