/** The ledgers of the examples: whole, small, and alike, so that the one line that matters stands out. */
import { addDays, addMonths, formatDay, parseDay } from '../../domain/calendar-day.ts';

interface ExampleOptions {
  readonly kind: string;
  readonly expires?: string;
  /** Five years before its end, if not said. */
  readonly issued?: string;
  /** CNY. */
  readonly capital?: number;
  /** Null: reports are asked for from the day of issue. */
  readonly since?: string | null;
  /** One more line of the licence. */
  readonly also?: string;
  /** Fields of the licence where they differ from what its kind has; null leaves one out. */
  readonly fields?: Fields;
  /** In place of the one service, each in one line. */
  readonly services?: readonly string[];
  /** One more licence, in one line. */
  readonly besides?: string;
  readonly resource?: { readonly kind: string; readonly expires: string };
}

type Fields = Readonly<Record<string, string | null>>;

/** A licence in the middle of its term. */
const EXPIRES = '2029-03-14';

/** Of a telecom licence. */
const SHOWN = { shown: '2026-01-15' };

/** A number in its term, in use and in order. */
const NUMBER = { number: '号[2024]00315-A011' };

/** Before it was put to use. */
const FILED = { filings: '{ 北京: 2020-01-06 }' };

const USUAL: Readonly<Record<string, Fields>> = {
  'number-95': { ...NUMBER, ...FILED, holder: 'service-enterprise', numbers: '["95123"]' },
  'number-96': { ...NUMBER, holder: 'service-enterprise', scope: '[北京]', numbers: '["96123"]' },
  'number-106': { ...NUMBER, ...FILED, holder: 'service-enterprise', numbers: '["106950001234"]' },
  'number-400': { number: '合同2024-018', numbers: '["4001234567"]' },
  'number-700': {
    number: '号[2026]00700-A001',
    issued: '2026-01-04',
    scope: '[北京]',
    opened: '2026-03-01',
    role: 'base-platform',
    prefix: '"70012345678"',
    numbers: '["700123456780001"]',
    middleNumbers: '[]',
  },
  icp: { apps: '[]' },
  edi: { apps: '[]' },
  'call-centre': { callRecords: '{ kept: 180, checked: 2026-06-01 }' },
  sp: {
    messageRecords: '{ kept: 12, checked: 2026-06-01 }',
    portRecords: '{ sent: 12, ended: 12, checked: 2026-06-01 }',
  },
};

export function exampleLedger(options: ExampleOptions): string {
  const { kind, expires = EXPIRES, issued = fiveYearsBefore(expires), services, resource } = options;
  const { capital = 12_000_000, since = '2026-11-01', also, fields, besides } = options;
  const ofService: Fields = { kind, scope: 'national', opened: addDaysTo(issued, 90) };
  const ofPaper: Fields = { number: 'A2.B1.B2-20240315', issued, expires };
  const usual: Fields = {
    ...(kind.startsWith('number-') ? {} : SHOWN),
    ...(services === undefined ? ofService : {}),
    ...ofPaper,
    ...USUAL[kind],
    ...fields,
  };
  const lines = [
    'version: 1',
    'company:',
    '  name: 示例云网科技有限公司',
    `  registeredCapital: ${capital}`,
    ...(since === null ? [] : [`policy: { since: ${since} }`]),
    'licences:',
    `  - id: ${kind}`,
    ...Object.entries(usual).flatMap(([name, value]) => (value === null ? [] : [`    ${name}: ${value}`])),
    ...(services === undefined ? [] : ['    services:', ...services.map((service) => `      - ${service}`)]),
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

function fiveYearsBefore(expires: string): string {
  return edited(expires, (day) => addDays(addMonths(day, -60), 1));
}

function addDaysTo(iso: string, days: number): string {
  return edited(iso, (day) => addDays(day, days));
}

type Day = NonNullable<ReturnType<typeof parseDay>>;

function edited(iso: string, change: (day: Day) => Day): string {
  const day = parseDay(iso);
  return day === undefined ? iso : formatDay(change(day));
}
