import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';

import { STATUSES } from '../../../src/domain/finding.ts';
import type { LocatedFinding, Report } from '../../../src/domain/report.ts';
import { SEVERITIES } from '../../../src/domain/severity.ts';
import { LANGUAGES, type Text } from '../../../src/domain/text.ts';
import { blocksOf } from '../../../src/reporters/check/finding-text.ts';
import { plainColours } from '../../../src/reporters/writing/style.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
} from '../../support/build-report.ts';
import { companyNamed } from '../../support/company.ts';
import { day } from '../../support/days.ts';
import { nastyText } from '../../support/nasty-text.ts';
import { renderJson, renderText } from '../../support/render-check.ts';
import { basisOf } from '../../support/sample-report.ts';

const text: fc.Arbitrary<Text> = fc.record({ zh: nastyText, en: nastyText });

const finding: fc.Arbitrary<LocatedFinding> = fc
  .record({
    own: nastyText,
    status: fc.constantFrom(...STATUSES),
    severity: fc.constantFrom(...SEVERITIES),
    subject: fc.oneof(fc.constant('isp'), nastyText),
    date: fc.constantFrom('2026-10-31', '2026-11-22', '2026-12-14', '2998-01-01'),
    message: text,
    remedy: text,
    sum: fc.option(text, { nil: undefined }),
    path: fc.constantFrom(['licences', 0, 'id'], ['resources', 0, 'expires'], ['waivers', 0, 'until'], ['company']),
    line: fc.integer({ min: 1, max: 3_000_000 }),
    column: fc.integer({ min: 1, max: 300 }),
    length: fc.nat(300),
    reason: fc.option(nastyText, { nil: undefined }),
  })
  .map(({ own, line, column, length, reason, ...parts }) =>
    buildFinding({
      ...parts,
      rule: `own/${own}`,
      basis: [basisOf('24(1)', 'secondary')],
      location: { file: 'ledger.yaml', line, column, endLine: line, endColumn: column + length },
      ...(reason === undefined ? {} : { waived: { until: day('2026-12-31'), reason, approvedBy: reason } }),
    }),
  );

const report: fc.Arbitrary<Report> = fc
  .record({
    name: nastyText,
    file: nastyText,
    line: nastyText,
    findings: fc.array(finding, { maxLength: 4 }),
    valid: fc.boolean(),
  })
  .map(({ name, file, line, findings, valid }) => {
    const ledger = buildLedger({
      company: companyNamed(name),
      licences: [buildLicence({ number: name, kind: name })],
      resources: [buildResource({ title: name })],
    });
    // No two findings of a report have one identity.
    const apart = findings.map((finding, at) => ({ ...finding, identity: `${finding.identity}#${at}` }));
    const report = buildLedgerReport({ file, findings: apart, ledger: valid ? ledger : undefined });
    return buildReport([{ ...report, lineAt: () => line }]);
  });

const language = fc.constantFrom(...LANGUAGES);
const width = fc.integer({ min: 40, max: 160 });

test('no line of a page is wider than the page, whatever the ledger holds', () => {
  fc.assert(
    fc.property(report, language, width, (report, language, width) => {
      const page = renderText(report, { language, width, colour: plainColours }, new Map());
      for (const line of page.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('nothing in a page acts on a terminal', () => {
  fc.assert(
    fc.property(report, language, width, (report, language, width) => {
      const page = renderText(report, { language, width, colour: plainColours }, new Map());
      expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('every block of findings has its mark, and no text can forge one', () => {
  fc.assert(
    fc.property(report, language, (report, language) => {
      const page = renderText(report, { language, width: 80, colour: plainColours }, new Map());
      const marks = page.split('\n').filter((line) => /^ {2}[✖▲ℹ○] /u.test(line));
      expect(marks).toHaveLength(report.ledgers.flatMap(({ findings }) => blocksOf(findings)).length);
    }),
  );
});

test('the JSON holds the same data, and acts on no terminal either', () => {
  fc.assert(
    fc.property(report, language, (report, language) => {
      const json = renderJson(report, language);
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const findings = report.ledgers.flatMap((ledger) => ledger.findings);
      expect(JSON.parse(json)).toMatchObject({
        files: report.ledgers.map(({ file }) => file),
        findings: findings.map(({ rule, subject, message }) => ({ rule, subject, message: message[language] })),
      });
    }),
  );
});

test('the same report gives the same bytes', () => {
  fc.assert(
    fc.property(report, language, width, (report, language, width) => {
      const style = { language, width, colour: plainColours };
      expect(renderText(structured(report), style, new Map())).toBe(renderText(report, style, new Map()));
      expect(renderJson(structured(report), language)).toBe(renderJson(report, language));
    }),
  );
});

/** A report that is equal and shares nothing. */
function structured(report: Report): Report {
  const ledgers = report.ledgers.map(({ lineAt, placeOf, ...rest }) => ({ ...structuredClone(rest), lineAt, placeOf }));
  return { ...report, ledgers };
}
