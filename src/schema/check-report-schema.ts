/** The shape of `ledger check --format json`: `ledger/check@1`. */
import * as z from 'zod/mini';

import { CERTAINTIES } from '../domain/basis.ts';
import { STATUSES } from '../domain/finding.ts';
import { BASELINES } from '../domain/report.ts';
import { SEVERITIES } from '../domain/severity.ts';
import {
  actBy,
  assumed,
  day,
  location,
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

const basis = z.looseObject({
  instrument: text('Name of the law, regulation or notice.'),
  article: z.exactOptional(text('Article, with its item in parentheses; left out where the articles were not read.')),
  url: z.url().check(z.describe('Official address of the instrument.')),
  certainty: z
    .enum(CERTAINTIES)
    .check(
      z.describe(
        'text: the article was read; quoted: a quotation of it was read; secondary: others report it; practice: custom, no written rule.',
      ),
    ),
});

const waived = z.looseObject({
  until: day,
  reason: z.string().check(z.describe('Why the finding is waived.')),
  approvedBy: z.string().check(z.describe('Who approved it.')),
});

const gap = z.looseObject({
  from: day,
  to: day,
  days: position('Days from the first to the last, both counted.'),
});

const fix = z.looseObject({
  command: z.array(z.string()).check(z.describe('A command, as its words.')),
  edits: z.exactOptional(
    z
      .array(
        z.looseObject({
          path: z
            .array(z.union([z.string(), z.number()]))
            .check(z.describe('Where in the data of the ledger: keys, and places in lists from 0.')),
          value: z.exactOptional(z.unknown().check(z.describe('The value that is to stand there.'))),
          key: z.exactOptional(text('The name that the field at the path is to have; its value stays.')),
        }),
      )
      .check(
        z.describe(
          'The edits that it makes, where the right value is certain; without a value and a key, what stands there goes.',
        ),
      ),
  ),
});

export const counts = z.looseObject({
  error: quantity('Errors that are not waived.'),
  warning: quantity('Warnings that are not waived.'),
  info: quantity('Notes that are not waived.'),
  waived: quantity('Waived findings of any severity.'),
  undetermined: quantity('Findings that say that something cannot be judged; they count by severity too.'),
});

export const verdict = z
  .enum(['pass', 'fail', 'none'])
  .check(z.describe('pass: nothing at or above the fail level; none: nothing to check, or the data is invalid.'));

/** The counts of what was asked. */
export const asked = z.looseObject({
  met: quantity('What is as asked.'),
  atRisk: quantity('What is as asked today and ends, or is due, inside the window.'),
  open: quantity('What is not as asked.'),
  waived: quantity('What somebody answers for.'),
  undetermined: quantity('What cannot be judged for want of a fact.'),
});

/** One ledger at a glance. */
export const result = z.looseObject({
  file: text('The ledger file.'),
  company: z.exactOptional(text('Name of the company; absent where the file is no valid ledger.')),
  extends: z.exactOptional(text('The file that it shares with others, as `file` is named.')),
  verdict,
  counts,
  since: z.exactOptional(
    z
      .looseObject({
        was: z
          .enum(['valid', 'invalid', 'absent'])
          .check(z.describe('What the file was there; where it was no valid ledger, all counts as new.')),
        renamedFrom: z.exactOptional(text('Where it lay there, from the root of the repository, if elsewhere.')),
      })
      .check(z.describe('With --since: what the file was at the base.')),
  ),
  next: z.exactOptional(
    z
      .looseObject({
        date: day,
        actBy: z.exactOptional(day.check(z.describe('Last working day on or before it.'))),
        rule: text('Id of the rule.'),
        subject: text('Id of the entry.'),
      })
      .check(z.describe('The first day to come by which something must be done.')),
  ),
  breach: z.exactOptional(
    z
      .looseObject({ day, licence: text('Id of the licence.') })
      .check(z.describe('The first day on which a licence stops being good if nothing is done.')),
  ),
});

/** One finding, as every document has it. */
export const finding = z.looseObject({
  rule: z.string().check(z.regex(/^[^/]+\/[^/]+$/u), z.describe('Id of the rule, module/name; it never changes.')),
  status: z.enum(STATUSES).check(z.describe('What is wrong, in one word.')),
  severity: z.enum(SEVERITIES).check(z.describe('Its severity.')),
  subject: z.string().check(z.describe('Id of the entry concerned, `company`, or a data path where there is no id.')),
  service,
  related: z.array(z.string()).check(z.describe('Ids of the entries that cause it.')),
  owner,
  date: z.exactOptional(day.check(z.describe('The last day on which all is well, or by which to act; see the rule.'))),
  daysLeft: z.exactOptional(number('Days from the as-of day to `date`: 0 on the day itself, negative afterwards.')),
  ...actBy,
  period,
  gapDays: z.exactOptional(position('Days without cover, for the status `gap`.')),
  gaps: z.exactOptional(z.array(gap).check(z.describe('All stretches without cover inside the window.'))),
  message: text('What is wrong.'),
  remedy: text('What to do.'),
  fix: z.exactOptional(fix.check(z.describe('What puts it right.'))),
  sum: z.exactOptional(text('How the date comes about.')),
  basis: z
    .array(basis)
    .check(z.describe('The legal basis in force on the as-of day; empty where the rule rests on no law.')),
  location: location.check(z.describe('What must change.')),
  fingerprint: z
    .string()
    .check(
      z.regex(/^[0-9a-f]{64}$/u),
      z.describe('The same from run to run while the finding lasts, wherever its lines move.'),
    ),
  baseline: z.exactOptional(
    z
      .enum(BASELINES)
      .check(
        z.describe('With --since: whether the change introduced the finding, made it worse, or did not change it.'),
      ),
  ),
  waived: z.exactOptional(waived.check(z.describe('Somebody answers for it: it fails nothing.'))),
});

export const checkReportSchema = z.looseObject({
  schema: versionOf('check'),
  asOf: day.check(z.describe('The day on which the question was asked.')),
  timezone: text('IANA zone in which that day is counted.'),
  assumed,
  only: z.exactOptional(words('Options that kept a part from being asked; absent where all was.')),
  verdict,
  exitCode: number('Exit code of the run.'),
  counts,
  asked,
  since: z.exactOptional(
    z
      .looseObject({
        ref: text('The revision that was asked about.'),
        commit: z.string().check(z.regex(/^[0-9a-f]{40,64}$/u), z.describe('Where it and HEAD parted: the base.')),
        counts: counts.check(z.describe('Of what the change introduced; only that decides the verdict.')),
      })
      .check(z.describe('With --since: what the run was compared with.')),
  ),
  files: z.array(z.string()).check(z.describe('The ledgers of the run, sorted.')),
  results: z.array(result).check(z.describe('Each ledger at a glance, in the order of `files`.')),
  findings: z.array(finding).check(z.describe('Sorted by file, line, column and rule.')),
  fixed: z.exactOptional(
    z.array(finding).check(z.describe('With --since: what was found at the base and is found no more.')),
  ),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
