/** The ledgers of the examples: whole, small, and alike, so that the one line that matters stands out. */
interface ExampleOptions {
  readonly kind: string;
  readonly expires: string;
  readonly number?: string;
  readonly issued?: string;
  /** CNY. */
  readonly capital?: number;
  /** Null: reports are asked for from the day of issue. */
  readonly since?: string | null;
  /** One more line of the licence. */
  readonly also?: string;
  /** Fields of the licence where they differ from what its kind has; null leaves one out. */
  readonly fields?: Fields;
  /** One more licence, in one line. */
  readonly besides?: string;
  readonly resource?: { readonly kind: string; readonly expires: string };
}

type Fields = Readonly<Record<string, string | null>>;

/** A number in its term, in use and in order. */
const NUMBER = { number: '号[2022]00315-A011', opened: '2022-03-15' };

const USUAL: Readonly<Record<string, Fields>> = {
  'number-95': { ...NUMBER, holder: 'service-enterprise', numbers: '["95123"]' },
  'number-96': { ...NUMBER, scope: '[北京]', numbers: '["96123"]' },
  'number-106': { ...NUMBER, numbers: '["106950001234"]' },
  'number-400': { number: '合同2022-018', numbers: '["4001234567"]' },
  'number-700': {
    number: '号[2026]00700-A001',
    issued: '2026-01-04',
    scope: '[北京]',
    prefix: '"70012345678"',
    numbers: '["700123456780001"]',
  },
};

export function exampleLedger(options: ExampleOptions): string {
  const { kind, expires, issued = '2022-03-15', capital = 12_000_000, since = '2026-11-01' } = options;
  const { number = 'B1-20220315', also, fields, besides, resource } = options;
  const usual: Fields = { number, scope: 'national', issued, expires, ...USUAL[kind], ...fields };
  const lines = [
    'version: 1',
    'company:',
    '  name: 示例云网科技有限公司',
    `  registeredCapital: ${capital}`,
    ...(since === null ? [] : [`policy: { since: ${since} }`]),
    'licences:',
    `  - id: ${kind}`,
    `    kind: ${kind}`,
    ...Object.entries(usual).flatMap(([name, value]) => (value === null ? [] : [`    ${name}: ${value}`])),
    ...(also === undefined ? [] : [`    ${also}`]),
    ...(besides === undefined ? [] : [`  - ${besides}`]),
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
