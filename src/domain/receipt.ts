/** What is left of a check to prove that it took place: for which day, of which files, and what came of it. */
import type { CalendarDay } from './calendar-day.ts';
import type { Counts, FailLevel, Verdict } from './policy.ts';

export interface Receipt {
  /** Of the first ledger. */
  readonly asOf: CalendarDay;
  readonly timezone: string;
  /** `ledger 0.1.0` */
  readonly program: string;
  /** SHA-256 of all rules of the program: another one asks otherwise. */
  readonly rules: string;
  readonly ledgers: readonly ReceivedFile[];
  /** Files that the ledgers extend. */
  readonly shared: readonly ReceivedFile[];
  readonly failOn: FailLevel;
  /** Options that kept a part from being asked; empty where all was. */
  readonly only: readonly string[];
  readonly counts: Counts;
  readonly verdict: Verdict;
}

/** A file as it was when it was checked. */
export interface ReceivedFile {
  readonly file: string;
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}
