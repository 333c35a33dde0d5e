import { describe, expect, test } from 'vitest';

import { allRules } from '../../src/rules/catalogue.ts';
import { runInMemory } from '../support/memory-io.ts';
import { NO_YAML, OWN_REQUIREMENT } from '../support/sample-ledgers.ts';

describe('ledger explain', () => {
  test.each(allRules().map(({ id }) => id))('%s', async (id) => {
    const { code, stdout, stderr } = await runInMemory(['explain', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n', 1)).toEqual([id]);
  });

  test('gives one rule of the list as JSON', async () => {
    const list = await runInMemory(['rules', '--format', 'json']);
    const one = await runInMemory(['explain', 'licence/expiry', '--format', 'json']);
    const { rules }: { rules: { id: string }[] } = JSON.parse(list.stdout);
    expect(JSON.parse(one.stdout)).toEqual(rules.find(({ id }) => id === 'licence/expiry'));
  });

  test('knows the requirements of the nearest ledger', async () => {
    const machine = { files: { 'ledger.yaml': OWN_REQUIREMENT }, cwd: '/company/deep' };
    expect((await runInMemory(['explain', 'own/iso27001'], machine)).stdout).toMatch(/^own\/iso27001\n/u);
    const unknown = await runInMemory(['explain', 'own/iso27002'], machine);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean `own/iso27001`?');
  });

  test.each([
    ['there is no ledger', {}, 2, 'unknown rule'],
    ['it is invalid', { 'ledger.yaml': NO_YAML }, 3, 'Run `ledger check ledger.yaml` to see why.'],
    ['it may not be read', { 'ledger.yaml': { kind: 'file', refuses: 'EACCES' } as const }, 3, 'permission denied'],
  ])('says so where a requirement is asked for and %s', async (_, files, code, words) => {
    const run = await runInMemory(['explain', 'own/iso27001'], { files });
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toContain(words);
  });

  test('needs no ledger for the rules of the product', async () => {
    const { code } = await runInMemory(['explain', 'licence/expiry'], { files: { 'ledger.yaml': NO_YAML } });
    expect(code).toBe(0);
  });
});

describe('ledger rules', () => {
  test('lists every rule once, in both formats', async () => {
    const ids = allRules().map(({ id }) => id);
    const json: { schema: string; rules: { id: string }[] } = JSON.parse(
      (await runInMemory(['rules', '--format', 'json'])).stdout,
    );
    expect(json.schema).toBe('ledger/rules@1');
    expect(json.rules.map(({ id }) => id)).toEqual(ids);
    const { stdout } = await runInMemory(['rules']);
    for (const id of ids) expect(stdout.split(/\s+/u).filter((word) => word === id)).toHaveLength(1);
  });

  test('speaks Chinese', async () => {
    expect((await runInMemory(['rules', '--lang', 'zh'])).stdout).toContain(`共${allRules().length}条规则。`);
  });
});
