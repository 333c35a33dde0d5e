/** Each document that a command writes for programs agrees with the schema that the package publishes of it. */
import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { DOCUMENT_NAMES, faultsOf } from '../support/document-schema.ts';
import { testRepository } from '../support/git-repository.ts';
import { runInMemory } from '../support/memory-io.ts';
import { runInRepository } from '../support/run-in-repository.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const AS_OF = ['--as-of', '2026-11-21', '--format', 'json'];
const SOUND = 'version: 1\ncompany: { name: 示例公司 }\nresources: [{ id: seal, kind: maintenance, expires: never }]\n';

const EXAMPLE = { 'ledger.yaml': read('ledger.example.yaml') };
const LEDGERS = ['requirement', 'waivers'].map((name) => [name, read(`tests/fixtures/ledgers/${name}.yaml`)] as const);

const CASES = `company: { name: 示例公司 }
cases:
  - name: passes
    asOf: 2026-11-21
    select: [resource/expiry]
    resources: [{ id: a, kind: maintenance, expires: 2026-11-01 }]
    expect: [{ rule: resource/expiry, status: expired, subject: a }]
  - name: differs
    asOf: 2026-11-21
    select: [resource/expiry]
    resources: [{ id: a, kind: maintenance, expires: 2026-11-01 }]
    expect: [{ rule: resource/expiry, status: expiring, subject: a, date: 2026-11-02 }]
  - name: cannot be run
    asOf: 2026-11-21
    resources: [{ id: a, kind: maintenance }]
    expect: []
`;

/** The document on stdout, which must be there. */
async function printed(argv: readonly string[], files: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr } = await runInMemory(argv, { files });
  expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringMatching(/^\{/u) });
  return stdout;
}

describe.each([['example', EXAMPLE['ledger.yaml']], ['sound', SOUND], ...LEDGERS] as const)('%s', (_, ledger) => {
  test.each(['check', 'status', 'todo', 'list', 'horizon', 'overview'])('%s', async (command) => {
    expect(faultsOf(await printed([command, ...AS_OF], { 'ledger.yaml': ledger }))).toEqual([]);
  });
});

test('every entry of the example is shown as the schema says', async () => {
  const ids = [...(await printed(['list', ...AS_OF], EXAMPLE)).matchAll(/"id": "([^"]+)"/gu)].map(([, id = '']) => id);
  expect(ids.length).toBeGreaterThan(5);
  for (const id of ids) expect(faultsOf(await printed(['show', id, ...AS_OF], EXAMPLE))).toEqual([]);
});

test.each([['check'], ['status'], ['todo'], ['horizon']])('%s under an assumption', async (command) => {
  const text = await printed([command, ...AS_OF, '--assume', 'policy.warnWithin=30'], EXAMPLE);
  expect(text).toContain('"assumed"');
  expect(faultsOf(text)).toEqual([]);
});

test.each([
  ['rules', ['rules', '--format', 'json']],
  ['a module', ['explain', 'isp', '--format', 'json']],
  ['stale rules', ['rules', '--stale', '--as-of', '2029-01-01', '--format', 'json']],
  ['cases', ['rules', 'test', 'a.cases.yaml', '--format', 'json']],
  ['a digest', ['notify', '--to', 'webhook', '--as-of', '2026-11-21']],
] as const)('%s', async (_, argv) => {
  const files = { ...EXAMPLE, 'a.cases.yaml': CASES };
  expect(faultsOf(await printed(argv, files))).toEqual([]);
});

test('a receipt', async () => {
  const { written } = await runInMemory(['check', ...AS_OF, '--receipt', 'receipt.json'], { files: EXAMPLE });
  expect(faultsOf(written.get('/company/receipt.json') ?? '')).toEqual([]);
});

test('what git knows', async () => {
  const repository = await testRepository({ 'ledger.yaml': SOUND });
  const commit = (name: string, expires: string): string =>
    repository.commit({ [name]: SOUND.replace('never', expires) });
  commit('ledger.yaml', '2026-12-31');
  commit('ledger.yaml', '2027-12-31');
  commit('ledger.yaml', 'sometime');
  commit('ledger.yaml', '2026-11-01');
  for (const argv of [
    ['log', '--format', 'json'],
    ['diff', 'HEAD~1', '--format', 'json'],
    ['diff', 'HEAD~3', '--format', 'json'],
    ['check', ...AS_OF, '--since', 'HEAD~2'],
    ['check', ...AS_OF, '--since', 'HEAD~3'],
  ]) {
    const { stdout } = await runInRepository(argv, repository);
    expect({ argv, faults: faultsOf(stdout) }).toEqual({ argv, faults: [] });
  }
}, 120_000);

test('each document that the program names has its schema, and each schema its document', () => {
  const sources = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => read(`src/${path}`).match(/(?<=')ledger\/[a-z-]+@\d+(?=')/gu) ?? []);
  expect(new Set(sources)).toEqual(new Set(DOCUMENT_NAMES.map((name) => `ledger/${name}@1`)));
});

test('a key that no schema tells is a fault, and so is one that is wrong', async () => {
  const text = await printed(['todo', ...AS_OF], EXAMPLE);
  expect(faultsOf(text.replace('"subject"', '"about"'))).not.toEqual([]);
  expect(faultsOf(text.replace('"subject"', '"about": "x",\n"subject"'))).toHaveLength(1);
});

test('a reader may meet keys that it does not know', () => {
  for (const name of DOCUMENT_NAMES)
    expect(read(`docs/schemas/${name}.schema.json`)).toContain('"additionalProperties": {}');
});
