import { describe, expect, test } from 'vitest';

import { buildFinding, buildLedger, buildLedgerReport, buildReport } from '../../support/build-report.ts';
import { companyNamed } from '../../support/company.ts';
import { readMarkdown } from '../../support/read-markdown.ts';
import { renderMarkdown } from '../../support/render-check.ts';
import { SAMPLE } from '../../support/sample-report.ts';

/** Of a comment on GitHub. */
const LONGEST_COMMENT = 65_536;

describe('the comment', () => {
  test.each(['zh', 'en'] as const)('in %s', async (language) => {
    await expect(renderMarkdown(SAMPLE, language)).toMatchFileSnapshot(`pages/comment-${language}.md`);
  });

  test('of a clean ledger is short', () => {
    expect(renderMarkdown(buildReport([buildLedgerReport()]), 'en')).toMatchInlineSnapshot(`
      "### ✔ ledger check

      **10 checked: 10 met. No findings.**

      #### \`ledger.yaml\` · 示例云网科技有限公司 · as of 2026-11-21 · ✔ no findings
      "
    `);
  });

  test('says why there is no verdict', () => {
    expect(renderMarkdown(buildReport([]), 'zh')).toBe('### ✖ 台账检查\n\n**没有结论：没有可检查的台账。**\n');
  });
});

describe('a report that is longer than a comment', () => {
  const warnings = Array.from({ length: 800 }, (_, at) => buildFinding({ severity: 'warning', identity: `${at}` }));
  const error = buildFinding({ rule: 'idc/expiry', subject: 'idc', identity: 'last' });

  test('is cut, the gravest kept, and the rest counted', () => {
    const document = renderMarkdown(buildReport([buildLedgerReport({ findings: [...warnings, error] })]), 'en');
    expect(document.length).toBeLessThan(LONGEST_COMMENT);
    const { rows, prose } = readMarkdown(document);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.at(-1)?.[1]).toBe('`idc/expiry`');
    expect(prose).toContain(`There is no room here for ${801 - rows.length} more findings and 0 more ledgers`);
  });

  test('by long texts is cut too', () => {
    const long = '长<'.repeat(20_000);
    const findings = Array.from({ length: 60 }, (_, at) =>
      buildFinding({ message: { zh: long, en: long }, remedy: { zh: long, en: long }, identity: `${at}` }),
    );
    const ledger = buildLedger({ company: companyNamed(long) });
    const document = renderMarkdown(buildReport([buildLedgerReport({ file: long, ledger, findings })]), 'zh');
    expect(document.length).toBeLessThan(LONGEST_COMMENT);
    expect(readMarkdown(document).rows.length).toBeGreaterThan(5);
  });

  test('by long names of many ledgers is cut too', () => {
    const long = '<'.repeat(20_000);
    const ledger = buildLedger({ company: companyNamed(long) });
    const ledgers = Array.from({ length: 100 }, () =>
      buildLedgerReport({ file: '`'.repeat(20_000), ledger, findings: [buildFinding()] }),
    );
    const document = renderMarkdown(buildReport(ledgers), 'en');
    expect(document.length).toBeLessThan(LONGEST_COMMENT);
    expect(readMarkdown(document).headings).toHaveLength(31);
  });

  test('of many ledgers is cut too', () => {
    const ledgers = Array.from({ length: 3000 }, (_, at) =>
      buildLedgerReport({ file: `${at}.ledger.yaml`, findings: [buildFinding({ identity: `${at}` })] }),
    );
    const document = renderMarkdown(buildReport(ledgers), 'en');
    expect(document.length).toBeLessThan(LONGEST_COMMENT);
    expect(document).toContain('There is no room here for 2970 more findings and 2970 more ledgers');
  });
});
