/** From what a rule says is wrong to a finding: severity, owner, days left, act-by day, fix and path. */
import type { Basis } from './basis.ts';
import { type CalendarDay, daysBetween } from './calendar-day.ts';
import type { Finding, Fix } from './finding.ts';
import type { LedgerIndex } from './ledger-index.ts';
import type { DataPath, Ledger } from './ledger.ts';
import { weigh } from './policy.ts';
import type { Place, Problem, Rule, RuleContext } from './rule.ts';
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts';

/** What a rule looked at. */
export interface Judged {
  readonly rule: Rule;
  readonly subject: string;
  /** Where the licence has several. */
  readonly service: string | undefined;
}

/** One for all ledgers that bring no arrangement of their own: it remembers what it has worked out. */
const BUNDLED = workingCalendar();

export function calendarOf({ policy: { workingDays } }: Ledger): WorkingCalendar {
  return Object.keys(workingDays).length === 0 ? BUNDLED : workingCalendar(workingDays);
}

/** @param basis what of the ground is in force on the day */
export function toFinding(
  { rule, subject: given, service }: Judged,
  problem: Problem,
  basis: readonly Basis[],
  context: RuleContext,
): Finding {
  const { asOf, index, ledger } = context;
  const subject = problem.subject ?? given;
  const { date, daysLeft, actBy, actByCalendar } = datesOf(problem.date, context);
  return {
    rule: rule.id,
    status: problem.status,
    severity: weigh(rule, problem.status, basis, ledger),
    subject,
    service,
    related: problem.related ?? [],
    owner: ownerOf(problem, subject, context),
    date,
    daysLeft,
    actBy,
    actByCalendar,
    period: problem.period,
    gapDays: problem.gapDays,
    gaps: problem.gaps,
    message: problem.message,
    remedy: problem.remedy ?? rule.remedy,
    fix: fixOf(rule, subject, service, problem, asOf),
    sum: problem.sum,
    basis,
    path: pathOf(problem.at, subject, index),
  };
}

/** That of the entry that must change, else of the subject, else the policy's. */
function ownerOf({ owner, at }: Problem, subject: string, { index, ledger }: RuleContext): string | undefined {
  const place = at !== undefined && 'entry' in at ? index.ownerOf(at.entry) : undefined;
  return owner ?? place ?? index.ownerOf(subject) ?? ledger.policy.owner;
}

function fixOf(
  rule: Rule,
  subject: string,
  service: string | undefined,
  { status, period, related, fix }: Problem,
  asOf: CalendarDay,
): Fix | undefined {
  if (fix !== undefined) return fix;
  const command = rule.fix?.({ subject, service, status, period, related, asOf });
  return command === undefined ? undefined : { command };
}

/** A date with what follows from it: the days left and the last working day to act. */
export function datesOf(
  date: CalendarDay | undefined,
  { asOf, calendar }: Pick<RuleContext, 'asOf' | 'calendar'>,
): Pick<Finding, 'date' | 'daysLeft' | 'actBy' | 'actByCalendar'> {
  if (date === undefined) return {};
  const { day: actBy, calendar: actByCalendar } = calendar.lastWorkingDay(date);
  return { date, daysLeft: daysBetween(asOf, date), actBy, actByCalendar };
}

function pathOf(place: Place | undefined, subject: string, index: LedgerIndex): DataPath {
  if (place === undefined) return [...(index.pathOf(subject) ?? ['company']), 'id'];
  if ('file' in place) return place.file;
  if ('company' in place) return ['company', ...place.company];
  const { entry, service, field, below = [] } = place;
  const path = service === undefined ? index.pathOf(entry) : index.pathOfService(entry, service);
  return [...(path ?? []), field, ...below];
}
