/** `ledger overview`: how many companies stand, from their ledgers or from reports of checks. */
import { type Complaint, renderNotice, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { type CompanyRow, compareRows, type Overview, rowOf, settleRows } from '../../domain/overview.ts';
import { ExitCode } from '../../exit-code.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { findLedgers, type LedgerFile } from '../../run/find-ledgers.ts';
import { firstBreachOf } from '../../run/first-breach.ts';
import { readJson } from '../../run/read-json.ts';
import { readLedgers } from '../../run/read-ledgers.ts';
import { type CheckHead, parseCheckReport } from '../../schema/read-check-report.ts';
import * as say from './words.ts';

export type OverviewFormat = 'text' | 'json' | 'csv' | 'html';

export interface OverviewOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly format?: OverviewFormat | undefined;
}

/** What was read, and what keeps it from being all. */
interface Gathered {
  readonly rows: readonly CompanyRow[];
  readonly complaints: readonly Complaint[];
}

/** Shows a row for each ledger. 3 where something could not be read or judged, or is of another day. */
export async function overview(
  paths: readonly string[],
  { asOf: asked, within, format = 'text' }: OverviewOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const found = await findLedgers(paths, io);
  const ledgers = await fromLedgers(
    found.files.filter((file) => !isReport(file)),
    { asOf: asked, within },
    invocation,
  );
  const reports = await fromReports(found.files.filter(isReport), invocation);
  const { rows, left, contradicting } = settleRows([...ledgers.rows, ...reports.rows]);
  const asOf = asked ?? rows.reduce<CalendarDay | undefined>((last, row) => laterOf(last, row.asOf), undefined);
  for (const row of left) await io.stderr.write(renderNotice(say.leftOut(row), languages.people));
  const ofOtherDays = asOf === undefined ? [] : rows.filter((row) => row.report !== undefined && row.asOf !== asOf);
  const complaints = [
    ...found.complaints,
    ...ledgers.complaints,
    ...reports.complaints,
    ...say.ofAnotherDay(ofOtherDays, asOf),
    ...contradicting.map(say.contradicts),
  ];
  await tellComplaints(complaints, io, languages.people);
  if (asOf === undefined || rows.length === 0) return ExitCode.noVerdict;
  await io.stdout.write(await render({ asOf, companies: rows.toSorted(compareRows) }, format, invocation));
  const isWhole = complaints.length === 0 && rows.every(({ verdict }) => verdict !== 'none');
  return isWhole ? ExitCode.ok : ExitCode.noVerdict;
}

function laterOf(one: CalendarDay | undefined, other: CalendarDay): CalendarDay {
  return one === undefined || one < other ? other : one;
}

function isReport({ path }: LedgerFile): boolean {
  return path.endsWith('.json');
}

/** One after the other: none is kept, however many there are. */
async function fromLedgers(
  files: readonly LedgerFile[],
  { asOf, within }: Pick<OverviewOptions, 'asOf' | 'within'>,
  { io }: Invocation,
): Promise<Gathered> {
  const rows: CompanyRow[] = [];
  const complaints: Complaint[] = [];
  const options = { asOf, within, failOn: 'warning', selects: () => true, now: io.now } as const;
  for (const file of files) {
    const { loaded, unreadable, unexamined } = await readLedgers([file], io.files, options);
    complaints.push(...unreadable, ...unexamined);
    const report = await checkLedgers(loaded, true, options);
    rows.push(...report.ledgers.map((one) => rowOf(one, firstBreachOf(one))));
    if (report.ledgers.some(({ ledger }) => ledger === undefined)) complaints.push(say.invalid(file.shown));
  }
  return { rows, complaints };
}

/** Bytes: the findings of some five thousand ledgers. */
const LARGEST = 200_000_000;

async function fromReports(files: readonly LedgerFile[], { io }: Invocation): Promise<Gathered> {
  const rows: CompanyRow[] = [];
  const complaints: Complaint[] = [];
  for (const { path, shown } of files) {
    const head = await readReport(path, shown, io);
    if ('complaint' in head) {
      complaints.push(head.complaint);
      continue;
    }
    rows.push(...head.rows);
    const isExplained = head.rows.some(({ verdict }) => verdict === 'none');
    if (head.verdict === 'none' && !isExplained) complaints.push(say.notWhole(shown));
  }
  return { rows, complaints };
}

async function readReport(
  path: string,
  shown: string,
  io: Invocation['io'],
): Promise<CheckHead | { readonly complaint: Complaint }> {
  const json = await readJson(path, LARGEST, io);
  if ('complaint' in json) return { complaint: { ...json.complaint, where: shown } };
  if (json.data === undefined) return { complaint: say.cutOff(shown) };
  const read = parseCheckReport(json.data, shown);
  return 'problem' in read ? { complaint: say.noReport(shown, read.problem) } : read.head;
}

async function render(found: Overview, format: OverviewFormat, invocation: Invocation): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderOverview } = await import('../../reporters/overview/text.ts');
      return pageOnStdout((style) => renderOverview(found, style), invocation);
    }
    case 'json': {
      const { renderOverviewJson } = await import('../../reporters/overview/json.ts');
      return renderOverviewJson(found);
    }
    case 'csv': {
      const { renderOverviewCsv } = await import('../../reporters/overview/csv.ts');
      return renderOverviewCsv(found);
    }
    case 'html': {
      const { renderOverviewPage } = await import('../../reporters/page/overview-page.ts');
      return renderOverviewPage(found, invocation.languages.people);
    }
  }
}
