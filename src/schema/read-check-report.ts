/** Reports of `ledger check --format json` that other jobs wrote, as far as they tell how each ledger stands. */
import * as z from 'zod/mini';

import { type CalendarDay, parseDay } from '../domain/calendar-day.ts';
import type { CompanyRow } from '../domain/overview.ts';
import type { Verdict } from '../domain/policy.ts';
import type { Text } from '../domain/text.ts';
import { checkReportSchema, type result } from './check-report-schema.ts';
import { otherDocument, wrongPlace } from './other-document.ts';
import { textOf } from './raw-data.ts';

const SCHEMA = 'ledger/check@1';
const A_REPORT: Text = { zh: '检查报告', en: 'report of a check' };

/** The findings themselves are not asked for: most of the file is theirs. */
const head = z.pick(checkReportSchema, {
  asOf: true,
  assumed: true,
  only: true,
  verdict: true,
  since: true,
  results: true,
});

export interface CheckHead {
  readonly asOf: CalendarDay;
  readonly verdict: Verdict;
  readonly rows: readonly CompanyRow[];
}

/**
 * A report, or why the data is none that tells how ledgers stand: one about a part, a change or an assumption does not.
 *
 * @param report as rows name it
 */
export function parseCheckReport(
  data: unknown,
  report: string,
): { readonly head: CheckHead } | { readonly problem: Text } {
  const schema = textOf(data, 'schema');
  if (schema !== SCHEMA) return { problem: otherDocument(schema, SCHEMA, A_REPORT) };
  const read = head.safeParse(data);
  if (!read.success) return { problem: wrongPlace(read.error.issues[0]?.path ?? []) };
  const { asOf, verdict, results, assumed = [], only = [], since } = read.data;
  const limits = [...only, ...(since === undefined ? [] : ['--since']), ...assumed.map((word) => `--assume ${word}`)];
  if (limits.length > 0) return { problem: aboutAPart(limits) };
  const day = dayIn(asOf);
  return { head: { asOf: day, verdict, rows: results.map((one) => rowIn(one, { report, asOf: day })) } };
}

function rowIn(one: z.infer<typeof result>, from: Pick<CompanyRow, 'report' | 'asOf'>): CompanyRow {
  const { file, company, verdict, counts, next, breach } = one;
  const actBy = next?.actBy;
  return {
    ...from,
    file,
    company,
    shares: one.extends,
    verdict,
    counts,
    next: next && { ...next, date: dayIn(next.date), actBy: actBy === undefined ? undefined : dayIn(actBy) },
    breach: breach && { licence: breach.licence, day: dayIn(breach.day) },
  };
}

function dayIn(text: string): CalendarDay {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day, and the schema lets no other through`);
  return day;
}

function aboutAPart(limits: readonly string[]): Text {
  const words = limits.map((word) => `\`${word}\``);
  return {
    zh: `该次检查用了${words.join('、')}，不能反映台账的全部情况`,
    en: `that check was made with ${words.join(', ')}, so it does not cover the whole ledger`,
  };
}
