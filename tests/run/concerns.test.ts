/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';

const LEDGER = `version: 1
company:
  name: 示例云网科技有限公司
  creditCode: 91110108MA01ABCD5T
  registeredCapital: 20000000
  established: 2026-01-05
  paidIn: { done: 2026-01-05 }
  personalInformation: { persons: 0 }
  security: { body: 网络安全部, staff: 2 }
policy: { since: 2026-11-01, owner: 合规部 }
licences:
  - id: telecom
    number: B1.B2-20222637
    issued: 2022-03-15
    expires: 2027-03-14
    publicised: 2022-03-28
    owner: 业务部
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: cdn, scope: national, opened: 2022-06-01 }
resources:
  - { id: line, kind: leased-line, starts: 2024-11-01, expires: 2026-10-31, serves: [telecom/isp], owner: 网络部 }
  - { id: seal, kind: maintenance, starts: 2024-11-01, expires: 2026-11-30 }
`;

async function check(...options: readonly string[]): Promise<readonly string[]> {
  const argv = ['check', '--as-of', '2026-11-21', '--format', 'json', ...options];
  const { findings } = JSON.parse((await runInMemory(argv, { files: { 'ledger.yaml': LEDGER } })).stdout) as {
    readonly findings: readonly { readonly rule: string }[];
  };
  return findings.map(({ rule }) => rule).toSorted();
}

describe('a run about some alone', () => {
  test('owners: those of the entry, of its licence, of the policy', async () => {
    expect(await check('--owner', '网络部')).toEqual(['isp/leased-line']);
    expect(await check('--owner', '合规部')).toEqual(['resource/expiry']);
    expect(await check('--owner', '业务部')).toContain('licence/renewal');
    expect(await check('--owner', '网络部,业务部,合规部')).toEqual(await check());
  });

  test('licences by id, by number, or one service with what the paper owes', async () => {
    const all = await check();
    const ofPaper = all.filter((rule) => rule !== 'resource/expiry');
    expect(await check('--licence', 'telecom')).toEqual(ofPaper);
    expect(await check('--licence', 'B1.B2-20222637')).toEqual(ofPaper);
    expect(await check('--licence', 'telecom/isp')).toEqual(ofPaper.filter((rule) => !rule.startsWith('cdn/')));
  });

  test('decides the verdict and the counts by what it is about', async () => {
    const argv = ['check', '--as-of', '2026-11-21', '--owner', '合规部', '--fail-on', 'error'];
    const run = await runInMemory(argv, { files: { 'ledger.yaml': LEDGER } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('1 at risk');
  });

  test.each([
    ['--owner', '网络', '网络部'],
    ['--licence', 'telecm', 'telecom'],
    ['--licence', 'telecom/idc', 'telecom/isp'],
  ])('%s %s is wrong usage', async (option, word, meant) => {
    const run = await runInMemory(['check', option, word], { files: { 'ledger.yaml': LEDGER } });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`Did you mean \`${meant}\`?`);
  });
});

test('--show leaves out what is less grave, and changes neither verdict nor counts', async () => {
  const argv = ['check', '--as-of', '2026-11-21', '--lang', 'en'];
  const files = { 'ledger.yaml': LEDGER };
  const [all, errors] = [
    await runInMemory(argv, { files }),
    await runInMemory([...argv, '--show', 'error'], { files }),
  ];
  expect(errors.code).toBe(all.code);
  expect(all.stdout).toContain('▲ licence/renewal');
  expect(errors.stdout).not.toContain('▲');
  expect(errors.stdout).toContain('✖ isp/leased-line');
  expect(errors.stdout.split('\n').slice(-3)).toEqual(all.stdout.split('\n').slice(-3));
});

describe('an owner that is not there', () => {
  test('is told with those that are', async () => {
    const argv = ['todo', '--owner', '张三', '--lang', 'zh'];
    const { code, stderr } = await runInMemory(argv, { files: { 'ledger.yaml': LEDGER } });
    expect(code).toBe(2);
    expect(stderr).toContain('登记的负责人有合规部、业务部、网络部。');
  });

  test('where there is none at all, they are told where one is written', async () => {
    const text = 'version: 1\ncompany: { name: a }\nresources: [{ id: b, kind: domain, expires: never }]\n';
    const { stderr } = await runInMemory(['todo', '--owner', '张三', '--lang', 'zh'], {
      files: { 'ledger.yaml': text },
    });
    expect(stderr).toContain('在条目上写 `owner`');
  });
});
