import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { gathered, oneOf } from '../../command-line/option-values.ts';
import type { LogFormat } from './log.ts';

const LOG_FORMATS: readonly LogFormat[] = ['text', 'json'];

/** Puts `ledger log` on the command line. */
export function declareLog({ program, say, run }: Declaring): void {
  const command = program
    .command('log')
    .summary(say({ zh: '从 git 查看台账或条目的变更经过', en: 'show the change history from git' }))
    .description(
      say({
        zh: '从 git 历史列出台账（或一个条目）的变更：哪天、谁、哪次提交、改了什么。文件改名、分支合并也能跟踪。\n不写 --file 时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Lists the changes to the ledger, or to one entry, from git: day, author, commit, and what changed. Renames and merges are followed.\nWithout --file, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .argument('[ID]', say({ zh: '只看这个条目', en: 'only this entry' }))
    .option(
      '--extended',
      say({
        zh: '只看延长的到期日和豁免：第几次、谁、有无新凭证',
        en: 'only extended last days and waivers: how many times, by whom, with or without new evidence',
      }),
    )
    .option(
      '--file <LEDGER>',
      say({ zh: '台账文件、文件夹或通配符；可重复', en: 'a ledger file, folder or pattern; repeatable' }),
      gathered,
    )
    .option('--format <NAME>', say({ zh: 'text 或 json', en: 'text or json' }), oneOf('--format', LOG_FORMATS));
  addExamples(addLanguageOption(command, say), say, [
    ['ledger log', { zh: '最近的台账', en: 'the nearest ledger' }],
    ['ledger log line-bj-2026', { zh: '一份合同', en: 'one contract' }],
    ['ledger log --extended', { zh: '到期日延长过的条目', en: 'entries that were extended' }],
  ]);
  command.action(async (id, options) =>
    run(async (invocation) => {
      const { log } = await import('./log.ts');
      return log(id, options, invocation);
    }),
  );
}
