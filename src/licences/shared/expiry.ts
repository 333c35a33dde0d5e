import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { isAsked, isDormant, renewalApplied } from '../../domain/licence-term.ts';
import { count } from '../../domain/text.ts';
import { licensingLaw, order42 } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';
import { endOfTerm } from './renewal.ts';

/** The licence itself is in its term. */
export const expiry: LicenceRule = ({ kind, name }) => ({
  name: 'expiry',
  summary: {
    zh: `${name.zh}许可证在有效期内。`,
    en: `The licence for ${name.en} is in its term.`,
  },
  why: {
    zh: '许可证有效期届满未延续的，发证机关应当办理注销；此后继续经营，就是无证经营。',
    en: 'A licence whose term ends without renewal is struck off; to go on in business is then to operate without a licence.',
  },
  remedy: {
    zh: '已获延续的，把 `expires` 改为新证上的最后有效日；不再经营的，用 `closed` 记下注销日。',
    en: 'If it was renewed, set `expires` to the last day on the new licence; if the business was given up, record the day in `closed`.',
  },
  statuses: { expired: 'error', expiring: 'warning' },
  basis: [licensingLaw.article('70(1)', 'text'), order42.article('14', 'secondary')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2026-11-20', also: 'renewal: { applied: 2026-10-01 }' }),
    passes: exampleLedger({ kind, expires: '2031-11-20' }),
  },
  *check(licence, context) {
    if (isDormant(licence, context) || !isAsked(licence, licence.expires)) return;
    const { expires } = licence;
    const daysLeft = daysBetween(context.asOf, expires);
    const common = { date: expires, yieldsTo: endOfTerm(licence) };
    if (daysLeft < 0) {
      yield {
        ...common,
        status: 'expired',
        message: {
          zh: `许可证已于${formatDay(expires)}到期（${-daysLeft}天前）`,
          en: `the licence ended on ${formatDay(expires)}, ${count(-daysLeft, 'day')} ago`,
        },
      };
    } else if (daysLeft <= context.windowOf(licence) && renewalApplied(licence, context) === undefined) {
      yield {
        ...common,
        status: 'expiring',
        message: {
          zh: `许可证最后有效日为${formatDay(expires)}（还有${daysLeft}天）`,
          en: `the licence ends on ${formatDay(expires)}, in ${count(daysLeft, 'day')}`,
        },
      };
    }
  },
});
