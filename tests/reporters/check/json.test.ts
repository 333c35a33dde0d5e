import { describe, expect, test } from 'vitest';

import type { Report } from '../../../src/domain/report.ts';
import { type CheckReport, checkReportSchema } from '../../../src/schema/check-report-schema.ts';
import { buildFinding, buildLedgerReport, buildReport } from '../../support/build-report.ts';
import { day } from '../../support/days.ts';
import { renderJson } from '../../support/render-check.ts';
import { basisOf, SAMPLE } from '../../support/sample-report.ts';

function parse(report: Report, language: 'zh' | 'en' = 'en'): CheckReport {
  return checkReportSchema.parse(JSON.parse(renderJson(report, language)));
}

function fingerprintsOf(report: Report): readonly string[] {
  return parse(report).findings.map(({ fingerprint }) => fingerprint);
}

describe('renderJson', () => {
  test('has the keys of the contract, in its order', () => {
    const finding = buildFinding({
      rule: 'isp/leased-line',
      status: 'gap',
      severity: 'warning',
      related: ['line-bj-2026'],
      date: '2026-12-13',
      period: '2026-Q4',
      gapDays: 3,
      sum: { zh: '甲', en: 'A' },
      basis: [basisOf('24(1)', 'secondary'), basisOf(undefined, 'text')],
      location: { file: 'ledger.yaml', line: 31, column: 14, endLine: 31, endColumn: 24 },
      identity: 'ledger.yaml isp/leased-line isp line-bj-2026',
      waived: { until: day('2027-01-31'), reason: '新线路验收中', approvedBy: '张三' },
    });
    expect(renderJson(buildReport([buildLedgerReport({ findings: [finding] })]), 'en')).toMatchInlineSnapshot(`
      "{
        "schema": "ledger/check@1",
        "asOf": "2026-11-21",
        "timezone": "Asia/Shanghai",
        "verdict": "pass",
        "exitCode": 0,
        "counts": {
          "error": 0,
          "warning": 0,
          "info": 0,
          "waived": 1,
          "undetermined": 0
        },
        "asked": {
          "met": 10,
          "atRisk": 0,
          "open": 0,
          "waived": 1,
          "undetermined": 0
        },
        "files": [
          "ledger.yaml"
        ],
        "results": [
          {
            "file": "ledger.yaml",
            "company": "示例云网科技有限公司",
            "verdict": "pass",
            "counts": {
              "error": 0,
              "warning": 0,
              "info": 0,
              "waived": 1,
              "undetermined": 0
            }
          }
        ],
        "findings": [
          {
            "rule": "isp/leased-line",
            "status": "gap",
            "severity": "warning",
            "subject": "isp",
            "related": [
              "line-bj-2026"
            ],
            "date": "2026-12-13",
            "daysLeft": 22,
            "actBy": "2026-12-11",
            "actByCalendar": "published",
            "period": "2026-Q4",
            "gapDays": 3,
            "message": "no leased line since 2026-11-01 (21 days)",
            "remedy": "Sign the next leased line.",
            "sum": "A",
            "basis": [
              {
                "instrument": "Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42)",
                "article": "24(1)",
                "url": "https://www.gov.cn/gongbao/content/2017/content_5240090.htm",
                "certainty": "secondary"
              },
              {
                "instrument": "Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42)",
                "url": "https://www.gov.cn/gongbao/content/2017/content_5240090.htm",
                "certainty": "text"
              }
            ],
            "location": {
              "file": "ledger.yaml",
              "line": 31,
              "column": 14,
              "endLine": 31,
              "endColumn": 24
            },
            "fingerprint": "e6db015fb235fad5174b98319df6359b81863672e055632e9830244c3be41dbe",
            "waived": {
              "until": "2027-01-31",
              "reason": "新线路验收中",
              "approvedBy": "张三"
            }
          }
        ]
      }
      "
    `);
  });

  test('leaves out what a finding does not have', () => {
    const report = buildReport([buildLedgerReport({ findings: [buildFinding()] })]);
    expect(Object.keys(parse(report).findings[0] ?? {})).toEqual([
      'rule',
      'status',
      'severity',
      'subject',
      'related',
      'message',
      'remedy',
      'basis',
      'location',
      'fingerprint',
    ]);
  });

  test('agrees with its schema', () => {
    expect(parse(SAMPLE).findings).toHaveLength(7);
    expect(parse(SAMPLE, 'zh').findings[0]?.message).toBe('统一社会信用代码的校验位不对');
  });

  test('without a ledger the head is whole all the same', () => {
    expect(parse(buildReport([]))).toEqual({
      schema: 'ledger/check@1',
      asOf: '2026-11-21',
      timezone: 'Asia/Shanghai',
      verdict: 'none',
      exitCode: 3,
      counts: { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 },
      asked: { met: 0, atRisk: 0, open: 0, waived: 0, undetermined: 0 },
      files: [],
      results: [],
      findings: [],
    });
  });

  test('tells each ledger at a glance: its verdict, what comes next, and the first day on which a licence breaks', () => {
    const next = buildFinding({ rule: 'licence/renewal', status: 'due', severity: 'warning', date: '2026-12-14' });
    const report = buildReport([
      buildLedgerReport({ findings: [next] }),
      buildLedgerReport({ file: 'b.ledger.yaml' }),
      buildLedgerReport({ file: 'c.ledger.yaml', ledger: undefined }),
    ]);
    const json = renderJson(report, 'en', ({ file }) =>
      file === 'ledger.yaml' ? { day: day('2027-03-15'), licence: 'isp' } : undefined,
    );
    const counts = { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 };
    const company = '示例云网科技有限公司';
    expect(checkReportSchema.parse(JSON.parse(json)).results).toEqual([
      {
        file: 'ledger.yaml',
        company,
        verdict: 'fail',
        counts: { ...counts, warning: 1 },
        next: { date: '2026-12-14', actBy: '2026-12-14', rule: 'licence/renewal', subject: 'isp' },
        breach: { day: '2027-03-15', licence: 'isp' },
      },
      { file: 'b.ledger.yaml', company, verdict: 'pass', counts },
      { file: 'c.ledger.yaml', verdict: 'none', counts },
    ]);
  });

  test('has service, owner, gaps and the command that puts it right', () => {
    const fix = { command: ['ledger', 'renew', 'line', '--expires', '+1y'] };
    const gaps = [{ from: day('2026-12-01'), to: day('2026-12-10') }];
    const finding = buildFinding({ status: 'gap', service: 'isp', owner: '网络部', gaps, gapDays: 10, fix });
    expect(parse(buildReport([buildLedgerReport({ findings: [finding] })])).findings[0]).toMatchObject({
      service: 'isp',
      owner: '网络部',
      gaps: [{ from: '2026-12-01', to: '2026-12-10', days: 10 }],
      fix,
    });
  });

  test('escapes what acts on a terminal, and keeps the data', () => {
    const message = 'a\u009B31m\u202E\u2028b\u{E0041}\uD83D';
    const json = renderJson(
      buildReport([buildLedgerReport({ findings: [buildFinding({ message: { zh: message, en: message } })] })]),
      'zh',
    );
    expect(json).toContain(String.raw`"a\u009b31m\u202e\u2028b\udb40\udc41\ud83d"`);
    expect(JSON.parse(json)).toMatchObject({ findings: [{ message }] });
  });

  test('the schema lets in keys that a later version may add', () => {
    const json: unknown = JSON.parse(renderJson(SAMPLE, 'en'));
    expect(checkReportSchema.safeParse(json).success).toBe(true);
    expect(checkReportSchema.safeParse(Object.assign({}, json, { more: 1 })).success).toBe(true);
    expect(checkReportSchema.safeParse(Object.assign({}, json, { verdict: 'maybe' })).success).toBe(false);
  });
});

describe('fingerprints', () => {
  test('are all different', () => {
    const fingerprints = fingerprintsOf(SAMPLE);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  test('stay when lines move and days pass', () => {
    const moved = {
      ...SAMPLE,
      ledgers: SAMPLE.ledgers.map((ledger) => ({
        ...ledger,
        findings: ledger.findings.map((finding) => ({
          ...finding,
          daysLeft: 1,
          location: { ...finding.location, line: finding.location.line + 40, endLine: finding.location.endLine + 40 },
        })),
      })),
    };
    expect(fingerprintsOf(moved)).toEqual(fingerprintsOf(SAMPLE));
  });
});
