/** What a change of the company asks of its telecom licences: reports, consent, and notice ahead. */
import type { ChangeKind } from '../../domain/company.ts';
import { daysFrom } from '../../domain/limit.ts';
import { sentences } from '../../domain/text.ts';
import { order42, telecomRegulations } from '../../law/licensing.ts';
import { LICENCE_TRANSFER, LICENSING_FINE, UNLICENSED_BUSINESS } from '../../law/penalties.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { defineChangeRule } from './change-duty.ts';

/** Order 42, article 29: calendar days after the change was registered. */
const DAYS_TO_REPORT = 30;

const REPORTED: ReadonlySet<ChangeKind> = new Set(['name', 'legal-representative', 'registered-capital']);

/** A new name, legal representative or capital is reported to the authority that issued the licence. */
export const changeReport = defineChangeRule(
  'company/change-report',
  {
    concerns: ({ what }) => REPORTED.has(what),
    law: order42,
    from: 'registered',
    limitOf: daysFrom(DAYS_TO_REPORT),
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向发证机关办理许可证变更', en: 'reported to the issuing authority' },
  },
  {
    summary: {
      zh: `公司名称、法定代表人、注册资本变更的，自完成变更登记之日起${DAYS_TO_REPORT}日内向发证机关办理许可证变更。`,
      en: `A change of company name, legal representative or registered capital is reported to the issuing authority within ${DAYS_TO_REPORT} days of its registration.`,
    },
    why: {
      zh: '许可证须与营业执照一致：名称、法定代表人写在证上，注册资本是发证的条件。不一致的，年报、延续和检查时都要说明。',
      en: 'The licence must agree with the business licence: the name and legal representative are on it, and the capital is a condition for it. Annual reports, renewals and inspections compare them.',
    },
    consequence: LICENSING_FINE,
    remedy: {
      zh: '在电信业务综合管理平台提交变更，然后在这一条 `company.changes` 上记 `reported: 提交日`。',
      en: 'File the change on the telecom business platform, then record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [order42.article('29', 'text'), order42.article('48', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: legal-representative, decided: 2026-09-10, registered: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: legal-representative, decided: 2026-09-10, registered: 2026-10-01, reported: 2026-10-31 }]',
      ),
    }),
  },
);

/** Order 42, article 28: calendar days after the company's decision. */
const DAYS_TO_APPLY = 30;

const APPLIED_FOR: ReadonlySet<ChangeKind> = new Set(['entity', 'scope']);

/** A change of the operating entity or of the business scope is applied for. */
export const changeApproval = defineChangeRule(
  'company/change-approval',
  {
    concerns: ({ what }) => APPLIED_FOR.has(what),
    law: order42,
    from: 'decided',
    limitOf: daysFrom(DAYS_TO_APPLY),
    mustBeDated: APPLIED_FOR,
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向原发证机关提出申请', en: 'applied for at the issuing authority' },
  },
  {
    summary: {
      zh: `变更经营主体或业务范围的，自公司作出决定之日起${DAYS_TO_APPLY}日内向原发证机关提出申请。`,
      en: `A change of the operating entity or of the business scope is applied for within ${DAYS_TO_APPLY} days of the company's decision.`,
    },
    why: {
      zh: '合并、分立、股东变化导致经营主体变更，或者扩大、缩小业务种类和覆盖范围，都要先经批准；未经批准就按变更后的情况经营，属于超出许可经营。',
      en: 'A merger, a split, a change of shareholders that changes the operating entity, or a change of services or coverage needs approval first; operating under the change before approval is operating beyond the licence.',
    },
    consequence: sentences(
      {
        zh: '未经批准就按变更后的主体、业务种类或者覆盖范围经营的，按擅自经营或者超范围经营处罚。',
        en: 'Operating under the changed entity, services or coverage before approval is punished as operating without a licence or beyond it.',
      },
      UNLICENSED_BUSINESS,
    ),
    remedy: {
      zh: '在电信业务综合管理平台提出变更申请，然后在这一条 `company.changes` 上记 `reported: 申请日`；获准后记 `approved`。',
      en: 'Apply on the telecom business platform, then record `reported: DAY` in that entry of `company.changes`, and `approved` once it is approved.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [order42.article('28.1', 'text'), order42.article('46', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: scope, decided: 2026-10-01 }]'),
      passes: licenseeLedger('changes: [{ what: scope, decided: 2026-10-01, reported: 2026-10-31 }]'),
    }),
  },
);

/** No text: the period of Order 42, article 29, as the counters that ask for it count. */
const DAYS_IN_PRACTICE = 30;

const ASKED_BY_SOME: ReadonlySet<ChangeKind> = new Set(['address', 'shareholders']);

/** Some provinces want to be told of more than Order 42 names. */
export const changePractice = defineChangeRule(
  'company/change-practice',
  {
    concerns: ({ what }) => ASKED_BY_SOME.has(what),
    law: order42,
    from: 'registered',
    limitOf: daysFrom(DAYS_IN_PRACTICE),
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '在电信业务综合管理平台更新', en: 'updated on the telecom business platform' },
  },
  {
    summary: {
      zh: `住所、股东变更登记后，宜在${DAYS_IN_PRACTICE}日内告知发证机关。`,
      en: `It is advisable to report a change of address or shareholders to the issuing authority within ${DAYS_IN_PRACTICE} days of its registration.`,
    },
    why: {
      zh: '这几项不在《电信业务经营许可管理办法》要求办理变更的事项内，但一些省份的通信管理局要求更新，年报和延续时也会核对，属于实务要求。股东变化导致经营主体变更的，应按经营主体变更申请。',
      en: 'Order 42 does not list these changes, but some provinces ask for an update, and annual reports and renewals check it: this is practice. A change of shareholders that changes the operating entity must be applied for as such.',
    },
    remedy: {
      zh: '向当地通信管理局确认是否需要办理；更新后在这一条 `company.changes` 上记 `reported: 更新日`。',
      en: 'Ask the local communications administration whether an update is needed; after the update, record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: { due: 'info', overdue: 'warning' },
    basis: [order42.whole('practice')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: address, decided: 2026-09-10, registered: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: address, decided: 2026-09-10, registered: 2026-10-01, reported: 2026-11-20 }]',
      ),
    }),
  },
);

/** Telecommunications Regulations, article 15: calendar days before the change takes effect. */
const DAYS_BEFORE = 90;

const ENDS: ReadonlySet<ChangeKind> = new Set(['cessation', 'transfer']);
const AHEAD: ReadonlySet<ChangeKind> = new Set([...ENDS, 'entity', 'scope']);

/** Who stops, hands over, or changes entity or scope applies long before. */
export const cessationNotice = defineChangeRule(
  'company/cessation-notice',
  {
    concerns: ({ what }) => AHEAD.has(what),
    law: telecomRegulations,
    from: 'effective',
    limitOf: daysFrom(-DAYS_BEFORE),
    mustBeDated: ENDS,
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向原发证机关提出申请', en: 'applied for at the issuing authority' },
    lateRemedy: {
      zh: `尚未生效的，与发证机关商定，把 \`effective\` 推迟到申请日起${DAYS_BEFORE}日以后；已经生效的，留好办理凭证，可删去这一条变更。`,
      en: `If the change has not taken effect, agree with the authority to postpone \`effective\` until ${DAYS_BEFORE} days after the application; if it has, keep the proof of the application; you can then remove this entry.`,
    },
  },
  {
    summary: {
      zh: `停止经营、转让业务，或者变更经营主体、业务范围的，提前${DAYS_BEFORE}日向原发证机关提出申请。`,
      en: `Stopping or transferring the business, or changing its operating entity or scope, is applied for ${DAYS_BEFORE} days in advance.`,
    },
    why: {
      zh: `《电信条例》要求提前${DAYS_BEFORE}日申请；停止经营的，还要做好用户善后。它与《电信业务经营许可管理办法》自决定之日起30日内申请的规定并行，两个期限都要满足。`,
      en: `The Telecommunications Regulations require ${DAYS_BEFORE} days, and an operator that stops must make arrangements for its users. This applies beside the 30 days after the decision under Order 42: both must be met.`,
    },
    consequence: sentences(
      {
        zh: '停止经营不按《电信业务经营许可管理办法》第31条申请的，处罚见第48条；转让许可证的，见《电信条例》第68条。',
        en: 'Stopping without the application under Order 42, article 31, is punished under article 48; transferring the licence, under article 68 of the Telecommunications Regulations.',
      },
      LICENSING_FINE,
      LICENCE_TRANSFER,
    ),
    remedy: {
      zh: `向原发证机关提出申请，然后在这一条 \`company.changes\` 上记 \`reported: 申请日\`；来不及的，推迟生效日并改 \`effective\`。`,
      en: 'Apply to the issuing authority, then record `reported: DAY` in that entry of `company.changes`; if it is too late, postpone the change and update `effective`.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [telecomRegulations.article('15', 'text'), order42.article('31', 'text'), order42.article('48', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: cessation, decided: 2026-11-01, effective: 2027-01-31 }]'),
      passes: licenseeLedger(
        'changes: [{ what: cessation, decided: 2026-10-01, reported: 2026-11-02, effective: 2027-01-31 }]',
      ),
    }),
  },
);
