/** The licence that must stand behind a number: one of certain kinds, in its term, that reaches far enough. */
import { addDays, type CalendarDay, daysBetween, earlier, formatDay } from '../../domain/calendar-day.ts';
import type { Severity, Status } from '../../domain/finding.ts';
import type { Licence } from '../../domain/ledger.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { oncePerCheck } from '../../domain/once-per-check.ts';
import type { Problem, RuleContext } from '../../domain/rule.ts';
import { spansProvinces } from '../../domain/scope.ts';
import { count, type Text } from '../../domain/text.ts';

export const LICENCE_BEHIND_STATUSES = {
  missing: 'error',
  expired: 'error',
  mismatch: 'error',
  undetermined: 'info',
} as const satisfies Partial<Record<Status, Severity>>;

interface LicenceBehind {
  readonly isOfKind: (kind: string) => boolean;
  /** What the licence is called. */
  readonly name: Text;
  readonly reach: 'any' | 'several-provinces';
}

/** Makes a search for the licence, run once for a check; it finds what is wrong, or undefined where a licence stands behind. */
export function licenceBehind({ isOfKind, name, reach }: LicenceBehind): (context: RuleContext) => Problem | undefined {
  const search = oncePerCheck((context) => ({
    problem: judge(
      context.ledger.licences.filter(({ kind }) => isOfKind(kind)),
      { name, reach, context },
    ),
  }));
  return (context) => search(context).problem;
}

interface Judging extends Pick<LicenceBehind, 'name' | 'reach'> {
  readonly context: RuleContext;
}

function judge(licences: readonly Licence[], { name, reach, context }: Judging): Problem | undefined {
  const inTerm = licences.filter((licence) => !hasEnded(licence, context));
  if (inTerm.length === 0) return noneInTerm(licences, name, context.asOf);
  if (reach === 'any' || inTerm.some(({ scope }) => scope !== undefined && spansProvinces(scope))) return undefined;
  const unknown = inTerm.filter(({ scope }) => scope === undefined);
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

function noneInTerm(licences: readonly Licence[], name: Text, asOf: CalendarDay): Problem {
  const ended = licences
    .map((licence) => ({ id: licence.id, last: lastDayOf(licence) }))
    .filter(({ last }) => last < asOf);
  const [first] = ended;
  if (first === undefined) {
    return {
      status: 'missing',
      message: { zh: `台账中没有有效的${name.zh}`, en: `no ${name.en} in its term is on record` },
    };
  }
  const date = ended.reduce((latest, { last }) => (last > latest ? last : latest), first.last);
  const days = daysBetween(date, asOf);
  return {
    status: 'expired',
    date,
    related: idsOf(ended.filter(({ last }) => last === date)),
    message: {
      zh: `${name.zh}已于${formatDay(date)}终止（${days}天前）`,
      en: `the ${name.en} ended on ${formatDay(date)}, ${count(days, 'day')} ago`,
    },
  };
}

function lastDayOf({ expires, closed }: Licence): CalendarDay {
  return closed === undefined ? expires : earlier(expires, addDays(closed, -1));
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
