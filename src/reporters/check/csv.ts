/** The findings as a table for spreadsheets: one row each, the waived ones among them. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import type { RunFrame } from '../../domain/run.ts';
import type { Language } from '../../domain/text.ts';
import { BOM, csvRows } from '../writing/csv.ts';
import { describeBasis } from '../writing/grounds.ts';
import { inPieces } from '../writing/pieces.ts';
import { fixLines, printable, withoutCommands } from '../writing/printable.ts';
import { type CheckDocument, piecesOf } from './document.ts';
import { fingerprintOf } from './json.ts';

type Cell = string | number | undefined;

/** Named as in JSON, so that a column keeps its name in every language. */
const COLUMNS: Readonly<Record<string, (finding: LocatedFinding, language: Language) => Cell>> = {
  severity: ({ severity }) => severity,
  status: ({ status }) => status,
  rule: ({ rule }) => rule,
  subject: ({ subject }) => subject,
  service: ({ service }) => service,
  related: ({ related }) => related.join(' '),
  owner: ({ owner }) => owner,
  message: ({ message }, language) => message[language],
  date: ({ date }) => dayOf(date),
  daysLeft: ({ daysLeft }) => daysLeft,
  actBy: ({ actBy }) => dayOf(actBy),
  period: ({ period }) => period,
  remedy: ({ remedy }, language) => remedy[language],
  fix: (finding, language) => fixLines([finding], language)[0],
  basis: ({ basis }, language) => basis.map((one) => describeBasis(one, language)).join('; '),
  waivedUntil: ({ waived }) => dayOf(waived?.until),
  waivedReason: ({ waived }) => waived?.reason,
  waivedBy: ({ waived }) => waived?.approvedBy,
  file: ({ location }) => location.file,
  line: ({ location }) => location.line,
  column: ({ location }) => location.column,
  fingerprint: (finding) => fingerprintOf(finding),
  baseline: ({ baseline }) => baseline,
};

export function csvDocument({ assumed }: Pick<RunFrame, 'assumed'>, language: Language): CheckDocument<undefined> {
  // A table has no head to say it in.
  const columns = assumed.length === 0 ? COLUMNS : { ...COLUMNS, assumed: () => assumed.join('; ') };
  const values = Object.values(columns);
  const rowOf = (finding: LocatedFinding): readonly Cell[] =>
    values.map((valueOf) => {
      const value = valueOf(finding, language);
      return typeof value === 'string' ? printable(value) : value;
    });
  return {
    tell: ({ findings }) => ({
      parts: [
        inPieces(
          () => findings,
          (some) => withoutCommands(csvRows(some.map(rowOf))),
        ),
      ],
      facts: undefined,
    }),
    *whole(_, told) {
      yield BOM + csvRows([Object.keys(columns)]);
      yield* piecesOf(told);
    },
  };
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
