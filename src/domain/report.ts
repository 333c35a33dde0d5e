/** What a run found out: the value that every reporter turns into text. */
import type { CalendarDay } from './calendar-day.ts';
import type { EvidenceFacts } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Ledger } from './ledger.ts';
import type { Counts, FailLevel, Verdict } from './policy.ts';
import type { StatusRow, Tally } from './status.ts';

/** A stretch of text. Lines and columns count from 1, columns in UTF-16 units; the end column is the one behind the last character. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a change has to do with a finding: it brought it in, made it graver, or found it there. */
export const BASELINES = ['new', 'worse', 'unchanged'] as const;
export type Baseline = (typeof BASELINES)[number];

export interface LocatedFinding extends Finding {
  readonly location: Location;
  /** Only where a base was asked about. */
  readonly baseline?: Baseline | undefined;
  /** What it is known by from run to run: file, rule, subject, causes and period, never lines or days left. Unique in a report. */
  readonly identity: string;
}

/** One ledger file of the run. */
export interface LedgerReport {
  /** With forward slashes, relative to the working folder where it lies below it. */
  readonly file: string;
  /** What it is known by from run to run, whatever folder the program is run in. */
  readonly name: string;
  /** From the root of its repository, with forward slashes; undefined where it is in none. */
  readonly repositoryPath: string | undefined;
  readonly asOf: CalendarDay;
  readonly timezone: string;
  /** Absent when the file could not be read as a ledger; its findings then say why. */
  readonly ledger: Ledger | undefined;
  /** What was found of the files behind its entries; absent where nobody has looked. */
  readonly evidence?: EvidenceFacts | undefined;
  /** The file that it extends, named as its own. */
  readonly shares?: string | undefined;
  /** Sorted. */
  readonly findings: readonly LocatedFinding[];
  readonly verdict: Verdict;
  readonly counts: Counts;
  /** How many of the things that were asked stand how. */
  readonly tally: Tally;
  /** Where nothing was found but what is worth knowing: every law that was asked about was looked up on this day or later. */
  readonly lawRead?: CalendarDay | undefined;
  /** All of them, one by one; only where they were asked for. */
  readonly rows: readonly StatusRow[];
  /** Text of a line without its break, counted from 1; empty beyond the end. */
  readonly lineAt: (line: number) => string;
  /** Where the id of an entry stands; undefined where there is no such entry. */
  readonly placeOf: (id: string) => Location | undefined;
  /** Only where a base was asked about. */
  readonly since?: LedgerSince | undefined;
}

/** A ledger beside what it was at the base. */
export interface LedgerSince {
  /** What was found at the base and is found no more. */
  readonly fixed: readonly LocatedFinding[];
  /** What the file was there. Where it was no valid ledger, everything counts as new. */
  readonly was: 'valid' | 'invalid' | 'absent';
  /** Where it lay there, from the root of the repository; absent where it lay where it lies. */
  readonly renamedFrom?: string | undefined;
}

/** The base that a run was compared with. */
export interface Since {
  /** As it was asked for. */
  readonly ref: string;
  /** Where it and HEAD parted. */
  readonly commit: string;
  /** Of what was brought in; only that decides the verdict. */
  readonly counts: Counts;
}

export interface Report {
  /** Of the first ledger; the day that was asked about where there is none. */
  readonly asOf: CalendarDay;
  readonly timezone: string;
  readonly verdict: Verdict;
  readonly exitCode: number;
  readonly failOn: FailLevel;
  /** What the ledgers are taken to say instead of what they do, as it was given. */
  readonly assumed: readonly string[];
  /** Options that kept a part from being asked, as they were given; absent where all was. */
  readonly only?: readonly string[] | undefined;
  readonly counts: Counts;
  readonly tally: Tally;
  /** The first of those days, where all ledgers have one. */
  readonly lawRead?: CalendarDay | undefined;
  /** Sorted by file. */
  readonly ledgers: readonly LedgerReport[];
  /** Only where a base was asked about. */
  readonly since?: Since | undefined;
}

/** By file, line, column and rule; what still ties is told apart so that the order never depends on the input's. */
export function compareFindings(one: LocatedFinding, other: LocatedFinding): number {
  return (
    compareText(one.location.file, other.location.file) ||
    one.location.line - other.location.line ||
    one.location.column - other.location.column ||
    compareText(one.rule, other.rule) ||
    compareText(one.identity, other.identity)
  );
}

/** By UTF-16 unit: the same on every machine, which a locale's order is not. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
