/** The shape of `ledger diff --format json`: `ledger/diff@1`. */
import * as z from 'zod/mini';

import { day, text } from './document-parts.ts';

const commit = z.looseObject({
  ref: text('The revision, as it was asked for.'),
  commit: text('The name of its commit.'),
});

const change = z.looseObject({
  entry: text('Id of the entry; `telecom/idc` of a service, else `company`, `policy`, `rules` or `ledger`.'),
  rule: z.exactOptional(text('Of a waiver: the rule that it waives.')),
  what: z
    .enum(['added', 'removed', 'changed', 'invalid', 'valid'])
    .check(z.describe('`invalid`: the file is no ledger any more; `valid`: it is one again.')),
  field: z.exactOptional(text('Which field; `annualReports.2025` of a mapping, `id` where it has another id now.')),
  before: z.optional(z.unknown().check(z.describe('What it said: of an entry that went, all of it.'))),
  after: z.optional(z.unknown().check(z.describe('What it says: of an entry that came, all of it.'))),
  message: text('The change in words.'),
  extension: z.exactOptional(
    z.int().check(z.describe('How often the end was pushed out by then, where that is known.')),
  ),
  newEvidence: z.exactOptional(z.boolean().check(z.describe('Whether a new file stands behind a later end.'))),
});

const state = (description: string) => z.enum(['valid', 'invalid', 'absent']).check(z.describe(description));

const standing = z
  .nullable(day)
  .check(z.describe('The first day on which it is not compliant; null: nothing on record ends it.'));

const file = z.looseObject({
  file: text('The ledger file.'),
  company: z.exactOptional(text('Name of the company; absent where the file is no ledger.')),
  was: state('What the file was.'),
  is: state('What the file is.'),
  renamedFrom: z.exactOptional(
    text('Where it lay, from the root of the repository; absent where it lay where it lies.'),
  ),
  changes: z.array(change).check(z.describe('In the order of the ledger; what went stands last.')),
  brought: z
    .array(text('Fingerprint of a finding, as `check` has it.'))
    .check(z.describe('New, or worse than before.')),
  fixed: z.array(text('Fingerprint of a finding.')).check(z.describe('Found before, and found no more.')),
  horizon: z
    .array(
      z.looseObject({
        licence: text('Id of the licence.'),
        before: z.exactOptional(standing),
        after: z.exactOptional(standing),
      }),
    )
    .check(z.describe('Every licence; `before` or `after` is absent where there is no such licence.')),
});

export const diffSchema = z.looseObject({
  schema: z.literal('ledger/diff@1').check(z.describe('Name and version of this format.')),
  asOf: day.check(z.describe('The day on which both sides are judged.')),
  from: commit.check(z.describe('The earlier side.')),
  to: z.nullable(commit).check(z.describe('The later side; null: the working tree.')),
  unchanged: z.int().check(z.describe('How many other ledgers there are, which say the same.')),
  files: z.array(file).check(z.describe('The ledgers of which there is something to say.')),
});
