/** What the law and the trade ask of single kinds of contracts: how long they may run, and in whose name they stand. */
import { addMonths, type CalendarDay, dayOf, daysBetween, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import { isInForce } from '../../domain/cover.ts';
import type { Resource } from '../../domain/ledger.ts';
import { daysFrom } from '../../domain/limit.ts';
import { defineRule, type Judgement, MET, notApplicable, report, type RuleContext } from '../../domain/rule.ts';
import { civilCode } from '../../law/company.ts';
import { baselineRequirements, domainUseNotice } from '../../law/services.ts';
import { resourceLedger } from '../example-ledgers.ts';
import { NOT_IN_FORCE, OTHER_KIND } from '../judgement.ts';

/** Baseline Requirements, section 6.3.2: the most days of a certificate that is issued from a day on. Newest first. */
const MOST_DAYS: readonly { readonly from: CalendarDay; readonly days: number }[] = [
  { from: dayOf(2029, 3, 15), days: 47 },
  { from: dayOf(2027, 3, 15), days: 100 },
  { from: dayOf(2026, 3, 15), days: 200 },
  { from: baselineRequirements.from, days: 398 },
];

export const certificateLifetime = defineRule(
  'resource/certificate-lifetime',
  { of: 'resource', run: checkLifetime },
  {
    summary: {
      zh: '公共信任的TLS证书，有效期不超过签发当日的上限：398天；2026-03-15起200天，2027-03-15起100天，2029-03-15起47天。',
      en: 'A publicly trusted TLS certificate is not valid for longer than the limit on its day of issue: 398 days; 200 from 2026-03-15, 100 from 2027-03-15, 47 from 2029-03-15.',
    },
    why: {
      zh: '超过上限的证书，主流浏览器拒绝访问。这是CA和浏览器的行业规则，不是法律，也不约束企业自建CA签发的证书。天数按签发日到最后有效日计，不计签发当日。',
      en: 'Browsers refuse a certificate that is valid for longer. This is an industry rule of certificate authorities and browsers, not a law, and it does not apply to certificates of a private CA. Days are counted from the day of issue to the last valid day, without the day of issue.',
    },
    remedy: {
      zh: '对照证书核对 `starts`（签发日）和 `expires`；确实超限的，换发新证书；企业自建CA签发的，可用 `waivers` 豁免，或登记为别的种类，例如 `private-certificate`。',
      en: 'Check `starts` (the day of issue) and `expires` against the certificate; if the limit is exceeded, replace the certificate; if a private CA issued it, waive the finding or record it as another kind, such as `private-certificate`.',
    },
    statuses: { invalid: 'warning', undetermined: 'info' },
    basis: [baselineRequirements.article('6.3.2', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: resourceLedger('certificate', 'starts: 2026-06-01', 'expires: 2027-06-30'),
      passes: resourceLedger('certificate', 'starts: 2026-09-01', 'expires: 2027-03-19'),
    }),
  },
);

const ENDLESS = notApplicable('没有到期日', 'it has no end');
const BEFORE_THE_RULE = notApplicable('签发时还没有上限', 'there was no limit when it was issued');

function checkLifetime(resource: Resource, { asOf }: RuleContext): Judgement {
  const { id, kind, starts, expires } = resource;
  if (kind !== 'certificate') return OTHER_KIND;
  if (expires === FOREVER) return ENDLESS;
  if (!isInForce(resource, asOf)) return NOT_IN_FORCE;
  if (starts === undefined) {
    return report({
      status: 'undetermined',
      at: { entry: id, field: 'starts' },
      message: {
        zh: '没有登记签发日，无法判断有效期是否超过上限',
        en: 'its day of issue is not on record, so whether it is valid for too long is unknown',
      },
      remedy: {
        zh: '对照证书填写 `starts`（签发日）。',
        en: 'Fill in `starts`, the day of issue, from the certificate.',
      },
    });
  }
  const limit = MOST_DAYS.find(({ from }) => from <= starts)?.days;
  if (limit === undefined) return BEFORE_THE_RULE;
  // The hours are not in the ledger: one that is issued at noon for 200 days ends on the 201st calendar day.
  const days = daysBetween(starts, expires);
  if (days <= limit) return MET;
  return report({
    status: 'invalid',
    at: { entry: id, field: 'expires' },
    sum: daysFrom(limit)(starts).sum,
    message: {
      zh: `有效期${days}天，${formatDay(starts)}签发的公共信任证书不得超过${limit}天，浏览器会拒绝`,
      en: `it is valid for ${days} days; a publicly trusted certificate issued on ${formatDay(starts)} may not exceed ${limit}, and browsers refuse it`,
    },
  });
}

export const domainRegistrant = defineRule(
  'resource/domain-registrant',
  { of: 'resource', run: checkRegistrant },
  {
    summary: {
      zh: '从事互联网信息服务的域名，注册在本单位名下。',
      en: 'A domain used for Internet information services is registered in the name of the company.',
    },
    why: {
      zh: '单位使用的域名，注册者应当是本单位（含公司股东）、主要负责人或高级管理人员；接入服务者查到注册者不符的，不得提供接入。通知施行前已备案的域名除外。',
      en: "The registrant of a company's domain is the company itself, a shareholder, its head or a senior manager; access providers must not provide access for any other. Domains filed before the notice took effect are exempt.",
    },
    remedy: {
      zh: '注册者是股东、主要负责人或高级管理人员的，留好证明，用 `waivers` 豁免；否则把域名过户到本单位，并更新 `registrant`。公司改过名的，到注册商更新注册信息。',
      en: 'If the registrant is a shareholder, the head or a senior manager, keep the proof and waive the finding; otherwise transfer the domain to the company and update `registrant`. If the company changed its name, update the registration at the registrar.',
    },
    statuses: { mismatch: 'warning', undetermined: 'info' },
    basis: [domainUseNotice.article('1(2)', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: resourceLedger('domain', 'title: example.com', 'expires: 2029-12-31', 'registrant: 张三'),
      passes: resourceLedger('domain', 'title: example.com', 'expires: 2029-12-31', 'registrant: 示例云网科技有限公司'),
    }),
  },
);

function checkRegistrant(resource: Resource, { ledger, asOf }: RuleContext): Judgement {
  const { id, kind, registrant } = resource;
  const { name } = ledger.company;
  if (kind !== 'domain') return OTHER_KIND;
  if (!isInForce(resource, asOf)) return NOT_IN_FORCE;
  if (registrant === undefined || plain(registrant) === '') {
    return report({
      status: 'undetermined',
      at: { entry: id, field: 'registrant' },
      message: { zh: '没有登记域名注册者', en: 'the registrant is not on record' },
      remedy: {
        zh: '到注册商查询，填写 `registrant`（域名注册者）。',
        en: 'Look it up at the registrar and fill in `registrant`.',
      },
    });
  }
  if (plain(registrant) === plain(name)) return MET;
  return report({
    status: 'mismatch',
    at: { entry: id, field: 'registrant' },
    message: {
      zh: `注册者是${registrant}，不是${name}；只有本单位、公司股东、主要负责人或高级管理人员可以作注册者`,
      en: `the registrant is ${registrant}, not ${name}; only the company, a shareholder, its head or a senior manager may be`,
    },
  });
}

/** Registries write （北京） or (北京), with or without spaces, in either case. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

const LEASES: ReadonlySet<string> = new Set(['machine-room', 'site-lease']);

/** Civil Code, article 705. */
const MOST_YEARS = 20;

export const leaseTerm = defineRule(
  'resource/lease-term',
  { of: 'resource', run: checkTerm },
  {
    summary: {
      zh: `机房和场地的租赁期限不超过${MOST_YEARS}年。`,
      en: `A machine room or site is leased for no more than ${MOST_YEARS} years.`,
    },
    why: {
      zh: `无论合同约定到哪一天，满${MOST_YEARS}年后即没有依据继续使用。`,
      en: `Whatever the contract says, there is no right to the premises after ${MOST_YEARS} years.`,
    },
    consequence: {
      zh: `《民法典》第705条第1款：租赁期限超过${MOST_YEARS}年的，超过部分无效。`,
      en: `Civil Code, article 705, paragraph 1: the part of the term beyond ${MOST_YEARS} years is void.`,
    },
    remedy: {
      zh: `把 \`expires\` 改为满${MOST_YEARS}年的那一天，期满前续订；续订的期限从续订之日起重新计算。`,
      en: `Set \`expires\` to the end of the ${MOST_YEARS} years and renew before it; the term of a renewal is counted from its own day.`,
    },
    statuses: { invalid: 'warning', undetermined: 'info' },
    basis: [civilCode.article('705', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: resourceLedger('site-lease', 'starts: 2024-01-01', 'expires: 2053-12-31'),
      passes: resourceLedger('site-lease', 'starts: 2024-01-01', 'expires: 2043-12-31'),
    }),
  },
);

function checkTerm(resource: Resource, { asOf }: RuleContext): Judgement {
  const { id, kind, starts, expires } = resource;
  if (!LEASES.has(kind)) return OTHER_KIND;
  if (expires === FOREVER) return ENDLESS;
  if (!isInForce(resource, asOf)) return NOT_IN_FORCE;
  if (starts === undefined) {
    return report({
      status: 'undetermined',
      at: { entry: id, field: 'starts' },
      message: {
        zh: `没有登记起租日，无法判断租期是否超过${MOST_YEARS}年`,
        en: `its first day is not on record, so whether the lease is longer than ${MOST_YEARS} years is unknown`,
      },
      remedy: { zh: '对照合同填写 `starts`（起租日）。', en: 'Fill in `starts`, its first day, from the contract.' },
    });
  }
  // The first day does not count, so that the term ends on the same date (Civil Code, articles 201 and 202).
  const date = addMonths(starts, MOST_YEARS * 12);
  if (expires <= date) return MET;
  return report({
    status: 'invalid',
    date,
    at: { entry: id, field: 'expires' },
    sum: {
      zh: `${formatDay(starts)} + ${MOST_YEARS}年 = ${formatDay(date)}`,
      en: `${formatDay(starts)} + ${MOST_YEARS} years = ${formatDay(date)}`,
    },
    message: {
      zh: `租期到${formatDay(expires)}，超过${MOST_YEARS}年；${formatDay(date)}以后的部分无效`,
      en: `the lease runs to ${formatDay(expires)}, longer than ${MOST_YEARS} years; the part after ${formatDay(date)} is void`,
    },
  });
}
