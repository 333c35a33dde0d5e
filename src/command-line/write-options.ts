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
