import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf } from '../../command-line/option-values.ts';
import { asOfOption, withinOption } from '../../command-line/options.ts';
import type { OverviewFormat } from './overview.ts';

const OVERVIEW_FORMATS: readonly OverviewFormat[] = ['text', 'json', 'csv', 'html'];

/** Puts `ledger overview` on the command line. */
export function declareOverview({ program, say, run }: Declaring): void {
  const command = program
    .command('overview')
    .summary(say({ zh: '汇总查看多家公司', en: 'summary of several companies' }))
    .description(
      say({
        zh: '每份台账一行，最紧迫的在前：结论、错误、警告、无法判断和已豁免的数量、下一个最迟办理日、不再合规的第一天。\n既读台账，也读其他任务用 `ledger check --format json` 写出的报告（名称以 .json 结尾的文件）。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Shows one row for each ledger, the worst first: verdict, counts of errors, warnings, undetermined and waived findings, the next act-by day, and the first day on which a licence stops being compliant.\nIt reads ledgers, and reports that other jobs wrote with `ledger check --format json` (files that end in .json).\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .argument('[PATH...]', say({ zh: '台账、报告、文件夹或通配符', en: 'ledgers, reports, folders or patterns' }))
    .addOption(asOfOption(say))
    .addOption(withinOption(say))
    .option(
      '--format <NAME>',
      say({ zh: 'text、json、csv 或 html（默认 text）', en: 'text, json, csv or html (text)' }),
      oneOf('--format', OVERVIEW_FORMATS),
    );
  addExamples(addLanguageOption(command, say), say, [
    ['ledger overview companies', { zh: '文件夹中的各家公司', en: 'the companies of a folder' }],
    ["ledger overview 'reports/**/*.json'", { zh: '汇总其他任务写出的报告', en: 'combine the reports of other jobs' }],
    ['ledger overview companies --format csv', { zh: '供电子表格', en: 'for a spreadsheet' }],
    ['ledger overview companies --format html > overview.html', { zh: '写成网页', en: 'as a page' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { overview } = await import('./overview.ts');
      return overview(paths, options, invocation);
    }),
  );
}
