import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { pathsArgument, withinOption } from '../../command-line/options.ts';

/** Puts `ledger report` on the command line. */
export function declareReport({ program, say, run }: Declaring): void {
  const command = program
    .command('report')
    .summary(say({ zh: '生成供签字的网页报告', en: 'write a web page to read and sign' }))
    .description(
      say({
        zh: '把检查结果写成一个HTML网页：结论、一个月内的待办事项、时间线和全部问题，中英文可切换，可打印签字。\n网页只有一个文件，不联网。同一台账、同一天，网页逐字节相同。\n输出以斜杠结尾或是文件夹时，写成静态网站：概览、每家公司一页、日历、`status.json` 和徽章，不需要服务器。文件夹中的其他文件保持不变。\n不写路径时，检查当前文件夹或最近上级的 ledger.yaml。',
        en: 'Writes the result of a check as one HTML page: the verdict, what to do this month, a time line and all findings, in Chinese and English, ready to print and sign.\nThe page is a single file and makes no network requests. The same ledger and day give the same bytes.\nIf the output ends in a slash or is a folder, a static site is written: an overview, a page for each company, calendars, `status.json` and a badge; no server is needed. Other files in the folder are left unchanged.\nWithout a path, the nearest ledger.yaml from this folder upward is checked.',
      }),
    )
    .addArgument(pathsArgument(say))
    .option(
      '--output <FILE>',
      say({
        zh: '输出文件，或以斜杠结尾的文件夹（默认标准输出）',
        en: 'the output file, or a folder that ends in a slash (stdout)',
      }),
    )
    .option('--as-of <DATE>', say({ zh: '检查日（默认今天）', en: 'the as-of day (today)' }), dayFor('--as-of'))
    .addOption(withinOption(say));
  addExamples(addLanguageOption(command, say), say, [
    ['ledger report --output report.html', { zh: '最近台账的报告', en: 'the nearest ledger, today' }],
    ['ledger report companies --output report.html', { zh: '几家公司合成一页', en: 'several companies on one page' }],
    ['ledger report companies --output public/', { zh: '写成网站，每家公司一页', en: 'a site with a page for each' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { report } = await import('./report.ts');
      return report(paths, options, invocation);
    }),
  );
}
