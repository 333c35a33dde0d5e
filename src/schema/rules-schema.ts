/** The shapes of what `ledger rules` writes: `ledger/rules@1`, `ledger/rule-cases@1` and `ledger/stale-rules@1`. */
import * as z from 'zod/mini';

import { CERTAINTIES } from '../domain/basis.ts';
import { STATUSES } from '../domain/finding.ts';
import { SEVERITIES } from '../domain/severity.ts';
import {
  anyText,
  day,
  file,
  number,
  owner,
  period,
  position,
  quantity,
  service,
  text,
  versionOf,
  words,
} from './document-parts.ts';

const bilingual = z.looseObject({ zh: text('In Chinese.'), en: text('In English.') });
const source = {
  instrument: bilingual.check(z.describe('Name of the law, regulation or notice.')),
  article: z.exactOptional(text('Article; left out where the articles were not read.')),
  url: z.url().check(z.describe('Official address of the instrument.')),
};

export const rulesSchema = z.looseObject({
  schema: versionOf('rules'),
  rules: z.array(
    z.looseObject({
      id: text('Id of the rule, module/name; it never changes.'),
      module: text('Module of the rule.'),
      summary: bilingual.check(z.describe('What it asks.')),
      why: bilingual.check(z.describe('Why it is asked.')),
      consequence: z.exactOptional(bilingual.check(z.describe('What follows by law where it is not done.'))),
      remedy: bilingual.check(z.describe('What to do.')),
      statuses: z
        .partialRecord(z.enum(STATUSES), z.enum(SEVERITIES))
        .check(z.describe('What it can report, with the highest severity of each.')),
      basis: z.array(
        z.looseObject({
          ...source,
          certainty: z.enum(CERTAINTIES).check(z.describe('How certain the legal basis is.')),
          from: day.check(z.describe('The first day on which it is in force.')),
          until: z.exactOptional(day.check(z.describe('The last one.'))),
        }),
      ),
      examples: z.looseObject({
        asOf: day.check(z.describe('The day on which the examples are judged.')),
        fails: text('A ledger that fails it.'),
        passes: text('One that passes.'),
        files: z.exactOptional(z.record(z.string(), z.string()).check(z.describe('Files beside them, by path.'))),
      }),
    }),
  ),
});

export const staleRulesSchema = z.looseObject({
  schema: versionOf('stale-rules'),
  asOf: day.check(z.describe('The day that was asked about.')),
  rules: z.array(
    z.looseObject({
      id: text('Id of the rule.'),
      basis: z
        .array(
          z.looseObject({
            ...source,
            lastRead: z.exactOptional(day.check(z.describe('When its text was last read.'))),
            lastReported: z.exactOptional(
              day.check(z.describe('When somebody last looked at what others report of it.')),
            ),
          }),
        )
        .check(z.describe('What was not read for a year.')),
    }),
  ),
});

const problems = z.array(
  z.looseObject({
    line: position('From 1.'),
    field: z.string().check(z.describe('Where in the case it stands; empty for the case as a whole.')),
    message: text('What is wrong.'),
    remedy: text('What to do.'),
  }),
);

const expected = {
  rule: text('Id of the rule.'),
  status: z.enum(STATUSES).check(z.describe('What is wrong, in one word.')),
  severity: z.exactOptional(z.enum(SEVERITIES).check(z.describe('Its severity.'))),
  subject: z.exactOptional(text('Id of the entry concerned, or `company`.')),
  service,
  owner,
  date: z.exactOptional(day),
  daysLeft: z.exactOptional(number('Days from the as-of day to `date`.')),
  actBy: z.exactOptional(day),
  period,
  gapDays: z.exactOptional(position('Days without cover.')),
  related: z.exactOptional(words('Ids of the entries that cause it.')),
};

export const ruleCasesSchema = z.looseObject({
  schema: versionOf('rule-cases'),
  exitCode: number('Exit code of the run.'),
  counts: z.looseObject({
    passed: quantity('Cases that found what they expect.'),
    failed: quantity('Cases that did not.'),
    invalid: quantity('Cases that could not be run.'),
  }),
  files: z.array(
    z.looseObject({
      file: file.check(z.describe('The file of cases.')),
      problems: problems.check(z.describe('What keeps the whole file from being run.')),
      cases: z.array(
        z.looseObject({
          name: anyText('Its name.'),
          line: position('From 1.'),
          result: z.enum(['passed', 'failed', 'invalid']).check(z.describe('How it went.')),
          differences: z
            .array(
              z.looseObject({
                expected: z.exactOptional(z.looseObject(expected)),
                found: z.exactOptional(z.looseObject({ ...expected, message: text('What is wrong.') })),
              }),
            )
            .check(z.describe('What was expected and not found, and the reverse.')),
          problems: problems.check(z.describe('What keeps the case from being run.')),
        }),
      ),
    }),
  ),
});
