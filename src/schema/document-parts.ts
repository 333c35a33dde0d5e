/** What the shapes of the documents are put together from. */
import * as z from 'zod/mini';

import { parseDay } from '../domain/calendar-day.ts';

/** A calendar day. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/u),
  z.refine((text) => parseDay(text) !== undefined),
  z.describe('A calendar day, YYYY-MM-DD.'),
);
export const number = (description: string): z.ZodMiniNumber => z.int().check(z.describe(description));
export const quantity = (description: string): z.ZodMiniNumber =>
  z.int().check(z.nonnegative(), z.describe(description));
export const position = (description: string): z.ZodMiniNumber => z.int().check(z.positive(), z.describe(description));
export const text = (description: string): z.ZodMiniString => z.string().check(z.minLength(1), z.describe(description));

/** As the ledger has it, which may be empty. */
export const anyText = (description: string): z.ZodMiniString => z.string().check(z.describe(description));

/** A day, or `never` for an open end. */
export const end = z.string().check(z.regex(/^(?:\d{4}-\d{2}-\d{2}|never)$/u), z.describe('A day, or `never`.'));
export const words = (description: string): z.ZodMiniArray<z.ZodMiniString> =>
  z.array(z.string()).check(z.describe(description));
/** The key `schema` of a document. */
export const versionOf = <const Name extends string>(name: Name): z.ZodMiniLiteral<`ledger/${Name}@1`> =>
  z.literal(`ledger/${name}@1` as const).check(z.describe('Name and version of this format.'));

export const location = z.looseObject({
  file: text('The ledger file, with forward slashes.'),
  line: position('From 1.'),
  column: position('From 1, in UTF-16 units.'),
  endLine: position('Line on which the place ends.'),
  endColumn: position('The column behind its last character.'),
});

export const asOf = day.check(z.describe('The day that was asked about.'));
/** What a document over several ledgers begins with; where none could be read there is no day. */
export const ofFirst = {
  asOf: z.exactOptional(asOf),
  timezone: z.exactOptional(text('IANA zone in which that day is counted: that of the first ledger.')),
};
export const assumed = z.exactOptional(
  words('What was assumed in place of what is recorded; absent where nothing was.'),
);
export const files = words('The ledgers of the document.');
export const file = text('The ledger file.');
export const owner = z.exactOptional(text('The person or department responsible.'));
export const service = z.exactOptional(text('Which service of the licence, where it has several.'));
export const period = z.exactOptional(text('Year or quarter of a periodic duty: 2025, 2026-Q3.'));
export const actBy = {
  actBy: z.exactOptional(day.check(z.describe('Last working day on or before the day.'))),
  actByCalendar: z.exactOptional(
    z
      .enum(['published', 'weekends'])
      .check(
        z.describe(
          'weekends: the make-up days of that year are not known, weekends and statutory holidays alone are days off.',
        ),
      ),
  ),
};
