import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { daysFor, gathered, wordsFor } from '../../command-line/option-values.ts';
import { addInterviewOptions } from '../../command-line/options.ts';
import type { Text } from '../../domain/text.ts';
import type { Field } from '../../fields/field.ts';
import { OPTION_FIELDS, optionOf } from '../../fields/uses.ts';

/** Puts `ledger add` on the command line. */
export function declareAdd({ program, say, run }: Declaring): void {
  const command = program
    .command('add')
    .summary(say({ zh: '登记许可证、业务、合同或证明', en: 'add a licence, service, contract or proof' }))
    .description(
      say({
        zh: '登记一个条目。许可证需要 --number --scope --issued --expires，其余需要 --title --expires；已有许可证上增加一项业务，写 --licence 和 --scope。\n将来的日期可写 +1y、+36m、+90d：到期日自起始日算，没有写起始日的自所接续合同到期的次日算，都没有的自今天算。\n在终端中运行时，缺少的逐项询问，并以最相近的条目为默认值。',
        en: 'Adds an entry. A licence needs --number --scope --issued --expires, everything else --title --expires; another service of a licence needs --licence and --scope.\nA day to come may be +1y, +36m or +90d: an end is counted from the first day, else from the end of the entry that it follows, else from today.\nIn a terminal it asks for what is missing, with defaults from the most similar entry.',
      }),
    )
    .argument(
      '[KIND]',
      say({
        zh: '种类，可用各种通行名称：isp、专线、B11；也可用新的种类',
        en: 'the kind by any of its names, such as isp, leased-line or B11; or a new kind',
      }),
    )
    .option('--licence <ID>', say({ zh: '业务所属的许可证', en: 'the licence that the service is added to' }));
  for (const field of OPTION_FIELDS) addFieldOption(command, field, say);
  command
    .option(
      '--set <NAME=VALUE>',
      say({ zh: '其他字段，写法与台账相同；可重复', en: 'any other field, written as in the ledger; repeatable' }),
      gathered,
    )
    .option('--json <FILE>', say({ zh: '从JSON读取条目；- 为标准输入', en: 'the entry as JSON; - for stdin' }));
  addExamples(
    addLanguageOption(addInterviewOptions(command, say), say),
    say,
    [
      ['ledger add', { zh: '逐项询问', en: 'asks for each value' }],
      [
        'ledger add leased-line --title 专线 --starts 2027-01-01 --expires +1y',
        { zh: '一份专线合同', en: 'a leased line for a year' },
      ],
      ['ledger add isp', { zh: '一张许可证，其余逐项询问', en: 'a licence; asks for the rest' }],
      [
        'ledger add idc --licence telecom --scope 北京',
        { zh: '许可证上再加一项业务', en: 'another service of a licence' },
      ],
      [
        'ledger add domain --json - --dry-run',
        { zh: '从标准输入读取，只看改动', en: 'from stdin, only shows the change' },
      ],
    ],
    'writes',
  );
  command.action(async (kind) =>
    run(async (invocation) => {
      const { add } = await import('./add.ts');
      return add(kind, command.opts(), invocation);
    }),
  );
}

function addFieldOption(command: CommandUnknownOpts, field: Field, say: (text: Text) => string): void {
  const option = optionOf(field);
  if (option === undefined) return;
  const { name, value, isList, help } = option;
  const words = say(isList ? { zh: `${help.zh}；可重复，可用逗号分隔`, en: `${help.en}; repeatable` } : help);
  if (value === undefined) {
    command.option(name, words).option(name.replace('--', '--no-'), say({ zh: '与上一选项相反', en: 'the opposite' }));
  } else if (isList) {
    command.option(`${name} ${value}`, words, wordsFor(name));
  } else if (field.shape.type === 'count') {
    command.option(`${name} ${value}`, words, daysFor(name));
  } else {
    command.option(`${name} ${value}`, words);
  }
}
