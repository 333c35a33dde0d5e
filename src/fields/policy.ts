/** The fields of the policy. */
import { type Policy, POLICY_DEFAULTS } from '../domain/ledger.ts';
import type { YearArrangement } from '../domain/working-calendar.ts';
import {
  day,
  days,
  entryFields,
  evidenceKinds,
  field,
  filled,
  list,
  mapping,
  months,
  record,
  text,
  timezoneName,
  warnWithinOf,
  withStandard,
} from './field.ts';

export const arrangementFields = entryFields<YearArrangement>({
  holidays: withStandard(
    field('holidays', {
      title: { zh: '放假', en: 'Holidays' },
      describes: { zh: '放假的日子，周末不必写', en: 'days off; weekends need not be listed' },
      shape: list(day()),
      example: '[2027-01-01]',
    }),
    [],
  ),
  workdays: withStandard(
    field('workdays', {
      title: { zh: '调休上班', en: 'Workdays' },
      describes: { zh: '调休上班的周末', en: 'weekend days that are workdays' },
      shape: list(day()),
      example: '[2027-02-20]',
    }),
    [],
  ),
});

export const policyFields = entryFields<Policy>({
  warnWithin: withStandard(
    field('warnWithin', {
      title: { zh: '提前提醒（天）', en: 'Warn within (days)' },
      describes: {
        zh: '提前多少天提醒，不写为60；可按种类分写：default、renewal（延续）和资源的种类',
        en: 'days of warning, 60 if absent; or by kind: `default`, `renewal` (of licences) and kinds of resource',
      },
      shape: warnWithinOf(),
      example: '{ default: 60, renewal: 120, certificate: 30 }',
    }),
    POLICY_DEFAULTS.warnWithin,
  ),
  timezone: withStandard(
    field('timezone', {
      title: { zh: '时区', en: 'Time zone' },
      describes: {
        zh: '按哪个时区算今天，不写为Asia/Shanghai',
        en: 'the time zone that decides which day is today; Asia/Shanghai if absent',
      },
      shape: timezoneName(),
      example: 'Asia/Shanghai',
    }),
    POLICY_DEFAULTS.timezone,
  ),
  since: field('since', {
    title: { zh: '起查日', en: 'Since' },
    describes: {
      zh: '此日之前到期的定期义务不检查',
      en: 'periodic duties that fell due before this day are not checked',
    },
    shape: day(),
    example: '2026-01-01',
  }),
  maxWaiverDays: withStandard(
    field('maxWaiverDays', {
      title: { zh: '豁免最长（天）', en: 'Longest waiver (days)' },
      describes: { zh: '豁免最长多少天，不写为180', en: 'days that a waiver may run; 180 if absent' },
      shape: days(),
      example: '180',
    }),
    POLICY_DEFAULTS.maxWaiverDays,
  ),
  verifyWithin: field('verifyWithin', {
    title: { zh: '核对周期（月）', en: 'Verify within (months)' },
    describes: {
      zh: '每条最长多少个月须与原件核对一次，不写则不要求',
      en: 'months within which each entry must be checked against its paper again; not required if absent',
    },
    shape: months(),
    example: '12',
  }),
  requireEvidence: withStandard(
    field('requireEvidence', {
      title: { zh: '须有凭证', en: 'Require evidence' },
      describes: {
        zh: '哪些种类的条目须有凭证；全部写all',
        en: 'kinds whose entries must have an evidence file; `all` for every kind',
      },
      shape: evidenceKinds(),
      example: '[leased-line]',
    }),
    POLICY_DEFAULTS.requireEvidence,
  ),
  owner: field('owner', {
    title: { zh: '负责人', en: 'Owner' },
    describes: { zh: '没有写明负责人的，由谁负责', en: 'the owner of entries that do not name one' },
    shape: text(),
    example: '合规部',
  }),
  approvers: withStandard(
    field('approvers', {
      title: { zh: '豁免批准人', en: 'Approvers' },
      describes: { zh: '谁可以批准豁免，不写则不限', en: 'who may approve waivers; anybody if absent' },
      shape: list(filled()),
      example: '[张三, 李四]',
    }),
    POLICY_DEFAULTS.approvers,
  ),
  workingDays: withStandard(
    field('workingDays', {
      title: { zh: '放假安排', en: 'Working days' },
      describes: {
        zh: '本程序还没有收录的年份的放假安排',
        en: 'the working calendar of a year that this version of the program does not have',
      },
      shape: mapping('year', record(arrangementFields)),
      example: '{ 2027: { holidays: [2027-01-01], workdays: [] } }',
    }),
    POLICY_DEFAULTS.workingDays,
  ),
  number700Notice: withStandard(
    field('number700Notice', {
      title: { zh: '700试点通知日', en: '700 pilot notice' },
      describes: {
        zh: '700试点通知之日，不写为2025-07-03',
        en: 'the day of the notice that began the 700 pilot; 2025-07-03 if absent',
      },
      shape: day(),
      example: '2025-07-03',
    }),
    POLICY_DEFAULTS.number700Notice,
  ),
});
