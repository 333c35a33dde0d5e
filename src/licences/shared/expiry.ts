import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { isAsked, isDormant, renewalApplied } from '../../domain/licence-term.ts';
import type { RuleDescription } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';
import { endOfTerm } from './renewal.ts';

/** What differs between families of licences: what the paper is called, and why its end matters. */
interface Term extends Pick<RuleDescription, 'why' | 'remedy' | 'basis'> {
  readonly summary: (name: Text) => Text;
  /** The paper whose last day it is, as the subject of a sentence. */
  readonly paper: Text;
}

/** The licence itself is in its term. */
export function expiryRule({ summary, paper, ...term }: Term): LicenceRule {
  return ({ kind, name }) => ({
    name: 'expiry',
    summary: summary(name),
    ...term,
    statuses: { expired: 'error', expiring: 'warning' },
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind, expires: '2026-11-20', also: 'renewal: { applied: 2026-11-01 }' }),
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
            zh: `${paper.zh}已于${formatDay(expires)}到期（${-daysLeft}天前）`,
            en: `${paper.en} ended on ${formatDay(expires)}, ${count(-daysLeft, 'day')} ago`,
          },
        };
      } else if (daysLeft <= context.windowOf(licence) && renewalApplied(licence, context) === undefined) {
        yield {
          ...common,
          status: 'expiring',
          message: {
            zh: `${paper.zh}最后有效日为${formatDay(expires)}（还有${daysLeft}天）`,
            en: `${paper.en} ends on ${formatDay(expires)}, in ${count(daysLeft, 'day')}`,
          },
        };
      }
    },
  });
}
