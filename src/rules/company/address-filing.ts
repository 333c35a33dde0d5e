/** The first filing of IP addresses by who allocates them. */
import { formatDay } from '../../domain/calendar-day.ts';
import { isInForce } from '../../domain/cover.ts';
import { recordOnDay } from '../../domain/fix.ts';
import type { Resource } from '../../domain/ledger.ts';
import { workingDaysFrom } from '../../domain/limit.ts';
import { type Found } from '../../domain/occasion.ts';
import { MET, notApplicable, type Problem, type RuleContext } from '../../domain/rule.ts';
import { ADDRESS_FILING_FINE } from '../../law/penalties.ts';
import { addressFilingMeasures } from '../../law/services.ts';
import { resourceLedger } from '../example-ledgers.ts';
import { beforeTheLedger, defineTimedRule } from './timed-rule.ts';
import { TIMED } from './told-changes.ts';

/** Order 34, article 9: working days after the addresses were got. */
const WORKING_DAYS = 20;

export const addressFiling = defineTimedRule(
  'company/address-filing',
  {
    law: addressFilingMeasures,
    limitOf: workingDaysFrom(WORKING_DAYS),
    act: { zh: '完成第一次报备', en: 'filed for the first time' },
    occasionsOf: addressesFound,
    none: notApplicable('没有登记有效的IP地址合同', 'no IP addresses in force are on record'),
  },
  {
    summary: {
      zh: `IP地址分配机构自取得IP地址之日起${WORKING_DAYS}个工作日内完成第一次报备。`,
      en: `An organisation that allocates IP addresses files them within ${WORKING_DAYS} working days of obtaining them.`,
    },
    why: {
      zh: '直接从亚太互联网信息中心等国际机构取得地址的，或者除自用外还把地址分给他人使用的，是IP地址分配机构；提供接入、托管并给用户分地址的一般都是。只是自用的，记 `allocates: false`。取得日按 `starts` 计算。',
      en: 'An organisation allocates addresses if it obtains them directly from an international registry such as APNIC, or assigns them to others besides its own use: providers of access or hosting that give addresses to customers usually do. If the company only uses them itself, record `allocates: false`. The day on which they were obtained is `starts`.',
    },
    consequence: ADDRESS_FILING_FINE,
    remedy: {
      zh: '在IP地址备案系统报备，然后在这一条上记 `filed: 报备日`。',
      en: 'File them in the IP address filing system, then record `filed: DAY` on that entry.',
    },
    fix: ({ status, ...target }) =>
      status === 'due' || status === 'overdue' ? recordOnDay('filed')({ status, ...target }) : undefined,
    statuses: TIMED,
    basis: [addressFilingMeasures.article('9', 'text'), addressFilingMeasures.article('17', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: addressLedger(),
      passes: addressLedger('filed: 2026-11-04'),
    }),
  },
);

function addressLedger(...fields: readonly string[]): string {
  return resourceLedger('ip-addresses', 'starts: 2026-10-08', 'expires: 2029-12-31', 'allocates: true', ...fields);
}

const NOBODY_SAID = notApplicable(
  '没有登记IP地址是只供自用还是分给他人（allocates）',
  'nothing says whether the addresses are given on to others (allocates)',
);
const MERE_USER = notApplicable('IP地址只供自用', 'the company only uses the addresses itself');
const CONTINUES = notApplicable(
  '接续另一条，地址早已取得',
  'it continues another entry, whose addresses were there before',
);

/** Whoever says it of some addresses is asked about the others: what holds for those must not hide these. */
function addressesFound(context: RuleContext): readonly Found[] {
  const addresses = context.ledger.resources.filter(({ kind }) => kind === 'ip-addresses');
  const nobodySaid = addresses.every(({ allocates, filed }) => allocates === undefined && filed === undefined);
  return addresses
    .filter((resource) => isInForce(resource, context.asOf))
    .map((resource) => filingOf(resource, nobodySaid, context));
}

function filingOf(resource: Resource, nobodySaid: boolean, context: RuleContext): Found {
  const { id, starts, follows, allocates, filed, warnWithin, kind } = resource;
  if (allocates === false) return MERE_USER;
  if (filed === undefined && follows !== undefined) return CONTINUES;
  if (filed === undefined && allocates === undefined) return nobodySaid ? NOBODY_SAID : notSaidOf(id);
  if (starts === undefined && filed !== undefined) return MET;
  if (starts === undefined) {
    return {
      status: 'undetermined',
      subject: id,
      at: { entry: id, field: 'starts' },
      message: {
        zh: `${id}没有登记取得日，无法确定报备期限`,
        en: `the day on which ${id} was obtained is not on record, so the last day to file it is unknown`,
      },
      remedy: {
        zh: '按合同填写 `starts`（取得日）；已报备的，记 `filed: 报备日`。',
        en: 'Fill in `starts`, the day on which they were obtained, from the contract, or `filed: DAY` if they are already filed.',
      },
    };
  }
  return {
    name: { zh: `${id}（${formatDay(starts)}取得）`, en: `the addresses ${id} (obtained on ${formatDay(starts)})` },
    from: starts,
    done: filed,
    subject: id,
    at: { entry: id, field: 'filed' },
    period: formatDay(starts),
    warned: { kind, warnWithin },
    unless: (limit) => (filed === undefined ? beforeTheLedger(limit, context.ledger) : undefined),
  };
}

function notSaidOf(id: string): Problem {
  return {
    status: 'undetermined',
    subject: id,
    at: { entry: id, field: 'allocates' },
    message: {
      zh: `没有登记${id}是只供自用还是分给他人，无法判断是否需要报备`,
      en: `it is not on record whether ${id} is assigned to others, so whether it must be filed is unknown`,
    },
    remedy: {
      zh: '分给他人使用的记 `allocates: true`，只供自用的记 `allocates: false`。',
      en: 'Record `allocates: true` if others use them, `allocates: false` if only the company does.',
    },
  };
}
