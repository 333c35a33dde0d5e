import { describe, expect, test } from 'vitest';

import { type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';
import { commandsIn } from '../support/workflow-commands.ts';

const SUMMARY = '/runner/summary.md';
const files = { 'ledger.yaml': EXPIRED };
const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: SUMMARY };

async function check(formats: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  const argv = ['check', ...AS_OF, ...formats.map((format) => `--format=${format}`)];
  return runInMemory(argv, { files, env, ...machine });
}

describe('in a job of GitHub Actions', () => {
  test('annotations come before the page', async () => {
    const elsewhere = await check([], { env: {} });
    const annotations = await check(['github'], { env: {} });
    const run = await check([]);
    expect(run.stdout).toBe(annotations.stdout + elsewhere.stdout);
    expect(run.code).toBe(elsewhere.code);
    expect(commandsIn(run.stdout).map(({ command, properties }) => [command, properties['file']])).toEqual([
      ['error', 'ledger.yaml'],
    ]);
  });

  test('a clean ledger has a page and no annotation', async () => {
    const run = await check([], { files: { 'ledger.yaml': CLEAN } });
    expect(commandsIn(run.stdout)).toEqual([]);
    expect(run.stdout).toMatch(/^ledger\.yaml/u);
    expect(run.written.get(SUMMARY)).toContain('✔ ledger check');
  });

  test('an invalid ledger is annotated too', async () => {
    const run = await check([], { files: { 'ledger.yaml': NO_YAML } });
    expect(run.code).toBe(3);
    expect(commandsIn(run.stdout)).toMatchObject([
      { command: 'error', properties: { file: 'ledger.yaml', line: '2' } },
    ]);
  });

  test('what was asked for stands alone', async () => {
    const text = await check(['text']);
    expect(commandsIn(text.stdout)).toEqual([]);
    expect((await check(['json', 'text=a.txt'])).stdout).toMatch(/^\{/u);
  });

  test.each([{}, { GITHUB_ACTIONS: '' }, { GITHUB_ACTIONS: 'false' }])('%j is no such job', async (env) => {
    expect((await check([], { env })).stdout).toMatch(/^ledger\.yaml/u);
  });
});

describe('the summary of the job', () => {
  test('is the Markdown report, behind what stands there', async () => {
    const markdown = await check(['markdown'], { env: {} });
    const run = await check([], { files: { ...files, [SUMMARY]: 'before' } });
    expect(run.written.get(SUMMARY)).toBe(`before\n${markdown.stdout}`);
  });

  test('is made when the file is not there, and where the annotations were asked for', async () => {
    const run = await check(['github', 'sarif=ledger.sarif']);
    expect(run.written.get(SUMMARY)).toContain('### ✖ ledger check');
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['the annotations go to a file', ['github=a.txt'], env],
    ['there are none', ['text'], env],
    ['there is no such file', [], { GITHUB_ACTIONS: 'true' }],
    ['its name is empty', [], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '' }],
    ['it is no job', ['github'], { GITHUB_STEP_SUMMARY: SUMMARY }],
  ])('is not written where %s', async (_, formats, env) => {
    const { written, stderr } = await check(formats, { env });
    expect([...written.keys()].filter((path) => !path.endsWith('a.txt'))).toEqual([]);
    expect(stderr).toBe('');
  });

  test('that cannot be written is told, and changes neither the code nor the rest', async () => {
    const run = await check([], { files: { ...files, [SUMMARY]: { kind: 'file', refuses: 'EACCES' } } });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`note: ${SUMMARY}: cannot be written`);
    expect(commandsIn(run.stdout)).toHaveLength(1);
  });
});
