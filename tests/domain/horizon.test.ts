import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isOwnEnd } from '../../src/domain/breach.ts';
import { addDays, type CalendarDay, formatDay } from '../../src/domain/calendar-day.ts';
import { check } from '../../src/domain/check.ts';
import { timelineOf } from '../../src/domain/horizon.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { rulesOf } from '../../src/run/check-ledgers.ts';
import { AS_OF, ledgersOfPapers } from '../support/arbitrary-papers.ts';
import { day } from '../support/days.ts';
import { readLedger } from '../support/read-ledger.ts';

async function ledgerOf(text: string): Promise<Ledger> {
  const { ledger, problems } = await readLedger(
    `version: 1\ncompany: { name: 示例, registeredCapital: 20000000 }\n${text}`,
  );
  if (ledger === undefined) throw new Error(JSON.stringify(problems));
  return ledger;
}

/** `2026-12-15 isp/renewal, …` for each licence, or `never`. */
async function breaches(text: string, asOf = '2026-11-21'): Promise<readonly string[]> {
  const ledger = await ledgerOf(text);
  const { licences } = timelineOf(ledger, rulesOf(ledger), { asOf: day(asOf), until: day('2027-11-21') });
  return licences.map(({ breach }) =>
    breach === undefined
      ? 'never'
      : `${formatDay(breach.day)} ${breach.causes.map(({ finding }) => [finding.rule, ...finding.related].join(' ')).join(', ')}`,
  );
}

const ISP = 'id: isp, kind: isp, number: B1-1, scope: national, issued: 2026-05-01, opened: 2026-06-01';
const LINE = 'kind: leased-line, serves: [isp]';
const REST = `
  - { id: ip, kind: ip-addresses, expires: never, serves: [isp] }
  - { id: test, kind: system-evaluation, expires: never, serves: [isp] }`;

describe('the day on which a licence stops being compliant', () => {
  test.each([
    [
      'the day after its contract ends',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }${REST}`,
      '2027-01-01 isp/leased-line line',
    ],
    [
      'the first day of a gap',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }\n  - { id: next, ${LINE}, starts: 2027-01-05, expires: never, follows: line }${REST}`,
      '2027-01-01 isp/leased-line line',
    ],
    [
      'not the end of a contract that another one continues',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }\n  - { id: next, ${LINE}, starts: 2027-01-01, expires: 2027-02-28, follows: line }${REST}`,
      '2027-03-01 isp/leased-line next',
    ],
    [
      'not the end of a contract that renews itself, but the report that nobody has announced yet',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 } }${REST}`,
      '2027-04-01 licence/annual-report',
    ],
    [
      'the day after the last day for its renewal',
      `licences: [{ ${ISP}, expires: 2027-03-14 }]\nresources:\n  - { id: line, ${LINE}, expires: never }${REST}`,
      '2026-12-15 licence/renewal',
    ],
    [
      'the as-of day where it is broken already',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-11-20 }${REST}`,
      '2026-11-21 isp/leased-line line',
    ],
    [
      'the day of issue, when its requirements begin',
      `licences: [{ ${ISP.replace('2026-05-01', '2026-12-24')}, expires: 2031-04-30 }]\nresources:${REST}`,
      '2026-12-24 isp/leased-line',
    ],
    [
      'never, where it is given up before',
      `licences: [{ ${ISP}, expires: 2031-04-30, closed: 2027-01-01 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }${REST}`,
      'never',
    ],
    [
      'the day from which a kind asks for more',
      `policy: { number700Notice: 2026-08-03 }\nlicences: [{ id: n, kind: number-700, role: base-platform, scope: [北京, 上海], issued: 2026-09-01, expires: 2029-12-31 }]`,
      '2027-02-04 number-700/pilot-approval',
    ],
    [
      'the day after a quarter’s fee was due',
      `policy: { since: 2027-06-01 }\nlicences: [{ id: n, kind: number-95, numbers: ["95123"], scope: national, issued: 2026-01-01, opened: 2026-02-01, expires: 2030-12-31 }]`,
      '2027-07-11 number/fee',
    ],
    [
      'the day on which the licence behind a number is given up',
      `licences:\n  - { id: n, kind: number-106, numbers: ["10690123"], scope: national, issued: 2026-09-01, opened: 2026-10-01, expires: 2030-12-31, feesPaid: { 2026-Q3: 2026-10-01 } }\n  - { id: sp, kind: sp, number: B2-1, scope: national, issued: 2026-01-01, expires: 2030-12-31, closed: 2026-12-24 }`,
      '2026-12-24 number-106/licence sp',
    ],
  ])('%s', async (_, text, expected) => {
    const [first] = await breaches(text);
    expect(first).toBe(expected);
  });

  test.each([
    [
      'the service is named where the paper has several',
      `licences: [{ id: telecom, number: B1-1, issued: 2026-05-01, expires: 2031-04-30, services: [{ kind: isp, scope: national, opened: 2026-06-01 }, { kind: idc, scope: [北京], opened: 2026-06-01 }] }]
resources:
  - { id: line, kind: leased-line, serves: [telecom/isp], expires: 2026-12-31 }
  - { id: room, kind: machine-room, serves: [telecom], expires: 2027-02-28 }
  - { id: band, kind: bandwidth, serves: [telecom/idc], expires: never }
  - { id: ip, kind: ip-addresses, expires: never, serves: [telecom] }
  - { id: test, kind: system-evaluation, expires: never, serves: [telecom] }`,
      ['2027-01-01 isp isp/leased-line line'],
      [
        'isp leased-line',
        'isp ip-addresses',
        'isp system-evaluation',
        'idc machine-room',
        'idc bandwidth',
        'idc ip-addresses',
        'idc system-evaluation',
      ],
    ],
    [
      'a duty of the company for one service, whose periods begin in no quarter',
      `licences: [{ id: telecom, number: B1-1, issued: 2026-05-01, expires: 2031-04-30, services: [{ kind: isp, scope: national, opened: 2026-06-01 }, { kind: idc, scope: [北京], opened: 2026-06-01 }] }]
resources:
${['leased-line', 'machine-room', 'bandwidth', 'ip-addresses', 'system-evaluation'].map((kind) => `  - { id: ${kind}, kind: ${kind}, serves: [telecom], expires: never }`).join('\n')}
duties: [{ id: drill, title: 演练, for: telecom/idc, every: { months: 1 }, from: 2026-12-05, severity: error, done: { 2026-12-05: 2026-11-01 } }]`,
      ['2027-02-05 idc own/drill'],
      undefined,
    ],
  ])('on a paper with several services: %s', async (_, text, expected, covers) => {
    const ledger = await ledgerOf(text);
    const { licences } = timelineOf(ledger, rulesOf(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    const [paper] = licences;
    const causes = paper?.breach?.causes.map(({ finding }) =>
      [formatDay(paper.breach?.day ?? AS_OF), finding.service, finding.rule, ...finding.related].join(' '),
    );
    expect(causes).toEqual(expected);
    if (covers !== undefined) expect(paper?.covers.map(({ service, kind }) => `${service} ${kind}`)).toEqual(covers);
  });

  test('a duty that comes back for ever and never is an error is not followed to the end of the calendar', async () => {
    const text = `licences: [{ ${ISP}, expires: 2027-03-14, renewal: { applied: 2026-11-30 } }]
policy: { since: 2030-01-01 }
resources:\n  - { id: line, ${LINE}, expires: never }${REST}
duties: [{ id: drill, title: 演练, for: isp, every: { months: 1 }, from: 2026-12-05, severity: warning }]`;
    const begun = performance.now();
    expect(await breaches(text)).toEqual(['never']);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('says by which working day to act, and what in words that hold today', async () => {
    const ledger = await ledgerOf(
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2027-01-03 }${REST}`,
    );
    const { licences } = timelineOf(ledger, rulesOf(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    const breach = licences[0]?.breach;
    expect(breach).toMatchObject({ day: day('2027-01-04'), daysLeft: 44, actByCalendar: 'weekends' });
    // 3 January 2027 is a Sunday, and the first a holiday by law.
    expect(breach?.actBy).toBe(day('2026-12-31'));
    expect(breach?.causes[0]?.message).toEqual({
      zh: '专线接入协议最后有效日为2027-01-03，之后没有接续',
      en: 'the leased line ends on 2027-01-03; nothing follows it',
    });
  });
});

describe('the time line', () => {
  test('has bars, gaps and deadlines', async () => {
    const ledger = await ledgerOf(
      `licences: [{ ${ISP}, expires: 2027-03-14, renewal: { applied: 2026-11-30 } }]\nresources:\n  - { id: old, ${LINE}, expires: 2026-10-31 }\n  - { id: next, ${LINE}, starts: 2026-12-01, expires: 2027-01-31 }\n${REST}`,
    );
    const timeline = timelineOf(ledger, rulesOf(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    expect(formatDay(timeline.from)).toBe('2026-10-06');
    const [isp] = timeline.licences;
    const [line] = isp?.covers ?? [];
    expect(isp?.goesOnUndetermined).toBe(true);
    expect(isp?.covers.map(({ kind }) => kind)).toEqual(['leased-line', 'ip-addresses', 'system-evaluation']);
    expect(line?.bars.map(({ resource, days }) => `${resource.id} ${formatDay(days.to)}`)).toEqual([
      'old 2026-10-31',
      'next 2027-01-31',
    ]);
    expect(line?.gaps.map(({ from, to }) => `${formatDay(from)} ${formatDay(to)}`)).toEqual([
      '2026-11-01 2026-11-30',
      '2027-02-01 2027-11-21',
    ]);
    expect(isp?.deadlines.map(({ day, finding }) => `${formatDay(day)} ${finding.rule}`)).toEqual([
      '2026-12-14 licence/renewal',
      '2027-03-14 licence/expiry',
    ]);
  });

  test('is no wider than the licence is asked for', async () => {
    const ledger = await ledgerOf(`licences: [{ ${ISP}, expires: 2027-03-14, closed: 2027-02-01 }]`);
    const { licences } = timelineOf(ledger, rulesOf(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    expect(licences[0]?.covers[0]?.gaps.map(({ from, to }) => `${formatDay(from)} ${formatDay(to)}`)).toEqual([
      '2026-10-06 2027-01-31',
    ]);
  });
});

const DAYS_TRIED = 480;

/** Day by day: the first full check that reports an error about each licence, or its end. */
function naiveBreaches(ledger: Ledger): ReadonlyMap<string, CalendarDay> {
  const found = new Map<string, CalendarDay>();
  const licences = new Map(ledger.licences.map((licence) => [licence.id, licence]));
  for (let days = 0; days <= DAYS_TRIED && found.size < ledger.licences.length; days += 1) {
    const asOf = addDays(AS_OF, days);
    for (const finding of check(ledger, rulesOf(ledger), { asOf, selects: () => true })) {
      const licence = licences.get(finding.subject);
      if (licence === undefined || found.has(licence.id)) continue;
      if (finding.severity === 'error' || isOwnEnd(finding, licence)) found.set(licence.id, asOf);
    }
  }
  return found;
}

test('is the day that a check of every single day would find', () => {
  fc.assert(
    fc.property(ledgersOfPapers, (ledger) => {
      const naive = naiveBreaches(ledger);
      const { licences } = timelineOf(ledger, rulesOf(ledger), { asOf: AS_OF, until: addDays(AS_OF, 365) });
      for (const { licence, breach } of licences) {
        const expected = naive.get(licence.id);
        if (expected === undefined) expect(breach?.daysLeft ?? DAYS_TRIED + 1).toBeGreaterThan(DAYS_TRIED);
        else expect([licence.id, breach && formatDay(breach.day)]).toEqual([licence.id, formatDay(expected)]);
      }
    }),
    { numRuns: 20 },
  );
});
