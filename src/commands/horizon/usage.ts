import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { oneOf, readUntil } from '../../command-line/option-values.ts';
import { addAssumeOption, asOfOption, pathsArgument } from '../../command-line/options.ts';
import type { HorizonFormat } from './horizon.ts';

const HORIZON_FORMATS: readonly HorizonFormat[] = ['text', 'json'];

/** Puts `ledger horizon` on the command line. */
export function declareHorizon({ program, say, run }: Declaring): void {
  const command = program
    .command('horizon')
    .summary(say({ zh: '查看每张许可证能合规到哪一天', en: 'how long each licence stays compliant' }))
    .description(
      say({
        zh: '如不办理任何延续、续签和其他事项，每张许可证自哪一天起不再合规、原因、最迟办理日；并显示时间线。\n不写路径时，读取当前文件夹或最近上级的 ledger.yaml。',
        en: 'If nothing is renewed and nothing else is done: from which day each licence is no longer compliant, why, and the last day to act; with a time line.\nWithout a path, the nearest ledger.yaml from this folder upward is read.',
      }),
    )
    .addArgument(pathsArgument(say))
    .addOption(asOfOption(say))
    .option(
      '--until <DATE>',
      say({
        zh: '时间线的最后一天：日期，或 +月数（默认 +12）',
        en: 'the last day of the time line: a day, or +MONTHS (+12)',
      }),
      readUntil,
    )
    .option('--ascii', say({ zh: '时间线只用 ASCII 字符', en: 'draw with ASCII characters only' }))
    .option('--format <NAME>', say({ zh: 'text 或 json', en: 'text or json' }), oneOf('--format', HORIZON_FORMATS));
  addExamples(addLanguageOption(addAssumeOption(command, say), say), say, [
    ['ledger horizon', { zh: '最近的台账，一年', en: 'the nearest ledger, for a year' }],
    ['ledger horizon --until +36', { zh: '三年', en: 'for three years' }],
    ['ledger horizon --assume line-bj-2026=gone', { zh: '如果没有这条专线', en: 'what is affected without that line' }],
    ['ledger horizon companies --format json', { zh: '供程序读取', en: 'for another program' }],
  ]);
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { horizon } = await import('./horizon.ts');
      return horizon(paths, options, invocation);
    }),
  );
}
