/** What the commands say of the end of a licence or a contract must agree. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { addDays, formatDay } from '../../src/domain/calendar-day.ts';
import { needersIn } from '../../src/domain/check.ts';
import { indexLedger } from '../../src/domain/ledger-index.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { LedgerReport, Report } from '../../src/domain/report.ts';
import { renderCalendar } from '../../src/reporters/horizon/calendar.ts';
import { agendaOf } from '../../src/reporters/page/agenda.ts';
import { pageContextOf } from '../../src/reporters/page/page-context.ts';
import { renderHtml } from '../../src/reporters/page/page.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { deadlinesOf, horizonOf, lastDaysAhead } from '../../src/run/ahead.ts';
import { checkLedgers } from '../../src/run/check-ledgers.ts';
import type { ReadableLedger } from '../../src/run/tell-ledgers.ts';
import { AS_OF, ledgersOfPapers } from '../support/arbitrary-papers.ts';

const WINDOW = 60;

function readable(ledger: Ledger): ReadableLedger {
  const file = 'ledger.yaml';
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    file,
    name: file,
    repositoryPath: undefined,
    ledger,
    evidence: new Map(),
    problems: [],
    locate: () => location,
    lineAt: () => '',
    asOf: AS_OF,
  };
}

const now = (): Date => new Date('2026-11-21T04:00:00Z');

async function reportOn(one: ReadableLedger): Promise<Report> {
  const options = {
    asOf: AS_OF,
    within: WINDOW,
    failOn: 'warning',
    selects: () => true,
    wantsRows: true,
    now,
  } as const;
  return checkLedgers([one], true, options);
}

/** Licences that are in their term and end inside the window, if nobody gave them up before. */
function endingLicences({ licences }: Ledger): Ledger['licences'] {
  return licences.filter(
    ({ issued = AS_OF, expires, closed }) =>
      issued <= AS_OF &&
      expires >= AS_OF &&
      expires <= addDays(AS_OF, WINDOW) &&
      (closed === undefined || closed > expires),
  );
}

/** Contracts that end inside the window and that nothing continues. */
function endingContracts(ledger: Ledger): Ledger['resources'] {
  const index = indexLedger(ledger, needersIn(catalogue));
  return ledger.resources.filter(
    (one) =>
      one.expires >= AS_OF &&
      one.expires <= addDays(AS_OF, WINDOW) &&
      one.renew &&
      one.ended === undefined &&
      one.autoRenew === undefined &&
      !index.isFollowed(one.id) &&
      index.successorOf(one) === undefined,
  );
}

/** Its expiry; while its renewal is still to be applied for, that is told in its place. */
function tellsEnd(id: string, { rule, subject, status }: LedgerReport['findings'][number]): boolean {
  return subject === id && (rule.endsWith('/expiry') || (rule.endsWith('/renewal') && status === 'due'));
}

/** `2027-03-14 telecom` of each event, read by another library than the program's. */
async function eventsOf(one: ReadableLedger): Promise<ReadonlySet<string>> {
  const document = renderCalendar(await deadlinesOf(one, { now }), 'en', catalogue.kinds);
  const events = new ICAL.Component(ICAL.parse(document)).getAllSubcomponents('vevent');
  return new Set(
    events.map((event) => {
      const { startDate, summary } = new ICAL.Event(event);
      return `${String(startDate)} ${summary.split(/[ :]/u, 1)[0]}`;
    }),
  );
}

test('a licence that ends inside the window is told by check, status, horizon, calendar and report', async () => {
  await fc.assert(
    fc.asyncProperty(ledgersOfPapers, async (ledger) => {
      const ending = endingLicences(ledger);
      fc.pre(ending.length > 0);
      const one = readable(ledger);
      const report = await reportOn(one);
      const [checked] = report.ledgers;
      const { timeline } = horizonOf(one);
      const events = await eventsOf(one);
      const parts = {
        kinds: catalogue.kinds,
        timelines: new Map([[one.file, timeline]]),
        lastDays: new Map([[one.file, lastDaysAhead(ledger, AS_OF)]]),
      };
      const page = renderHtml(report, 'en', parts);
      const { broken, due, open, later } = agendaOf(pageContextOf(report, parts));
      const listed = [...broken, ...due, ...open, ...later].flatMap(({ findings }) => findings);
      for (const { id, expires, closed } of ending) {
        const found = checked?.findings.filter((finding) => tellsEnd(id, finding)) ?? [];
        expect(found).not.toEqual([]);
        const rows = checked?.rows.filter(({ identity }) => found.some((finding) => finding.identity === identity));
        expect(rows?.map(({ state }) => state)).not.toContain('met');
        expect(rows).toHaveLength(found.length);

        const line = timeline.licences.find(({ licence }) => licence.id === id);
        // One that is given up from the day after its end breaks nothing.
        const endsOnPurpose = closed === addDays(expires, 1);
        if (line?.goesOnUndetermined !== true && !endsOnPurpose)
          expect(line?.breach?.day).toBeLessThanOrEqual(addDays(expires, 1));
        expect(events).toContain(`${formatDay(expires)} ${id}`);
        for (const { message, identity } of found) {
          expect(page.replaceAll(/<\/?time>/gu, '')).toContain(`${message.en}</span>`);
          expect(listed.map((finding) => ('identity' in finding ? finding.identity : ''))).toContain(identity);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a contract that ends inside the window and that nothing continues is told by check and calendar', async () => {
  await fc.assert(
    fc.asyncProperty(ledgersOfPapers, async (ledger) => {
      const ending = endingContracts(ledger);
      fc.pre(ending.length > 0);
      const one = readable(ledger);
      const findings = (await reportOn(one)).ledgers.flatMap((checked) => checked.findings);
      const events = await eventsOf(one);
      for (const { id, expires } of ending) {
        const told = findings.filter(
          ({ subject, related, date }) => date === expires && [subject, ...related].includes(id),
        );
        expect(told).not.toEqual([]);
        expect(events).toContain(`${formatDay(expires)} ${id}`);
      }
    }),
    { numRuns: 40 },
  );
});

test('the calendar has one event for each matter and day, and every identifier once', async () => {
  await fc.assert(
    fc.asyncProperty(ledgersOfPapers, async (ledger) => {
      const deadlines = await deadlinesOf(readable(ledger), { now });
      const matters = deadlines.map(({ day, finding }) =>
        [formatDay(day), finding.rule, finding.subject, finding.service, finding.period].join(' '),
      );
      expect(new Set(matters).size).toBe(matters.length);
      for (const { day } of deadlines) expect(day).toBeGreaterThanOrEqual(AS_OF);
      const document = renderCalendar(deadlines, 'zh', catalogue.kinds);
      const ids = [...document.matchAll(/^UID:.*$/gmu)].map(([line]) => line);
      expect(ids).toHaveLength(deadlines.length);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 20 },
  );
});
