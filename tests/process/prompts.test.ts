import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { LEDGER } from '../support/recording-ledger.ts';
import { KEYS, noTerminal, runOnTerminal, type Step, type TerminalRun } from '../support/run-on-terminal.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

if (noTerminal !== undefined) console.warn(`the prompts are not tried: ${noTerminal}`);

interface Dialogue extends TerminalRun {
  /** The ledger afterwards. */
  readonly ledger: string;
}

async function talk(argv: readonly string[], steps: readonly Step[], language = 'en'): Promise<Dialogue> {
  const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
  const run = await runOnTerminal(argv, { cwd, steps, language });
  return { ...run, ledger: await readFile(path.join(cwd, 'ledger.yaml'), 'utf8') };
}

const { enter } = KEYS;

describe.skipIf(noTerminal !== undefined)('on a real terminal', () => {
  test('a whole dialogue in English, with defaults, a term and a choice', async () => {
    const { code, screen, ledger } = await talk(
      ['add'],
      [
        ['? Kind', 'leased'],
        ['❯ leased-line', enter],
        ['? Title', enter],
        ['? The other party', enter],
        ['? First valid day', `2026-12-01${enter}`],
        ['? Last valid day', `+1y${enter}`],
        ['? Licences that it serves', `${KEYS.down}${KEYS.space}${enter}`],
        ['? Person or department', enter],
        ['? Write ledger.yaml?', enter],
        ['is recorded', ''],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('✔ Kind of licence, contract or proof  leased-line  leased line');
    expect(screen).toContain('✔ Title of the contract or proof  北京亦庄专线接入协议');
    expect(screen).toContain('✔ Last valid day  +1y → 2027-11-30');
    expect(screen).toContain('✔ Licences that it serves  isp, n95');
    expect(ledger).toBe(
      `${LEDGER}  - { id: leased-line-2026, kind: leased-line, title: 北京亦庄专线接入协议, provider: 中国电信股份有限公司北京分公司, starts: 2026-12-01, expires: 2027-11-30, serves: [isp, n95], owner: 网络部 }\n`,
    );
  });

  test('a whole dialogue in Chinese, typed in Chinese', async () => {
    const { code, screen, ledger } = await talk(
      ['add'],
      [
        ['? 种类', '域名'],
        ['❯ domain', enter],
        ['? 合同或证明的名称', `示例域名.中国${enter}`],
        ['? 对方单位', '示例注册商'],
        ['❯ 示例注册商', enter],
        ['? 起始日', `2026-12-01${enter}`],
        ['? 到期日', `2026/12/31${enter}`],
        ['回车改为 2026-12-31', `+2年${enter}`],
        ['? 用于哪些许可证', enter],
        ['? 负责人或部门', enter],
        ['? 域名的注册者', enter],
        ['? 写入 ledger.yaml？', 'y'],
        ['已登记', ''],
      ],
      'zh_CN',
    );
    expect(code).toBe(0);
    expect(screen).toContain('✔ 到期日（最后有效日）  +2年 → 2028-11-30');
    expect(ledger).toBe(
      `${LEDGER}  - { id: domain-2026, kind: domain, title: 示例域名.中国, provider: 示例注册商, starts: 2026-12-01, expires: 2028-11-30 }\n`,
    );
  });

  test('`<` and Escape step back', async () => {
    const { code, ledger } = await talk(
      ['add', 'e-seal', '--starts', '2026-12-01'],
      [
        ['? Title', `first${enter}`],
        ['? The other party', `<${enter}`],
        ['· The other party', ''],
        ['? Title', `second${enter}`],
        ['? The other party', enter],
        ['? Last valid day', KEYS.escape],
        ['? The other party', `《${enter}`],
        ['? Title', `third${enter}`],
        ['? The other party', enter],
        ['? Last valid day', `2027-11-30${enter}`],
        ['? Licences', `<${enter}`],
        ['? Last valid day', `2028-11-30${enter}`],
        ['? Licences', enter],
        ['? Person or department', enter],
        ['? Write', `<${enter}`],
        ['? Person or department', enter],
        // Thought better of: another key takes it back. Enter of before the question moves nothing.
        ['? Write', `<\n${enter}`],
      ],
    );
    expect(code).toBe(0);
    expect(ledger.slice(LEDGER.length)).toMatch(
      /title: third, (?:provider: .*, )?starts: 2026-12-01, expires: 2028-11-30 \}\n$/u,
    );
  });

  test.each([
    ['Ctrl-C', KEYS.ctrlC],
    ['Ctrl-D', KEYS.ctrlD],
  ])('%s ends it at any question with 130, and the file is as it was', async (_, key) => {
    const toTheEnd: readonly Step[] = [
      ['? Title', `x${enter}`],
      ['? The other party', enter],
      ['? First valid day', enter],
      ['? Last valid day', `+1y${enter}`],
      ['? Licences that it serves', enter],
      ['? Person or department', enter],
    ];
    for (const answered of [0, 4, 6]) {
      const shown = [...toTheEnd.map(([label]) => label), '? Write'][answered] ?? '';
      const keep: readonly Step[] = answered === 0 ? [] : [['? Save your answers', 'n']];
      const run = await talk(['add', 'leased-line'], [...toTheEnd.slice(0, answered), [shown, key], ...keep]);
      expect(run).toMatchObject({ code: 130, signal: null, ledger: LEDGER });
    }
    const init = await runOnTerminal(['init', 'new'], {
      cwd: await temporaryFolder({}),
      steps: [['? Name', key]],
    });
    expect(init.code).toBe(130);
  });

  test('what an editor saves during the question is kept', async () => {
    const saved = LEDGER.replace('# 台账', '# 台账，另一个人改过').replace('电子印章', '公章');
    const { code, ledger } = await talk(
      ['add', 'e-seal', '--title', '新印章', '--expires', 'never'],
      [['? Write ledger.yaml?', enter, ['ledger.yaml', saved]]],
    );
    expect(code).toBe(0);
    expect(ledger.startsWith(saved)).toBe(true);
    expect(ledger.slice(saved.length)).toMatch(
      /^ {2}- \{ id: e-seal-\d{4}, kind: e-seal, title: 新印章, expires: never \}\n$/u,
    );
  });

  test('`ledger init` asks for a company and begins a ledger', async () => {
    const cwd = await temporaryFolder({});
    const { code } = await runOnTerminal(['init'], {
      cwd,
      language: 'zh_CN',
      steps: [
        ['? 公司名称', `示例公司${enter}`],
        ['? 统一社会信用代码', enter],
        ['? 注册资本', `10000000${enter}`],
        ['? 成立日期', enter],
        ['? 登记许可证、码号或合同', 'isp'],
        ['❯ isp', enter],
        ['? 证号', `B1-1${enter}`],
        ['? 业务覆盖范围', enter],
        ['? 发证日  YYYY-MM-DD；', `2022-03-15${enter}`],
        ['? 到期日', `2027-03-14${enter}`],
        ['? 负责人或部门', enter],
        ['? 这张许可证上还有别的业务吗', enter],
        ['? 再登记一项', enter],
        ['? 注册资本缴足的日期', enter],
        ['? 章程规定的出资期限', enter],
        ['? 处理多少人的个人信息', enter],
        ['? 网络与信息安全管理机构的名称', enter],
        ['? 每个工作日自动检查', enter],
        ['? 写入', enter],
      ],
    });
    expect(code).toBe(0);
    const ledger = await readFile(path.join(cwd, 'ledger.yaml'), 'utf8');
    expect(ledger).toContain('  name: 示例公司\n  registeredCapital: 10000000\n');
    expect(ledger).toContain(
      '    number: B1-1\n    scope: national\n    issued: 2022-03-15\n    expires: 2027-03-14\n',
    );
  });
});

test('without a terminal nothing is asked: exit 2 names what is missing', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER });
  const run = await runProgram(['add', 'leased-line'], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('missing: --title, --expires');
});
