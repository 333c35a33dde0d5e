import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { ageFor } from '../../command-line/option-values.ts';
import { asOfOption } from '../../command-line/options.ts';

/** Puts `ledger receipt` on the command line. */
export function declareReceipt({ program, say, run }: Declaring): void {
  const command = program
    .command('receipt')
    .summary(say({ zh: '查看最近一次检查的日期', en: 'show when the last check ran' }))
    .description(
      say({
        zh: '读取 `ledger check --receipt` 写的检查回执：最近一次检查是哪一天的，结论如何。\n用于发现已停止的定时检查。按检查日计算，与文件的修改时间无关。',
        en: 'Reads the receipt that `ledger check --receipt` wrote: show when the last check ran, and what came of it.\nSo a schedule that has stopped is noticed. What counts is the as-of day of the check, not the time of the file.',
      }),
    )
    .argument('<FILE>', say({ zh: '检查回执', en: 'the receipt' }))
    .option(
      '--max-age <DAYS>',
      say({
        zh: '超过这些天以 1 退出，如 8d（默认不限）',
        en: 'exit with 1 if it is older, such as 8d (no limit)',
      }),
      ageFor('--max-age'),
    )
    .addOption(asOfOption(say));
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      [
        'ledger receipt receipt.json --max-age 8d',
        { zh: '八天内检查过没有', en: 'was there a check in the last eight days' },
      ],
      ['ledger receipt receipt.json', { zh: '最近一次检查的情况', en: 'the last check' }],
    ],
    'ages',
  );
  command.action(async (file, options) =>
    run(async (invocation) => {
      const { receipt } = await import('./receipt.ts');
      return receipt(file, options, invocation);
    }),
  );
}
