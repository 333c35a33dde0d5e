/** `ledger record DUTY …`: what was done, and on which day. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import { type CalendarDay, formatDay, parseDay } from '../../domain/calendar-day.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { openLedger, type OpenLedger } from '../../run/recording/open-ledger.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { DUTIES, type DutyName } from './duties.ts';
import type { Duty } from './plan-day.ts';
import { argumentKey, argumentsIn, askRecord } from './questions.ts';

export interface RecordOptions extends InterviewOptions {
  /** The day on which it was done; absent: today. */
  readonly on?: CalendarDay | undefined;
}

/** What the command line says of a duty. */
export interface RecordGiven {
  readonly name: DutyName;
  /** The arguments that it takes, as its help names them. */
  readonly takes: readonly string[];
  /** Those that were given. */
  readonly words: readonly string[];
}

/**
 * Records one duty as done.
 *
 * @throws {Refusal} for an entry that does not exist, or a day that has not come
 */
export async function record(
  { name, takes, words }: RecordGiven,
  options: RecordOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const open = await openLedger(options.file, invocation);
  const language = invocation.languages.people;
  const on = options.on === undefined ? undefined : formatDay(options.on);
  const given = withoutAbsent({ ...Object.fromEntries(words.map((word, at) => [argumentKey(at), word])), on });
  const plan = (said: readonly string[], day: string | undefined, now: OpenLedger): Plan => {
    const duty: Duty = DUTIES[name](said);
    const done = day === undefined ? undefined : parseDay(day);
    return duty.plan(now, duty.mayLieAhead === true ? (done ?? now.today) : dayDone('--on', done, now.today));
  };
  const asked = { name, open, language, plan: (said: readonly string[], day?: string) => plan(said, day, open) };
  return askAndRecord(
    {
      command: ['ledger', 'record', name],
      given,
      missing: takes.slice(words.length),
      interview: (said) => askRecord(said, asked),
    },
    { open, options },
    (said, now) => plan(argumentsIn(said), typeof said['on'] === 'string' ? said['on'] : undefined, now),
    invocation,
  );
}
