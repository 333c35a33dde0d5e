/** A ledger with one resource. */
export function resourceLedger(kind: string, ...fields: readonly string[]): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司 }',
    'resources:',
    `  - id: ${kind}-example`,
    `    kind: ${kind}`,
    ...fields.map((field) => `    ${field}`),
    '',
  ].join('\n');
}

export function domainLedger(...fields: readonly string[]): string {
  return resourceLedger('domain', 'title: example.com', ...fields);
}
