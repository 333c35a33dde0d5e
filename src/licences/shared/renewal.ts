import { addDays, type CalendarDay, dayOf, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { isAsked, isDormant, isUndetermined, renewalApplied, renewalDeadline } from '../../domain/licence-term.ts';
import type { Problem, RuleContext, RuleDescription } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';

/** What differs between families of licences: who is asked, on what ground, and where one applies. */
interface RenewalDuty extends Pick<RuleDescription, 'why' | 'remedy' | 'basis'> {
  readonly summary: (name: Text) => Text;
}

const EXAMPLE_DEADLINE = dayOf(2026, 12, 14);

/** The cause that renewal claims, so that the same end is not reported as an expiry too. */
export function endOfTerm(licence: Licence): string {
  return `end of term of ${licence.id}`;
}

/** The renewal is applied for in time: the profile's `renewalLeadDays` before the last day. */
export function renewalRule({ summary, ...duty }: RenewalDuty): LicenceRule {
  return ({ kind, name, renewalLeadDays = 0 }) => {
    const expires = formatDay(addDays(EXAMPLE_DEADLINE, renewalLeadDays));
    return {
      name: 'renewal',
      summary: summary(name),
      ...duty,
      statuses: { due: 'warning', overdue: 'error', late: 'warning', undetermined: 'warning' },
      examples: {
        asOf: '2026-11-21',
        fails: exampleLedger({ kind, expires }),
        passes: exampleLedger({ kind, expires, also: 'renewal: { applied: 2026-11-20 }' }),
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
    };
  };
}

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
