/** Many companies at a glance: a row for each ledger, the worst first. */
import { type CalendarDay, FOREVER } from './calendar-day.ts';
import { isUpcoming } from './finding.ts';
import type { Counts, Verdict } from './policy.ts';
import { compareText, type LedgerReport, type LocatedFinding } from './report.ts';

/** The first day on which a licence of a ledger stops being good. */
export interface FirstBreach {
  readonly day: CalendarDay;
  readonly licence: string;
}

/** The first day to come by which something must be done. */
export interface NextDay {
  /** The last day in time. */
  readonly date: CalendarDay;
  /** Last working day on or before it. */
  readonly actBy: CalendarDay | undefined;
  readonly rule: string;
  readonly subject: string;
}

/** One ledger. */
export interface CompanyRow {
  /** As reports name it. */
  readonly file: string;
  /** The report of a check that the row was read from; undefined where the ledger itself was. */
  readonly report?: string | undefined;
  readonly asOf: CalendarDay;
  /** Undefined where the file is no valid ledger. */
  readonly company: string | undefined;
  /** The file that it shares with others, named as its own. */
  readonly shares: string | undefined;
  readonly verdict: Verdict;
  readonly counts: Counts;
  readonly next: NextDay | undefined;
  /** Undefined where nothing on record ever breaks a licence. */
  readonly breach: FirstBreach | undefined;
}

export interface Overview {
  /** The day that the rows are of, but for those that say another. */
  readonly asOf: CalendarDay;
  /** The worst first. */
  readonly companies: readonly CompanyRow[];
}

/** The row of a ledger that was checked. */
export function rowOf(checked: LedgerReport, breach: FirstBreach | undefined): CompanyRow {
  const { file, asOf, ledger, shares, verdict, counts, findings } = checked;
  return { file, asOf, company: ledger?.company.name, shares, verdict, counts, next: nextDayIn(findings), breach };
}

/** The first day to come by which something must be done; the first finding where several share it. */
export function nextDayIn(findings: readonly LocatedFinding[]): NextDay | undefined {
  const next = nextDeadline(findings);
  if (next === undefined) return undefined;
  const { date = FOREVER, actBy, rule, subject } = next;
  return { date, actBy, rule, subject };
}

function nextDeadline(findings: readonly LocatedFinding[]): LocatedFinding | undefined {
  let next: LocatedFinding | undefined;
  for (const finding of findings) {
    if (isUpcoming(finding) && (finding.date ?? FOREVER) < (next?.date ?? FOREVER)) next = finding;
  }
  return next;
}

const FROM_WORST: readonly Verdict[] = ['none', 'fail', 'pass'];

/** What is not known first, then what fails; then by errors, by the day of the breach, by warnings, and by the next day to act. */
export function compareRows(one: CompanyRow, other: CompanyRow): number {
  const [ranks, names] = [ranksOf(other), namesOf(other)];
  return (
    ranksOf(one).reduce((order, rank, at) => order || rank - (ranks[at] ?? 0), 0) ||
    namesOf(one).reduce((order, name, at) => order || compareText(name, names[at] ?? ''), 0)
  );
}

/** The lower, the worse. */
function ranksOf(row: CompanyRow): readonly number[] {
  const { verdict, counts, breach } = row;
  const days = [breach?.day ?? FOREVER, actByOf(row) ?? FOREVER] as const;
  return [FROM_WORST.indexOf(verdict), -counts.error, days[0], -counts.warning, days[1], -counts.undetermined];
}

function namesOf({ company = '', report = '', file }: CompanyRow): readonly string[] {
  return [company, report, file];
}

/** By when something must be done next. */
export function actByOf({ next }: CompanyRow): CalendarDay | undefined {
  return next?.actBy ?? next?.date;
}

/** Rows without those that tell of one ledger twice. */
export interface SettledRows {
  readonly rows: readonly CompanyRow[];
  /** Left out: another row tells the same, or is of a later day. */
  readonly left: readonly CompanyRow[];
  /** Kept, although another row of the same day tells something else of the same ledger. */
  readonly contradicting: readonly CompanyRow[];
}

/** One ledger is meant where both its name and its company are the same; files that are no ledgers are each by themselves. */
export function settleRows(rows: readonly CompanyRow[]): SettledRows {
  const settled = new Map<string, CompanyRow>();
  const left: CompanyRow[] = [];
  const contradicting: CompanyRow[] = [];
  for (const [at, row] of rows.entries()) {
    const { file, company } = row;
    const key = JSON.stringify(company === undefined ? [at] : [file, company]);
    const known = settled.get(key);
    if (known === undefined || known.asOf < row.asOf) {
      settled.set(key, row);
      if (known !== undefined) left.push(known);
    } else if (known.asOf > row.asOf || tellsTheSame(known, row)) {
      left.push(row);
    } else {
      contradicting.push(row);
    }
  }
  return { rows: [...settled.values(), ...contradicting], left, contradicting };
}

function tellsTheSame(one: CompanyRow, other: CompanyRow): boolean {
  const told = ({ shares, verdict, counts, next, breach }: CompanyRow): string =>
    JSON.stringify([shares, verdict, Object.values(counts), next?.date, next?.rule, next?.subject, breach?.day]);
  return told(one) === told(other);
}
