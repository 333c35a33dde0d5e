import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { buildReport } from '../../support/build-report.ts';
import { renderFindingsCsv } from '../../support/render-check.ts';
import { SAMPLE } from '../../support/sample-report.ts';

function read(document: string): readonly Readonly<Record<string, string>>[] {
  return parse(document, { bom: true, columns: true });
}

test('a row for each finding, the waived one among them', () => {
  const rows = read(renderFindingsCsv(SAMPLE, 'en'));
  expect(rows.map(({ rule }) => rule)).toEqual(SAMPLE.ledgers[0]?.findings.map(({ rule }) => rule));
  expect(rows[3]).toMatchObject({
    severity: 'error',
    status: 'expired',
    subject: 'isp',
    related: 'line-bj-2025',
    message: 'no leased line since 2026-11-01 (21 days)',
    date: '2026-10-31',
    daysLeft: '-21',
    file: 'ledger.yaml',
    line: '18',
    waivedUntil: '',
  });
  expect(rows[2]).toMatchObject({ waivedUntil: '2027-01-31', waivedReason: '评测机构排期中', waivedBy: '张三' });
});

test('the columns keep their names in every language, even without a finding', () => {
  const [heading = ''] = renderFindingsCsv(SAMPLE, 'zh').split('\r\n');
  expect(renderFindingsCsv(buildReport([]), 'en')).toBe(`${heading}\r\n`);
  expect(heading).toMatch(/^\uFEFFseverity,status,rule,subject,/u);
});
