/** `ledger import`: the spreadsheet that was kept so far becomes entries. */
import { resolve } from 'node:path';

import { Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { missing, neitherFileNorFolder, refused } from '../../command-line/path-complaint.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { printable } from '../../reporters/writing/printable.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import { formatPlace, type Sheet } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import { describeUnreadable, readDrafts, type ReadFile, type ReadOptions } from './import-file.ts';
import type { Draft } from './read-row.ts';
import { editsFor, settleDrafts } from './settle-drafts.ts';
import type { Present, Settled } from './settle-licences.ts';

export interface ImportOptions extends WriteOptions, ReadOptions {
  readonly skipInvalid?: boolean | undefined;
}

/**
 * Adds what the spreadsheet has and the ledger lacks. While a row has a problem nothing is written, unless such rows are
 * to be left out.
 *
 * @throws {Refusal} for a file that is no spreadsheet, one without a table, rows with problems, and a ledger that is none
 */
export async function importSpreadsheet(
  file: string,
  options: ImportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const sheets = await readSheets(file, invocation);
  const read = readDrafts(sheets, options);
  if (read.drafts.length === 0 && read.problems.length === 0) throw noRows(file);
  const open = await openLedger(options.file, invocation);

  const skipsInvalid = options.skipInvalid === true;
  const { settled, problems: found } = settle(read, open, skipsInvalid);
  const problems = inOrder(found, sheets);
  await tell(read.notices, settled.present, problems, invocation);
  const isNothingLeft = settled.added.length + settled.present.length === 0;
  if (problems.length > 0 && (!skipsInvalid || isNothingLeft)) throw notSettled(problems.length);

  const dialogue = await invocation.io.dialogue();
  const makePlan = (now: OpenLedger): Plan => planFor(file, settle(read, now, skipsInvalid).settled);
  return recordEdits({ open, options, dialogue }, makePlan, invocation);
}

async function readSheets(file: string, { io }: Invocation): Promise<readonly Sheet[]> {
  const path = resolve(io.cwd, file);
  let bytes: Uint8Array;
  try {
    const kind = await io.files.kindOf(path);
    if (kind === undefined) throw new Refusal(ExitCode.noVerdict, missing(file));
    if (kind !== 'file') throw new Refusal(ExitCode.noVerdict, neitherFileNorFolder(file));
    bytes = await io.files.read(path);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(ExitCode.noVerdict, refused(file, error));
  }
  const { readWorkbook } = await import('../../spreadsheet/read-workbook.ts');
  const sheets = await readWorkbook(bytes);
  if ('unreadable' in sheets) throw new Refusal(ExitCode.noVerdict, { where: file, ...describeUnreadable(sheets) });
  return sheets;
}

interface SettledFile {
  readonly settled: Settled;
  readonly problems: readonly CellProblem[];
}

/** Where rows with problems are left out, others may lose the licence that they serve: again, until nothing is left to find. */
function settle(
  { drafts, problems }: ReadFile,
  { ledger, document: { data } }: OpenLedger,
  skipsInvalid: boolean,
): SettledFile {
  let good: readonly Draft[] = drafts;
  let found = problems;
  for (;;) {
    const settled = settleDrafts(good, ledger, data);
    found = found.concat(settled.problems);
    if (settled.problems.length === 0 || !skipsInvalid) return { settled, problems: found };
    const bad = new Set(settled.problems.map(({ draft }) => draft));
    good = good.filter((draft) => !bad.has(draft));
  }
}

/** In the order in which somebody who corrects the file meets them. */
function inOrder(problems: readonly CellProblem[], sheets: readonly Sheet[]): readonly CellProblem[] {
  const rank = new Map<unknown, number>(sheets.map((sheet, at) => [sheet, at]));
  return problems.toSorted(
    ({ where: one }, { where: other }) =>
      (rank.get(one.sheet) ?? 0) - (rank.get(other.sheet) ?? 0) || one.row - other.row || one.column - other.column,
  );
}

function planFor(file: string, { added, present }: Settled): Plan {
  const [first] = added;
  const number = added.length;
  return {
    edits: editsFor(added),
    entry: first?.id ?? present[0]?.id ?? '',
    path: first?.path ?? ['company', 'name'],
    done: {
      zh: number === 0 ? `${file} 中的内容都已登记` : `从 ${file} 登记${number}项`,
      en: number === 0 ? `all of ${file} is recorded already` : `${number} recorded from ${file}`,
    },
  };
}

/** On stderr: what is left out, what is there already, and every problem with its cell. */
async function tell(
  notices: readonly Text[],
  present: readonly Present[],
  problems: readonly CellProblem[],
  { io, languages }: Invocation,
): Promise<void> {
  const language = languages.people;
  const told = present.filter(({ differs }, at) => differs.length > 0 || at < MOST_PRESENT_TOLD);
  const lines = [
    ...notices.map((notice) => notice[language]),
    ...told.map((one) => `${formatPlace(one.draft.place)}  ${describePresent(one)[language]}`),
    ...(told.length < present.length ? [othersPresent(present.length - told.length)[language]] : []),
    ...problems.map(({ where, what }) => `${formatPlace(where)}  ${what[language]}`),
  ];
  for (const line of lines) await io.stderr.write(`${printable(line)}\n`);
}

/** A second import of a long file need not name every row; those that differ from the ledger are always named. */
const MOST_PRESENT_TOLD = 20;

function othersPresent(number: number): Text {
  return { zh: `另有${number}行也已登记，不再写入`, en: `${number} more are recorded already: not added again` };
}

function describePresent({ id, differs }: Present): Text {
  if (differs.length === 0) return { zh: `${id} 已登记，不再写入`, en: `${id} is recorded already: not added again` };
  return {
    zh: `${id} 已登记，但 ${differs.join('、')} 与台账不同；台账未改`,
    en: `${id} is recorded already, with another ${differs.join(', ')}; the ledger was left as it is`,
  };
}

function notSettled(problems: number): Refusal {
  return usageError({
    what: {
      zh: `表格有${problems}处问题（见上），没有写入`,
      en: `the spreadsheet has ${problems === 1 ? 'a problem' : `${problems} problems`} (see above); nothing was written`,
    },
    remedy: {
      zh: '改正后重新导入；或加 `--skip-invalid`，跳过有问题的行。',
      en: 'Correct it and import again, or leave such rows out with `--skip-invalid`.',
    },
  });
}

function noRows(file: string): Refusal {
  return usageError({
    where: file,
    what: { zh: '表头下面没有内容', en: 'nothing stands below its headings' },
    remedy: { zh: '请核对文件和工作表。', en: 'Check the file and its sheets.' },
  });
}
