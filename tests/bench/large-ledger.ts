/** A ledger of many contracts that chain, overlap and run out, and that serve many licences. */
export function largeLedger(resources: number): string {
  const licences = Math.max(1, Math.round(resources / 50));
  const lines = [
    'version: 1',
    'company: { name: 示例云网科技有限公司, registeredCapital: 12000000 }',
    'policy: { since: 2026-01-01 }',
    'licences:',
  ];
  for (let at = 0; at < licences; at += 1) {
    lines.push(
      `  - id: isp-${at}`,
      '    kind: isp',
      `    number: B1-${at}`,
      '    scope: national',
      '    issued: 2024-03-15',
      `    expires: 20${28 + (at % 3)}-03-14`,
      '    annualReports: { 2025: 2026-02-20 }',
    );
  }
  lines.push('resources:');
  const kinds = ['leased-line', 'ip-addresses', 'system-evaluation', 'domain', 'certificate'];
  for (let at = 0; at < resources; at += 1) {
    lines.push(
      `  - id: contract-${at}`,
      `    kind: ${kinds[at % kinds.length] ?? 'domain'}`,
      `    title: 北京亦庄接入协议第${at}号`,
      '    provider: 中国电信股份有限公司北京分公司',
      `    starts: 2025-${String(1 + (at % 12)).padStart(2, '0')}-01`,
      `    expires: ${2026 + (at % 4)}-${String(1 + (at % 12)).padStart(2, '0')}-28`,
      `    serves: [isp-${at % licences}]`,
      '    owner: 网络部',
    );
  }
  return `${lines.join('\n')}\n`;
}
