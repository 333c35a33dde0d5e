/** What is due again some months after it was done: when the next is due, and what the ledger knows of it. */
import { addMonths, BEGINNING, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { System, SystemKind } from '../../domain/company.ts';
import { recordOnDay } from '../../domain/fix.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Outcome,
  type Place,
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
  readonly done: 'evaluations' | 'assessments';
  /** What must be done: `等级测评`, `its MLPS evaluation`. */
  readonly act: Text;
}

/** What `ledger record` calls it. */
const RECORDED_AS = { evaluations: 'evaluation', assessments: 'assessment' } as const;

export function defineCycleRule(id: string, cycle: Cycle, description: Omit<RuleDescription, 'fix'>): Rule {
  const record = recordOnDay(RECORDED_AS[cycle.done]);
  const fix: RuleDescription['fix'] = (target) => (target.status === 'undetermined' ? undefined : record(target));
  return defineRule(id, { of: 'company', run }, { ...description, fix, hasPeriods: true });

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
      const judged =
        months === 'unknown'
          ? unknownLength(system, cycle)
          : (judgeCycle(cycledOf(system, months, cycle), context) ?? neverDone(system, cycle, context));
      if ('state' in judged) outcome = soonest(outcome, judged);
      else yield { ...judged, subject: system.id };
    }
    return outcome;
  }
}

const BEFORE_THE_LAW = notApplicable('当时还没有这项规定', 'there was no such rule on that day');
const NO_SYSTEM = notApplicable('没有登记这类系统', 'no such system is on record');
const NOT_CONCERNED = notApplicable('登记的系统都没有这项周期', 'none of the systems on record has this cycle');

function cycledOf(system: System, months: number, { act, law, done }: Cycle): Cycled {
  const { id, since, warnWithin } = system;
  const at = { entry: id, field: done } as const;
  return { name: nameOf(system), act, months, law, done: system[done], since, at, warnWithin };
}

/** Something that is done again and again: how often, and what the ledger knows of it. */
export interface Cycled {
  /** Who must have it done, as it begins a sentence. */
  readonly name: Text;
  /** What must be done: `等级测评`, `an MLPS evaluation`. */
  readonly act: Text;
  readonly months: number;
  /** What set the length of the cycle: the first does not begin earlier. */
  readonly law: Instrument;
  /** The days on which it was done. */
  readonly done: readonly CalendarDay[];
  /** The day from which the first cycle is counted. */
  readonly since: CalendarDay | undefined;
  readonly at: Place;
  readonly warnWithin?: number | undefined;
}

/** When it is next due; undefined where nothing says from which day to count. */
export function judgeCycle(cycled: Cycled, context: RuleContext): Problem | Outcome | undefined {
  const { asOf, ledger } = context;
  const { name, act, months, law, since, at, warnWithin } = cycled;
  const begun = cycled.done.reduce<CalendarDay | undefined>(
    (last, day) => (day <= asOf && (last === undefined || day > last) ? day : last),
    since,
  );
  if (begun === undefined) return undefined;
  const { date, sum } = nextDue(begun < law.from ? law.from : begun, months, ledger.policy.since);
  const daysLeft = daysBetween(asOf, date);
  if (daysLeft > context.windowOf({ warnWithin })) return { state: 'met', until: date };
  const common = { date, sum, period: formatDay(date), at };
  if (daysLeft < 0) {
    return {
      ...common,
      status: 'overdue',
      message: {
        zh: `${name.zh}未按期完成${act.zh}，${formatDay(date)}截止，已过${-daysLeft}天`,
        en: `${name.en} had to have ${act.en} by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  return {
    ...common,
    status: 'due',
    message: {
      zh: `${name.zh}最迟${formatDay(date)}完成${act.zh}（还有${daysLeft}天）`,
      en: `${name.en} must have ${act.en} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
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

function unknownLength(system: System, { act }: Cycle): Problem {
  const name = nameOf(system);
  return {
    status: 'undetermined',
    message: {
      zh: `${name.zh}未登记保护等级，无法确定${act.zh}的周期`,
      en: `${name.en} has no level on record, so how often it must have ${act.en} is unknown`,
    },
    remedy: {
      zh: '填写这个系统的 `level`。',
      en: 'Fill in `level` of that system.',
    },
  };
}

function neverDone(system: System, { act, done }: Cycle, { asOf }: RuleContext): Problem {
  const name = nameOf(system);
  return {
    status: 'undetermined',
    fix: { command: ['ledger', 'record', RECORDED_AS[done], system.id, '--on', formatDay(asOf)] },
    message: {
      zh: `${name.zh}既未登记${act.zh}，也未登记起算日，无法确定下次的期限`,
      en: `neither ${act.en} nor the starting day of its period is on record for ${name.en}, so the next due day is unknown`,
    },
    remedy: {
      zh: `在这个系统的 \`${done}\` 中记下完成日；从未办理的，用 \`since\` 记下定级日或开始处理的日期。`,
      en: `Record the days on which it was done in \`${done}\` of that system; if it was never done, record the day of grading or of the first processing in \`since\`.`,
    },
  };
}

const GRADES_ZH = ['', '（一级）', '（二级）', '（三级）', '（四级）', '（五级）'];

/** As it begins a sentence: `“会员系统”（三级）`. */
export function nameOf({ id, title = id, level }: System): Text {
  return level === undefined
    ? { zh: `“${title}”`, en: title }
    : { zh: `“${title}”${GRADES_ZH[level] ?? ''}`, en: `${title} (level ${level})` };
}
