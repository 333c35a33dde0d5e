import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { isAsked, isDormant, isUndetermined, renewalApplied, renewalDeadline } from '../../domain/licence-term.ts';
import type { Problem, RuleContext } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { licensingLaw, order42 } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';

/** Order 42, article 27: calendar days before the last valid day by which a telecom licence's renewal is applied for. */
export const RENEWAL_LEAD_DAYS = 90;

/** The cause that renewal claims, so that the same end is not reported as an expiry too. */
export function endOfTerm(licence: Licence): string {
  return `end of term of ${licence.id}`;
}

/** The renewal is applied for in time. */
export const renewal: LicenceRule = ({ kind, name }) => ({
  name: 'renewal',
  summary: {
    zh: `${name.zh}许可证最迟在到期前${RENEWAL_LEAD_DAYS}日申请延续。`,
    en: `The renewal of the licence for ${name.en} is applied for at least ${RENEWAL_LEAD_DAYS} days before it ends.`,
  },
  why: {
    zh: '逾期申请延续的，发证机关可以不予延续，业务只能停下来重新申请。90日按自然日计算，不是工作日；倒数的期限遇节假日不顺延，应提前到前一个工作日办理。',
    en: 'A late application may be refused, and the business then stops until a new licence is granted. The 90 days are calendar days; a limit that counts backward is not put off by a holiday, so act on the working day before.',
  },
  remedy: {
    zh: '在电信业务综合管理平台提交延续申请，然后在许可证上记 `renewal: { applied: 申请日 }`。',
    en: 'Apply on the telecom business platform, then record `renewal: { applied: DAY }` on the licence.',
  },
  statuses: { due: 'warning', overdue: 'error', late: 'warning', undetermined: 'warning' },
  basis: [order42.article('27', 'secondary'), licensingLaw.article('50', 'text')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-03-14' }),
    passes: exampleLedger({ kind, expires: '2027-03-14', also: 'renewal: { applied: 2026-11-20 }' }),
  },
  *check(licence, context) {
    const deadline = renewalDeadline(licence, context);
    if (deadline === undefined || isDormant(licence, context) || !isAsked(licence, deadline)) return;
    const problem = isUndetermined(licence, context)
      ? undetermined(licence)
      : licence.expires < context.asOf
        ? undefined
        : duringTerm(licence, deadline, context);
    if (problem !== undefined) yield { ...problem, claims: [endOfTerm(licence)] };
  },
});

function duringTerm(licence: Licence, deadline: CalendarDay, context: RuleContext): Problem | undefined {
  const applied = renewalApplied(licence, context);
  const common = { date: deadline, sum: sumOf(licence, deadline) };
  if (applied !== undefined) {
    if (applied <= deadline) return undefined;
    const days = daysBetween(deadline, applied);
    return {
      ...common,
      status: 'late',
      remedy: {
        zh: '向发证机关确认申请是否受理；不予延续的，应在到期前重新申请许可。',
        en: 'Ask the issuing authority whether the application stands; if it is refused, apply for a new licence before the term ends.',
      },
      message: {
        zh: `延续申请于${formatDay(applied)}提交，晚了${days}天，可能不予延续`,
        en: `renewal was applied for on ${formatDay(applied)}, ${count(days, 'day')} late, and may be refused`,
      },
    };
  }
  const daysLeft = daysBetween(context.asOf, deadline);
  if (daysLeft < 0) {
    return {
      ...common,
      status: 'overdue',
      message: {
        zh: `延续申请应在${formatDay(deadline)}前提交，已过${-daysLeft}天`,
        en: `renewal had to be applied for by ${formatDay(deadline)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  }
  if (daysLeft > context.windowOf(licence)) return undefined;
  return {
    ...common,
    status: 'due',
    message: {
      zh: `最迟${formatDay(deadline)}申请延续（还有${daysLeft}天）`,
      en: `apply for renewal by ${formatDay(deadline)}, in ${count(daysLeft, 'day')}`,
    },
  };
}

function undetermined(licence: Licence): Problem {
  return {
    status: 'undetermined',
    date: licence.expires,
    remedy: {
      zh: '向发证机关索取延续决定；收到新证后更新 `expires` 并删去 `renewal`。受理凭证要留好。',
      en: 'Ask the authority for its decision; once the new licence is there, update `expires` and remove `renewal`. Keep the proof of the application.',
    },
    message: {
      zh: `已按时申请延续，但有效期已于${formatDay(licence.expires)}届满，尚未记录决定（逾期未决定视为准予延续，需有凭证）`,
      en: `renewal was applied for in time, the term ended on ${formatDay(licence.expires)} and no decision is recorded (silence counts as consent, if it can be proven)`,
    },
  };
}

function sumOf(licence: Licence, deadline: CalendarDay): Text {
  const days = daysBetween(deadline, licence.expires);
  return {
    zh: `${formatDay(licence.expires)} − ${days}天 = ${formatDay(deadline)}`,
    en: `${formatDay(licence.expires)} − ${count(days, 'day')} = ${formatDay(deadline)}`,
  };
}
