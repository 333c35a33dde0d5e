/** The first day on which a licence stops being good if nothing is renewed and nothing more is done. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOf,
  daysBetween,
  lastWorkingDay,
  type WorkingCalendar,
} from './calendar-day.ts';
import type { Finding } from './finding.ts';
import type { Ledger, Licence, Resource } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import type { LicenceKind } from './licence-kind.ts';
import { quarterOf } from './quarter.ts';
import type { Text } from './text.ts';
import { withoutDaysLeft } from './timeless.ts';

/** A licence that stops being good, or has. */
export interface Breach {
  /** The first day from the as-of day on for which a check reports an error about the licence: the as-of day where it is broken already. */
  readonly day: CalendarDay;
  /** `day` − as-of day: 0 where it is broken already. */
  readonly daysLeft: number;
  /** The last working day before it; undefined where it is broken already. It may lie before the as-of day. */
  readonly actBy: CalendarDay | undefined;
  readonly actByCalendar: WorkingCalendar | undefined;
  /** At least one. */
  readonly causes: readonly BreachCause[];
}

export interface BreachCause {
  /** The error as a check on the day of the breach reports it: rule, entries (`related`), remedy. Days left count from that day. */
  readonly finding: Finding;
  /** Those that cause it, as `finding.related` names them. */
  readonly entries: readonly (Licence | Resource)[];
  /** In words that hold on the as-of day: what comes is told without days left. */
  readonly message: Text;
}

/** What the search needs to know of the whole ledger, worked out once. */
export interface Outlook {
  readonly asOf: CalendarDay;
  /** With a window without end, so that it reports all that lies ahead. */
  readonly checker: LicenceChecker;
  /** Sorted: days on which some licence begins, ends or changes, which may break another that rests on it. */
  readonly daysOfLicences: readonly CalendarDay[];
  readonly ledger: Ledger;
  readonly entries: ReadonlyMap<string, Licence | Resource>;
  readonly kinds: ReadonlyMap<string, LicenceKind>;
}

export function outlookOf(
  ledger: Ledger,
  kinds: ReadonlyMap<string, LicenceKind>,
  asOf: CalendarDay,
  checker: LicenceChecker,
): Outlook {
  const days = ledger.licences.flatMap(({ issued, expires, closed, renewal }) => [
    issued,
    addDays(expires, 1),
    closed,
    renewal?.applied,
  ]);
  const entries = new Map([...ledger.licences, ...ledger.resources].map((entry) => [entry.id, entry]));
  return { asOf, checker, daysOfLicences: sortedAhead(days, asOf), ledger, entries, kinds };
}

/**
 * Looks only at days on which something can change: those in the ledger and in the law, the days after the deadlines that
 * come into sight on the way, and the beginnings of quarters, when periodic duties do.
 */
export function firstBreach(licence: Licence, outlook: Outlook): Breach | undefined {
  const { asOf, checker } = outlook;
  const waiting = new Set(turningDays(licence, outlook));
  const lastQuarter = lastQuarterToLookAt(licence, outlook);
  const seen: Finding[] = [];
  for (let day = asOf; isAskedOn(licence, day);) {
    const findings = checker.findingsOn(licence, day);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return breachOn(day, errors, seen, outlook);
    for (const finding of findings) {
      if (finding.date === undefined || finding.date < day) continue;
      waiting.add(addDays(finding.date, 1));
      seen.push(finding);
    }
    const next = Math.min(
      firstAfter(outlook.daysOfLicences, day),
      nextQuarter(day, lastQuarter),
      ...[...waiting].filter((one) => one > day),
    );
    if (next === Number.POSITIVE_INFINITY) return undefined;
    day = addDays(day, next - day);
  }
  return undefined;
}

function breachOn(
  day: CalendarDay,
  errors: readonly Finding[],
  seen: readonly Finding[],
  { asOf, entries }: Outlook,
): Breach {
  const act = day === asOf ? undefined : lastWorkingDay(addDays(day, -1));
  return {
    day,
    daysLeft: daysBetween(asOf, day),
    actBy: act?.day,
    actByCalendar: act?.calendar,
    causes: errors.map((finding) => ({
      finding,
      entries: finding.related.flatMap((id) => entries.get(id) ?? []),
      message:
        day === asOf
          ? finding.message
          : withoutDaysLeft(seen.find((one) => isSameMatter(one, finding))?.message ?? finding.message),
    })),
  };
}

function isSameMatter(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.date === other.date && one.period === other.period;
}

/** Nothing is asked of a licence from the day on which it is given up. */
function isAskedOn({ closed }: Licence, day: CalendarDay): boolean {
  return closed === undefined || day < closed;
}

/** Ahead of the as-of day: the days that the licence records and those after them, and those from which the law or the kind asks otherwise. */
function turningDays(licence: Licence, { asOf, checker, ledger, kinds }: Outlook): readonly CalendarDay[] {
  const recorded = daysIn(licence).flatMap((day) => [day, addDays(day, 1)]);
  const kind = kinds.get(licence.kind);
  return sortedAhead([...recorded, ...lawDays(licence, checker), ...(kind?.turningDays?.(ledger) ?? [])], asOf);
}

function lawDays(licence: Licence, checker: LicenceChecker): readonly CalendarDay[] {
  return checker
    .rulesOf(licence)
    .flatMap(({ basis }) =>
      basis.flatMap(({ from, until }) => (until === undefined ? [from] : [from, addDays(until, 1)])),
    );
}

/** Every number of an entry that can be a day: kinds record days in fields of their own. Counts among them cost one look each. */
function daysIn(value: unknown): readonly CalendarDay[] {
  if (typeof value === 'number') {
    const day = addDays(EPOCH, value);
    return value < LAST_DAY ? [day] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}

const EPOCH = dayOf(1970, 1, 1);
const LAST_DAY = dayOf(3000, 1, 1);

/**
 * Periodic duties come into sight when their period begins. A fact on record fulfils one period at most, so a duty that
 * can break a licence does so within as many years as there are facts, and two for the first period to begin and fall due.
 */
function lastQuarterToLookAt(licence: Licence, { asOf, checker }: Outlook): CalendarDay {
  const { issued = asOf } = licence;
  const begins = Math.max(asOf, issued, ...lawDays(licence, checker));
  return addMonths(addDays(EPOCH, begins), 12 * (daysIn(licence).length + 2));
}

function nextQuarter(day: CalendarDay, last: CalendarDay): number {
  const { over } = quarterOf(day);
  return over <= last ? over : Number.POSITIVE_INFINITY;
}

/** By halves: a ledger of many licences asks this for each of them. */
function firstAfter(sorted: readonly CalendarDay[], day: CalendarDay): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > day) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? Number.POSITIVE_INFINITY;
}

function sortedAhead(days: readonly (CalendarDay | undefined)[], asOf: CalendarDay): readonly CalendarDay[] {
  const ahead = new Set<CalendarDay>();
  for (const day of days) if (day !== undefined && day > asOf && Number.isFinite(day)) ahead.add(day);
  return [...ahead].sort((one, other) => one - other);
}
