/** Command lines that go wrong, and the files that they need: `docs/errors.md` shows what each is told. */
export interface ErrorCase {
  /** Each is run, and what the last one is told is shown. Words with blanks stand between apostrophes. */
  readonly lines: readonly string[];
  /** Beside those that every case has. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Whether all is committed before, in a repository of its own. */
  readonly isCommitted?: true;
  /** Whether it writes, and so needs a folder of its own. */
  readonly writes?: true;
}

const small = (company: string, more = ''): string =>
  `version: 1\ncompany: { name: ${company}, established: 2026-01-05, paidIn: { done: 2026-01-05 } }\n${more}`;

/** What lies beside `ledger.yaml`, the example of the project. */
export const CASE_FILES: Readonly<Record<string, string>> = {
  'broken.ledger.yaml': 'version: 1\ncompany: [\n',
  'pair/a.ledger.yaml': small('甲公司'),
  'pair/b.ledger.yaml': small(
    '乙公司',
    'resources: [{ id: a, kind: domain, title: a.example, expires: 2027-06-30 }]\n',
  ),
  'numbers.ledger.yaml': small(
    '甲公司',
    'licences:\n  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31 }\n',
  ),
  'scan.pdf': 'scan\n',
  'papers/ledger.yaml': small(
    '甲公司',
    `licences:
  - id: papers
    kind: isp
    expires: 2030-12-31
    evidence: [{ path: gone.pdf }, { path: changed.pdf, sha256: ${'ab'.repeat(32)} }, { path: large.pdf }, { path: . }]
`,
  ),
  'papers/changed.pdf': 'changed\n',
  'papers/large.pdf': `version https://git-lfs.github.com/spec/v1\noid sha256:${'cd'.repeat(32)}\nsize 9\n`,
  'duties.ledger.yaml': `${small('甲公司', 'resources: [{ id: a, kind: domain, expires: never }]\n')}extends: group.yaml\n`,
  'group.yaml': 'duties: [{ id: drill, title: 消防演练, for: company, every: { months: 3 }, from: 2026-01-01 }]\n',
  'systems.ledger.yaml': `version: 1
company:
  name: 甲公司
  systems: [{ id: portal, kind: information-system, level: 3 }]
  changes: [{ what: name, registered: 2026-10-01 }, { what: name, registered: 2026-11-01 }]
`,
  'empty/nothing.txt': '',
};

const ADD = '--title x --expires 2027-01-01 --yes';
const PAPERS = '种类,证号,业务覆盖范围,发证日,到期日\n';
const SHEET = '种类,名称,到期日\n';

/** A zip that ends behind its first bytes. */
const BROKEN_WORKBOOK = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]);

/** How files of the old format begin. */
const OLD_WORKBOOK = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const line = (text: string, more: Omit<ErrorCase, 'lines'> = {}): ErrorCase => ({ lines: [text], ...more });
const sheet = (rows: string, words = '--dry-run'): ErrorCase =>
  line(`ledger import register.csv ${words}`, { files: { 'register.csv': rows } });
const entry = (stdin: string): ErrorCase => line('ledger add domain --json - --yes', { stdin });
const committed = (text: string, more: Omit<ErrorCase, 'lines'> = {}): ErrorCase =>
  line(text, { isCommitted: true, ...more });

const REPORT_A = 'ledger check pair/b.ledger.yaml --format json=a.json';

export const ERROR_CASES: readonly ErrorCase[] = [
  // The command line.
  line('ledger chekc'),
  line('ledger check --asof 2026-11-21'),
  line('ledger check --as-of'),
  line('ledger explain'),
  line('ledger notify'),
  line('ledger record paid-in-by --on DATE --yes'),
  line('ledger explain isp/leased-line idc/bandwidth'),
  line('ledger check --as-of 2026-02-30'),
  line('ledger check --within soon'),
  line('ledger check --fail-on grave'),
  line('ledger check --select isp/leased-line,'),
  line('ledger check --select isp/leasedline'),
  line('ledger check --format json='),
  line('ledger check --format json --format sarif'),
  line('ledger check --format json=a.json --format sarif=a.json'),
  line('ledger check --format json=ledger.yaml'),
  line('ledger check --dry-run'),
  line('ledger check --since HEAD --assume line-bj-2026=gone'),
  line('ledger check --assume line-bj-2026'),
  line('ledger check --assume line-bj-2026.expires=['),
  line('ledger check --assume line-bj-2026.title.zh=x'),
  line('ledger check --assume line-bj-2026=gone --format gitlab'),
  line('ledger horizon --until 2026-11-01'),
  line('ledger horizon --until soon'),
  line('ledger export'),
  line('ledger export --to xlsx', { env: { TERM: 'xterm' } }),
  line("ledger check ''"),
  line('ledger rules --as-of 2026-11-21'),
  line('ledger rules --fail'),
  line('ledger notify --to wecom --steps often'),
  // Files and folders.
  line('ledger check nowhere.yaml'),
  line('ledger check \uFFFD.ledger.yaml'),
  line('ledger check empty'),
  line('ledger check /dev/null'),
  line("ledger check 'no/*.yaml'"),
  line('ledger check broken.ledger.yaml'),
  line('ledger report broken.ledger.yaml --output report.html'),
  line('ledger check --format json=empty'),
  line('ledger rules test empty'),
  line('ledger renew line-bj-2026 --expires +1y --yes --file pair'),
  line('ledger add domain --file broken.ledger.yaml --title x --expires never --yes'),
  // Entries.
  line('ledger show line-bj-2062'),
  line('ledger add domain'),
  line('ledger add domain --title x --expires 2027-01-01'),
  line(`ledger add domain --expires soon --title x --yes`),
  line(`ledger add domain ${ADD} --set registrant`),
  line(`ledger add domain ${ADD} --provider a --set provider=b`),
  entry('[]'),
  entry('{ "kind": "certificate", "title": "x", "expires": "2027-01-01" }'),
  line('ledger add domain --json empty --yes'),
  line(`ledger add domain ${ADD}`, { writes: true }),
  line('ledger add domain --title example.com --expires 2027-01-09 --yes'),
  line('ledger add icp --number A2.B1.B2-20222637 --scope 北京 --issued 2026-01-01 --expires 2030-12-31 --yes'),
  line('ledger add domain --licence telecom --yes'),
  line('ledger add isp --licence number-95 --scope 北京 --yes'),
  line('ledger add isp --licence telecom --scope 北京 --yes'),
  line('ledger add edi --licence telecom --scope 北京 --number 1 --yes'),
  line('ledger renew telecom --expires 2027-01-01 --yes'),
  line('ledger renew line-bj-2025 --expires +1y --yes'),
  line('ledger renew filing-main --expires +1y --yes'),
  line('ledger record renewal line-bj-2026 --yes'),
  line('ledger record renewal telekom --yes'),
  line('ledger record annual-report telecom 20225 --yes'),
  line('ledger record annual-report telecom 2026 --yes'),
  line('ledger record public-report 2026 --yes'),
  line('ledger record renewal telecom --on 2026-11-22 --yes'),
  line('ledger record fee number-95 2026-Q5 --yes'),
  line('ledger record province-filing number-95 Peking --yes'),
  line('ledger record duty fire-dril 2026-Q4 --yes'),
  line('ledger record duty fire-drill 2027-Q4 --yes'),
  line('ledger record contact-change telecom/isp --changed 2026-11-01 --yes'),
  line('ledger record change name --on 2026-11-20 --yes'),
  line('ledger record security-body 网络安全部 many --yes'),
  line('ledger record platform-registration --yes'),
  line('ledger record evaluation portal --yes'),
  line('ledger record result-sent portal 2025-11-20 --yes --file systems.ledger.yaml'),
  line('ledger record change name --on 2026-11-20 --yes --file systems.ledger.yaml'),
  line('ledger record duty drill 2026-Q3 --yes --file duties.ledger.yaml'),
  line('ledger waive isp/leased-line telecom --until 2026-11-01 --reason x --approved-by 张三 --yes'),
  line('ledger waive isp/leased-line telecom --until 2027-11-01 --reason x --approved-by 张三 --yes'),
  line('ledger waive resource/expiry domain-main --until +30d --reason x --approved-by 张三 --yes'),
  line('ledger waive isp/bandwidth telecom --until +30d --reason x --approved-by 张三 --yes'),
  line('ledger waive schema/type telecom --until +30d --reason x --approved-by 张三 --yes'),
  line('ledger evidence add line-bj-2026 ../scan.pdf --yes'),
  line('ledger evidence add line-bj-2026 empty --yes'),
  line('ledger evidence add line-bj-2026 ledger.yaml --yes'),
  line('ledger renew line-bj-2026 --resume'),
  // Spreadsheets.
  sheet('编号,备注\n1,x\n'),
  sheet(SHEET),
  sheet(`${SHEET}域名,a.example,soon\n`),
  sheet(`${SHEET}"域名\n`),
  line('ledger import scan.pdf --dry-run'),
  line('ledger import old.xls --dry-run', { files: { 'old.xls': OLD_WORKBOOK } }),
  line('ledger import register.xlsx --dry-run', { files: { 'register.xlsx': BROKEN_WORKBOOK } }),
  sheet(`${SHEET}域名,a.example,2027-01-01\n`, '--map 到期日 --dry-run'),
  sheet(`${SHEET}域名,a.example,2027-01-01\n`, '--map 截止=expires --dry-run'),
  sheet(`${SHEET}域名,a.example,2027-01-01\n`, '--sheet 合同 --dry-run'),
  sheet(`${SHEET}域名,a.example,2027-01-01\n`, '--as renewal --dry-run'),
  sheet('编号,种类,名称,到期日\ndomain-main,域名,example.com,2028-01-09\n', '--update --yes'),
  sheet('编号,种类,名称,到期日\ndomain-main,域名,example.com,2026-12-09\n', '--update --as renewal --yes'),
  sheet('编号,种类,名称,到期日\na,域名,a.example,2027-01-01\na,域名,a.example,2028-01-01\n'),
  sheet(`${PAPERS}isp,B1-1,全国,2025-01-02,2030-01-01\nidc,B1-1,全国,2025-01-02,2031-01-01\n`),
  sheet(`${PAPERS}edi,A2.B1.B2-20222637,全国,2022-03-15,2030-01-01\n`),
  // A first ledger.
  line('ledger init new --company 甲公司 --licence isp --yes'),
  line('ledger init new --company 甲公司 --licence satellite:1:2030-01-01 --yes'),
  line('ledger init --company 甲公司 --yes'),
  {
    lines: ['ledger init a --company 甲公司 --ci github --yes', 'ledger init b --company 乙公司 --ci github --yes'],
    isCommitted: true,
  },
  committed('ledger init a --company 甲公司 --ci github --yes', {
    files: { '.github/workflows/ledger.yml': 'jobs: { a: { steps: [{ run: npx licence-ledger check }] } }\n' },
  }),
  committed('ledger init a --company 甲公司 --ci gitlab --yes', {
    files: { '.gitlab-ci.yml': 'test: { script: [make] }\n' },
  }),
  // Git.
  line('ledger log'),
  committed('ledger check --since no-such-branch'),
  committed('ledger diff main', { files: { 'main/a.ledger.yaml': small('甲公司') } }),
  line('ledger log', { env: { PATH: '/nowhere' } }),
  // Papers, reports and messages.
  line('ledger pack telecom --output pair'),
  line('ledger pack n95 --output pack --file pair'),
  line('ledger pack papers --output pack --file papers/ledger.yaml', { writes: true }),
  line('ledger notify --to wecom --send'),
  line('ledger notify --to wecom --send', { env: { LEDGER_WECOM_URL: 'not an address' } }),
  line('ledger notify pair/b.ledger.yaml --to wecom --send --steps 1', {
    env: { LEDGER_WECOM_URL: 'https://robot.example/' },
  }),
  line('ledger notify --to wecom --state state.json', { files: { 'state.json': '{' } }),
  line('ledger overview broken.json', { files: { 'broken.json': '{' } }),
  line('ledger overview broken.ledger.yaml'),
  { lines: ['ledger check pair/b.ledger.yaml nowhere.yaml --format json=a.json', 'ledger overview a.json'] },
  { lines: [`${REPORT_A} --as-of 2026-11-20`, 'ledger overview a.json ledger.yaml'] },
  { lines: [REPORT_A, 'ledger check pair/b.ledger.yaml --format json=b.json', 'ledger overview a.json b.json'] },
  {
    lines: [
      REPORT_A,
      'ledger add domain --title x --expires 2026-11-01 --yes --file pair/b.ledger.yaml',
      'ledger check pair/b.ledger.yaml --format json=b.json',
      'ledger overview a.json b.json',
    ],
  },
  line('ledger report --output site/', { files: { 'site/index.html': 'mine' } }),
  line('ledger receipt scan.pdf'),
];
