/** Options that several commands have. */
import { Argument, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';

import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Text } from '../domain/text.ts';
import { usageError } from './complaint.ts';
import { dayFor, daysFor } from './option-values.ts';

/** The ledgers that a command reads. */
export function pathsArgument(say: (text: Text) => string): Argument<'[PATH...]'> {
  return new Argument('[PATH...]', say({ zh: '台账文件、文件夹或通配符', en: 'ledger files, folders or patterns' }));
}

/** The day that is asked about. */
export function asOfOption(say: (text: Text) => string): Option<'--as-of <DATE>', undefined, undefined, CalendarDay> {
  const words = say({ zh: '检查日（默认今天）', en: 'the as-of day (today)' });
  return new Option('--as-of <DATE>', words).argParser(dayFor('--as-of'));
}

/** Days of warning. */
export function withinOption(say: (text: Text) => string): Option<'--within <DAYS>', undefined, undefined, number> {
  const words = say({ zh: '提前多少天预警，覆盖台账中的设置', en: 'days of warning; overrides the ledger' });
  return new Option('--within <DAYS>', words).argParser(daysFor('--within'));
}

export interface WriteOptions {
  /** The ledger; absent: the nearest one upward. */
  readonly file?: string | undefined;
  /** Show the change, write nothing. */
  readonly dryRun?: boolean | undefined;
  /** Do not ask whether to write. */
  readonly yes?: boolean | undefined;
}

/** The options that every command has which writes. */
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

export const RESUME: Text = { zh: '从上次保存的草稿继续', en: 'continue from the saved draft' };

/** What a ledger is taken to say instead of what it does. */
export interface Assumption {
  /** As it was given. */
  readonly word: string;
  /** An id, a service `ID/KIND`, or a section: `company`, `policy`, `rules`. */
  readonly entry: string;
  /** Keys from the entry down; empty where the entry itself is meant. */
  readonly field: readonly string[];
  /** Undefined: it is gone. */
  readonly value: string | undefined;
}

const GONE = 'gone';

/** `--assume ENTRY.FIELD=VALUE`: as if the ledger said so. */
export function addAssumeOption<Target extends CommandUnknownOpts>(
  command: Target,
  say: (text: Text) => string,
): Target {
  command.option(
    '--assume <ENTRY.FIELD=VALUE>',
    say({
      zh: '按假设的内容检查；条目=gone 表示没有该条目；可重复',
      en: 'assume that the ledger says so; ENTRY=gone leaves the entry out; repeatable',
    }),
    readAssumption,
  );
  return command;
}

/** @throws {Refusal} for a word of another form */
function readAssumption(word: string, before: readonly Assumption[] = []): readonly Assumption[] {
  const at = word.indexOf('=');
  const [entry = '', ...field] = word
    .slice(0, Math.max(at, 0))
    .split('.')
    .map((step) => step.trim());
  const value = word.slice(at + 1).trim();
  const isWhole = at !== -1 && ![entry, ...field].includes('');
  if (!isWhole || (field.length === 0 && value !== GONE)) throw malformed(word);
  return [...before, { word, entry, field, value: value === GONE ? undefined : value }];
}

function malformed(word: string): Error {
  return usageError({
    where: `--assume ${word}`,
    what: { zh: '应写成 条目.字段=值，或 条目=gone', en: 'not in the form ENTRY.FIELD=VALUE or ENTRY=gone' },
    remedy: {
      zh: '例如 --assume line-bj-2026.expires=2027-01-31，或 --assume line-bj-2026=gone。',
      en: 'For example --assume line-bj-2026.expires=2027-01-31, or --assume line-bj-2026=gone.',
    },
  });
}
