/** The first day on which a licence stops being good if nothing is renewed and nothing more is done. */
import { addDays, addMonths, type CalendarDay, dayOf, daysBetween, FOREVER, quarterOf } from './calendar-day.ts';
import { countUpTo } from './count-up-to.ts';
import { startsOfPeriods, withoutDay, withoutDaysLeft } from './deadlines-ahead.ts';
import { type Finding, type Fix, STATUSES } from './finding.ts';
import { licenceOf } from './ledger-index.ts';
import type { Ledger, Licence, OwnDuty, Resource } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import type { LicenceKind } from './licence-kind.ts';
import { weigh } from './policy.ts';
import type { Rule } from './rule.ts';
import type { Text } from './text.ts';
import type { CalendarKnowledge } from './working-calendar.ts';

/** A licence that stops being good, or has. */
export interface Breach {
  /** The first day from the as-of day on for which a check reports an error about the licence, or that its term is over: the as-of day where it is broken already. */
  readonly day: CalendarDay;
  /** `day` − as-of day: 0 where it is broken already. */
  readonly daysLeft: number;
  /** The last working day before it; undefined where it is broken already. It may lie before the as-of day. */
  readonly actBy: CalendarDay | undefined;
  readonly actByCalendar: CalendarKnowledge | undefined;
  /** At least one. */
  readonly causes: readonly BreachCause[];
}

export interface BreachCause {
  /** As a check on the day of the breach reports it: rule, entries (`related`), remedy. Days left count from that day. */
  readonly finding: Finding;
  /** Those that cause it, as `finding.related` names them. */
  readonly entries: readonly (Licence | Resource)[];
  /** In words that hold on the as-of day: what comes is told without days left. */
  readonly message: Text;
  /** A command that helps on the as-of day. */
  readonly fix: Fix | undefined;
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
  /** Of the rules of a licence those that may report an error; most licences are asked by the same. */
  readonly gravest: Map<readonly Rule[], ReadonlySet<string>>;
}

export function outlookOf(
  ledger: Ledger,
  kinds: ReadonlyMap<string, LicenceKind>,
  asOf: CalendarDay,
  checker: LicenceChecker,
): Outlook {
  const daysOfLicences = ledger.licences
    .flatMap(({ issued, expires, closed, renewal }) => [
      issued,
      addDays(expires, 1),
      closed,
      renewal?.applied,
      renewal?.declined,
    ])
    .filter((day) => day !== undefined)
    .sort((one, other) => one - other);
  const entries = new Map([...ledger.licences, ...ledger.resources].map((entry) => [entry.id, entry]));
  return { asOf, checker, daysOfLicences, ledger, entries, kinds, gravest: new Map() };
}

/**
 * Looks only at days on which something can change: those in the ledger and in the law, the days after the deadlines that
 * come into sight on the way, and the beginnings of quarters, when periodic duties do.
 *
 * @param isMeant which findings count; absent: all of the licence
 * @param before the first day on which nobody looks any more; absent: there is none
 */
export function firstBreach(
  licence: Licence,
  outlook: Outlook,
  isMeant: (finding: Finding) => boolean = () => true,
  before = FOREVER,
): Breach | undefined {
  const { asOf, checker } = outlook;
  let ahead: Ahead | undefined;
  const seen: Finding[] = [];
  for (let day = asOf; isAskedOn(licence, day) && day < before;) {
    const findings = checker.findingsOn(licence, day).filter(isMeant);
    const causes = findings.filter((finding) => finding.severity === 'error' || isOwnEnd(finding, licence));
    if (causes.length > 0) return breachOn(day, causes, seen, outlook);
    // Many a licence of a large ledger is broken on the first day, and nobody need look ahead.
    ahead ??= {
      waiting: new Set(turningDays(licence, outlook)),
      lastQuarter: lastQuarterToLookAt(licence, outlook),
      grave: gravestRules(licence, outlook),
    };
    const { waiting, lastQuarter, grave } = ahead;
    for (const finding of findings) {
      if (finding.date === undefined || finding.date < day) continue;
      seen.push(finding);
      if (grave.has(finding.rule)) waiting.add(addDays(finding.date, 1));
    }
    const next = Math.min(
      firstAfter(outlook.daysOfLicences, day),
      nextQuarter(day, lastQuarter),
      ...[...waiting].filter((one) => one > day),
    );
    day = addDays(day, next - day);
  }
  return undefined;
}

/** Where a licence may change. */
interface Ahead {
  /** Days on which something can change, those that lie behind among them. */
  readonly waiting: Set<CalendarDay>;
  readonly lastQuarter: CalendarDay;
  readonly grave: ReadonlySet<string>;
}

/** Those that may report an error: a duty that never does would be looked at period by period to the end of the calendar. */
function gravestRules(licence: Licence, { checker, ledger, gravest }: Outlook): ReadonlySet<string> {
  const rules = checker.rulesOf(licence);
  const known = gravest.get(rules);
  if (known !== undefined) return known;
  const mayBreak = (rule: Rule): boolean =>
    STATUSES.some(
      (status) => rule.statuses[status] !== undefined && weigh(rule, status, rule.basis, ledger) === 'error',
    );
  const found = new Set(rules.filter(mayBreak).map(({ id }) => id));
  gravest.set(rules, found);
  return found;
}

/** The term is over, however grave that is: where a number is held under a contract, no law says so. */
export function isOwnEnd({ status, date, related }: Finding, { expires }: Licence): boolean {
  return status === 'expired' && date === expires && related.length === 0;
}

function breachOn(
  day: CalendarDay,
  causes: readonly Finding[],
  seen: readonly Finding[],
  { asOf, entries, checker }: Outlook,
): Breach {
  const act = day === asOf ? undefined : checker.contextOn(day).calendar.lastWorkingDay(addDays(day, -1));
  return {
    day,
    daysLeft: daysBetween(asOf, day),
    actBy: act?.day,
    actByCalendar: act?.calendar,
    causes: causes.map((finding) => ({
      finding,
      entries: finding.related.flatMap((id) => entries.get(id) ?? []),
      message:
        day === asOf
          ? finding.message
          : withoutDaysLeft(seen.find((one) => isSameMatter(one, finding))?.message ?? finding.message),
      fix: day === asOf ? finding.fix : withoutDay(finding.fix),
    })),
  };
}

function isSameMatter(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule && one.service === other.service && one.date === other.date && one.period === other.period
  );
}

/** Nothing is asked of a licence from the day on which it is given up. */
function isAskedOn({ closed }: Licence, day: CalendarDay): boolean {
  return closed === undefined || day < closed;
}

/** The days that the licence records and those after them, and those from which the law or the kind asks otherwise. */
function turningDays(licence: Licence, { asOf, checker, ledger, kinds }: Outlook): readonly CalendarDay[] {
  const recorded = daysIn(licence).flatMap((day) => [day, addDays(day, 1)]);
  const ofKinds = licence.services.flatMap(({ kind }) => kinds.get(kind)?.turningDays?.(ledger) ?? []);
  const ofDuties = ledger.duties.flatMap((duty) =>
    licenceOf(duty.for) === licence.id ? firstStarts(duty, licence, ledger, asOf) : [],
  );
  return [...recorded, ...lawDays(licence, checker), ...ofKinds, ...ofDuties];
}

/**
 * The first days of a duty's periods until one is asked for that no fact on record fulfils. From there on each period is
 * announced before the one before it falls due.
 */
function firstStarts(
  duty: OwnDuty,
  { issued }: Licence,
  { policy }: Ledger,
  asOf: CalendarDay,
): readonly CalendarDay[] {
  const asked = Math.max(asOf, issued ?? asOf, policy.since ?? asOf);
  let left = Object.keys(duty.done).length + 2;
  const days: CalendarDay[] = [];
  for (const day of startsOfPeriods(duty)) {
    days.push(day);
    if (day > asked) left -= 1;
    if (left === 0) break;
  }
  return days;
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
  return sorted[countUpTo(sorted, day)] ?? Number.POSITIVE_INFINITY;
}
