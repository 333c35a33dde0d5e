import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked, renewalDeadline } from '../../domain/licence-term.ts';
import { order42 } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';

/** Before renewal falls due, it is on record that the business was opened. */
export const opened: LicenceRule = ({ kind, name }) => ({
  name: 'opened',
  summary: {
    zh: `申请延续之前，登记了${name.zh}的开通日期。`,
    en: `Before renewal falls due, the day on which the business (${name.en}) was opened is on record.`,
  },
  why: {
    zh: '有效期内没有开展过业务的，不予延续；一张许可证上有几项业务的，只延续已开展的。申请延续时要拿出开展业务的证明。',
    en: 'A business that was not opened in its term is not renewed; of several services on one licence only those opened are. The application asks for proof.',
  },
  remedy: {
    zh: '按开通证明在许可证上记 `opened: 日期`；确未开展的，尽快开通，或考虑不再延续。',
    en: 'Record `opened: DAY` from the proof of opening; if the business never was, open it in time or let the licence go.',
  },
  statuses: { undetermined: 'info' },
  basis: [order42.article('27', 'secondary')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-03-14' }),
    passes: exampleLedger({ kind, expires: '2027-03-14', also: 'opened: 2022-06-01' }),
  },
  *check(licence, context) {
    const deadline = renewalDeadline(licence, context);
    if (deadline === undefined || hasEnded(licence, context) || !isAsked(licence, deadline)) return;
    if (licence.opened !== undefined && licence.opened <= context.asOf) return;
    if (daysBetween(context.asOf, deadline) > context.windowOf(licence)) return;
    yield {
      status: 'undetermined',
      message:
        licence.opened === undefined
          ? {
              zh: '没有登记业务开通日期；有效期内未开展业务的不予延续',
              en: 'no day of opening is on record; a business that was not opened in its term is not renewed',
            }
          : {
              zh: `业务要到${formatDay(licence.opened)}才开通；有效期内未开展业务的不予延续`,
              en: `the business opens only on ${formatDay(licence.opened)}; one that was not opened in its term is not renewed`,
            },
    };
  },
});
