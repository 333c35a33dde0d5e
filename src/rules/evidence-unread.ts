import { addMonths, daysBetween, formatDay } from '../domain/calendar-day.ts';
import type { Resource } from '../domain/ledger.ts';
import { coverOf } from '../domain/requirement.ts';
import { defineRule, type Problem, type RuleContext } from '../domain/rule.ts';
import { count } from '../domain/text.ts';
import * as sample from './evidence-sample.ts';

/** Asked only where `policy.verifyWithin` says within how many months somebody is to look. */
export const unread = defineRule(
  'evidence/unread',
  {
    of: 'resource',
    run: (resource, context) =>
      context.ledger.policy.verifyWithin === undefined
        ? []
        : checkUnread(resource, context.ledger.policy.verifyWithin, context),
  },
  {
    summary: {
      zh: '每个条目都在规定的月数内与原件核对过。',
      en: 'Every entry has been held against its paper within the months that the policy sets.',
    },
    why: {
      zh: '合同会变更，登记会出错。长期无人核对的条目，靠不住。',
      en: 'Contracts are amended and entries mistyped; what nobody has looked at for long cannot be relied on.',
    },
    remedy: {
      zh: '拿原件核对，再用 `ledger record verified` 登记核对日。',
      en: 'Hold it against the paper, then record the day with `ledger record verified`.',
    },
    statuses: { stale: 'warning' },
    basis: [],
    examples: {
      asOf: sample.AS_OF,
      fails: sample.ledgerVerified('2026-05-20'),
      passes: sample.ledgerVerified('2026-05-21'),
    },
  },
);

function* checkUnread(resource: Resource, verifyWithin: number, context: RuleContext): Generator<Problem> {
  const { asOf, index } = context;
  if (index.isFollowed(resource.id) || coverOf(resource).to < asOf) return;
  const command = `ledger record verified ${resource.id}`;
  const common = {
    status: 'stale',
    at: { entry: resource.id, field: 'verified' },
    remedy: {
      zh: `拿原件核对，再运行 \`${command}\` 登记核对日。`,
      en: `Hold it against the paper, then run \`${command}\`.`,
    },
  } as const;
  const { verified } = resource;
  if (verified === undefined || verified > asOf) {
    yield {
      ...common,
      message: { zh: '没有与原件核对过的记录', en: 'nobody has held it against the paper' },
    };
    return;
  }
  const date = addMonths(verified, verifyWithin);
  if (asOf <= date) return;
  const sum = `${formatDay(verified)} + ${count(verifyWithin, 'month')} = ${formatDay(date)}`;
  yield {
    ...common,
    date,
    sum: { zh: sum.replace(/ months?/u, '个月'), en: sum },
    message: {
      zh: `上次核对是${formatDay(verified)}，已超过${verifyWithin}个月（应在${formatDay(date)}前再核对）`,
      en: `last held against the paper on ${formatDay(verified)}, and due again by ${formatDay(date)}, ${count(daysBetween(date, asOf), 'day')} ago`,
    },
  };
}
