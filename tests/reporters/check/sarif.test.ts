import type { Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';

import type { Report } from '../../../src/domain/report.ts';
import { allRules } from '../../../src/rules/catalogue.ts';
import { buildFinding, buildLedger, buildLedgerReport, buildLicence, buildReport } from '../../support/build-report.ts';
import { day } from '../../support/days.ts';
import { renderSarif } from '../../support/render-check.ts';
import { basisOf, SAMPLE } from '../../support/sample-report.ts';
import { readSarif } from '../../support/sarif-schema.ts';

function runOf(report: Report, language: 'zh' | 'en' = 'en'): Run {
  const log = readSarif(renderSarif(report, { language, rules: allRules(), version: '1.2.3' }));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultsOf(...args: Parameters<typeof runOf>): readonly Result[] {
  return runOf(...args).results ?? [];
}

describe('the run', () => {
  test('describes the rules that found something and no others, and each result names its rule twice', () => {
    const { tool, results = [] } = runOf(SAMPLE);
    const { rules = [] } = tool.driver;
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(results.map(({ ruleId }) => ruleId)));
    for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  test.each(['zh', 'en'] as const)('is valid in %s, with the rules in the order of the catalogue', (language) => {
    const findings = allRules().map(({ id }) => buildFinding({ rule: id }));
    const report = buildReport([buildLedgerReport({ findings: findings.toReversed() })]);
    const { rules = [] } = runOf(report, language).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(allRules().map(({ id }) => id));
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { shortDescription, fullDescription, help } of rules) {
      expect(shortDescription?.text).toMatch(/\S/u);
      // What GitHub takes of both.
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(help?.markdown).toMatch(/\S/u);
    }
  });

  test('gives a rule its help, its address and its level', () => {
    const rule = runOf(SAMPLE).tool.driver.rules?.find(({ id }) => id === 'isp/leased-line');
    expect(rule).toMatchObject({
      name: 'IspLeasedLine',
      helpUri: 'https://www.gov.cn/gongbao/content/2017/content_5240090.htm',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['isp'] },
    });
    expect(rule?.help?.markdown).toContain('**Legal basis**\n\n- [Telecommunications Business Licensing Measures');
    expect(rule?.help?.markdown).toContain('](<https://www.gov.cn/gongbao/content/2017/content_5240090.htm>)');
    expect(rule?.help?.text).toContain('What to do: ');
  });

  test('a rule that rests on no law has no address and says so', () => {
    const rule = runOf(SAMPLE, 'zh').tool.driver.rules?.find(({ id }) => id === 'resource/expiry');
    expect(rule).not.toHaveProperty('helpUri');
    expect(rule?.help?.markdown).toContain('无：本规则不出自法律。');
  });

  test('says how columns count and how the run ended, and no time', () => {
    expect(runOf(SAMPLE)).toMatchObject({
      columnKind: 'utf16CodeUnits',
      language: 'en-US',
      automationDetails: { id: 'ledger/' },
      invocations: [{ executionSuccessful: true, exitCode: 1 }],
      tool: { driver: { name: 'ledger', semanticVersion: '1.2.3' } },
    });
    expect(Object.keys(runOf(SAMPLE).invocations?.[0] ?? {})).toEqual(['executionSuccessful', 'exitCode']);
  });

  test('without a verdict it was not successful', () => {
    expect(runOf(buildReport([]))).toMatchObject({
      invocations: [{ executionSuccessful: false, exitCode: 3 }],
      results: [],
    });
  });
});

describe('a result', () => {
  test('has its rule, level, place, fingerprint and facts', () => {
    const [finding] = resultsOf(
      buildReport([
        buildLedgerReport({
          findings: [
            buildFinding({
              severity: 'warning',
              date: '2026-12-13',
              period: '2026-Q4',
              basis: [basisOf('24(1)', 'secondary')],
              location: { file: 'ledger.yaml', line: 31, column: 14, endLine: 31, endColumn: 24 },
            }),
          ],
        }),
      ]),
    );
    expect(finding).toEqual({
      ruleId: 'isp/leased-line',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'isp: no leased line since 2026-11-01 (21 days)' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'ledger.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 31, startColumn: 14, endLine: 31, endColumn: 24 },
          },
        },
      ],
      relatedLocations: [],
      partialFingerprints: { 'ledger/v1': '40b7a5442eb61fd91b605252655b25eb6d21ec74d3d5b23bdbc479ed700b18f5' },
      suppressions: [],
      properties: {
        status: 'expired',
        subject: 'isp',
        date: '2026-12-13',
        daysLeft: 22,
        actBy: '2026-12-11',
        period: '2026-Q4',
        remedy: 'Sign the next leased line.',
      },
    });
  });

  test('information is a note', () => {
    expect(resultsOf(SAMPLE).map(({ level }) => level)).toEqual([
      'error',
      'warning',
      'error',
      'error',
      'warning',
      'warning',
      'note',
    ]);
  });

  test('every result has a place, whatever it is about', () => {
    for (const { locations } of resultsOf(SAMPLE)) {
      expect(locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
    }
  });

  test('links to the entries that cause it, where they stand', () => {
    const place = { file: 'ledger.yaml', line: 16, column: 9, endLine: 16, endColumn: 21 };
    const report = buildLedgerReport({ findings: [buildFinding({ related: ['line-bj-2025', 'gone'] })] });
    const placeOf = (id: string): typeof place | undefined => (id === 'line-bj-2025' ? place : undefined);
    const [finding] = resultsOf(buildReport([{ ...report, placeOf }]));
    expect(finding?.message.text).toBe('isp: no leased line since 2026-11-01 (21 days) [line-bj-2025](1)');
    expect(finding?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'line-bj-2025' }, physicalLocation: { region: { startLine: 16, endColumn: 21 } } },
    ]);
  });

  test('links to the licence where something else of it must change', () => {
    const place = { file: 'ledger.yaml', line: 6, column: 9, endLine: 6, endColumn: 12 };
    const findings = [
      buildFinding({ related: ['line'], path: ['resources', 0, 'expires'] }),
      buildFinding({ path: ['licences', 0, 'id'] }),
    ];
    const ledger = buildLedger({ licences: [buildLicence()] });
    const report = buildReport([{ ...buildLedgerReport({ ledger, findings }), placeOf: () => place }]);
    expect(resultsOf(report).map(({ message }) => message.text)).toEqual([
      'isp: no leased line since 2026-11-01 (21 days) [line](1) [isp](2)',
      'isp: no leased line since 2026-11-01 (21 days)',
    ]);
  });

  test('names service, owner and the command that puts it right', () => {
    const fix = { command: ['ledger', 'add', 'leased-line', '--serves', 'isp/isp'] };
    const findings = [buildFinding({ service: 'isp', owner: '网络部', fix })];
    const [finding] = resultsOf(buildReport([buildLedgerReport({ findings })]));
    expect(finding?.message.text).toBe('isp/isp: no leased line since 2026-11-01 (21 days)');
    expect(finding?.properties).toMatchObject({ service: 'isp', owner: '网络部', fix: fix.command });
  });

  test('that is waived is suppressed, with who answers for it', () => {
    const waived = { until: day('2027-01-31'), reason: '排期中', approvedBy: '张三' };
    const [finding] = resultsOf(buildReport([buildLedgerReport({ findings: [buildFinding({ waived })] })]));
    expect(finding?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'until 2027-01-31, approved by 张三: 排期中' },
    ]);
  });

  test('keeps braces and links of the data from meaning anything', () => {
    const message = { zh: '', en: 'write { a: {0} } [x](1)' };
    const [finding] = resultsOf(buildReport([buildLedgerReport({ findings: [buildFinding({ message })] })]));
    expect(finding?.message.text).toBe('isp: write {{ a: {{0}} }} [x] (1)');
  });

  test.each([
    ['companies/ledger.yaml', { uri: 'companies/ledger.yaml', uriBaseId: '%SRCROOT%' }],
    ['../甲 乙/ledger.yaml', { uri: '../%E7%94%B2%20%E4%B9%99/ledger.yaml', uriBaseId: '%SRCROOT%' }],
    ['D:/ledger.yaml', { uri: 'file:///D:/ledger.yaml' }],
  ])('a file that the repository knows as %s', (name, artifactLocation) => {
    const report = buildReport([buildLedgerReport({ repositoryPath: name, findings: [buildFinding()] })]);
    const [finding] = resultsOf(report);
    expect(finding?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(artifactLocation);
  });
});

test('the fingerprint does not move with the place or the day', () => {
  const one = buildFinding({ date: '2026-12-13' });
  const later = { ...one, daysLeft: 3, location: { ...one.location, line: 99, endLine: 99 } };
  const [first] = resultsOf(buildReport([buildLedgerReport({ findings: [one] })]));
  const [second] = resultsOf(buildReport([buildLedgerReport({ findings: [later] })]));
  expect(second?.partialFingerprints).toEqual(first?.partialFingerprints);
});
