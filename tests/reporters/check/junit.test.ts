import { describe, expect, test } from 'vitest';

import type { FailLevel } from '../../../src/domain/policy.ts';
import type { Report } from '../../../src/domain/report.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
} from '../../support/build-report.ts';
import { day } from '../../support/days.ts';
import { elementsOf, readXml, type XmlElement } from '../../support/read-xml.ts';
import { renderJunit } from '../../support/render-check.ts';
import { basisOf, SAMPLE } from '../../support/sample-report.ts';

function read(report: Report, language: 'zh' | 'en' = 'en'): XmlElement {
  return readXml(renderJunit(report, language));
}

/** `class name → outcome` of each test. */
function testsOf(report: Report): readonly string[] {
  return elementsOf(read(report), 'testcase').map(({ attributes, children }) => {
    const outcome = children[0]?.name ?? 'passed';
    return `${attributes['classname']} ${attributes['name']} → ${outcome}`;
  });
}

test('looks like this', () => {
  const findings = [
    buildFinding({
      related: ['line-bj-2025'],
      basis: [basisOf('24(1)', 'secondary')],
      location: { file: 'ledger.yaml', line: 31, column: 14, endLine: 31, endColumn: 24 },
    }),
    buildFinding({
      rule: 'isp/system-evaluation',
      waived: { until: day('2027-01-31'), reason: '排期中', approvedBy: '张三' },
    }),
    buildFinding({ rule: 'resource/notice', subject: 'room', severity: 'info' }),
  ];
  const ledger = buildLedger({ licences: [buildLicence()], resources: [buildResource({ id: 'cert' })] });
  const report = buildReport([buildLedgerReport({ repositoryPath: 'companies/ledger.yaml', ledger, findings })]);
  expect(renderJunit(report, 'en')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="ledger" tests="5" failures="1" errors="0" skipped="1" time="0">
      <testsuite name="companies/ledger.yaml" tests="5" failures="1" errors="0" skipped="1" time="0">
        <testcase classname="companies/ledger_yaml.isp" name="isp/leased-line line-bj-2025" file="companies/ledger.yaml" line="31" time="0">
          <failure message="no leased line since 2026-11-01 (21 days)" type="failure">no leased line since 2026-11-01 (21 days)
    companies/ledger.yaml:31:14
    law: Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42), article 24(1) (reported by others)
    do: Sign the next leased line.</failure>
        </testcase>
        <testcase classname="companies/ledger_yaml.isp" name="isp/system-evaluation" file="companies/ledger.yaml" line="1" time="0">
          <skipped message="no leased line since 2026-11-01 (21 days) until 2027-01-31, approved by 张三: 排期中"/>
        </testcase>
        <testcase classname="companies/ledger_yaml.room" name="resource/notice" file="companies/ledger.yaml" line="1" time="0">
          <system-out>no leased line since 2026-11-01 (21 days)
    companies/ledger.yaml:1:1
    do: Sign the next leased line.</system-out>
        </testcase>
        <testcase classname="companies/ledger_yaml.company" name="no findings" file="companies/ledger.yaml" time="0"/>
        <testcase classname="companies/ledger_yaml.cert" name="no findings" file="companies/ledger.yaml" time="0"/>
      </testsuite>
    </testsuites>
    "
  `);
});

describe('tests', () => {
  test('are the findings, and one for each entry that has none', () => {
    expect(testsOf(SAMPLE)).toEqual([
      'ledger_yaml.company company/credit-code → failure',
      'ledger_yaml.isp licence/renewal → failure',
      'ledger_yaml.isp isp/system-evaluation → skipped',
      'ledger_yaml.isp isp/leased-line line-bj-2025 → failure',
      'ledger_yaml.idc idc/machine-room room-2026 → failure',
      'ledger_yaml.example-domain resource/expiry → failure',
      'ledger_yaml.isp waiver/expired → system-out',
      'ledger_yaml.line-bj-2025 no findings → passed',
      'ledger_yaml.room-2026 no findings → passed',
    ]);
  });

  test('of a clean ledger are there too', () => {
    expect(testsOf(buildReport([buildLedgerReport()]))).toEqual(['ledger_yaml.company no findings → passed']);
  });

  test('of one class never share a name', () => {
    const findings = ['a', 'b', 'c'].map((identity) =>
      buildFinding({ rule: 'waiver/unused', period: '2025', identity }),
    );
    expect(testsOf(buildReport([buildLedgerReport({ findings })])).slice(0, 3)).toEqual([
      'ledger_yaml.isp waiver/unused 2025 → failure',
      'ledger_yaml.isp waiver/unused 2025 #2 → failure',
      'ledger_yaml.isp waiver/unused 2025 #3 → failure',
    ]);
  });

  test.each<[FailLevel, readonly string[]]>([
    ['error', ['failure', 'system-out', 'system-out', 'skipped']],
    ['warning', ['failure', 'failure', 'system-out', 'skipped']],
    ['info', ['failure', 'failure', 'failure', 'skipped']],
    ['never', ['failure', 'system-out', 'system-out', 'skipped']],
  ])('with --fail-on %s', (failOn, outcomes) => {
    const waived = { until: day('2027-01-31'), reason: 'x', approvedBy: 'y' };
    const findings = [
      buildFinding({ subject: 'company' }),
      buildFinding({ subject: 'company', severity: 'warning' }),
      buildFinding({ subject: 'company', severity: 'info' }),
      buildFinding({ subject: 'company', waived }),
    ];
    const root = read(buildReport([buildLedgerReport({ findings })], { failOn }));
    expect(elementsOf(root, 'testcase').map(({ children }) => children[0]?.name)).toEqual(outcomes);
  });

  test('are counted in each suite and in all', () => {
    const invalid = buildLedgerReport({
      file: 'bad.yaml',
      ledger: undefined,
      findings: [buildFinding({ rule: 'yaml/syntax', subject: 'ledger' })],
    });
    const root = read(buildReport([...SAMPLE.ledgers, invalid]));
    const counts = { tests: '10', failures: '5', errors: '1', skipped: '1' };
    expect(root).toMatchObject({ name: 'testsuites', attributes: counts });
    expect(root.children.map(({ attributes }) => attributes)).toMatchObject([
      { name: 'ledger.yaml', tests: '9', failures: '5', errors: '0', skipped: '1' },
      { name: 'bad.yaml', tests: '1', failures: '0', errors: '1', skipped: '0' },
    ]);
  });
});

describe('without a verdict', () => {
  test('an invalid ledger is an error', () => {
    const report = buildLedgerReport({ ledger: undefined, findings: [buildFinding({ rule: 'yaml/syntax' })] });
    expect(testsOf(buildReport([report]))).toEqual(['ledger_yaml.isp yaml/syntax → error']);
  });

  test.each([
    ['no ledger at all', buildReport([]), 'No verdict: there is no ledger to check.'],
    [
      'something that could not be read',
      buildReport([buildLedgerReport()], { verdict: 'none' }),
      'No verdict: some of the given paths could not be read.',
    ],
  ])('%s is an error of the run', (_, report, message) => {
    expect(testsOf(report).at(-1)).toBe('ledger.check verdict → error');
    expect(elementsOf(read(report), 'error')[0]?.attributes['message']).toBe(message);
  });
});

test('Chinese where it is asked for', () => {
  expect(elementsOf(read(SAMPLE, 'zh'), 'failure')[0]?.text).toContain('处理：对照营业执照改正。');
});
