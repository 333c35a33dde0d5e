import { addMonths, formatDay } from '../../domain/calendar-day.ts';
import { recordOfService } from '../../domain/fix.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, MET, notApplicable, type Problem, report, type Rule } from '../../domain/rule.ts';
import { count, sentences } from '../../domain/text.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { numberMeasures, numberUseNotice } from '../../law/numbers.ts';
import { numberFine, numberTakenBack } from '../../law/penalties.ts';
import { deadlineProblem, GIVEN_UP_BEFORE } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

const MONTHS_TO_START = 12;

const BEFORE_THE_NOTICE = notApplicable(
  '一年的时限出自2020年的通知，此前取得的不问',
  'the year was set by the notice of 2020, and what was granted before is not asked',
);

const ISSUED_UNKNOWN: Problem = {
  status: 'undetermined',
  message: {
    zh: '没有登记启用日，也没有登记取得日，无法核对一年的启用时限',
    en: 'neither the day of first use nor the day of issue is on record, so the one-year limit cannot be checked',
  },
  remedy: {
    zh: '已启用的记 `opened`；按证书填写 `issued`。',
    en: 'Record `opened` if it is in use; fill in `issued` from the certificate.',
  },
};

/** A number that was granted is put to use within a year. */
export const startOfUse: Rule = defineRule(
  'number/start-of-use',
  {
    of: 'service',
    run({ licence, service }, context) {
      const { issued } = licence;
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      if (service.opened !== undefined && service.opened <= context.asOf) return MET;
      if (issued === undefined) {
        return report({ ...ISSUED_UNKNOWN, at: { entry: licence.id, service: service.kind, field: 'opened' } });
      }
      const date = addMonths(issued, MONTHS_TO_START);
      if (date < numberUseNotice.from || context.asOf < numberUseNotice.from) return BEFORE_THE_NOTICE;
      if (!isAsked(licence, date)) return GIVEN_UP_BEFORE;
      const problem = deadlineProblem(licence, date, context, {
        due: (daysLeft) => ({
          zh: `最迟${formatDay(date)}启用（还有${daysLeft}天）`,
          en: `put it into use by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
        }),
        overdue: (daysAgo) => ({
          zh: `应在${formatDay(date)}前启用，已过${daysAgo}天，未登记启用日`,
          en: `it had to be in use by ${formatDay(date)}, ${count(daysAgo, 'day')} ago, and no day of first use is on record`,
        }),
      });
      if (problem === undefined) return { state: 'met', until: date };
      return report({
        ...problem,
        sum: {
          zh: `${formatDay(issued)} + 1年 = ${formatDay(date)}`,
          en: `${formatDay(issued)} + 1 year = ${formatDay(date)}`,
        },
      });
    },
  },
  {
    summary: {
      zh: '码号自批准之日起一年内启用。',
      en: 'An allotted number is put into use within one year of its approval.',
    },
    why: {
      zh: '码号资源应当在规定的时限内启用，并达到规定的最低使用规模。一年的时限出自2020年的通知，据报道转述。',
      en: 'Numbers must be put into use within the time limit and reach the minimum scale of use. The limit of one year comes from the notice of 2020, as reported by the press.',
    },
    remedy: {
      zh: '在各使用地备案、与基础电信企业签码号开通协议后启用，并记 `opened: 启用日`。',
      en: 'File it in each place of use, sign the opening agreement with the basic operators, put it into use and record `opened: DAY`.',
    },
    consequence: sentences(numberTakenBack(2), numberFine(5)),
    fix: recordOfService('opened'),
    statuses: { due: 'warning', overdue: 'error', undetermined: 'warning' },
    basis: [
      telecomRegulations.article('28.3', 'text'),
      numberMeasures.article('20.1', 'text'),
      numberUseNotice.whole('secondary'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({
        kind: 'number-95',
        issued: '2025-11-20',
        expires: '2030-11-19',
        fields: { opened: null },
      }),
      passes: exampleLedger({
        kind: 'number-95',
        issued: '2025-11-20',
        expires: '2030-11-19',
        fields: { opened: '2026-11-01' },
      }),
    }),
  },
);
