/** Ledgers to measure with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Look {
  /** Whether contracts run out and leave gaps; else nearly all of them are good for years. */
  readonly hasLapsed?: boolean;
  readonly company?: string;
}

export const COMPANY = '示例云网科技有限公司';

const KINDS = ['leased-line', 'ip-addresses', 'system-evaluation', 'domain', 'certificate'];
const SOUND_KINDS = ['leased-line', 'ip-addresses', 'system-evaluation', 'machine-room', 'bandwidth'];

/** A ledger of many contracts that chain, overlap and run out, and that serve many licences. */
export function largeLedger(resources: number, { hasLapsed = true, company = COMPANY }: Look = {}): string {
  const licences = Math.max(1, Math.round(resources / 50));
  const kinds = hasLapsed ? KINDS : SOUND_KINDS;
  const lines = [
    'version: 1',
    `company: { name: ${company}, registeredCapital: 12000000 }`,
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
      `    expires: ${hasLapsed ? 2028 + (at % 3) : 2029}-03-14`,
      '    annualReports: { 2025: 2026-02-20 }',
      ...(hasLapsed ? [] : ['    opened: 2024-06-01', '    shown: 2026-06-01', '    publicised: 2024-03-28']),
    );
  }
  lines.push('resources:');
  for (let at = 0; at < resources; at += 1) {
    const month = String(1 + (at % 12)).padStart(2, '0');
    lines.push(
      `  - id: contract-${at}`,
      `    kind: ${kinds[at % kinds.length] ?? 'domain'}`,
      `    title: 北京亦庄接入协议第${at}号`,
      '    provider: 中国电信股份有限公司北京分公司',
      `    starts: 2025-${month}-01`,
      `    expires: ${(hasLapsed ? 2026 : 2029) + (at % 4)}-${month}-28`,
      `    serves: [isp-${hasLapsed ? at % licences : Math.min(licences - 1, Math.floor(at / 50))}]`,
      '    owner: 网络部',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A folder of companies, each with a ledger of fifty contracts. */
export function writeGroup(folder: string, companies: number): void {
  for (let at = 0; at < companies; at += 1) {
    const own = path.join(folder, `company-${at}`);
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'ledger.yaml'), largeLedger(50, { company: `示例第${at}电信有限公司` }));
  }
}

/** As many transactions of a double-entry ledger as there are contracts, for the programs that check those. */
export function journal(entries: number, style: 'hledger' | 'beancount'): string {
  const isBean = style === 'beancount';
  const head = isBean ? ['2024-01-01 open Expenses:Line', '2024-01-01 open Assets:Bank'] : [];
  return [
    ...head,
    ...Array.from({ length: entries }, (_, at) => {
      const month = String(1 + (at % 12)).padStart(2, '0');
      const title = isBean ? `* "北京亦庄接入协议第${at}号"` : `北京亦庄接入协议第${at}号`;
      return `2025-${month}-01 ${title}\n  Expenses:Line  ${at + 1} CNY\n  Assets:Bank  -${at + 1} CNY\n`;
    }),
  ].join('\n');
}
