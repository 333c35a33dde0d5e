import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument, withinOption } from '../../command-line/options.ts';
import type { ShowFormat } from './show.ts';

const SHOW_FORMATS: readonly ShowFormat[] = ['text', 'json'];

/** Puts `ledger show` on the command line. */
export function declareShow({ program, say, run }: Declaring): void {
  const command = program
    .command('show')
    .summary(say({ zh: '查看一个条目', en: 'show one entry' }))
    .description(
      say({
        zh: '查看一张许可证或一份合同的全部内容：登记的各项、与之相关的条目、当日的问题，以及它在文件中的位置。',
        en: 'Shows everything about a licence or contract: its fields, related entries, findings on the day, and its place in the file.',
      }),
    )
    .argument('<ID>', say({ zh: '条目编号，或许可证的证号', en: 'the id of the entry, or the number of a licence' }))
    .addArgument(pathsArgument(say))
    .addOption(asOfOption(say))
    .addOption(withinOption(say))
    .option('--format <NAME>', say({ zh: 'text 或 json', en: 'text or json' }), oneOf('--format', SHOW_FORMATS));
  addExamples(addLanguageOption(command, say), say, [
    ['ledger show isp', { zh: '一张许可证', en: 'a licence' }],
    ['ledger show line-bj-2026 --as-of 2027-01-01', { zh: '某一天的一份合同', en: 'a contract on a day' }],
  ]);
  command.action(async (id, paths, options) =>
    run(async (invocation) => {
      const { show } = await import('./show.ts');
      return show(id, paths, options, invocation);
    }),
  );
}
