/** What commands write for programs: the shape of each `ledger/NAME@1` by its name. The published schemas are made of them. */
import * as z from 'zod/mini';

import { EVIDENCE_STATES } from '../domain/evidence.ts';
import { STANDINGS } from '../domain/register.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { STATES } from '../domain/status.ts';
import { asked, checkReportSchema, finding } from './check-report-schema.ts';
import { diffSchema } from './diff-schema.ts';
import {
  actBy,
  anyText,
  asOf,
  assumed,
  day,
  end,
  file,
  files,
  location,
  number,
  ofFirst,
  owner,
  period,
  quantity,
  service,
  text,
  versionOf,
  words,
} from './document-parts.ts';
import { horizonSchema } from './horizon-schema.ts';
import { overviewSchema } from './overview-schema.ts';
import { receiptSchema } from './receipt-schema.ts';
import { ruleCasesSchema, rulesSchema, staleRulesSchema } from './rules-schema.ts';

export const todoSchema = z.looseObject({
  schema: versionOf('todo'),
  asOf,
  until: day.check(z.describe('The last day by which something that is listed must be done.')),
  assumed,
  files,
  items: z
    .array(
      z.looseObject({
        file,
        company: text('Name of the company.'),
        rule: z.exactOptional(text('Id of the rule that tells it; absent where it is the last day of an entry.')),
        subject: text('Id of the entry concerned, or `company`.'),
        service,
        period,
        message: text('What is to be done, or what is wrong.'),
        date: z.exactOptional(day.check(z.describe('The last day in time; absent where it waits for none.'))),
        daysLeft: z.exactOptional(number('Days from the as-of day to `date`; negative once it is past.')),
        actBy: actBy.actBy,
        owner,
        severity: z.enum(SEVERITIES).check(z.describe('Its severity.')),
        command: z.exactOptional(words('The command that records what was done, as its words.')),
      }),
    )
    .check(z.describe('The worst and soonest first.')),
  title: z.exactOptional(text('Title of the digest; only from `ledger notify`.')),
  text: z.exactOptional(text('The digest for people; only from `ledger notify`.')),
});

const status = z.looseObject({
  schema: versionOf('status'),
  asOf,
  assumed,
  files,
  asked,
  notApplicable: quantity('Rows that do not apply; they are not asked.'),
  rows: z.array(
    z.looseObject({
      file,
      subject: text('Id of the licence, contract or system, or `company`.'),
      licence: z.exactOptional(text('Id of the licence; absent where it is about none.')),
      service,
      rule: text('Id of the rule.'),
      state: z.enum(STATES).check(z.describe('How it stands.')),
      period,
      until: z.exactOptional(end.check(z.describe('Until when it is known to hold, or by when to act.'))),
      by: words('Ids of the entries that prove it, or that cause the finding.'),
      evidence: quantity('Files behind those entries.'),
      owner,
      fingerprint: z.exactOptional(text('That of the finding, where there is one.')),
      reason: z.exactOptional(text('What was found, or why it does not apply.')),
    }),
  ),
});

const row = {
  list: z.enum(['licences', 'resources']).check(z.describe('Which list of the ledger it stands in.')),
  id: text('Id of the entry.'),
  kind: z.exactOptional(text('Kind of a resource.')),
  services: z.exactOptional(words('Kinds of the services of a licence.')),
  kindName: text('The kind, or the services, by name.'),
  title: z.exactOptional(anyText('Name of the contract or proof.')),
  number: z.exactOptional(anyText('Number of the licence.')),
  provider: z.exactOptional(anyText('The other party of the contract.')),
  expires: end.check(z.describe('The last valid day, as recorded.')),
  ends: end.check(z.describe('The last day on which it holds: of the term that runs, or before it is given up.')),
  daysLeft: z.exactOptional(number('Days from the as-of day to `ends`; absent where there is no end.')),
  status: z.enum(STANDINGS).check(z.describe('How the entry stands.')),
  serves: words('Licences and services that it serves.'),
  owner,
  location: z.pick(location, { file: true, line: true, column: true }),
};

const list = z.looseObject({ schema: versionOf('list'), ...ofFirst, files, entries: z.array(z.looseObject(row)) });

const show = z.looseObject({
  schema: versionOf('show'),
  ...ofFirst,
  entries: z.array(
    z.looseObject({
      ...row,
      fields: z.record(z.string(), z.unknown()).check(z.describe('What else is recorded, as the ledger writes it.')),
      evidence: z.array(
        z.looseObject({
          path: text('As recorded.'),
          sha256: z.exactOptional(text('As recorded.')),
          state: z.enum(EVIDENCE_STATES).check(z.describe('Whether the file is what was recorded.')),
        }),
      ),
      servedBy: z.array(z.looseObject({ id: text('Id of the resource.'), serves: words('What it serves.') })),
      chain: words('Ids of the entries that follow each other, the first one first.'),
      findings: z.array(finding),
    }),
  ),
});

const written = z
  .unknown()
  .check(z.describe('What stood there, as the ledger writes it; an entry that came or went is whole.'));

const log = z.looseObject({
  schema: versionOf('log'),
  files,
  events: z
    .array(
      z.looseObject({
        file,
        day: day.check(z.describe('The day of the commit.')),
        author: anyText('Who wrote the commit.'),
        commit: text('Name of the commit.'),
        entry: text('Id of the entry; `ID/KIND` of a service; what is waived of a waiver; else the section.'),
        rule: z.exactOptional(text('Of a waiver: the rule that it waives.')),
        what: z
          .enum(['added', 'removed', 'changed', 'invalid', 'valid'])
          .check(z.describe('invalid: the file is no ledger from here on; valid: it is one again.')),
        field: z.exactOptional(text('Of an entry that changed: which field.')),
        before: z.exactOptional(written),
        after: z.exactOptional(written),
        message: text('What happened, in words.'),
        extension: z.exactOptional(quantity('How often the end was pushed out by then.')),
        newEvidence: z.exactOptional(z.boolean().check(z.describe('Whether there was new evidence for a later end.'))),
      }),
    )
    .check(z.describe('The newest first, ledger by ledger.')),
});

const pack = z.looseObject({
  schema: versionOf('pack'),
  output: text('The folder or zip that was written.'),
  file,
  licence: text('Id of the licence.'),
  asOf,
  asked,
  notApplicable: quantity('Rows that do not apply; they are not asked.'),
  redacted: words('The fields that were left out.'),
  log: z.boolean().check(z.describe('Whether the pack tells what git knows of its entries.')),
  evidence: z.array(
    z.looseObject({
      entry: text('Id of the entry.'),
      path: text('As recorded.'),
      state: z
        .enum([...EVIDENCE_STATES, 'pointer'])
        .check(z.describe('What was found there; a pointer is one of Git LFS.')),
      name: z.exactOptional(text('The copy, by its name in the pack; absent where there is none.')),
      sha256: z.exactOptional(text('Of the copy.')),
    }),
  ),
});

const writtenEntries = z.array(z.unknown()).check(z.describe('As the ledger writes them, without its own `x-` keys.'));

const entries = z.looseObject({
  schema: versionOf('entries'),
  company: z.exactOptional(z.unknown().check(z.describe('As the ledger writes it.'))),
  licences: writtenEntries,
  resources: writtenEntries,
  requirements: writtenEntries,
  duties: writtenEntries,
  waivers: writtenEntries,
});

export const DOCUMENT_SCHEMAS = {
  check: checkReportSchema,
  receipt: receiptSchema,
  status,
  todo: todoSchema,
  overview: overviewSchema,
  list,
  show,
  horizon: horizonSchema,
  log,
  pack,
  entries,
  diff: diffSchema,
  rules: rulesSchema,
  'rule-cases': ruleCasesSchema,
  'stale-rules': staleRulesSchema,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;
