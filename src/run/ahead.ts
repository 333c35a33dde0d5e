/** What lies ahead of a ledger: its deadlines, whatever the window, and the time lines of its licences. */
import type { Until } from '../command-line/option-values.ts';
import { addMonths, type CalendarDay } from '../domain/calendar-day.ts';
import { type Deadline, deadlineFacts } from '../domain/deadline.ts';
import { deadlinesAhead, isDeadline } from '../domain/deadlines-ahead.ts';
import type { Finding } from '../domain/finding.ts';
import { type LedgerHorizon, timelineOf } from '../domain/horizon.ts';
import { licenceChecker } from '../domain/licence-checker.ts';
import { compareText } from '../domain/report.ts';
import { checkLedgers, rulesOf } from './check-ledgers.ts';
import type { ReadableLedger } from './tell-ledgers.ts';

export interface DeadlineOptions {
  /** Days of warning that override every other. */
  readonly within?: number | undefined;
  readonly now: () => Date;
}

/** Duties that come again and again have no end: those whose period begins within this time are told. */
const MONTHS_OF_PERIODS = 12;

/** All deadlines that lie ahead of a ledger, in the order of the days. */
export async function deadlinesOf(readable: ReadableLedger, options: DeadlineOptions): Promise<readonly Deadline[]> {
  const { file, ledger, asOf } = readable;
  const { leadOf, nameOf } = deadlineFacts(ledger);
  const findings = [...(await announcedToday(readable, options.now)), ...periodsToCome(readable)];
  const deadlines = new Map<string, Deadline>();
  for (const finding of findings) {
    const { rule, subject, period, date: day } = finding;
    const key = JSON.stringify([rule, subject, period, day]);
    if (day === undefined || day < asOf || !isDeadline(finding) || deadlines.has(key)) continue;
    const lead = options.within ?? leadOf(finding);
    deadlines.set(key, { file, company: ledger.company.name, asOf, day, lead, name: nameOf(finding), finding });
  }
  return [...deadlines.values()].sort(compareDeadlines);
}

async function announcedToday(readable: ReadableLedger, now: () => Date): Promise<readonly Finding[]> {
  const { ledgers } = await checkLedgers([readable], true, {
    asOf: readable.asOf,
    within: Number.POSITIVE_INFINITY,
    failOn: 'never',
    selects: () => true,
    now,
  });
  return ledgers.flatMap(({ findings }) => findings);
}

/** A report or a fee whose year or quarter is not over yet is announced by no check of today. */
function periodsToCome({ ledger, asOf }: ReadableLedger): readonly Finding[] {
  const checker = licenceChecker(ledger, rulesOf(ledger), { within: Number.POSITIVE_INFINITY, selects: () => true });
  const until = addMonths(asOf, MONTHS_OF_PERIODS);
  return ledger.licences
    .flatMap((licence) => deadlinesAhead(licence, { asOf, until, checker }))
    .filter(({ period }) => period !== undefined);
}

function compareDeadlines(one: Deadline, other: Deadline): number {
  return (
    one.day - other.day ||
    compareText(one.finding.rule, other.finding.rule) ||
    compareText(one.finding.subject, other.finding.subject) ||
    compareText(one.finding.period ?? '', other.finding.period ?? '')
  );
}

const ONE_YEAR: Until = { months: 12 };

/** The time lines of a ledger that can be told about, from its as-of day on. */
export function horizonOf({ file, ledger, asOf }: ReadableLedger, until: Until = ONE_YEAR): LedgerHorizon {
  const last = lastDay(until, asOf);
  return {
    file,
    company: ledger.company.name,
    timezone: ledger.policy.timezone,
    timeline: timelineOf(ledger, rulesOf(ledger), { asOf, until: last }),
  };
}

/** Never before the as-of day. */
function lastDay(until: Until, asOf: CalendarDay): CalendarDay {
  const day = 'day' in until ? until.day : addMonths(asOf, until.months);
  return day < asOf ? asOf : day;
}
