/** `ledger calendar`: what is to be done by a day, as iCalendar. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { ExitCode } from '../../exit-code.ts';
import { calendarWriter } from '../../reporters/horizon/calendar.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { todoIn } from '../../run/ahead.ts';
import { assertOwnersExist, ownersIn } from '../../run/concerns.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { tellEach } from '../../run/tell-ledgers.ts';

export interface CalendarOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly output?: string | undefined;
  /** Absent: whoever answers for it. */
  readonly owner?: readonly string[] | undefined;
}

/**
 * Writes the calendar; nothing where a ledger could not be read, so that no subscriber loses deadlines unseen.
 *
 * @throws {Refusal} where the file to be written is a ledger, or nobody has the name of an owner
 */
export async function calendar(
  paths: readonly string[],
  { asOf, within, output, owner }: CalendarOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const writer = calendarWriter(languages.people, catalogue.kinds);
  const pieces = [writer.begin];
  const owners = new Set<string>();
  const { files, code } = await tellEach(paths, asOf, invocation, (ledger) => {
    for (const one of ownersIn(ledger.ledger)) owners.add(one);
    const items = todoIn(ledger, { within });
    pieces.push(
      writer.events(owner === undefined ? items : items.filter(({ finding }) => owner.includes(finding.owner ?? ''))),
    );
  });
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, files, io);
  if (code !== ExitCode.ok) return code;
  assertOwnersExist(owner ?? [], owners);
  const document = [...pieces, writer.end].join('');
  return (await writeOutput(output, document, invocation)) ? ExitCode.ok : ExitCode.noVerdict;
}
