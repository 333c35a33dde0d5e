import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { gathered, oneOf } from '../../command-line/option-values.ts';
import { addAssumeOption, asOfOption, withinOption } from '../../command-line/options.ts';
import type { StatusFormat } from './status.ts';

const STATUS_FORMATS: readonly StatusFormat[] = ['text', 'json', 'markdown'];

/** Puts `ledger status` on the command line. */
export function declareStatus({ program, say, run }: Declaring): void {
  const command = program
    .command('status')
    .summary(say({ zh: '列出检查的各项要求及是否满足', en: 'list what is checked and its state' }))
    .description(
      say({
        zh: '列出每张许可证、每份合同和公司本身被检查的每一项要求、义务和规则，以及现在是否满足、证明条目和有效期。\n不写 --file 时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'Lists every requirement, duty and rule that applies, with its state: met (with its proof and until when), at risk, open, waived or undetermined.\nWithout --file, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .argument('[LICENCE]', say({ zh: '只看这张许可证及其合同', en: 'only this licence and its contracts' }))
    .option(
      '--file <PATH>',
      say({ zh: '台账文件、文件夹或通配符；可重复', en: 'a ledger file, folder or pattern; repeatable' }),
      gathered,
    )
    .addOption(asOfOption(say))
    .addOption(withinOption(say))
    .option(
      '--format <NAME>',
      say({ zh: 'text、json 或 markdown', en: 'text, json or markdown' }),
      oneOf('--format', STATUS_FORMATS),
    );
  addExamples(addLanguageOption(addAssumeOption(command, say), say), say, [
    ['ledger status', { zh: '最近的台账，全部事项', en: 'the nearest ledger, everything that is checked' }],
    ['ledger status telecom', { zh: '一张许可证', en: 'one licence' }],
    ['ledger status --file companies --format json', { zh: '供程序读取', en: 'for another program' }],
  ]);
  command.action(async (licence, options) =>
    run(async (invocation) => {
      const { status } = await import('./status.ts');
      return status(licence, options, invocation);
    }),
  );
}
