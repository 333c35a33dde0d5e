import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import type { Language } from '../../domain/text.ts';

interface LspOptions {
  readonly stdio?: true;
  /** Where the command line says so. */
  readonly lang?: Language;
}

/** Puts `ledger lsp` on the command line. */
export function declareLsp({ program, say, run }: Declaring): void {
  const command = program
    .command('lsp')
    .summary(say({ zh: '编辑器的语言服务', en: 'language server for editors' }))
    .description(
      say({
        zh: '在标准输入输出上运行语言服务（LSP），由编辑器启动。\n边写边检查 ledger.yaml 和 *.ledger.yaml，悬停显示规则和依据，给出能确定的改正，补全编号。\n语言取 --lang，再取编辑器的语言。各编辑器的配置见 docs/editors.md。',
        en: 'Runs a language server (LSP) on stdin and stdout, started by an editor: it checks ledger.yaml and *.ledger.yaml while you type, shows rules and their legal basis, offers fixes that are certain and completes ids.\nThe language is that of --lang, else that of the editor. docs/editors.md has the configuration of each editor.',
      }),
    )
    .option('--stdio', say({ zh: '使用标准输入输出（默认）', en: 'use stdin and stdout (the default)' }));
  addExamples(
    addLanguageOption(command, say),
    say,
    [['ledger lsp', { zh: '由编辑器运行', en: 'as an editor runs it' }]],
    'serves',
  );
  command.action(async ({ lang }: LspOptions) =>
    run(async (invocation) => {
      const { serve } = await import('../../language-server/server.ts');
      return serve(lang, invocation);
    }),
  );
}
