/* oxlint-disable unicorn/consistent-function-scoping -- what a test needs stands beside it */
/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { STATES } from '../../src/domain/status.ts';
import { runInMemory } from '../support/memory-io.ts';

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 20000000 }
policy: { since: 2026-11-01 }
licences:
  - id: telecom
    number: B1-20222637
    issued: 2022-03-15
    expires: 2027-03-14
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: cdn, scope: national }
resources:
  - { id: line, kind: leased-line, starts: 2024-11-01, expires: 2028-10-31, serves: [telecom/isp] }
  - { id: nodes, kind: hosting, starts: 2024-11-01, expires: 2026-12-10, serves: [telecom/cdn] }
  - { id: seal, kind: maintenance, starts: 2024-11-01, expires: 2027-11-30 }
waivers:
  - { rule: isp/ip-addresses, entry: telecom/isp, from: 2026-11-01, until: 2026-12-31, reason: 换签中, approvedBy: 张三 }
`;

const AS_OF = ['--as-of', '2026-11-21'];

interface Row {
  readonly subject: string;
  readonly service?: string;
  readonly rule: string;
  readonly state: string;
  readonly until?: string;
  readonly by: readonly string[];
  readonly fingerprint?: string;
  readonly reason?: string;
}

interface Status {
  readonly schema: string;
  readonly asked: Readonly<Record<string, number>>;
  readonly notApplicable: number;
  readonly rows: readonly Row[];
}

async function json<Document>(argv: readonly string[], ledger = LEDGER): Promise<Document> {
  const run = await runInMemory([...argv, ...AS_OF, '--format', 'json'], { files: { 'ledger.yaml': ledger } });
  return JSON.parse(run.stdout) as Document;
}

describe('status', () => {
  test('has a row for whatever a rule looked at, in each state', async () => {
    const { schema, rows } = await json<Status>(['status']);
    expect(schema).toBe('ledger/status@1');
    const stateOf = (rule: string, service?: string): string | undefined =>
      rows.find((row) => row.rule === rule && row.service === service)?.state;
    expect(stateOf('isp/leased-line', 'isp')).toBe('met');
    expect(stateOf('cdn/hosting', 'cdn')).toBe('at-risk');
    expect(stateOf('cdn/bandwidth', 'cdn')).toBe('open');
    expect(stateOf('isp/ip-addresses', 'isp')).toBe('waived');
    expect(stateOf('licence/opened', 'cdn')).toBe('undetermined');
    expect(stateOf('evidence/none')).toBe('not-applicable');
  });

  test('says until when and by what something is met, and why something does not apply', async () => {
    const { rows } = await json<Status>(['status']);
    expect(rows.find(({ rule }) => rule === 'isp/leased-line')).toMatchObject({ until: '2027-03-14', by: ['line'] });
    for (const row of rows.filter(({ state }) => state === 'not-applicable')) expect(row.reason).toBeTruthy();
  });

  test('of one licence has what serves it, and nothing else', async () => {
    const { rows } = await json<Status>(['status', 'telecom']);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(['telecom', 'line', 'nodes']));
  });

  test('of a licence that is not there is wrong usage', async () => {
    const run = await runInMemory(['status', 'telecm', ...AS_OF], { files: { 'ledger.yaml': LEDGER } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Did you mean `telecom`?');
  });

  test.each(['en', 'zh'])('tells in %s the counts that `check` tells', async (lang) => {
    const files = { 'ledger.yaml': LEDGER };
    const status = await runInMemory(['status', ...AS_OF, '--lang', lang], { files });
    const check = await runInMemory(['check', ...AS_OF, '--lang', lang], { files });
    expect(status.code).toBe(0);
    const told = /(?:\d+ checked: [^.]*\.|共检查\d+项：[^。]*。)/u.exec(status.stdout.replaceAll(/\s+/gu, ' '))?.[0];
    expect(told).toBeDefined();
    expect(check.stdout.replaceAll(/\s+/gu, ' ')).toContain(told);
  });

  test('says where the reasons stand of what does not apply to the company', async () => {
    const files = { 'ledger.yaml': LEDGER };
    const { stdout } = await runInMemory(['status', ...AS_OF, '--lang', 'en'], { files });
    expect(stdout.replaceAll(/\s+/gu, ' ')).toMatch(
      /\d+ more do not apply, for the reasons in `ledger status --format json`\./u,
    );
    const json = await runInMemory(['status', ...AS_OF, '--lang', 'en', '--format', 'json'], { files });
    expect(json.stdout).toContain('"reason": "no IP addresses in force are on record"');
  });

  test('of what is no ledger names the day that was asked for', async () => {
    const files = { 'ledger.yaml': LEDGER.replace('version: 1', 'version: 1\nsince: 2026') };
    const run = await runInMemory(['status', '--as-of', '2026-03-01', '--lang', 'en'], { files });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('as of 2026-03-01');
    expect(run.stdout).toBe('Nothing could be judged: the errors say why.\n');
  });

  test.each([
    ['text', /Not everything could be judged: the errors say why\./u],
    ['markdown', /Not everything could be judged: the errors say why\./u],
  ])('beside a file that is no ledger says so as %s', async (format, told) => {
    const files = { 'a/ledger.yaml': LEDGER, 'b/ledger.yaml': 'version: 1\nbroken' };
    const paths = ['a', 'b'].flatMap((folder) => ['--file', folder]);
    const run = await runInMemory(['status', ...paths, ...AS_OF, '--format', format, '--lang', 'en'], { files });
    expect(run.code).toBe(3);
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toMatch(told);
  });

  test('as Markdown has a table for each licence', async () => {
    const run = await runInMemory(['status', ...AS_OF, '--format', 'markdown'], { files: { 'ledger.yaml': LEDGER } });
    expect(run.stdout).toContain('### telecom');
    expect(run.stdout).toContain('| ✖ | `cdn/bandwidth` | telecom/cdn | open |');
  });
});

test('every row is in one state, and check finds something exactly where a row is not met', async () => {
  const someDay = fc
    .integer({ min: 2020, max: 2032 })
    .chain((year) => fc.constantFrom(`${year}-01-31`, `${year}-11-30`));
  const optional = <Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.option(one, { nil: undefined });
  const service = fc.record({
    kind: fc.constantFrom('isp', 'idc', 'cdn'),
    scope: optional(fc.constantFrom('national', ['北京'], ['北京', '上海'])),
    opened: optional(someDay),
  });
  const paper = fc.record({
    id: fc.constant('telecom'),
    number: optional(fc.constantFrom('B1-1', '京B2-2', 'x')),
    expires: someDay,
    annualReports: optional(fc.constant({ 2025: '2026-02-01' })),
    renewal: optional(fc.record({ applied: someDay })),
    owner: optional(fc.constant('网络部')),
    services: fc.uniqueArray(service, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind }),
  });
  const contract = fc.record({
    kind: fc.constantFrom('leased-line', 'bandwidth', 'hosting', 'domain', 'leasd-line'),
    starts: optional(fc.constant('2020-01-01')),
    expires: someDay,
    serves: fc.subarray(['telecom']),
    renew: optional(fc.boolean()),
  });
  const ledgers = fc.record({
    version: fc.constant(1),
    company: fc.record({ name: fc.constant('示例'), registeredCapital: optional(fc.constant(20_000_000)) }),
    licences: fc.tuple(paper),
    resources: fc.array(contract, { maxLength: 4 }).map((all) => all.map((one, at) => ({ id: `r${at}`, ...one }))),
    waivers: fc.subarray([
      {
        rule: 'isp/leased-line',
        entry: 'telecom',
        from: '2026-11-01',
        until: '2026-12-01',
        reason: 'x',
        approvedBy: 'y',
      },
    ]),
  });
  await fc.assert(
    fc.asyncProperty(ledgers, async (given) => {
      const ledger = JSON.stringify(given);
      const { rows, asked, notApplicable } = await json<Status>(['status'], ledger);
      const check = await json<{
        readonly asked: Status['asked'];
        readonly findings: readonly { readonly fingerprint: string }[];
      }>(['check'], ledger);
      const states: readonly string[] = STATES;
      expect(rows.every(({ state }) => states.includes(state))).toBe(true);
      const found = rows.filter(({ state }) => state !== 'met' && state !== 'not-applicable');
      expect(found.map(({ fingerprint = '' }) => fingerprint).toSorted()).toEqual(
        check.findings.map(({ fingerprint }) => fingerprint).toSorted(),
      );
      expect(rows.filter(({ fingerprint }) => fingerprint !== undefined)).toEqual(found);
      expect(check.asked).toEqual(asked);
      expect(Object.values(asked).reduce((sum, one) => sum + one, notApplicable)).toBe(rows.length);
    }),
    { numRuns: 60 },
  );
});
