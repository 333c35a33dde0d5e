import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { dayFor, FORMAT_NAMES, oneOf } from '../../command-line/option-values.ts';
import type { Text } from '../../domain/text.ts';

/** Puts `ledger rules` and `ledger rules test` on the command line. */
export function declareRules(declaring: Declaring): void {
  const { program, say, run } = declaring;
  const command = program
    .command('rules')
    .summary(say({ zh: '列出全部规则；运行规则的用例', en: 'list all rules, or run test cases for rules' }))
    .description(say({ zh: '列出全部规则，按模块分组。', en: 'Lists all rules, grouped by module.' }))
    .option('--format <NAME>', say(FORMAT), oneOf('--format', FORMAT_NAMES))
    .option(
      '--stale',
      say({ zh: '只列依据已满一年未重新核对的规则', en: 'only rules whose law was last read more than a year ago' }),
    )
    .option(
      '--fail',
      say({ zh: '与 --stale 连用：有应重新核对的，以1退出', en: 'with --stale: exit with 1 if there are any' }),
    )
    .option(
      '--as-of <DATE>',
      say({ zh: '与 --stale 连用：按哪一天算（默认今天）', en: 'with --stale: the day to ask about (today)' }),
      dayFor('--as-of'),
    );
  addExamples(
    addLanguageOption(command, say),
    say,
    [
      ['ledger rules', { zh: '全部规则', en: 'all rules' }],
      ['ledger rules --format json', { zh: '供程序读取', en: 'for another program' }],
      ['ledger rules --stale', { zh: '该重新核对哪些法规', en: 'which law is due to be read again' }],
      [
        'ledger rules --stale --fail',
        { zh: '定时任务：有该核对的就失败', en: 'for a scheduled job: fails if there are any' },
      ],
      ['ledger rules test own.cases.yaml', { zh: '运行用例', en: 'run cases' }],
    ],
    'reviews',
  );
  command.action(async (options) =>
    run(async (invocation) => {
      const { rules } = await import('./rules.ts');
      return rules(options, invocation);
    }),
  );
  declareTest(command, declaring);
}

const FORMAT: Text = { zh: 'text 或 json', en: 'text or json' };

function declareTest(parent: CommandUnknownOpts, { say, run }: Declaring): void {
  const test = parent
    .command('test')
    .summary(say({ zh: '运行规则的用例', en: 'run test cases for rules' }))
    .description(
      say({
        zh: '运行用例文件：每个用例是一份小台账、一个检查日和应当报告的全部问题。',
        en: 'Runs case files: each case is a small ledger, an as-of day and all findings that must be reported.',
      }),
    )
    .argument('<FILE...>', say({ zh: '用例文件（YAML）', en: 'case files (YAML)' }))
    .option('--format <NAME>', say(FORMAT), oneOf('--format', FORMAT_NAMES));
  addExamples(
    addLanguageOption(test, say),
    say,
    [
      ['ledger rules test own.cases.yaml', { zh: '公司自定要求的用例', en: "cases of the company's own rules" }],
      ['ledger rules test tests/*.yaml --format json', { zh: '供程序读取', en: 'for another program' }],
    ],
    'tests',
  );
  test.action(async (paths, options) =>
    run(async (invocation) => {
      const { testRules } = await import('./rules-test.ts');
      return testRules(paths, options, invocation);
    }),
  );
}
