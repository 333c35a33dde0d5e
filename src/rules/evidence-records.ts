/** What the ledger says of its papers: that each entry has a file behind it, and that somebody looks at it again. */
import { addMonths, daysBetween, formatDay } from '../domain/calendar-day.ts';
import { addEvidence, recordOnDay } from '../domain/fix.ts';
import type { Licence, Resource } from '../domain/ledger.ts';
import { defineRule, type Judgement, MET, notApplicable, report, type RuleContext } from '../domain/rule.ts';
import { count } from '../domain/text.ts';
import * as sample from './example-ledgers.ts';
import { isLicence, whyClosed } from './judgement.ts';

export const none = defineRule(
  'evidence/none',
  { of: 'entry', run: checkNone },
  {
    summary: {
      zh: '公司要求留档的条目，都登记了凭证文件。',
      en: 'Every entry for which the company requires evidence has an evidence file.',
    },
    why: {
      zh: '检查时须出示原件或扫描件。公司在 `policy.requireEvidence` 中写明了哪些条目必须有。',
      en: 'Inspections ask for the original or a scan. The company lists in `policy.requireEvidence` which entries must have one.',
    },
    remedy: {
      zh: '把扫描件放进仓库，用 `ledger evidence add` 登记。',
      en: 'Put the scan into the repository and record it with `ledger evidence add`.',
    },
    fix: ({ subject }) => addEvidence(subject),
    statuses: { missing: 'warning' },
    basis: [],
    examples: () => ({
      asOf: sample.AS_OF,
      fails: sample.ledgerRequiring('domain'),
      passes: sample.ledgerRequiring('certificate'),
    }),
  },
);

const NOTHING_REQUIRED = notApplicable(
  '公司没有要求留档（policy.requireEvidence）',
  'policy.requireEvidence is not set',
);
const NOT_REQUIRED = notApplicable(
  '公司没有要求这一种类留档（policy.requireEvidence）',
  'policy.requireEvidence does not ask for its kind',
);

function checkNone(entry: Licence | Resource, context: RuleContext): Judgement {
  const { requireEvidence: required } = context.ledger.policy;
  if (required.length === 0) return NOTHING_REQUIRED;
  if (required !== 'all' && !kindsOf(entry).some((kind) => required.includes(kind))) return NOT_REQUIRED;
  const closed = whyClosed(entry, context);
  if (closed !== undefined) return closed;
  if (entry.evidence.length > 0) return MET;
  return report({
    status: 'missing',
    at: { entry: entry.id, field: 'evidence' },
    message: { zh: '没有登记凭证文件', en: 'no evidence file is on record' },
  });
}

function kindsOf(entry: Licence | Resource): readonly string[] {
  return isLicence(entry) ? ['licence', ...entry.services.map(({ kind }) => kind)] : [entry.kind];
}

/** Asked only where `policy.verifyWithin` says within how many months somebody is to look. */
export const unread = defineRule(
  'evidence/unread',
  { of: 'entry', run: checkUnread },
  {
    summary: {
      zh: '每个条目都在规定的月数内与原件核对过。',
      en: 'Every entry has been checked against its paper within the months that the policy sets.',
    },
    why: {
      zh: '合同会变更，登记会出错。长期无人核对的条目不可靠。',
      en: 'Contracts change and entries contain mistakes; an entry that nobody has checked for a long time is not reliable.',
    },
    remedy: {
      zh: '拿原件核对，再用 `ledger record verified` 登记核对日。',
      en: 'Check it against the paper, then record the day with `ledger record verified`.',
    },
    fix: recordOnDay('verified'),
    statuses: { stale: 'warning' },
    basis: [],
    examples: () => ({
      asOf: sample.AS_OF,
      fails: sample.ledgerVerified('2026-05-20'),
      passes: sample.ledgerVerified('2026-05-21'),
    }),
  },
);

const NOBODY_ASKS = notApplicable('公司没有规定核对期限（policy.verifyWithin）', 'policy.verifyWithin is not set');

function checkUnread(entry: Licence | Resource, context: RuleContext): Judgement {
  const { asOf, ledger } = context;
  const { verifyWithin } = ledger.policy;
  if (verifyWithin === undefined) return NOBODY_ASKS;
  const closed = whyClosed(entry, context);
  if (closed !== undefined) return closed;
  const { id, verified } = entry;
  const common = { status: 'stale', at: { entry: id, field: 'verified' } } as const;
  if (verified === undefined || verified > asOf) {
    return report({
      ...common,
      message: { zh: '没有与原件核对过的记录', en: 'it has not been checked against the paper' },
    });
  }
  const date = addMonths(verified, verifyWithin);
  if (asOf <= date) return { state: 'met', until: date };
  return report({
    ...common,
    date,
    sum: {
      zh: `${formatDay(verified)} + ${verifyWithin}个月 = ${formatDay(date)}`,
      en: `${formatDay(verified)} + ${count(verifyWithin, 'month')} = ${formatDay(date)}`,
    },
    message: {
      zh: `上次核对是${formatDay(verified)}，已超过${verifyWithin}个月（应在${formatDay(date)}前再核对）`,
      en: `last checked against the paper on ${formatDay(verified)}, and due again by ${formatDay(date)}, ${count(daysBetween(date, asOf), 'day')} ago`,
    },
  });
}
