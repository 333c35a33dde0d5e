/** A spreadsheet goes into a ledger, in memory. */
import { type MemoryMachine, runInMemory } from './memory-io.ts';
import { documentOf } from './read-ledger.ts';

/** A ledger without entries. */
export const EMPTY = 'version: 1\ncompany: { name: 示例云网科技有限公司 }\n';
export const WITH_LICENCE = `version: 1 # 版本
company: { name: 示例云网科技有限公司 }
licences:
  # 接入
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2027-03-14 }
`;

export interface Imported {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly text: string | undefined;
  readonly data: { readonly licences?: readonly object[]; readonly resources?: readonly object[] };
}

/** The file is written beside the ledger. */
export async function importFile(
  name: string,
  bytes: string | Uint8Array,
  argv: readonly string[] = ['--yes'],
  { ledger = WITH_LICENCE, ...machine }: MemoryMachine & { readonly ledger?: string } = {},
): Promise<Imported> {
  const files = { 'ledger.yaml': ledger, [name]: bytes };
  const { code, stdout, stderr, written } = await runInMemory(['import', name, ...argv], { files, ...machine });
  const text = written.get('/company/ledger.yaml');
  const { data } = await documentOf(text ?? ledger);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a valid ledger, as the program left it
  return { code, stdout, stderr, text, data: data as Imported['data'] };
}

/** The same for a CSV file. */
export async function importCsv(
  text: string,
  ...more: Parameters<typeof importFile> extends [string, unknown, ...infer Rest] ? Rest : never
): Promise<Imported> {
  return importFile('台账.csv', text, ...more);
}
