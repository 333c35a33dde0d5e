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
  /** The day on which somebody last read its text, or a literal quotation of it. */
  readonly lastRead?: CalendarDay | undefined;
  /** Where only others report it: the day on which somebody last looked at what they say. */
  readonly lastReported?: CalendarDay | undefined;
  /** One article as the ground of a rule: `27.2` is its second paragraph, `24(1)` its first item. */
  article(article: string, certainty: Certainty): Basis;
  /** The instrument as a whole, where its articles were not read. */
  whole(certainty: Certainty): Basis;
}

/** What was read of it: its text, or only what others say. */
type Looked = { readonly lastRead: string } | { readonly lastReported: string };

interface InstrumentFacts {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly url: string;
  readonly from: string;
  readonly until?: string;
  readonly supersededBy?: string;
}

/** Throws on a day that is none: a mistake in this folder, not in anybody's data. */
export function defineInstrument({ zh, en, from, until, ...facts }: InstrumentFacts & Looked): Instrument {
  const looked = 'lastRead' in facts ? { lastRead: day(facts.lastRead) } : { lastReported: day(facts.lastReported) };
  const { id, url, supersededBy } = facts;
  const instrument = {
    id,
    url,
    supersededBy,
    name: { zh, en },
    from: day(from),
    until: until === undefined ? undefined : day(until),
    ...looked,
  };
  const ground = {
    instrument: instrument.name,
    url: instrument.url,
    from: instrument.from,
    until: instrument.until,
    ...looked,
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
