/** One command line at least for each command of the program, and the files that they work on. */
import { ExitCode } from '../../src/exit-code.ts';
import { LEDGER } from './recording-ledger.ts';

/** The commands that write, by the words that name them: what each is given beside these. */
export const WRITERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  add: [
    ['domain', '--title', 'x', '--expires', 'never'],
    ['idc', '--licence', 'isp', '--scope', '北京'],
  ],
  renew: [['line-bj-2025', '--expires', '+1y']],
  waive: [['isp/leased-line', 'isp', '--until', '+30d', '--reason', 'x', '--approved-by', 'y']],
  'evidence add': [['isp', 'scan.pdf']],
  import: [['register.csv']],
  init: [['books', '--company', 'x']],
  check: [['slip.ledger.yaml', '--fix', '--fail-on', 'never']],
  'record annual-report': [
    ['isp', '2025', '--on', '2026-02-20'],
    // What stands there already: the answer must not hang on that.
    ['isp', '2024', '--on', '2025-02-20'],
  ],
  'record renewal': [['isp']],
  'record declined': [['isp']],
  'record fee': [['n95', '2026-Q3']],
  'record opened': [['isp']],
  'record shown': [['isp']],
  'record disused': [['n95']],
  'record end-reported': [['n95']],
  'record province-filing': [['n95', '北京']],
  'record closed': [['isp']],
  'record ended': [['line-bj-2025', '--on', '2026-10-15']],
  'record duty': [['fire-drill', '2026-Q3']],
  'record evaluation': [['portal']],
  'record assessment': [['portal']],
  'record verified': [['seal']],
  'record established': [['--on', '2018-05-20']],
  'record public-report': [['2025']],
  'record paid-in': [[]],
  'record paid-in-by': [['--on', '2032-06-30']],
  'record publicised': [['isp']],
  'record business-scope': [['isp']],
  'record penalty': [['2026-09-01']],
  'record security-body': [['网络安全部', '5']],
  'record service-report': [[]],
  'record self-check': [[]],
  'record audit': [[]],
  'record officer': [[]],
  'record filed': [['portal']],
  'record connected': [['portal']],
  'record police-filed': [['portal']],
  'record reviewed': [['core']],
  'record regraded': [['core']],
  'record result-sent': [['portal', '2025-11-20']],
  'record platform': [[]],
  'record platform-registration': [[]],
  'record platform-report': [['2026-Q3']],
  'record change': [['address']],
  'record contact-change': [['n95', '--changed', '2026-09-18']],
  'record branch': [['河北', 'opened', '--decided', '2026-09-01']],
};

/** What the command lines need beside them. */
export const FILES = {
  'ledger.yaml': `${LEDGER.replace('  systems:', '  platform: { started: 2026-01-05 }\n$&\n    - { id: core, kind: network-unit, level: 3 }')}duties:
  - { id: fire-drill, title: 消防演练, for: isp, every: { months: 3 }, from: 2026-01-01 }
`,
  'slip.ledger.yaml': LEDGER.replace('2027-03-14', '2027/3/14'),
  'scan.pdf': 'x',
  'register.csv': '种类,名称,到期日\n域名,example.com,2027-12-31\n',
  'own.cases.yaml': `company: { name: 示例公司 }
cases:
  - name: 域名过期
    asOf: 2026-11-21
    select: [resource/expiry]
    resources: [{ id: a, kind: domain, expires: 2026-11-01 }]
    expect: [{ rule: resource/expiry, status: expired, subject: a }]
`,
  'receipt.json': `${JSON.stringify({
    schema: 'ledger/receipt@1',
    asOf: '2026-11-20',
    timezone: 'Asia/Shanghai',
    program: 'ledger 0.1.0',
    rules: '0'.repeat(64),
    ledgers: [],
    failOn: 'warning',
    counts: { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 },
    verdict: 'pass',
  })}\n`,
} as const;

/** The commands that only tell, with what they are given and how they end; `diff` and `log` want a repository. */
export const TELLERS: Readonly<Record<string, { readonly given: readonly string[]; readonly code?: ExitCode }>> = {
  check: { given: ['ledger.yaml', '--as-of', '2026-11-21'], code: ExitCode.findings },
  status: { given: [] },
  todo: { given: [] },
  horizon: { given: [] },
  calendar: { given: [] },
  overview: { given: [] },
  list: { given: [] },
  show: { given: ['isp'] },
  report: { given: [] },
  receipt: { given: ['receipt.json'] },
  pack: { given: ['isp', '--output', 'pack'] },
  export: { given: ['--to', 'csv'] },
  // These two only list what stands below them.
  record: { given: [], code: ExitCode.usage },
  evidence: { given: [], code: ExitCode.usage },
  diff: { given: [] },
  log: { given: [] },
  notify: { given: ['--to', 'wecom'] },
  explain: { given: ['isp/leased-line'] },
  rules: { given: [] },
  'rules test': { given: ['own.cases.yaml'] },
  schema: { given: [] },
  // Whoever started it goes away without a word.
  lsp: { given: [], code: ExitCode.findings },
  completion: { given: ['bash'] },
};
