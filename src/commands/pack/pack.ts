/** `ledger pack`: the papers of one licence for an inspection. */
import { basename, resolve } from 'node:path';

import { Refusal, renderNotice, usageError, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import { isSettled, papersIn, papersOf, type Redactable, redacted } from '../../domain/papers.ts';
import type { LedgerReport } from '../../domain/report.ts';
import { tallyRows } from '../../domain/status.ts';
import { ExitCode } from '../../exit-code.ts';
import { systemCodeOf } from '../../platform/system-error.ts';
import { none as noEvidence } from '../../rules/evidence-records.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { withEvidence } from '../../run/read-ledgers.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import { foldersOf } from '../../run/repository.ts';
import { type ReadableLedger, readToTell } from '../../run/tell-ledgers.ts';
import { documentsOf, type PackContents } from './documents.ts';
import { eventsOf } from './events.ts';
import { packedJson, packedText, warningOf } from './packed.ts';

export type PackFormat = 'text' | 'json';

export interface PackOptions {
  readonly output: string;
  readonly file?: string | undefined;
  readonly asOf?: CalendarDay | undefined;
  readonly redact?: readonly Redactable[] | undefined;
  readonly format?: PackFormat | undefined;
}

/**
 * Writes the pack, whatever is missing from it, and says what is.
 *
 * @throws {Refusal} for a licence that the ledger has not, several ledgers, a place that is taken or cannot be written, and a file
 *   that changes meanwhile
 */
export async function pack(word: string, options: PackOptions, invocation: Invocation): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { redact: leftOut = [], format = 'text', output } = options;
  const told = await readToTell(options.file === undefined ? [] : [options.file], options.asOf, invocation);
  if (told.files.length > 1) throw severalLedgers(options.file ?? '.', told.files.length);
  const [readable] = told.ledgers;
  if (readable === undefined) return told.code;
  const { place } = readable;
  const { entry: licence } = entryNamed(word, ['licence'], readable.ledger);

  const gathered = await gather(licence, { ...readable, ledger: redacted(readable.ledger, leftOut) }, invocation);
  if (gathered === undefined) return ExitCode.noVerdict;
  const events = await eventsOf(gathered.report.ledger, leftOut, place, invocation);
  const contents = { ...gathered, licence, leftOut, events, data: readable.document?.data };
  await write(contents, { output, place }, invocation);
  for (const paper of contents.papers) {
    const warning = warningOf(paper);
    if (warning !== undefined) await io.stderr.write(renderNotice(warning, languages.people));
  }
  await io.stdout.write(
    format === 'json' ? packedJson(output, contents) : packedText(output, contents)[languages.people],
  );
  return codeOf(contents);
}

/** Undefined where a file cannot be read; stderr says why. */
async function gather(
  licence: Licence,
  readable: ReadableLedger,
  invocation: Invocation,
): Promise<Pick<PackContents, 'report' | 'tally' | 'papers'> | undefined> {
  const { io, languages } = invocation;
  // Which entries prove something is known once the rules were asked; their files alone are read.
  const { ledger } = papersOf(licence.id, readable.ledger, (await statusOf(readable, invocation)).rows);
  const { loaded, complaints } = await withEvidence([{ ...readable, ledger }], () => true, io.files);
  await tellComplaints(complaints, io, languages.people);
  if (complaints.length > 0) return undefined;
  const evidence = loaded[0]?.evidence ?? new Map();
  const report = await statusOf({ ...readable, evidence }, invocation);
  const { rows } = papersOf(licence.id, readable.ledger, report.rows);
  const file = readable.repositoryPath ?? basename(readable.place.realPath);
  return { report: { ...report, file, ledger, rows }, tally: tallyRows(rows), papers: papersIn(ledger, evidence) };
}

/** Licences rest on one another, so all of the ledger is asked. */
async function statusOf(readable: ReadableLedger, { io }: Invocation): Promise<LedgerReport> {
  const { ledgers } = await checkLedgers([readable], true, {
    asOf: readable.asOf,
    within: undefined,
    failOn: 'never',
    selects: () => true,
    wantsRows: true,
    now: io.now,
  });
  const [report] = ledgers;
  if (report === undefined) throw new Error('a ledger was checked without a report');
  return report;
}

interface Target {
  readonly output: string;
  readonly place: LedgerFile;
}

/** @throws {Refusal} where it cannot be written, or a file is not what it was when it was looked at */
async function write(contents: PackContents, { output, place }: Target, { io, languages }: Invocation): Promise<void> {
  const { folder, repository } = await foldersOf(place, io.files);
  try {
    await io.files.bundle(resolve(io.cwd, output), async (bundle) => {
      for (const [name, text] of documentsOf(contents, languages)) await bundle.add(name, text);
      const copied = new Set<string>();
      for (const { path, copy } of contents.papers) {
        if (copy === undefined || copied.has(copy.name)) continue;
        copied.add(copy.name);
        if ((await bundle.copy(copy.name, resolve(folder, path), repository)) !== copy.sha256)
          throw changedMeanwhile(path);
      }
    });
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') throw new Refusal(ExitCode.noVerdict, { where: output, ...TAKEN });
    throw error instanceof Refusal ? error : new Refusal(ExitCode.noVerdict, refusedOutput(output, error));
  }
}

const TAKEN = {
  what: { zh: '已经存在，没有覆盖', en: 'already exists and was not overwritten' },
  remedy: { zh: '请换一个名称，或先移走它。', en: 'Choose another name, or move this one away first.' },
} as const;

function changedMeanwhile(path: string): Refusal {
  return new Refusal(ExitCode.noVerdict, {
    where: path,
    what: { zh: '打包时文件被改动，没有写入', en: 'the file changed during packing; nothing was written' },
    remedy: { zh: '等它不再变动后重新运行。', en: 'Run it again when the file no longer changes.' },
  });
}

function severalLedgers(where: string, number: number): Refusal {
  return usageError({
    where,
    what: {
      zh: `这里有${number}份台账，一次只打包其中一份的一张许可证`,
      en: `there are ${number} ledgers here; a pack is of one licence in one ledger`,
    },
    remedy: { zh: '请用 `--file` 写明其中一份。', en: 'Give one of them with `--file`.' },
  });
}

/** What was changed or refused is graver than what is not there. */
function codeOf({ papers, report }: PackContents): ExitCode {
  const states = new Set(papers.map(({ state }) => state));
  if (states.has('changed') || states.has('refused')) return ExitCode.noVerdict;
  const lacksRequired = report.rows.some(({ rule, state }) => rule === noEvidence.id && state === 'open');
  return lacksRequired || !papers.every(isSettled) ? ExitCode.findings : ExitCode.ok;
}
