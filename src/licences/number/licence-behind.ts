/** The licence that must stand behind a number: for services of certain kinds, in its term, that reaches far enough. */
import { addDays, type CalendarDay, daysBetween, earlier, formatDay } from '../../domain/calendar-day.ts';
import type { Status } from '../../domain/finding.ts';
import type { GrantedService, Licence } from '../../domain/ledger.ts';
import { hasEnded, lastDayAsked } from '../../domain/licence-term.ts';
import { spansProvinces } from '../../domain/province.ts';
import { oncePerCheck, type Outcome, type Problem, type RuleContext } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import { count, type Text } from '../../domain/text.ts';

export const LICENCE_BEHIND_STATUSES = {
  missing: 'error',
  expired: 'error',
  mismatch: 'error',
  undetermined: 'warning',
} as const satisfies Partial<Record<Status, Severity>>;

interface LicenceBehind {
  readonly fits: (granted: GrantedService, context: RuleContext) => boolean;
  /** What the licence is called. */
  readonly name: Text;
  readonly reach: 'any' | 'several-provinces';
}

/** Makes a search for the licence, run once for a check: what is wrong, or until when it stands behind. */
export function licenceBehind({ fits, name, reach }: LicenceBehind): (context: RuleContext) => Problem | Outcome {
  return oncePerCheck((context) =>
    judge(
      context.index.services.filter((granted) => fits(granted, context)),
      { name, reach, context },
    ),
  );
}

interface Judging extends Pick<LicenceBehind, 'name' | 'reach'> {
  readonly context: RuleContext;
}

function judge(services: readonly GrantedService[], { name, reach, context }: Judging): Problem | Outcome {
  const inTerm = services.filter(({ licence }) => !hasEnded(licence, context));
  if (inTerm.length === 0) return noneInTerm(services, name, context.asOf);
  const reaching =
    reach === 'any' ? inTerm : inTerm.filter(({ service: { scope } }) => scope !== undefined && spansProvinces(scope));
  if (reaching.length > 0) {
    const until = reaching
      .map(({ licence }) => lastDayAsked(licence, context))
      .reduce((one, other) => (one > other ? one : other));
    return { state: 'met', until, by: idsOf(reaching) };
  }
  const unknown = inTerm.filter(({ service }) => service.scope === undefined);
  if (unknown.length > 0) {
    return {
      status: 'undetermined',
      related: idsOf(unknown),
      message: {
        zh: `${name.zh}未登记覆盖范围，无法核对是否跨省`,
        en: `the coverage of the ${name.en} is not on record, so it cannot be checked`,
      },
      remedy: { zh: '按许可证填写它的 `scope`。', en: 'Fill in its `scope` from the licence.' },
    };
  }
  return {
    status: 'mismatch',
    related: idsOf(inTerm),
    message: {
      zh: `${name.zh}只覆盖一个省，而这个码号跨省使用`,
      en: `the ${name.en} covers one province, but the number is for several`,
    },
  };
}

function noneInTerm(services: readonly GrantedService[], name: Text, asOf: CalendarDay): Problem {
  const ended = services.filter(({ licence }) => lastDayOf(licence) < asOf);
  if (ended.length === 0) {
    return {
      status: 'missing',
      message: { zh: `台账中没有有效的${name.zh}`, en: `no ${name.en} in its term is on record` },
    };
  }
  const date = ended.map(({ licence }) => lastDayOf(licence)).reduce((one, other) => (one > other ? one : other));
  const days = daysBetween(date, asOf);
  return {
    status: 'expired',
    date,
    related: idsOf(ended.filter(({ licence }) => lastDayOf(licence) === date)),
    message: {
      zh: `${name.zh}已于${formatDay(date)}终止（${days}天前）`,
      en: `the ${name.en} ended on ${formatDay(date)}, ${count(days, 'day')} ago`,
    },
  };
}

function lastDayOf({ expires, closed }: Licence): CalendarDay {
  return closed === undefined ? expires : earlier(expires, addDays(closed, -1));
}

/** A paper with several services is named once. */
function idsOf(services: readonly GrantedService[]): readonly string[] {
  return [...new Set(services.map(({ licence }) => licence.id))];
}
