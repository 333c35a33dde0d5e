import { addMonths, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { count } from '../../domain/text.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { numberUseNotice } from '../../law/numbers.ts';
import { deadlineProblem } from './deadline.ts';
import { exampleLedger } from './example-ledger.ts';

const MONTHS_TO_START = 12;

/** A number that was granted is put to use within a year. */
export const startOfUse: LicenceRule = ({ kind, name }) => ({
  name: 'start-of-use',
  summary: {
    zh: `${name.zh}自批准之日起一年内启用。`,
    en: `A ${name.en} is put to use within one year of its grant.`,
  },
  why: {
    zh: '码号资源应当在规定的时限内启用，并达到规定的最低使用规模。一年的时限出自2020年的通知，据报道转述。',
    en: 'Numbers have to be opened within the time set and reach the least scale of use. The year stands in the notice of 2020, as the press reports it.',
  },
  remedy: {
    zh: '在各使用地备案、与基础电信企业签码号开通协议后启用，并记 `opened: 启用日`。',
    en: 'File it where it is used, sign the opening agreement with the basic operators, open it and record `opened: DAY`.',
  },
  statuses: { due: 'warning', overdue: 'error' },
  basis: [telecomRegulations.article('28(3)', 'text'), numberUseNotice.whole('secondary')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, issued: '2025-11-20', expires: '2031-11-20', fields: { opened: null } }),
    passes: exampleLedger({ kind, issued: '2025-11-20', expires: '2031-11-20', fields: { opened: '2026-11-01' } }),
  },
  *check(licence, context) {
    const { issued, opened } = licence;
    if (issued === undefined || hasEnded(licence, context)) return;
    if (opened !== undefined && opened <= context.asOf) return;
    const date = addMonths(issued, MONTHS_TO_START);
    if (date < numberUseNotice.from || context.asOf < numberUseNotice.from || !isAsked(licence, date)) return;
    const problem = deadlineProblem(licence, date, context, {
      due: (daysLeft) => ({
        zh: `最迟${formatDay(date)}启用（还有${daysLeft}天）`,
        en: `put it to use by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
      }),
      overdue: (daysAgo) => ({
        zh: `应在${formatDay(date)}前启用，已过${daysAgo}天，未登记启用日`,
        en: `it had to be in use by ${formatDay(date)}, ${count(daysAgo, 'day')} ago, and no day of opening is on record`,
      }),
    });
    if (problem === undefined) return;
    yield {
      ...problem,
      sum: {
        zh: `${formatDay(issued)} + 1年 = ${formatDay(date)}`,
        en: `${formatDay(issued)} + 1 year = ${formatDay(date)}`,
      },
    };
  },
});
