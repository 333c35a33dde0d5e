import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { daysFor, gathered, wordsFor } from '../../command-line/option-values.ts';
import { addWriteOptions } from '../../command-line/write-options.ts';

/** Puts `ledger add` on the command line. */
export function declareAdd(declaring: Declaring): void {
  const { say, run } = declaring;
  const command = commandForContracts(declaring)
    .option('--number <NUMBER>', say({ zh: '许可证编号', en: 'number of the licence' }))
    .option(
      '--scope <SCOPE>',
      say({ zh: 'national，或用逗号分隔的省份', en: 'national, or provinces joined by commas' }),
    )
    .option('--issued <DATE>', say({ zh: '发证日期', en: 'day of issue' }))
    .option('--opened <DATE>', say({ zh: '业务开通日期', en: 'day on which the business was opened' }))
    .option('--owner <NAME>', say({ zh: '负责人或部门', en: 'who looks after it' }))
    .option('--registrant <NAME>', say({ zh: '域名的注册人', en: 'in whose name a domain is registered' }))
    .option('--verified <DATE>', say({ zh: '最近核对原件的日期', en: 'day on which it was held against the paper' }))
    .option('--notes <TEXT>', say({ zh: '备注', en: 'notes' }))
    .option('--warn-within <DAYS>', say({ zh: '提前多少天提醒', en: 'days of warning' }), daysFor('--warn-within'))
    .option('--renew', say({ zh: '到期要续', en: 'it is to be renewed' }))
    .option('--no-renew', say({ zh: '到期不续，不再提醒', en: 'let it end: no reminder' }))
    .option(
      '--set <NAME=VALUE>',
      say({ zh: '其他字段，写法与台账相同；可重复', en: 'any other field, written as in the ledger; repeatable' }),
      gathered,
    )
    .option('--json <FILE>', say({ zh: '从JSON读取条目；- 为标准输入', en: 'the entry as JSON; - for stdin' }));
  addExamples(addLanguageOption(addWriteOptions(command, say), say), say, [
    ['ledger add', { zh: '逐项询问', en: 'asks for everything' }],
    [
      'ledger add leased-line --title 专线 --starts 2027-01-01 --expires +1y',
      { zh: '一份专线合同', en: 'a leased line for a year' },
    ],
    ['ledger add isp', { zh: '一张许可证，其余逐项询问', en: 'a licence; asks for the rest' }],
    ['ledger add domain --json - --dry-run', { zh: '从标准输入读取，只看改动', en: 'from stdin, shown only' }],
  ]);
  command.action(async (kind, options) =>
    run(async (invocation) => {
      const { add } = await import('./add.ts');
      return add(kind, options, invocation);
    }),
  );
}

/** With what contracts and proofs have. */
// oxlint-disable-next-line typescript/explicit-function-return-type -- commander's type lists every option
function commandForContracts({ program, say }: Declaring) {
  return program
    .command('add')
    .summary(say({ zh: '登记许可证、合同或证明', en: 'add a licence, contract or proof' }))
    .description(
      say({
        zh: '登记一个条目。许可证需要 --number --scope --issued --expires，其余需要 --title --expires。\n在终端中运行时，缺什么问什么，并以最相近的条目为默认值。',
        en: 'Adds an entry. A licence needs --number --scope --issued --expires, all else --title --expires.\nIn a terminal it asks for what is missing, with defaults from the most similar entry.',
      }),
    )
    .argument(
      '[KIND]',
      say({ zh: '种类，如 isp、leased-line；可用新的种类', en: 'a kind such as isp or leased-line, or a new one' }),
    )
    .option('--id <ID>', say({ zh: '编号（默认由种类和年份组成）', en: 'its id (made from kind and year)' }))
    .option('--title <TEXT>', say({ zh: '名称', en: 'what it is called' }))
    .option('--provider <NAME>', say({ zh: '对方单位', en: 'the other party' }))
    .option('--starts <DATE>', say({ zh: '起始日', en: 'its first day' }))
    .option(
      '--expires <DATE>',
      say({
        zh: '最后有效日；合同可写 never；+1y、+36m、+90d 自起始日算',
        en: 'its last valid day; never for a contract without end; +1y, +36m, +90d from its first day',
      }),
    )
    .option(
      '--serves <ID>',
      say({ zh: '用于哪些许可证；可重复，可用逗号分隔', en: 'licences that it serves; repeatable' }),
      wordsFor('--serves'),
    )
    .option('--follows <ID>', say({ zh: '接续哪个条目', en: 'the entry that it continues' }));
}
