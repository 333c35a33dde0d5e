/** What the holder of a number owes: its term and its renewal, and for an allotted number its yearly report, fee and use. */
import { recordDone, recordRenewal, renewPaper } from '../../domain/fix.ts';
import type { Licence } from '../../domain/ledger.ts';
import { definePaperRule, type LicenceProfile } from '../../domain/licence-kind.ts';
import { type Judgement, notApplicable, type Rule, type RuleCheck } from '../../domain/rule.ts';
import { sentences } from '../../domain/text.ts';
import { licensingLaw } from '../../law/licensing.ts';
import { number700Notice, numberMeasures, numberReportNotice, numberServiceGuide } from '../../law/numbers.ts';
import { numberFine, numberMisuse, numberTakenBack } from '../../law/penalties.ts';
import { kindsByName } from '../index.ts';
import { judgeAnnualReport } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { judgeExpiry, judgeRenewal, type PaperEnd } from '../shared/term.ts';
import { contactChange } from './contact-change.ts';
import { endReport } from './end-report.ts';
import { fee } from './fee.ts';
import { NUMBER_RENEWAL_LEAD_DAYS } from './grant.ts';
import { holder, term } from './holder.ts';
import { provinceFiling } from './province-filing.ts';
import { startOfUse } from './start-of-use.ts';

type GrantedBy = NonNullable<LicenceProfile['grantedBy']>;

function grantOf({ services }: Licence): GrantedBy {
  return kindsByName.get(services[0]?.kind ?? '')?.grantedBy ?? 'allotment';
}

const ALLOTMENT = [
  licensingLaw.article('70(1)', 'text'),
  numberMeasures.article('5', 'text'),
  numberMeasures.article('19.1', 'text'),
];
const PILOT = [numberMeasures.article('5', 'text'), number700Notice.whole('secondary')];
/** The block belongs to basic operators; the company has a contract. */
const CONTRACT = [numberServiceGuide.whole('practice')];

function endOf(licence: Licence): PaperEnd {
  switch (grantOf(licence)) {
    case 'allotment':
      return {
        paper: { zh: '码号证书', en: 'the number certificate' },
        basis: ALLOTMENT,
        unrenewed: {
          zh: '使用期限届满未延续的，许可注销，此后不得继续使用。延续申请其实已按时提交的，登记实际的申请日；没有按时提交、仍要使用的，向发证机关确认还能否延续，不能的重新申请码号，取得新证书后用 `ledger add` 登记，原码号用 `ledger record closed` 登记交回日。',
          en: 'A grant that ends without renewal is cancelled, and the number may not be used after its end. If renewal was in fact applied for in time, record the actual day. If it was not and the number is still needed, ask the authority whether it can still be renewed; if not, apply for a number anew, record it with `ledger add` once it is granted, and record with `ledger record closed` the day on which the old one was given back.',
        },
      };
    case 'pilot':
      return {
        paper: { zh: '试点码号的使用许可', en: 'the grant of the pilot numbers' },
        basis: PILOT,
        remedy: {
          zh: '已获延续的，把 `expires` 改为新文件上的最后有效日；不再使用的，用 `closed` 记下停用日。',
          en: 'If it was renewed, set `expires` to the last day on the new paper; if the numbers are no longer used, record the day in `closed`.',
        },
      };
    case 'contract':
      return {
        paper: { zh: '码号合同', en: 'the contract for the number' },
        basis: CONTRACT,
        remedy: {
          zh: '与基础电信企业续约，把 `expires` 改为新合同的最后有效日；不再使用的，用 `closed` 记下停用日。',
          en: 'Renew the contract with the operator and set `expires` to its last day; if the number is no longer used, record the day in `closed`.',
        },
        fix: { command: ['ledger', 'renew', licence.id, '--expires', '+1y'] },
      };
  }
}

const renewal = definePaperRule(
  'number/renewal',
  (licence, context) => judgeRenewal(licence, context, { zh: '可能不予延续', en: 'it may be refused' }),
  {
    summary: {
      zh: `码号的使用许可最迟在到期前${NUMBER_RENEWAL_LEAD_DAYS}日申请延续。`,
      en: `Renewal of an allotted number is applied for at least ${NUMBER_RENEWAL_LEAD_DAYS} days before its term ends.`,
    },
    why: {
      zh: '码号规章没有规定提前多少日申请，适用行政许可法的一般规定：到期30日前申请延续。逾期申请的可能不予延续，码号随之收回。代理机构多说提前90日，宜早不宜迟。',
      en: 'The rules on numbers set no time, so the general provision of the Administrative Licensing Law applies: 30 days before the end. A late application may be refused and the number taken back. Many agencies advise 90 days; earlier is safer.',
    },
    remedy: {
      zh: '在电信网码号资源使用和调整审批系统提交延续申请，然后在码号条目上记 `renewal: { applied: 申请日 }`；不再使用的，记 `renewal: { declined: 报告日 }`。',
      en: 'Apply in the number approval system of the ministry, then record `renewal: { applied: DAY }` on the number; if it will no longer be used, record `renewal: { declined: DAY }`.',
    },
    consequence: sentences(numberTakenBack(4), numberMisuse(3)),
    fix: recordRenewal,
    statuses: { due: 'warning', overdue: 'error', late: 'error', undetermined: 'warning' },
    basis: [licensingLaw.article('50', 'text'), numberMeasures.article('19.2', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', expires: '2027-02-01' }),
      passes: exampleLedger({ kind: 'number-95', expires: '2027-02-01', also: 'renewal: { applied: 2026-11-20 }' }),
    }),
  },
);

const expiry = definePaperRule('number/expiry', (licence, context) => judgeExpiry(licence, context, endOf(licence)), {
  summary: {
    zh: '码号在证书、批复或合同写明的使用期限内。',
    en: 'A number is in the term stated in its certificate, approval or contract.',
  },
  why: {
    zh: '码号归国家所有，经批准才能使用；使用期限届满未延续的，许可注销，继续使用就是超期使用码号。400号码由基础电信企业持有，企业只是合同用户；合同到期未续，号码就会停机。',
    en: 'Numbers belong to the state and may be used only with approval; a grant that ends without renewal is cancelled, and further use is use beyond the term. 400 numbers are held by basic operators, and companies are only their customers; when the contract ends without renewal, the number stops working.',
  },
  remedy: {
    zh: '已获延续的，把 `expires` 改为新证书上的最后有效日；不再使用的，用 `closed` 记下交回日。',
    en: 'If it was renewed, set `expires` to the last day on the new certificate; if the number was given back, record the day in `closed`.',
  },
  consequence: sentences(numberTakenBack(4), numberMisuse(3)),
  fix: renewPaper,
  statuses: { expired: 'error', expiring: 'warning' },
  basis: [...ALLOTMENT, number700Notice.whole('secondary'), ...CONTRACT],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'number-95', expires: '2026-11-20', also: 'endReported: 2026-11-20' }),
    passes: exampleLedger({ kind: 'number-95' }),
  }),
});

/** Article 25 binds operators alone; anybody else reports by the yearly notices. */
const BY_NOTICE = [numberReportNotice.whole('secondary')];

function isHeldByOther({ services }: Licence): boolean {
  return services.every((service) => holder.of(service) === 'service-enterprise');
}

const annualReport = definePaperRule(
  'number/annual-report',
  (licence, context) =>
    judgeAnnualReport(licence, context, {
      report: { zh: '码号年报', en: 'number report' },
      from: numberReportNotice.from,
      basis: isHeldByOther(licence) ? BY_NOTICE : undefined,
    }),
  {
    summary: {
      zh: '上年12月31日持有码号的，3月31日前报送码号资源使用情况年报。',
      en: 'The holder of an allotted number on 31 December reports its use by 31 March.',
    },
    why: {
      zh: '电信业务经营者每年3月底前向原分配机关报告上年使用情况和本年需求，报工业和信息化部的同时抄报当地通信管理局；其他使用者按工业和信息化部逐年发布的通知报送。期限以当年通知为准；是否如实报送也是随机抽查的内容。',
      en: "Telecom operators report the use in the last year and the need for this year by the end of March to the authority that allotted the number, with a copy to the local communications administration if that is the ministry; other holders follow the ministry's yearly notice. The notice of the year decides on the deadline. Spot checks verify the report.",
    },
    consequence: numberFine(6),
    remedy: {
      zh: '在电信网码号资源使用和调整审批系统填报，然后在码号条目的 `annualReports` 下记 `年份: 报送日`。',
      en: 'File it in the number approval system of the ministry, then record `YEAR: DAY` under `annualReports` of the number.',
    },
    fix: recordDone('annual-report'),
    statuses: { due: 'warning', overdue: 'error' },
    hasPeriods: true,
    basis: [numberMeasures.article('25.1', 'text'), ...BY_NOTICE],
    examples: () => ({
      asOf: '2026-03-01',
      fails: exampleLedger({ kind: 'number-95', issued: '2025-06-01', expires: '2030-05-31', since: '2026-03-01' }),
      passes: exampleLedger({
        kind: 'number-95',
        issued: '2025-06-01',
        expires: '2030-05-31',
        since: '2026-03-01',
        also: 'annualReports: { 2025: 2026-02-20 }',
      }),
    }),
  },
);

const NOT_ALLOTTED = notApplicable('不是分配的码号', 'it is not an allotted number');

/** What only the holder of an allotted number owes, not who is in the pilot or holds a contract. */
function allotted(rule: Rule): Rule {
  return { ...rule, check: onlyAllotted(rule.check) };
}

function onlyAllotted(check: RuleCheck): RuleCheck {
  if (check.of === 'licence') {
    return { of: 'licence', run: (licence, context) => where(licence, () => check.run(licence, context)) };
  }
  if (check.of !== 'service') return check;
  return { of: 'service', run: (granted, context) => where(granted.licence, () => check.run(granted, context)) };
}

function where(licence: Licence, judge: () => Judgement): Judgement {
  return grantOf(licence) === 'allotment' ? judge() : NOT_ALLOTTED;
}

/** The order in which they are listed. */
export const numberRules: readonly Rule[] = [
  renewal,
  expiry,
  ...[term, annualReport, fee, contactChange, startOfUse, provinceFiling, endReport].map(allotted),
];
