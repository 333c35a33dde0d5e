/** What came between two versions of a ledger, as values: what the file says, and no words yet. */

import type { CalendarDay } from './calendar-day.ts';
import type { Text } from './text.ts';

/** The sorts of things that a ledger holds. */
export type EntrySort =
  | 'ledger'
  | 'company'
  | 'policy'
  | 'rules'
  | 'licence'
  | 'service'
  | 'system'
  | 'resource'
  | 'requirement'
  | 'duty'
  | 'waiver';

/** The value of a field, or of a whole entry, as the file writes it. */
export type WrittenValue = unknown;

/** The field in which the last day of an entry stands. */
export const END_FIELDS: Readonly<Partial<Record<EntrySort, string>>> = {
  licence: 'expires',
  resource: 'expires',
  waiver: 'until',
};

export interface LedgerChange {
  readonly sort: EntrySort;
  /** Its id; `telecom/idc` of a service, what is waived of a waiver, else the sort itself. */
  readonly entry: string;
  /** Of a waiver: the rule that it waives. */
  readonly rule?: string | undefined;
  /** `invalid`: the file is no ledger from here on; `valid`: it is one again. */
  readonly what: 'added' | 'removed' | 'changed' | 'invalid' | 'valid';
  /** Of an entry that changed: which field; `annualReports.2025` of a mapping. `id` where it has another id now. */
  readonly field?: string | undefined;
  /** Of an entry that came or went: all that it says. */
  readonly before?: WrittenValue;
  readonly after?: WrittenValue;
  /** The end of the entry was pushed out: with a new file behind it, or without. */
  readonly extension?: { readonly newEvidence: boolean } | undefined;
  /** How often it was pushed out by then, where that is known. */
  readonly times?: number | undefined;
  /** Why the file is no ledger. */
  readonly problem?: Text | undefined;
}

/** A change with the commit that made it. */
export interface LedgerEvent extends LedgerChange {
  readonly day: CalendarDay;
  readonly author: string;
  readonly commit: string;
}
