import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { KEYS, noTerminal, runOnTerminal, type Step } from '../support/run-on-terminal.ts';
import { runProgram } from '../support/run-program.ts';
import { CLEAN } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { enter, ctrlC } = KEYS;

/** What a question begins with in either language. */
const ASKS = {
  company: ['公司名称', 'Name of the company'],
  creditCode: ['统一社会信用代码', 'Unified social credit code'],
  capital: ['注册资本', 'Registered capital'],
  established: ['成立日期', 'Established'],
  first: ['登记许可证、码号或合同', 'A licence, number or contract'],
  next: ['再登记一项', 'Another one to record'],
  number: ['证号', 'Number of the licence'],
  scope: ['业务覆盖范围', 'Coverage'],
  issued: ['发证日', 'Day of issue'],
  expires: ['到期日', 'Last valid day'],
  owner: ['负责人或部门', 'Person or department'],
  service: ['这张许可证上还有别的业务吗', 'Another service'],
  idcScope: ['IDC：业务覆盖范围', 'IDC: Coverage'],
  cdnScope: ['CDN：业务覆盖范围', 'CDN: Coverage'],
  numbers: ['码号', 'The numbers, as on the certificate'],
  holder: ['使用者', 'The holder'],
  digits: ['证书核准的位长', 'Number of digits that the certificate approves'],
  title: ['合同或证明的名称', 'Title of the contract'],
  provider: ['对方单位', 'The other party'],
  starts: ['起始日', 'First valid day'],
  serves: ['用于哪些许可证', 'Licences that it serves'],
  registrant: ['域名的注册者', 'Registrant of the domain'],
  allocates: ['IP地址是否分给他人使用', 'Addresses allocated to others'],
  paidIn: ['注册资本缴足的日期', 'Day on which the whole capital'],
  paidInBy: ['章程规定的出资期限', 'Last day of the paid-in term'],
  persons: ['处理多少人的个人信息', 'Number of persons whose information'],
  body: ['网络与信息安全管理机构', 'Body named for network'],
  staff: ['网络与信息安全专职人员', 'Full-time staff'],
  ci: ['每个工作日自动检查', 'A job that checks it'],
  write: ['写入', 'Write'],
  keep: ['保存已回答的内容', 'Save your answers'],
} as const;

/** The words for a kind, and the kind. */
const CONTRACTS = [
  ['专线', 'leased line', 'leased-line'],
  ['IP地址租用', 'IP address contract', 'ip-addresses'],
  ['域名', 'domain', 'domain'],
  ['SSL证书', 'certificate', 'certificate'],
  ['机房租赁', 'machine room contract', 'machine-room'],
  ['带宽租用', 'bandwidth contract', 'bandwidth'],
  ['托管', 'hosting contract', 'hosting'],
  ['营业执照', 'business-licence', 'business-licence'],
  ['社保证明', 'proof of social insurance', 'social-insurance'],
  ['等保测评', 'MLPS evaluation report', 'mlps-report'],
  ['网站备案', 'ICP filing', 'icp-filing'],
  ['办公场地租赁', 'site lease', 'site-lease'],
] as const;

/** What the paper needs: whoever presses Enter says that it serves it. */
const NEEDED: ReadonlySet<string> = new Set(['leased-line', 'ip-addresses', 'machine-room', 'bandwidth', 'hosting']);

describe.skipIf(noTerminal !== undefined).each([
  ['zh_CN', 0],
  ['en', 1],
] as const)('a whole company at a terminal in %s', (language, at) => {
  const asks = (question: keyof typeof ASKS, typed: string): Step => [`? ${ASKS[question][at]}`, typed];
  const typing = (question: keyof typeof ASKS, word: string): Step => asks(question, `${word}${enter}`);

  const beforeTheInterruption: readonly Step[] = [
    typing('company', '示例云网科技有限公司'),
    typing('creditCode', '91110108MA01ABCD5T'),
    typing('capital', '12000000'),
    asks('established', enter),
    typing('first', 'isp'),
    typing('number', 'A2.B1.B2-20222637'),
    typing('scope', ['全国', 'national'][at] ?? ''),
    // A day in another notation: Enter takes what is offered.
    typing('issued', '2022/3/15'),
    ['2022-03-15', enter],
    asks('expires', enter),
    typing('owner', '网络部'),
    typing('service', 'idc'),
    asks('idcScope', `<${enter}`),
    asks('service', enter),
    // No province, then the long names of two.
    typing('idcScope', '火星'),
    ['火星', `\u0015北京市、上海${enter}`],
    [['北京、上海。', '北京, 上海.'][at] ?? '', enter],
    typing('service', 'zzz'),
    [['没有这一项', 'Nothing is called that'][at] ?? '', `\u0015cdn${enter}`],
    typing('cdnScope', ['全国', 'national'][at] ?? ''),
    asks('service', enter),
    typing('next', 'number-95'),
    // Into the entry before, and on again.
    asks('number', `<${enter}`),
    asks('next', `<${enter}`),
    asks('service', enter),
    asks('next', enter),
    typing('number', '95123'),
    typing('scope', ['全国', 'national'][at] ?? ''),
    typing('issued', '2024-01-01'),
    typing('expires', '+5y'),
    asks('numbers', enter),
    typing('holder', 'telecom-operator'),
    asks('digits', enter),
    asks('owner', enter),
    typing('next', 'number-106'),
    typing('number', '号[2024]00106'),
    asks('scope', ctrlC),
    asks('keep', enter),
  ];

  const afterIt: readonly Step[] = [
    typing('scope', ['全国', 'national'][at] ?? ''),
    typing('issued', '2024-06-01'),
    typing('expires', '2029-05-31'),
    typing('numbers', '10690001'),
    typing('holder', 'telecom-operator'),
    asks('owner', enter),
    ...CONTRACTS.flatMap(([zh, en, kind], nth): readonly Step[] => [
      typing('next', [zh, en][at] ?? ''),
      typing('title', `${kind} ${nth}`),
      typing('provider', '中国电信股份有限公司北京分公司'),
      typing('starts', '2026-01-01'),
      typing('expires', '+1y'),
      asks('serves', enter),
      typing('owner', '运维部'),
      ...(kind === 'domain' ? [typing('registrant', '示例云网科技有限公司')] : []),
      ...(kind === 'ip-addresses' ? [typing('allocates', ['否', 'no'][at] ?? '')] : []),
    ]),
    asks('next', enter),
    asks('paidIn', enter),
    typing('paidInBy', '2032-06-30'),
    typing('persons', '80000'),
    typing('body', '网络安全部'),
    typing('staff', '2'),
    asks('ci', enter),
    asks('write', enter),
  ];

  test('loses nothing to wrong answers, steps back and an interruption', { timeout: 180_000 }, async () => {
    const cwd = await temporaryFolder({});
    await mkdir(path.join(cwd, 'books'));
    const broken = await runOnTerminal(['init', 'books'], { cwd, language, steps: beforeTheInterruption });
    expect(broken.code).toBe(130);
    expect(broken.screen).toContain('`ledger init books --resume`');
    expect(await readdir(path.join(cwd, 'books'))).toEqual([]);
    const drafts = path.join(cwd, '.state/licence-ledger/drafts');
    const [draft = ''] = await readdir(drafts);
    expect((await stat(path.join(drafts, draft))).mode & 0o777).toBe(0o600);

    const { code } = await runOnTerminal(['init', 'books', '--resume'], { cwd, language, steps: afterIt });
    expect(code).toBe(0);
    expect(await readdir(drafts)).toEqual([]);
    const ledger: unknown = parse(await readFile(path.join(cwd, 'books/ledger.yaml'), 'utf8'));
    // All that was said, and nothing that was not.
    expect(ledger).toEqual({
      version: 1,
      company: {
        name: '示例云网科技有限公司',
        creditCode: '91110108MA01ABCD5T',
        registeredCapital: 12_000_000,
        paidIn: { by: '2032-06-30' },
        personalInformation: { persons: 80_000 },
        security: { body: '网络安全部', staff: 2 },
      },
      policy: { warnWithin: 60, since: expect.stringMatching(/^\d{4}-01-01$/u) },
      licences: [
        {
          id: 'telecom',
          number: 'A2.B1.B2-20222637',
          issued: '2022-03-15',
          expires: '2027-03-14',
          owner: '网络部',
          services: [
            { kind: 'isp', scope: 'national' },
            { kind: 'idc', scope: ['北京', '上海'] },
            { kind: 'cdn', scope: 'national' },
          ],
        },
        {
          id: 'number-95',
          kind: 'number-95',
          number: '95123',
          scope: 'national',
          issued: '2024-01-01',
          expires: '2028-12-31',
          numbers: ['95123'],
          holder: 'telecom-operator',
        },
        {
          id: 'number-106',
          kind: 'number-106',
          number: '号[2024]00106',
          scope: 'national',
          issued: '2024-06-01',
          expires: '2029-05-31',
          numbers: ['10690001'],
          holder: 'telecom-operator',
        },
      ],
      resources: CONTRACTS.map(([, , kind], nth) => ({
        id: `${kind}-2026`,
        kind,
        title: `${kind} ${nth}`,
        provider: '中国电信股份有限公司北京分公司',
        starts: '2026-01-01',
        expires: '2026-12-31',
        owner: '运维部',
        serves: NEEDED.has(kind) ? ['telecom'] : undefined,
        registrant: kind === 'domain' ? '示例云网科技有限公司' : undefined,
        allocates: kind === 'ip-addresses' ? false : undefined,
      })),
    });
    // A valid ledger, whatever is found in it.
    const listed = await runProgram(['list', 'books', '--format', 'json'], { cwd });
    expect(listed.code).toBe(0);
    expect(JSON.parse(listed.stdout)).toMatchObject({ entries: { length: 15 } });
  });
});

describe.skipIf(noTerminal !== undefined)('an interview outlives', () => {
  const answered: readonly Step[] = [
    ['? Title', `A line, and a word that was half ty${enter}`],
    ['? The other party', `China Telecom${enter}`],
  ];
  const adding = ['add', 'leased-line', '--file', 'ledger.yaml'];

  test.each([
    ['a terminal window that is closed', { close: true }],
    ['a hang-up', { signal: 'SIGHUP' }],
    ['a machine that shuts down', { signal: 'SIGTERM' }],
    ['an interruption from elsewhere', { signal: 'SIGINT' }],
  ] as const)('%s', async (_, event) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN });
    const gone = await runOnTerminal(adding, { cwd, steps: [...answered, ['? First valid day', event]] });
    // Node itself ends with SIGABRT where it can no longer give a terminal back.
    expect([130, 'close' in event ? null : 130]).toContain(gone.code);
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(CLEAN);

    const steps: readonly Step[] = [
      ['? First valid day', `2026-01-01${enter}`],
      ['? Last valid day', `+1y${enter}`],
      ['? Person or department', enter],
      ['? Write', enter],
    ];
    const resumed = await runOnTerminal(['add', '--resume', '--file', 'ledger.yaml'], { cwd, steps });
    expect(resumed.screen).toContain('China Telecom');
    expect(resumed.code).toBe(0);
    const written: unknown = parse(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8'));
    expect(written).toMatchObject({
      resources: expect.arrayContaining([
        expect.objectContaining({ title: 'A line, and a word that was half ty', provider: 'China Telecom' }),
      ]),
    });
  });

  test('with more answers than a later one that nobody ended', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN });
    await runOnTerminal(adding, { cwd, steps: [...answered, ['? First valid day', { close: true }]] });
    await runOnTerminal(adding, {
      cwd,
      steps: [
        ['? Title', `Another${enter}`],
        ['? The other party', { close: true }],
      ],
    });
    const { screen } = await runOnTerminal(['add', '--resume', '--file', 'ledger.yaml'], {
      cwd,
      steps: [['? First valid day', { close: true }]],
    });
    expect(screen).toContain('A line, and a word that was half ty');
  });
});
