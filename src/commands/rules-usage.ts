import { FORMAT_NAMES } from './shared/format-option.ts';
import { addExamples, addLanguageOption } from './shared/help.ts';
import type { Declaring } from './shared/invocation.ts';
import { oneOf } from './shared/option-values.ts';

/** Puts `ledger rules` on the command line. */
export function declareRules({ program, say, run }: Declaring): void {
  const command = program
    .command('rules')
    .summary(say({ zh: '列出全部规则', en: 'list every rule' }))
    .description(say({ zh: '列出全部规则，按模块分组。', en: 'Lists every rule, by module.' }))
    .option('--format <NAME>', say({ zh: 'text 或 json', en: 'text or json' }), oneOf('--format', FORMAT_NAMES));
  addExamples(addLanguageOption(command, say), say, [
    ['ledger rules', { zh: '全部规则', en: 'all rules' }],
    ['ledger rules --format json', { zh: '供程序读取', en: 'for another program' }],
  ]);
  command.action(async ({ format }) =>
    run(async (invocation) => {
      const { rules } = await import('./rules.ts');
      return rules({ format }, invocation);
    }),
  );
}
