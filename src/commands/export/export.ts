/** `ledger export`: the register as a spreadsheet. */
import { extname, resolve } from 'node:path';

import { renderComplaint, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Language, Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { systemCodeOf } from '../../platform/system-error.ts';
import type { CompanyRows } from '../../reporters/register/columns.ts';
import type { OtherTable } from '../../reporters/register/other-rows.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { tellEach, toRegister } from '../../run/tell-ledgers.ts';

/** The formats in which a register goes out as a spreadsheet. */
export type SpreadsheetFormat = 'xlsx' | 'csv';

export interface ExportOptions {
  readonly to?: SpreadsheetFormat | undefined;
  readonly output?: string | undefined;
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
}

/**
 * Writes what is recorded; nothing where a ledger could not be read, so that no half register is taken for the whole.
 *
 * @throws {Refusal} where no format is given, a workbook would go to a terminal, or the file is a ledger
 */
export async function exportRegister(
  paths: readonly string[],
  { to, output, asOf, within }: ExportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const format = to ?? formatNamedBy(output);
  if (format === 'xlsx' && output === undefined && io.stdout.isTerminal) throw workbookOnTerminal();

  const registers: CompanyRows[] = [];
  let first: Ledger | undefined;
  const { files, code } = await tellEach(paths, asOf, invocation, (one) => {
    // What was read of a file is more than what its rows say.
    const { company, rows } = toRegister(one, { within });
    registers.push({ company, rows });
    first ??= one.ledger;
  });
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, files, io);
  if (code !== ExitCode.ok) return code;
  const book: Book = {
    registers,
    others: registers.length > 1 ? [] : await othersOf(first, languages.people),
    language: languages.people,
  };
  if (format === 'csv' && output !== undefined && (await isFolder(output, invocation))) {
    return (await writeFolder(output, book, invocation)) ? ExitCode.ok : ExitCode.noVerdict;
  }
  const isWritten = await writeOutput(output, await render(book, format), invocation);
  if (format === 'csv') await tellLeftOut(book, invocation);
  return isWritten ? ExitCode.ok : ExitCode.noVerdict;
}

interface Book {
  readonly registers: readonly CompanyRows[];
  /** None where there are several ledgers: a row does not say to which it belongs. */
  readonly others: readonly OtherTable[];
  readonly language: Language;
}

async function othersOf(only: Ledger | undefined, language: Language): Promise<readonly OtherTable[]> {
  if (only === undefined) return [];
  const { otherTables } = await import('../../reporters/register/other-rows.ts');
  return otherTables(only, language, catalogue.kinds);
}

async function render(
  { registers, others, language }: Book,
  format: SpreadsheetFormat,
): Promise<Iterable<string> | Uint8Array> {
  if (format === 'csv') {
    const { linesByService, registerCsv } = await import('../../reporters/register/columns.ts');
    return registerCsv(registers, language, catalogue.kinds, linesByService);
  }
  const { sheetsOf } = await import('./register-workbook.ts');
  const { writeXlsx } = await import('../../spreadsheet/write-xlsx.ts');
  return writeXlsx(sheetsOf(registers, others, language));
}

/** `registers/`, or a folder that is there. */
async function isFolder(output: string, { io }: Invocation): Promise<boolean> {
  if (/[/\\]$/u.test(output)) return true;
  return (await io.files.kindOf(resolve(io.cwd, output)).catch(() => undefined)) === 'folder';
}

/** A CSV file for each sheet of the workbook, named after it. */
async function writeFolder(
  folder: string,
  { registers, others, language }: Book,
  { io, languages }: Invocation,
): Promise<boolean> {
  const { sheetsOf } = await import('./register-workbook.ts');
  const { renderCsv } = await import('../../reporters/writing/csv.ts');
  for (const { name, columns, rows } of sheetsOf(registers, others, language)) {
    const path = resolve(io.cwd, folder, `${name}.csv`);
    const text = renderCsv([
      columns.map(({ heading }) => heading),
      ...Array.from(rows, (row) => row.map(({ value }) => value)),
    ]);
    try {
      await io.files.create([{ path, text }]).catch(async (error: unknown) => {
        if (systemCodeOf(error) !== 'EEXIST') throw error;
        await io.files.write(path, text);
      });
    } catch (error) {
      await io.stderr.write(renderComplaint(refusedOutput(`${folder}${name}.csv`, error), languages.people));
      return false;
    }
  }
  return true;
}

/** One table holds licences and contracts; what else the ledger has is not in it, and that is said. */
async function tellLeftOut({ others, language }: Book, { io }: Invocation): Promise<void> {
  const names = others.filter(({ columns }) => columns.length > 1).map(({ title }) => title[language]);
  if (names.length === 0) return;
  const notice: Text = {
    zh: `CSV 只有许可证和合同，不含：${names.join('、')}。全部导出用 --to xlsx，或 --to csv --output 文件夹/`,
    en: `the CSV has only licences and contracts, without: ${names.join(', ')}. To export everything, use --to xlsx, or --to csv --output FOLDER/`,
  };
  await io.stderr.write(`${notice[language]}\n`);
}

function formatNamedBy(output: string | undefined): SpreadsheetFormat {
  const extension = output === undefined ? '' : extname(output).slice(1).toLowerCase();
  if (extension === 'xlsx' || extension === 'csv') return extension;
  throw usageError({
    where: '--to',
    what: { zh: '没有指定格式', en: 'no format is given' },
    remedy: { zh: '请写 `--to xlsx` 或 `--to csv`。', en: 'Write `--to xlsx` or `--to csv`.' },
  });
}

function workbookOnTerminal(): Error {
  return usageError({
    where: '--to xlsx',
    what: { zh: '工作簿不能显示在终端上', en: 'a workbook cannot be shown on a terminal' },
    remedy: { zh: '请写入文件：`--output 台账.xlsx`。', en: 'Write it to a file: `--output register.xlsx`.' },
  });
}
