/** The report for programs: `ledger/check@1`. */
import { hash } from 'node:crypto';

import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import { type CompanyRow, type FirstBreach, rowOf } from '../../domain/overview.ts';
import type { Counts } from '../../domain/policy.ts';
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import type { Run } from '../../domain/run.ts';
import type { Tally } from '../../domain/status.ts';
import type { Language } from '../../domain/text.ts';
import { assumedKey } from '../writing/assumed.ts';
import { printItems, withLists } from '../writing/json-document.ts';
import { inPieces } from '../writing/pieces.ts';
import { type CheckDocument, piecesOf } from './document.ts';

/**
 * Keys in a fixed order; those without a value are left out, but for the head, which is always whole. Ends with a line break.
 *
 * @param breachOf looks ahead: undefined where nothing on record ever breaks a licence of the ledger; absent: nobody looks
 */
export function jsonDocument(
  language: Language,
  breachOf: (ledger: LedgerReport) => FirstBreach | undefined = () => undefined,
): CheckDocument<undefined> {
  const described = (findings: readonly LocatedFinding[] = []): Iterable<string> =>
    inPieces(
      () => findings,
      (some) =>
        printItems(
          some.map((finding) => describeFinding(finding, language)),
          2,
        ),
    );
  return {
    tell(ledger) {
      const { file, findings, since } = ledger;
      const result = {
        ...describeRow(rowOf(ledger, breachOf(ledger))),
        since: since && { was: since.was, renamedFrom: since.renamedFrom },
      };
      const rows = [[file], [result]].map((values) => [printItems(values, 2)]);
      return { parts: [...rows, described(findings), described(since?.fixed)], facts: undefined };
    },
    *whole(run, told) {
      yield* withLists(headOf(run), {
        files: piecesOf(told, 0),
        results: piecesOf(told, 1),
        findings: piecesOf(told, 2),
        fixed: run.since && piecesOf(told, 3),
      });
    },
  };
}

function headOf({ asOf, timezone, assumed, only, verdict, exitCode, counts, tally, since }: Run): object {
  return {
    schema: 'ledger/check@1',
    asOf: formatDay(asOf),
    timezone,
    assumed: assumedKey(assumed),
    only,
    verdict,
    exitCode,
    counts: countsOf(counts),
    asked: describeAsked(tally),
    since: since && { ...since, counts: countsOf(since.counts) },
  };
}

/** The counts of findings, as documents for programs have them. */
export function countsOf({ error, warning, info, waived, undetermined }: Counts): object {
  return { error, warning, info, waived, undetermined };
}

/** The counts of what was asked, as documents for programs have them. */
export function describeAsked(tally: Tally): object {
  const { met, open, waived, undetermined } = tally;
  return { met, atRisk: tally['at-risk'], open, waived, undetermined };
}

/** One ledger at a glance. */
export function describeRow({ file, company, shares, verdict, counts, next, breach }: CompanyRow): object {
  return {
    file,
    company,
    extends: shares,
    verdict,
    counts: countsOf(counts),
    next: next && { date: dayOf(next.date), actBy: dayOf(next.actBy), rule: next.rule, subject: next.subject },
    breach: breach && { day: formatDay(breach.day), licence: breach.licence },
  };
}

/** How the repository names the ledger: what CI systems show stands in a repository. */
export function pathOf({ repositoryPath, file }: LedgerReport): string {
  return repositoryPath ?? file;
}

/** One finding as the documents for programs have it. */
export function describeFinding(finding: LocatedFinding, language: Language): object {
  const { file, line, column, endLine, endColumn } = finding.location;
  return {
    rule: finding.rule,
    status: finding.status,
    severity: finding.severity,
    subject: finding.subject,
    service: finding.service,
    related: finding.related,
    owner: finding.owner,
    date: dayOf(finding.date),
    daysLeft: finding.daysLeft,
    actBy: dayOf(finding.actBy),
    actByCalendar: finding.actByCalendar,
    period: finding.period,
    gapDays: finding.gapDays,
    gaps: finding.gaps?.map(({ from, to }) => ({
      from: formatDay(from),
      to: formatDay(to),
      days: daysBetween(from, to) + 1,
    })),
    message: finding.message[language],
    remedy: finding.remedy[language],
    fix: finding.fix,
    sum: finding.sum?.[language],
    basis: finding.basis.map(({ instrument, article, url, certainty }) => ({
      instrument: instrument[language],
      article,
      url,
      certainty,
    })),
    location: { file, line, column, endLine, endColumn },
    fingerprint: fingerprintOf(finding),
    baseline: finding.baseline,
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
