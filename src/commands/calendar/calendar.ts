/** `ledger calendar`: the deadlines as iCalendar. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { ExitCode } from '../../exit-code.ts';
import { renderCalendar } from '../../reporters/horizon/calendar.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { deadlinesOf } from '../../run/ahead.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { readToTell } from '../../run/tell-ledgers.ts';

export interface CalendarOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly output?: string | undefined;
  /** Absent: whoever answers for it. */
  readonly owner?: string | undefined;
}

/**
 * Writes the calendar; nothing where a ledger could not be read, so that no subscriber loses deadlines unseen.
 *
 * @throws {Refusal} where the file to be written is a ledger
 */
export async function calendar(
  paths: readonly string[],
  { asOf, within, output, owner }: CalendarOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { ledgers, files, code } = await readToTell(paths, asOf, invocation);
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, files, io);
  if (code !== ExitCode.ok) return code;
  const deadlines: (readonly Deadline[])[] = [];
  for (const ledger of ledgers) deadlines.push(await deadlinesOf(ledger, { within, now: io.now }));
  const told = deadlines.flat().filter(({ finding }) => owner === undefined || finding.owner === owner);
  const document = renderCalendar(told, languages.people, catalogue.kinds);
  return (await writeOutput(output, document, invocation)) ? ExitCode.ok : ExitCode.noVerdict;
}
