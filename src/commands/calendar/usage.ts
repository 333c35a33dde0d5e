import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { COMMA, daysFor, wordsFor } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';

/** Puts `ledger calendar` on the command line. */
export function declareCalendar({ program, say, run }: Declaring): void {
  const command = program
    .command('calendar')
    .summary(say({ zh: '把期限写成日历（iCalendar）', en: 'write deadlines as a calendar (iCalendar)' }))
    .description(
      say({
        zh: '把自检查日起的每个期限，以及每张许可证、每份合同的最后有效日写成全天日程，带最迟办理日、负责人、处理办法和上午9点的提醒，可导入或订阅到日历软件。\n已有接续、自动续期、有意不续的不写；定期报送、缴纳的义务只写一年以内的。同一台账、同一天，文件逐字节相同。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Writes each deadline from the as-of day on, and the last day of each licence and contract, as an all-day event with its act-by day, owner, what to do, and reminders at nine in the morning. Import it into a calendar program or subscribe to it.\nEntries that another entry follows, that renew themselves or that are meant to end have no event; periodic duties are listed for one year. The same ledger and day give the same bytes.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .addArgument(pathsArgument(say))
    .option('--output <FILE>', say({ zh: '输出文件（默认标准输出）', en: 'the output file (stdout)' }))
    .addOption(asOfOption(say))
    .option(
      '--within <DAYS>',
      say({ zh: '提前多少天提醒，覆盖台账中的设置', en: 'days of warning; overrides the ledger' }),
      daysFor('--within'),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只写这些负责人的；可重复', en: 'only entries of these owners; repeatable' }),
      wordsFor('--owner', COMMA),
    );
  addExamples(addLanguageOption(command, say), say, [
    ['ledger calendar --output deadlines.ics', { zh: '写入文件', en: 'to a file' }],
    [
      'ledger calendar companies --lang zh > deadlines.ics',
      { zh: '几家公司，中文', en: 'several companies, in Chinese' },
    ],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { calendar } = await import('./calendar.ts');
      return calendar(paths, options, invocation);
    }),
  );
}
