/** A run over many ledgers, with no more of each than what documents say of the whole. */
import { isBroughtIn } from './baseline.ts';
import type { CalendarDay } from './calendar-day.ts';
import { type NextDay, nextDayIn } from './overview.ts';
import type { Counts, Verdict } from './policy.ts';
import type { LedgerReport, Report } from './report.ts';
import type { Tally } from './status.ts';

/** One ledger of a run. */
export interface LedgerGlance {
  readonly file: string;
  readonly asOf: CalendarDay;
  readonly timezone: string;
  /** Whether the file could be read as a ledger. */
  readonly isLedger: boolean;
  readonly verdict: Verdict;
  readonly counts: Counts;
  readonly tally: Tally;
  readonly lawRead: CalendarDay | undefined;
  readonly next: NextDay | undefined;
  /** Findings that a change brought in, and those that it put right; all and none where no base was asked about. */
  readonly broughtIn: number;
  readonly fixed: number;
}

/** What is known of a run before its first ledger was looked at. */
export type RunFrame = Pick<Report, 'failOn' | 'assumed'> & {
  /** Whether several ledgers were found. */
  readonly isOneOfSeveral: boolean;
};

/** What a run found out in all. */
export type Run = Omit<Report, 'ledgers'> & { readonly ledgers: readonly LedgerGlance[] };

export function glanceOf(report: LedgerReport): LedgerGlance {
  const { file, asOf, timezone, ledger, verdict, counts, tally, lawRead, findings, since } = report;
  return {
    file,
    asOf,
    timezone,
    isLedger: ledger !== undefined,
    verdict,
    counts,
    tally,
    lawRead,
    next: nextDayIn(findings),
    broughtIn: findings.filter(isBroughtIn).length,
    fixed: since?.fixed.length ?? 0,
  };
}

/** The same run without the ledgers themselves. */
export function runOf(report: Report): Run {
  return { ...report, ledgers: report.ledgers.map(glanceOf) };
}

export function frameOf({ failOn, assumed, ledgers }: Report): RunFrame {
  return { failOn, assumed, isOneOfSeveral: ledgers.length > 1 };
}

/** How many findings were put right. */
export function countFixed({ ledgers }: Run): number {
  return ledgers.reduce((sum, { fixed }) => sum + fixed, 0);
}

/** The first day to come by which something must be done, in the first ledger of those that share it. */
export function nextOf({ ledgers }: Run): (NextDay & Pick<LedgerGlance, 'file'>) | undefined {
  let first: (NextDay & Pick<LedgerGlance, 'file'>) | undefined;
  for (const { file, next } of ledgers) {
    if (next !== undefined && (first === undefined || next.date < first.date)) first = { ...next, file };
  }
  return first;
}
