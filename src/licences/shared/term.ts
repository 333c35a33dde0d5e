/** The term of a paper: its last day and its renewal. What differs between telecom licences and numbers is passed in. */
import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { GrantedService, Licence } from '../../domain/ledger.ts';
import {
  isAsked,
  isDormant,
  isUndetermined,
  renewalApplied,
  renewalDeadline,
  renewalDeclined,
} from '../../domain/licence-term.ts';
import { daysFrom } from '../../domain/limit.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Judgement, notApplicable, type Problem, report, type RuleContext } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { GIVEN_UP_BEFORE } from './duties.ts';

/** The cause that renewal claims, so that the same end is not reported as an expiry too. */
export function endOfTerm(licence: Licence): string {
  return `end of term of ${licence.id}`;
}

/** Told in time that this one service will not be continued. */
export function isServiceDeclined({ licence, service }: GrantedService, context: RuleContext): boolean {
  const declined = service.renewal?.declined;
  const deadline = renewalDeadline(licence, context);
  return declined !== undefined && declined <= context.asOf && deadline !== undefined && declined <= deadline;
}

/** Told in time that nothing of the paper will be continued. */
export function isDeclined(licence: Licence, context: RuleContext): boolean {
  return (
    renewalDeclined(licence, context) !== undefined ||
    licence.services.every((service) => isServiceDeclined({ licence, service }, context))
  );
}

/** What an end is called, and what it rests on where that differs from the rule. */
export interface PaperEnd extends Pick<Problem, 'basis' | 'remedy' | 'fix'> {
  /** The paper whose last day it is, as the subject of a sentence. */
  readonly paper: Text;
  /** What to do where its renewal was not applied for in time; absent: what is done with any other. */
  readonly unrenewed?: Text | undefined;
}

/** The paper is in its term; its end is told from the window on, unless its renewal is still due. */
export function judgeExpiry(licence: Licence, context: RuleContext, end: PaperEnd): Judgement {
  const { expires } = licence;
  if (isDormant(licence, context)) return LICENCE_ENDED;
  if (!isAsked(licence, expires)) return GIVEN_UP_BEFORE;
  if (daysBetween(context.asOf, expires) > context.windowOf(licence)) return { state: 'met', until: expires };
  return report(endProblem(licence, context, end));
}

function endProblem(licence: Licence, context: RuleContext, { paper, unrenewed, ...end }: PaperEnd): Problem {
  const { expires } = licence;
  const daysLeft = daysBetween(context.asOf, expires);
  const { said, ...different } = whatWasDone(licence, context, unrenewed);
  return {
    ...end,
    ...different,
    status: daysLeft < 0 ? 'expired' : 'expiring',
    date: expires,
    yieldsTo: endOfTerm(licence),
    message:
      daysLeft < 0
        ? {
            zh: `${paper.zh}已于${formatDay(expires)}到期（${-daysLeft}天前）${said.zh}`,
            en: `${paper.en} ended on ${formatDay(expires)}, ${count(-daysLeft, 'day')} ago${said.en}`,
          }
        : {
            zh: `${paper.zh}最后有效日为${formatDay(expires)}（还有${daysLeft}天）${said.zh}`,
            en: `${paper.en} ends on ${formatDay(expires)}, in ${count(daysLeft, 'day')}${said.en}`,
          },
  };
}

interface Done extends Pick<Problem, 'remedy' | 'fix'> {
  readonly said: Text;
}

function whatWasDone(licence: Licence, context: RuleContext, unrenewed: Text | undefined): Done {
  const deadline = renewalDeadline(licence, context);
  const applied = renewalApplied(licence, context);
  if (deadline === undefined) return { said: { zh: '', en: '' } };
  if (isDeclined(licence, context)) return declined(licence, context);
  if (applied === undefined) {
    if (context.asOf <= deadline) return { said: { zh: '', en: '' } };
    return {
      said: { zh: '，没有申请延续', en: '; its renewal was not applied for' },
      ...notRenewed(licence, unrenewed),
    };
  }
  if (applied > deadline) {
    const said = { zh: '，延续申请晚了', en: '; its renewal was applied for too late' };
    return { said, ...notRenewed(licence, unrenewed) };
  }
  return {
    said: { zh: '，延续申请尚未答复', en: '; the application for its renewal has not been decided' },
    remedy: {
      zh: '向发证机关了解审批进度；收到新证后更新 `issued` 和 `expires`，删去 `renewal`。',
      en: 'Ask the authority about the state of the application; when the new licence arrives, update `issued` and `expires` and remove `renewal`.',
    },
  };
}

/** It cannot be renewed any more: all that may be wrong is the application as it is recorded, or not recorded. */
function notRenewed({ id }: Licence, unrenewed: Text | undefined): Pick<Problem, 'remedy' | 'fix'> {
  if (unrenewed === undefined) return {};
  return { remedy: unrenewed, fix: { command: ['ledger', 'record', 'renewal', id, '--on', 'DATE'] } };
}

function declined({ id, expires }: Licence, { asOf }: RuleContext): Done {
  const on = asOf > expires ? asOf : expires;
  return {
    said: { zh: '，已报告不再延续', en: '; non-renewal was reported' },
    remedy: {
      zh: '做好用户善后，办理注销，用 `closed` 记下注销日。',
      en: 'Make arrangements for users, have the licence cancelled and record the day in `closed`.',
    },
    fix: { command: ['ledger', 'record', 'closed', id, '--on', formatDay(on)] },
  };
}

const NO_RENEWAL = notApplicable('没有法定的延续申请', 'no law asks for an application to renew it');
const DECLINED = notApplicable('已在期限内报告不再延续', 'non-renewal was reported in time');

/**
 * The renewal is applied for in time: the kind's `renewalLeadDays` before the last day.
 *
 * @param ifLate what becomes of a late application
 */
export function judgeRenewal(licence: Licence, context: RuleContext, ifLate: Text): Judgement {
  const deadline = renewalDeadline(licence, context);
  if (deadline === undefined) return NO_RENEWAL;
  if (isDormant(licence, context)) return LICENCE_ENDED;
  if (!isAsked(licence, deadline)) return GIVEN_UP_BEFORE;
  if (isUndetermined(licence, context)) return report(undetermined(licence));
  if (licence.expires < context.asOf) return LICENCE_ENDED;
  const applied = renewalApplied(licence, context);
  if (applied !== undefined && applied <= deadline) return { state: 'met', until: licence.expires };
  if (isDeclined(licence, context)) return DECLINED;
  if (applied !== undefined) return report(late(licence, applied, deadline, ifLate));
  const daysLeft = daysBetween(context.asOf, deadline);
  if (daysLeft > context.windowOf(licence, 'renewal')) return { state: 'met', until: deadline };
  return report(notApplied(licence, deadline, daysLeft));
}

function notApplied(licence: Licence, date: CalendarDay, daysLeft: number): Problem {
  const common = { date, sum: sumOf(licence, date) };
  if (daysLeft < 0) {
    return {
      ...common,
      status: 'overdue',
      message: {
        zh: `延续申请应在${formatDay(date)}前提交，已过${-daysLeft}天`,
        en: `renewal had to be applied for by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  return {
    ...common,
    status: 'due',
    claims: [endOfTerm(licence)],
    message: {
      zh: `最迟${formatDay(date)}申请延续（还有${daysLeft}天）`,
      en: `apply for renewal by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    },
  };
}

function late(licence: Licence, applied: CalendarDay, date: CalendarDay, ifLate: Text): Problem {
  const days = daysBetween(date, applied);
  return {
    status: 'late',
    date,
    sum: sumOf(licence, date),
    message: {
      zh: `延续申请于${formatDay(applied)}提交，晚了${days}天，${ifLate.zh}`,
      en: `renewal was applied for on ${formatDay(applied)}, ${count(days, 'day')} late; ${ifLate.en}`,
    },
    remedy: {
      zh: '向发证机关确认申请是否受理；不予延续的，在到期前重新申请许可，并做好用户善后。',
      en: 'Ask the authority whether the application was accepted; if renewal is refused, apply for a new licence before the term ends and make arrangements for users.',
    },
  };
}

function undetermined(licence: Licence): Problem {
  return {
    status: 'undetermined',
    date: licence.expires,
    claims: [endOfTerm(licence)],
    remedy: {
      zh: '向发证机关索取延续决定；收到新证后更新 `issued` 和 `expires`，删去 `renewal`。请保存好受理凭证。',
      en: 'Ask the authority for its decision; when the new licence arrives, update `issued` and `expires` and remove `renewal`. Keep the proof of the application.',
    },
    message: {
      zh: `已按时申请延续，但有效期已于${formatDay(licence.expires)}届满，尚未记录决定（逾期未决定视为准予延续，需有凭证）`,
      en: `renewal was applied for in time, but the term ended on ${formatDay(licence.expires)} and no decision is on record (no decision in time counts as renewal; proof is needed)`,
    },
  };
}

function sumOf(licence: Licence, deadline: CalendarDay): Text {
  const days = daysBetween(deadline, licence.expires);
  return daysFrom(-days)(licence.expires).sum;
}
