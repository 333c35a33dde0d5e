/** The shape of `ledger overview --format json`: `ledger/overview@1`. */
import * as z from 'zod/mini';

import { result } from './check-report-schema.ts';
import { asOf, day, text, versionOf } from './document-parts.ts';

export const overviewSchema = z.looseObject({
  schema: versionOf('overview'),
  asOf,
  companies: z
    .array(
      z.looseObject({
        ...z.omit(result, { since: true }).shape,
        report: z.exactOptional(text('The report of a check that it was read from; absent where the ledger was read.')),
        asOf: z.exactOptional(day.check(z.describe('The day that it is of, where that is another one.'))),
      }),
    )
    .check(z.describe('A row for each ledger, the worst first.')),
});
