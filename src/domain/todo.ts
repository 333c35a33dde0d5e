/**
 * What is to be done: the one list from which `todo`, the calendar, the agenda of the page and the digest are made, so that
 * they cannot disagree.
 */
import { addDays, type CalendarDay, dayOf, earlier, FOREVER, LAST_YEAR } from './calendar-day.ts';
import {
  type CheckWithWaivers,
  deadlineKey,
  endsOfWaivers,
  lastDaysAhead,
  periodsToCome,
  WITHOUT_END,
} from './deadlines-ahead.ts';
import { type Finding, isAhead } from './finding.ts';
import { type Ledger, windowIn } from './ledger.ts';
import { compareText } from './report.ts';
import { SEVERITIES } from './severity.ts';

/** Of which ledger something is to be done, and on which day that was asked. */
export interface TodoLedger {
  /** What the ledger is known by, whatever folder the program is run in. */
  readonly name: string;
  /** As reports name it. */
  readonly file: string;
  /** From the root of its repository; undefined where it is in none. */
  readonly repositoryPath: string | undefined;
  readonly ledger: Ledger;
  readonly asOf: CalendarDay;
}

/**
 * `broken`: an error today, whatever day it has. `due`: to be done by a day that is still to come. `open`: a warning that
 * waits for no day: it is past, or there is none.
 */
export const URGENCIES = ['broken', 'due', 'open'] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface TodoItem {
  readonly of: TodoLedger;
  readonly urgency: Urgency;
  /** In words of the as-of day; its days are counted from there. */
  readonly finding: Finding;
  /**
   * Who tells it: a check of the as-of day; one without an end of its window, or of a later day; or no rule at all, because
   * it is the last day of an entry about which something else is reported.
   */
  readonly told: 'today' | 'ahead' | 'last-day';
  /** The rule that is waived until this day, where it is the end of a waiver. */
  readonly waives?: string | undefined;
  /** What the subject is called: the title of a contract or a system, the number of a licence. */
  readonly name: string | undefined;
  /** Days before its day on which warning begins. */
  readonly lead: number;
}

export interface TodoOptions {
  /** Checks a ledger, with its waivers on what it finds. */
  readonly check: CheckWithWaivers;
  /** What a check of the as-of day reports with the windows of the ledger; absent: it is asked. */
  readonly today?: readonly Finding[] | undefined;
  /** Days of warning that override every other. */
  readonly within?: number | undefined;
  /** The last day by which something that is listed must be done; absent: whatever lies ahead. */
  readonly until?: CalendarDay | undefined;
}

/**
 * All that is to be done about a ledger, the worst and soonest first. What is waived today is not among it, but for a
 * deadline ahead, which a calendar keeps: see `isExcused`.
 */
export function todoOf(of: TodoLedger, options: TodoOptions): readonly TodoItem[] {
  const { ledger, asOf } = of;
  const { check, within, today = [...check(ledger, { asOf, within })], until = FOREVER } = options;
  const facts = factsOf(ledger);
  const describe = (finding: Finding, urgency: Urgency, told: TodoItem['told'], waives?: string): TodoItem => ({
    of,
    urgency,
    finding,
    told,
    waives,
    name: facts.nameOf(finding),
    lead: within ?? facts.leadOf(finding),
  });
  const now = today.filter(
    (finding) => finding.severity !== 'info' && finding.waived === undefined && !isAhead(finding),
  );
  const ahead = new Map<string, TodoItem>();
  const add = (findings: Iterable<Finding>, told: TodoItem['told']): void => {
    for (const finding of findings) {
      const key = deadlineKey(finding);
      if (!isAhead(finding) || actByOf(finding, asOf) > until || ahead.has(key)) continue;
      ahead.set(key, describe(finding, 'due', told));
    }
  };
  add(today, 'today');
  add(check(ledger, { asOf, within: WITHOUT_END }), 'ahead');
  add(periodsToCome(ledger, { asOf, until }, check), 'ahead');
  const found = Array.from(ahead.values(), ({ finding }) => finding);
  add(lastDaysAhead(ledger, asOf, found, check), 'last-day');
  const due = [...ahead.values()];
  const waiverEnds = endsOfWaivers(ledger, asOf, [...today, ...due.map(({ finding }) => finding)])
    .filter(({ finding }) => actByOf(finding, asOf) <= until)
    .map(({ finding, waives }) => describe(finding, 'due', 'ahead', waives));
  return [
    ...now.map((finding) => describe(finding, finding.severity === 'error' ? 'broken' : 'open', 'today')),
    ...due,
    ...waiverEnds,
  ].sort(compareTodo);
}

/** Whether somebody answers for it until its day and beyond: nobody has to do anything by then. */
export function isExcused({ finding: { waived, date } }: TodoItem): boolean {
  return waived !== undefined && waived.until >= (date ?? waived.until);
}

/** The last working day for it; the as-of day for what waits for none. */
export function actByOf({ actBy, date }: Pick<Finding, 'actBy' | 'date'>, asOf: CalendarDay): CalendarDay {
  return actBy ?? date ?? asOf;
}

/** What must be done within some days: all that is broken or open, and what falls due by then. */
export function dueWithin(items: readonly TodoItem[], days: number): readonly TodoItem[] {
  return items.filter((item) => !isExcused(item) && isWithin(item, days));
}

function isWithin({ urgency, finding, of: { asOf } }: TodoItem, days: number): boolean {
  return urgency !== 'due' || actByOf(finding, asOf) <= addDays(asOf, days);
}

/** A ledger that was asked, as reports name it. */
export interface NamedLedger {
  readonly file: string;
  readonly company: string;
}

/** The list of one or many ledgers for some days, with what lies around it. */
export interface Todo {
  readonly asOf: CalendarDay;
  /** The last of the days. */
  readonly until: CalendarDay;
  /** In the order of their files. */
  readonly ledgers: readonly NamedLedger[];
  /** What is assumed in place of what is recorded, as it was given. */
  readonly assumed: readonly string[];
  /** The worst and soonest first. */
  readonly items: readonly TodoItem[];
  /** Deadlines in these days that somebody answers for. */
  readonly waived: number;
  /** The first thing that falls due after these days. */
  readonly next: TodoItem | undefined;
}

/** The calendar ends there. */
const LAST_DAY = dayOf(LAST_YEAR, 12, 31);

/** Joins the lists of several ledgers. */
export function gatherTodo(
  items: readonly TodoItem[],
  {
    asOf,
    days,
    ledgers,
    assumed = [],
  }: Pick<Todo, 'asOf' | 'ledgers'> & Partial<Pick<Todo, 'assumed'>> & { readonly days: number },
): Todo {
  const sorted = items.toSorted(compareTodo);
  return {
    asOf,
    until: earlier(addDays(asOf, days), LAST_DAY),
    ledgers,
    assumed,
    items: dueWithin(sorted, days),
    waived: sorted.filter((item) => isExcused(item) && isWithin(item, days)).length,
    next: sorted.find((item) => !isExcused(item) && !isWithin(item, days)),
  };
}

/** What an item is known by from run to run: never by its day, so that calendars move the event where the day moves. */
export function todoIdentity({ of, finding, waives }: TodoItem): string {
  const { rule, subject, service = '', related, period = '' } = finding;
  const sorted = related.length > 1 ? related.toSorted(compareText) : related;
  return JSON.stringify([of.name, rule, subject, service, sorted, period, ...(waives === undefined ? [] : [waives])]);
}

/** What an item is sorted by: of many ledgers no more need be kept to weave their lists into one. */
export type TodoOrder = Pick<TodoItem, 'urgency' | 'waives'> & {
  readonly of: Pick<TodoLedger, 'file' | 'asOf'>;
  readonly finding: Pick<Finding, 'rule' | 'subject' | 'service' | 'period' | 'date' | 'actBy' | 'severity'>;
};

export function orderOf({ of: { file, asOf }, urgency, waives, finding }: TodoItem): TodoOrder {
  const { rule, subject, service, period, date, actBy, severity } = finding;
  return { of: { file, asOf }, urgency, waives, finding: { rule, subject, service, period, date, actBy, severity } };
}

/** The worst first, then the soonest; what still ties by what it is about. */
export function compareTodo(one: TodoOrder, other: TodoOrder): number {
  const [finding, otherFinding] = [one.finding, other.finding];
  return (
    URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency) ||
    actByOf(finding, one.of.asOf) - actByOf(otherFinding, other.of.asOf) ||
    (finding.date ?? 0) - (otherFinding.date ?? 0) ||
    SEVERITIES.indexOf(finding.severity) - SEVERITIES.indexOf(otherFinding.severity) ||
    compareText(one.of.file, other.of.file) ||
    compareMatters(finding, otherFinding) ||
    compareText(one.waives ?? '', other.waives ?? '')
  );
}

function compareMatters(one: TodoOrder['finding'], other: TodoOrder['finding']): number {
  return (
    compareText(one.rule, other.rule) ||
    compareText(one.subject, other.subject) ||
    compareText(one.service ?? '', other.service ?? '') ||
    compareText(one.period ?? '', other.period ?? '')
  );
}

/** Leads and names of the entries of one ledger. */
interface Facts {
  /**
   * Days of warning: those of the contracts whose end the finding speaks of, else those of its subject, else the policy's;
   * of a renewal those that the policy gives renewals.
   */
  readonly leadOf: (finding: Finding) => number;
  readonly nameOf: (finding: Finding) => string | undefined;
}

function factsOf({ licences, resources, company, policy }: Ledger): Facts {
  const entries = new Map<string, EntryFacts>();
  for (const { id, title, warnWithin } of company.systems) {
    entries.set(id, { name: title, lead: windowIn(policy, { warnWithin }) });
  }
  for (const { id, number, warnWithin } of licences) {
    const renewalLead = windowIn(policy, { warnWithin }, 'renewal');
    entries.set(id, { name: number, lead: windowIn(policy, { warnWithin }), renewalLead });
  }
  for (const resource of resources) {
    entries.set(resource.id, { name: resource.title, lead: windowIn(policy, resource), isContract: true });
  }
  return {
    leadOf({ rule, subject, related }) {
      const leads = related.flatMap((id) => {
        const entry = entries.get(id);
        return entry?.isContract === true ? entry.lead : [];
      });
      if (leads.length > 0) return leads.reduce((one, other) => Math.max(one, other));
      const entry = entries.get(subject);
      const ofRenewal = rule.endsWith('/renewal') ? entry?.renewalLead : undefined;
      return ofRenewal ?? entry?.lead ?? policy.warnWithin.default;
    },
    nameOf: ({ subject }) => entries.get(subject)?.name,
  };
}

interface EntryFacts {
  readonly name: string | undefined;
  readonly lead: number;
  /** Of licences. */
  readonly renewalLead?: number;
  readonly isContract?: boolean;
}
