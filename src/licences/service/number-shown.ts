/** The number of a licence is shown where the public sees it, and somebody looks once a year. */
import { addMonths, formatDay } from '../../domain/calendar-day.ts';
import { recordDone } from '../../domain/fix.ts';
import { definePaperRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { report, type Rule } from '../../domain/rule.ts';
import { order42 } from '../../law/licensing.ts';
import { internetInformationMeasures } from '../../law/services.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

const MONTHS_BETWEEN_LOOKS = 12;

export const numberShown: Rule = definePaperRule(
  'licence/number-shown',
  (licence, context) => {
    if (hasEnded(licence, context)) return LICENCE_ENDED;
    const at = { entry: licence.id, field: 'shown' };
    const seen = licence.shown === undefined || licence.shown > context.asOf ? undefined : licence.shown;
    if (seen === undefined) {
      return report({
        status: 'undetermined',
        at,
        message: {
          zh: '没有登记查看过证号标明在经营场所、网站主页和宣传材料上',
          en: 'nobody is on record as having seen the number at the premises, on the home page and in advertising',
        },
      });
    }
    const date = addMonths(seen, MONTHS_BETWEEN_LOOKS);
    if (date >= context.asOf) return { state: 'met', until: date };
    return report({
      status: 'stale',
      date,
      at,
      message: {
        zh: `${formatDay(seen)}以后一年没有再看过证号是否标明`,
        en: `nobody has looked whether the number is shown since ${formatDay(seen)}, more than a year ago`,
      },
    });
  },
  {
    summary: {
      zh: '主要经营场所、网站主页和业务宣传材料的显著位置标明证号（经营许可证编号），每年查看一次。',
      en: 'The number of the licence is shown at the main premises, on the home page and in advertising, and somebody looks once a year.',
    },
    why: {
      zh: '改版、换址、延续之后，证号最容易漏标或标旧号。法规没有规定多久查看一次，一年一次是本程序的做法。',
      en: 'A new page, a new address or a renewed licence is where it gets lost or stays old. No law says how often to look: once a year is what this program asks.',
    },
    consequence: {
      zh: '互联网信息服务的网站主页未标明证号的，《互联网信息服务管理办法》第22条：责令改正，处5000元以上5万元以下罚款。其他业务未标明的，《电信业务经营许可管理办法》第48条没有为此规定罚款。',
      en: 'An Internet information service whose home page lacks the number is told to show it and fined CNY 5,000 to 50,000 (State Council Order 292, article 22); for other services Order 42 sets no fine.',
    },
    remedy: {
      zh: '到经营场所、网站主页、App和宣传材料上逐一查看，缺的补上，再用 `ledger record shown` 登记查看日。',
      en: 'Look at premises, home page, app and advertising, add what is missing, and record the day with `ledger record shown`.',
    },
    fix: recordDone('shown'),
    statuses: { stale: 'warning', undetermined: 'info' },
    basis: [
      order42.article('16.2', 'text'),
      internetInformationMeasures.article('12', 'text'),
      internetInformationMeasures.article('22', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', fields: { shown: '2025-11-20' } }),
      passes: exampleLedger({ kind: 'isp', fields: { shown: '2025-11-21' } }),
    }),
  },
);
