/** The parts of help that every command has. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { LANGUAGES, type Text } from '../domain/text.ts';
import { ENDINGS, type Ending } from '../exit-code.ts';
import { displayWidth, padTo } from '../reporters/writing/display-width.ts';
import { oneOf } from './option-values.ts';

type Say = (text: Text) => string;

export type Example = readonly [commandLine: string, does: Text];

/** The value itself is read before the command line is parsed; here it is named and checked. */
export function addLanguageOption<Target extends CommandUnknownOpts>(command: Target, say: Say): Target {
  command.option(
    '--lang <LANGUAGE>',
    say({ zh: 'zh 或 en（默认取 LEDGER_LANG，再取系统语言）', en: 'zh or en (LEDGER_LANG, else the locale)' }),
    oneOf('--lang', LANGUAGES),
  );
  return command;
}

/** Below the options: examples, and the exit codes that the command can end with. */
export function addExamples(
  command: CommandUnknownOpts,
  say: Say,
  examples: readonly Example[],
  ending: Ending = 'tells',
): void {
  const examplePart = listing(
    say({ zh: '示例：', en: 'Examples:' }),
    examples.map(([line, does]) => [line, say(does)]),
  );
  const codePart = listing(
    say({ zh: '退出码：', en: 'Exit codes:' }),
    Object.entries(ENDINGS[ending]).map(([code, means]) => [code, say(means)]),
  );
  command.addHelpText('after', `\n${examplePart}\n\n${codePart}`);
}

/** The headings that commander writes in English. */
export function headingsIn(say: Say): (heading: string) => string {
  const headings = new Map([
    // Commander puts the command line behind it, after a space.
    ['Usage:', `${say({ zh: '用法：', en: 'Usage:' })}\n `],
    ['Arguments:', say({ zh: '参数：', en: 'Arguments:' })],
    ['Options:', say({ zh: '选项：', en: 'Options:' })],
    ['Commands:', say({ zh: '命令：', en: 'Commands:' })],
  ]);
  return (heading) => headings.get(heading) ?? heading;
}

function listing(heading: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([term]) => displayWidth(term)));
  return [heading, ...rows.map(([term, words]) => `  ${padTo(width, term)}  ${words}`)].join('\n');
}

/** The command and all below it. */
export function allCommands(command: CommandUnknownOpts): readonly CommandUnknownOpts[] {
  return [command, ...command.commands.flatMap(allCommands)];
}
