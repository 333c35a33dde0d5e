/** The company's own duties that come back, as rules of the module `own`. */
import {
  addDays,
  addMonths,
  BEGINNING,
  type CalendarDay,
  dayOf,
  daysBetween,
  FOREVER,
  formatDay,
  quarterOf,
  yearOf,
} from '../domain/calendar-day.ts';
import { type Ledger, type Licence, type OwnDuty, serviceName } from '../domain/ledger.ts';
import { hasEnded, lastDayAsked } from '../domain/licence-term.ts';
import { LICENCE_ENDED } from '../domain/requirement.ts';
import {
  defineRule,
  type Examples,
  type Judgement,
  notApplicable,
  type Outcome,
  type Problem,
  type Rule,
  type RuleCheck,
  type RuleContext,
} from '../domain/rule.ts';
import { endOfTerm } from '../domain/term.ts';
import { count } from '../domain/text.ts';
import { atMost, OF_ANOTHER } from './judgement.ts';

export function ownDutyRule(duty: OwnDuty, { duties }: Pick<Ledger, 'duties'>): Rule {
  const { id, title, for: named, every, grace, reason, severity } = duty;
  const at = duties.indexOf(duty);
  return defineRule(`own/${id}`, checkOf(duty, at), {
    summary: {
      zh: `公司自定事项：${title}，每${every.months}个月一次（${named === 'company' ? '公司' : named}）。`,
      en: `The company's own duty: ${title}, every ${count(every.months, 'month')} (${named}).`,
    },
    why: { zh: reason ?? '公司自定事项。', en: reason ?? 'A duty of the company itself.' },
    remedy: {
      zh: `办完后用 \`ledger record duty ${id}\` 登记；每期最后一天${grace === 0 ? '' : `加${grace}天`}为限。`,
      en: `Do it and record the day with \`ledger record duty ${id}\`; it is due on the last day of each period${grace === 0 ? '' : ` and ${count(grace, 'day')}`}.`,
    },
    fix: ({ period, asOf }) =>
      period === undefined ? undefined : ['ledger', 'record', 'duty', id, period, '--on', formatDay(asOf)],
    statuses: { overdue: atMost('error', severity), due: atMost('warning', severity) },
    hasPeriods: true,
    basis: [],
    examples: () => examplesOf(duty),
  });
}

function checkOf(duty: OwnDuty, at: number): RuleCheck {
  const { for: named } = duty;
  if (named === 'company') return { of: 'company', run: (context) => checkPeriods(duty, at, undefined, context) };
  const ofLicence = (licence: Licence, context: RuleContext): Judgement =>
    hasEnded(licence, context) ? LICENCE_ENDED : checkPeriods(duty, at, licence, context);
  return named.includes('/')
    ? {
        of: 'service',
        run: (granted, context) => (serviceName(granted) === named ? ofLicence(granted.licence, context) : OF_ANOTHER),
      }
    : { of: 'licence', run: (licence, context) => (licence.id === named ? ofLicence(licence, context) : OF_ANOTHER) };
}

/** One time that a duty comes round. */
export interface DutyPeriod {
  /** `2026-09`, `2026-Q3` or `2026` where it is a whole month, quarter or year; else its first day. */
  readonly name: string;
  readonly starts: CalendarDay;
  readonly ends: CalendarDay;
  /** The last day in time. */
  readonly due: CalendarDay;
}

/** The periods of a duty, the earliest first, to the end of the calendar. Each is counted from the first day, so that month ends do not drift. */
export function* periodsOf({ from, every, grace }: Pick<OwnDuty, 'from' | 'every' | 'grace'>): Generator<DutyPeriod> {
  let starts = from;
  for (let number = 1; ; number += 1) {
    const ends = endOfTerm(from, { months: every.months * number });
    if (ends === undefined) return;
    yield { name: nameOf(starts, ends), starts, ends, due: addDays(ends, grace) };
    starts = addDays(ends, 1);
  }
}

function nameOf(starts: CalendarDay, ends: CalendarDay): string {
  const [year, iso] = [yearOf(starts), formatDay(starts)];
  const isWhole = (months: number): boolean => addMonths(starts, months) === addDays(ends, 1);
  if (starts === dayOf(year, 1, 1) && isWhole(12)) return String(year);
  if (starts === quarterOf(starts).starts && isWhole(3)) return quarterOf(starts).period;
  return iso.endsWith('-01') && isWhole(1) ? iso.slice(0, 7) : iso;
}

const NOTHING_ASKED = notApplicable('还没有应办的一期', 'none of its periods is due yet');

/** @param licence for which it is; undefined where it is for the company */
function* checkPeriods(
  duty: OwnDuty,
  at: number,
  licence: Licence | undefined,
  context: RuleContext,
): Generator<Problem, Outcome, void> {
  const { asOf, ledger } = context;
  const { since = BEGINNING } = ledger.policy;
  const lastDay = licence === undefined ? FOREVER : lastDayAsked(licence, context);
  const issued = licence?.issued ?? BEGINNING;
  let outcome = NOTHING_ASKED;
  for (const period of periodsOf(duty)) {
    const { name, starts, ends, due } = period;
    if (starts > asOf || due > lastDay) break;
    if (due < since || ends < issued) continue;
    const daysLeft = daysBetween(asOf, due);
    if (isDone(duty, name, asOf)) outcome = { state: 'met', until: ends };
    else if (daysLeft > context.windowOf({})) outcome = { state: 'met', until: due };
    else yield { ...describePeriod(duty, period, daysLeft), at: { file: ['duties', at, 'done'] } };
  }
  return outcome;
}

function isDone({ done }: OwnDuty, period: string, asOf: CalendarDay): boolean {
  const day = Object.hasOwn(done, period) ? done[period] : undefined;
  return day !== undefined && day <= asOf;
}

function describePeriod({ title, grace, owner }: OwnDuty, period: DutyPeriod, daysLeft: number): Problem {
  const { name, ends, due } = period;
  const day = formatDay(due);
  const sum = `${formatDay(ends)} + ${count(grace, 'day')} = ${day}`;
  return {
    status: daysLeft < 0 ? 'overdue' : 'due',
    date: due,
    period: name,
    owner,
    sum: grace === 0 ? undefined : { zh: `${formatDay(ends)} + ${grace}日 = ${day}`, en: sum },
    message:
      daysLeft < 0
        ? {
            zh: `${title}（${name}）未按期完成，${day}截止，已过${-daysLeft}天`,
            en: `${title} (${name}) had to be done by ${day}, ${count(-daysLeft, 'day')} ago`,
          }
        : {
            zh: `${title}（${name}）最迟${day}完成（还有${daysLeft}天）`,
            en: `${title} (${name}) must be done by ${day}, in ${count(daysLeft, 'day')}`,
          },
  };
}

const AS_OF = dayOf(2026, 11, 21);
const MOST_MONTHS_SHOWN = 120;

/** Its first period ended on the eve. */
function examplesOf({ id, every, severity }: OwnDuty): Examples {
  const months = Math.min(every.months, MOST_MONTHS_SHOWN);
  const from = addMonths(AS_OF, -months);
  const ledgerWith = (done: string): string =>
    [
      'version: 1',
      'company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T }',
      'policy: { warnWithin: 0 }',
      'resources:',
      '  - { id: hosting, kind: hosting, title: 服务器托管合同, expires: never }',
      'duties:',
      `  - { id: ${id}, title: 例行检查, for: company, every: { months: ${months} }, from: ${formatDay(from)}, severity: ${severity}${done} }`,
      '',
    ].join('\n');
  const done = `, done: { ${nameOf(from, addDays(AS_OF, -1))}: ${formatDay(AS_OF)} }`;
  return { asOf: formatDay(AS_OF), fails: ledgerWith(''), passes: ledgerWith(done) };
}
