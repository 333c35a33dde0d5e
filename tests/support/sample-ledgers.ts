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
