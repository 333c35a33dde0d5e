/** The fields of what a company adds of its own: requirements, duties and waivers. */
import type { OwnDuty, OwnRequirement, Waiver } from '../domain/ledger.ts';
import { id, owner, reason, severity, title } from './common.ts';
import {
  choice,
  day,
  days,
  entryFields,
  field,
  filled,
  kindWord,
  LONGEST,
  mapping,
  months,
  record,
  required,
  text,
  withStandard,
} from './field.ts';

export const requirementFields = entryFields<OwnRequirement>(
  {
    id: {
      ...id,
      describes: { zh: '编号；规则名为own/编号', en: 'its id; the rule is called own/ID' },
      example: 'iso27001',
    },
    licence: field('licence', {
      title: { zh: '要求谁', en: 'Licence' },
      describes: {
        zh: '对哪些业务：许可证的编号，编号/业务种类，或业务种类',
        en: 'where it applies: the id of a licence, a service ID/KIND, or a kind of service',
      },
      shape: text(),
      example: 'idc',
    }),
    for: field('for', {
      title: { zh: '适用对象', en: 'For' },
      describes: { zh: '对公司本身的要求写company', en: '`company` if it applies to the company itself' },
      shape: choice(['company']),
      example: 'company',
    }),
    needs: required(
      field('needs', {
        title: { zh: '需要', en: 'Needs' },
        describes: { zh: '需要哪种资源', en: 'the kind of resource required' },
        shape: kindWord(),
        example: 'iso27001',
      }),
    ),
    severity: withStandard(severity, 'warning'),
    reason,
    owner,
  },
  ['licence', 'for'],
);

export const everyFields = entryFields<OwnDuty['every']>({
  months: required(
    field('months', {
      title: { zh: '月数', en: 'Months' },
      describes: { zh: '每几个月一次', en: 'length of a period in months' },
      shape: months(),
      example: '3',
    }),
  ),
});

export const dutyFields = entryFields<OwnDuty>({
  id: {
    ...id,
    describes: { zh: '编号；规则名为own/编号', en: 'its id; the rule is called own/ID' },
    example: 'fire-drill',
  },
  title: required({ ...title, shape: filled(), example: '机房消防演练' }),
  for: required(
    field('for', {
      title: { zh: '适用对象', en: 'For' },
      describes: {
        zh: '对谁：许可证的编号，编号/业务种类，或company',
        en: 'where it applies: the id of a licence, a service ID/KIND, or `company`',
      },
      shape: text(),
      example: 'telecom/idc',
    }),
  ),
  every: required(
    field('every', {
      title: { zh: '周期', en: 'Every' },
      describes: { zh: '多久一次', en: 'how often it is due' },
      shape: record(everyFields),
      example: '{ months: 3 }',
    }),
  ),
  from: required(
    field('from', {
      title: { zh: '起算日', en: 'From' },
      describes: { zh: '第一个周期的第一天', en: 'the first day of its first period' },
      shape: day(),
      example: '2026-01-01',
    }),
  ),
  grace: withStandard(
    field('grace', {
      title: { zh: '宽限（天）', en: 'Grace (days)' },
      describes: {
        zh: '周期结束后还有多少天可办，不写为0',
        en: 'days after the end of a period in which it can still be done; 0 if absent',
      },
      shape: days(),
      example: '10',
    }),
    0,
  ),
  severity: withStandard(severity, 'warning'),
  owner,
  reason,
  done: withStandard(
    field('done', {
      title: { zh: '已办', en: 'Done' },
      describes: {
        zh: '已办：周期对应办理之日；周期写2026-09、2026-Q3、2026，或周期的第一天',
        en: 'done: the period and the day on which it was done; a period is 2026-09, 2026-Q3, 2026, or its first day',
      },
      shape: mapping('period', day()),
      example: '{ 2026-Q3: 2026-09-12 }',
    }),
    {},
  ),
});

export const waiverFields = entryFields<Waiver>({
  rule: required(
    field('rule', {
      title: { zh: '规则', en: 'Rule' },
      describes: { zh: '豁免哪条规则', en: 'the rule that is waived' },
      shape: filled(),
      example: 'isp/leased-line',
    }),
  ),
  entry: required(
    field('entry', {
      title: { zh: '条目', en: 'Entry' },
      describes: {
        zh: '对哪一条：编号，编号/业务种类，或company',
        en: 'the id of the entry, a service ID/KIND, or `company`',
      },
      shape: filled(),
      example: 'telecom',
    }),
  ),
  from: required(
    field('from', {
      title: { zh: '起始日', en: 'From' },
      describes: { zh: '豁免的第一天', en: 'its first day' },
      shape: day(),
      example: '2026-11-01',
    }),
  ),
  until: required(
    field('until', {
      title: { zh: '截止日', en: 'Until' },
      describes: { zh: '豁免的最后一天', en: 'its last day' },
      shape: day(),
      example: '2027-01-31',
    }),
  ),
  reason: required({ ...reason, shape: filled(LONGEST.prose), example: '新线路验收中' }),
  approvedBy: required(
    field('approvedBy', {
      title: { zh: '批准人', en: 'Approved by' },
      describes: { zh: '谁批准的', en: 'who approved it' },
      shape: filled(),
      example: '张三',
    }),
  ),
});
