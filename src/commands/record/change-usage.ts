/** The changes that must be told to an authority: of the company, of its branches, and of the contact of a grant of numbers. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { dayFor, oneOf } from '../../command-line/option-values.ts';
import { addInterviewOptions } from '../../command-line/options.ts';
import { BRANCH_CHANGES, CHANGE_KINDS } from '../../domain/company.ts';
import { BRANCH_NAMES, CHANGE_NAMES } from '../../fields/choices.ts';
import { provinceNames, PROVINCES } from '../../fields/provinces.ts';

/** Puts `ledger record change` on the command line. */
export function declareChange(parent: CommandUnknownOpts, { say, run }: Declaring): void {
  const command = parent
    .command('change')
    .summary(say({ zh: '公司变更，或已报告发证机关', en: 'a change of the company, or that it was reported' }))
    .description(
      say({
        zh: '台账中尚未报告的变更，登记报告日期；用 --approved、--publicised 登记获准日和公示日。\n写了 --decided、--registered 或 --effective 的，指那一天的变更，没有登记过的就新增；写明 --on 才算已报告。',
        en: 'Records the day on which a change in the ledger was reported, or, with --approved and --publicised, approved and made public.\nWith --decided, --registered or --effective it is the change of that day, which is added if it is not on record; it counts as reported only if --on is given.',
      }),
    )
    .argument('[WHAT]', CHANGE_KINDS.join(' '), oneOf('WHAT', CHANGE_KINDS, CHANGE_NAMES))
    .option('--on <DATE>', say({ zh: '报告日期（默认今天）', en: 'day of the report (today)' }), dayFor('--on'))
    .option('--decided <DATE>', say({ zh: '作出决定的日期', en: 'day of the decision' }), dayFor('--decided'))
    .option('--registered <DATE>', say({ zh: '变更登记的日期', en: 'day of registration' }), dayFor('--registered'))
    .option(
      '--effective <DATE>',
      say({ zh: '生效的日期（可以是将来的日期）', en: 'day on which it takes effect (may be in the future)' }),
      dayFor('--effective'),
    )
    .option(
      '--of <ID>',
      say({
        zh: '涉及的许可证、业务 ID/KIND、IP地址、域名或系统',
        en: 'the licence, service ID/KIND, addresses, domain or system concerned',
      }),
    )
    .option('--approved <DATE>', say({ zh: '获准的日期', en: 'day on which it was approved' }), dayFor('--approved'))
    .option(
      '--publicised <DATE>',
      say({ zh: '公示的日期', en: 'day on which it was made public' }),
      dayFor('--publicised'),
    );
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      ['ledger record change address --on 2026-09-02', { zh: '已报告', en: 'reported on that day' }],
      ['ledger record change address --registered 2026-08-20', { zh: '新增一项变更', en: 'add a change' }],
      [
        'ledger record change cessation --of telecom/cdn --decided 2026-10-01 --effective 2027-01-31',
        { zh: '停止其中一项业务', en: 'one service is stopped' },
      ],
      [
        'ledger record change ip-addresses --effective 2026-10-08 --on 2026-10-14',
        { zh: 'IP地址变更已报备', en: 'a filed change of IP addresses' },
      ],
      ['ledger record change scope --publicised 2026-10-20', { zh: '已公示', en: 'made public on that day' }],
    ],
    'writes',
  );
  command.action(async (what, options) =>
    run(async (invocation) => {
      const { recordChange } = await import('./changes.ts');
      return recordChange(what, options, invocation);
    }),
  );
}

/** Puts `ledger record contact-change` on the command line. */
export function declareContactChange(parent: CommandUnknownOpts, { say, run }: Declaring): void {
  const command = parent
    .command('contact-change')
    .summary(
      say({ zh: '码号使用者的地址或联系方式变更', en: 'a change of address or contact of the holder of numbers' }),
    )
    .description(
      say({
        zh: '登记地址或联系方式的变更日，和通知码号分配机关的日期；变更已登记的，只补通知日。',
        en: 'Records the day on which the address or contact changed, and the day on which the authority that allotted the numbers was notified; if the change is on record, only the second is added.',
      }),
    )
    .argument('[LICENCE]', say({ zh: '码号的编号或证号', en: 'id or number of the number grant' }))
    .option('--changed <DATE>', say({ zh: '变更日期', en: 'the day of the change' }), dayFor('--changed'))
    .option(
      '--on <DATE>',
      say({ zh: '通知日期（不写为还没有通知）', en: 'the day of the notice (not yet)' }),
      dayFor('--on'),
    );
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      [
        'ledger record contact-change n95 --changed 2026-09-18 --on 2026-09-30',
        { zh: '已通知', en: 'notified on that day' },
      ],
    ],
    'writes',
  );
  command.action(async (licence, options) =>
    run(async (invocation) => {
      const { recordContactChange } = await import('./changes.ts');
      return recordContactChange(licence, options, invocation);
    }),
  );
}

/** Puts `ledger record branch` on the command line. */
export function declareBranch(parent: CommandUnknownOpts, { say, run }: Declaring): void {
  const command = parent
    .command('branch')
    .summary(
      say({
        zh: '分支机构设立、变更、撤销，或已报告',
        en: 'a branch that was opened, changed or closed, or that it was reported',
      }),
    )
    .description(
      say({
        zh: '台账中尚未报告的分支机构，登记报告日期。\n写了 --decided 的，指那一天的一条，没有登记过的就新增；写明 --on 才算已报告。',
        en: 'Records the day on which a branch in the ledger was reported. With --decided it is the branch of that day, which is added if it is not on record; it counts as reported only if --on is given.',
      }),
    )
    .argument(
      '[PROVINCE]',
      say({ zh: '省份，如 河北', en: 'the province, such as 河北' }),
      oneOf('PROVINCE', PROVINCES, provinceNames()),
    )
    .argument('[WHAT]', BRANCH_CHANGES.join(' '), oneOf('WHAT', BRANCH_CHANGES, BRANCH_NAMES))
    .option('--on <DATE>', say({ zh: '报告日期（默认今天）', en: 'day of the report (today)' }), dayFor('--on'))
    .option('--decided <DATE>', say({ zh: '作出决定的日期', en: 'day of the decision' }), dayFor('--decided'));
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      ['ledger record branch 河北 opened --decided 2026-09-01', { zh: '新增一条', en: 'add one' }],
      ['ledger record branch 河北 opened --on 2026-09-20', { zh: '已报告', en: 'reported on that day' }],
    ],
    'writes',
  );
  command.action(async (province, what, options) =>
    run(async (invocation) => {
      const { recordBranch } = await import('./branch.ts');
      return recordBranch({ province, what }, options, invocation);
    }),
  );
}
