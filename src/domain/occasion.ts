/** Duties that something brings once: what happened, from which day their time runs, and how they stand. */
import { type CalendarDay, daysBetween, FOREVER, formatDay } from './calendar-day.ts';
import type { Limit } from './limit.ts';
import {
  type Judgement,
  MET,
  notApplicable,
  type Outcome,
  type Place,
  type Problem,
  type RuleContext,
  type RuleDescription,
  type WarnedEntry,
} from './rule.ts';
import { count, type Text } from './text.ts';

/** What must be done within a time. */
export interface TimedDuty {
  /** Asked only of what happened while this was in force. */
  readonly law: { readonly from: CalendarDay };
  /** The last day in time. */
  readonly limitOf: (from: CalendarDay, context: RuleContext) => Limit;
  /** What must be done: `向发证机关报告`; in English as it follows "must be": `reported to the issuing authority`. */
  readonly act: Text;
  /** What to do where it was done too late; absent: nothing is left to do. */
  readonly lateRemedy?: Text;
}

/** Something that happened, and on which day it was dealt with; its fix is for as long as that is open. */
export interface Occasion extends Pick<Problem, 'subject' | 'related' | 'fix'> {
  /** As it begins a sentence: `公司名称变更（2026-10-01完成登记）`. */
  readonly name: Text;
  readonly from: CalendarDay;
  /** The day on record, whether it has come or not. */
  readonly done: CalendarDay | undefined;
  readonly at: Place;
  readonly period: string;
  /** The entry whose days of warning count; absent: those of the policy. */
  readonly warned?: WarnedEntry | undefined;
  /** Where it has a last day in time of its own. */
  readonly limitOf?: TimedDuty['limitOf'] | undefined;
  /** Why it is not asked for, once its last day in time is known. */
  readonly unless?: ((limit: CalendarDay) => Outcome | undefined) | undefined;
}

/** What a duty finds in a ledger: occasions to judge, and what needs no judging. */
export type Found = Occasion | Problem | Outcome;

/** How the occasions of a rule stand; a status that the rule does not list is none that it reports. `none` where there are none. */
export function judgeOccasions(
  found: readonly Found[],
  duty: TimedDuty & { readonly none: Outcome; readonly statuses: RuleDescription['statuses'] },
  context: RuleContext,
): Judgement {
  return found.length === 0 ? duty.none : judgeAll();

  function* judgeAll(): Generator<Problem, Outcome, void> {
    let outcome: Outcome | undefined;
    for (const one of found) {
      const judged = 'name' in one ? judgeOccasion(one, duty, context) : one;
      if ('state' in judged) outcome = soonest(outcome ?? judged, judged);
      else if (Object.hasOwn(duty.statuses, judged.status)) yield judged;
    }
    return outcome ?? MET;
  }
}

/** Of several things that a rule looked at: what holds for all of them holds until the first is due. */
export function soonest(one: Outcome, other: Outcome): Outcome {
  if (one.state !== 'met' || other.state !== 'met') return one.state === 'met' ? one : other;
  return (one.until ?? FOREVER) <= (other.until ?? FOREVER) ? one : other;
}

const BEFORE_THE_LAW = notApplicable('事情发生时还没有这项规定', 'it happened before the rule was in force');

function judgeOccasion(occasion: Occasion, duty: TimedDuty, context: RuleContext): Problem | Outcome {
  const { name, from, at, subject, related, period, fix, warned = {}, unless, limitOf = duty.limitOf } = occasion;
  if (from < duty.law.from) return BEFORE_THE_LAW;
  const { day: date, sum } = limitOf(from, context);
  const reason = unless?.(date);
  if (reason !== undefined) return reason;
  const done = happened(occasion.done, context.asOf);
  const judged =
    done === undefined
      ? judgeOpen({ name, date, act: duty.act }, context.windowOf(warned), context.asOf)
      : onceDone(name, date, done, duty);
  if ('state' in judged) return judged;
  return { ...judged, date, sum, at, subject, related, period, fix: done === undefined ? fix : undefined };
}

/** A day on record that has come. */
export function happened(day: CalendarDay | undefined, asOf: CalendarDay): CalendarDay | undefined {
  return day !== undefined && day <= asOf ? day : undefined;
}

interface OpenDuty extends Pick<TimedDuty, 'act'> {
  readonly name: Text;
  readonly date: CalendarDay;
}

/** A duty not yet done: `due` inside the window before its last day, `overdue` from the next day on. */
export function judgeOpen({ name, date, act }: OpenDuty, window: number, asOf: CalendarDay): Problem | Outcome {
  const daysLeft = daysBetween(asOf, date);
  if (daysLeft < 0) {
    return {
      status: 'overdue',
      date,
      message: {
        zh: `${name.zh}未${act.zh}，${formatDay(date)}截止，已过${-daysLeft}天`,
        en: `${name.en} had to be ${act.en} by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  if (daysLeft > window) return { state: 'met', until: date };
  return {
    status: 'due',
    date,
    message: {
      zh: `${name.zh}最迟${formatDay(date)}${act.zh}（还有${daysLeft}天）`,
      en: `${name.en} must be ${act.en} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    },
  };
}

const DONE_LATE: Text = {
  zh: '已经办理，保存好办理凭证即可；不需要再提示的，可删去这一条记录。',
  en: 'It has been done: keep the proof. To stop seeing this finding, remove the record.',
};

function onceDone(name: Text, date: CalendarDay, done: CalendarDay, duty: TimedDuty): Problem | Outcome {
  const daysLate = daysBetween(date, done);
  if (daysLate <= 0) return MET;
  return {
    status: 'late',
    message: {
      zh: `${name.zh}于${formatDay(done)}${duty.act.zh}，晚了${daysLate}天`,
      en: `${name.en} was ${duty.act.en} on ${formatDay(done)}, ${count(daysLate, 'day')} late`,
    },
    remedy: duty.lateRemedy ?? DONE_LATE,
  };
}
