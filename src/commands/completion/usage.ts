import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf } from '../../command-line/option-values.ts';
import type { Shell } from './completion.ts';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** Puts `ledger completion` on the command line, and the hidden `ledger complete`, which the shells call. */
export function declareCompletion({ program, say, run }: Declaring): void {
  const command = program
    .command('completion')
    .summary(say({ zh: '让 shell 补全命令', en: 'shell completion for command lines' }))
    .description(
      say({
        zh: '输出 shell 的补全脚本：可补全命令、选项、规则、种类，以及最近台账中的编号。',
        en: 'Prints a completion script for the shell: commands, options, rules, kinds and the ids of the nearest ledger.',
      }),
    )
    .argument('<SHELL>', say({ zh: 'bash、zsh 或 fish', en: 'bash, zsh or fish' }), oneOf('SHELL', SHELLS));
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['source <(ledger completion bash)', { zh: '写入 ~/.bashrc', en: 'in ~/.bashrc' }],
      [
        'source <(ledger completion zsh)',
        { zh: '写入 ~/.zshrc，放在 compinit 之后', en: 'in ~/.zshrc, below compinit' },
      ],
      ['ledger completion fish | source', { zh: '写入 config.fish', en: 'in config.fish' }],
    ],
    'explains',
  );
  command.action(async (shell) =>
    run(async (invocation) => {
      const { completion } = await import('./completion.ts');
      return completion(shell, invocation);
    }),
  );

  program
    .command('complete', { hidden: true })
    .argument('[WORD...]')
    .action(async (words) =>
      run(async (invocation) => {
        const { complete } = await import('./complete.ts');
        return complete(words, program, invocation);
      }),
    );
}
