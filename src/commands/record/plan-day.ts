/** A day that is written into a field of an entry, and what is said of it. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Edit, Plain } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';

/** What can be recorded as done. */
export interface Duty {
  readonly plan: (open: OpenLedger, on: CalendarDay) => Plan;
  /** Whether its day may still come: a business is given up, a contract terminated, on a day that is known before. */
  readonly mayLieAhead?: boolean | undefined;
}

export interface DayToPlan {
  readonly id: string;
  readonly path: DataPath;
  readonly field: string;
  /** Below the field, where it holds several days. */
  readonly key?: string;
  readonly before: CalendarDay | undefined;
  readonly on: CalendarDay;
  readonly what: Text;
}

/** A day in a field of an entry. A day that stands there already is replaced; what it was is said. */
export function planDay({ id, path, field, key, before, on, what }: DayToPlan): Plan {
  const day = formatDay(on);
  const value: Plain = key === undefined ? day : { [key]: day };
  const edits: readonly Edit[] = before === on ? [] : [{ kind: 'set-field', path, field, value }];
  return planned({ id, path: [...path, field], field, what, on, edits, before });
}

/** The plan for edits that record a day. */
export function planned(one: {
  readonly id: string;
  readonly path: DataPath;
  readonly field: string;
  readonly what: Text;
  readonly on: CalendarDay;
  readonly edits: readonly Edit[];
  readonly before?: CalendarDay | undefined;
}): Plan {
  const { id, path, what, on, edits, before } = one;
  const was = before === undefined || before === on ? undefined : formatDay(before);
  return {
    edits,
    entry: id,
    path,
    done: {
      zh: `${id} ${what.zh} ${formatDay(on)} 已登记${was === undefined ? '' : `（原为 ${was}）`}`,
      en: `${id}: ${what.en} is recorded for ${formatDay(on)}${was === undefined ? '' : ` (it was ${was})`}`,
    },
    optionOf: () => '--on',
  };
}
