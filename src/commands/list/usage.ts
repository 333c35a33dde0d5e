import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { COMMA, daysFor, oneOf, severalOf, wordsFor } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';
import { STANDINGS } from '../../domain/register.ts';
import { STANDING_NAMES } from '../../fields/choices.ts';
import type { ListFormat } from './list.ts';

const LIST_FORMATS: readonly ListFormat[] = ['text', 'json', 'csv'];

/** Puts `ledger list` on the command line. */
export function declareList({ program, say, run }: Declaring): void {
  const command = program
    .command('list')
    .summary(say({ zh: '列出许可证和合同', en: 'list licences and contracts' }))
    .description(
      say({
        zh: '列出台账中的许可证和合同，先到期的在前。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Lists the licences and contracts of a ledger, the first to expire first.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .addArgument(pathsArgument(say))
    .option(
      '--kind <KIND>',
      say({ zh: '只列这些种类，可用各种通行名称；可重复', en: 'only these kinds, by any of their names; repeatable' }),
      wordsFor('--kind'),
    )
    .option(
      '--licence <ID>',
      say({
        zh: '只列这些许可证及其合同：编号、证号，或编号/业务种类；可重复',
        en: 'only these licences and their contracts: id, number or ID/KIND; repeatable',
      }),
      wordsFor('--licence'),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只列这些负责人的；可重复', en: 'only entries of these owners; repeatable' }),
      wordsFor('--owner', COMMA),
    )
    .option(
      '--status <STATUS>',
      say({
        zh: `只列这些状态：${STANDINGS.join('、')}；可重复`,
        en: `only these states: ${STANDINGS.join(', ')}; repeatable`,
      }),
      severalOf('--status', STANDINGS, STANDING_NAMES),
    )
    .addOption(asOfOption(say))
    .option(
      '--within <DAYS>',
      say({ zh: '提前多少天算即将到期', en: 'days ahead that count as expiring' }),
      daysFor('--within'),
    )
    .option(
      '--format <NAME>',
      say({ zh: 'text、json 或 csv', en: 'text, json or csv' }),
      oneOf('--format', LIST_FORMATS),
    );
  addExamples(addLanguageOption(command, say), say, [
    ['ledger list', { zh: '最近的台账', en: 'the nearest ledger' }],
    ['ledger list --status expired,expiring', { zh: '只看需要处理的', en: 'only what needs action' }],
    ['ledger list companies --owner 网络部 --format json', { zh: '供程序读取', en: 'for another program' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { list } = await import('./list.ts');
      return list(paths, options, invocation);
    }),
  );
}
