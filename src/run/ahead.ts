/** What lies ahead of a ledger: its deadlines, whatever the window, and the time lines of its licences. */
import type { Until } from '../command-line/option-values.ts';
import { addMonths, type CalendarDay } from '../domain/calendar-day.ts';
import { check } from '../domain/check.ts';
import { type Deadline, deadlineFacts } from '../domain/deadline.ts';
import { daysOfPeriods, deadlineKey, isDeadline } from '../domain/deadlines-ahead.ts';
import type { Finding } from '../domain/finding.ts';
import { type LedgerHorizon, type Timeline, timelineOf } from '../domain/horizon.ts';
import type { Ledger } from '../domain/ledger.ts';
import { compareText } from '../domain/report.ts';
import { assumedOf, checkLedgers, rulesOf } from './check-ledgers.ts';
import type { ReadableLedger } from './tell-ledgers.ts';

export interface DeadlineOptions {
  /** Days of warning that override every other. */
  readonly within?: number | undefined;
  readonly now: () => Date;
}

/** Duties that come again and again have no end: those whose period begins within this time are told. */
const MONTHS_OF_PERIODS = 12;

const WITHOUT_END = Number.POSITIVE_INFINITY;

/** All deadlines that lie ahead of a ledger, in the order of the days, and the last days of its licences and contracts. */
export async function deadlinesOf(readable: ReadableLedger, options: DeadlineOptions): Promise<readonly Deadline[]> {
  const { name: identity, file, repositoryPath = file, ledger, asOf } = readable;
  const { leadOf, nameOf } = deadlineFacts(ledger);
  const findings = [
    ...(await announcedToday(readable, options.now)),
    ...periodsToCome(readable),
    ...lastDaysAhead(ledger, asOf),
  ];
  const deadlines = new Map<string, Deadline>();
  for (const finding of findings) {
    const key = deadlineKey(finding);
    const { date: day } = finding;
    if (day === undefined || day < asOf || !isDeadline(finding) || deadlines.has(key)) continue;
    deadlines.set(key, {
      ledger: identity,
      file: repositoryPath,
      company: ledger.company.name,
      asOf,
      day,
      lead: options.within ?? leadOf(finding),
      name: nameOf(finding),
      finding,
    });
  }
  return [...deadlines.values()].sort(compareDeadlines);
}

async function announcedToday(readable: ReadableLedger, now: () => Date): Promise<readonly Finding[]> {
  const { ledgers } = await checkLedgers([readable], true, {
    asOf: readable.asOf,
    within: WITHOUT_END,
    failOn: 'never',
    selects: () => true,
    now,
  });
  return ledgers.flatMap(({ findings }) => findings);
}

/** A report or a fee whose year or quarter is not over yet is announced by no check of today. */
function periodsToCome({ ledger, asOf }: ReadableLedger): readonly Finding[] {
  const rules = rulesOf(ledger);
  const [, ...days] = daysOfPeriods(ledger.duties, { asOf, until: addMonths(asOf, MONTHS_OF_PERIODS) });
  return days.flatMap((day) =>
    check(ledger, rules, { asOf: day, within: WITHOUT_END, selects: () => true }).filter(
      ({ period }) => period !== undefined,
    ),
  );
}

const ENDS: ReadonlySet<string> = new Set(['licence/expiry', 'number/expiry', 'resource/expiry']);

/**
 * The last day of every licence and contract that nothing continues, from the as-of day on, whatever else is reported about
 * it and whatever rules the company has switched off: what the rules of expiry say where they alone are asked.
 */
export function lastDaysAhead(ledger: Ledger, asOf: CalendarDay): readonly Finding[] {
  const bare = { ...ledger, rules: {} };
  const options = { asOf, within: WITHOUT_END, selects: (rule: string) => ENDS.has(rule) };
  return check(bare, rulesOf(ledger), options).filter(isDeadline);
}

function compareDeadlines({ finding: one, day }: Deadline, { finding: other, day: otherDay }: Deadline): number {
  return (
    day - otherDay ||
    compareText(one.rule, other.rule) ||
    compareText(one.subject, other.subject) ||
    compareText(one.service ?? '', other.service ?? '') ||
    compareText(one.period ?? '', other.period ?? '')
  );
}

const ONE_YEAR: Until = { months: 12 };

/** The time lines of a ledger that can be told about, from its as-of day on. */
export function horizonOf(readable: ReadableLedger, until: Until = ONE_YEAR): LedgerHorizon {
  const { file, ledger, recorded, asOf } = readable;
  const options = { asOf, until: lastDay(until, asOf), wantsServices: recorded !== undefined };
  const drawn = (one: Ledger): Timeline => timelineOf(one, rulesOf(one), options);
  return {
    file,
    company: ledger.company.name,
    timezone: ledger.policy.timezone,
    timeline: drawn(ledger),
    assumed: assumedOf([readable]),
    recorded: recorded === undefined ? undefined : drawn(recorded),
  };
}

/** Never before the as-of day. */
function lastDay(until: Until, asOf: CalendarDay): CalendarDay {
  const day = 'day' in until ? until.day : addMonths(asOf, until.months);
  return day < asOf ? asOf : day;
}
