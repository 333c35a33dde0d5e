import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { gathered, oneOf } from '../../command-line/option-values.ts';
import { RESUME } from '../../command-line/options.ts';
import { CI_NAMES } from './ci-jobs.ts';

/** Puts `ledger init` on the command line. */
export function declareInit({ program, say, run }: Declaring): void {
  const command = program
    .command('init')
    .summary(say({ zh: '新建一份台账', en: 'create a ledger' }))
    .description(
      say({
        zh: '新建一份带说明的 ledger.yaml、存放凭证的 evidence 文件夹，以及编辑器用的字段说明。\n已有的文件不会覆盖；已有台账的，--ci 只加检查任务。\n在终端中逐项询问；否则用选项写明。',
        en: 'Begins a commented ledger.yaml, an evidence folder and what editors need to know its fields. Nothing is overwritten.\nBeside a ledger that is there, --ci adds the job alone. In a terminal it asks; elsewhere the options say it all.',
      }),
    )
    .argument('[FOLDER]', say({ zh: '文件夹（默认当前文件夹）', en: 'the folder (this one)' }), '.')
    .option('--company <NAME>', say({ zh: '公司名称', en: 'name of the company' }))
    .option('--credit-code <CODE>', say({ zh: '统一社会信用代码', en: 'unified social credit code' }))
    .option('--capital <CNY>', say({ zh: '注册资本（元）', en: 'registered capital (CNY)' }))
    .option(
      '--licence <KIND:NUMBER:EXPIRES>',
      say({
        zh: '一张许可证，多项业务用逗号分隔；可重复',
        en: 'a licence, with its kinds separated by commas; repeatable',
      }),
      gathered,
    )
    .option(
      '--ci <NAME>',
      say({
        zh: '加上自动检查整个仓库的任务：github 或 gitlab',
        en: 'add a job that checks the whole repository: github or gitlab',
      }),
      oneOf('--ci', CI_NAMES),
    )
    .option('--dry-run', say({ zh: '只显示，不写入', en: 'show the files, write nothing' }))
    .option('--yes', say({ zh: '不再询问，直接写入', en: 'write without asking' }))
    .option('--resume', say(RESUME));
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['ledger init', { zh: '逐项询问', en: 'asks for each value' }],
      [
        'ledger init books --company 示例公司 --licence isp:B1-1:2027-03-14 --ci github --yes',
        { zh: '一次写明', en: 'everything as options' },
      ],
      ['ledger init --ci github --yes', { zh: '给已有的台账加上检查任务', en: 'the job for a ledger that is there' }],
    ],
    'writes',
  );
  command.action(async (folder, options) =>
    run(async (invocation) => {
      const { init } = await import('./init.ts');
      return init(folder, options, invocation);
    }),
  );
}
