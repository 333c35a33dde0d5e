import type { Basis, Certainty } from '../domain/basis.ts';
import { type CalendarDay, parseDay } from '../domain/calendar-day.ts';
import type { Text } from '../domain/text.ts';

/** A law, regulation, notice or standard that rules rest on. Each stands once, in this folder. */
export interface Instrument {
  readonly id: string;
  /** Official name in Chinese with its number, and an English one. */
  readonly name: Text;
  /** Official address of its text. */
  readonly url: string;
  readonly from: CalendarDay;
  /** Last day in force. */
  readonly until?: CalendarDay | undefined;
  /** Id of the instrument that took its place. */
  readonly supersededBy?: string | undefined;
  /** The day on which somebody last read what we say about it. */
  readonly lastRead: CalendarDay;
  /** One article as the ground of a rule; `24(1)` is item 1 of article 24. */
  article(article: string, certainty: Certainty): Basis;
  /** The instrument as a whole, where its articles were not read. */
  whole(certainty: Certainty): Basis;
}

interface InstrumentFacts {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly url: string;
  readonly from: string;
  readonly until?: string;
  readonly supersededBy?: string;
  readonly lastRead: string;
}

/** Throws on a day that is none: a mistake in this folder, not in anybody's data. */
export function defineInstrument({ zh, en, from, until, lastRead, ...facts }: InstrumentFacts): Instrument {
  const instrument = {
    ...facts,
    name: { zh, en },
    from: day(from),
    until: until === undefined ? undefined : day(until),
    lastRead: day(lastRead),
  };
  const ground = {
    instrument: instrument.name,
    url: instrument.url,
    from: instrument.from,
    until: instrument.until,
    lastRead: instrument.lastRead,
  };
  return {
    ...instrument,
    article: (article, certainty) => ({ ...ground, article, certainty }),
    whole: (certainty) => ({ ...ground, certainty }),
  };
}

function day(iso: string): CalendarDay {
  const parsed = parseDay(iso);
  if (parsed === undefined) throw new Error(`no such day: ${iso}`);
  return parsed;
}
