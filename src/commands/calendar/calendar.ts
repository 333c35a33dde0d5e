/** `ledger calendar`: what is to be done by a day, as iCalendar. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Language } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import { calendarWriter } from '../../reporters/horizon/calendar.ts';
import { bytesOf, made, type Piece } from '../../reporters/writing/pieces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { itemsOf, todoIn } from '../../run/ahead.ts';
import { assertOwnersExist, ownersIn } from '../../run/concerns.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { type TellRequest, tellingJob, tellShared } from '../../run/tell-shared.ts';

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
  const { begin, end } = calendarWriter(languages.people, catalogue.kinds);
  const parts: Iterable<Piece>[] = [];
  const owners = new Set<string>();
  const request = { asOf, now: io.now().getTime(), within, owner, language: languages.people };
  const { files, code } = await tellShared('calendar', eventsTeller, { paths, request }, invocation, (told) => {
    for (const one of told.owners) owners.add(one);
    parts.push(told.events);
  });
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, files, io);
  if (code !== ExitCode.ok) return code;
  assertOwnersExist(owner ?? [], owners);
  const pieces = made(function* pieces() {
    yield begin;
    for (const part of parts) yield* part;
    yield end;
  });
  return (await writeOutput(output, pieces, invocation)) ? ExitCode.ok : ExitCode.noVerdict;
}

/** What is asked of each ledger. */
interface EventsRequest extends TellRequest {
  readonly within: number | undefined;
  readonly owner: readonly string[] | undefined;
  readonly language: Language;
}

interface EventsOf {
  /** Of one of several ledgers in UTF-8; of the only one they are made as they are written. */
  readonly events: Iterable<Piece>;
  /** Whoever answers for something. */
  readonly owners: readonly string[];
}

/** The events of one ledger after the other. */
export const eventsTeller = tellingJob<EventsRequest, EventsOf>(({ within, owner, language, isAlone }) => {
  const writer = calendarWriter(language, catalogue.kinds);
  return (ledger) => {
    const events = writer.events(itemsOf(owner, todoIn(ledger, { within })));
    return { events: isAlone ? events : Array.from(events, bytesOf), owners: ownersIn(ledger.ledger) };
  };
});
