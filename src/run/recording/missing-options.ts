import { type Refusal, usageError } from '../../command-line/complaint.ts';

/** Nobody is there to be asked for what the command line leaves out. */
export function missingOptions(options: readonly string[]): Refusal {
  return usageError({
    what: { zh: `缺少：${options.join('、')}`, en: `missing: ${options.join(', ')}` },
    remedy: {
      zh: '请补上这些选项，或在终端中运行，逐项回答。',
      en: 'Give these options, or run it in a terminal to be asked for them.',
    },
  });
}
