/** Changes of what is licensed, filed or registered elsewhere: of a site, addresses, a domain. */
import type { ChangeKind } from '../../domain/company.ts';
import { daysFrom, workingDaysFrom } from '../../domain/limit.ts';
import { sentences } from '../../domain/text.ts';
import { ADDRESS_FILING_FINE, BEYOND_SITE_LICENCE, SITE_FILING_FINE } from '../../law/penalties.ts';
import {
  addressFilingMeasures,
  domainMeasures,
  filingMeasures,
  internetInformationMeasures,
} from '../../law/services.ts';
import { licenseeLedger, systemLedger } from '../example-ledgers.ts';
import { type ChangeDuty, defineChangeRule } from './change-duty.ts';

export const TIMED = { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' } as const;

/** They are told from the day on which they take effect, with or without a telecom licence. */
export function told(
  ...kinds: readonly ChangeKind[]
): Pick<ChangeDuty, 'concerns' | 'from' | 'mustBeDated' | 'done' | 'bindsAll'> {
  const of: ReadonlySet<ChangeKind> = new Set(kinds);
  return {
    concerns: ({ what }) => of.has(what),
    from: 'effective',
    mustBeDated: of,
    done: 'reported',
    bindsAll: true,
  };
}

/** State Council Order 292, article 11: calendar days before the change takes effect. */
const DAYS_BEFORE = 30;

export const siteChange = defineChangeRule(
  'company/site-change',
  {
    ...told('service-items', 'site-address'),
    law: internetInformationMeasures,
    limitOf: daysFrom(-DAYS_BEFORE),
    act: { zh: '向原发证或者备案机关办理变更', en: 'reported to the authority that licensed or filed the site' },
    lateRemedy: {
      zh: `尚未变更的，把变更日推迟到办理之日起${DAYS_BEFORE}日以后，并改 \`effective\`；已经变更的，留好办理凭证，可删去这一条变更。`,
      en: `If the change has not been made, postpone it until ${DAYS_BEFORE} days after you report it, and update \`effective\`; if it has, keep the proof; you can then remove this entry.`,
    },
  },
  {
    summary: {
      zh: `互联网信息服务变更服务项目、网站网址的，提前${DAYS_BEFORE}日向原审核、发证或者备案机关办理变更。`,
      en: `An Internet information service reports a change of its service items or site address to the authority that approved, licensed or filed it ${DAYS_BEFORE} days in advance.`,
    },
    why: {
      zh: '期限在变更之前：先换网址、先上新项目再去办的，已经逾期。经营性的向发证机关办理，非经营性的向备案机关办理。',
      en: 'The time limit is before the change: if the site moves or a new item starts first, the report is already overdue. A commercial service reports to the issuing authority, a non-commercial one to the filing authority.',
    },
    consequence: sentences(BEYOND_SITE_LICENCE, SITE_FILING_FINE),
    remedy: {
      zh: '办理变更，然后在这一条 `company.changes` 上记 `reported: 办理日`；来不及的，推迟变更日并改 `effective`。',
      en: 'Report the change, then record `reported: DAY` in that entry of `company.changes`; if it is too late, postpone the change and update `effective`.',
    },
    statuses: TIMED,
    basis: [
      internetInformationMeasures.article('11.3', 'text'),
      internetInformationMeasures.article('19.1', 'text'),
      filingMeasures.article('14', 'secondary'),
      filingMeasures.article('26', 'secondary'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: site-address, effective: 2026-12-15 }]'),
      passes: licenseeLedger('changes: [{ what: site-address, reported: 2026-11-15, effective: 2026-12-15 }]'),
    }),
  },
);

/** Order 34, articles 10 and 13. The five days of article 13 are no working days. */
const WORKING_DAYS_TO_REFILE = 5;
const WORKING_DAYS_FOR_CONTACT = 10;
const DAYS_FOR_CUSTOMER = 5;

export const addressChange = defineChangeRule(
  'company/address-change',
  {
    ...told('ip-addresses', 'ip-contact', 'customer-addresses'),
    law: addressFilingMeasures,
    limitOf: workingDaysFrom(WORKING_DAYS_TO_REFILE),
    limits: new Map([
      ['ip-contact', workingDaysFrom(WORKING_DAYS_FOR_CONTACT)],
      ['customer-addresses', daysFrom(DAYS_FOR_CUSTOMER)],
    ]),
    act: { zh: '报备', en: 'filed' },
  },
  {
    summary: {
      zh: `IP地址分配机构的IP地址信息变化的，${WORKING_DAYS_TO_REFILE}个工作日内变更报备；联系人、联系方式变更的，${WORKING_DAYS_FOR_CONTACT}个工作日内；用户自带IP地址接入的，自提供接入之日起${DAYS_FOR_CUSTOMER}日内备案。`,
      en: `An organisation that allocates IP addresses files a change of address information within ${WORKING_DAYS_TO_REFILE} working days, a change of contact within ${WORKING_DAYS_FOR_CONTACT} working days, and the access of a customer with its own addresses within ${DAYS_FOR_CUSTOMER} days of providing it.`,
    },
    why: {
      zh: '报备信息用来按地址查找使用者：地址换了使用者而没有报备，发生事件时查到的是本公司。分给用户的地址段增减、用户信息变化，都是IP地址信息变化。',
      en: 'The filing shows who uses an address: if an address changes hands without a filing, an investigation leads to this company. Changes to address blocks assigned to customers and to customer data are changes of address information.',
    },
    consequence: ADDRESS_FILING_FINE,
    remedy: {
      zh: '在IP地址备案系统报备，然后在这一条 `company.changes` 上记 `reported: 报备日`。',
      en: 'File it in the IP address filing system, then record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: TIMED,
    basis: [
      addressFilingMeasures.article('10.1', 'text'),
      addressFilingMeasures.article('10.2', 'text'),
      addressFilingMeasures.article('13', 'text'),
      addressFilingMeasures.article('17', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('changes: [{ what: ip-addresses, effective: 2026-10-08 }]'),
      passes: systemLedger('changes: [{ what: ip-addresses, effective: 2026-10-08, reported: 2026-10-14 }]'),
    }),
  },
);

/** Order 43, article 33: calendar days after the change. */
const DAYS_FOR_DOMAIN = 30;

export const domainData = defineChangeRule(
  'company/domain-data',
  {
    ...told('domain-holder'),
    law: domainMeasures,
    limitOf: daysFrom(DAYS_FOR_DOMAIN),
    act: { zh: '向域名注册服务机构办理变更', en: 'updated at the registrar' },
  },
  {
    summary: {
      zh: `域名持有者的联系方式等信息变更的，${DAYS_FOR_DOMAIN}日内向域名注册服务机构办理注册信息变更。`,
      en: `A change of the data of a domain's holder, such as its contact, is updated at the registrar within ${DAYS_FOR_DOMAIN} days.`,
    },
    why: {
      zh: '公司更名、迁址、换联系人后，每个域名都要变更；备案和接入都会核对持有者信息。',
      en: "After a change of the company's name, address or contact, every domain must be updated; filings and access providers check the holder's data.",
    },
    consequence: {
      zh: '《互联网域名管理办法》没有为第33条规定罚款；提交虚假注册信息的，注册服务机构应当注销域名（第43条第2项）。',
      en: 'Order 43 sets no fine for article 33; the registrar cancels a domain registered with false data (article 43, item 2).',
    },
    remedy: {
      zh: '在域名注册服务机构变更注册信息，然后在这一条 `company.changes` 上记 `reported: 办理日`。',
      en: 'Change the data at the registrar, then record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: TIMED,
    basis: [domainMeasures.article('33.1', 'text'), domainMeasures.article('43(2)', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: domain-holder, of: domain, effective: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: domain-holder, of: domain, effective: 2026-10-01, reported: 2026-10-31 }]',
      ),
    }),
  },
);
