/** A diff for programs: `ledger/diff@1`. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerDiff, LedgersDiff, Standing } from '../../domain/ledger-diff.ts';
import type { Language } from '../../domain/text.ts';
import { fingerprintOf } from '../check/json.ts';
import { printJson } from '../writing/json-document.ts';
import type { Kinds } from './diff-lines.ts';
import { changeObject } from './log-json.ts';

/** Keys in a fixed order; those without a value are left out, but for `to`. Ends with a line break. */
export function renderDiffJson(
  { asOf, from, to, ledgers, unchanged }: LedgersDiff,
  language: Language,
  kinds: Kinds,
): string {
  return printJson({
    schema: 'ledger/diff@1',
    asOf: formatDay(asOf),
    from,
    to: to ?? null,
    unchanged,
    files: ledgers.map((diff) => describeDiff(diff, language, kinds)),
  });
}

function describeDiff({ report, is, changes, horizon }: LedgerDiff, language: Language, kinds: Kinds): object {
  const { file, ledger, findings, since } = report;
  return {
    file,
    company: ledger?.company.name,
    was: since?.was,
    is,
    renamedFrom: since?.renamedFrom,
    changes: changes.map((change) => ({
      ...changeObject(change, language, kinds),
      extension: change.times,
      newEvidence: change.extension?.newEvidence,
    })),
    brought: findings.filter(isBroughtIn).map(fingerprintOf),
    fixed: (since?.fixed ?? []).map(fingerprintOf),
    horizon: horizon.map(({ licence, before, after }) => ({ licence, before: dayOf(before), after: dayOf(after) })),
  };
}

/** Null where nothing on record ends it; undefined where there is no such licence. */
function dayOf(standing: Standing | undefined): string | null | undefined {
  if (standing === undefined) return undefined;
  return standing.breach === undefined ? null : formatDay(standing.breach);
}
