/** Deadlines that lie ahead of a day, whatever the window, told so that they stay true until then. */
import { addDays, addMonths, type CalendarDay, daysBetween, earlier, formatDay, quarterOf } from './calendar-day.ts';
import { type Finding, type Fix, isAhead, isDeadline } from './finding.ts';
import { licenceOf } from './ledger-index.ts';
import type { Ledger, Licence, OwnDuty, Waiver } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import { endOfTerm } from './term.ts';
import { count, type Text } from './text.ts';
import { calendarOf, datesOf } from './to-finding.ts';

interface Span {
  readonly asOf: CalendarDay;
  readonly until: CalendarDay;
}

/**
 * What a licence must have dealt with from the as-of day to another, in the order of the days. Periodic duties of periods
 * that have not begun yet are among them; what has been announced on an earlier day is not told again.
 *
 * @param checker with a window without end
 */
export function deadlinesAhead(
  licence: Licence,
  { asOf, until, checker }: Span & { readonly checker: LicenceChecker },
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const day of daysOfPeriods(checker.contextOn(asOf).ledger.duties, { asOf, until })) {
    if (licence.closed !== undefined && day >= licence.closed) break;
    for (const finding of checker.findingsOn(licence, day)) {
      const { date } = finding;
      if (date === undefined || date > until || !isDeadline(finding)) continue;
      const key = deadlineKey(finding);
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()].sort((one, other) => (one.date ?? 0) - (other.date ?? 0));
}

/** What makes two findings one deadline, on whatever days they were found. */
export function deadlineKey({ rule, subject, service, period, date }: Finding): string {
  return JSON.stringify([rule, subject, service, period, date]);
}

/** The as-of day and those after it on which periods of duties begin, in order: quarters, and those of the company's own. */
export function daysOfPeriods(duties: readonly OwnDuty[], { asOf, until }: Span): readonly CalendarDay[] {
  const days = new Set<CalendarDay>();
  for (let day = asOf; day <= until; day = quarterOf(day).over) days.add(day);
  for (const duty of duties) {
    for (const day of startsOfPeriods(duty)) {
      if (day > until) break;
      if (day > asOf) days.add(day);
    }
  }
  return [...days].sort((one, other) => one - other);
}

/** The first days of a duty's periods, to the end of the calendar. */
export function* startsOfPeriods({ from, every }: Pick<OwnDuty, 'from' | 'every'>): Generator<CalendarDay> {
  yield from;
  for (let number = 1; ; number += 1) {
    const end = endOfTerm(from, { months: every.months * number });
    if (end === undefined) return;
    yield addDays(end, 1);
  }
}

/**
 * The message of a deadline without the days that are left or gone: an entry in a calendar, or a thing told ahead of its
 * day, would tell them wrongly. Rules write them in a few ways: `（还有40天）`, `（1天前）`, `, in 40 days`, `, 1 day ago`.
 */
export function withoutDaysLeft({ zh, en }: Text): Text {
  return {
    zh: zh.replaceAll(/（(?:还有\d+天|\d+天前|已\d+天)）|，已过\d+天/gu, ''),
    en: en
      .replaceAll(/, (?:in \d+ days?(?![\w-])|\d+ days? ago)/gu, '')
      .replaceAll(/ since (\d{4}-\d{2}-\d{2}) \(\d+ days?\)/gu, ' since $1'),
  };
}

/** The command of a thing told ahead of its day: none where it records a day, which nobody knows yet. */
export function withoutDay(fix: Fix | undefined): Fix | undefined {
  return fix?.command.some((word) => DAYS_OF_DEEDS.has(word)) === true ? undefined : fix;
}

/** Checks a ledger, or one with the same entries, and puts its waivers on what is found. */
export type CheckWithWaivers = (
  ledger: Ledger,
  options: {
    readonly asOf: CalendarDay;
    readonly within?: number | undefined;
    readonly selects?: (rule: string) => boolean;
    readonly onlyPeriods?: boolean;
  },
) => Iterable<Finding>;

/** The options that say on which day something was done. */
const DAYS_OF_DEEDS: ReadonlySet<string> = new Set(['--on', '--registered', '--publicised']);

/** A window that all that lies ahead is in. */
export const WITHOUT_END = Number.POSITIVE_INFINITY;

/** Duties that come again and again have no end: those whose period begins within this time are told. */
const MONTHS_OF_PERIODS = 12;

/** A report or a fee whose year or quarter is not over yet is announced by no check of today. In words of the as-of day. */
export function* periodsToCome(ledger: Ledger, { asOf, until }: Span, check: CheckWithWaivers): Generator<Finding> {
  const last = earlier(until, addMonths(asOf, MONTHS_OF_PERIODS));
  const [, ...days] = daysOfPeriods(ledger.duties, { asOf, until: last });
  for (const day of days) {
    for (const finding of check(ledger, { asOf: day, within: WITHOUT_END, onlyPeriods: true })) {
      if (finding.period !== undefined) yield toldOn(asOf, finding);
    }
  }
}

/** In words that hold on an earlier day. */
function toldOn(asOf: CalendarDay, finding: Finding): Finding {
  const { date, message, fix } = finding;
  return {
    ...finding,
    daysLeft: date === undefined ? undefined : daysBetween(asOf, date),
    message: withoutDaysLeft(message),
    fix: withoutDay(fix),
  };
}

const ENDS: ReadonlySet<string> = new Set(['licence/expiry', 'number/expiry', 'resource/expiry']);

/**
 * The last day of every licence and contract that nothing continues, from the as-of day on, whatever else is reported about
 * it and whatever the company has switched off or waived: what the rules of expiry say where they alone are asked.
 *
 * @param found with the same window: an entry of which a rule of expiry has spoken there is not asked again
 */
export function lastDaysAhead(
  ledger: Ledger,
  asOf: CalendarDay,
  found: Iterable<Finding>,
  check: CheckWithWaivers,
): Iterable<Finding> {
  const told = new Set<string>();
  for (const { rule, subject } of found) if (ENDS.has(rule)) told.add(subject);
  const licences = ledger.licences.filter(({ id }) => !told.has(id));
  const resources = ledger.resources.filter(({ id }) => !told.has(id));
  const bare = { ...ledger, licences, resources, rules: {}, waivers: [] };
  return check(bare, { asOf, within: WITHOUT_END, selects: (rule) => ENDS.has(rule) });
}

/** The last day of a waiver, told like a finding. */
export interface EndOfWaiver {
  readonly finding: Finding;
  /** The rule. */
  readonly waives: string;
}

/** The last day of each waiver that keeps something from being counted until then. */
export function endsOfWaivers(ledger: Ledger, asOf: CalendarDay, findings: readonly Finding[]): readonly EndOfWaiver[] {
  const dates = { asOf, calendar: calendarOf(ledger) };
  const waived = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.waived === undefined) continue;
    const key = `${finding.rule} ${finding.subject}`;
    const before = waived.get(key);
    if (before === undefined) waived.set(key, [finding]);
    else before.push(finding);
  }
  return ledger.waivers.flatMap((waiver, at): readonly EndOfWaiver[] => {
    const { rule, entry, until } = waiver;
    const ofEntry = waived.get(`${rule} ${licenceOf(entry)}`) ?? [];
    const excused = ofEntry.find((finding) => isAbout(waiver, finding) && !isDueAfter(until, finding));
    if (excused === undefined) return [];
    const [subject = entry, service] = entry.split('/', 2);
    const finding: Finding = {
      rule: 'waiver/expired',
      status: 'expiring',
      severity: 'warning',
      subject,
      service,
      related: [],
      owner: excused.owner,
      ...datesOf(until, dates),
      message: waiverEnds(rule, until, daysBetween(asOf, until)),
      remedy: WAIVER_REMEDY,
      fix: excused.fix,
      basis: [],
      path: ['waivers', at, 'until'],
    };
    return [{ finding, waives: rule }];
  });
}

function isAbout({ rule, entry, until, reason }: Waiver, { rule: found, subject, service, waived }: Finding): boolean {
  return (
    rule === found &&
    (entry === subject || entry === `${subject}/${service}`) &&
    waived?.until === until &&
    waived.reason === reason
  );
}

/** A deadline after the end of its waiver stands by itself. */
function isDueAfter(until: CalendarDay, finding: Finding): boolean {
  return isAhead(finding) && finding.date !== undefined && finding.date > until;
}

function waiverEnds(rule: string, until: CalendarDay, daysLeft: number): Text {
  return {
    zh: `${rule}的豁免最后一天为${formatDay(until)}（还有${daysLeft}天），之后重新计入`,
    en: `the waiver of ${rule} ends on ${formatDay(until)}, in ${count(daysLeft, 'day')}; after that the finding counts again`,
  };
}

const WAIVER_REMEDY: Text = {
  zh: '在此之前解决问题并删去豁免；仍需豁免的，重新审批。',
  en: 'Resolve the finding and remove the waiver by then, or have the waiver approved again.',
};
