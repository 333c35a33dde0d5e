/** A ledger to write in, and commands that do. */
import { type MemoryMachine, type MemoryRun, runInMemory } from './memory-io.ts';

/** The day in memory is 2026-11-21. */
export const LEDGER = `# 台账
version: 1
company:
  name: 示例云网科技有限公司
  registeredCapital: 20000000
  changes:
    - { what: address, registered: 2026-08-20 }
  systems:
    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }
policy: { since: 2026-01-01 }
licences:
  - id: isp # 互联网接入
    kind: isp
    number: B1-20220315
    scope: national
    issued: 2022-03-15
    expires: 2027-03-14
    opened: 2022-06-01
    annualReports: { 2024: 2025-02-20 }
  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31 }
resources:
  - id: line-bj-2025
    kind: leased-line
    title: 北京亦庄专线接入协议
    provider: 中国电信股份有限公司北京分公司
    starts: 2025-11-01
    expires: 2026-10-31
    serves: [isp]
    owner: 网络部
  - { id: seal, kind: e-seal, title: 电子印章, expires: never }
`;

/** A paper with three services, a grant of numbers and a duty of the company's own. */
export const PAPERS = `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 100000000 }
policy: { since: 2026-01-01 }
licences:
  - id: telecom
    number: A2.B1.B2-20222637
    issued: 2022-03-15
    expires: 2027-03-14 # 五年
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: idc, scope: [北京, 上海] }
      - { kind: cdn, scope: national, opened: 2022-09-01 }
    verified: 2026-10-01
    evidence: [{ path: evidence/licence.pdf }]
  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31, contactChanges: [{ changed: 2026-09-18 }] }
resources:
  - { id: line, kind: leased-line, title: 专线, expires: 2027-12-31, serves: [telecom/isp] }
  - { id: room, kind: machine-room, title: 机房, expires: 2027-12-31, serves: [telecom] }
duties:
  - { id: fire-drill, title: 机房消防演练, for: telecom/idc, every: { months: 3 }, from: 2026-01-01, done: { 2026-Q1: 2026-03-12 } }
`;

/** Runs a command that writes in that ledger, with `--yes` where nobody is there to answer and nothing else is said. */
export async function runWriter(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  const isSaid = machine.answers !== undefined || argv.includes('--yes') || argv.includes('--dry-run');
  return runInMemory(isSaid ? argv : [...argv, '--yes'], { files: { 'ledger.yaml': LEDGER }, ...machine });
}
