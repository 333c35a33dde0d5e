/** Why a path leads to no ledger, and what to do. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import type { Text } from '../domain/text.ts';
import { FileInUse } from '../platform/io.ts';
import { describeSystemError, systemCodeOf } from '../platform/system-error.ts';
import { type Complaint, usageError } from './complaint.ts';

export function missing(where: string): Complaint {
  if (isUnreadable(where)) return { where, ...NOT_UTF8 };
  return {
    where,
    what: { zh: '不存在', en: 'does not exist' },
    remedy: { zh: '请核对路径。', en: 'Check the path.' },
  };
}

const REPLACEMENT = String.fromCodePoint(0xff_fd);

/** Bytes of a name that are no UTF-8 are read as these, and under that name there is nothing. */
function isUnreadable(path: string): boolean {
  return path.includes(REPLACEMENT);
}

const NOT_UTF8 = {
  what: { zh: '名称不是有效的 UTF-8，无法打开', en: 'the name is not valid UTF-8, so it cannot be opened' },
  remedy: {
    zh: '请改用 UTF-8 名称：`ls -b` 可显示其字节，`git mv` 可改名。',
    en: 'Give it a name in UTF-8: `ls -b` shows its bytes, `git mv` renames it.',
  },
};

/** Said before the work on it begins: a long silence looks like a hang, and a job may have little memory. */
export function large(where: string, bytes: number): Complaint {
  const megabytes = Math.round(bytes / 1e6);
  return {
    where,
    what: {
      zh: `文件有${megabytes} MB：可能要一分钟以上，并占用1 GB以上的内存`,
      en: `a file of ${megabytes} MB: this may take a minute or more, and over 1 GB of memory`,
    },
    remedy: WAIT,
  };
}

/** @param remedy what to give in its place; a ledger where it is absent */
export function neitherFileNorFolder(where: string, remedy: Text = A_LEDGER): Complaint {
  return { where, what: { zh: '既不是文件，也不是文件夹', en: 'neither a file nor a folder' }, remedy };
}

const A_LEDGER: Text = {
  zh: '请改为台账文件或其所在的文件夹。',
  en: 'Give a ledger file, or the folder that holds it.',
};

export function emptyFolder(where: string): Complaint {
  return {
    where,
    what: {
      zh: '此文件夹及其下级中没有 `ledger.yaml` 或 `*.ledger.yaml`',
      en: 'there is no `ledger.yaml` or `*.ledger.yaml` in this folder or below it',
    },
    remedy: {
      zh: '请核对路径；台账用其他名称的，请直接写出文件名。',
      en: 'Check the path, or give the name of the ledger file.',
    },
  };
}

export function unmatched(where: string): Complaint {
  return {
    where,
    what: { zh: '没有匹配的文件', en: 'no file matches this pattern' },
    remedy: {
      zh: '请核对通配符；`node_modules` 和以点开头的文件夹不在查找范围内。',
      en: 'Check the pattern; `node_modules` and folders that begin with a dot are not searched.',
    },
  };
}

/** @param below ledgers in the folders below, as they are named from here */
export function noneUpward(below: readonly string[]): Complaint {
  const what = {
    zh: '当前文件夹及其各级上级中都没有 `ledger.yaml`',
    en: 'there is no `ledger.yaml` in this folder or any above it',
  };
  const [first] = below;
  if (first === undefined) {
    return {
      what,
      remedy: {
        zh: '请写出台账的路径：`ledger check 路径`。',
        en: 'Give the path of the ledger: `ledger check PATH`.',
      },
    };
  }
  const shown = below.slice(0, MOST_NAMED);
  const more = below.length - shown.length;
  return {
    what,
    remedy: {
      zh: `下级文件夹中有${shown.join('、')}${more === 0 ? '' : `等${below.length}份`}：运行 \`ledger check .\` 检查全部，或写明其中一份。`,
      en: `Folders below have ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}: run \`ledger check .\` to check all of them, or give the path of one.`,
    },
  };
}

const MOST_NAMED = 5;

/** A path that the system refuses. @throws the error itself, where it is not the system's */
export function refused(where: string, error: unknown): Complaint {
  const complaint = refusedBySystem(error);
  if (complaint === undefined) throw error;
  return { ...complaint, where };
}

/** What the system refuses, by the path that it names itself; undefined for errors that are not the system's. */
export function refusedBySystem(error: unknown): Complaint | undefined {
  const what = describeSystemError(error);
  if (what === undefined) return undefined;
  const where = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (systemCodeOf(error) === 'ENOENT' && where !== undefined && isUnreadable(where)) return { where, ...NOT_UTF8 };
  return { where, what, remedy: { zh: '请核对路径和访问权限。', en: 'Check the path and its permissions.' } };
}

/** A document that cannot be written. @throws the error itself, where it is not the system's */
export function refusedOutput(where: string, error: unknown): Complaint {
  if (error instanceof FileInUse) return inUse(where, error);
  const reason = describeSystemError(error);
  if (reason === undefined) throw error;
  return {
    where,
    what: { zh: `无法写入：${reason.zh}`, en: `cannot be written: ${reason.en}` },
    remedy: { zh: '请核对所在文件夹、权限和剩余空间。', en: 'Check the folder, its permissions and the free space.' },
  };
}

function inUse(where: string, { lock, holder }: FileInUse): Complaint {
  if (lock === undefined) {
    return {
      where,
      what: {
        zh: '另一个程序不断保存这份文件，没有写入',
        en: 'another program keeps saving this file; nothing was written',
      },
      remedy: { zh: '等它停下后再试。', en: 'Try again after it stops.' },
    };
  }
  const process = holder === undefined ? { zh: '', en: '' } : { zh: `（进程${holder}）`, en: ` (process ${holder})` };
  return {
    where,
    what: {
      zh: `另一个程序${process.zh}正占用这份文件，没有写入`,
      en: `another program${process.en} is using this file; nothing was written`,
    },
    remedy: {
      zh: `等它结束后再试；它已不在运行的，删去 \`${lock}\`。`,
      en: `Try again after it ends. If it is no longer running, remove \`${lock}\`.`,
    },
  };
}

/** The run goes on. */
export function stillReading(where: string): Complaint {
  return { where, what: { zh: '仍在读取', en: 'still being read' }, remedy: WAIT };
}

/** What to do while something takes long. */
export const WAIT: Text = { zh: '请稍候，或按Ctrl-C结束。', en: 'Wait, or end it with Ctrl-C.' };

/** @param then what does not come of it, behind `it is not a valid ledger, so` */
export function invalidLedger(where: string, then: Text): Complaint {
  return {
    where,
    what: { zh: `不是有效的台账，${then.zh}`, en: `not a valid ledger, so ${then.en}` },
    remedy: { zh: `运行 \`ledger check ${where}\` 查看原因。`, en: `Run \`ledger check ${where}\` to see why.` },
  };
}

const OF_PATHS = /\b(?:PATH|FILE|FOLDER|LEDGER)\b/u;

/** An empty path, as from an unset variable, would mean the working folder. @throws {Refusal} where a command line has one */
export function refuseEmptyPaths(command: CommandUnknownOpts): void {
  const options = command.options.map(
    (option) => [option.flags, command.getOptionValue(option.attributeName())] as const,
  );
  const words = command.registeredArguments.map(
    (argument, at) => [argument.name(), command.processedArgs[at]] as const,
  );
  const found = [...options, ...words].find(([name, given]) => OF_PATHS.test(name) && [given].flat().includes(''));
  if (found === undefined) return;
  throw usageError({
    where: found[0].replace(/[<>]/gu, ''),
    what: { zh: '路径为空', en: 'the path is empty' },
    remedy: {
      zh: '请写出路径；路径取自变量的，请核对变量的值。',
      en: 'Write the path; where it comes from a variable, see whether that is set.',
    },
  });
}
