/** What commander finds wrong with a command line, in the product's own words. */
import type { CommanderError, CommandUnknownOpts } from '@commander-js/extra-typings';

import { didYouMean, nearest } from '../schema/did-you-mean.ts';
import type { Complaint } from './complaint.ts';

/** Commander names the word that it means between quotes, and nowhere else. */
export function usageComplaint({ code, message }: CommanderError, command: CommandUnknownOpts): Complaint {
  const where = /'([^']*)'/u.exec(message)?.[1];
  const remedy = seeHelp(command);
  switch (code) {
    case 'commander.unknownCommand': {
      const names = command.commands.map((one) => one.name());
      return {
        where,
        what: { zh: '没有这个命令', en: 'there is no such command' },
        remedy: didYouMean(nearest(where ?? '', names)) ?? remedy,
      };
    }
    case 'commander.unknownOption': {
      const flags = command
        .createHelp()
        .visibleOptions(command)
        .flatMap(({ long }) => long ?? []);
      return {
        where,
        what: { zh: '没有这个选项', en: 'there is no such option' },
        remedy: didYouMean(nearest(where?.split('=')[0] ?? '', flags)) ?? remedy,
      };
    }
    case 'commander.optionMissingArgument':
      return { where, what: { zh: '后面缺少值', en: 'its value is missing' }, remedy };
    case 'commander.missingArgument':
      return { where, what: { zh: '缺少这个参数', en: 'this argument is missing' }, remedy };
    case 'commander.excessArguments':
      return { where, what: { zh: '参数过多', en: 'there are too many arguments' }, remedy };
    default:
      return { what: { zh: message, en: message }, remedy };
  }
}

function seeHelp(command: CommandUnknownOpts): Complaint['remedy'] {
  const line = `${commandLineOf(command)} --help`;
  return { zh: `用法见 \`${line}\`。`, en: `See \`${line}\`.` };
}

function commandLineOf(command: CommandUnknownOpts): string {
  return command.parent === null ? command.name() : `${commandLineOf(command.parent)} ${command.name()}`;
}
