/** `ledger status`: everything that is asked, and how it stands. */
import { type Complaint, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Assumption } from '../../command-line/options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import type { LedgerReport } from '../../domain/report.ts';
import { tallyRows } from '../../domain/status.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CheckDocument } from '../../reporters/check/document.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { unknownEntry } from '../../run/concerns.ts';
import { documentOnStdout, printPieces } from '../../run/destinations.ts';
import { withEvidence } from '../../run/read-ledgers.ts';
import { idNamed } from '../../run/recording/named-entry.ts';
import { TellChecked } from '../../run/tell-checked.ts';
import { type ReadableLedger, tellEach } from '../../run/tell-ledgers.ts';

export type StatusFormat = 'text' | 'json' | 'markdown';

export interface StatusOptions {
  readonly file?: readonly string[] | undefined;
  readonly asOf?: CalendarDay | undefined;
  readonly assume?: readonly Assumption[] | undefined;
  readonly within?: number | undefined;
  readonly format?: StatusFormat | undefined;
}

/** @throws {Refusal} for a licence that no ledger has */
export async function status(
  licence: string | undefined,
  { file = [], asOf, assume, within, format = 'text' }: StatusOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const options = { asOf, within, failOn: 'never', selects: all, wantsRows: true, now: io.now } as const;
  const told = new TellChecked(await documentOf(format, invocation), options);
  const unexamined: Complaint[] = [];
  const licences = new Set<string>();
  let isKnown = licence === undefined;
  const add = async (one: ReadableLedger): Promise<void> => {
    const { loaded, complaints } = await withEvidence([one], all, io.files);
    unexamined.push(...complaints);
    for (const { id } of one.ledger.licences) licences.add(id);
    const meant = licence === undefined ? undefined : idNamed(licence, one.ledger.licences);
    isKnown ||= one.ledger.licences.some(({ id }) => id === meant);
    for (const examined of loaded) {
      await told.add(examined, meant === undefined ? undefined : (report) => onlyAbout(meant, report));
    }
  };
  const { isWhole, code } = await tellEach(file, asOf, invocation, add, assume);
  if (licence !== undefined && isWhole && !isKnown) {
    throw unknownEntry(licence, licences, NO_SUCH_LICENCE);
  }
  await tellComplaints(unexamined, io, languages.people);
  const { pieces } = await told.end(isWhole);
  await printPieces(pieces, io);
  return unexamined.length === 0 ? code : ExitCode.noVerdict;
}

const all = (): boolean => true;

async function documentOf(format: StatusFormat, invocation: Invocation): Promise<CheckDocument> {
  const { languages } = invocation;
  switch (format) {
    case 'text': {
      const { statusDocument } = await import('../../reporters/status/text.ts');
      return documentOnStdout((style) => statusDocument(style, catalogue.kinds), invocation);
    }
    case 'json': {
      const { statusJsonDocument } = await import('../../reporters/status/json.ts');
      return statusJsonDocument(languages.machines);
    }
    case 'markdown': {
      const { statusMarkdownDocument } = await import('../../reporters/status/markdown.ts');
      return statusMarkdownDocument(languages.people);
    }
  }
}

/** The rows of one licence and of what serves it, counted again. */
function onlyAbout(licence: string, report: LedgerReport): LedgerReport {
  const serving = (report.ledger?.resources ?? []).filter(({ serves }) =>
    serves.some((name) => licenceOf(name) === licence),
  );
  const subjects = new Set([licence, ...serving.map(({ id }) => id)]);
  const rows = report.rows.filter(({ subject }) => subjects.has(subject));
  return { ...report, rows, tally: tallyRows(rows) };
}

const NO_SUCH_LICENCE = { zh: '没有这张许可证', en: 'no such licence' };
