/**
 * How far each licence is good if nothing is renewed, and the time line that shows it. The terminal's and the page's time
 * lines draw this one value.
 */
import { type Breach, firstBreach, type Outlook, outlookOf } from './breach.ts';
import { addDays, BEGINNING, type CalendarDay, daysBetween, earlier, FOREVER } from './calendar-day.ts';
import type { Catalogue } from './check.ts';
import { type CoverLine, coverLines, type Span } from './cover-lines.ts';
import type { Interval } from './cover.ts';
import { deadlinesAhead, withoutDaysLeft } from './deadlines-ahead.ts';
import type { Finding } from './finding.ts';
import type { Ledger, Licence } from './ledger.ts';
import { licenceChecker, type LicenceChecker } from './licence-checker.ts';
import { isUndetermined } from './licence-term.ts';
import type { Text } from './text.ts';

export type { Breach, BreachCause } from './breach.ts';

/** One ledger's time line. Nothing in it depends on how wide or in which language it is drawn. */
export interface Timeline extends Span {
  /** In the order of the ledger. */
  readonly licences: readonly LicenceTimeline[];
}

export interface LicenceTimeline {
  readonly licence: Licence;
  /** Undefined where nothing on record ever breaks it: given up before that, or its renewal was applied for in time. It may lie beyond `until`. */
  readonly breach: Breach | undefined;
  /**
   * From the day of issue (`BEGINNING` where that is not on record) to its last day: the end of its term, or the eve of giving
   * it up where that is sooner. Not cut to the days drawn.
   */
  readonly term: Interval;
  /** Renewal was applied for in time: after `term.to` nobody knows whether it holds, but everything is still asked of it. */
  readonly goesOnUndetermined: boolean;
  /** Each service by itself, where there are several and somebody asks for it. */
  readonly services: readonly ServiceOutlook[];
  /** One for each kind of resource that each of its services needs. */
  readonly covers: readonly CoverLine[];
  /** From the as-of day to `until`, in order; the ends of cover are not among them: the bars show those. */
  readonly deadlines: readonly DeadlineMark[];
}

/** How long one service of a paper is good: by what it owes itself, and what the paper owes. */
export interface ServiceOutlook {
  readonly kind: string;
  readonly breach: Breach | undefined;
}

export interface DeadlineMark {
  /** The last day in time. */
  readonly day: CalendarDay;
  /** Without days left, unlike that of the finding, which counts them from the day on which it comes into sight. */
  readonly message: Text;
  /** With rule, remedy, act-by day and period. */
  readonly finding: Finding;
}

/** A time line with what its page says above it. */
export interface LedgerHorizon {
  /** As reports name it. */
  readonly file: string;
  readonly company: string;
  readonly timezone: string;
  readonly timeline: Timeline;
  /** What is assumed, as it was given. */
  readonly assumed: readonly string[];
  /** The time line of what is recorded, where something is assumed. */
  readonly recorded: Timeline | undefined;
}

export interface TimelineOptions {
  readonly asOf: CalendarDay;
  readonly until: CalendarDay;
  /** Whether a rule takes part; absent: all of them. */
  readonly selects?: (rule: string) => boolean;
  /** Whether each service is looked at by itself. */
  readonly wantsServices?: boolean;
}

/** Of the days drawn, as many lie before the as-of day for each one after it. */
const SHARE_BEFORE = 1 / 8;

/** @param catalogue with the company's own requirements among its common rules */
export function timelineOf(ledger: Ledger, catalogue: Catalogue, options: TimelineOptions): Timeline {
  const { asOf, until, selects = () => true, wantsServices = false } = options;
  const from = addDays(asOf, -Math.ceil(daysBetween(asOf, until) * SHARE_BEFORE));
  const checker = licenceChecker(ledger, catalogue, { within: Number.POSITIVE_INFINITY, selects });
  const outlook = outlookOf(ledger, catalogue.kinds, asOf, checker);
  const span: Span = { from, asOf, until };
  return {
    ...span,
    licences: ledger.licences.map((licence) => {
      const { term, goesOnUndetermined, asked } = termOf(licence, checker);
      return {
        licence,
        breach: firstBreach(licence, outlook),
        term,
        goesOnUndetermined,
        services: wantsServices && licence.services.length > 1 ? servicesOf(licence, outlook) : [],
        covers: coverLines(licence, asked, checker, span),
        deadlines: marksOf(licence, checker, span),
      };
    }),
  };
}

function servicesOf(licence: Licence, outlook: Outlook): readonly ServiceOutlook[] {
  return licence.services.map(({ kind }) => ({
    kind,
    breach: firstBreach(licence, outlook, ({ service = kind }) => service === kind),
  }));
}

interface Term extends Pick<LicenceTimeline, 'term' | 'goesOnUndetermined'> {
  /** The days on which cover is asked for. */
  readonly asked: Interval;
}

function termOf(licence: Licence, checker: LicenceChecker): Term {
  const { issued: from = BEGINNING, expires, closed } = licence;
  const lastOpen = closed === undefined ? FOREVER : addDays(closed, -1);
  const term = { from, to: earlier(expires, lastOpen) };
  const goesOnUndetermined = lastOpen > expires && isUndetermined(licence, checker.contextOn(addDays(expires, 1)));
  return { term, goesOnUndetermined, asked: goesOnUndetermined ? { from, to: lastOpen } : term };
}

/** Deadlines but for the ends of cover. */
function marksOf(licence: Licence, checker: LicenceChecker, span: Span): readonly DeadlineMark[] {
  const needs = new Set(checker.rulesOf(licence).flatMap((rule) => (rule.needs === undefined ? [] : [rule.id])));
  return deadlinesAhead(licence, { ...span, checker }).flatMap((finding) => {
    const { rule, date: day, message } = finding;
    return day === undefined || needs.has(rule) ? [] : [{ day, message: withoutDaysLeft(message), finding }];
  });
}

/** A licence under an assumption beside the same as it is recorded. */
export interface ComparedLicence {
  readonly assumed: LicenceTimeline;
  /** Undefined for one that is there by assumption alone. */
  readonly recorded: LicenceTimeline | undefined;
}

/** The licences of one time line with those of another, and the recorded ones that are gone. */
export function compareTimelines(
  assumed: Timeline,
  recorded: Timeline,
): { readonly licences: readonly ComparedLicence[]; readonly gone: readonly LicenceTimeline[] } {
  const before = new Map(recorded.licences.map((one) => [one.licence.id, one]));
  const left = new Set(assumed.licences.map(({ licence }) => licence.id));
  return {
    licences: assumed.licences.map((one) => ({ assumed: one, recorded: before.get(one.licence.id) })),
    gone: recorded.licences.filter(({ licence }) => !left.has(licence.id)),
  };
}
