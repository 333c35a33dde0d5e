/** What was asked and how it stands, for programs: `ledger/status@1`. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { Run } from '../../domain/run.ts';
import type { StatusRow } from '../../domain/status.ts';
import type { Language } from '../../domain/text.ts';
import { piecesOf, type Told } from '../check/document.ts';
import { describeAsked, fingerprintOf } from '../check/json.ts';
import { assumedKey } from '../writing/assumed.ts';
import { printItems, withLists } from '../writing/json-document.ts';
import { inPieces, type Piece } from '../writing/pieces.ts';

/** A document that needs no more of a run than this. */
interface StatusJson {
  tell(ledger: LedgerReport): Told<Pick<LedgerReport, 'file'>>;
  whole(
    run: Pick<Run, 'asOf' | 'assumed' | 'tally'>,
    told: readonly Told<Pick<LedgerReport, 'file'>>[],
  ): Iterable<Piece>;
}

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function statusJsonDocument(language: Language): StatusJson {
  return {
    tell({ file, ledger, rows }) {
      const licences = new Set(ledger?.licences.map(({ id }) => id));
      const print = (some: readonly StatusRow[]): string =>
        printItems(
          some.map((row) => describeRow(row, file, licences, language)),
          2,
        );
      return { parts: [inPieces(() => rows, print)], facts: { file } };
    },
    whole({ asOf, assumed, tally }, told) {
      const head = {
        schema: 'ledger/status@1',
        asOf: formatDay(asOf),
        assumed: assumedKey(assumed),
        files: told.map(({ facts }) => facts.file),
        asked: describeAsked(tally),
        notApplicable: tally['not-applicable'],
      };
      return withLists(head, { rows: piecesOf(told) });
    },
  };
}

function describeRow(row: StatusRow, file: string, licences: ReadonlySet<string>, language: Language): object {
  const { subject, service, rule, state, until, by, evidence, owner, period, identity, reason } = row;
  return {
    file,
    subject,
    licence: licences.has(subject) ? subject : undefined,
    service,
    rule,
    state,
    period,
    until: until === undefined ? undefined : formatDay(until),
    by,
    evidence,
    owner,
    fingerprint: identity === undefined ? undefined : fingerprintOf({ identity }),
    reason: reason?.[language],
  };
}
