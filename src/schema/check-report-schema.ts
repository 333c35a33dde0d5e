/** The shape of `ledger check --format json`: `ledger/check@1`. */
import * as z from 'zod/mini';

import { SEVERITIES, STATUSES } from '../domain/finding.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u), z.describe('A calendar day, YYYY-MM-DD.'));
const number = (description: string): z.ZodMiniNumber => z.int().check(z.describe(description));
const quantity = (description: string): z.ZodMiniNumber => z.int().check(z.nonnegative(), z.describe(description));
const position = (description: string): z.ZodMiniNumber => z.int().check(z.positive(), z.describe(description));
const text = (description: string): z.ZodMiniString => z.string().check(z.minLength(1), z.describe(description));

const basis = z.strictObject({
  instrument: text('Name of the law, regulation or notice.'),
  article: z.exactOptional(text('Article, with its item in parentheses; left out where the articles were not read.')),
  url: z.url().check(z.describe('Official address of the instrument.')),
  certainty: z
    .enum(['text', 'secondary', 'practice'])
    .check(z.describe('text: the article was read; secondary: others report it; practice: custom, no written rule.')),
});

const location = z.strictObject({
  file: text('The ledger file, with forward slashes.'),
  line: position('From 1.'),
  column: position('From 1, in UTF-16 units.'),
  endLine: position('Line on which the place ends.'),
  endColumn: position('The column behind its last character.'),
});

const waived = z.strictObject({
  until: day,
  reason: z.string().check(z.describe('Why the finding is waived.')),
  approvedBy: z.string().check(z.describe('Who answers for it.')),
});

const finding = z.strictObject({
  rule: z.string().check(z.regex(/^[^/]+\/[^/]+$/u), z.describe('Id of the rule, module/name; it never changes.')),
  status: z.enum(STATUSES).check(z.describe('What is wrong, in one word.')),
  severity: z.enum(SEVERITIES).check(z.describe('How grave it is.')),
  subject: z.string().check(z.describe('Id of the entry concerned, `company`, or a data path where there is no id.')),
  related: z.array(z.string()).check(z.describe('Ids of the entries that cause it.')),
  date: z.exactOptional(day.check(z.describe('The last day on which all is well, or by which to act; see the rule.'))),
  daysLeft: z.exactOptional(number('Days from the as-of day to `date`: 0 on the day itself, negative afterwards.')),
  actBy: z.exactOptional(day.check(z.describe('Last working day on or before `date`.'))),
  actByCalendar: z.exactOptional(
    z
      .enum(['published', 'weekends'])
      .check(z.describe('weekends: the working days of that year are not published yet, only weekends are known.')),
  ),
  period: z.exactOptional(text('Year or quarter of a periodic duty: 2025, 2026-Q3.')),
  gapDays: z.exactOptional(position('Days without cover, for the status `gap`.')),
  message: text('What is wrong.'),
  remedy: text('What to do.'),
  sum: z.exactOptional(text('How the date comes about.')),
  basis: z
    .array(basis)
    .check(z.describe('The legal ground in force on the as-of day; empty where the rule rests on no law.')),
  location: location.check(z.describe('What must change.')),
  fingerprint: z
    .string()
    .check(
      z.regex(/^[0-9a-f]{64}$/u),
      z.describe('The same from run to run while the finding lasts, wherever its lines move.'),
    ),
  waived: z.exactOptional(waived.check(z.describe('Somebody answers for it: it fails nothing.'))),
});

export const checkReportSchema = z.strictObject({
  schema: z.literal('ledger/check@1').check(z.describe('Name and version of this format.')),
  asOf: z.exactOptional(day.check(z.describe('The day on which the question was asked; absent without any ledger.'))),
  timezone: z.exactOptional(text('IANA zone in which that day is counted; absent without any ledger.')),
  verdict: z
    .enum(['pass', 'fail', 'none'])
    .check(z.describe('pass: nothing at or above the fail level; none: nothing to check, or the data is invalid.')),
  exitCode: number('Exit code of the run.'),
  counts: z.strictObject({
    error: quantity('Errors that are not waived.'),
    warning: quantity('Warnings that are not waived.'),
    info: quantity('Notes that are not waived.'),
    waived: quantity('Waived findings of any severity.'),
  }),
  files: z.array(z.string()).check(z.describe('The ledgers of the run, sorted.')),
  findings: z.array(finding).check(z.describe('Sorted by file, line, column and rule.')),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
