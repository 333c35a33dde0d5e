/** The ledgers of the examples: whole, small and in order, so that the one line that matters stands out. */

/** A company with one licence: what differs are the facts of the company, mostly its changes. */
export function licenseeLedger(...facts: readonly string[]): string {
  return [
    ...companyLines(facts),
    'policy: { since: 2026-11-01 }',
    'licences:',
    '  - { id: edi, kind: edi, number: B2-20220315, scope: national, issued: 2022-03-15, opened: 2022-06-01, expires: 2031-11-20 }',
    'resources:',
    '  - { id: domain, kind: domain, title: example.com, registrant: 示例云网科技有限公司, expires: never, serves: [edi] }',
    '  - { id: hosting, kind: hosting, title: 服务器托管合同, expires: never, serves: [edi] }',
    '  - { id: filing, kind: icp-filing, title: 京ICP备20220315号, expires: never, serves: [edi] }',
    '',
  ].join('\n');
}

/** A company with one contract: what differs are its systems. */
export function systemLedger(...facts: readonly string[]): string {
  return [
    ...companyLines(facts),
    'resources:',
    '  - { id: hosting, kind: hosting, title: 服务器托管合同, expires: never }',
    '',
  ].join('\n');
}

/** A company with one contract or proof. */
export function resourceLedger(kind: string, ...fields: readonly string[]): string {
  return [
    ...companyLines([]),
    'resources:',
    `  - id: ${kind}-example`,
    `    kind: ${kind}`,
    ...fields.map((field) => `    ${field}`),
    '',
  ].join('\n');
}

function companyLines(facts: readonly string[]): readonly string[] {
  return [
    'version: 1',
    'company:',
    '  name: 示例云网科技有限公司',
    ...(facts.some((fact) => fact.startsWith('creditCode')) ? [] : ['  creditCode: 91110108MA01ABCD5T']),
    '  registeredCapital: 12000000',
    ...facts.map((fact) => `  ${fact}`),
  ];
}
