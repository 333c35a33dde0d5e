import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { addInterviewOptions } from '../../command-line/options.ts';
import type { Text } from '../../domain/text.ts';
import { declareBranch, declareChange, declareContactChange } from './change-usage.ts';
import { COMPANY_USAGES, type DutyUsage, LICENCE, SYSTEM } from './company-usage.ts';

const SERVICE = [
  '[SERVICE]',
  { zh: '编号/业务种类；只有一项业务的写编号', en: 'ID/KIND, or the id of a licence with one service' },
] as const;

const DUTIES: readonly DutyUsage[] = [
  {
    name: 'annual-report',
    summary: { zh: '已报送年度报告（码号证为码号使用报告）', en: 'an annual report was filed (also for numbers)' },
    arguments: [LICENCE, ['[YEAR]', { zh: '报告年度', en: 'the reported year' }]],
    example: [
      'ledger record annual-report isp 2025 --on 2026-02-20',
      { zh: '2025年度报告', en: 'the report for 2025' },
    ],
  },
  {
    name: 'renewal',
    summary: { zh: '已提交延续申请', en: 'renewal was applied for' },
    arguments: [LICENCE],
    example: ['ledger record renewal isp --on 2026-11-30', { zh: '已申请延续', en: 'applied on that day' }],
  },
  {
    name: 'declined',
    summary: { zh: '已报告不再延续', en: 'the authority was told that a licence or service will not be renewed' },
    arguments: [SERVICE],
    example: [
      'ledger record declined telecom/cdn --on 2026-11-30',
      { zh: '只有这一项不再延续；整张证的写编号', en: 'this service only; ID for the whole licence' },
    ],
  },
  {
    name: 'fee',
    summary: { zh: '已缴码号费', en: 'a number fee was paid' },
    arguments: [LICENCE, ['[QUARTER]', { zh: '季度，如 2026-Q3', en: 'the quarter, such as 2026-Q3' }]],
    example: ['ledger record fee number-95 2026-Q3 --on 2026-10-09', { zh: '第三季度', en: 'the third quarter' }],
  },
  {
    name: 'opened',
    summary: { zh: '已开通业务', en: 'the service was opened' },
    arguments: [SERVICE],
    example: ['ledger record opened telecom/idc --on 2022-06-01', { zh: '开通日', en: 'the day of opening' }],
  },
  {
    name: 'shown',
    summary: { zh: '已查看证号的标明', en: 'the showing of the licence number was checked' },
    arguments: [LICENCE],
    example: ['ledger record shown isp --on 2026-06-01', { zh: '查看日', en: 'checked on that day' }],
  },
  {
    name: 'disused',
    summary: { zh: '码号已停用', en: 'a number is no longer used' },
    arguments: [LICENCE],
    example: ['ledger record disused number-95 --on 2026-11-02', { zh: '停用日', en: 'last used on that day' }],
  },
  {
    name: 'end-reported',
    summary: { zh: '码号到期或停用已上报', en: 'the expiry or end of use of a number was reported' },
    arguments: [LICENCE],
    example: ['ledger record end-reported number-95 --on 2026-11-12', { zh: '上报日', en: 'reported on that day' }],
  },
  {
    name: 'province-filing',
    summary: { zh: '码号已在一省备案', en: 'a number was filed with a province' },
    arguments: [LICENCE, ['[PROVINCE]', { zh: '省份，如 河北', en: 'the province, such as 河北' }]],
    example: [
      'ledger record province-filing number-95 河北 --on 2026-11-12',
      { zh: '备案日', en: 'filed on that day' },
    ],
  },
  {
    name: 'closed',
    summary: { zh: '注销许可证（可以是将来的日期）', en: 'a licence is given up (the day may be in the future)' },
    arguments: [LICENCE],
    example: ['ledger record closed isp --on 2027-01-31', { zh: '注销日', en: 'nothing is required from that day on' }],
  },
  {
    name: 'ended',
    summary: {
      zh: '合同提前终止（可以是将来的日期）',
      en: 'a contract was terminated early (the day may be in the future)',
    },
    arguments: [['[ID]', { zh: '合同或证明的编号', en: 'id of a contract or proof' }]],
    example: ['ledger record ended line-bj-2026 --on 2026-10-15', { zh: '最后有效日', en: 'its last valid day' }],
  },
  {
    name: 'duty',
    summary: { zh: '已办自定事项', en: "one of the company's own duties was done" },
    arguments: [
      ['[DUTY]', { zh: '事项编号（duties）', en: 'id of a duty in duties' }],
      ['[PERIOD]', { zh: '哪一期，如 2026-Q3', en: 'the period, such as 2026-Q3' }],
    ],
    example: [
      'ledger record duty fire-drill 2026-Q3 --on 2026-09-12',
      { zh: '第三季度的一次', en: 'the third quarter' },
    ],
  },
  {
    name: 'evaluation',
    summary: { zh: '已完成测评', en: 'a system was evaluated' },
    arguments: [SYSTEM],
    example: ['ledger record evaluation portal --on 2026-06-01', { zh: '测评完成日', en: 'completed on that day' }],
  },
  {
    name: 'assessment',
    summary: { zh: '已完成风险评估', en: 'a risk assessment was completed' },
    arguments: [SYSTEM],
    example: ['ledger record assessment portal --on 2026-06-01', { zh: '评估完成日', en: 'completed on that day' }],
  },
  {
    name: 'verified',
    summary: { zh: '已核对原件', en: 'an entry was checked against its paper' },
    arguments: [
      [
        '[ID]',
        { zh: '条目的编号，或 company（对照营业执照）', en: 'id of an entry, or company for the business licence' },
      ],
    ],
    example: ['ledger record verified line-bj-2026', { zh: '今天核对', en: 'today' }],
  },
];

/** Puts `ledger record` and the duties below it on the command line. */
export function declareRecord(declaring: Declaring): void {
  const { program, say } = declaring;
  const command = program
    .command('record')
    .summary(say({ zh: '登记已经办完的事', en: 'record what was done' }))
    .description(say({ zh: '登记已经办完的事和办理日期。', en: 'Records what was done and on which day.' }));
  for (const usage of [...DUTIES, ...COMPANY_USAGES]) declareDuty(usage, command, declaring);
  declareChange(command, declaring);
  declareContactChange(command, declaring);
  declareBranch(command, declaring);
  addExamples(
    addLanguageOption(command, say),
    say,
    DUTIES.slice(0, 3).map(({ example }) => example),
    'writes',
  );
}

function declareDuty(
  { name, summary, arguments: words, example }: DutyUsage,
  parent: CommandUnknownOpts,
  declaring: Declaring,
): void {
  const { say, run } = declaring;
  const command = parent
    .command(name)
    .summary(say(summary))
    .description(say(summary))
    .option('--on <DATE>', say(ON), dayFor('--on'));
  for (const [word, means] of words) command.argument(word, say(means));
  addExamples(addLanguageOption(addInterviewOptions(command, say), say), say, [example], 'writes');
  command.action(async () =>
    run(async (invocation) => {
      const { record } = await import('./record.ts');
      const takes = command.registeredArguments.map((one) => one.name());
      return record({ name, takes, words: command.args }, command.opts(), invocation);
    }),
  );
}

const ON: Text = { zh: '办理日期（默认今天）', en: 'the day on which it was done (today)' };
