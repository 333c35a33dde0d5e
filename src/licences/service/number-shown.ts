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
          zh: '没有登记查看过经营场所、网站主页和宣传材料上的证号标明',
          en: 'no check is on record that the number is shown at the premises, on the home page and in advertising',
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
        zh: `${formatDay(seen)}以后一年没有再查看证号是否标明`,
        en: `nobody has checked that the number is shown since ${formatDay(seen)}, more than a year ago`,
      },
    });
  },
  {
    summary: {
      zh: '主要经营场所、网站主页和业务宣传材料的显著位置标明证号（经营许可证编号），每年查看一次。',
      en: 'The licence number is shown prominently at the main premises, on the home page and in advertising, and this is checked once a year.',
    },
    why: {
      zh: '改版、换址、延续之后，证号最容易漏标或标旧号。法规没有规定多久查看一次，一年一次是本程序的做法。',
      en: 'After a redesign, a move or a renewal the number is easily left out or out of date. No law says how often to check it: once a year is the practice of this program.',
    },
    consequence: {
      zh: '互联网信息服务的网站主页未标明证号的，《互联网信息服务管理办法》第22条：责令改正，处5000元以上5万元以下罚款。其他业务未标明的，《电信业务经营许可管理办法》第48条没有为此规定罚款。',
      en: 'For an Internet information service whose home page does not show the number, State Council Order 292, article 22: an order to correct and a fine of CNY 5,000 to 50,000; for other services Order 42, article 48, sets no fine.',
    },
    remedy: {
      zh: '到经营场所、网站主页、App和宣传材料上逐一查看，补上缺少的，再用 `ledger record shown` 登记查看日。',
      en: 'Check the premises, home page, app and advertising, add the number where it is missing, and record the day with `ledger record shown`.',
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
