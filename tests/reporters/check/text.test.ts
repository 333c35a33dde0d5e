/* oxlint-disable unicorn/consistent-function-scoping -- what a test needs stands beside it */
import { stripVTControlCharacters } from 'node:util';

import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';

import type { LocatedFinding, Report } from '../../../src/domain/report.ts';
import type { Language } from '../../../src/domain/text.ts';
import { commandLine } from '../../../src/reporters/writing/printable.ts';
import { coloursOf, plainColours } from '../../../src/reporters/writing/style.ts';
import {
  AS_OF,
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
  locate,
} from '../../support/build-report.ts';
import { companyNamed } from '../../support/company.ts';
import { day } from '../../support/days.ts';
import { renderText } from '../../support/render-check.ts';
import { basisOf, KINDS, SAMPLE } from '../../support/sample-report.ts';

function page(report: Report, language: Language, width = 80): string {
  return renderText(report, { language, width, colour: plainColours }, KINDS);
}

const PAGES = (['zh', 'en'] as const).flatMap((language) =>
  [40, 60, 80, 100, 160].map((width): [Language, number] => [language, width]),
);

describe('the page', () => {
  test.each(PAGES)('in %s, %i columns wide', async (language, width) => {
    await expect(page(SAMPLE, language, width)).toMatchFileSnapshot(`pages/${language}-${width}.txt`);
  });

  test('colour adds nothing but colour', () => {
    const colour = coloursOf(new Chalk({ level: 1 }));
    const painted = renderText(SAMPLE, { language: 'zh', width: 80, colour }, KINDS);
    expect(painted).toContain('\u001B[31m');
    expect(stripVTControlCharacters(painted)).toBe(page(SAMPLE, 'zh'));
  });

  test('a terminal that says it is narrower than 40 columns is set to 40', () => {
    expect(page(SAMPLE, 'zh', 1)).toBe(page(SAMPLE, 'zh', 40));
  });
});

describe('a clean ledger', () => {
  const clean = buildReport([
    buildLedgerReport({ ledger: buildLedger({ licences: [buildLicence()], resources: [buildResource()] }) }),
  ]);

  test('is said to be clean in a line', () => {
    expect(page(clean, 'en')).toMatchInlineSnapshot(`
      "ledger.yaml   示例云网科技有限公司   as of 2026-11-21

      ✔ 10 checked: 10 met. No findings.
      "
    `);
    expect(page(clean, 'zh')).toMatchInlineSnapshot(`
      "ledger.yaml   示例云网科技有限公司   截至2026-11-21

      ✔ 共检查10项：已满足10。没有发现问题。
      "
    `);
  });
});

describe('several ledgers', () => {
  const due = buildFinding({
    rule: 'isp/renewal',
    status: 'due',
    severity: 'warning',
    date: '2026-12-14',
    location: { file: 'b.ledger.yaml', line: 6, column: 9, endLine: 6, endColumn: 12 },
    message: { zh: '最迟2026-12-14申请延续（还有23天）', en: 'apply for renewal by 2026-12-14, in 23 days' },
  });
  const several = buildReport([
    buildLedgerReport({ file: 'a.ledger.yaml' }),
    buildLedgerReport({
      file: 'b.ledger.yaml',
      ledger: buildLedger({ company: companyNamed('乙公司'), licences: [buildLicence()] }),
      findings: [due],
    }),
  ]);

  test('each has its heading, and the next day names its file', () => {
    expect(page(several, 'en')).toMatchInlineSnapshot(`
      "a.ledger.yaml   示例云网科技有限公司   as of 2026-11-21   ✔ no findings

      b.ledger.yaml   乙公司   as of 2026-11-21

      isp   B1-20220315   Internet access service (ISP)   until 2027-03-14

        ▲ isp/renewal  apply for renewal by 2026-12-14, in 23 days
            b.ledger.yaml:6:9
            do   Sign the next leased line.

      ✖ 21 checked: 20 met, 1 at risk. 1 warning.
        Next: 2026-12-14 isp/renewal isp (b.ledger.yaml)
      "
    `);
  });
});

describe('no verdict', () => {
  const text = 'version: 1\ncompany: { name: 示例 }\nlicenses: []\n';
  const invalid = buildLedgerReport({
    text,
    ledger: undefined,
    findings: [
      buildFinding({
        rule: 'schema/unknown-field',
        status: 'unknown',
        subject: 'ledger',
        path: ['licenses'],
        location: locate(text, 'licenses'),
        message: {
          zh: '没有licenses这个字段，是不是licences？',
          en: 'unknown field licenses; did you mean licences?',
        },
        remedy: { zh: '改正字段名。', en: 'Correct the name of the field.' },
      }),
    ],
  });

  test('an invalid ledger says that nothing else was checked', () => {
    expect(page(buildReport([invalid]), 'en')).toMatchInlineSnapshot(`
      "ledger.yaml   as of 2026-11-21

      The file is not a valid ledger, so nothing else in it was checked

        ✖ schema/unknown-field  unknown field licenses; did you mean licences?
            ledger.yaml:3:1 │ licenses: []
                            │ ^^^^^^^^
            do   Correct the name of the field.

      ✖ No verdict: the ledger is invalid. Correct it and check again.
        1 error.
      "
    `);
    expect(page(buildReport([invalid]), 'zh')).toMatchInlineSnapshot(`
      "ledger.yaml   截至2026-11-21

      文件有误，其余内容未检查

        ✖ schema/unknown-field  没有licenses这个字段，是不是licences？
            ledger.yaml:3:1 │ licenses: []
                            │ ^^^^^^^^
            处理  改正字段名。

      ✖ 没有结论：台账有误，请改正后重新检查。
        1个错误。
      "
    `);
  });

  test('one invalid ledger of two', () => {
    const lines = page(buildReport([invalid, buildLedgerReport({ file: 'other.yaml' })]), 'en').split('\n');
    expect(lines.slice(-3)).toEqual([
      '✖ No verdict: 1 of 2 ledgers is invalid. Correct and check again.',
      '  21 checked: 20 met, 1 open. 1 error.',
      '',
    ]);
  });

  test('no ledger at all', () => {
    expect(page(buildReport([]), 'en')).toBe('✖ No verdict: there is no ledger to check.\n');
    expect(page(buildReport([]), 'zh')).toBe('✖ 没有结论：没有可检查的台账。\n');
  });

  test('something asked for could not be read', () => {
    const report = buildReport([buildLedgerReport()], { verdict: 'none', exitCode: 3 });
    expect(page(report, 'en')).toContain('✖ No verdict: some of the given paths could not be read.\n');
    expect(page(report, 'zh')).toContain('✖ 没有结论：有指定的内容未能读取。\n');
  });
});

describe('what is waived', () => {
  const waived = { until: day('2026-12-31'), reason: '设备\n已订购', approvedBy: '张三' };
  const ledger = buildLedger({ licences: [buildLicence()] });
  const report = buildReport([buildLedgerReport({ ledger, findings: [buildFinding({ date: '2026-12-14', waived })] })]);

  test('is shown with its reason, passes, and is no deadline', () => {
    expect(page(report, 'zh')).toMatchInlineSnapshot(`
      "ledger.yaml   示例云网科技有限公司   截至2026-11-21

      isp   B1-20220315   互联网接入服务业务   有效期至2027-03-14

        ○ isp/leased-line  2026-11-01起没有有效的专线接入协议（已21天）
            豁免  至2026-12-31，张三批准：设备\\n已订购

      ✔ 共检查11项：已满足10、已豁免1。1项豁免。
      "
    `);
  });
});

describe('what a finding says besides', () => {
  const fee = (period: string, days: number): LocatedFinding =>
    buildFinding({
      rule: 'number/fee',
      status: 'overdue',
      period,
      identity: period,
      message: { zh: `${period}未缴，已过${days}天`, en: `the fee of ${period} was due, ${days} days ago` },
      remedy: { zh: '缴费。', en: 'Pay it.' },
      basis: [basisOf('24(1)', 'text')],
      fix: { command: ['ledger', 'record', 'fee', 'isp', period, '--on', AS_OF] },
    });
  const ledger = buildLedger({ licences: [buildLicence()] });

  test('the open periods of one duty stand in one block, law and remedy once, each with its command', () => {
    const findings = [fee('2026-Q1', 225), fee('2026-Q2', 134)];
    const lines = page(buildReport([buildLedgerReport({ ledger, findings })]), 'en').split('\n');
    expect(lines.slice(4, 12)).toEqual([
      '  ✖ number/fee  the fee of 2026-Q1 was due, 225 days ago',
      '                the fee of 2026-Q2 was due, 134 days ago',
      '      ledger.yaml:1:1',
      '      law  Measures for the Administration of Telecommunications Business',
      '           Licensing (MIIT Order 42), article 24(1) (text read)',
      '      do   Pay it.',
      '      run  ledger record fee isp 2026-Q1 --on 2026-11-21',
      '           ledger record fee isp 2026-Q2 --on 2026-11-21',
    ]);
  });

  test('a period that is waived stands by itself', () => {
    const waived = { until: day('2027-01-31'), reason: '申请缓缴', approvedBy: '张三' };
    const findings = [fee('2026-Q1', 225), { ...fee('2026-Q2', 134), waived }, fee('2026-Q3', 42)];
    const text = page(buildReport([buildLedgerReport({ ledger, findings })]), 'en');
    expect(text.match(/^ {2}[✖○]/gmu)).toEqual(['  ✖', '  ○']);
  });

  test.each([
    [
      'at the end of its line',
      '网络部',
      80,
      /^ {2}✖ isp\/leased-line {2}no leased line since 2026-11-01 \(21 days\) +网络部$/mu,
    ],
    ['below where there is no room', '网络部门甲乙丙丁', 60, /^ {6}who {2}网络部门甲乙丙丁$/mu],
  ])('who answers stands %s', (_, owner, width, line) => {
    const report = buildReport([buildLedgerReport({ ledger, findings: [buildFinding({ owner })] })]);
    expect(page(report, 'en', width)).toMatch(line);
  });

  test('the gravest stand first, then what is due first, and what is waived last', () => {
    const waived = { until: day('2027-01-31'), reason: '排期中', approvedBy: '张三' };
    const findings = [
      buildFinding({ rule: 'isp/a', severity: 'info', status: 'undetermined', identity: 'a' }),
      buildFinding({ rule: 'isp/b', severity: 'error', waived, identity: 'b' }),
      buildFinding({ rule: 'isp/c', severity: 'warning', date: '2026-12-31', identity: 'c' }),
      buildFinding({ rule: 'isp/d', severity: 'warning', date: '2026-12-01', identity: 'd' }),
      buildFinding({ rule: 'isp/e', severity: 'error', identity: 'e' }),
    ];
    const text = page(buildReport([buildLedgerReport({ ledger, findings })]), 'en');
    expect([...text.matchAll(/^ {2}\S (\S+)/gmu)].map(([, rule]) => rule)).toEqual([
      'isp/e',
      'isp/d',
      'isp/c',
      'isp/a',
      'isp/b',
    ]);
  });

  test('a service of several is named where the rule does not say which', () => {
    const findings = [buildFinding({ rule: 'licence/opened', service: 'idc' }), buildFinding({ service: 'isp' })];
    const text = page(buildReport([buildLedgerReport({ ledger, findings })]), 'en');
    expect(text).toMatch(/licence\/opened +idc: no leased line/u);
    expect(text).toMatch(/isp\/leased-line +no leased line/u);
  });
});

test.each([
  [['ledger', 'renew', 'line', '--expires', '+1y'], 'ledger renew line --expires +1y'],
  [['ledger', 'evidence', 'add', 'line', '证据/线 路.pdf'], "ledger evidence add line '证据/线 路.pdf'"],
  [['ledger', 'add', 'domain', '--title', "it's"], String.raw`ledger add domain --title 'it'\''s'`],
  [['ledger', 'show', '$(id)'], "ledger show '$(id)'"],
])('the command %j is pasted as one line', (words, line) => {
  expect(commandLine(words)).toBe(line);
});
