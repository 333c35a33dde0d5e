/** What holds for every pair of ledgers, whatever came between them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { diffSchema } from '../../src/schema/diff-schema.ts';
import { testRepository } from '../support/git-repository.ts';
import { checkSince, runInRepository, type SinceReport } from '../support/run-in-repository.ts';

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10));
const id = fc.constantFrom('a', 'b', 'c', 'd');

const resource = fc.record(
  {
    id,
    kind: fc.constantFrom('leased-line', 'domain', 'maintenance', 'ip-addresses'),
    starts: fc.constant('2020-01-01'),
    expires: day,
    serves: fc.constantFrom(['isp'], ['idc'], []),
    renew: fc.boolean(),
    verified: fc.constantFrom('2026-10-01', '2027-10-01'),
  },
  { requiredKeys: ['id', 'kind', 'expires'] },
);
const licence = (kind: string): fc.Arbitrary<object> =>
  fc.record(
    {
      id: fc.constant(kind),
      kind: fc.constant(kind),
      expires: day,
      scope: fc.constant('national'),
      issued: fc.constant('2022-03-15'),
      annualReports: fc.constantFrom({}, { 2025: '2026-02-20' }),
    },
    { requiredKeys: ['id', 'kind', 'expires'] },
  );
const waiver = fc.record({
  rule: fc.constantFrom('resource/expiry', 'isp/leased-line', 'licence/expiry', 'isp/nothing'),
  entry: fc.constantFrom('a', 'b', 'isp', 'gone'),
  from: fc.constant('2026-11-01'),
  until: fc.constantFrom('2026-11-20', '2026-12-31', '2027-12-31'),
  reason: fc.constant('验收中'),
  approvedBy: fc.constant('张三'),
});

const valid = fc.record({
  version: fc.constant(1),
  company: fc.record({ name: fc.constant('示例公司'), registeredCapital: fc.constantFrom(1, 20_000_000) }),
  policy: fc.record({ since: fc.constant('2026-01-01'), warnWithin: fc.constantFrom(0, 60, 400) }),
  licences: fc.tuple(licence('isp'), licence('idc')),
  resources: fc.uniqueArray(resource, { selector: ({ id }) => id, maxLength: 4 }),
  waivers: fc.array(waiver, { maxLength: 2 }),
});
/** JSON is YAML too; some are no ledgers. */
const text = fc.oneof(
  { weight: 6, arbitrary: valid.map((ledger) => JSON.stringify(ledger)) },
  { weight: 1, arbitrary: fc.constantFrom('version: 1\n', 'version: 1\ncompany: [\n') },
);

const fingerprints = (findings: SinceReport['findings']): readonly string[] =>
  findings.map(({ fingerprint }) => fingerprint).toSorted();

test('what was brought in and what was not are all there is, and what is gone was put right', async () => {
  const repository = await testRepository({});
  const plain = async (content: string): Promise<SinceReport> => {
    repository.write({ 'ledger.yaml': content });
    const { stdout } = await runInRepository(['check', '--format', 'json'], repository);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its schema has a test of its own
    return JSON.parse(stdout) as SinceReport;
  };
  await fc.assert(
    fc.asyncProperty(text, text, async (then, now) => {
      const before = await plain(then);
      repository.commit();
      const after = await plain(now);
      const { code, report } = await checkSince('HEAD', repository, { more: [] });
      expect(fingerprints(report.findings)).toEqual(fingerprints(after.findings));
      expect(report.findings.every(({ baseline }) => baseline !== undefined)).toBe(true);
      const still = new Set(fingerprints(after.findings));
      const gone = fingerprints(before.findings).filter((one) => !still.has(one));
      expect(fingerprints(report.fixed)).toEqual(after.verdict === 'none' ? [] : gone);
      const known = new Set(fingerprints(before.findings));
      for (const { baseline, fingerprint } of report.findings) {
        expect(baseline === 'new').toBe(!known.has(fingerprint));
      }
      // A diff with the same commit says the same of the findings.
      const { stdout } = await runInRepository(['diff', '--format', 'json'], repository);
      const told = diffSchema.parse(JSON.parse(stdout)).files;
      const broughtIn = report.findings.filter(({ baseline }) => baseline !== 'unchanged');
      expect(told.flatMap(({ brought }) => brought).toSorted()).toEqual(fingerprints(broughtIn));
      expect(told.flatMap(({ fixed }) => fixed).toSorted()).toEqual(fingerprints(report.fixed));

      expect(report.counts).toEqual(after.counts);
      const failing = (report.since.counts['error'] ?? 0) + (report.since.counts['warning'] ?? 0) > 0;
      expect(code).toBe(after.verdict === 'none' ? 3 : failing ? 1 : 0);

      repository.commit();
      expect(JSON.parse((await runInRepository(['diff', '--format', 'json'], repository)).stdout)).toMatchObject({
        files: [],
        unchanged: 1,
      });
      const unchanged = await checkSince('HEAD', repository, { more: [] });
      expect(unchanged.report.findings.filter(({ baseline }) => baseline !== 'unchanged')).toEqual([]);
      expect(unchanged.report.fixed).toEqual([]);
      expect(unchanged.code).toBe(after.verdict === 'none' ? 3 : 0);
    }),
    { numRuns: 25 },
  );
}, 600_000);
