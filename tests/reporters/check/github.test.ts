import { describe, expect, test } from 'vitest';

import { buildFinding, buildLedgerReport, buildReport } from '../../support/build-report.ts';
import { renderGithub } from '../../support/render-check.ts';
import { basisOf, SAMPLE } from '../../support/sample-report.ts';
import { commandsIn } from '../../support/workflow-commands.ts';

describe('annotations', () => {
  test('are a line each', () => {
    const findings = [
      buildFinding({
        basis: [basisOf('24(1)', 'secondary')],
        location: { file: 'a:b, 100%.yaml', line: 31, column: 14, endLine: 31, endColumn: 24 },
      }),
    ];
    expect(renderGithub(buildReport([buildLedgerReport({ file: 'a:b, 100%.yaml', findings })]), 'en')).toBe(
      '::error file=a%3Ab%2C 100%25.yaml,line=31,endLine=31,col=14,endColumn=24,title=isp/leased-line isp::' +
        'no leased line since 2026-11-01 (21 days)%0A' +
        'law: Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42), article 24(1) (reported by others)%0A' +
        'do: Sign the next leased line.\n',
    );
  });

  test('have the levels of GitHub, and leave out what is waived', () => {
    expect(
      commandsIn(renderGithub(SAMPLE, 'en')).map(({ command, properties }) => [command, properties['title']]),
    ).toEqual([
      ['error', 'company/credit-code company'],
      ['warning', 'licence/renewal isp'],
      ['error', 'isp/leased-line isp'],
      ['warning', 'idc/machine-room idc'],
      ['warning', 'resource/expiry example-domain'],
      ['notice', 'waiver/expired isp'],
    ]);
  });

  test('over several lines have no columns', () => {
    const location = { file: 'ledger.yaml', line: 3, column: 2, endLine: 5, endColumn: 1 };
    const report = buildReport([buildLedgerReport({ findings: [buildFinding({ location })] })]);
    expect(commandsIn(renderGithub(report, 'en'))[0]?.properties).toEqual({
      file: 'ledger.yaml',
      line: '3',
      endLine: '5',
      title: 'isp/leased-line isp',
    });
  });

  test('of nothing are nothing', () => {
    expect(renderGithub(buildReport([buildLedgerReport()]), 'en')).toBe('');
  });
});
