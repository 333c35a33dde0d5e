import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { addExamples, addLanguageOption } from '../../command-line/help.ts';
import type { Declaring } from '../../command-line/invocation.ts';
import { CHECK_FORMATS, COMMA, dayFor, oneOf, readDestination, wordsFor } from '../../command-line/option-values.ts';
import { addAssumeOption, pathsArgument, withinOption } from '../../command-line/options.ts';
import { FAIL_LEVELS } from '../../domain/policy.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { SEVERITY_NAMES } from '../../fields/choices.ts';

/** Puts `ledger check` on the command line. */
export function declareCheck({ program, say, run }: Declaring): void {
  const command = program
    .command('check')
    .summary(say({ zh: '检查台账，列出问题', en: 'check ledgers and list what is wrong' }))
    .description(
      say({
        zh: '检查台账：哪些许可证、合同和义务已经失效、即将失效或缺失。\n不写路径时，检查当前文件夹或最近上级的 ledger.yaml。',
        en: 'Checks ledgers: which licences, contracts and duties have lapsed, soon will, or are missing.\nWithout a path, the nearest ledger.yaml from this folder upward is checked.',
      }),
    )
    .addArgument(pathsArgument(say))
    .option('--as-of <DATE>', say({ zh: '检查日（默认今天）', en: 'the as-of day (today)' }), dayFor('--as-of'))
    .addOption(withinOption(say))
    .option(
      '--fail-on <LEVEL>',
      say({
        zh: '失败级别：error、warning、info 或 never（默认 warning）',
        en: 'error, warning, info or never (warning)',
      }),
      oneOf('--fail-on', FAIL_LEVELS, SEVERITY_NAMES),
    );
  addDocuments(command, say);
  addComparison(command, say);
  addRepair(command, say);
  addChoices(command, say);
  addExamples(
    addLanguageOption(addAssumeOption(command, say), say),
    say,
    [
      ['ledger check', { zh: '检查最近的台账', en: 'the nearest ledger, today' }],
      ['ledger check companies --fail-on error', { zh: '检查文件夹中的全部台账', en: 'all ledgers of a folder' }],
      ['ledger check --as-of 2027-01-01 --within 90', { zh: '按将来某一天检查', en: 'as of a later day' }],
      ['ledger check companies --fix', { zh: '先改正写法，再检查', en: 'fix typing errors first' }],
      ['ledger check . --since origin/main', { zh: '本次改动带来了什么', en: 'what this change introduces' }],
      ['ledger check --format text --format json=report.json', { zh: '同时输出两种格式', en: 'two formats at once' }],
      ['ledger check companies --receipt receipt.json', { zh: '另写检查回执', en: 'with a receipt' }],
    ],
    'checks',
  );
  command.action(async (paths, options) =>
    run(async (invocation) => {
      const { check } = await import('./check.ts');
      return check(paths, options, invocation);
    }),
  );
}

/** With what a run is compared. */
function addComparison(command: CommandUnknownOpts, say: Declaring['say']): void {
  command.option(
    '--since <REF>',
    say({
      zh: '与 git 的这个版本（分支、标签或提交）的分叉点比较：\n只有本次改动带来的问题才算失败',
      en: 'compare with the merge base of this git revision and HEAD:\nonly what the change introduces can fail',
    }),
  );
}

/** What a run is about, and what of it is shown. */
function addChoices(command: CommandUnknownOpts, say: Declaring['say']): void {
  command
    .option(
      '--show <LEVEL>',
      say({
        zh: '文字格式列出哪些级别：error、warning 或 info（默认全部）；\n不影响失败与否',
        en: 'what the text format lists: error, warning or info (all);\ndoes not change what fails',
      }),
      oneOf('--show', SEVERITIES, SEVERITY_NAMES),
    )
    .option(
      '--owner <NAME>',
      say({ zh: '只看这些负责人的；可重复', en: 'only entries of these owners; repeatable' }),
      wordsFor('--owner', COMMA),
    )
    .option(
      '--licence <ID>',
      say({
        zh: '只看这些许可证或业务（ID/种类）；可重复',
        en: 'only these licences or services (ID/KIND); repeatable',
      }),
      wordsFor('--licence'),
    )
    .option(
      '--select <RULE>',
      say({ zh: '只用这些规则或模块；可重复', en: 'only these rules or modules; repeatable' }),
      wordsFor('--select'),
    )
    .option(
      '--ignore <RULE>',
      say({ zh: '不用这些规则或模块；可重复', en: 'all except these rules or modules; repeatable' }),
      wordsFor('--ignore'),
    );
}

/** What is written, and where. */
function addDocuments(command: CommandUnknownOpts, say: Declaring['say']): void {
  command
    .option(
      '--format <NAME[=FILE]>',
      say({
        zh: `${CHECK_FORMATS.join('、')}；\n可写入文件，可重复（默认 text）`,
        en: `${CHECK_FORMATS.join(', ')}; to stdout or a file, repeatable (text)`,
      }),
      readDestination,
    )
    .option(
      '--receipt <FILE>',
      say({
        zh: '另写一份检查回执，`ledger receipt` 凭它发现已停止的定时检查',
        en: 'also write a receipt, with which `ledger receipt` detects that scheduled checks have stopped',
      }),
    );
}

/** What is mended before the check. */
function addRepair(command: CommandUnknownOpts, say: Declaring['say']): void {
  command
    .option(
      '--fix',
      say({
        zh: '改正只有一种改法的地方，再检查；其余原样不动',
        en: 'first fix what has only one possible correction; leave everything else unchanged',
      }),
    )
    .option('--yes', say({ zh: '与 --fix 同用：不再确认，直接写入', en: 'with --fix: write without asking' }))
    .option(
      '--dry-run',
      say({ zh: '与 --fix 同用：只显示改动，不写入', en: 'with --fix: show the change, write nothing' }),
    );
}
