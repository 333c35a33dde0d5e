import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar, type IcsDuration } from 'ts-ics';
import { describe, expect, test } from 'vitest';

import { printable } from '../../src/reporters/writing/printable.ts';
import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { NASTY_TEXTS, yamlQuoted } from '../support/nasty-strings.ts';
import { nastyText } from '../support/nasty-text.ts';
import { AS_OF, CLEAN, NO_YAML } from '../support/sample-ledgers.ts';

const files = { 'ledger.yaml': HORIZON_LEDGER };

async function calendarOf(text: string, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runInMemory(['calendar', ...AS_OF, ...argv], {
    files: { 'ledger.yaml': text },
  });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

interface ReadEvent {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly rule: string;
  /** The id with which the summary begins. */
  readonly subject: string;
  readonly stamp: string;
  readonly isAllDay: boolean;
  readonly alarms: readonly string[];
}

/** Read by another library than the one that wrote it. */
function eventsOf(document: string): readonly ReadEvent[] {
  const component = new ICAL.Component(ICAL.parse(document));
  return component.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      start: String(event.startDate),
      end: String(event.endDate),
      summary: event.summary,
      description: event.description,
      rule: String(one.getFirstPropertyValue('categories')),
      subject: event.summary.split(/[ :：]/u, 1)[0] ?? '',
      stamp: String(one.getFirstPropertyValue('dtstamp')),
      isAllDay: event.startDate.isDate && event.endDate.isDate,
      alarms: one.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

/** `-P59DT15H` */
function toDuration({ before = false, days = 0, hours = 0 }: IcsDuration): string {
  return `${before ? '-' : ''}P${days === 0 ? '' : `${days}D`}T${hours}H`;
}

describe('ledger calendar', () => {
  test('has every deadline and last day from the as-of day on, whatever the window, each once', async () => {
    const events = eventsOf(await calendarOf(HORIZON_LEDGER));
    expect(events.map(({ start, rule, subject, alarms }) => [start, rule, subject, ...alarms].join(' '))).toEqual([
      '2026-12-14 licence/renewal isp -P59DT15H PT9H',
      '2026-12-31 idc/machine-room data -P59DT15H PT9H',
      '2026-12-31 licence/expiry cdn -P59DT15H PT9H',
      '2027-01-03 resource/expiry example-domain -P59DT15H -P2DT15H',
      '2027-01-10 number/fee n95 -P59DT15H -P1DT15H',
      '2027-01-10 own/drill data -P59DT15H -P1DT15H',
      '2027-03-14 licence/expiry isp -P59DT15H -P1DT15H',
      '2027-03-31 licence/annual-report data -P59DT15H PT9H',
      '2027-03-31 number/annual-report n95 -P59DT15H PT9H',
      '2027-04-10 number/fee n95 -P59DT15H -PT15H',
      '2027-06-30 resource/expiry line-bj-2026 -P59DT15H PT9H',
      '2027-07-10 number/fee n95 -P59DT15H -PT15H',
      '2027-07-10 own/drill data -P59DT15H -PT15H',
      '2027-07-31 idc/bandwidth data -P89DT15H -PT15H',
      '2027-07-31 resource/expiry bandwidth -P89DT15H -PT15H',
      '2027-08-31 resource/notice ip -P59DT15H PT9H',
      '2027-10-10 number/fee n95 -P59DT15H -P1DT15H',
      '2027-12-31 resource/expiry room-2027 -P59DT15H PT9H',
      '2028-01-10 own/drill data -P59DT15H PT9H',
      '2028-03-02 licence/renewal data -P59DT15H PT9H',
      '2028-05-31 licence/expiry data -P59DT15H PT9H',
      '2029-12-01 number/renewal n95 -P59DT15H -PT15H',
      '2029-12-31 number/expiry n95 -P59DT15H PT9H',
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test('each is a day long, without a clock time, and says what to do by when', async () => {
    const [renewal, room, , domain, ...others] = eventsOf(await calendarOf(HORIZON_LEDGER, '--lang', 'zh'));
    expect(renewal).toMatchObject({
      start: '2026-12-14',
      end: '2026-12-15',
      isAllDay: true,
      stamp: '2026-11-21T00:00:00Z',
      summary: 'isp B1-20220315：最迟2026-12-14申请延续',
    });
    expect(room?.summary).toMatch(/^data B1-20230601 IDC：2027-01-01至2027-01-03/u);
    expect(domain?.description).toBe(
      [
        '公司：示例云网科技有限公司',
        '条目：example-domain example.com',
        '期限：2027-01-03（星期日）',
        '最迟办理：2026-12-31（星期四），本版本没有该年的调休安排，按周末和法定节假日推算',
        '负责人：合规部',
        '处理：续签后登记新条目，并用 `follows` 指向本条；有意让它到期的，写 `renew: false`。',
        '规则：resource/expiry',
        '台账：ledger.yaml',
      ].join('\n'),
    );
    for (const { isAllDay, stamp } of others) expect([isAllDay, stamp]).toEqual([true, '2026-11-21T00:00:00Z']);
  });

  test.each([
    [
      'the licence is given up before',
      (text: string) => text.replace('expires: 2028-05-31', 'expires: 2028-05-31\n    closed: 2028-01-31'),
      'data',
    ],
    [
      'another follows it',
      (text: string) =>
        text
          .replace('duties:', '')
          .replace(/ {2}- \{ id: drill.*\n/u, '')
          .replace(
            /\n$/u,
            '\n  - { id: line-bj-2027, kind: leased-line, starts: 2027-07-01, expires: never, serves: [isp, cdn], follows: line-bj-2026 }\n',
          ),
      'line-bj-2026',
    ],
    [
      'a like entry covers on',
      (text: string) =>
        text.replace(
          '  - { id: agreement',
          '  - { id: bandwidth-2, kind: bandwidth, starts: 2027-06-01, expires: never, serves: [data, cdn] }\n  - { id: agreement',
        ),
      'bandwidth',
    ],
    [
      'it is meant to end',
      (text: string) =>
        text.replace('serves: [data/idc, cdn], warnWithin: 90', 'serves: [data/idc, cdn], renew: false'),
      'bandwidth',
    ],
    [
      'it was terminated early',
      (text: string) =>
        text.replace('serves: [data/idc, cdn], warnWithin: 90', 'serves: [data/idc, cdn], ended: 2027-05-31'),
      'bandwidth',
    ],
  ])('has no last day where %s', async (_, change, id) => {
    const isEnd = ({ rule, subject }: ReadEvent): boolean => rule.endsWith('/expiry') && subject === id;
    expect(eventsOf(await calendarOf(HORIZON_LEDGER)).filter(isEnd)).toHaveLength(1);
    expect(eventsOf(await calendarOf(change(HORIZON_LEDGER))).filter(isEnd)).toEqual([]);
  });

  test('has last days whatever rules the company has switched off', async () => {
    const events = eventsOf(await calendarOf(`${HORIZON_LEDGER}rules: { licence/expiry: off }\n`));
    expect(events.filter(({ rule }) => rule === 'licence/expiry')).toHaveLength(3);
  });

  test('another parser reads the same events', async () => {
    const document = await calendarOf(HORIZON_LEDGER, '--lang', 'zh');
    const { events = [], name } = convertIcsCalendar(undefined, document);
    expect(name).toBe('合规期限');
    expect(
      events.map(({ uid, start, end, summary, description, alarms }) => [
        uid,
        start.date.toISOString().slice(0, 10),
        end?.date.toISOString().slice(0, 10),
        summary,
        description,
        alarms?.map(({ trigger }) => trigger.type === 'relative' && toDuration(trigger.value)),
      ]),
    ).toEqual(
      eventsOf(document).map(({ uid, start, end, summary, description, alarms }) => [
        uid,
        start,
        end,
        summary,
        description,
        alarms,
      ]),
    );
  });

  test('subscribers look again each day', async () => {
    const document = await calendarOf(HORIZON_LEDGER);
    expect(document).toMatch(/^REFRESH-INTERVAL;VALUE=DURATION:P1D\r$/mu);
    expect(document).toMatch(/^X-PUBLISHED-TTL:P1D\r$/mu);
  });

  test('has the last day of a waiver that keeps something from being counted', async () => {
    const waivers =
      'waivers: [{ rule: cdn/hosting, entry: cdn, from: 2026-11-01, until: 2027-01-31, reason: 换签中, approvedBy: 张三 }]\n';
    const events = eventsOf(await calendarOf(HORIZON_LEDGER + waivers));
    expect(
      events.filter(({ rule }) => rule === 'waiver/expired').map(({ start, subject }) => [start, subject]),
    ).toEqual([['2027-01-31', 'cdn']]);
  });

  test('--owner refuses one who answers for nothing', async () => {
    const { code, stdout, stderr } = await runInMemory(['calendar', ...AS_OF, '--owner', '运维'], { files });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('运维部');
  });

  test('--owner leaves what that person or department answers for', async () => {
    const events = eventsOf(await calendarOf(HORIZON_LEDGER, '--owner', '运维部'));
    expect(new Set(events.map(({ rule }) => rule))).toEqual(new Set(['own/drill']));
    expect(events.every(({ description }) => description.includes('Owner: 运维部'))).toBe(true);
  });

  test('follows the locale, as all that people read', async () => {
    const { stdout } = await runInMemory(['calendar', ...AS_OF], { files, env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('X-WR-CALNAME:合规期限');
  });

  test('names an event alike from any folder of the repository', async () => {
    const tree = { '/repo/.git/HEAD': '', '/repo/sub/ledger.yaml': HORIZON_LEDGER };
    const uids = async (cwd: string, ...paths: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await runInMemory(['calendar', ...paths, ...AS_OF], { files: tree, cwd });
      return eventsOf(stdout).map(({ uid }) => uid);
    };
    const above = await uids('/repo', 'sub/ledger.yaml');
    expect(above).not.toEqual([]);
    expect(await uids('/repo/sub')).toEqual(above);
  });

  test('folds between characters, rare ones too', async () => {
    const title = '北京市朝阳区\u{2C24E}'.repeat(20);
    const text = `version: 1\ncompany: { name: 示例 }\nresources:\n  - { id: cert, kind: certificate, expires: 2026-12-01, title: ${title} }\n`;
    const document = await calendarOf(text);
    expect(document).not.toContain('\uFFFD');
    expect(eventsOf(document)[0]?.summary).toContain(title);
  });

  test('--within sets when warning begins', async () => {
    const [first] = eventsOf(await calendarOf(HORIZON_LEDGER, '--within', '7'));
    expect(first?.alarms).toEqual(['-P6DT15H', 'PT9H']);
  });

  test('a day that moves keeps its event', async () => {
    const before = eventsOf(await calendarOf(HORIZON_LEDGER));
    const moved = eventsOf(await calendarOf(HORIZON_LEDGER.replace('expires: 2027-03-14', 'expires: 2027-04-14')));
    const renewal = moved.find(({ rule, subject }) => rule === 'licence/renewal' && subject === 'isp');
    expect([renewal?.start, renewal?.uid]).toEqual(['2027-01-14', before[0]?.uid]);
  });

  test('a waived deadline stays and says so', async () => {
    const waivers =
      'waivers: [{ rule: licence/renewal, entry: isp, from: 2026-11-01, until: 2027-01-31, reason: 另行申请, approvedBy: 张三 }]\n';
    const [renewal] = eventsOf(await calendarOf(HORIZON_LEDGER + waivers, '--lang', 'zh'));
    expect(renewal?.description).toContain('豁免至：2027-01-31 另行申请');
  });

  test('the same ledger and day give the same bytes, wherever and whenever', async () => {
    const here = await runInMemory(['calendar', ...AS_OF], { files });
    const machine = { files, env: { LANG: 'zh_CN.UTF-8', TZ: 'America/Lima' }, now: '2031-06-01T12:34:56Z' };
    const there = await runInMemory(['calendar', ...AS_OF, '--lang', 'en'], machine);
    expect(there.stdout).toBe(here.stdout);
  });

  test('without deadlines it is a calendar all the same', async () => {
    const text = CLEAN.replace('2027-11-20', 'never');
    expect(eventsOf(await calendarOf(text))).toEqual([]);
  });

  test('goes to a file, and then stdout is empty', async () => {
    const { code, stdout, written } = await runInMemory(['calendar', ...AS_OF, '--output', 'due.ics'], { files });
    expect([code, stdout]).toEqual([0, '']);
    expect(written.get('/company/due.ics')).toBe(await calendarOf(HORIZON_LEDGER));
  });

  test('never overwrites the ledger', async () => {
    const { code, written } = await runInMemory(['calendar', ...AS_OF, '--output', 'ledger.yaml'], { files });
    expect([code, written.size]).toEqual([2, 0]);
  });

  test('writes nothing where a ledger cannot be read', async () => {
    const both = { 'a.ledger.yaml': HORIZON_LEDGER, 'b.ledger.yaml': NO_YAML };
    const argv = ['calendar', '.', ...AS_OF, '--output', 'due.ics'];
    const { code, stdout, written, stderr } = await runInMemory(argv, { files: both });
    expect([code, stdout, written.size]).toEqual([3, '', 0]);
    expect(stderr).toContain('b.ledger.yaml');
  });

  test('says so where the file cannot be written', async () => {
    const refusing = { ...files, 'due.ics': { refuses: 'EACCES', kind: 'file' } } as const;
    const { code, stderr } = await runInMemory(['calendar', ...AS_OF, '--output', 'due.ics'], { files: refusing });
    expect(code).toBe(3);
    expect(stderr).toContain('due.ics');
  });

  test.each(NASTY_TEXTS.map((text) => [text]))('%j is read back as it was put in', async (text) => {
    const quoted = yamlQuoted(text);
    const ledger = `version: 1
company: { name: ${quoted} }
resources: [{ id: cert, kind: certificate, expires: 2026-12-01, title: ${quoted}, owner: ${quoted} }]
`;
    const document = await calendarOf(ledger, '--lang', 'en');
    const [event, ...others] = new ICAL.Component(ICAL.parse(document)).getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event?.getAllProperties().map(({ name }) => name)).toEqual([
      'uid',
      'dtstamp',
      'dtstart',
      'dtend',
      'summary',
      'transp',
      'description',
      'categories',
    ]);
    const line = printable(text);
    const summary = String(event?.getFirstPropertyValue('summary'));
    const rows = String(event?.getFirstPropertyValue('description')).split('\n');
    expect(summary).toContain(`cert ${line}: `);
    expect(rows).toEqual(expect.arrayContaining([`Company: ${line}`, `Entry: cert ${line}`, `Owner: ${line}`]));
    expect(event?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('description')).toBe(summary);
    const lines = document.split('\r\n');
    expect(lines.filter((one) => Buffer.byteLength(one) > 75 || /\p{Cc}/u.test(one))).toEqual([]);
  });

  test('whatever the names are, lines are folded between characters and nothing breaks out', async () => {
    await fc.assert(
      fc.asyncProperty(nastyText, async (title) => {
        const entry = JSON.stringify({ id: 'cert', kind: 'certificate', expires: '2026-12-01', title });
        const text = `version: 1\ncompany: { name: 示例 }\nresources:\n  - ${entry}\n`;
        const { code, stdoutBytes, stdout } = await runInMemory(['calendar', ...AS_OF], {
          files: { 'ledger.yaml': text },
        });
        if (code !== 0) return;
        expect(stdout).not.toContain('\uFFFD'.repeat(2));
        expect(Buffer.from(stdout)).toEqual(Buffer.from(stdoutBytes));
        for (const line of stdout.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // oxlint-disable-next-line eslint/no-control-regex -- these are what must not be there
          expect(line).not.toMatch(/[\u0000-\u001F\u007F]/u);
          expect(line.isWellFormed()).toBe(true);
        }
        const events = eventsOf(stdout);
        expect(events).toHaveLength(1);
        expect(events[0]?.description.split('\n')).toHaveLength(7);
      }),
      { numRuns: 100 },
    );
  });
});

test('what goes to a file is told at a terminal, and nowhere else', async () => {
  for (const [terminal, said] of [
    [{ terminal: 80 }, 'written: a.ics\n'],
    [{}, ''],
  ] as const) {
    const run = await runInMemory(['calendar', ...AS_OF, '--output', 'a.ics'], { files, ...terminal });
    expect([run.code, run.stdout, run.stderr]).toEqual([0, '', said]);
    expect(run.written.has('/company/a.ics')).toBe(true);
  }
});
