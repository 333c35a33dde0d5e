/** The shape of `ledger todo --format json`, and of what a webhook gets from `ledger notify`: `ledger/todo@1`. */
import * as z from 'zod/mini';

import { SEVERITIES } from '../domain/severity.ts';
import { day, text } from './check-report-schema.ts';

const item = z.looseObject({
  file: text('The ledger file.'),
  company: text('Name of the company.'),
  rule: z.exactOptional(text('Id of the rule that tells it; absent where it is the last day of an entry.')),
  subject: text('Id of the entry concerned, or `company`.'),
  service: z.exactOptional(text('Which service of the licence, where it has several.')),
  period: z.exactOptional(text('Year or quarter of a periodic duty: 2025, 2026-Q3.')),
  message: text('What is to be done, or what is wrong.'),
  date: z.exactOptional(day.check(z.describe('The last day on which it is in time; absent where it waits for none.'))),
  daysLeft: z.exactOptional(z.int().check(z.describe('Days from the as-of day to `date`; negative once it is past.'))),
  actBy: z.exactOptional(day.check(z.describe('Last working day on or before `date`.'))),
  owner: z.exactOptional(text('Who answers for it.')),
  severity: z.enum(SEVERITIES).check(z.describe('How grave it is.')),
  command: z.exactOptional(
    z.array(z.string()).check(z.describe('The command that records what was done, as its words.')),
  ),
});

export const todoSchema = z.looseObject({
  schema: z.literal('ledger/todo@1').check(z.describe('Name and version of this format.')),
  asOf: day.check(z.describe('The day that was asked about.')),
  until: day.check(z.describe('The last day by which something that is listed must be done.')),
  assumed: z.exactOptional(
    z.array(z.string()).check(z.describe('What was assumed in place of what is recorded; absent where nothing was.')),
  ),
  files: z.array(z.string()).check(z.describe('The ledgers that could be read.')),
  items: z.array(item).check(z.describe('The worst and soonest first.')),
  title: z.exactOptional(text('Title of the digest; only from `ledger notify`.')),
  text: z.exactOptional(text('The digest for people; only from `ledger notify`.')),
});
