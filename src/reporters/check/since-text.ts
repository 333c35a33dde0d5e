/** What a change has to do with what was found: the words of all formats that people read. */
import { isBroughtIn } from '../../domain/baseline.ts';
import type { Baseline, LedgerReport, Report, Since } from '../../domain/report.ts';
import type { Text } from '../../domain/text.ts';

export const SIDES = {
  change: { zh: '本次改动', en: 'This change' },
  rest: { zh: '非本次改动', en: 'Not this change' },
  fixed: { zh: '本次改动已解决', en: 'Put right by this change' },
} as const satisfies Record<string, Text>;

/** Beside a finding, where it does not stand under a heading. */
export const BASELINE_NAMES: Readonly<Record<Baseline, Text>> = {
  new: { zh: '本次改动带来', en: 'brought in by this change' },
  worse: { zh: '因本次改动而加重', en: 'made worse by this change' },
  unchanged: { zh: '非本次改动：基准版本中已有', en: 'not this change: the base has it too' },
};

/** Where the two sides of a page belong: the ledgers that have anything to say there, each with that alone. */
export function splitBySide({ ledgers }: Report): {
  readonly change: readonly LedgerReport[];
  readonly rest: readonly LedgerReport[];
} {
  const change = ledgers.map((ledger) => ({ ...ledger, findings: ledger.findings.filter(isBroughtIn) }));
  const rest = ledgers.map((ledger) => ({ ...ledger, findings: ledger.findings.filter((one) => !isBroughtIn(one)) }));
  return {
    change: change.filter((ledger) => ledger.findings.length + notesOf(ledger).length > 0),
    rest: rest.filter(({ findings }) => findings.length > 0),
  };
}

/** How a ledger lay at the base, where that must be known to read the rest. */
export function notesOf({ since }: LedgerReport): readonly Text[] {
  const notes: Text[] = [];
  if (since?.was === 'invalid') {
    notes.push({
      zh: '基准版本中的这份台账有误，读不出，因此全部问题都算作新的。',
      en: 'At the base the file was no valid ledger, so everything counts as new.',
    });
  }
  if (since?.renamedFrom !== undefined) {
    notes.push({ zh: `由${since.renamedFrom}改名而来。`, en: `It was ${since.renamedFrom} at the base.` });
  }
  return notes;
}

/** With what a run was compared. */
export function comparedWith({ ref, commit }: Since): Text {
  const short = commit.slice(0, 10);
  return { zh: `与${ref}相比（合并基线${short}）`, en: `since ${ref} (merge base ${short})` };
}
