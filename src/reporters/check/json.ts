/** The report for programs: `ledger/check@1`. */
import { hash } from 'node:crypto';

import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import type { LocatedFinding, Report } from '../../domain/report.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderJson(report: Report, language: Language): string {
  const [first] = report.ledgers;
  const { error, warning, info, waived } = report.counts;
  return printJson({
    schema: 'ledger/check@1',
    asOf: dayOf(first?.asOf),
    timezone: first?.timezone,
    verdict: report.verdict,
    exitCode: report.exitCode,
    counts: { error, warning, info, waived },
    files: report.ledgers.map(({ file }) => file),
    findings: report.ledgers.flatMap(({ findings }) => findings.map((finding) => describeFinding(finding, language))),
  });
}

/** One finding as the documents for programs have it. */
export function describeFinding(finding: LocatedFinding, language: Language): object {
  const { file, line, column, endLine, endColumn } = finding.location;
  return {
    rule: finding.rule,
    status: finding.status,
    severity: finding.severity,
    subject: finding.subject,
    related: finding.related,
    date: dayOf(finding.date),
    daysLeft: finding.daysLeft,
    actBy: dayOf(finding.actBy),
    actByCalendar: finding.actByCalendar,
    period: finding.period,
    gapDays: finding.gapDays,
    message: finding.message[language],
    remedy: finding.remedy[language],
    sum: finding.sum?.[language],
    basis: finding.basis.map(({ instrument, article, url, certainty }) => ({
      instrument: instrument[language],
      article,
      url,
      certainty,
    })),
    location: { file, line, column, endLine, endColumn },
    fingerprint: fingerprintOf(finding),
    waived: finding.waived === undefined ? undefined : waiverOf(finding.waived),
  };
}

function waiverOf({ until, reason, approvedBy }: WaivedBy): object {
  return { until: formatDay(until), reason, approvedBy };
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

/** 64 hexadecimal digits that are the same from run to run, wherever the finding stands in its file. */
export function fingerprintOf({ identity }: Pick<LocatedFinding, 'identity'>): string {
  return hash('sha256', identity);
}
