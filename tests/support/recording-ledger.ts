/** A ledger to write in. The day in memory is 2026-11-21. */
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
