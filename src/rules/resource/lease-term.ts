import { addMonths, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Resource } from '../../domain/ledger.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { civilCode } from '../../law/company.ts';
import { resourceLedger } from './example-ledger.ts';
import { isInForceNow } from './in-force.ts';

const LEASES: ReadonlySet<string> = new Set(['machine-room', 'site-lease']);

/** Civil Code, article 705. */
const MOST_YEARS = 20;

export const leaseTerm = defineRule(
  'resource/lease-term',
  { of: 'resource', run: checkTerm },
  {
    summary: {
      zh: `机房和场地的租赁期限不超过${MOST_YEARS}年。`,
      en: `A machine room or site is leased for no more than ${MOST_YEARS} years.`,
    },
    why: {
      zh: `租赁期限不得超过${MOST_YEARS}年，超过的部分无效：合同写到哪一天都没有用，${MOST_YEARS}年期满就没有依据继续占用。`,
      en: `A lease runs ${MOST_YEARS} years at most, and what goes beyond is void: whatever the contract says, nothing holds the room afterwards.`,
    },
    remedy: {
      zh: `把 \`expires\` 改为满${MOST_YEARS}年的那一天，期满前续订；续订的期限从续订之日起重新计算。`,
      en: `Set \`expires\` to the end of the ${MOST_YEARS} years and renew before it; the term of a renewal is counted anew.`,
    },
    statuses: { invalid: 'warning' },
    basis: [civilCode.article('705', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: resourceLedger('site-lease', 'starts: 2024-01-01', 'expires: 2053-12-31'),
      passes: resourceLedger('site-lease', 'starts: 2024-01-01', 'expires: 2043-12-31'),
    },
  },
);

function* checkTerm(resource: Resource, context: RuleContext): Generator<Problem> {
  const { kind, starts, expires } = resource;
  if (!LEASES.has(kind) || starts === undefined || expires === FOREVER || !isInForceNow(resource, context)) return;
  // The first day does not count, so that the term ends on the same date (Civil Code, articles 201 and 202).
  const date = addMonths(starts, MOST_YEARS * 12);
  if (expires <= date) return;
  yield {
    status: 'invalid',
    date,
    at: { entry: resource.id, field: 'expires' },
    sum: {
      zh: `${formatDay(starts)} + ${MOST_YEARS}年 = ${formatDay(date)}`,
      en: `${formatDay(starts)} + ${MOST_YEARS} years = ${formatDay(date)}`,
    },
    message: {
      zh: `租期到${formatDay(expires)}，超过${MOST_YEARS}年；${formatDay(date)}以后的部分无效`,
      en: `the lease runs to ${formatDay(expires)}, longer than ${MOST_YEARS} years; what lies after ${formatDay(date)} is void`,
    },
  };
}
