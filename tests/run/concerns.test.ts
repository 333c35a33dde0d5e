/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import { describe, expect, test } from 'vitest';

import { TELLERS } from '../support/every-command.ts';
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

describe('a person is known however the ledger writes the name', () => {
  const [line, seal] = ['李强（网络部）13800000001', '王芳、赵敏'];
  const ledger = LEDGER.replace('owner: 网络部', `owner: ${line}`).replace(
    'expires: 2026-11-30',
    `expires: 2026-11-30, owner: ${seal}`,
  );
  const machine = { files: { 'ledger.yaml': ledger }, environment: { LEDGER_WECOM_URL: 'https://example.com/hook' } };
  const run = async (command: string, owner: string) => {
    const given = TELLERS[command]?.given ?? [];
    const asOf = given.includes('--as-of') ? [] : ['--as-of', '2026-11-21'];
    return runInMemory([command, ...given, ...asOf, '--owner', owner], machine);
  };

  test('by every command that has `--owner`', async () => {
    const withOwner: string[] = [];
    for (const command of Object.keys(TELLERS)) {
      const offered = await runInMemory(['complete', '--', command, '--owner'], machine);
      if (offered.stdout.includes('--owner')) withOwner.push(command);
    }
    expect(withOwner).toEqual(expect.arrayContaining(['check', 'list', 'todo', 'notify', 'calendar']));
    for (const command of withOwner) {
      const [exact, name, other] = [await run(command, line), await run(command, '李 强'), await run(command, seal)];
      const nobody = await run(command, '李强强');
      expect({ command, ...name }).toEqual({ command, ...exact });
      expect({ command, stdout: name.stdout }).not.toEqual({ command, stdout: other.stdout });
      expect({ command, code: other.code }).not.toEqual({ command, code: 2 });
      expect({ command, code: nobody.code }).toEqual({ command, code: 2 });
    }
  });

  test('and what one person answers for is one group, under the name as it is first written', async () => {
    const files = { 'ledger.yaml': ledger.replace(seal, '李强（网络部）') };
    const todo = await runInMemory(['todo', '--as-of', '2026-11-21', '--group-by', 'owner', '--lang', 'en'], { files });
    expect(todo.stdout).toContain(`${line} (2)`);
    expect(todo.stdout).not.toContain('李强（网络部） (');
    const argv = ['notify', '--to', 'email', '--steps', '60,30,9,0', '--as-of', '2026-11-21'];
    const digest = await runInMemory(argv, { files });
    expect(digest.stdout.match(/^李强.*$/gmu)).toEqual([line]);
    const site = await runInMemory(['report', '.', '--output', 'public/', '--as-of', '2026-11-21'], { files });
    const calendars = [...site.written.keys()].filter((name) => /\/zh\/owner-李强.*\.ics$/u.test(name));
    expect(calendars).toHaveLength(1);
    expect(calendars[0]).not.toContain('13800000001');
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
