import { stripVTControlCharacters } from 'node:util';

import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';

import type { Report } from '../../../src/domain/report.ts';
import type { Language } from '../../../src/domain/text.ts';
import { renderText } from '../../../src/reporters/check/text.ts';
import { coloursOf, plainColours } from '../../../src/reporters/writing/style.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
  locate,
} from '../../support/build-report.ts';
import { day } from '../../support/days.ts';
import { KINDS, SAMPLE } from '../../support/sample-report.ts';

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

      ✔ Nothing to report in 1 licence and 1 contract.
      "
    `);
    expect(page(clean, 'zh')).toMatchInlineSnapshot(`
      "ledger.yaml   示例云网科技有限公司   截至2026-11-21

      ✔ 没有发现问题；共检查1项许可、1份合同与证明。
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
      ledger: buildLedger({ company: { name: '乙公司', changes: [], systems: [] }, licences: [buildLicence()] }),
      findings: [due],
    }),
  ]);

  test('each has its heading, and the next day names its file', () => {
    expect(page(several, 'en')).toMatchInlineSnapshot(`
      "a.ledger.yaml   示例云网科技有限公司   as of 2026-11-21   ✔ nothing to report

      b.ledger.yaml   乙公司   as of 2026-11-21

      isp   B1-20220315   Internet access service (ISP)   until 2027-03-14

        ▲ isp/renewal  apply for renewal by 2026-12-14, in 23 days
            do   Sign the next leased line.

      ✖ 1 warning in 1 licence and 0 contracts.
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
          en: 'there is no field licenses; did you mean licences?',
        },
        remedy: { zh: '改正字段名。', en: 'Correct the name of the field.' },
      }),
    ],
  });

  test('an invalid ledger says that nothing else was checked', () => {
    expect(page(buildReport([invalid]), 'en')).toMatchInlineSnapshot(`
      "ledger.yaml   as of 2026-11-21

      The file is not a valid ledger, so nothing else in it was checked

        ✖ schema/unknown-field  there is no field licenses; did you mean licences?
            3 │ licenses: []
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
            3 │ licenses: []
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
      '  1 error in 0 licences and 0 contracts.',
      '',
    ]);
  });

  test('no ledger at all', () => {
    expect(page(buildReport([]), 'en')).toBe('✖ No verdict: there was no ledger to check.\n');
    expect(page(buildReport([]), 'zh')).toBe('✖ 没有结论：没有可检查的台账。\n');
  });

  test('something asked for could not be read', () => {
    const report = buildReport([buildLedgerReport()], { verdict: 'none', exitCode: 3 });
    expect(page(report, 'en')).toContain('✖ No verdict: some of what was asked for could not be read.\n');
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

      ✔ 1项豁免；共检查1项许可、0份合同与证明。
      "
    `);
  });
});
