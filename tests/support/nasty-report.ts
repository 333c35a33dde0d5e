/** A report that holds one text wherever a ledger, a path or a message may put one. */
import type { LedgersDiff } from '../../src/domain/ledger-diff.ts';
import type { LocatedFinding, Report } from '../../src/domain/report.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
} from './build-report.ts';
import { companyNamed } from './company.ts';
import { day } from './days.ts';
import { basisOf } from './sample-report.ts';

/** A valid ledger with an error, a note, a waived finding, and an entry without any; and an invalid ledger. */
export function nastyReport(text: string): Report {
  const words = { zh: text, en: text };
  const common = { message: words, remedy: words, subject: text, related: [text], period: text };
  const location = { file: text, line: 3, column: 5, endLine: 3, endColumn: 9 };
  const path = ['resources', 0, 'expires'];
  const findings: readonly LocatedFinding[] = [
    buildFinding({
      ...common,
      location,
      path,
      rule: `own/${text}`,
      status: 'expiring',
      date: '2026-12-14',
      basis: [basisOf(text, 'text')],
    }),
    buildFinding({ ...common, location: { ...location, endLine: 4 }, path, severity: 'info', identity: 'note' }),
    buildFinding({
      ...common,
      location,
      path: ['licences', 0, 'id'],
      waived: { until: day('2027-01-31'), reason: text, approvedBy: text },
      identity: 'waived',
    }),
  ];
  const ledger = buildLedger({
    company: companyNamed(text),
    licences: [buildLicence({ id: text, number: text, kind: text })],
    resources: [buildResource({ title: text }), buildResource({ id: 'clean' })],
  });
  const lines = { lineAt: () => text, placeOf: () => location };
  return buildReport([
    { ...buildLedgerReport({ file: text, ledger, findings }), ...lines },
    {
      ...buildLedgerReport({
        file: text,
        ledger: undefined,
        findings: [buildFinding({ ...common, rule: 'yaml/syntax', location, identity: 'invalid' })],
      }),
      ...lines,
    },
  ]);
}

/** The same as what a change brought in and put right, with changes of every sort. */
export function nastyDiff(text: string): LedgersDiff {
  const { asOf, ledgers } = nastyReport(text);
  const side = { ref: text, commit: 'ab'.repeat(20) };
  const standing = { breach: asOf };
  return {
    asOf,
    from: side,
    to: side,
    unchanged: 1,
    ledgers: ledgers.map((report) => ({
      report: { ...report, since: { fixed: report.findings, was: 'valid', renamedFrom: text } },
      is: report.ledger === undefined ? 'invalid' : 'valid',
      changes: [
        { sort: 'resource', entry: text, what: 'added', after: { kind: text, title: text, expires: text } },
        { sort: 'resource', entry: text, what: 'changed', field: `x-${text}`, before: text, after: [text] },
        {
          sort: 'waiver',
          entry: text,
          rule: text,
          what: 'added',
          after: { until: text, reason: text, approvedBy: text },
        },
        { sort: 'ledger', entry: 'ledger', what: 'invalid', problem: { zh: text, en: text } },
      ],
      horizon: [{ licence: text, before: standing, after: undefined }],
    })),
  };
}
