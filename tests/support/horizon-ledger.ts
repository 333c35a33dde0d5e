/**
 * A ledger whose time line has everything: a paper with two services, gaps of many days and of three, a term that is
 * undetermined, one that is given up, and a duty of the company's own.
 */
export const HORIZON_LEDGER = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 12000000 }
policy: { since: 2026-01-01, owner: 合规部 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2027-03-14, opened: 2022-06-01, annualReports: { 2025: 2026-02-20 } }
  - id: data
    number: B1-20230601
    issued: 2023-06-01
    expires: 2028-05-31
    owner: 许可组
    services:
      - { kind: idc, scope: [北京, 河北], opened: 2023-09-01 }
      - { kind: ip-vpn, scope: [北京, 河北], opened: 2023-09-01 }
    annualReports: { 2025: 2026-02-20 }
  - { id: cdn, kind: cdn, number: B1-20230602, scope: national, issued: 2025-06-01, expires: 2026-12-31, opened: 2025-07-01, renewal: { applied: 2026-08-31 }, annualReports: { 2025: 2026-02-20 } }
  - { id: n95, kind: number-95, numbers: ["95123"], scope: national, issued: 2025-01-01, opened: 2025-03-01, expires: 2029-12-31, annualReports: { 2025: 2026-02-20 }, feesPaid: { 2025-Q4: 2026-01-05, 2026-Q1: 2026-04-01, 2026-Q2: 2026-07-01, 2026-Q3: 2026-10-09 } }
  - { id: n400, kind: number-400, numbers: ["4001234567"], issued: 2025-01-01, expires: 2029-12-31, closed: 2027-02-01 }
resources:
  - { id: line-bj-2025, kind: leased-line, title: 北京亦庄专线接入协议, expires: 2026-10-31, serves: [isp], owner: 网络部 }
  - { id: line-bj-2026, kind: leased-line, title: 北京亦庄专线接入协议, starts: 2026-12-24, expires: 2027-06-30, serves: [isp, cdn], follows: line-bj-2025, owner: 网络部 }
  - { id: ip, kind: ip-addresses, title: IP地址, expires: 2027-09-30, serves: [isp, data, cdn], autoRenew: { months: 12, noticeDays: 30 } }
  - { id: ev, kind: system-evaluation, title: 评测报告, expires: never, serves: [isp, data, cdn] }
  - { id: room-2026, kind: machine-room, title: 廊坊机房机架租赁合同, expires: 2026-12-31, serves: [data/idc] }
  - { id: room-2027, kind: machine-room, title: 廊坊机房机架租赁合同, starts: 2027-01-04, expires: 2027-12-31, serves: [data/idc], follows: room-2026 }
  - { id: bandwidth, kind: bandwidth, title: 带宽合同, expires: 2027-07-31, serves: [data/idc, cdn], warnWithin: 90 }
  - { id: agreement, kind: operator-agreement, expires: never, serves: [n400] }
  - { id: example-domain, kind: domain, title: example.com, expires: 2027-01-03 }
  - { id: spare-domain, kind: domain, title: example.org, expires: 2027-01-04, renew: false }
duties:
  - { id: drill, title: 机房消防演练, for: data/idc, every: { months: 6 }, from: 2026-07-01, grace: 10, severity: warning, owner: 运维部 }
`;
