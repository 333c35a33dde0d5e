import { addDays, addMonths, type CalendarDay, daysBetween, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Resource } from '../../domain/ledger.ts';
import { renewsItself } from '../../domain/requirement.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { domainLedger } from './example-ledger.ts';
import { isTakenCareOf } from './taken-care-of.ts';

export const notice = defineRule(
  'resource/notice',
  { of: 'resource', run: checkNotice },
  {
    summary: {
      zh: '自动续期的合同，在通知截止日前决定要不要续。',
      en: 'Whether a contract that renews itself shall go on is decided while notice can still be given.',
    },
    why: {
      zh: '过了通知期，合同自动续一个周期，费用照付。',
      en: 'Once the notice period has begun, the contract runs and costs for another term.',
    },
    remedy: {
      zh: '不续的，按合同书面通知对方，并写 `renew: false`；要续的，无需处理。',
      en: 'To end it, give notice as the contract says and write `renew: false`; to keep it, do nothing.',
    },
    statuses: { due: 'info', overdue: 'info' },
    basis: [],
    examples: {
      asOf: '2026-11-21',
      fails: domainLedger('expires: 2026-12-31', 'autoRenew: { months: 12, noticeDays: 30 }'),
      passes: domainLedger('expires: 2027-12-31', 'autoRenew: { months: 12, noticeDays: 30 }'),
    },
  },
);

function* checkNotice(resource: Resource, context: RuleContext): Generator<Problem> {
  const { autoRenew } = resource;
  if (
    isTakenCareOf(resource, context) ||
    autoRenew === undefined ||
    !renewsItself(resource) ||
    resource.expires === FOREVER
  )
    return;
  const end = endOfCurrentTerm(resource.expires, autoRenew.months, context.asOf);
  const date = addDays(end, -autoRenew.noticeDays);
  const daysLeft = daysBetween(context.asOf, date);
  if (daysLeft > context.windowOf(resource)) return;
  const term = count(autoRenew.months, 'month');
  yield {
    status: daysLeft < 0 ? 'overdue' : 'due',
    date,
    at: { entry: resource.id, field: 'expires' },
    sum: {
      zh: `${formatDay(end)} − ${autoRenew.noticeDays}天 = ${formatDay(date)}`,
      en: `${formatDay(end)} − ${count(autoRenew.noticeDays, 'day')} = ${formatDay(date)}`,
    },
    message:
      daysLeft < 0
        ? {
            zh: `通知期已于${formatDay(date)}截止，${formatDay(end)}后将自动续${autoRenew.months}个月`,
            en: `notice had to be given by ${formatDay(date)}; after ${formatDay(end)} it runs for another ${term}`,
          }
        : {
            zh: `如不再续，最迟${formatDay(date)}通知对方（还有${daysLeft}天）；否则${formatDay(end)}后自动续${autoRenew.months}个月`,
            en: `to end it, give notice by ${formatDay(date)}, in ${count(daysLeft, 'day')}; else it runs for another ${term} after ${formatDay(end)}`,
          },
  };
}

/** The end of the term that runs on a day; every term is counted from the first end, so that month ends do not drift. */
function endOfCurrentTerm(firstEnd: CalendarDay, months: number, asOf: CalendarDay): CalendarDay {
  let end = firstEnd;
  for (let terms = 1; end < asOf; terms += 1) end = addMonths(firstEnd, months * terms);
  return end;
}
