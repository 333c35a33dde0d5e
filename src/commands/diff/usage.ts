import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf } from '../../command-line/option-values.ts';
import { asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { DiffFormat } from './diff.ts';

const DIFF_FORMATS: readonly DiffFormat[] = ['text', 'markdown', 'json'];

/** Puts `ledger diff` on the command line. */
export function declareDiff({ program, say, run }: Declaring): void {
  const command = program
    .command('diff')
    .summary(say({ zh: '两个版本之间改了什么，有什么影响', en: 'show what changed and its effect' }))
    .description(
      say({
        zh: '与某个 git 版本相比：台账改了什么，带来和解决了哪些问题，每张许可证能合规到哪一天。两个版本按同一天检查。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Compares with a git revision: what changed in the ledger, which findings that introduces and fixes, and until when each licence stays compliant. Both versions are checked as of the same day.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .argument('[REF]', say({ zh: '较早的版本（默认 HEAD）', en: 'the earlier revision (HEAD)' }))
    .addArgument(pathsArgument(say))
    .option('--to <REF>', say({ zh: '较晚的版本（默认工作区）', en: 'the later revision (the working tree)' }))
    .addOption(asOfOption(say))
    .option(
      '--format <NAME>',
      say({
        zh: 'text、markdown（合并请求的评论）或 json',
        en: 'text, markdown (a comment on a pull request) or json',
      }),
      oneOf('--format', DIFF_FORMATS),
    );
  addExamples(addLanguageOption(command, say), say, [
    ['ledger diff', { zh: '尚未提交的改动', en: 'changes that are not committed yet' }],
    ['ledger diff v1.2 companies', { zh: '自某个标签以来', en: 'since a tag' }],
    ['ledger diff main --to change', { zh: '两个分支之间', en: 'between two branches' }],
  ]);
  command.action(async (ref, paths, options) =>
    run(async (invocation) => {
      const { diff } = await import('./diff.ts');
      return diff([...(ref === undefined ? [] : [ref]), ...paths], options, invocation);
    }),
  );
}
