/** The shape of the file that `ledger check --receipt` writes: `ledger/receipt@1`. */
import * as z from 'zod/mini';

import { isTimezone, parseDay } from '../domain/calendar-day.ts';
import { FAIL_LEVELS } from '../domain/policy.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Text } from '../domain/text.ts';
import { counts, verdict } from './check-report-schema.ts';
import { day, text, versionOf } from './document-parts.ts';
import { otherDocument, wrongPlace } from './other-document.ts';
import { textOf } from './raw-data.ts';

const SCHEMA = 'ledger/receipt@1';
const A_RECEIPT: Text = { zh: '检查回执', en: 'receipt of a check' };

const sha256 = (description: string): z.ZodMiniString =>
  z.string().check(z.regex(/^[0-9a-f]{64}$/u), z.describe(description));

const file = z.looseObject({
  file: text('From the working folder of the run, with forward slashes.'),
  sha256: sha256('SHA-256 of the file as it was checked.'),
});

export const receiptSchema = z.looseObject({
  schema: versionOf('receipt'),
  asOf: day.check(z.describe('The day that was asked about.')),
  timezone: text('IANA zone in which that day is counted.').check(z.refine(isTimezone)),
  program: text('Name and version of the program.'),
  rules: sha256('SHA-256 of all rules of the program.'),
  ledgers: z.array(file).check(z.describe('Every ledger that could be read, sorted.')),
  shared: z.exactOptional(z.array(file).check(z.describe('The files that they extend.'))),
  failOn: z.enum(FAIL_LEVELS).check(z.describe('The severity from which a finding failed the run.')),
  only: z.exactOptional(
    z.array(z.string()).check(z.describe('Options that kept a part from being asked; absent where all was.')),
  ),
  counts,
  verdict,
});

/** A receipt, or why the data is none. */
export type ReadReceipt = { readonly receipt: Receipt } | { readonly problem: Text };

export function parseReceipt(data: unknown): ReadReceipt {
  const schema = textOf(data, 'schema');
  if (schema !== SCHEMA) return { problem: otherDocument(schema, SCHEMA, A_RECEIPT) };
  const result = receiptSchema.safeParse(data);
  const asOf = parseDay(textOf(data, 'asOf') ?? '');
  if (!result.success || asOf === undefined) {
    return { problem: wrongPlace(result.error?.issues[0]?.path ?? ['asOf']) };
  }
  const {
    timezone,
    program,
    rules,
    ledgers,
    shared = [],
    failOn,
    only = [],
    counts: found,
    verdict: end,
  } = result.data;
  return { receipt: { asOf, timezone, program, rules, ledgers, shared, failOn, only, counts: found, verdict: end } };
}
