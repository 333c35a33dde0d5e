import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { addInterviewOptions } from '../../command-line/options.ts';

/** Puts `ledger waive` on the command line. */
export function declareWaive({ program, say, run }: Declaring): void {
  const command = program
    .command('waive')
    .summary(say({ zh: '豁免一个问题，直到某一天', en: 'waive a finding until a given day' }))
    .description(
      say({
        zh: '豁免某条规则对某个条目报告的问题：写明到哪一天、为什么、谁批准。\n问题仍会列出，但不算失败。已有的豁免会更新。',
        en: 'Waives what a rule reports about an entry: until which day, why, and who approved it. The finding is still listed, but does not count as a failure. An existing waiver is updated.',
      }),
    )
    .argument('[RULE]', say({ zh: '规则，如 isp/leased-line', en: 'a rule, such as isp/leased-line' }))
    .argument(
      '[ENTRY]',
      say({ zh: '条目的编号，编号/业务种类，或 company', en: 'id of the entry, a service ID/KIND, or company' }),
    )
    .option('--until <DATE>', say({ zh: '最后一天；+30d 自今天算', en: 'last day; +30d counts from today' }))
    .option('--from <DATE>', say({ zh: '第一天（默认今天）', en: 'first day (today)' }))
    .option('--reason <TEXT>', say({ zh: '理由', en: 'reason' }))
    .option('--approved-by <NAME>', say({ zh: '批准人', en: 'who approved it' }));
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      [
        'ledger waive isp/leased-line isp --until +60d --reason 验收中 --approved-by 张三',
        { zh: '豁免六十天', en: 'for sixty days' },
      ],
    ],
    'writes',
  );
  command.action(async (rule, entry, options) =>
    run(async (invocation) => {
      const { waive } = await import('./waive.ts');
      return waive(rule, entry, options, invocation);
    }),
  );
}
