/** The file, or the folder of files, that is to be imported. */
import { join, resolve } from 'node:path';

import { type Complaint, Refusal } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { missing, neitherFileNorFolder, refused } from '../../command-line/path-complaint.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Files } from '../../platform/io.ts';
import { systemCodeOf } from '../../platform/system-error.ts';
import { LIMITS, type UnreadableWorkbook } from '../../spreadsheet/limits.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';

/** @throws {Refusal} for what is not there, cannot be read, or is no spreadsheet */
export async function readSheets(file: string, { io }: Invocation): Promise<readonly Sheet[]> {
  const path = resolve(io.cwd, file);
  let books: readonly BookFile[];
  try {
    const kind = await io.files.kindOf(path);
    if (kind === undefined) throw new Refusal(ExitCode.noVerdict, missing(file));
    if (kind === 'other') throw new Refusal(ExitCode.noVerdict, neitherFileNorFolder(file, A_SPREADSHEET));
    books = kind === 'file' ? [{ name: '', bytes: await read(path, io.files) }] : await csvFilesIn(path, io.files);
  } catch (error) {
    if (systemCodeOf(error) === 'EFBIG') throw new Refusal(ExitCode.noVerdict, { where: file, ...TOO_LONG });
    throw error instanceof Refusal ? error : new Refusal(ExitCode.noVerdict, refused(file, error));
  }
  const { readWorkbook } = await import('../../spreadsheet/read-workbook.ts');
  const sheets: Sheet[] = [];
  for (const { name, bytes } of books) {
    const book = await readWorkbook(bytes, name);
    const where = name === '' ? file : join(file, `${name}.csv`);
    if ('unreadable' in book) throw new Refusal(ExitCode.noVerdict, { where, ...describeUnreadable(book) });
    sheets.push(...book);
  }
  return sheets;
}

const A_SPREADSHEET: Text = { zh: '请改为 xlsx 或 csv 文件。', en: 'Give an xlsx or csv file.' };

/** Bytes. A workbook has pictures too, which are not read; what is larger would not fit into the memory beside them. */
const LARGEST = 4 * LIMITS.bytes;

async function read(path: string, files: Files): Promise<Uint8Array> {
  return files.readUpTo(path, LARGEST);
}

interface BookFile {
  /** Of the sheet that a CSV file of a folder is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `export` wrote: a CSV file for each sheet. */
async function csvFilesIn(folder: string, files: Files): Promise<readonly BookFile[]> {
  const entries = await files.list(folder);
  const names = entries
    .flatMap(({ name, kind }) => (kind === 'file' && /\.csv$/iu.test(name) ? [name] : []))
    .toSorted();
  const books: BookFile[] = [];
  for (const name of names) books.push({ name: name.slice(0, -4), bytes: await read(join(folder, name), files) });
  return books;
}

/** Why a file is no spreadsheet to this program, and what to do. */
function describeUnreadable(problem: UnreadableWorkbook): Complaint {
  switch (problem.unreadable) {
    case 'legacy':
      return {
        what: {
          zh: '这是旧版 xls/et 文件，或设有密码',
          en: 'a workbook in the old xls format, or one with a password',
        },
        remedy: {
          zh: '用 Excel 或 WPS 打开，去掉密码，另存为 xlsx。',
          en: 'Open it in Excel or WPS, remove the password and save it as xlsx.',
        },
      };
    case 'workbook':
      return {
        what: { zh: '不是可以读取的表格文件', en: 'not a spreadsheet that can be read' },
        remedy: { zh: '请另存为 xlsx 或 csv。', en: 'Save it as xlsx or csv.' },
      };
    case 'too-large':
      return tooLarge(problem.limit);
    case 'csv': {
      const { line } = problem;
      return {
        what: {
          zh: line === undefined ? 'CSV 格式有误' : `第${line}行的 CSV 格式有误`,
          en: line === undefined ? 'not valid CSV' : `line ${line} is not valid CSV`,
        },
        remedy: { zh: '核对该处的引号，或另存为 xlsx。', en: 'Check the quotes there, or save it as xlsx.' },
      };
    }
  }
}

const LIMIT_NAMES: Readonly<Record<keyof typeof LIMITS, Text>> = {
  rows: { zh: '行', en: 'rows' },
  cells: { zh: '个单元格', en: 'cells' },
  characters: { zh: '个字符', en: 'characters' },
  bytes: { zh: '字节（解压后）', en: 'bytes when unpacked' },
  elements: { zh: '个XML元素', en: 'XML elements' },
  formats: { zh: '种单元格格式', en: 'cell formats' },
};

const SPLIT: Text = {
  zh: '删去表格以外的内容，或拆成几个文件。',
  en: 'Delete what is not part of the table, or split the file.',
};

const TOO_LONG: Pick<Complaint, 'what' | 'remedy'> = {
  what: { zh: '文件过大，没有读取', en: 'the file is too large; not read' },
  remedy: SPLIT,
};

function tooLarge(limit: keyof typeof LIMITS): Pick<Complaint, 'what' | 'remedy'> {
  const [name, most] = [LIMIT_NAMES[limit], LIMITS[limit]];
  return {
    what: { zh: `超过${most}${name.zh}，没有读取`, en: `more than ${most} ${name.en}; not read` },
    remedy: SPLIT,
  };
}
