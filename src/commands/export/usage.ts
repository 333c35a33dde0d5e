import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { daysFor, oneOf } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { SpreadsheetFormat } from './export.ts';

const SPREADSHEET_FORMATS: readonly SpreadsheetFormat[] = ['xlsx', 'csv'];

/** Puts `ledger export` on the command line. */
export function declareExport({ program, say, run }: Declaring): void {
  const command = program
    .command('export')
    .summary(say({ zh: '导出为 Excel 或 CSV', en: 'export to Excel or CSV' }))
    .description(
      say({
        zh: '把台账导出为 Excel 工作簿或 CSV，带剩余天数和状态。同一台账、同一天，导出的文件逐字节相同。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Exports the ledger, with days left and status, as an Excel workbook or as CSV. The same ledger and day give the same bytes.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .addArgument(pathsArgument(say))
    .option(
      '--to <FORMAT>',
      say({ zh: 'xlsx 或 csv（默认取输出文件的扩展名）', en: 'xlsx or csv (from the extension of the output file)' }),
      oneOf('--to', SPREADSHEET_FORMATS),
    )
    .option('--output <FILE>', say({ zh: '输出文件（默认标准输出）', en: 'the output file (stdout)' }))
    .addOption(asOfOption(say))
    .option(
      '--within <DAYS>',
      say({ zh: '提前多少天算即将到期', en: 'days ahead that count as expiring' }),
      daysFor('--within'),
    );
  addExamples(addLanguageOption(command, say), say, [
    ['ledger export --output 台账.xlsx', { zh: 'Excel 工作簿', en: 'an Excel workbook' }],
    ['ledger export --to csv > register.csv', { zh: 'CSV 到标准输出', en: 'CSV to stdout' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { exportRegister } = await import('./export.ts');
      return exportRegister(paths, options, invocation);
    }),
  );
}
