import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { COMMA, daysFor, oneOf, wordsFor } from '../../command-line/option-values.ts';
import { addAssumeOption, asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { TodoFormat, TodoOptions } from './todo.ts';

const TODO_FORMATS: readonly TodoFormat[] = ['text', 'json', 'markdown'];
const GROUPINGS: readonly NonNullable<TodoOptions['groupBy']>[] = ['owner', 'company', 'licence'];

/** Puts `ledger todo` on the command line. */
export function declareTodo({ program, say, run }: Declaring): void {
  const command = program
    .command('todo')
    .summary(say({ zh: '列出一个月内的待办事项', en: 'list what must be done this month' }))
    .description(
      say({
        zh: '列出待办事项，最紧迫、最近的在前：已经不合规的、所列天数内到期的期限、许可证和合同的最后有效日、即将到期的豁免，各带负责人、最迟办理日和登记命令。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Lists what must be done, the most urgent first: what is not compliant today, deadlines in the given number of days, last days of licences and contracts, waivers that end; each with its owner, its act-by day and the command that records it.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .addArgument(pathsArgument(say))
    .addOption(asOfOption(say))
    .option(
      '--within <DAYS>',
      say({ zh: '列出今后多少天内的（默认31）', en: 'how many days ahead (31)' }),
      daysFor('--within'),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只列这些负责人的；可重复', en: 'only entries of these owners; repeatable' }),
      wordsFor('--owner', COMMA),
    )
    .option(
      '--group-by <WHAT>',
      say({ zh: '按 owner（负责人）、company（公司）或 licence（许可证）分组', en: 'owner, company or licence' }),
      oneOf('--group-by', GROUPINGS),
    )
    .option(
      '--format <NAME>',
      say({ zh: 'text、json 或 markdown（默认 text）', en: 'text, json or markdown (text)' }),
      oneOf('--format', TODO_FORMATS),
    );
  addExamples(addLanguageOption(addAssumeOption(command, say), say), say, [
    ['ledger todo', { zh: '最近的台账，31天内', en: 'the nearest ledger, 31 days' }],
    ['ledger todo --owner 网络部 --within 7', { zh: '一个部门，一周内', en: 'one department, a week' }],
    ['ledger todo companies --group-by company', { zh: '几家公司', en: 'several companies' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { todo } = await import('./todo.ts');
      return todo(paths, options, invocation);
    }),
  );
}
