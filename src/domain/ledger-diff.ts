/** What came between two states of the ledgers of a repository, and what that does. */
import type { CalendarDay } from './calendar-day.ts';
import type { LedgerChange } from './ledger-change.ts';
import type { LedgerReport } from './report.ts';

/** A revision as it was asked for, with the name of its commit. */
export interface NamedCommit {
  readonly ref: string;
  readonly commit: string;
}

export interface LedgersDiff {
  /** On which both sides are judged; that of the first ledger. */
  readonly asOf: CalendarDay;
  readonly from: NamedCommit;
  /** Undefined: the working tree. */
  readonly to: NamedCommit | undefined;
  /** Those of which there is something to say, sorted by file. */
  readonly ledgers: readonly LedgerDiff[];
  /** How many others there are. */
  readonly unchanged: number;
}

export interface LedgerDiff {
  /** As it stands now, each finding with its baseline, and `since` with what was put right. */
  readonly report: LedgerReport;
  /** What the file is now. */
  readonly is: 'valid' | 'invalid' | 'absent';
  readonly changes: readonly LedgerChange[];
  /** Of every licence of both sides, in the order of the ledger; what went stands last. */
  readonly horizon: readonly HorizonChange[];
}

/** How long a licence is good if nothing is renewed. */
export interface Standing {
  /** The first day on which it is not; undefined where nothing on record ends it. */
  readonly breach: CalendarDay | undefined;
}

export interface HorizonChange {
  readonly licence: string;
  /** Undefined where there was no such licence. */
  readonly before: Standing | undefined;
  /** Undefined where there is none any more. */
  readonly after: Standing | undefined;
}

/** Whether it is good for as long as it was. */
export function isSameHorizon({ before, after }: HorizonChange): boolean {
  return before !== undefined && after !== undefined && before.breach === after.breach;
}

/** How long the licences of two states are good, side by side. */
export function compareStandings(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
): readonly HorizonChange[] {
  const licences = new Set([...after.keys(), ...before.keys()]);
  return [...licences].map((licence) => ({ licence, before: before.get(licence), after: after.get(licence) }));
}
