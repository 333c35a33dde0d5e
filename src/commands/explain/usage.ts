import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { FORMAT_NAMES, oneOf } from '../../command-line/option-values.ts';

/** Puts `ledger explain` on the command line. */
export function declareExplain({ program, say, run }: Declaring): void {
  const command = program
    .command('explain')
    .summary(say({ zh: '解释一条规则，或列出一个模块', en: 'explain a rule, or list a module' }))
    .description(
      say({
        zh: '解释一条规则：要求、理由、法律依据、处理办法，以及不符合与符合的例子各一个。\n写模块名（如 licence、isp）时，列出它的全部规则。',
        en: 'Explains a rule: what it asks, why, its legal basis, what to do, and an example that fails and one that passes.\nFor a module, such as licence or isp, it lists the rules of the module.',
      }),
    )
    .argument(
      '<RULE>',
      say({
        zh: '规则或模块，如 isp/leased-line、licence；公司自定的写作 own/名称',
        en: 'a rule or a module, such as isp/leased-line, licence or own/ID',
      }),
    )
    .option('--format <NAME>', say({ zh: 'text 或 json', en: 'text or json' }), oneOf('--format', FORMAT_NAMES));
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['ledger explain isp/leased-line', { zh: '内置的规则', en: 'a built-in rule' }],
      ['ledger explain licence', { zh: '一个模块的规则', en: 'the rules of a module' }],
      ['ledger explain own/iso27001', { zh: '最近台账中的自定要求', en: 'a requirement of the nearest ledger' }],
    ],
    'explains',
  );
  command.action(async (rule, { format }) =>
    run(async (invocation) => {
      const { explain } = await import('./explain.ts');
      return explain(rule, { format }, invocation);
    }),
  );
}
