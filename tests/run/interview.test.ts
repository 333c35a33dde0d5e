import { describe, expect, test } from 'vitest';

import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import type { MemoryMachine, MemoryRun } from '../support/memory-io.ts';
import { LEDGER, PAPERS, runWriter } from '../support/recording-ledger.ts';
import { type Answer, CTRL_C } from '../support/scripted-dialogue.ts';

const PATH = '/company/ledger.yaml';

async function run(
  argv: readonly string[],
  answers: readonly Answer[],
  machine: MemoryMachine = {},
): Promise<MemoryRun> {
  return runWriter([...argv, '--lang', 'zh'], { ...machine, answers });
}

test('whether addresses are given on is asked, of addresses alone', async () => {
  const answers = ['地址', '', '2026-12-01', '+1y', '', '', '也许', '是', true];
  const added = await run(['add', 'ip-addresses'], answers);
  expect(added.code).toBe(0);
  expect(added.transcript.join('\n')).toContain('“也许”不是“是”或“否”');
  expect(added.written.get(PATH)).toContain('allocates: true');
  const other = await run(['add', '专线'], ['新专线', '', '2026-12-01', '+1y', '', '', true]);
  expect(other.code).toBe(0);
  expect(other.written.get(PATH)).not.toContain('allocates');
});

test('the other party of a contract of another kind is listed, and not taken by Enter alone', async () => {
  const answers = ['公章备案', '', '2026-12-01', '+1y', '', '', true];
  const added = await run(['add', 'certificate'], answers);
  expect(added.code).toBe(0);
  expect(added.written.get(PATH)).not.toMatch(/公章备案.*provider/u);
  const chosen = await run(['add', 'certificate'], answers.with(1, '中国电信股份有限公司北京分公司'));
  expect(chosen.written.get(PATH)).toMatch(/公章备案.*provider: 中国电信/u);
});

describe('an interview that is broken off', () => {
  test('keeps its answers, goes on with them, and leaves no draft behind', async () => {
    const drafts = new Map<string, string>();
    const broken = await run(['add', '专线'], ['新专线', '', '2026-12-01', CTRL_C, true], { drafts });
    expect(broken.code).toBe(130);
    expect(broken.written.size).toBe(0);
    expect(broken.stderr).toContain('`ledger add --resume`');
    expect(drafts.size).toBe(1);

    const again = await run(['add', '--resume'], ['+1y', '', '', true], { drafts });
    expect(again.code).toBe(0);
    expect(again.transcript[0]).toBe('到期日（最后有效日） +1y → 2027-11-30');
    expect(again.stderr).toContain('✔ 合同或证明的名称  新专线');
    expect(again.written.get(PATH)).toContain(
      'title: 新专线, provider: 中国电信股份有限公司北京分公司, starts: 2026-12-01',
    );
    expect(drafts.size).toBe(0);
  });

  test.each<readonly [string, Answer, number]>([
    ['is dropped where the person says so', false, 0],
    ['is kept for whoever is gone', CTRL_C, 1],
  ])('%s', async (_, answer, kept) => {
    const drafts = new Map<string, string>();
    const broken = await run(['add', '专线'], ['新专线', CTRL_C, answer], { drafts });
    expect(broken.code).toBe(130);
    expect(drafts.size).toBe(kept);
  });

  test('keeps nothing where nothing was answered', async () => {
    const drafts = new Map<string, string>();
    expect((await run(['add', '专线'], [CTRL_C], { drafts })).code).toBe(130);
    expect(drafts.size).toBe(0);
  });

  test('is mentioned where another one begins', async () => {
    const drafts = new Map<string, string>();
    await run(['add', '专线'], ['新专线', CTRL_C, true], { drafts });
    const other = await run(['add', '域名'], [CTRL_C], { drafts });
    expect(other.stderr).toContain('上次没有填完的内容仍存为草稿');
  });

  test.each([
    ['no draft', {}, [], '没有草稿'],
    ['no terminal', {}, undefined, '没有终端'],
  ])('--resume with %s is refused', async (_, machine, answers, complaint) => {
    const refused = await runWriter(['add', '--resume', '--lang', 'zh'], {
      ...machine,
      ...(answers === undefined ? {} : { answers }),
    });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(complaint);
  });

  test('asks again for what the ledger does not take any more', async () => {
    const drafts = new Map<string, string>();
    await run(['add', 'idc'], ['京B1-20240001', '', '2026-01-01', CTRL_C, true], { drafts });
    const taken = LEDGER.replace('B1-20220315', '京B1-20240001');
    const again = await run(['add', '--resume'], ['京B1-20240002', '', '', '', '', '', true], {
      drafts,
      files: { 'ledger.yaml': taken },
    });
    expect(again.transcript[0]).toBe('证号 京B1-20240002');
    expect(again.code).toBe(0);
  });
});

describe('a step back', () => {
  test('leads from the last question into the one before, and what was answered stands', async () => {
    const answers = ['新专线', '', '2026-12-01', '+1y', '', '', '<', '<', '', '安全部', true];
    const { code, written, transcript } = await run(['add', '专线'], answers);
    expect(code).toBe(0);
    expect(transcript.slice(6)).toEqual([
      '写入 ledger.yaml？ undefined',
      '负责人或部门 undefined',
      '用于哪些许可证 isp',
      '负责人或部门 安全部',
      '写入 ledger.yaml？ true',
    ]);
    expect(written.get(PATH)).toContain('expires: 2027-11-30, serves: [isp], owner: 安全部');
  });
});

describe('whoever steps back to the first question and presses Enter from there writes the same', () => {
  const COMPANY = ['示例', '91110108MA01ABCD5T', '12000000', '2018-05-20'];
  const PAPER = ['isp', 'B1-1', '全国', '2022-03-15', '', '网络部', 'idc', '北京、上海', ''];
  const NUMBER = ['number-95', '95123', '全国', '2024-01-01', '+5y', '', 'telecom-operator', '', ''];
  const FACTS = ['', '2032-06-30', '80000', '网络安全部', '2', 'none'];

  test.each<readonly [readonly string[], readonly Answer[]]>([
    [['add'], ['专线', '新专线', '', '2026-12-01', '+1y', ['isp'], '网络部']],
    [
      ['add', 'idc'],
      ['粤B1.B2-20240001', '', '2026-01-01', '', '合规部', 'isp', '北京', '北京', 'cdn', '', ''],
    ],
    [
      ['add', '700号码'],
      ['700', '全国', '2026-01-01', '2027-12-31', 'business-user', '70012345678', '700123456780001', '', ''],
    ],
    [
      ['init', 'new'],
      [
        ...COMPANY,
        ...PAPER,
        ...NUMBER,
        'leased-line',
        '专线',
        '电信',
        '2026-01-01',
        '+1y',
        ['telecom'],
        '',
        '',
        ...FACTS,
      ],
    ],
    [['renew'], ['line-bj-2025', '2028-08-15']],
    [['renew'], ['isp', '2032-03-14', '2026-11-05']],
    [
      ['record', 'annual-report'],
      ['isp', '2023', '2026-08-15'],
    ],
    [
      ['record', 'branch'],
      ['河北', 'opened', '2026-08-15', ''],
    ],
    [['waive'], ['isp/leased-line isp', '2026-12-15', '换线', '张三']],
    [
      ['evidence', 'add'],
      ['isp', 'scan.pdf'],
    ],
  ])('%j %j', async (argv, answers) => {
    const files = { 'ledger.yaml': LEDGER, 'scan.pdf': 'x' };
    const plain = await run(argv, [...answers, true], { files });
    expect(plain.code).toBe(0);
    const questions = plain.transcript.filter((line) => !line.includes(' ✖ ')).length;
    const back = Array<string>(questions).fill('<');
    // A doubt is told again: Enter keeps the answer once more.
    const onward = plain.transcript.map(() => '');
    const again = await run(argv, [...answers, ...back, ...onward.slice(1), true], { files });
    expect(again.transcript.filter((line) => line.endsWith(' undefined'))).toHaveLength(questions);
    expect(again.code).toBe(0);
    expect([...again.written]).toEqual([...plain.written]);
  });
});

describe('what was answered before a step back into something else is offered there no more', () => {
  const KINDS = [...catalogue.kinds.keys(), ...Object.keys(RESOURCE_KINDS)];

  test.each(['isp', 'number-95', 'leased-line'])('of another kind than %s', async (first) => {
    const offered: string[] = [];
    for (const other of KINDS.filter((kind) => kind !== first)) {
      const answers: readonly Answer[] = [first, '粤B1-20240815', '<', '<', other, '', CTRL_C, false];
      const { transcript } = await run(['add'], answers);
      const behind = transcript.slice(transcript.findLastIndex((line) => line.endsWith(' undefined')) + 1);
      if (behind.length < 2 || behind.join('\n').includes('粤B1-20240815')) offered.push(other);
    }
    expect(offered).toEqual([]);
  });

  const PAPER = ['粤B1-20240815', '', '2026-01-05', '', ''];
  const COMPANY = ['示例', '', '', ''];

  test.each<readonly [string, readonly string[], readonly Answer[], string]>([
    ['entry in init', ['init', 'new'], [...COMPANY, 'idc', ...PAPER.slice(0, 1), '<', '<', 'cdn', ''], '粤B1-20240815'],
    [
      'entry in init, from the one behind it',
      ['init', 'new'],
      [...COMPANY, 'idc', ...PAPER, '', 'domain', ...Array<string>(8).fill('<'), 'number-95', ''],
      '粤B1-20240815',
    ],
    ['service', ['add', 'idc'], [...PAPER.slice(0, 4), '', 'isp', '北京', '', '<', '<', 'cdn', ''], '北京'],
    ['contract', ['renew'], ['line-bj-2025', '2028-08-15', '<', '<', 'isp', ''], '2028-08-15'],
    ['licence', ['renew'], ['isp', '2032-03-14', '2026-11-05', '<', '<', '<', 'n95', '2034-01-01', ''], '2026-11-05'],
    ['entry', ['evidence', 'add'], ['isp', 'scan.pdf', '<', '<', 'n95', ''], 'scan.pdf'],
    ['licence', ['record', 'renewal'], ['isp', '2026-08-15', '<', '<', 'n95', ''], '2026-08-15'],
    ['licence', ['record', 'annual-report'], ['isp', '2023', '<', '<', 'n95', ''], '2023'],
    ['year', ['record', 'annual-report', 'isp'], ['2023', '2026-08-15', '<', '<', '2022', ''], '2026-08-15'],
    ['change', ['record', 'change'], ['name', '2026-08-15', '<', '<', 'entity', ''], '2026-08-15'],
    [
      'licence of a change',
      ['record', 'change'],
      ['cessation', 'isp', '2026-08-15', '<', '<', 'n95', ''],
      '2026-08-15',
    ],
    ['province', ['record', 'branch'], ['河北', 'opened', '2026-08-15', '<', '<', '<', '山东', 'opened', ''], '08-15'],
    ['licence', ['record', 'contact-change'], ['n95', '2026-08-15', '<', '<', 'n96', ''], '2026-08-15'],
    ['finding', ['waive'], ['isp/leased-line isp', '2026-12-15', '<', '<', 'licence/renewal isp', ''], '2026-12-15'],
  ])('of another %s: %j %j', async (_, argv, answers, discarded) => {
    const licences = '  - { id: n96, kind: number-96, number: "96123", expires: 2029-12-31 }\n';
    const files = { 'ledger.yaml': LEDGER.replace('resources:\n', `${licences}$&`), 'scan.pdf': 'x' };
    const { transcript } = await run(argv, [...answers, CTRL_C, false], { files });
    const behind = transcript.slice(transcript.findLastIndex((line) => line.endsWith(' undefined')) + 1);
    expect(behind.length).toBeGreaterThan(1);
    expect(transcript.join('\n')).toContain(discarded);
    expect(behind.join('\n')).not.toContain(discarded);
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['licence', ['idc', '粤B1-1', '', '2024-01-05', ''], ['粤B1-2', '', '2026-08-15', '']],
    ['contract', ['leased-line', 'A', '', '2024-01-05', '2026-12-31'], ['B', '', '2026-08-15', '2027-01-31']],
  ])('of another %s of the same kind, where the one before has its place by now', async (_, first, second) => {
    const [kind = ''] = first;
    const rest = kind === 'idc' ? ['', ''] : [''];
    // The second one up to its last question, then all the way back: it is recorded in the place of the first.
    const back = Array<string>(first.length + rest.length + 1 + second.length - 1).fill('<');
    const answers = [...COMPANY, ...first, ...rest, kind, ...second, ...back, ...second, ...rest, ''];
    const { transcript } = await run(['init', 'new'], [...answers, 'C', '', '', CTRL_C, false]);
    const behind = transcript.slice(transcript.findLastIndex((line) => line.endsWith(' undefined')) + 1);
    expect(behind.join('\n').match(/2026-08-15/gu)).toHaveLength(1);
    expect(behind.at(-4)).toMatch(/ C$/u);
  });

  test('and where the first thing is chosen again it is offered again', async () => {
    const answers: readonly Answer[] = ['isp', '粤B1-20240815', '<', '<', 'idc', '<', 'isp', '', CTRL_C, false];
    expect((await run(['add'], answers)).transcript.at(-2)).toBe('证号 粤B1-20240815');
  });

  test.each<readonly [string, readonly string[], readonly Answer[], string]>([
    [
      'the coverage goes with the number',
      ['add', 'idc'],
      ['粤B1-20240001', '', '<', '<', '京B1-20240001', ''],
      '业务覆盖范围（全国，或省份） 北京',
    ],
    [
      'the end goes with the day of issue',
      ['add', 'idc'],
      ['粤B1-20240001', '', '2026-01-05', '', '<', '<', '2025-01-05', ''],
      '到期日（最后有效日） 2030-01-04',
    ],
    [
      'what was left empty stays empty',
      ['add', 'leased-line'],
      ['新专线', '', '2026-12-01', '+1y', '', '-', '<', ''],
      '负责人或部门 ',
    ],
  ])('a usual answer is worked out anew: %s', async (_, argv, answers, line) => {
    expect((await run(argv, [...answers, CTRL_C, false])).transcript.at(-2)).toBe(line);
  });
});

describe('a paper with several services', () => {
  test('is recorded in one interview; its coverage comes from the number', async () => {
    const answers = ['粤B1.B2-20240001', '', '2026-01-01', '', '', 'isp', '', 'cdn', '', '', true];
    const { code, written } = await run(['add', 'IDC许可证'], answers, {
      files: { 'ledger.yaml': 'version: 1\ncompany: { name: 甲 }\n' },
    });
    expect(code).toBe(0);
    expect(written.get(PATH)).toContain('number: 粤B1.B2-20240001');
    expect(written.get(PATH)?.match(/scope: \[广东\]/gu)).toHaveLength(3);
  });

  test('a coverage that its number contradicts is pointed out', async () => {
    const { transcript } = await run(['add', 'idc'], ['粤B1-20240001', '全国', '', CTRL_C, false]);
    expect(transcript[1]).toMatch(/^业务覆盖范围（全国，或省份） ✖ 证号粤B1-20240001是广东的省级许可证/u);
    expect(transcript[2]).toBe('业务覆盖范围（全国，或省份） 全国');
  });

  test('asks for what the rules of a number need', async () => {
    const { transcript } = await run(
      ['add', '700号码'],
      ['700', '全国', '2026-01-01', '2027-12-31', 'application-platform', '7001234567', '', CTRL_C, false],
    );
    expect(transcript.map((line) => line.split(' ')[0])).toContain(
      '本公司的角色：应用平台提供方、基础平台提供方或业务使用方',
    );
    expect(transcript.join('\n')).toContain('号段7001234567应为700开头的11位数字');
  });
});

describe('an id that is missing is asked for, what ends soonest first', () => {
  test.each<readonly [readonly string[], readonly Answer[], RegExp]>([
    [['renew'], ['', '', true], /follows: line-bj-2025/u],
    [['renew'], ['B1-20220315', '2032-03-14', '', true], /expires: 2032-03-14/u],
    [['record', 'ended'], ['', '2026-10-15', true], /ended: 2026-10-15/u],
    [['record', 'annual-report'], ['isp', '', '2026-02-20', true], /2025: 2026-02-20/u],
    [['record', 'fee'], ['', '2026-Q3', '', true], /2026-Q3: 2026-11-21/u],
    [['record', 'change'], ['address', '2026-09-02', true], /reported: 2026-09-02/u],
    [
      ['record', 'change', '--registered', '2026-08-20'],
      ['address', '2026-09-02', true],
      /08-20, reported: 2026-09-02/u,
    ],
    [['record', 'change', '--registered', '2026-09-01'], ['name', '', true], /what: name, registered: 2026-09-01 \}/u],
    [
      ['record', 'change'],
      ['cessation', 'isp', '2026-10-01', '2027-01-31', '', true],
      /what: cessation, of: isp, decided: 2026-10-01, effective: 2027-01-31 \}/u,
    ],
    [
      ['record', 'change'],
      ['网址', '*', '2026-12-15', '2026-11-15', true],
      /what: site-address, effective: 2026-12-15, reported: 2026-11-15 \}/u,
    ],
    [
      ['record', 'branch'],
      ['河北省', '设立', '2026-09-01', '2026-09-20', true],
      /- \{ province: 河北, what: opened, decided: 2026-09-01, reported: 2026-09-20 \}/u,
    ],
    [['record', 'branch', '河北'], ['closed', '2026-09-01', '', true], /what: closed, decided: 2026-09-01 \}/u],
    [['record', 'shown'], ['isp', '2026-06-01', true], /shown: 2026-06-01/u],
    [['record', 'disused'], ['', '', true], /n95.*disused: 2026-11-21/u],
    [['record', 'end-reported'], ['', '', true], /n95.*endReported: 2026-11-21/u],
    [['record', 'province-filing'], ['', '河北省', '', true], /filings: \{ 河北: 2026-11-21 \}/u],
    [['record', 'contact-change'], ['', '2026-09-18', '', true], /changed: 2026-09-18/u],
    [['record', 'evaluation'], ['portal', '', true], /2026-11-21/u],
    [['record', 'reviewed'], ['core', '2026-10-01', true], /reviewed: 2026-10-01/u],
    [['record', 'regraded'], ['core', '2026-10-01', true], /regraded: 2026-10-01/u],
    [['record', 'result-sent'], ['core', '', '', true], /resultsSent: \{ 2026-06-12: 2026-11-21 \}/u],
    [['record', 'filed'], ['core', '2026-10-20', true], /filed: 2026-10-20/u],
    [['record', 'verified'], ['seal', '', true], /verified: 2026-11-21/u],
    [['waive'], ['', '+30d', '验收中', '张三', true], /until: 2026-12-21, reason: 验收中/u],
    [['evidence', 'add'], ['', 'gone.pdf', 'scan.pdf', true], /path: scan\.pdf/u],
  ])('%j', async (argv, answers, text) => {
    const core = '    - { id: core, kind: network-unit, level: 2, assessments: [2026-06-12] }\n';
    const ledger = LEDGER.replace('  systems:\n', `$&${core}`);
    const files = { 'ledger.yaml': ledger, 'scan.pdf': 'x' };
    const { code, written, stderr } = await run(argv, answers, { files });
    expect(stderr).not.toMatch(/错误/u);
    expect(code).toBe(0);
    expect(written.get(PATH)).toMatch(text);
  });

  test('of several changes, the one of the day that is answered is told of', async () => {
    const twice = LEDGER.replace('  changes:\n', '$&    - { what: address, registered: 2026-09-01 }\n');
    const files = { 'ledger.yaml': twice };
    const { written } = await run(['record', 'change'], ['address', '', '2026-09-01', '2026-09-20', true], { files });
    expect(written.get(PATH)).toBe(twice.replace('2026-09-01 }', '2026-09-01, reported: 2026-09-20 }'));
  });

  test('of a branch that waits for its report, the day of that alone', async () => {
    const waiting = LEDGER.replace(
      '  changes:\n',
      '  branches:\n    - { province: 河北, what: opened, decided: 2026-11-01 }\n$&',
    );
    const files = { 'ledger.yaml': waiting };
    const { written } = await run(['record', 'branch'], ['河北', 'opened', '2026-11-20', true], { files });
    expect(written.get(PATH)).toBe(waiting.replace('2026-11-01 }', '2026-11-01, reported: 2026-11-20 }'));
  });

  test('of a paper, and of one of its services', async () => {
    const files = { 'ledger.yaml': PAPERS };
    const { written } = await run(['record', 'opened'], ['telecom/idc', '2022-09-01', true], { files });
    expect(written.get(PATH)).toContain('{ kind: idc, scope: [北京, 上海], opened: 2022-09-01 }');
  });

  test('what cannot be recorded is refused at its question', async () => {
    const { transcript } = await run(['record', 'annual-report'], ['isp', '2026', CTRL_C, false]);
    expect(transcript[1]).toContain('✖ 2026-11-21时2026年还没有过完');
  });
});
