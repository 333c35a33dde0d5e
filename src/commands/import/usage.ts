import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { addWriteOptions } from '../../command-line/write-options.ts';

/** Puts `ledger import` on the command line. */
export function declareImport({ program, say, run }: Declaring): void {
  const command = program
    .command('import')
    .summary(say({ zh: '从 Excel 或 CSV 导入', en: 'take over a spreadsheet' }))
    .description(
      say({
        zh: '把 Excel 或 CSV 中的许可证和合同写入台账。中英文表头可自动识别，其余用 --map 指明。\n有问题的单元格逐一列出，改正之前不写入；已登记的不会重复写入。',
        en: 'Turns the licences and contracts of an Excel or CSV file into entries. Chinese and English headings are recognised; --map names the others.\nProblems are listed by cell and nothing is written until they are settled; what is recorded already is not added again.',
      }),
    )
    .argument('<FILE>', say({ zh: '表格文件（xlsx 或 csv）', en: 'the spreadsheet, xlsx or csv' }))
    .option('--sheet <NAME>', say({ zh: '只读这个工作表（默认全部）', en: 'only this sheet (all of them)' }))
    .option(
      '--map <HEADING=FIELD>',
      say({ zh: '指明一列的含义，如 截止=expires；可重复', en: 'what a column means, as Until=expires; repeatable' }),
      (word: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), word],
    )
    .option('--skip-invalid', say({ zh: '跳过有问题的行，其余照常写入', en: 'leave out the rows that have problems' }));
  addExamples(
    addLanguageOption(addWriteOptions(command, say), say),
    say,
    [
      ['ledger import 合同台账.xlsx --dry-run', { zh: '先看会写入什么', en: 'see first what would be written' }],
      ['ledger import contracts.csv --yes', { zh: '不再确认，直接写入', en: 'without asking' }],
      [
        "ledger import 台账.xlsx --sheet 专线 --map '截止=expires'",
        { zh: '指定工作表和列', en: 'one sheet, one heading' },
      ],
    ],
    'writes',
  );
  command.action(async (file, options) =>
    run(async (invocation) => {
      const { importSpreadsheet } = await import('./import.ts');
      return importSpreadsheet(file, options, invocation);
    }),
  );
}
