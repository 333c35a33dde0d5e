/** What the pilot asks by its days: business moved over, the status granted, its end in sight. */
import { addMonths, type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { ServiceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { MET, notApplicable, report, type RuleContext } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { number700Notice } from '../../law/numbers.ts';
import { deadlineProblem, GIVEN_UP_BEFORE } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { requires } from '../shared/requires.ts';
import { endOfTerm } from '../shared/term.ts';
import { isNumber700, middleNumbers, noRole, role, roleUnknown } from './form.ts';

/**
 * The phases of the pilot, each counted from the day of the notice, as the press and the ministry's comment report them:
 * three months to prepare, three to move existing business over, two years of pilot.
 */
const MONTHS_TO_END_OF_TRANSITION = 6;
const MONTHS_TO_END_OF_PILOT = 30;

/** The last day of the transition. */
export function endOfTransition({ ledger }: Pick<RuleContext, 'ledger'>): CalendarDay {
  return addMonths(ledger.policy.number700Notice, MONTHS_TO_END_OF_TRANSITION);
}

/** The last day of the pilot. */
function endOfPilot({ ledger }: RuleContext): CalendarDay {
  return addMonths(ledger.policy.number700Notice, MONTHS_TO_END_OF_PILOT);
}

const REPORTED = [number700Notice.whole('secondary')];

const TRANSITION = notApplicable('过渡期尚未临近结束', 'the transition is not near its end');

export const migration: ServiceRule = ({ kind }) => ({
  name: 'migration',
  summary: {
    zh: '过渡期结束前，号码保护业务全部迁到700号码；此后不再用其他号码作中间号。',
    en: 'All number protection services move to 700 numbers by the end of the transition period; after that no other number is used as a middle number.',
  },
  why: {
    zh: '通知印发后3个月为准备期，再3个月为过渡期，存量业务应在过渡期内迁移；此后用95码号或手机号等作中间号，属于违规，情节严重的取消试点资格。',
    en: 'The notice is followed by three months of preparation and three months of transition, in which existing business moves; using 95 numbers, mobile numbers or others as middle numbers after that is a breach, and in serious cases the pilot status is withdrawn.',
  },
  remedy: {
    zh: '把业务迁到700号码，停用原中间号，并从 `middleNumbers` 中删去。',
    en: 'Move the business to 700 numbers, stop using the old middle numbers and remove them from `middleNumbers`.',
  },
  statuses: { due: 'warning', overdue: 'error', undetermined: 'warning' },
  basis: REPORTED,
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { middleNumbers: '["95123"]' } }),
    passes: exampleLedger({ kind, expires: '2027-12-31', fields: { middleNumbers: '[]' } }),
  }),
  check({ licence, service }, context) {
    if (hasEnded(licence, context)) return LICENCE_ENDED;
    const date = endOfTransition(context);
    if (!isAsked(licence, date)) return GIVEN_UP_BEFORE;
    const at = { entry: licence.id, service: service.kind, field: middleNumbers.name };
    const given = middleNumbers.of(service);
    if (given === undefined) {
      if (daysBetween(context.asOf, date) > context.windowOf(licence)) return TRANSITION;
      return report({
        status: 'undetermined',
        at,
        message: {
          zh: '没有登记是否还有其他号码用作中间号（middleNumbers），无法核对迁移',
          en: 'whether other numbers still serve as middle numbers is not on record, so the move cannot be checked',
        },
        remedy: {
          zh: '逐个记入 `middleNumbers`；没有的写 `[]`。',
          en: 'Record each in `middleNumbers`, or `[]` if there is none.',
        },
      });
    }
    const others = given.filter((number) => !isNumber700(number));
    if (others.length === 0) return MET;
    const problem = deadlineProblem(licence, date, context, {
      due: (daysLeft) => ({
        zh: `中间号${others.join('、')}最迟${formatDay(date)}停用，业务迁到700号码（还有${daysLeft}天）`,
        en: `stop using ${others.join(', ')} as middle numbers by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
      }),
      overdue: (daysAgo) => ({
        zh: `过渡期已于${formatDay(date)}结束（${daysAgo}天前），${others.join('、')}仍用作中间号`,
        en: `the transition ended on ${formatDay(date)}, ${count(daysAgo, 'day')} ago, but ${others.join(', ')} still serve as middle numbers`,
      }),
    });
    return problem === undefined ? { state: 'met', until: date } : report({ ...problem, at });
  },
});

export const pilotEnd: ServiceRule = ({ kind }) => ({
  name: 'pilot-end',
  summary: {
    zh: '号码保护服务试点结束前，安排好业务去向。',
    en: 'Decide how the business continues before the pilot of number protection services ends.',
  },
  why: {
    zh: '试点为期两年，从过渡期结束起算；期满后是转为正式许可、延长还是停办，目前没有规定。起算日见 `policy.number700Notice`。',
    en: 'The pilot runs for two years from the end of the transition period; whether it then becomes a regular licence, is extended or stops is not yet decided. The day of the notice is `policy.number700Notice`.',
  },
  remedy: {
    zh: '向工业和信息化部或当地通信管理局了解后续安排，准备延续申请或退出方案。',
    en: 'Ask the ministry or the local communications administration about the next steps, and prepare to apply for renewal or to withdraw.',
  },
  statuses: { due: 'warning', undetermined: 'warning' },
  basis: REPORTED,
  examples: () => ({
    asOf: '2027-12-01',
    fails: exampleLedger({ kind, expires: '2028-06-30' }),
    passes: exampleLedger({ kind, expires: '2028-06-30', also: 'warnWithin: 30' }),
  }),
  check({ licence }, context) {
    const date = endOfPilot(context);
    if (hasEnded(licence, context)) return LICENCE_ENDED;
    if (!isAsked(licence, date)) return GIVEN_UP_BEFORE;
    const daysLeft = daysBetween(context.asOf, date);
    if (daysLeft > context.windowOf(licence)) return { state: 'met', until: date };
    if (daysLeft < 0) {
      return report({
        status: 'undetermined',
        date,
        message: {
          zh: `试点已于${formatDay(date)}结束（${-daysLeft}天前），此后如何办理尚无规定`,
          en: `the pilot ended on ${formatDay(date)}, ${count(-daysLeft, 'day')} ago; there are no rules yet on what follows`,
        },
        remedy: {
          zh: '查看工业和信息化部的后续通知，按其办理并更新 `expires`。',
          en: 'Look for a later notice of the ministry, follow it and update `expires`.',
        },
      });
    }
    return report({
      status: 'due',
      date,
      claims: date === licence.expires ? [endOfTerm(licence)] : [],
      message: {
        zh: `试点于${formatDay(date)}结束（还有${daysLeft}天）`,
        en: `the pilot ends on ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
      },
    });
  },
});

/** The status is asked for once the transition is over: until then the business ran without it. */
export const pilotApproval: ServiceRule = requires('pilot-approval', {
  summary: {
    zh: '过渡期结束后，应用平台和基础平台提供方持有效的试点批复。',
    en: 'After the transition period, providers of application and base platforms hold a pilot approval in force.',
  },
  why: {
    zh: '过渡期结束后，只有取得试点资格的企业才能开展号码保护服务业务；严重违规的，取消试点资格。批复的样式和期限没有见到规定，以文件为准。',
    en: 'After the transition period only companies with pilot status may offer number protection services; the status is withdrawn for serious breaches. No rules on the form and term of the approval were found: follow the document.',
  },
  remedy: {
    zh: '把试点批复登记为 `pilot-approval` 条目；未取得试点资格的，停办业务。',
    en: 'Record the approval as an entry of kind `pilot-approval`; without pilot status, stop the service.',
  },
  basis: REPORTED,
  only: {
    when: ({ service }, context) => {
      if (context.asOf <= endOfTransition(context)) return false;
      const held = role.of(service);
      return held === undefined ? undefined : held !== 'business-user';
    },
    otherwise: notApplicable(
      '只在过渡期结束后问应用平台和基础平台提供方',
      'it is asked of providers of application and base platforms once the transition is over',
    ),
    unknown: (granted) => ({ ...roleUnknown(granted), claims: [noRole(granted.licence)] }),
    severity: 'warning',
    fields: { role: 'application-platform' },
  },
});
