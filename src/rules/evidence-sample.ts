/** Ledgers with evidence, and the files beside them: the examples of the evidence rules. */
import type { Examples } from '../domain/rule.ts';

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

export function ledgerWith(evidence: string): string {
  return resource('kind: leased-line', 'expires: 2028-11-20', 'evidence:', `  - ${evidence}`);
}

export function ledgerWithCertificate(expires: string): string {
  return resource('kind: certificate', `expires: ${expires}`, 'evidence: [{ path: evidence/example.com.pem }]');
}

export function ledgerVerified(verified: string): string {
  return `policy: { verifyWithin: 6 }\n${resource('kind: domain', 'expires: never', `verified: ${verified}`)}`;
}

export function ledgerRequiring(kind: string): string {
  return `policy: { requireEvidence: [${kind}] }\n${resource('kind: domain', 'expires: never')}`;
}

function resource(...fields: readonly string[]): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司 }',
    'resources:',
    '  - id: example',
    ...fields.map((field) => `    ${field}`),
    '',
  ].join('\n');
}
