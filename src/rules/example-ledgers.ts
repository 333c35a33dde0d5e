/** The ledgers of the examples: whole, small and in order, so that the one line that matters stands out. */
import type { Examples } from '../domain/rule.ts';

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

/** The day on which the examples of the evidence rules are judged. */
export const AS_OF = '2026-11-21';

export const CONTRACT_FILE: Examples['files'] = { 'evidence/line-2026.txt': '专线接入协议（副本）\n' };

export const CONTRACT_SHA256 = '56465ee42048a758de9ffdd2983f96272ff044eaefd2fb8e8455a69d18e34dc6';

/** Ends on 2028-11-20 at 16:00 in Greenwich, when 2028-11-21 begins in China. */
export const CERTIFICATE_FILE: Examples['files'] = {
  'evidence/example.com.pem': `-----BEGIN CERTIFICATE-----
MIIBaTCCAQ+gAwIBAgIBAjAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxFeGFtcGxl
IFJvb3QwHhcNMjYxMTIxMDAwMDAwWhcNMjgxMTIwMTYwMDAwWjAWMRQwEgYDVQQD
DAtleGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNrc/D4yC0vS
L6ROj7ihOhBjOEldKe5xks1Kh3di034aPbUrICtNieZP/KmmH+MVIF+WeQdBDSEI
uh9WaWJldQCjTTBLMAkGA1UdEwQCMAAwHQYDVR0OBBYEFIoMVDWKElSs4SB2v5lj
teXdIzs+MB8GA1UdIwQYMBaAFOM7xf5i5UWMeoOGX2cwRx5EdU5xMAoGCCqGSM49
BAMCA0gAMEUCIFixbkt0+NMw/jE5UaUtgyCmVjQw4uAaMd26ew3BiGaoAiEA07UQ
vcTwzs+aSsqvRQfW6Ng5a4B+6EQ4ttLhbk9zoW4=
-----END CERTIFICATE-----
`,
};

/** A contract with one file of evidence. */
export function ledgerWith(evidence: string): string {
  return resourceLedger('leased-line', 'expires: 2028-11-20', 'evidence:', `  - ${evidence}`);
}

export function ledgerWithCertificate(expires: string): string {
  return resourceLedger('certificate', `expires: ${expires}`, 'evidence: [{ path: evidence/example.com.pem }]');
}

export function ledgerVerified(verified: string): string {
  return withPolicy('verifyWithin: 6', resourceLedger('domain', 'expires: never', `verified: ${verified}`));
}

export function ledgerRequiring(kind: string): string {
  return withPolicy(`requireEvidence: [${kind}]`, resourceLedger('domain', 'expires: never'));
}

function withPolicy(policy: string, ledger: string): string {
  return ledger.replace('resources:\n', `policy: { ${policy} }\nresources:\n`);
}
