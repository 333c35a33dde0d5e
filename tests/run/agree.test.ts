/** What the commands say of the end of a licence or a contract must agree. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { addDays, formatDay } from '../../src/domain/calendar-day.ts';
import { needersIn } from '../../src/domain/check.ts';
import { indexLedger } from '../../src/domain/ledger-index.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { LedgerReport, Report } from '../../src/domain/report.ts';
import { dueWithin, gatherTodo, isExcused, type TodoItem } from '../../src/domain/todo.ts';
import { calendarWriter } from '../../src/reporters/horizon/calendar.ts';
import { agendaOf } from '../../src/reporters/page/agenda.ts';
import { pageContextOf } from '../../src/reporters/page/page-context.ts';
import { renderHtml } from '../../src/reporters/page/page.ts';
import { renderDigest } from '../../src/reporters/todo/digest.ts';
import { todoBlocks } from '../../src/reporters/todo/groups.ts';
import { renderTodoJson } from '../../src/reporters/todo/json.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { horizonOf, todoIn } from '../../src/run/ahead.ts';
import { checkLedgers } from '../../src/run/check-ledgers.ts';
import type { ReadableLedger } from '../../src/run/tell-ledgers.ts';
import { plainDialect } from '../../src/send/robots.ts';
import { AS_OF, ledgersOfPapers } from '../support/arbitrary-papers.ts';

const WINDOW = 60;

function readable(ledger: Ledger): ReadableLedger {
  const file = 'ledger.yaml';
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    place: { path: file, realPath: file, shown: file, repositoryPath: undefined },
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

function calendarOf(items: readonly TodoItem[], language: 'zh' | 'en' = 'en'): string {
  const writer = calendarWriter(language, catalogue.kinds);
  return [writer.begin, ...writer.events(items), writer.end].join('');
}

/** `2027-03-14 telecom` of each event, read by another library than the program's. */
function eventsOf(one: ReadableLedger): ReadonlySet<string> {
  const document = calendarOf(todoIn(one));
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
      const events = eventsOf(one);
      if (checked === undefined) throw new Error('no ledger was checked');
      const todo = todoIn(one, { today: checked.findings, within: WINDOW });
      const parts = { kinds: catalogue.kinds, aheadOf: () => ({ timeline, todo }) };
      const page = renderHtml(report, 'en', parts);
      const { broken, due, open, later } = agendaOf(pageContextOf(checked, parts));
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
      const events = eventsOf(one);
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

test('the calendar has one event for each matter and day, and every identifier once', () => {
  fc.assert(
    fc.property(ledgersOfPapers, (ledger) => {
      const due = todoIn(readable(ledger)).filter(({ urgency }) => urgency === 'due');
      const matters = due.map(matterOf);
      expect(new Set(matters).size).toBe(matters.length);
      for (const { finding } of due) expect(finding.date).toBeGreaterThanOrEqual(AS_OF);
      const ids = [...calendarOf(due, 'zh').matchAll(/^UID:.*$/gmu)].map(([line]) => line);
      expect(ids).toHaveLength(due.length);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 20 },
  );
});

/** Day, rule, subject, service, period, and what is waived until then. */
function matterOf({ finding: { date, rule, subject, service, period }, waives }: TodoItem): string {
  return [date === undefined ? '' : formatDay(date), rule, subject, service, period, waives].join(' ');
}

/** Waivers of what a check finds, some of which end this month. */
const ledgersWithWaivers: fc.Arbitrary<Ledger> = fc
  .tuple(
    ledgersOfPapers,
    fc.array(fc.record({ at: fc.nat(), days: fc.integer({ min: -5, max: 90 }) }), { maxLength: 4 }),
  )
  .map(([ledger, picks]) => Object.assign(ledger, { waivers: waiversOf(ledger, picks) }));

/** Of things that are to be done. */
function waiversOf(
  ledger: Ledger,
  picks: readonly { readonly at: number; readonly days: number }[],
): Ledger['waivers'] {
  const now = todoIn(readable(ledger)).filter(({ urgency }) => urgency !== 'due');
  return picks.flatMap(({ at, days }) => {
    const picked = now[at % Math.max(1, now.length)];
    if (picked === undefined) return [];
    const { rule, subject: entry } = picked.finding;
    const until = addDays(AS_OF, days);
    return { rule, entry, from: addDays(AS_OF, -60), until, reason: '排期中', approvedBy: '张三' };
  });
}

function dayAndRule({ finding: { date = AS_OF, rule } }: TodoItem): string {
  return `${formatDay(date)} ${rule}`;
}

test('todo, calendar, agenda and digest hold the same items', async () => {
  await fc.assert(
    fc.asyncProperty(ledgersWithWaivers, async (ledger) => {
      const one = readable(ledger);
      const [checked] = (await reportOn(one)).ledgers;
      if (checked === undefined) throw new Error('no ledger was checked');
      const items = todoIn(one, { today: checked.findings });
      const todo = gatherTodo(items, { asOf: AS_OF, days: 31, ledgers: [{ file: one.file, company: '示例' }] });

      // The calendar has all that has a day to come, and of what is to be done this month all that has one.
      const events = new ICAL.Component(ICAL.parse(calendarOf(items))).getAllSubcomponents('vevent');
      const onDays = events.map(
        (event) =>
          `${String(event.getFirstPropertyValue('dtstart'))} ${String(event.getFirstPropertyValue('categories'))}`,
      );
      const due = items.filter(({ urgency }) => urgency === 'due');
      expect(onDays.toSorted()).toEqual(due.map(dayAndRule).toSorted());
      for (const item of todo.items) if (item.urgency === 'due') expect(onDays).toContain(dayAndRule(item));

      // The agenda of the page has what is to be done this month, and nothing else under its headings.
      const parts = { kinds: catalogue.kinds, aheadOf: () => ({ todo: items }) };
      const { broken, due: dueOnPage, open, later } = agendaOf(pageContextOf(checked, parts));
      const listed = new Set([...broken, ...dueOnPage, ...open].flatMap(({ findings }) => findings));
      const blocks = todoBlocks(todo.items);
      expect(listed).toEqual(new Set(blocks.flatMap((block) => block.items.map(({ finding }) => finding))));
      for (const { findings } of later) for (const finding of findings) expect(listed).not.toContain(finding);

      // Each item stands in one block, and in the document for programs.
      expect(
        blocks
          .flatMap(({ items: told, lastDays }) => lastDays.concat(told))
          .map(matterOf)
          .toSorted(),
      ).toEqual(todo.items.map(matterOf).toSorted());
      expect(itemsIn(renderTodoJson(todo, 'en'))).toBe(todo.items.length);

      // A digest without a limit tells all that is due, and counts what it does not tell of the rest.
      const source = { items: todo.items, ledgers: todo.ledgers, unreadable: 0, open: 0 };
      const { told: digested, text } = renderDigest(source, plainDialect, 'en', catalogue.kinds);
      const left = Number(/(\d+) more overdue and 0 others are not/u.exec(text)?.[1] ?? 0);
      expect(new Set(digested).size + left).toBe(todo.items.length);
      for (const item of todo.items) if ((item.finding.daysLeft ?? -1) >= 0) expect(digested).toContain(item);
    }),
    { numRuns: 60 },
  );
});

test('whatever a check finds is to be done, unless it is waived, mere information, or due later', async () => {
  await fc.assert(
    fc.asyncProperty(ledgersWithWaivers, async (ledger) => {
      const one = readable(ledger);
      const [checked] = (await reportOn(one)).ledgers;
      const items = todoIn(one, { today: checked?.findings });
      const told = new Set(items.map(({ finding }) => finding));
      for (const finding of checked?.findings ?? []) {
        if (finding.waived === undefined && finding.severity !== 'info') expect(told).toContain(finding);
      }
      expect(dueWithin(items, 31).some(isExcused)).toBe(false);
    }),
    { numRuns: 30 },
  );
});

function itemsIn(document: string): number {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the program's own document, whose shape has a test of its own
  return (JSON.parse(document) as { readonly items: readonly unknown[] }).items.length;
}
