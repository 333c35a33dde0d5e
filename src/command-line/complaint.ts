/** What keeps a run from its end, told with a place and a remedy. */
import type { CommandUnknownOpts, CommanderError } from '@commander-js/extra-typings';

import { didYouMean, nearest } from '../domain/near-word.ts';
import { placeholderIn } from '../domain/placeholder.ts';
import type { Language, Text } from '../domain/text.ts';
import { ExitCode } from '../exit-code.ts';
import type { Io } from '../platform/io.ts';
import { printable, withoutCommands } from '../reporters/writing/printable.ts';
import { VERSION } from '../version.ts';

export interface Complaint {
  /** The path, option or word that is meant. */
  readonly where?: string | undefined;
  readonly what: Text;
  /** What to do about it. */
  readonly remedy: Text;
}

/** Ends a command with a complaint instead of an answer. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly code: typeof ExitCode.usage | typeof ExitCode.noVerdict;
  readonly complaint: Complaint;
  /** What else is wrong. */
  readonly also: readonly Complaint[];

  constructor(code: Refusal['code'], complaint: Complaint, also: readonly Complaint[] = []) {
    super(complaint.what.en);
    this.code = code;
    this.complaint = complaint;
    this.also = also;
  }
}

/** The command line cannot be understood; nothing was done. */
export function usageError(complaint: Complaint): Refusal {
  return new Refusal(ExitCode.usage, complaint);
}

/** The command line itself. @throws {Refusal} for a printed command in which something is still to be filled in */
export function filledIn(argv: readonly string[]): readonly string[] {
  // What a shell completes is still being written.
  if (argv[0] === 'complete') return argv;
  for (const word of argv) {
    const means = placeholderIn(word)?.means;
    if (means === undefined) continue;
    throw usageError({
      where: word,
      what: { zh: '还没有填写', en: 'not filled in yet' },
      remedy: { zh: `请换成${means.zh}。`, en: `Put ${means.en} in its place.` },
    });
  }
  return argv;
}

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

const LABELS = {
  zh: { error: '错误', notice: '注意', remedy: '处理', colon: '：' },
  en: { error: 'error', notice: ' note', remedy: '   do', colon: ': ' },
} as const;

/** Two lines; words from the command line or the disk cannot forge a third. */
export function renderComplaint(complaint: Complaint, language: Language): string {
  return render('error', complaint, language);
}

/** Tells each of them on stderr. */
export async function tellComplaints(
  complaints: readonly Complaint[],
  { stderr }: Pick<Io, 'stderr'>,
  language: Language,
): Promise<void> {
  for (const complaint of complaints) await stderr.write(renderComplaint(complaint, language));
}

/** A complaint where the run goes on. */
export function renderNotice(complaint: Complaint, language: Language): string {
  return render('notice', complaint, language);
}

function render(gravity: 'error' | 'notice', { where, what, remedy }: Complaint, language: Language): string {
  const { [gravity]: lead, remedy: label, colon } = LABELS[language];
  const sentence = where === undefined ? what[language] : `${where || '""'}${colon}${what[language]}`;
  return withoutCommands(`${lead}${colon}${printable(sentence)}\n${label}${colon}${printable(remedy[language])}\n`);
}

/** What commander finds wrong, in the product's words. It names the word that it means between quotes, and nowhere else. */
export function usageComplaint({ code, message }: CommanderError, command: CommandUnknownOpts): Complaint {
  const where = /'([^']*)'/u.exec(message)?.[1];
  const remedy = seeHelp(command);
  switch (code) {
    case 'commander.unknownCommand': {
      const names = command.commands.map((one) => one.name());
      return {
        where,
        what: { zh: '没有这个命令', en: 'unknown command' },
        remedy: didYouMean(nearest(where ?? '', names)) ?? remedy,
      };
    }
    case 'commander.unknownOption': {
      const flags = command
        .createHelp()
        .visibleOptions(command)
        .flatMap(({ long }) => long ?? []);
      const near = didYouMean(nearest(where?.split('=')[0] ?? '', flags));
      const other = flags.includes('--set') ? SET_INSTEAD : undefined;
      return {
        where,
        what: { zh: '没有这个选项', en: 'unknown option' },
        remedy: joined(near, other) ?? remedy,
      };
    }
    case 'commander.optionMissingArgument':
      return { where, what: { zh: '后面缺少值', en: 'a value is missing' }, remedy };
    case 'commander.missingArgument':
      return { where, what: { zh: '缺少这个参数', en: 'this argument is missing' }, remedy };
    case 'commander.missingMandatoryOptionValue':
      return { where, what: { zh: '缺少这个选项', en: 'this option is missing' }, remedy };
    case 'commander.excessArguments':
      return { where, what: { zh: '参数过多', en: 'too many arguments' }, remedy };
    default:
      return { what: { zh: message, en: message }, remedy };
  }
}

const SET_INSTEAD: Text = {
  zh: '没有专用选项的字段写成 `--set 字段=值`。',
  en: 'A field without an option of its own is given as `--set NAME=VALUE`.',
};

function joined(one: Text | undefined, other: Text | undefined): Text | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { zh: `${one.zh}${other.zh}`, en: `${one.en} ${other.en}` };
}

function seeHelp(command: CommandUnknownOpts): Complaint['remedy'] {
  const line = `${commandLineOf(command)} --help`;
  return { zh: `用法见 \`${line}\`。`, en: `See \`${line}\`.` };
}

function commandLineOf(command: CommandUnknownOpts): string {
  return command.parent === null ? command.name() : `${commandLineOf(command.parent)} ${command.name()}`;
}

const WORDS = {
  zh: ['程序自身出现故障，未能完成。', '请向维护者报告，并附上以下内容：'],
  en: ['ledger stopped because of a fault of its own.', 'Please report it to the maintainers and include these lines:'],
} as const;

const BROKEN = {
  zh: ['ledger 的安装已损坏，请重新安装 (npm install)。', '详情：'],
  en: ['the installation of ledger is broken; install it again (npm install).', 'Details:'],
} as const;

/** Whether a file of the program itself is missing or damaged; also where what would tell it is. */
async function isBroken({ isWhole = async () => true }: Io): Promise<boolean> {
  try {
    return !(await isWhole());
  } catch {
    return true;
  }
}

/** Says on stderr what a report needs: version, command line and stack. */
export async function reportFault(error: unknown, argv: readonly string[], language: Language, io: Io): Promise<void> {
  const lines = [
    ...((await isBroken(io)) ? BROKEN : WORDS)[language],
    `  ledger ${VERSION}, ${io.runtime}`,
    `  ${['ledger', ...argv].map((word) => JSON.stringify(word)).join(' ')}`,
    ...stackOf(error)
      .split('\n')
      .map((line) => `  ${printable(line)}`),
  ];
  await io.stderr.write(`${lines.join('\n')}\n`);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
