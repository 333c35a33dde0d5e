import type { Basis } from './basis.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { Value } from './edit.ts';
import type { DataPath } from './ledger.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';
import type { CalendarKnowledge } from './working-calendar.ts';

export const STATUSES = [
  'missing',
  'expired',
  'expiring',
  'pending',
  'gap',
  'due',
  'overdue',
  'late',
  'shortfall',
  'invalid',
  'mismatch',
  'stale',
  'unused',
  'unknown',
  'undetermined',
] as const;
export type Status = (typeof STATUSES)[number];

/** One thing that is wrong with a ledger, or will be inside the warning window. */
export interface Finding {
  /** `module/rule`. */
  readonly rule: string;
  readonly status: Status;
  readonly severity: Severity;
  /** Id of the entry that the finding is about, or `company`, or a data path where there is no id. */
  readonly subject: string;
  /** Which service of the licence, where it has several: `idc`. */
  readonly service?: string | undefined;
  /** Ids of the entries that cause it. */
  readonly related: readonly string[];
  /** Who answers for it. */
  readonly owner?: string | undefined;
  readonly date?: CalendarDay | undefined;
  /** `date` − as-of day: 0 on the day itself, negative afterwards. */
  readonly daysLeft?: number | undefined;
  /** Last working day on or before `date`. */
  readonly actBy?: CalendarDay | undefined;
  readonly actByCalendar?: CalendarKnowledge | undefined;
  /** Which year or quarter of a periodic duty: `2025`, `2026-Q3`. */
  readonly period?: string | undefined;
  /** Days without cover, for the status `gap`. */
  readonly gapDays?: number | undefined;
  /** All stretches without cover inside the window, for the status `gap`. */
  readonly gaps?: readonly Gap[] | undefined;
  readonly message: Text;
  readonly remedy: Text;
  readonly fix?: Fix | undefined;
  /** How the date comes about, as `2027-03-14 − 90 days = 2026-12-14`. */
  readonly sum?: Text | undefined;
  readonly basis: readonly Basis[];
  /** Where in the data the thing stands that must change. */
  readonly path: DataPath;
  /** Whether the key of the path is meant, not its value. */
  readonly atKey?: boolean | undefined;
  readonly waived?: WaivedBy | undefined;
}

/** A stretch of days without cover; both days belong to it. */
export interface Gap {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What puts it right: a command, ready to paste, and where the right value is certain the edits that it stands for. */
export interface Fix {
  readonly command: readonly string[];
  readonly edits?: readonly FixEdit[] | undefined;
}

/** What is to become of a place of the ledger file. Without a value and a key, what stands there goes. */
export interface FixEdit {
  readonly path: DataPath;
  readonly value?: Value | undefined;
  /** The name that the field at the path is to have; its value stays. */
  readonly key?: string | undefined;
}

export interface WaivedBy {
  readonly until: CalendarDay;
  readonly reason: string;
  readonly approvedBy: string;
}

/** The statuses whose date is a day by which to act. The date of the others is past, or the day on which cover begins. */
const ASK_TO_ACT: ReadonlySet<Status> = new Set(['expiring', 'gap', 'due']);

/** Whether its date is a day by which something must be done. */
export function isDeadline({ status, date }: Finding): boolean {
  return date !== undefined && ASK_TO_ACT.has(status);
}

/** Whether a day by which to act is still to come. */
export function isAhead(finding: Finding): boolean {
  return isDeadline(finding) && (finding.daysLeft ?? -1) >= 0;
}

/** Whether such a day is to come, and nobody answers for letting it pass. */
export function isUpcoming(finding: Finding): boolean {
  return finding.waived === undefined && isAhead(finding);
}
