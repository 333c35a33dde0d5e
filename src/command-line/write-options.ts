/** The options that every command has which writes. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import type { Text } from '../domain/text.ts';

export interface WriteOptions {
  /** The ledger; absent: the nearest one upward. */
  readonly file?: string | undefined;
  /** Show the change, write nothing. */
  readonly dryRun?: boolean | undefined;
  /** Do not ask whether to write. */
  readonly yes?: boolean | undefined;
}

export function addWriteOptions<Target extends CommandUnknownOpts>(
  command: Target,
  say: (text: Text) => string,
): Target {
  command
    .option(
      '--file <LEDGER>',
      say({ zh: '要写入的台账（默认取最近的 ledger.yaml）', en: 'the ledger (the nearest one)' }),
    )
    .option('--dry-run', say({ zh: '只显示改动，不写入', en: 'show the change, write nothing' }))
    .option('--yes', say({ zh: '不再确认，直接写入', en: 'write without asking' }));
  return command;
}

export interface InterviewOptions extends WriteOptions {
  /** Go on with the interview that was broken off. */
  readonly resume?: boolean | undefined;
}

/** For commands that ask for what their command line leaves out. */
export function addInterviewOptions<Target extends CommandUnknownOpts>(
  command: Target,
  say: (text: Text) => string,
): Target {
  addWriteOptions(command, say).option('--resume', say(RESUME));
  return command;
}

export const RESUME: Text = { zh: '接着填上次的草稿', en: 'go on with the draft that was kept' };
