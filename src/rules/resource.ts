/** What holds for every contract and proof: that somebody deals with it before it ends, and gives notice in time. */
import { type CalendarDay, daysBetween, FOREVER, formatDay } from '../domain/calendar-day.ts';
import { endOfCurrentTerm, lastDayOf, noticeDay, renewsItself } from '../domain/cover.ts';
import { renewSelf } from '../domain/fix.ts';
import type { AutoRenew, Resource } from '../domain/ledger.ts';
import { endOf } from '../domain/requirement.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Outcome,
  type Problem,
  report,
  type Rule,
  type RuleContext,
} from '../domain/rule.ts';
import { count, type Text } from '../domain/text.ts';
import { resourceLedger } from './example-ledgers.ts';
import { FOLLOWED, OVER } from './judgement.ts';
import { unknownKind, unused } from './resource/kinds.ts';
import { certificateLifetime, domainRegistrant, leaseTerm } from './resource/limits.ts';

const expiry = defineRule(
  'resource/expiry',
  { of: 'resource', run: checkExpiry },
  {
    summary: { zh: '合同和证明在到期前有人处理。', en: 'A contract or proof is dealt with before it expires.' },
    why: {
      zh: '专线、IP地址、域名、证书过期而无人察觉，业务会中断，许可证也可能因此受影响。',
      en: 'If a leased line, IP address contract, domain or certificate expires unnoticed, the service is interrupted and the licence may be affected.',
    },
    remedy: {
      zh: '续签后登记新条目，并用 `follows` 指向本条；有意让它到期的，写 `renew: false`。',
      en: 'Renew it and record the new entry with `follows` naming this one; if it is meant to end, write `renew: false`.',
    },
    fix: renewSelf,
    statuses: { expired: 'error', expiring: 'warning' },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      fails: domainLedger('expires: 2026-12-31'),
      passes: domainLedger('expires: 2027-12-31'),
    }),
  },
);

const notice = defineRule(
  'resource/notice',
  { of: 'resource', run: checkNotice },
  {
    summary: {
      zh: '自动续期的合同，在通知截止日前决定要不要续。',
      en: 'Decide whether to continue a contract that renews itself while notice can still be given.',
    },
    why: {
      zh: '过了通知期，合同自动续一个周期，费用照付。',
      en: 'After the last day for notice, the contract renews for another term and its fees are due.',
    },
    remedy: {
      zh: '不续的，按合同书面通知对方，再用 `ledger record ended` 登记最后一天；要续的，无需处理。',
      en: 'To end it, give notice as the contract says and record its last day with `ledger record ended`; to keep it, do nothing.',
    },
    statuses: { due: 'info', overdue: 'info' },
    basis: [],
    examples: () => ({
      asOf: '2026-11-21',
      fails: domainLedger('expires: 2026-12-31', 'autoRenew: { months: 12, noticeMonths: 1 }'),
      passes: domainLedger('expires: 2027-12-31', 'autoRenew: { months: 12, noticeDays: 30 }'),
    }),
  },
);

export const resourceRules: readonly Rule[] = [
  expiry,
  notice,
  unknownKind,
  unused,
  certificateLifetime,
  domainRegistrant,
  leaseTerm,
];

function domainLedger(...fields: readonly string[]): string {
  return resourceLedger('domain', 'title: example.com', 'registrant: 示例云网科技有限公司', ...fields);
}

const MEANT_TO_END = notApplicable('有意到期不续（renew: false）', 'it is not to be renewed (renew: false)');
const ENDED_EARLY = notApplicable('已登记提前终止（ended）', 'it was terminated early (ended)');
const RENEWS_ITSELF = notApplicable(
  '合同自动续期，以通知截止日为准',
  'it renews itself, so the last day for notice applies',
);
const NO_END: Outcome = { state: 'met', until: FOREVER };

function checkExpiry(resource: Resource, context: RuleContext): Judgement {
  const { expires, id } = resource;
  const settled = whySettled(resource, context);
  if (settled !== undefined) return settled;
  if (renewsItself(resource)) return RENEWS_ITSELF;
  if (expires === FOREVER) return NO_END;
  const daysLeft = daysBetween(context.asOf, expires);
  if (daysLeft > context.windowOf(resource)) return { state: 'met', until: expires };
  const successor = context.index.successorOf(resource);
  if (successor !== undefined) return { state: 'met', until: lastDayOf(successor), by: [successor.id] };
  return report({
    status: daysLeft < 0 ? 'expired' : 'expiring',
    date: expires,
    at: { entry: id, field: 'expires' },
    yieldsTo: endOf(resource),
    message: daysLeft < 0 ? endedOn(expires, -daysLeft) : endsOn(expires, daysLeft),
  });
}

/** Another entry continues it, or it is meant to end or did so before its time. */
function whySettled({ id, renew, ended }: Resource, { index }: RuleContext): Outcome | undefined {
  if (index.isFollowed(id)) return FOLLOWED;
  if (ended !== undefined) return ENDED_EARLY;
  return renew ? undefined : MEANT_TO_END;
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

const NO_NOTICE = notApplicable('不自动续期', 'it does not renew itself');

function checkNotice(resource: Resource, context: RuleContext): Judgement {
  const { autoRenew, expires } = resource;
  if (autoRenew === undefined || expires === FOREVER) return NO_NOTICE;
  const settled = whySettled(resource, context);
  if (settled !== undefined) return settled;
  const end = endOfCurrentTerm(resource, context.asOf);
  if (end === FOREVER) return OVER;
  const date = noticeDay(end, autoRenew);
  if (daysBetween(context.asOf, date) > context.windowOf(resource)) return { state: 'met', until: date };
  return report(describeNotice(resource, end, date, autoRenew, context));
}

function describeNotice(
  { id }: Resource,
  end: CalendarDay,
  date: CalendarDay,
  autoRenew: AutoRenew,
  { asOf }: RuleContext,
): Problem {
  const daysLeft = daysBetween(asOf, date);
  const { months, noticeMonths, noticeDays = 0 } = autoRenew;
  const term = count(months, 'month');
  const lead: Text =
    noticeMonths === undefined
      ? { zh: `${noticeDays}天`, en: count(noticeDays, 'day') }
      : { zh: `${noticeMonths}个月`, en: count(noticeMonths, 'month') };
  const common = {
    date,
    at: { entry: id, field: 'expires' },
    sum: {
      zh: `${formatDay(end)} − ${lead.zh} = ${formatDay(date)}`,
      en: `${formatDay(end)} − ${lead.en} = ${formatDay(date)}`,
    },
  } as const;
  if (daysLeft < 0) {
    return {
      ...common,
      status: 'overdue',
      message: {
        zh: `通知期已于${formatDay(date)}截止，${formatDay(end)}后将自动续${months}个月`,
        en: `notice had to be given by ${formatDay(date)}; after ${formatDay(end)} it renews for another ${term}`,
      },
    };
  }
  return {
    ...common,
    status: 'due',
    // Whoever keeps it has nothing to record.
    fix: { command: ['ledger', 'record', 'ended', id, '--on', formatDay(end)] },
    message: {
      zh: `如不再续，最迟${formatDay(date)}通知对方（还有${daysLeft}天）；否则${formatDay(end)}后自动续${months}个月`,
      en: `to end it, give notice by ${formatDay(date)}, in ${count(daysLeft, 'day')}; otherwise it renews for another ${term} after ${formatDay(end)}`,
    },
  };
}
