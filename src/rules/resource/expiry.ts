import { type CalendarDay, daysBetween, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Resource } from '../../domain/ledger.ts';
import { endOf } from '../../domain/requirement.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { domainLedger } from './example-ledger.ts';
import { isTakenCareOf } from './taken-care-of.ts';

export const expiry = defineRule(
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
      fails: domainLedger('expires: 2026-12-31'),
      passes: domainLedger('expires: 2027-12-31'),
    },
  },
);

function* checkExpiry(resource: Resource, context: RuleContext): Generator<Problem> {
  if (isTakenCareOf(resource, context) || resource.autoRenew !== undefined || resource.expires === FOREVER) return;
  const { expires } = resource;
  const daysLeft = daysBetween(context.asOf, expires);
  if (daysLeft > context.windowOf(resource)) return;
  yield {
    status: daysLeft < 0 ? 'expired' : 'expiring',
    date: expires,
    at: { entry: resource.id, field: 'expires' },
    yieldsTo: endOf(resource),
    message: daysLeft < 0 ? endedOn(expires, -daysLeft) : endsOn(expires, daysLeft),
  };
}

function endedOn(day: CalendarDay, daysAgo: number): Text {
  return {
    zh: `已于${formatDay(day)}到期（${daysAgo}天前）`,
    en: `it ended on ${formatDay(day)}, ${count(daysAgo, 'day')} ago`,
  };
}

function endsOn(day: CalendarDay, daysLeft: number): Text {
  return {
    zh: `最后有效日为${formatDay(day)}（还有${daysLeft}天）`,
    en: `it ends on ${formatDay(day)}, in ${count(daysLeft, 'day')}`,
  };
}
