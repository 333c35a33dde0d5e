import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf } from '../../command-line/option-values.ts';
import { addWriteOptions } from '../../command-line/options.ts';
import type { Text } from '../../domain/text.ts';

const DESCRIPTION: Text = {
  zh: '把 Excel 或 CSV 中的许可证和合同写入台账。中英文表头可自动识别，其余用 --map 指明。\n有问题的单元格逐一列出，改正之前不写入：已终止、作废、属于别家公司、隐藏或有删除线的行，均不视为有效。\n已登记的不会重复写入；与台账不同的逐格列出，加 --update 才改台账。',
  en: 'Imports licences and contracts from an Excel or CSV file. Chinese and English headings are recognised; give the meaning of others with --map.\nProblems are listed by cell, and nothing is written until they are corrected: a row that has ended, belongs to another company, is hidden or is struck through never counts as valid.\nWhat is already on record is not added again; each cell that differs is listed, and --update changes the ledger.',
};

const EXAMPLES: Parameters<typeof addExamples>[2] = [
  ['ledger import 合同台账.xlsx --dry-run', { zh: '先看会写入什么', en: 'see first what would be written' }],
  ['ledger import contracts.csv --yes', { zh: '不再确认，直接写入', en: 'without asking' }],
  ["ledger import 台账.xlsx --sheet 专线 --map '截止=expires'", { zh: '指定工作表和列', en: 'one sheet, one heading' }],
  [
    'ledger import 台账.xlsx --update --as renewal',
    { zh: '按表格更新，变晚的到期日是续签', en: 'update; later last days are renewals' },
  ],
];

/** Puts `ledger import` on the command line. */
export function declareImport({ program, say, run }: Declaring): void {
  const command = program
    .command('import')
    .summary(say({ zh: '从 Excel 或 CSV 导入', en: 'import from Excel or CSV' }))
    .description(say(DESCRIPTION))
    .argument(
      '<FILE>',
      say({
        zh: '表格文件（xlsx 或 csv），或存放 csv 文件的文件夹',
        en: 'the file, xlsx or csv, or a folder of csv files',
      }),
    )
    .option('--sheet <NAME>', say({ zh: '只读这个工作表（默认全部）', en: 'only this sheet (all)' }))
    .option(
      '--map <TEXT=MEANING>',
      say({
        zh: '指明一列或一种内容的含义，如 截止=到期日、归档=closed；只在一个工作表的，如 合同!用途=用于；可重复',
        en: 'the meaning of a heading or a cell, such as Until=expires or Archived=closed, or of one sheet, such as Contracts!Purpose=serves; repeatable',
      }),
      (word: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), word],
    )
    .option(
      '--skip-invalid',
      say({ zh: '跳过有问题的行，其余照常写入', en: 'skip rows with problems, import the others' }),
    )
    .option('--include-hidden', say({ zh: '隐藏的行和工作表也导入', en: 'import hidden rows and sheets too' }))
    .option('--update', say({ zh: '已登记的，按表格改台账', en: 'update entries on record from the spreadsheet' }))
    .option(
      '--as <MEANING>',
      say({
        zh: '到期日变晚的：renewal（续签）或 correction（更正）',
        en: 'a later last day is a renewal or a correction',
      }),
      oneOf('--as', ['renewal', 'correction'] as const),
    );
  addExamples(addLanguageOption(addWriteOptions(command, say), say), say, EXAMPLES, 'writes');
  command.action(async (file, options) =>
    run(async (invocation) => {
      const { importSpreadsheet } = await import('./import.ts');
      return importSpreadsheet(file, options, invocation);
    }),
  );
}
