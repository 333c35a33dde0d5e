/** A ledger with an entry of each status, as of 2026-11-21. */
export const REGISTER = `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 20000000 }
policy: { since: 2026-11-01 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2027-03-14, owner: 法务部 }
  - { id: cdn, kind: cdn, number: 京B1-20211116, scope: [北京, 河北], issued: 2021-11-16, expires: 2026-11-15 }
resources:
  - id: line-bj-2025
    kind: leased-line
    title: 北京亦庄专线接入协议
    provider: 中国电信股份有限公司北京分公司
    starts: 2025-11-01
    expires: 2026-10-31
    serves: [isp]
    owner: 网络部
  - id: line-bj-2026
    kind: leased-line
    title: 北京亦庄专线接入协议（续签）
    provider: 中国电信股份有限公司北京分公司
    starts: 2026-12-01
    expires: 2027-11-30
    serves: [isp]
    follows: line-bj-2025
    owner: 网络部
  - { id: domain-main, kind: domain, title: example.com, expires: 2027-01-10, owner: 运维部, notes: "=1+1" }
  - { id: nodes-sh, kind: hosting, title: 上海节点, expires: 2026-11-30, serves: [cdn], renew: false }
  - { id: room, kind: machine-room, title: 机架, starts: 2024-01-01, expires: 2025-12-31, autoRenew: { months: 12, noticeDays: 30 } }
  - { id: seal, kind: e-seal, title: 电子印章, expires: never }
`;
