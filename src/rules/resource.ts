/** What holds for every contract and proof, whatever its kind and whichever licence it serves. */
import { addDays, addMonths, type CalendarDay, daysBetween, FOREVER, formatDay } from '../domain/calendar-day.ts';
import type { Resource } from '../domain/ledger.ts';
import { endOf, renewsItself } from '../domain/requirement.ts';
import { defineRule, type Problem, type Rule, type RuleContext } from '../domain/rule.ts';
import { count } from '../domain/text.ts';

const expiry = defineRule(
  'resource/expiry',
  { of: 'resource', run: checkExpiry },
  {
    summary: { zh: '合同和证明在到期前有人处理。', en: 'A contract or proof is dealt with before it ends.' },
    why: {
      zh: '专线、IP地址、域名、证书过期而无人察觉，业务会中断，许可证也可能因此受影响。',
      en: 'A line, an address contract, a domain or a certificate that runs out unseen stops the service, and may cost the licence.',
    },
    remedy: {
      zh: '续签后登记新条目，并用 `follows` 指向本条；有意让它到期的，写 `renew: false`。',
      en: 'Renew it and record the new entry with `follows` naming this one; if it is meant to end, write `renew: false`.',
    },
    statuses: { expired: 'error', expiring: 'warning' },
    basis: [],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger('expires: 2026-12-31'),
      passes: exampleLedger('expires: 2027-12-31'),
    },
  },
);

const notice = defineRule(
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
      fails: exampleLedger('expires: 2026-12-31', 'autoRenew: { months: 12, noticeDays: 30 }'),
      passes: exampleLedger('expires: 2027-12-31', 'autoRenew: { months: 12, noticeDays: 30 }'),
    },
  },
);

export const resourceRules: readonly Rule[] = [expiry, notice];

function* checkExpiry(resource: Resource, context: RuleContext): Generator<Problem> {
  if (isTakenCareOf(resource, context) || resource.autoRenew !== undefined || resource.expires === FOREVER) return;
  const { expires } = resource;
  const daysLeft = daysBetween(context.asOf, expires);
  const common = { date: expires, at: { entry: resource.id, field: 'expires' }, yieldsTo: endOf(resource) };
  if (daysLeft < 0) {
    yield {
      ...common,
      status: 'expired',
      message: {
        zh: `已于${formatDay(expires)}到期（${-daysLeft}天前）`,
        en: `it ended on ${formatDay(expires)}, ${count(-daysLeft, 'day')} ago`,
      },
    };
  } else if (daysLeft <= context.windowOf(resource)) {
    yield {
      ...common,
      status: 'expiring',
      message: {
        zh: `最后有效日为${formatDay(expires)}（还有${daysLeft}天）`,
        en: `it ends on ${formatDay(expires)}, in ${count(daysLeft, 'day')}`,
      },
    };
  }
}

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

/** Another entry continues it, or it is meant to end. */
function isTakenCareOf(resource: Resource, context: RuleContext): boolean {
  return context.index.isFollowed(resource.id) || !resource.renew;
}

/** The end of the term that runs on a day; every term is counted from the first end, so that month ends do not drift. */
function endOfCurrentTerm(firstEnd: CalendarDay, months: number, asOf: CalendarDay): CalendarDay {
  let end = firstEnd;
  for (let terms = 1; end < asOf; terms += 1) end = addMonths(firstEnd, months * terms);
  return end;
}

function exampleLedger(...fields: readonly string[]): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司 }',
    'resources:',
    '  - id: domain-example',
    '    kind: domain',
    '    title: example.com',
    ...fields.map((field) => `    ${field}`),
    '',
  ].join('\n');
}
