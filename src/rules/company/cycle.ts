/** Duties that a system of the company brings again and again: when the next is due, and what the ledger knows of it. */
import { addMonths, BEGINNING, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { recordOnDay } from '../../domain/fix.ts';
import type { System, SystemKind } from '../../domain/ledger.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Outcome,
  type Problem,
  type Rule,
  type RuleContext,
  type RuleDescription,
} from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import type { Instrument } from '../../law/instrument.ts';
import { soonest } from '../judgement.ts';

export interface Cycle {
  readonly kind: SystemKind;
  /** What set the length of the cycle: nothing was asked before, and the first cycle does not begin earlier. */
  readonly law: Instrument;
  /** Months from one to the next; undefined for a system that is not concerned, `unknown` where a fact is missing that decides it. */
  readonly monthsOf: (system: System) => number | 'unknown' | undefined;
  /** Where the days on which it was done are recorded. */
  readonly done: 'evaluations' | 'assessments' | 'audits';
  /** What must be done: `等级测评`, `its MLPS evaluation`. */
  readonly act: Text;
  /** The field that decides, said where the length is unknown. */
  readonly decidedBy: { readonly field: 'level' | 'persons'; readonly name: Text };
}

/** What `ledger record` calls it. */
const RECORDED_AS = { evaluations: 'evaluation', assessments: 'assessment', audits: 'audit' } as const;

export function defineCycleRule(id: string, cycle: Cycle, description: Omit<RuleDescription, 'fix'>): Rule {
  const record = recordOnDay(RECORDED_AS[cycle.done]);
  const fix: RuleDescription['fix'] = (target) => (target.status === 'undetermined' ? undefined : record(target));
  return defineRule(id, { of: 'company', run }, { ...description, fix });

  function run(context: RuleContext): Judgement {
    if (context.asOf < cycle.law.from) return BEFORE_THE_LAW;
    return context.ledger.company.systems.some(({ kind }) => kind === cycle.kind) ? checkSystems(context) : NO_SYSTEM;
  }

  function* checkSystems(context: RuleContext): Generator<Problem, Outcome, void> {
    let outcome: Outcome = NOT_CONCERNED;
    for (const system of context.ledger.company.systems) {
      const isThere = system.since === undefined || system.since <= context.asOf;
      const months = system.kind === cycle.kind && isThere ? cycle.monthsOf(system) : undefined;
      if (months === undefined) continue;
      const judged = months === 'unknown' ? unknownLength(system, cycle) : checkCycle(system, months, cycle, context);
      if ('state' in judged) outcome = soonest(outcome, judged);
      else yield { ...judged, subject: system.id };
    }
    return outcome;
  }
}

const BEFORE_THE_LAW = notApplicable('当时还没有这项规定', 'there was no such rule on that day');
const NO_SYSTEM = notApplicable('没有登记这类系统', 'no such system is on record');
const NOT_CONCERNED = notApplicable('登记的系统都没有这项周期', 'none of the systems on record has this cycle');

function checkCycle(system: System, months: number, cycle: Cycle, context: RuleContext): Problem | Outcome {
  const { asOf } = context;
  const begun = system[cycle.done].reduce<CalendarDay | undefined>(
    (last, day) => (day <= asOf && (last === undefined || day > last) ? day : last),
    system.since,
  );
  if (begun === undefined) return neverDone(system, cycle, context);
  const { date, sum } = nextDue(begun < cycle.law.from ? cycle.law.from : begun, months, context.ledger.policy.since);
  const daysLeft = daysBetween(asOf, date);
  if (daysLeft > context.windowOf({ warnWithin: system.warnWithin })) return { state: 'met', until: date };
  const name = nameOf(system);
  const common = { date, sum, period: formatDay(date), at: { entry: system.id, field: cycle.done } };
  if (daysLeft < 0) {
    return {
      ...common,
      status: 'overdue',
      message: {
        zh: `${name.zh}未按期完成${cycle.act.zh}，${formatDay(date)}截止，已过${-daysLeft}天`,
        en: `${name.en} had to have ${cycle.act.en} by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  return {
    ...common,
    status: 'due',
    message: {
      zh: `${name.zh}最迟${formatDay(date)}完成${cycle.act.zh}（还有${daysLeft}天）`,
      en: `${name.en} must have ${cycle.act.en} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    },
  };
}

/** The end of the first cycle, or of the first that is asked for: each is counted from the beginning, so that month ends do not drift. */
function nextDue(
  begun: CalendarDay,
  months: number,
  askedFrom: CalendarDay = BEGINNING,
): { readonly date: CalendarDay; readonly sum: Text } {
  let cycles = 1;
  let date = addMonths(begun, months);
  for (; date < askedFrom; date = addMonths(begun, months * cycles)) cycles += 1;
  return {
    date,
    sum: {
      zh: `${formatDay(begun)} + ${months * cycles}个月 = ${formatDay(date)}`,
      en: `${formatDay(begun)} + ${count(months * cycles, 'month')} = ${formatDay(date)}`,
    },
  };
}

function unknownLength(system: System, { act, decidedBy }: Cycle): Problem {
  const name = nameOf(system);
  return {
    status: 'undetermined',
    message: {
      zh: `${name.zh}未登记${decidedBy.name.zh}，无法确定${act.zh}的周期`,
      en: `${name.en} has no ${decidedBy.name.en} on record, so how often it must have ${act.en} is unknown`,
    },
    remedy: {
      zh: `填写这个系统的 \`${decidedBy.field}\`。`,
      en: `Fill in \`${decidedBy.field}\` of that system.`,
    },
  };
}

function neverDone(system: System, { act, done }: Cycle, { asOf }: RuleContext): Problem {
  const name = nameOf(system);
  return {
    status: 'undetermined',
    fix: { command: ['ledger', 'record', RECORDED_AS[done], system.id, '--on', formatDay(asOf)] },
    message: {
      zh: `${name.zh}既未登记${act.zh}，也未登记起算日，算不出下次截止日`,
      en: `neither ${act.en} nor the day from which to count is on record for ${name.en}, so the next due day is unknown`,
    },
    remedy: {
      zh: `在这个系统的 \`${done}\` 中记下完成日；从未做过的，用 \`since\` 记下定级日或开始处理的日期。`,
      en: `Record the days on which it was done in \`${done}\` of that system; if it never was, the day of its grading or of the first processing in \`since\`.`,
    },
  };
}

const GRADES_ZH = ['', '（一级）', '（二级）', '（三级）', '（四级）', '（五级）'];

function nameOf({ id, title = id, level }: System): Text {
  return level === undefined
    ? { zh: `「${title}」`, en: title }
    : { zh: `「${title}」${GRADES_ZH[level] ?? ''}`, en: `${title} (level ${level})` };
}
