/** What was asked and how it stands, for programs: `ledger/status@1`. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Report } from '../../domain/report.ts';
import type { StatusRow } from '../../domain/status.ts';
import type { Language } from '../../domain/text.ts';
import { describeAsked, fingerprintOf } from '../check/json.ts';
import { assumedKey } from '../writing/assumed.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderStatusJson(
  { asOf, assumed, ledgers, tally }: Pick<Report, 'asOf' | 'assumed' | 'ledgers' | 'tally'>,
  language: Language,
): string {
  return printJson({
    schema: 'ledger/status@1',
    asOf: formatDay(asOf),
    assumed: assumedKey(assumed),
    files: ledgers.map(({ file }) => file),
    asked: describeAsked(tally),
    notApplicable: tally['not-applicable'],
    rows: ledgers.flatMap(({ file, ledger, rows }) => {
      const licences = new Set(ledger?.licences.map(({ id }) => id));
      return rows.map((row) => describeRow(row, file, licences, language));
    }),
  });
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
