/** `ledger status`: everything that is asked, and how it stands. */
import { tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Assumption } from '../../command-line/options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import type { Report } from '../../domain/report.ts';
import { tallyRows } from '../../domain/status.ts';
import { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { unknownEntry } from '../../run/concerns.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { type ReadableLedger, readToTell } from '../../run/tell-ledgers.ts';
import { withEvidence } from '../../run/with-evidence.ts';

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
  const { ledgers, files, isWhole, code } = await readToTell(file, asOf, invocation, assume);
  if (licence !== undefined && isWhole) assertKnown(licence, ledgers);
  const examined = await withEvidence(ledgers, files, () => true, io.files);
  await tellComplaints(examined.complaints, io, languages.people);
  const whole = await checkLedgers(examined.loaded, isWhole, {
    asOf,
    within,
    failOn: 'never',
    selects: () => true,
    wantsRows: true,
    now: io.now,
  });
  const report = licence === undefined ? whole : onlyAbout(licence, whole);
  await io.stdout.write(await render(report, format, invocation));
  return examined.complaints.length === 0 ? code : ExitCode.noVerdict;
}

async function render(report: Report, format: StatusFormat, invocation: Invocation): Promise<string> {
  const { languages } = invocation;
  switch (format) {
    case 'text': {
      const { renderStatus } = await import('../../reporters/status/text.ts');
      return pageOnStdout((style) => renderStatus(report, style, catalogue.kinds), invocation);
    }
    case 'json': {
      const { renderStatusJson } = await import('../../reporters/status/json.ts');
      return renderStatusJson(report, languages.machines);
    }
    case 'markdown': {
      const { renderStatusMarkdown } = await import('../../reporters/status/markdown.ts');
      return renderStatusMarkdown(report, languages.people);
    }
  }
}

/** The rows of one licence and of what serves it, counted again. */
function onlyAbout(licence: string, report: Report): Report {
  const ledgers = report.ledgers.map((one) => {
    const serving = (one.ledger?.resources ?? []).filter(({ serves }) =>
      serves.some((name) => licenceOf(name) === licence),
    );
    const subjects = new Set([licence, ...serving.map(({ id }) => id)]);
    return { ...one, rows: one.rows.filter(({ subject }) => subjects.has(subject)) };
  });
  return { ...report, ledgers, tally: tallyRows(ledgers.flatMap(({ rows }) => rows)) };
}

function assertKnown(licence: string, ledgers: readonly ReadableLedger[]): void {
  const ids = ledgers.flatMap(({ ledger }) => ledger.licences.map(({ id }) => id));
  if (!ids.includes(licence)) throw unknownEntry(licence, ids, NO_SUCH_LICENCE);
}

const NO_SUCH_LICENCE = { zh: '没有这张许可证', en: 'no such licence' };
