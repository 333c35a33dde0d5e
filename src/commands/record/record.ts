/** `ledger record DUTY …`: what was done, and on which day. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { ChangeKind } from '../../domain/ledger.ts';
import type { ExitCode } from '../../exit-code.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { openLedger } from '../../run/recording/open-ledger.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import { type ChangeDays, planChange } from './company-change.ts';
import { DUTIES, type Duty, type DutyName } from './duties.ts';

export interface RecordOptions extends WriteOptions {
  /** The day on which it was done; absent: today. */
  readonly on?: CalendarDay | undefined;
}

/**
 * Records one duty as done.
 *
 * @throws {Refusal} for an entry that does not exist, or a day that has not come
 */
export async function record(
  name: DutyName,
  words: readonly string[],
  options: RecordOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const duty: Duty = DUTIES[name](words);
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits(
    { open, options, dialogue },
    (now) => {
      const { on } = options;
      return duty.plan(now, duty.mayLieAhead === true ? (on ?? now.today) : dayDone('--on', on, now.today));
    },
    invocation,
  );
}

/** @throws {Refusal} where no such change is unreported and none is added */
export async function recordChange(
  what: ChangeKind,
  options: WriteOptions & ChangeDays,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const dialogue = await invocation.io.dialogue();
  return recordEdits({ open, options, dialogue }, (now) => planChange(what, options, now), invocation);
}
