import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { ciJob } from '../../src/commands/init/ci-jobs.ts';
import { runInMemory, type MemoryMachine, type MemoryRun } from '../support/memory-io.ts';
import { runWriter } from '../support/recording-ledger.ts';

async function init(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runWriter(['init', ...argv], { files: {}, ...machine });
}

const REPOSITORY = { '.git/HEAD': 'ref: refs/heads/main\n' };
const LICENCES = ['--licence', 'isp:B1-20220315:2027-03-14', '--licence', 'isp:B1-2:2028-03-14'];

describe('ledger init', () => {
  test('begins a commented ledger with all that belongs beside it', async () => {
    const run = await init([
      '--company',
      '示例公司',
      '--credit-code',
      '91110108MA01ABCD5T',
      '--capital',
      '10,000,000',
      ...LICENCES,
    ]);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect([...run.written.keys()].sort()).toEqual([
      '/company/evidence/.gitkeep',
      '/company/ledger.schema.json',
      '/company/ledger.yaml',
    ]);
    const text = run.written.get('/company/ledger.yaml') ?? '';
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/ledger\.schema\.json\n# /u);
    expect(parse(text)).toEqual({
      version: 1,
      company: { name: '示例公司', creditCode: '91110108MA01ABCD5T', registeredCapital: 10_000_000 },
      policy: { warnWithin: 60, since: '2026-01-01' },
      licences: [
        { id: 'isp', kind: 'isp', number: 'B1-20220315', expires: '2027-03-14' },
        { id: 'isp-2', kind: 'isp', number: 'B1-2', expires: '2028-03-14' },
      ],
      resources: [],
    });
    expect(JSON.parse(run.written.get('/company/ledger.schema.json') ?? '')).toHaveProperty('$schema');
  });

  test('makes a ledger that `check` and `add` can read', async () => {
    const { written } = await init(['--company', 'yes: no # "x"', '--licence', 'isp:B1-1:2031-03-14', '--lang', 'zh']);
    const files = { 'ledger.yaml': written.get('/company/ledger.yaml') ?? '' };
    expect((await runInMemory(['check'], { files })).code).toBe(1);
    const added = await runWriter(['add', 'domain', '--title', 'a', '--expires', 'never'], { files });
    expect(added.code).toBe(0);
    expect(added.written.get('/company/ledger.yaml')).toContain('\nresources:\n  - id: domain-2026\n');
  });

  test('takes its first entry even without any licence', async () => {
    const { written, code } = await init(['--company', '示例公司']);
    expect(code).toBe(0);
    const files = { 'ledger.yaml': written.get('/company/ledger.yaml') ?? '' };
    expect((await runWriter(['add', 'domain', '--title', 'a', '--expires', 'never'], { files })).code).toBe(0);
  });

  test('points to the schema of the installed package', async () => {
    const files = { 'node_modules/licence-ledger/docs/schemas/ledger.schema.json': '{}' };
    const run = await init(['compliance', '--company', 'a'], { files });
    expect(run.written.get('/company/compliance/ledger.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/node_modules\/licence-ledger\/docs\/schemas\/ledger\.schema\.json\n/u,
    );
    expect(run.written.has('/company/compliance/ledger.schema.json')).toBe(false);
  });

  test.each([
    ['beside the ledger of the first company', 'a/ledger.schema.json', '../a/ledger.schema.json'],
    ['above', 'ledger.schema.json', '../ledger.schema.json'],
  ])('takes the copy of the schema that the repository has %s', async (_, copy, named) => {
    const files = { '.git/HEAD': 'ref: refs/heads/main\n', 'a/ledger.yaml': 'version: 1\n', [copy]: '{}' };
    const run = await init(['b', '--company', '第二家'], { files });
    expect([run.code, [...run.written.keys()]]).toEqual([
      0,
      ['/company/b/evidence/.gitkeep', '/company/b/ledger.yaml'],
    ]);
    expect(run.written.get('/company/b/ledger.yaml')).toMatch(`# yaml-language-server: $schema=${named}\n`);
  });

  test.each([
    ['github', '.github/workflows/ledger.yml'],
    ['gitlab', '.gitlab-ci.yml'],
  ] as const)('adds the job for %s at the root of the repository', async (name, path) => {
    const run = await init(['books', '--company', 'a', '--ci', name], { files: REPOSITORY });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.written.get(`/company/${path}`)).toBe(ciJob(name, false));
  });

  test.each([
    [{}, false],
    [{ 'package.json': '{}', 'package-lock.json': '{ "packages": { "node_modules/ledger": {} } }' }, false],
    [{ 'package-lock.json': '{ "packages": { "node_modules/licence-ledger": { "version": "0.1.0" } } }' }, true],
  ])('installs what a lock file pins, else its own version (%#)', async (more, isPinned) => {
    const run = await init(['books', '--company', 'a', '--ci', 'github'], { files: { ...REPOSITORY, ...more } });
    expect(run.written.get('/company/.github/workflows/ledger.yml')).toBe(ciJob('github', isPinned));
  });

  test('shows all and writes nothing with --dry-run', async () => {
    const run = await init(['--company', 'a', '--dry-run']);
    expect(run.written.size).toBe(0);
    expect(run.stdout).toContain('==> ledger.yaml <==\n# yaml-language-server');
  });
});

describe('in a repository that has a job', () => {
  const WORKFLOW = '.github/workflows/ledger.yml';

  test.each([
    ['as it was written', 'github', WORKFLOW, ciJob('github', false)],
    ['by another version', 'github', WORKFLOW, ciJob('github', false).replace(/@\d+\.\d+\.\d+ /u, '@9.8.7-rc.1 ')],
    ['with line ends of Windows', 'gitlab', '.gitlab-ci.yml', ciJob('gitlab', true).replaceAll('\n', '\r\n')],
    ['under another name', 'github', '.github/workflows/nightly.yaml', ciJob('github', true)],
  ])('%s, the second ledger is checked by it', async (_, name, path, job) => {
    const files = { ...REPOSITORY, [path]: job };
    for (const ci of [['--ci', name], []]) {
      const run = await init(['second', '--company', 'b', ...ci], { files });
      expect(run.code).toBe(0);
      expect([...run.written.keys()].filter((one) => !one.startsWith('/company/second/'))).toEqual([]);
      expect(run.written.has('/company/second/ledger.yaml')).toBe(true);
      expect(run.stderr).toContain(`${path}: the job already exists; no other was written`);
      expect(run.stderr).toContain('It checks the whole repository, including this ledger.');
    }
  });

  test('what somebody has changed stays as it is, and they are told what to look at', async () => {
    const files = { ...REPOSITORY, [WORKFLOW]: ciJob('github', false).replace('check .', 'check first') };
    const run = await init(['second', '--company', 'b', '--ci', 'github'], { files });
    expect(run.code).toBe(0);
    expect([...run.written.keys()].filter((one) => one.includes('.github'))).toEqual([]);
    expect(run.stderr).toContain('already exists and has been changed');
    expect(run.stderr).toContain('Make sure that it also checks second/ledger.yaml.');
  });

  test('another workflow of that name stands beside it', async () => {
    const files = { ...REPOSITORY, [WORKFLOW]: 'name: accounts\n' };
    const run = await init(['--company', 'a', '--ci', 'github'], { files });
    expect([...run.written.keys()].filter((one) => one.includes('.github'))).toEqual([
      '/company/.github/workflows/licence-ledger.yml',
    ]);
  });

  test('a pipeline of GitLab gets a file of its own, and the line that includes it', async () => {
    const files = { ...REPOSITORY, '.gitlab-ci.yml': 'stages: [test]\n' };
    const run = await init(['a', '--company', 'a', '--ci', 'gitlab'], { files });
    expect(run.written.has('/company/.gitlab-ci.yml')).toBe(false);
    expect(run.written.get('/company/.gitlab/licence-ledger.yml')).toBe(ciJob('gitlab', false));
    const [, line = ''] = /Add `([^`]+)`/u.exec(run.stderr) ?? [];
    expect(parse(line)).toEqual({ include: [{ local: '.gitlab/licence-ledger.yml' }] });
  });

  test.each([
    ['github', WORKFLOW],
    ['gitlab', '.gitlab-ci.yml'],
  ] as const)('a ledger that is there gets the job for %s, and nothing else is written', async (name, path) => {
    const files = { ...REPOSITORY, 'ledger.yaml': 'version: 1\n' };
    const run = await init(['--ci', name, '--yes'], { files });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect([...run.written]).toEqual([[`/company/${path}`, ciJob(name, false)]]);
    expect(run.stdout).toContain('the job runs');
    const again = await init(['--ci', name, '--yes'], { files: { ...files, [path]: ciJob(name, false) } });
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toContain('the job already exists; no other was written');
  });

  test('a new ledger is refused where one is, and the command for the job alone is told', async () => {
    const files = { ...REPOSITORY, 'ledger.yaml': 'version: 1\n' };
    for (const more of [['--company', 'a'], ['--company', 'a', '--ci', 'github'], []]) {
      const run = await init(more, { files });
      expect(run.code).toBe(3);
      expect(run.written.size).toBe(0);
      expect(run.stderr).toContain('`ledger init --ci github`');
    }
  });

  test('nobody is asked for one again', async () => {
    const files = { ...REPOSITORY, [WORKFLOW]: ciJob('github', false) };
    const run = await init(['b'], { files, answers: ['乙', '', '', '', '', '', '', '', true] });
    expect(run.code).toBe(0);
    expect(run.transcript.join('\n')).not.toContain('A job that checks it');
  });
});

describe('is refused', () => {
  test.each([
    [3, ['--company', 'a'], { 'ledger.yaml': '' }, 'ledger.yaml: already exists and is not overwritten'],
    [
      3,
      ['--company', 'a', '--ci', 'gitlab'],
      { '.gitlab-ci.yml': '', '.gitlab/licence-ledger.yml': '' },
      '.gitlab/licence-ledger.yml: already exists',
    ],
    [2, [], {}, 'missing: --company'],
    [2, ['--company', ' '], {}, 'missing: --company'],
    [2, ['--company', 'a', '--capital', '1万'], {}, '--capital 1万: "1万" is not an amount in CNY'],
    [2, ['--company', 'a', '--licence', 'isp'], {}, 'not in the form KIND:NUMBER:EXPIRES'],
    [2, ['--company', 'a', '--licence', 'ips:1:2027-03-14'], {}, 'Did you mean `isp`?'],
    [2, ['--company', 'a', '--licence', 'isp:1:2027-02-30'], {}, '--licence 2027-02-30'],
    [2, ['--company', 'a', '--ci', 'jenkins'], {}, '--ci jenkins'],
  ])('%i: %j', async (code, argv, files, complaint) => {
    const run = await init(argv, { files });
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });
});

describe('at a terminal', () => {
  test('offers no answer about one thing again for another', async () => {
    const company = ['示例公司', '91110108MA01ABCD5T', '10000000', ''];
    const licence = ['全国', '2022-03-15', '2027-03-14', '', false];
    const answers = [
      ...company,
      'isp',
      'B1-1',
      '<',
      '<',
      'idc',
      '',
      'B1-2',
      ...licence,
      false,
      '',
      '',
      '',
      '',
      '',
      '',
      true,
    ];
    const { transcript } = await init(['--lang', 'zh'], { answers });
    const numbers = transcript.filter((line) => line.startsWith('证号'));
    expect(numbers).toEqual(['证号 B1-1', '证号 undefined', expect.stringMatching(/^证号 ✖ /u), '证号 B1-2']);
  });

  test('asks for the company, its licences and the job', async () => {
    const answers = [
      '示例公司',
      '91110108MA01ABCD57',
      '91110108MA01ABCD5T',
      '一千万',
      '10000000',
      '',
      'isp',
      'B1-1',
      '',
      '2022-03-15',
      '2027-03-14',
      '',
      '',
      'idc',
      '<',
      false,
      '',
      '2032-06-30',
      '1200000',
      '2026-09-01',
      '网络安全部',
      '2',
      'github',
      true,
    ];
    const run = await init(['--lang', 'zh'], { answers });
    expect(run.transcript).toEqual([
      '公司名称 示例公司',
      expect.stringMatching(
        /^统一社会信用代码 ✖ 91110108MA01ABCD57的校验码不对：按前17位应为T。.*确认无误的，再按回车。$/u,
      ),
      '统一社会信用代码 91110108MA01ABCD5T',
      '注册资本（元） ✖ “一千万”不是以元为单位的数字。请写数字，单位是元，如 10000000。',
      '注册资本（元） 10000000',
      '成立日期 ',
      '登记许可证、码号或合同 isp',
      '证号 B1-1',
      '业务覆盖范围（全国，或省份） 全国',
      '发证日 2022-03-15',
      '到期日（最后有效日） 2027-03-14',
      '负责人或部门 ',
      '这张许可证上还有别的业务吗 ',
      '再登记一项 idc',
      '证号 undefined',
      '再登记一项 ',
      '注册资本缴足的日期，没有缴足的不填 ',
      '章程规定的出资期限（最后一天） 2032-06-30',
      '处理多少人的个人信息，不处理的写0 1200000',
      '达到100万人的日期 2026-09-01',
      '网络与信息安全管理机构的名称 网络安全部',
      '网络与信息安全专职人员有几人 2',
      '每个工作日自动检查 github',
      '写入 ledger.schema.json  evidence/.gitkeep  .github/workflows/ledger.yml  ledger.yaml？ true',
    ]);
    expect(parse(run.written.get('/company/ledger.yaml') ?? '')).toMatchObject({
      company: {
        name: '示例公司',
        creditCode: '91110108MA01ABCD5T',
        registeredCapital: 10_000_000,
        paidIn: { by: '2032-06-30' },
        personalInformation: { persons: 1_200_000, millionSince: '2026-09-01' },
        security: { body: '网络安全部', staff: 2 },
      },
      licences: [
        { id: 'isp', kind: 'isp', number: 'B1-1', scope: 'national', issued: '2022-03-15', expires: '2027-03-14' },
      ],
    });
  });

  test('asks for a platform where the company holds a licence that others may trade under', async () => {
    const entry = ['edi', 'B2-20220315', '', '2022-03-15', '', '', '', '', ''];
    const answers = ['甲', '', '', '', ...entry, '2026-05-20', '', '', '2026-03-01', 'none', true];
    const run = await init(['--lang', 'zh'], { answers });
    expect(run.transcript.at(-3)).toBe('供他人经营的互联网平台开始经营的日期，没有平台的不填 2026-03-01');
    expect(run.transcript.join('\n')).not.toContain('出资期限');
    expect(parse(run.written.get('/company/ledger.yaml') ?? '')).toMatchObject({
      company: { paidIn: { done: '2026-05-20' }, platform: { started: '2026-03-01' } },
    });
  });

  test('steps back through the questions, and takes no for an answer', async () => {
    const answers = ['甲', '<', '乙', '', '', '', '<', '', '', '', '', '', 'none', false];
    const run = await init([], { answers });
    expect(run.code).toBe(130);
    expect(run.transcript.slice(0, 3)).toEqual([
      'Name of the company 甲',
      'Unified social credit code of the company undefined',
      'Name of the company 乙',
    ]);
    expect(run.written.size).toBe(0);
  });
});
