/** `ledger report`: what a check finds, as a page for those who sign. */
import { resolve } from 'node:path';

import { type Complaint, renderNotice, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { LedgerReport } from '../../domain/report.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { pageDocument } from '../../reporters/page/page.ts';
import { inChunks, made } from '../../reporters/writing/pieces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { readLedgers } from '../../run/read-ledgers.ts';
import { TellChecked } from '../../run/tell-checked.ts';
import { aheadOf, invalidAmong } from './parts.ts';

export interface ReportOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly output?: string | undefined;
}

/**
 * Writes the page. Where not all ledgers could be read it says so in place of a verdict, so that no old page goes on
 * telling otherwise; without any ledger there is no page.
 *
 * @throws {Refusal} where the file to be written is a ledger
 */
export async function report(
  paths: readonly string[],
  { asOf, within, output }: ReportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  if (output !== undefined && (await isFolder(output, io))) {
    const { reportSite } = await import('./site.ts');
    return reportSite(paths, { asOf, within, output }, invocation);
  }
  const found = await findLedgers(paths, io);
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, found.files, io);
  const language = languages.people;
  const parts = { kinds: catalogue.kinds, aheadOf: (one: LedgerReport) => aheadOf(one, within) };
  const page = pageDocument({ isOneOfSeveral: found.files.length > 1 }, language, parts);
  const options = { asOf, within, failOn: 'warning', selects: () => true, wantsRows: true, now: io.now } as const;
  const told = new TellChecked(page, options);
  const [unreadable, unexamined, invalid]: [Complaint[], Complaint[], Complaint[]] = [[], [], []];
  for (const file of found.files) {
    const read = await readLedgers([file], io.files, options);
    unreadable.push(...read.unreadable);
    unexamined.push(...read.unexamined);
    invalid.push(...invalidAmong(read.loaded));
    for (const one of read.loaded) await told.add(one);
  }
  const complaints = [...found.complaints, ...unreadable, ...unexamined, ...invalid];
  await tellComplaints(complaints, io, language);
  if (unreadable.length === found.files.length) return ExitCode.noVerdict;

  const { run, pieces } = await told.end(complaints.length === 0);
  let bytes = 0;
  const counted = made(function* counted() {
    for (const chunk of inChunks(pieces)) {
      bytes += chunk.length;
      yield chunk;
    }
  });
  const isWritten = await writeOutput(output, counted, invocation);
  if (bytes > MOST_BYTES) await io.stderr.write(renderNotice(largePage(bytes), language));
  return isWritten && run.verdict !== 'none' ? ExitCode.ok : ExitCode.noVerdict;
}

/** A place that ends like a folder, or is one. */
async function isFolder(output: string, { cwd, files }: Io): Promise<boolean> {
  return /[/\\]$/u.test(output) || (await files.kindOf(resolve(cwd, output))) === 'folder';
}

/** Bytes of a page beyond which browsers get slow. */
const MOST_BYTES = 8_000_000;

function largePage(bytes: number): Complaint {
  return {
    what: {
      zh: `网页有${Math.round(bytes / 1e6)} MB，浏览器打开很慢，甚至打不开`,
      en: `the page is ${Math.round(bytes / 1e6)} MB: browsers are slow to open it, or do not open it at all`,
    },
    remedy: {
      zh: '建议写成网站，每家公司一页：`ledger report --output 文件夹/`。',
      en: 'Write a site with a page for each company instead: `ledger report --output FOLDER/`.',
    },
  };
}
