import { expect, test } from 'vitest';

import { checkReportSchema } from '../../../src/schema/check-report-schema.ts';
import { buildFinding, buildLedgerReport, buildReport } from '../../support/build-report.ts';
import { renderGitlab, renderJson } from '../../support/render-check.ts';
import { SAMPLE } from '../../support/sample-report.ts';

test('an entry has what GitLab reads', () => {
  const location = { file: 'ledger.yaml', line: 31, column: 14, endLine: 31, endColumn: 24 };
  const report = buildReport([
    buildLedgerReport({ repositoryPath: 'companies/ledger.yaml', findings: [buildFinding({ location })] }),
  ]);
  expect(renderGitlab(report, 'en')).toMatchInlineSnapshot(`
    "[
      {
        "description": "isp: no leased line since 2026-11-01 (21 days)",
        "check_name": "isp/leased-line",
        "fingerprint": "40b7a5442eb61fd91b605252655b25eb6d21ec74d3d5b23bdbc479ed700b18f5",
        "severity": "critical",
        "location": {
          "path": "companies/ledger.yaml",
          "lines": {
            "begin": 31
          }
        }
      }
    ]
    "
  `);
});

test('severities are those of GitLab, an invalid file blocks, and what is waived is left out', () => {
  const invalid = buildLedgerReport({ ledger: undefined, findings: [buildFinding({ rule: 'yaml/syntax' })] });
  const entries: unknown = JSON.parse(renderGitlab(buildReport([...SAMPLE.ledgers, invalid]), 'en'));
  expect(entries).toMatchObject(
    ['critical', 'minor', 'critical', 'minor', 'minor', 'info', 'blocker'].map((severity) => ({ severity })),
  );
});

test('fingerprints are those of the JSON', () => {
  const report = buildReport([buildLedgerReport({ findings: [buildFinding()] })]);
  const { findings } = checkReportSchema.parse(JSON.parse(renderJson(report, 'en')));
  expect(JSON.parse(renderGitlab(report, 'en'))).toMatchObject([{ fingerprint: findings[0]?.fingerprint }]);
});

test('nothing is an empty list', () => {
  expect(renderGitlab(buildReport([]), 'en')).toBe('[]\n');
});
