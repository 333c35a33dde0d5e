/** Small ledgers for tests of the commands. As of 2026-11-21 each of them has at most the one finding that it is named after: the company is of this year. */

export const AS_OF = ['--as-of', '2026-11-21'] as const;

/** A contract and nothing else; without more it is good for a year. */
export function certificateUntil(expires: string, more = ''): string {
  return `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }
resources:
  - { id: cert, kind: maintenance, expires: ${expires} }
${more}`;
}

export const CLEAN = certificateUntil('2027-11-20');
export const EXPIRING = certificateUntil('2026-12-01');
export const EXPIRED = certificateUntil('2026-11-01');

/** `resource/notice` alone: information, never a failure by default. */
export const NOTICE = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }
resources:
  - { id: room, kind: machine-room, starts: 2024-01-01, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 } }
`;

export const NO_YAML = 'version: 1\ncompany: [\n';
export const UNKNOWN_FIELD = certificateUntil('2027-11-20', 'colour: red\n');

/** The company's own requirement `own/iso27001` is not met; the licence itself has findings of its own. */
export const OWN_REQUIREMENT = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 20000000 }
policy: { since: 2026-11-01 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-03-14 }
requirements:
  - { id: iso27001, licence: isp, needs: iso27001 }
`;

/** A ledger whose report is longer than any pipe takes at once. */
export function largeLedger(entries: number): string {
  const lines = Array.from(
    { length: entries },
    (_, at) => `  - { id: cert-${at}, kind: maintenance, expires: 2026-11-01 }`,
  );
  return `version: 1\ncompany: { name: 示例云网科技有限公司 }\nresources:\n${lines.join('\n')}\n`;
}

/** A company with one paper, of which all is recorded and nothing is wrong. */
export const COMPLETE = `version: 1
company:
  name: 安好信息技术有限公司
  creditCode: 91110108MA01ABCD2H
  established: 2018-03-01
  personalInformation: { persons: 5000, selfChecks: [2026-03-01] }
  security: { body: 网络安全部, staff: 3 }
  publicReports: { 2018: 2019-05-01, 2019: 2020-05-01, 2020: 2021-05-01, 2021: 2022-05-01, 2022: 2023-05-01, 2023: 2024-05-01, 2024: 2025-05-01, 2025: 2026-05-01 }
  paidIn: { done: 2018-05-01 }
  registeredCapital: 10000000
licences:
  - id: icp
    kind: icp
    number: 京B2-20230456
    issued: 2023-06-20
    expires: 2028-06-19
    scope: [北京]
    opened: 2023-07-01
    shown: 2026-10-01
    publicised: 2023-06-25
    scopeEntered: 2023-07-01
    annualReports: { 2023: 2024-02-20, 2024: 2025-02-20, 2025: 2026-02-20 }
    apps: []
    owner: 合规部
resources:
  - { id: domain, kind: domain, title: anhao.cn, provider: 阿里云, starts: 2020-01-01, expires: 2029-12-31, serves: [icp], registrant: 安好信息技术有限公司 }
  - { id: hosting, kind: hosting, title: 托管协议, provider: 中国电信, starts: 2024-01-01, expires: 2028-12-31, serves: [icp] }
  - { id: filing, kind: icp-filing, title: 京ICP备20230001号, starts: 2023-07-01, expires: never, serves: [icp] }
`;
