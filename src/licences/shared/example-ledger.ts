/** The ledgers of the examples: whole, small, and alike, so that the one line that matters stands out. */
interface ExampleOptions {
  readonly kind: string;
  readonly expires: string;
  readonly issued?: string;
  /** CNY. */
  readonly capital?: number;
  /** Null: reports are asked for from the day of issue. */
  readonly since?: string | null;
  /** One more line of the licence. */
  readonly also?: string;
  readonly resource?: { readonly kind: string; readonly expires: string };
}

export function exampleLedger(options: ExampleOptions): string {
  const { kind, expires, issued = '2022-03-15', capital = 12_000_000, since = '2026-11-01', also, resource } = options;
  const lines = [
    'version: 1',
    'company:',
    '  name: 示例云网科技有限公司',
    `  registeredCapital: ${capital}`,
    ...(since === null ? [] : [`policy: { since: ${since} }`]),
    'licences:',
    `  - id: ${kind}`,
    `    kind: ${kind}`,
    '    number: B1-20220315',
    '    scope: national',
    `    issued: ${issued}`,
    `    expires: ${expires}`,
    ...(also === undefined ? [] : [`    ${also}`]),
  ];
  if (resource !== undefined) {
    lines.push(
      'resources:',
      `  - id: ${resource.kind}`,
      `    kind: ${resource.kind}`,
      `    title: ${kind}`,
      '    starts: 2024-11-01',
      `    expires: ${resource.expires}`,
      `    serves: [${kind}]`,
    );
  }
  return `${lines.join('\n')}\n`;
}
