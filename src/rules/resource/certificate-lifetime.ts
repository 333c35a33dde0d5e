import { addDays, type CalendarDay, dayOf, daysBetween, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Resource } from '../../domain/ledger.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { baselineRequirements } from '../../law/services.ts';
import { resourceLedger } from './example-ledger.ts';
import { isInForceNow } from './in-force.ts';

/** Baseline Requirements, section 6.3.2: the most days of a certificate that is issued from a day on. Newest first. */
const MOST_DAYS: readonly { readonly from: CalendarDay; readonly days: number }[] = [
  { from: dayOf(2029, 3, 15), days: 47 },
  { from: dayOf(2027, 3, 15), days: 100 },
  { from: dayOf(2026, 3, 15), days: 200 },
  { from: baselineRequirements.from, days: 398 },
];

export const certificateLifetime = defineRule(
  'resource/certificate-lifetime',
  { of: 'resource', run: checkLifetime },
  {
    summary: {
      zh: '公共信任的TLS证书，有效期不超过签发当日的上限：398天；2026-03-15起200天，2027-03-15起100天，2029-03-15起47天。',
      en: 'A publicly trusted TLS certificate is valid for no longer than the limit of its day of issue: 398 days; 200 from 2026-03-15, 100 from 2027-03-15, 47 from 2029-03-15.',
    },
    why: {
      zh: '超过上限的证书，主流浏览器拒绝访问。这是CA和浏览器的行业规则，不是法律，也不约束企业自建CA签发的证书。天数按签发日到最后有效日计，不计签发当日。',
      en: 'Browsers refuse a certificate that is valid for longer. This is a rule of certificate authorities and browsers, no law, and does not bind a private CA. Days are counted from the day of issue, which is not counted itself.',
    },
    remedy: {
      zh: '对照证书核对 `starts`（签发日）和 `expires`；确实超限的，换发新证书；企业自建CA签发的，可用 `waivers` 豁免，或登记为别的种类，例如 `private-certificate`。',
      en: 'Hold `starts` (the day of issue) and `expires` against the certificate; if it is really too long, replace it; if a private CA issued it, use a waiver or record it as another kind, such as `private-certificate`.',
    },
    statuses: { invalid: 'warning' },
    basis: [baselineRequirements.article('6.3.2', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: resourceLedger('certificate', 'starts: 2026-06-01', 'expires: 2027-06-30'),
      passes: resourceLedger('certificate', 'starts: 2026-09-01', 'expires: 2027-03-19'),
    },
  },
);

function* checkLifetime(resource: Resource, context: RuleContext): Generator<Problem> {
  const { kind, starts, expires } = resource;
  if (kind !== 'certificate' || starts === undefined || expires === FOREVER || !isInForceNow(resource, context)) return;
  const limit = MOST_DAYS.find(({ from }) => from <= starts)?.days;
  // The hours are not in the ledger: one that is issued at noon for 200 days ends on the 201st calendar day.
  const days = daysBetween(starts, expires);
  if (limit === undefined || days <= limit) return;
  const last = addDays(starts, limit);
  yield {
    status: 'invalid',
    at: { entry: resource.id, field: 'expires' },
    sum: {
      zh: `${formatDay(starts)} + ${limit}天 = ${formatDay(last)}`,
      en: `${formatDay(starts)} + ${count(limit, 'day')} = ${formatDay(last)}`,
    },
    message: {
      zh: `有效期${days}天，${formatDay(starts)}签发的公共信任证书不得超过${limit}天，浏览器会拒绝`,
      en: `it is valid for ${days} days; a publicly trusted certificate issued on ${formatDay(starts)} may have ${limit}, and browsers refuse it`,
    },
  };
}
