/** `ledger export`: the register as a spreadsheet. */
import { extname } from 'node:path';

import { usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Register } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { readToTell, toRegister } from '../../run/tell-ledgers.ts';

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
 * @throws {Refusal} where no format is named, a workbook would go to a terminal, or the file is a ledger
 */
export async function exportRegister(
  paths: readonly string[],
  { to, output, asOf, within }: ExportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const format = to ?? formatNamedBy(output);
  if (format === 'xlsx' && output === undefined && io.stdout.isTerminal) throw workbookOnTerminal();

  const { ledgers, files, code } = await readToTell(paths, asOf, invocation);
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, files, io);
  if (code !== ExitCode.ok) return code;
  const registers = ledgers.map((ledger) => toRegister(ledger, { within }));
  const document = await render(registers, format, languages.people);
  return (await writeOutput(output, document, invocation)) ? ExitCode.ok : ExitCode.noVerdict;
}

async function render(
  registers: readonly Register[],
  format: SpreadsheetFormat,
  language: Language,
): Promise<string | Uint8Array> {
  if (format === 'csv') {
    const { linesByService, renderRegisterCsv } = await import('../../reporters/register/columns.ts');
    return renderRegisterCsv(registers, language, catalogue.kinds, linesByService);
  }
  const { registerWorkbook } = await import('./register-workbook.ts');
  return registerWorkbook(registers, language);
}

function formatNamedBy(output: string | undefined): SpreadsheetFormat {
  const extension = output === undefined ? '' : extname(output).slice(1).toLowerCase();
  if (extension === 'xlsx' || extension === 'csv') return extension;
  throw usageError({
    where: '--to',
    what: { zh: '没有指定格式', en: 'no format is named' },
    remedy: { zh: '请写 `--to xlsx` 或 `--to csv`。', en: 'Write `--to xlsx` or `--to csv`.' },
  });
}

function workbookOnTerminal(): Error {
  return usageError({
    where: '--to xlsx',
    what: { zh: '工作簿不能显示在终端上', en: 'a workbook cannot be shown on a terminal' },
    remedy: { zh: '请写入文件：`--output 台账.xlsx`。', en: 'Send it to a file: `--output register.xlsx`.' },
  });
}
