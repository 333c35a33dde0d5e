/** Duties that a change of the company brings: what must be done, counted from which of its days, until when. */
import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { recordChange } from '../../domain/fix.ts';
import type { ChangeKind, CompanyChange } from '../../domain/ledger.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import {
  defineRule,
  type Judgement,
  MET,
  notApplicable,
  oncePerCheck,
  type Outcome,
  type Problem,
  type Rule,
  type RuleContext,
  type RuleDescription,
} from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import type { Instrument } from '../../law/instrument.ts';
import { soonest } from '../judgement.ts';
import type { Limit } from './limit.ts';

/** A day of a change; the ledger records each under this name. */
type DayOfChange = Exclude<keyof CompanyChange, 'what'>;

export interface ChangeDuty {
  /** Whether it concerns a change. */
  readonly concerns: (change: CompanyChange) => boolean;
  /** Asked only of what happened while this was in force. */
  readonly law: Instrument;
  /** Counted from this day of the change. */
  readonly from: DayOfChange;
  /** The last day in time. */
  readonly limitOf: (from: CalendarDay, context: RuleContext) => Limit;
  /** Fulfilled on this day of the change. */
  readonly done: DayOfChange;
  /** Kinds of change that cannot do without the day that is counted from. */
  readonly mustBeDated?: ReadonlySet<ChangeKind>;
  /** Another day of the change that is proof enough that it was fulfilled, whenever that was. */
  readonly impliedBy?: DayOfChange;
  /** What must be done: `向发证机关报告`; in English as it follows "must be": `reported to the issuing authority`. */
  readonly act: Text;
  /** What to do where it was done too late; absent: nothing is left to do. */
  readonly lateRemedy?: Text;
}

const DONE_LATE: Text = {
  zh: '事情已经办了，留好办理凭证即可；不想再看到的，可删去这一条变更。',
  en: 'It is done: keep the proof. To see it no more, remove the entry.',
};

export function defineChangeRule(id: string, duty: ChangeDuty, description: Omit<RuleDescription, 'fix'>): Rule {
  // The command records the day of the report alone.
  const fix = duty.done === 'reported' ? recordChange(duty.from) : undefined;
  return defineRule(id, { of: 'company', run }, { ...description, fix });

  function run(context: RuleContext): Judgement {
    return context.ledger.company.changes.some(duty.concerns) ? checkChanges(context) : NO_SUCH_CHANGE;
  }

  function* checkChanges(context: RuleContext): Generator<Problem, Outcome, void> {
    let outcome: Outcome | undefined;
    for (const [at, change] of context.ledger.company.changes.entries()) {
      if (!duty.concerns(change)) continue;
      const judged = checkChange(change, duty, context);
      if ('state' in judged) {
        outcome = soonest(outcome ?? judged, judged);
        continue;
      }
      if (Object.hasOwn(description.statuses, judged.status)) {
        yield { ...judged, at: { company: ['changes', at, duty.done] } };
      }
    }
    return outcome ?? MET;
  }
}

const NO_SUCH_CHANGE = notApplicable('没有登记这样的变更', 'no such change is on record');
const NOT_BEGUN = notApplicable('期限还没有开始计算', 'its time has not begun to run');
const BEFORE_THE_LAW = notApplicable('变更发生时还没有这项规定', 'the change came before the law');
const NO_LICENCE = notApplicable(
  '变更时没有需要变更的电信业务经营许可证',
  'no telecom licence was held that the change concerns',
);

function checkChange(change: CompanyChange, duty: ChangeDuty, context: RuleContext): Problem | Outcome {
  const { asOf } = context;
  const from = beginningOf(change, duty.from, asOf);
  const done = happened(change[duty.done], asOf);
  const isImplied = duty.impliedBy !== undefined && happened(change[duty.impliedBy], asOf) !== undefined;
  if (done === undefined && isImplied) return MET;
  if (from === undefined) return done === undefined ? undated(change, duty, context) : MET;
  if (from < duty.law.from) return BEFORE_THE_LAW;
  const { day: date, sum } = duty.limitOf(from, context);
  if (!hasLicenceConcerned(from, date, context)) return NO_LICENCE;
  const name = nameOf(change.what, duty.from, from);
  const judged = done === undefined ? whileOpen(name, date, duty, context) : onceDone(name, date, done, duty);
  return 'state' in judged ? judged : { ...judged, date, sum, period: `${change.what} ${formatDay(from)}` };
}

function whileOpen(name: Text, date: CalendarDay, { act }: ChangeDuty, context: RuleContext): Problem | Outcome {
  const daysLeft = daysBetween(context.asOf, date);
  if (daysLeft < 0) {
    return {
      status: 'overdue',
      message: {
        zh: `${name.zh}未${act.zh}，${formatDay(date)}截止，已过${-daysLeft}天`,
        en: `${name.en} had to be ${act.en} by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  if (daysLeft > context.windowOf({})) return { state: 'met', until: date };
  return {
    status: 'due',
    message: {
      zh: `${name.zh}最迟${formatDay(date)}${act.zh}（还有${daysLeft}天）`,
      en: `${name.en} must be ${act.en} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    },
  };
}

function onceDone(name: Text, date: CalendarDay, done: CalendarDay, duty: ChangeDuty): Problem | Outcome {
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

/** The day from which the duty is counted is not on record, though such a change must have one. */
function undated(change: CompanyChange, duty: ChangeDuty, context: RuleContext): Problem | Outcome {
  const { what, decided = context.asOf } = change;
  const isDated = change[duty.from] !== undefined;
  if (isDated || duty.mustBeDated?.has(what) !== true || decided > context.asOf) return NOT_BEGUN;
  if (!hasLicenceConcerned(decided, context.asOf, context)) return NO_LICENCE;
  return {
    status: 'undetermined',
    period: what,
    message: {
      zh: `${CHANGE_NAMES[what].zh}未登记${DAY_NAMES[duty.from].zh}日，算不出最迟哪天${duty.act.zh}`,
      en: `${CHANGE_NAMES[what].en} has no day on which it is ${DAY_NAMES[duty.from].en}, so the last day on which it may be ${duty.act.en} is unknown`,
    },
    remedy: {
      zh: `在这一条 \`company.changes\` 上填写 \`${duty.from}\`。`,
      en: `Fill in \`${duty.from}\` in that entry of \`company.changes\`.`,
    },
  };
}

/** A change takes effect on a day that may still lie ahead, once it is decided; every other day is one that has come. */
function beginningOf(change: CompanyChange, from: DayOfChange, asOf: CalendarDay): CalendarDay | undefined {
  if (from !== 'effective') return happened(change[from], asOf);
  return change.decided === undefined || change.decided <= asOf ? change.effective : undefined;
}

function happened(day: CalendarDay | undefined, asOf: CalendarDay): CalendarDay | undefined {
  return day !== undefined && day <= asOf ? day : undefined;
}

/**
 * Whether a telecom service licence runs that was there when the change came and is not given up before the last day in
 * time: what changed before the grant stood in its application.
 */
function hasLicenceConcerned(from: CalendarDay, limit: CalendarDay, context: RuleContext): boolean {
  return runningLicences(context).some(
    (licence) => (licence.issued === undefined || licence.issued <= from) && isAsked(licence, limit),
  );
}

/** The licences under Order 42; numbers have terms of their own. */
const runningLicences = oncePerCheck((context) =>
  context.ledger.licences.filter((licence) => context.familyOf(licence) === 'service' && !hasEnded(licence, context)),
);

const CHANGE_NAMES: Readonly<Record<ChangeKind, Text>> = {
  name: { zh: '公司名称变更', en: 'the change of name' },
  'legal-representative': { zh: '法定代表人变更', en: 'the change of legal representative' },
  entity: { zh: '经营主体变更', en: 'the change of operating entity' },
  scope: { zh: '业务范围变更', en: 'the change of business scope' },
  address: { zh: '住所变更', en: 'the change of address' },
  'registered-capital': { zh: '注册资本变更', en: 'the change of registered capital' },
  shareholders: { zh: '股东变更', en: 'the change of shareholders' },
  cessation: { zh: '停止经营', en: 'the cessation of business' },
  transfer: { zh: '业务转让', en: 'the transfer of business' },
};

const DAY_NAMES: Readonly<Record<DayOfChange, Text>> = {
  decided: { zh: '作出决定', en: 'decided' },
  registered: { zh: '完成登记', en: 'registered' },
  reported: { zh: '报告', en: 'reported' },
  effective: { zh: '生效', en: 'effective' },
  approved: { zh: '获准', en: 'granted' },
  publicised: { zh: '公示', en: 'made public' },
};

function nameOf(what: ChangeKind, from: DayOfChange, day: CalendarDay): Text {
  return {
    zh: `${CHANGE_NAMES[what].zh}（${formatDay(day)}${DAY_NAMES[from].zh}）`,
    en: `${CHANGE_NAMES[what].en} (${DAY_NAMES[from].en} ${formatDay(day)})`,
  };
}
