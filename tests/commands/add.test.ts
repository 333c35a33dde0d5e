import { describe, expect, test } from 'vitest';

import type { MemoryMachine, MemoryRun } from '../support/memory-io.ts';
import { LEDGER, PAPERS, runWriter } from '../support/recording-ledger.ts';
import { type Answer, CTRL_C } from '../support/scripted-dialogue.ts';

const PATH = '/company/ledger.yaml';

async function add(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runWriter(['add', ...argv], machine);
}

/** What stands behind the ledger as it was. */
function added({ written }: MemoryRun): string | undefined {
  const text = written.get(PATH);
  return text?.startsWith(LEDGER) === true ? text.slice(LEDGER.length) : text;
}

const LINE = ['leased-line', '--title', '新专线', '--starts', '2026-11-01', '--expires', '+1y', '--serves', 'isp'];

describe('ledger add', () => {
  test('writes a contract, says where it stands and which findings went', async () => {
    const run = await add(LINE);
    expect(run.code).toBe(0);
    expect(added(run)).toBe(
      '  - { id: leased-line-2026, kind: leased-line, title: 新专线, starts: 2026-11-01, expires: 2027-10-31, serves: [isp] }\n',
    );
    expect(run.stdout).toContain('ledger.yaml:31  leased-line-2026 is recorded');
    expect(run.stdout).toContain('settled  isp/leased-line  isp');
    expect(run.stderr).toBe('');
  });

  test('speaks Chinese', async () => {
    const run = await add([...LINE, '--lang', 'zh']);
    expect(run.stdout).toContain('ledger.yaml:31  leased-line-2026 已登记\n  ✔ 已消除  isp/leased-line  isp');
  });

  test('tells what comes new', async () => {
    const run = await add(['domain', '--title', 'example.com', '--expires', '2026-12-01']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('▲ new      resource/expiry  domain-2026');
  });

  test('tells nothing as settled that it also tells as new', async () => {
    const run = await add(['idc', '--number', 'B1-2', '--scope', '全国', '--issued', '2026-01-05', '--expires', '+5y']);
    expect(run.stdout).toContain('new      company/publicity');
    expect(run.stdout).not.toContain('settled');
  });

  test('writes a licence with all that is given, in the usual order', async () => {
    const run = await add([
      'idc',
      '--notes',
      '新证',
      '--owner',
      '合规部',
      '--scope',
      '北京,河北',
      '--expires',
      '+5y',
      '--warn-within',
      '90',
      '--issued',
      '2026-11-01',
      '--number',
      '京B1-1',
      '--opened',
      '2026-11-10',
    ]);
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)).toContain(
      'id: idc-2026, kind: idc, number: 京B1-1, scope: [北京, 河北], issued: 2026-11-01, expires: 2031-10-31, opened: 2026-11-10, warnWithin: 90, owner: 合规部, notes: 新证',
    );
  });

  test.each([
    [['numbers=95123,95124'], 'numbers: ["95123", "95124"]'],
    [['feesPaid={ 2026-Q3: 2026-10-09 }'], 'feesPaid: { 2026-Q3: 2026-10-09 }'],
  ])('takes fields of a kind through --set %j', async (sets, text) => {
    const run = await add([
      'number-95',
      '--number',
      'x',
      '--scope',
      'national',
      '--issued',
      '2025-01-01',
      '--expires',
      '2029-12-31',
      ...sets.flatMap((set) => ['--set', set]),
    ]);
    expect(run.stderr).toBe('');
    expect(run.written.get(PATH)).toContain(text);
  });

  test('counts a term from today where nothing says when it began', async () => {
    const run = await add(['domain', '--title', 'example.com', '--expires', '+1y']);
    expect(added(run)).toContain('expires: 2027-11-21');
  });

  test('takes `never` and a day in full', async () => {
    expect(added(await add(['domain', '--title', 'a', '--expires', 'never']))).toContain('expires: never');
    expect(added(await add(['domain', '--title', 'a', '--expires', '2028-02-29']))).toContain('expires: 2028-02-29');
  });

  test('does not take an id that is there', async () => {
    const first = await add(['domain', '--title', 'a', '--expires', '2027-01-01']);
    const files = { 'ledger.yaml': first.written.get(PATH) ?? '' };
    const second = await add(['domain', '--title', 'b', '--expires', '2027-01-01'], { files });
    expect(second.stdout).toContain('domain-2026-2 is recorded');
  });

  test('begins in a ledger that has no entry yet', async () => {
    const files = { 'ledger.yaml': 'version: 1\ncompany: { name: 示例公司 }\n' };
    const run = await add(['domain', '--title', 'a', '--expires', 'never'], { files });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('settled  ledger/empty');
    expect(run.written.get(PATH)).toContain('resources:\n  - id: domain-2026\n');
  });

  test('keeps BOM, CRLF and the missing last line break', async () => {
    const before = `\uFEFF${LEDGER.trimEnd().replaceAll('\n', '\r\n')}`;
    const run = await add(['domain', '--title', 'a', '--expires', 'never'], { files: { 'ledger.yaml': before } });
    const after = run.written.get(PATH) ?? '';
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^\r\n {2}- .*\S$/u);
  });
});

describe('a service of a licence', () => {
  const machine = { files: { 'ledger.yaml': PAPERS } };

  test('is put behind the others', async () => {
    const run = await add(['icp', '--licence', 'telecom', '--scope', '北京市', '--opened', '2026-11-01'], machine);
    expect(run.stderr).toBe('');
    const cdn = '      - { kind: cdn, scope: national, opened: 2022-09-01 }\n';
    expect(run.written.get(PATH)).toBe(
      PAPERS.replace(cdn, `${cdn}      - { kind: icp, scope: [北京], opened: 2026-11-01 }\n`),
    );
    expect(run.stdout).toContain('ledger.yaml:13  telecom/icp is recorded');
  });

  test('turns a licence in the short form into one that lists its services, and leaves the rest as it is', async () => {
    const run = await add(['IDC许可证', '--licence', 'B1-20220315', '--scope', '北京、河北']);
    expect(run.stderr).toBe('');
    expect(run.written.get(PATH)).toBe(
      LEDGER.replace('    kind: isp\n', '')
        .replace('    scope: national\n', '')
        .replace('    opened: 2022-06-01\n', '')
        .replace(
          '    annualReports: { 2024: 2025-02-20 }\n',
          `    annualReports: { 2024: 2025-02-20 }
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: idc, scope: [北京, 河北] }
`,
        ),
    );
    expect(run.stdout).toContain('isp/idc is recorded');
  });

  test('what is wrong with the first service is neither settled nor new by that', async () => {
    const { stdout } = await add(['idc', '--licence', 'isp', '--scope', '北京']);
    expect(stdout).toMatch(/new +idc\//u);
    expect(stdout).not.toMatch(/isp\/leased-line|settled/u);
  });

  test('does so in a licence on one line, too', async () => {
    const before = LEDGER.replace(
      'licences:\n',
      'licences:\n  - { id: sp, kind: sp, number: B2-1, scope: national, issued: 2026-01-01, expires: 2030-12-31, x-team: 甲 } # 信息\n',
    );
    const run = await add(['icp', '--licence', 'sp', '--scope', '全网'], { files: { 'ledger.yaml': before } });
    expect(run.stderr).toBe('');
    expect(run.written.get(PATH)).toContain(
      '  - { id: sp, number: B2-1, issued: 2026-01-01, expires: 2030-12-31, x-team: 甲, services: [{ kind: sp, scope: national }, { kind: icp, scope: national }] } # 信息\n',
    );
  });

  test.each([
    [['idc', '--licence', 'telecom', '--scope', '北京'], 'the licence telecom already has this service'],
    [['icp', '--licence', 'telecom'], 'missing: --scope'],
    [['icp', '--licence', 'telecom', '--scope', '火星'], '火星'],
    [['icp', '--licence', 'telcom', '--scope', '北京'], 'Did you mean `telecom`?'],
    [['icp', '--licence', 'n95', '--scope', '北京'], 'n95 is a number grant'],
    [['number-95', '--licence', 'telecom', '--scope', '北京'], 'leave out `--licence`'],
    [['domain', '--licence', 'telecom', '--scope', '北京'], 'name the licence with `--serves`'],
    [
      ['icp', '--licence', 'telecom', '--scope', '北京', '--expires', '+5y'],
      '--expires: not a field of a service: it belongs to the licence telecom',
    ],
  ])('%j is refused', async (argv, complaint) => {
    const run = await add(argv, machine);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });

  test('is asked for its coverage at a terminal', async () => {
    const run = await add(['icp', '--licence', 'telecom', '--lang', 'zh'], {
      ...machine,
      answers: ['火星', '北京市，河北', '', '', true],
    });
    expect(run.transcript).toEqual([
      'ICP：业务覆盖范围（全国，或省份） ✖ “火星”不是省份。写全国，或省份，如北京、河北。',
      'ICP：业务覆盖范围（全国，或省份） ✖ “北京市，河北”不是省份的简称。回车改为 北京、河北。',
      'ICP：业务覆盖范围（全国，或省份） 北京、河北',
      'ICP：提供服务的App，没有的写[] ',
      '写入 ledger.yaml？ true',
    ]);
    expect(run.written.get(PATH)).toContain('- { kind: icp, scope: [北京, 河北] }');
  });
});

describe('what is recorded already', () => {
  const TERMS = ['--scope', '北京', '--issued', '2026-01-01', '--expires', '+5y'];

  test('a number that a licence has is answered with the command that is probably meant', async () => {
    const run = await add(['edi', '--number', 'A2.B1.B2-2022 2637', ...TERMS], { files: { 'ledger.yaml': PAPERS } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--number A2.B1.B2-2022 2637: the licence telecom already has this number');
    expect(run.stderr).toContain('`ledger add edi --licence telecom --scope SCOPE`');
    const again = await add(['isp', '--number', 'B1-20220315', ...TERMS]);
    expect(again.stderr).toContain('Run `ledger show isp`');
    const number = await add(['number-96', '--number', '95123', ...TERMS]);
    expect(number.stderr).toContain('Run `ledger show n95`');
  });

  test('is said at the question for the number', async () => {
    const run = await add(['idc'], { answers: ['B1-20220315', '京B1-2', '北京', '2026-01-01', '+5y', '', '', false] });
    expect(run.transcript[0]).toContain(
      'Number of the licence ✖ the licence isp already has this number. Record another service of that licence',
    );
  });

  test('a contract of one kind, title and last day', async () => {
    const argv = ['leased-line', '--title', '北京亦庄专线接入协议', '--expires', '2026-10-31', '--serves', 'isp'];
    const run = await add(argv);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('`ledger renew line-bj-2025`');
    expect((await add([...argv, '--provider', '另一家'])).code).toBe(0);
  });
});

// Case 22: whatever `import` understands, `add` understands.
describe('words', () => {
  const ledger = `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 100000000 }
policy: { since: 2027-01-01 }
licences:
  - { id: isp, kind: isp, number: B1-20227777, scope: national, issued: 2025-03-15, expires: 2030-03-14, opened: 2025-04-01 }
resources:
  - { id: ip, kind: ip-addresses, title: ip, expires: never, serves: [isp] }
`;
  const ICP = ['icp', '--number', '京B2-20227778', '--issued', '2026-01-01', '--expires', '+5y', '--scope'];

  test.each([
    [
      ['专线', '--title', 'x', '--expires', 'never', '--serves', 'B1-20227777'],
      '- { id: leased-line-2026, kind: leased-line, title: x, expires: never, serves: [isp] }',
    ],
    [
      ['专线', '--title', 'x', '--expires', 'never', '--serves', 'B1-20227777/isp'],
      'kind: leased-line, title: x, expires: never, serves: [isp/isp] }',
    ],
    [[...ICP, '北京市'], 'kind: icp, number: 京B2-20227778, scope: [北京], issued: 2026-01-01, expires: 2030-12-31 }'],
    [[...ICP, '全网'], 'scope: national'],
    [[...ICP, '全国（不含港澳台）'], 'scope: national'],
    [['互联网数据中心业务', ...ICP.slice(1), '全国'], '- { id: idc-2026, kind: idc,'],
  ])('%j', async (argv, text) => {
    const run = await add([...argv, '--lang', 'zh'], { files: { 'ledger.yaml': ledger } });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)).toContain(text);
  });

  test('a contract that a licence needs and that serves none is told with a word', async () => {
    const run = await add(['专线', '--title', 'x', '--expires', 'never'], { files: { 'ledger.yaml': ledger } });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('note: --serves: it names no licence in `serves`');
    expect(run.stderr).toContain('Add `--serves isp`.');
  });
});

describe('the end of a term', () => {
  test.each([
    [['--starts', '2027-01-31', '--expires', '+1m'], 'expires: 2027-02-28'],
    [['--starts', '2028-02-29', '--expires', '+1y'], 'expires: 2029-02-28'],
    [['--follows', 'line-bj-2025', '--expires', '+1y'], 'expires: 2027-10-31'],
  ])('%j', async (argv, text) => {
    const run = await add(['leased-line', '--title', 'x', '--serves', 'isp', ...argv]);
    expect(run.written.get(PATH)).toContain(text);
  });
});

describe('a term', () => {
  const ISP = ['idc', '--number', 'B1-3', '--scope', '北京', '--expires', '+5y'];
  const DOMAIN = ['domain', '--title', 'x', '--expires', '+1y'];

  test.each([
    [[...ISP, '--issued', '+1y'], '--issued'],
    [[...ISP, '--issued', '2026-01-05', '--opened', '+1d'], '--opened'],
    [[...DOMAIN, '--verified', '+1m'], '--verified'],
    [[...DOMAIN, '--filed', '+1m'], '--filed'],
  ])('is no day on which something was done: %j', async (argv, option) => {
    const run = await add(argv);
    expect({ code: run.code, written: run.written.size }).toEqual({ code: 2, written: 0 });
    expect(run.stderr).toMatch(new RegExp(`${option}: "\\+1." is not a date`, 'u'));
  });

  test.each([
    [[...DOMAIN, '--starts', '+30d'], 'starts: 2026-12-21'],
    [[...DOMAIN, '--ended', '+1m'], 'ended: 2026-12-21'],
  ])('is one that may lie ahead: %j', async (argv, text) => {
    expect((await add(argv)).written.get(PATH)).toContain(text);
  });
});

describe('--json', () => {
  const ENTRY = JSON.stringify({
    title: '新专线',
    expires: '2027-10-31',
    serves: ['isp'],
    autoRenew: { months: 12, noticeDays: 30 },
  });

  test.each([
    ['from stdin, without its kind', ['leased-line', '--json', '-'], { stdin: ENTRY }],
    ['from stdin, with its kind', ['--json', '-'], { stdin: ENTRY.replace('{', '{"kind":"leased-line",') }],
    ['from a file', ['leased-line', '--json', 'entry.json'], { files: { 'ledger.yaml': LEDGER, 'entry.json': ENTRY } }],
    ['with an option beside', ['leased-line', '--json', '-', '--id', 'leased-line-2026'], { stdin: ENTRY }],
  ])('%s', async (_, argv, machine) => {
    const run = await add(argv, machine);
    expect(run.stderr).toBe('');
    expect(added(run)).toBe(
      '  - { id: leased-line-2026, kind: leased-line, title: 新专线, expires: 2027-10-31, serves: [isp], autoRenew: { months: 12, noticeDays: 30 } }\n',
    );
  });

  test.each([
    ['no JSON', '{', '--json -: not valid JSON'],
    ['a list', '[]', 'must be one JSON object'],
    ['an unknown key', ENTRY.replace('title', 'titel'), 'missing: --title'],
    ['an unknown key beside', ENTRY.replace('{', '{"colour":"red",'), 'unknown field colour'],
    ['__proto__', ENTRY.replace('{', '{"__proto__":"x",'), 'unknown field __proto__'],
    ['another kind', ENTRY.replace('{', '{"kind":"domain",'), 'its kind differs from the one on the command line'],
    ['a wrong type', ENTRY.replace('["isp"]', '"isp"'), 'serves must be a list'],
    [
      'a number for a day',
      ENTRY.replace('"2027-10-31"', '20271031'),
      'the number 20271031 is not a date in the form YYYY-MM-DD',
    ],
  ])('%s', async (_, stdin, complaint) => {
    const run = await add(['leased-line', '--json', '-'], { stdin });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });

  test('and an option do not give the same field', async () => {
    const run = await add(['leased-line', '--json', '-', '--title', 'x'], { stdin: ENTRY });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('title: given twice');
  });
});

describe('without a terminal', () => {
  test.each([
    [[], 'missing: KIND'],
    [['leased-line'], 'missing: --title, --expires'],
    [['leased-line', '--expires', 'never'], 'missing: --title'],
    [['isp'], 'missing: --number, --scope, --issued, --expires'],
    [['isp', '--number', 'x', '--issued', '2026-01-01'], 'missing: --scope, --expires'],
  ])('%j', async (argv, complaint) => {
    const run = await add(argv);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });
});

describe('what would make the ledger invalid', () => {
  test.each([
    [['--expires', '2027/12/31'], '--expires: "2027/12/31" is not a date in the form YYYY-MM-DD', 'Write `2027-12-31`'],
    [['--expires', '2027-02-30'], '--expires: "2027-02-30" is not a day of the calendar', 'The last day'],
    [['--expires', '+9999y'], '--expires: ', 'YYYY-MM-DD'],
    [['--expires', '2026-01-01', '--starts', '2026-02-01'], '--expires: expires (2026-01-01) is before starts', ''],
    [['--expires', 'never', '--serves', 'ips'], '--serves: there is no licence with the id ips', 'Did you mean `isp`?'],
    [
      ['--expires', 'never', '--follows', 'line-bj'],
      '--follows: there is no resource with the id line-bj',
      'Did you mean `line-bj-2025`?',
    ],
    [['--expires', 'never', '--id', 'seal'], '--id: the id seal is already used', ''],
    [['--expires', 'never', '--id', 'Seal'], '--id: id must be', ''],
    [['--expires', 'never', '--number', '1'], '--number: unknown field number', ''],
    [['--expires', 'never', '--warn-within', '99999'], '--warn-within: warnWithin must be', ''],
  ])('is refused: %j', async (argv, complaint, remedy) => {
    const run = await add(['leased-line', '--title', 'x', ...argv]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.stderr).toContain(remedy);
    expect(run.written.size).toBe(0);
  });

  test('is told in full', async () => {
    const run = await add(['leased-line', '--title', 'x', '--expires', 'never', '--serves', 'a,b', '--follows', 'c']);
    expect(run.stderr.match(/^error: /gmu)).toHaveLength(3);
  });

  test('and licences take no `never`', async () => {
    const run = await add([
      'isp',
      '--number',
      '1',
      '--scope',
      'national',
      '--issued',
      '2026-01-01',
      '--expires',
      'never',
    ]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--expires: "never" is not a date');
  });
});

describe('a ledger that cannot be written in', () => {
  test.each([
    ['none', {}, 'Give it with `--file LEDGER`'],
    ['not valid YAML', { 'ledger.yaml': 'version: [\n' }, 'the ledger itself is not valid'],
    ['an unknown field', { 'ledger.yaml': `${LEDGER}colour: red\n` }, 'schema/unknown-field'],
  ])('%s', async (_, files, complaint) => {
    const run = await add(LINE, { files });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });

  test('is named by --file', async () => {
    const files = { 'ledger.yaml': LEDGER, 'a/ledger.yaml': LEDGER };
    const run = await add([...LINE, '--file', 'a'], { files });
    expect([...run.written.keys()]).toEqual(['/company/a/ledger.yaml']);
    expect((await add([...LINE, '--file', 'gone.yaml'], { files })).code).toBe(3);
    const both = await add([...LINE, '--file', '.'], { files });
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('there are 2 ledgers');
  });
});

describe('--dry-run', () => {
  test('prints the diff alone on stdout and writes nothing', async () => {
    const run = await add([...LINE, '--dry-run']);
    expect(run.code).toBe(0);
    expect(run.written.size).toBe(0);
    expect(run.stdout).toMatch(/^--- ledger\.yaml\n\+\+\+ ledger\.yaml\n@@ /u);
    const lines = run.stdout.split('\n').slice(3);
    expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('+'))).toHaveLength(1);
    expect(run.stderr).toMatch(/ once written: .* is recorded\n  dry run: nothing was written\n/u);
    expect(run.stderr).toContain('settled  isp/leased-line');
  });
});

describe('a new kind', () => {
  test('is taken, with a word about the one that it is near to', async () => {
    const run = await add(['leased-lien', '--title', 'x', '--expires', 'never']);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('note: KIND: leased-lien is a new kind that no rule uses');
    expect(run.stderr).toContain('Did you mean `leased-line`?');
  });

  test('that is like no other is simply taken', async () => {
    const run = await add(['iso27001', '--title', 'x', '--expires', 'never']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('that is no word is refused', async () => {
    const run = await add(['Haus_Boot', '--title', 'x', '--expires', 'never']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('KIND: the kind "Haus_Boot" is not known');
    expect(run.stderr).toContain('do: Write a usual name');
  });

  test('that leaves out the middle of a name is asked about before anything else', async () => {
    const given = ['信息安全评测', '--title', 'x', '--expires', 'never', '--lang', 'zh'];
    const refused = await add(given);
    expect(refused.stderr).toBe('错误：KIND：不认识种类“信息安全评测”\n处理：是不是想写`system-evaluation`？\n');
    const asked = await add([...given, '--yes'], { answers: [''] });
    expect(asked.stdout + asked.stderr).toContain('system-evaluation-');
    expect(asked.code).toBe(0);
  });
});

describe('at a terminal', () => {
  test('asks for what is missing, with defaults from the most similar entry', async () => {
    const answers = ['', '', '2026-11-01', '', '', '', true];
    const run = await add(['leased-line'], { answers });
    expect(run.code).toBe(0);
    expect(run.transcript).toEqual([
      'Title of the contract or proof 北京亦庄专线接入协议',
      'The other party (provider) 中国电信股份有限公司北京分公司',
      'First valid day 2026-11-01',
      'Last valid day 2027-10-31',
      'Licences that it serves isp',
      'Person or department responsible 网络部',
      'Write ledger.yaml? true',
    ]);
    expect(added(run)).toBe(
      '  - { id: leased-line-2026, kind: leased-line, title: 北京亦庄专线接入协议, provider: 中国电信股份有限公司北京分公司, starts: 2026-11-01, expires: 2027-10-31, serves: [isp], owner: 网络部 }\n',
    );
    expect(run.stderr).toContain('+  - { id: leased-line-2026');
  });

  test('in Chinese', async () => {
    const run = await add(['leased-line', '--lang', 'zh'], { answers: ['', '', '2026-11-01', '+3年', '', '', true] });
    expect(run.transcript).toEqual([
      '合同或证明的名称 北京亦庄专线接入协议',
      '对方单位 中国电信股份有限公司北京分公司',
      '起始日（第一个有效日） 2026-11-01',
      '到期日（最后有效日） +3年 → 2029-10-31',
      '用于哪些许可证 isp',
      '负责人或部门 网络部',
      '写入 ledger.yaml？ true',
    ]);
  });

  test('steps back, and says what is wrong with an answer', async () => {
    const answers = [
      'a',
      '<',
      'b',
      '新的一家',
      '<',
      '<',
      'c',
      '新的一家',
      '2026-11-21',
      'tomorrow',
      '2026-01-01',
      '+1y',
      [],
      '',
      '',
      true,
    ];
    const run = await add(['leased-line'], { answers });
    expect(run.transcript).toEqual([
      'Title of the contract or proof a',
      'The other party (provider) undefined',
      'Title of the contract or proof b',
      'The other party (provider) 新的一家',
      'First valid day undefined',
      'The other party (provider) undefined',
      'Title of the contract or proof c',
      'The other party (provider) 新的一家',
      'First valid day 2026-11-21',
      'Last valid day ✖ "tomorrow" is not a date in the form YYYY-MM-DD. Write `YYYY-MM-DD`, as in `2026-12-31`.',
      'Last valid day ✖ expires (2026-01-01) is before starts (2026-11-21). Correct the dates from the paper.',
      'Last valid day +1y → 2027-11-20',
      'Licences that it serves ✖ it names no licence in `serves`, so it counts for none. If it is for isp, tick that. If it is correct, press Enter again.',
      'Licences that it serves isp',
      'Person or department responsible 网络部',
      'Write ledger.yaml? true',
    ]);
    expect(added(run)).toContain(
      'title: c, provider: 新的一家, starts: 2026-11-21, expires: 2027-11-20, serves: [isp], owner: 网络部 }',
    );
  });

  test('asks for the kind of a licence and for what licences need', async () => {
    const run = await add([], { answers: ['isp', 'B1-2', '', '2022-03-16', '', '', '', true] });
    expect(run.transcript.slice(0, 5)).toEqual([
      'Kind of licence, contract or proof isp',
      'Number of the licence B1-2',
      'Coverage (national, or provinces by their Chinese names) national',
      'Day of issue of the licence 2022-03-16',
      'Last valid day 2027-03-15',
    ]);
    expect(run.written.get(PATH)).toContain(
      'id: isp-2022, kind: isp, number: B1-2, scope: national, issued: 2022-03-16, expires: 2027-03-15 }',
    );
  });

  test('asks whether a near miss was meant', async () => {
    const meant = await add(['leased-lien', '--title', 'x', '--expires', 'never', '--yes'], { answers: [''] });
    expect(added(meant)).toContain('kind: leased-line');
    const kept = await add(['leased-lien', '--title', 'x', '--expires', 'never', '--yes'], {
      answers: ['leased-lien'],
    });
    expect(added(kept)).toContain('kind: leased-lien');
  });

  test('does not ask when all is given and --yes says so', async () => {
    const run = await add([...LINE, '--yes'], { answers: [] });
    expect(run).toMatchObject({ code: 0, transcript: [] });
  });

  test.each<readonly [string, Answer]>([
    ['a no', false],
    ['a step back', '<'],
    ['Ctrl-C', CTRL_C],
  ])('%s leaves nothing behind', async (_, answer) => {
    const run = await add(LINE, { answers: [answer] });
    expect(run).toMatchObject({ code: 130, stdout: '' });
    expect(run.written.size).toBe(0);
  });
});
