import { describe, expect, test } from 'vitest';

import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, NO_YAML } from '../support/sample-ledgers.ts';

const files = { 'ledger.yaml': HORIZON_LEDGER };
const env = { LANG: 'en_GB.UTF-8' };

describe('ledger horizon', () => {
  test('exits 0 whatever it tells, and draws in the locale’s characters', async () => {
    const { code, stdout, stderr } = await runInMemory(['horizon', ...AS_OF], { files, env });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('stops being compliant on 2027-04-01, in 131 days');
    expect(stdout).toContain('━');
  });

  test.each([
    ['no locale', {}, []],
    ['an encoding other than UTF-8', { LC_ALL: 'zh_CN.GBK', LANG: 'en_GB.UTF-8', LEDGER_LANG: 'en' }, []],
    ['a dumb terminal', { LANG: 'en_GB.UTF-8', TERM: 'dumb' }, []],
    ['--ascii', { LANG: 'en_GB.UTF-8' }, ['--ascii']],
  ])('draws in ASCII: %s', async (_, env, more) => {
    const { stdout } = await runInMemory(['horizon', ...AS_OF, ...more], { files, env });
    expect(stdout).toContain('====|====');
    expect(stdout).not.toMatch(/[━┄│▼✖◆]/u);
  });

  test('draws with lines where LC_CTYPE alone says UTF-8', async () => {
    const { stdout } = await runInMemory(['horizon', ...AS_OF], { files, env: { LC_CTYPE: 'C.UTF-8', LANG: 'C' } });
    expect(stdout).toContain('━');
  });

  test('follows the width of the terminal and paints there', async () => {
    const { stdout } = await runInMemory(['horizon', ...AS_OF], { files, env, terminal: 60 });
    expect(stdout).toContain('\u001B[32m━━━');
  });

  test('tells programs', async () => {
    const { code, stdout } = await runInMemory(['horizon', '--format', 'json', ...AS_OF, '--until', '+6'], {
      files,
      env,
    });
    const document: unknown = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      schema: 'ledger/horizon@1',
      asOf: '2026-11-21',
      timezone: 'Asia/Shanghai',
      until: '2027-05-21',
      files: ['ledger.yaml'],
      licences: [
        {
          file: 'ledger.yaml',
          id: 'isp',
          services: [{ kind: 'isp', kindName: 'Internet access service (ISP)' }],
          term: { from: '2022-03-15', to: '2027-03-14' },
          breach: {
            day: '2026-11-21',
            daysLeft: 0,
            causes: [
              {
                rule: 'isp/leased-line',
                related: ['line-bj-2025'],
                owner: '网络部',
                fix: {
                  command: [
                    'ledger',
                    'add',
                    'leased-line',
                    '--title',
                    '北京亦庄专线接入协议',
                    '--starts',
                    '2026-11-01',
                    '--expires',
                    '2026-12-23',
                    '--serves',
                    'isp',
                  ],
                },
              },
            ],
          },
          covers: [
            {
              kind: 'leased-line',
              severity: 'error',
              bars: [{ id: 'line-bj-2025', to: '2026-10-31' }, { id: 'line-bj-2026' }],
              gaps: [{ from: '2026-11-01', to: '2026-12-23', days: 53 }],
            },
            {},
            {},
          ],
          deadlines: [{ rule: 'licence/renewal', date: '2026-12-14', actBy: '2026-12-14' }, { rule: 'licence/expiry' }],
        },
        {
          id: 'data',
          services: [{ kind: 'idc' }, { kind: 'ip-vpn' }],
          breach: {
            day: '2027-04-01',
            daysLeft: 131,
            actBy: '2027-03-31',
            actByCalendar: 'weekends',
            causes: [
              { rule: 'licence/annual-report', status: 'overdue', message: 'file the report for 2026 by 2027-03-31' },
            ],
          },
          covers: [
            { service: 'idc', kind: 'machine-room' },
            { service: 'idc', kind: 'bandwidth' },
            { service: 'idc', kind: 'ip-addresses' },
            { service: 'idc', kind: 'system-evaluation' },
            { service: 'ip-vpn', kind: 'leased-line', severity: 'warning' },
          ],
          deadlines: [{ rule: 'own/drill', service: 'idc', period: '2026-07-01', owner: '运维部' }, {}],
        },
        { id: 'cdn', goesOnUndetermined: true, breach: { day: '2027-08-01' } },
        { id: 'n95', breach: { day: '2027-01-11' } },
        { id: 'n400', breach: null },
      ],
    });
  });

  test('names no command that would record a day to come', async () => {
    const { stdout } = await runInMemory(['horizon', '--format', 'json', ...AS_OF], { files, env });
    expect(stdout).not.toContain('--on');
  });

  test('is the same for every locale, zone and clock', async () => {
    const argv = ['horizon', '--format', 'json', ...AS_OF];
    const here = await runInMemory(argv, { files, env });
    const there = await runInMemory(argv, {
      files,
      env: { LANG: 'zh_CN.UTF-8', TZ: 'America/Lima' },
      now: '2031-01-01T00:00:00Z',
    });
    expect(there.stdout).toBe(here.stdout);
  });

  test('says so where no licence is on record', async () => {
    const { code, stdout } = await runInMemory(['horizon', ...AS_OF], { files: { 'ledger.yaml': CLEAN }, env });
    expect([code, stdout]).toEqual([
      0,
      'ledger.yaml   示例云网科技有限公司   as of 2026-11-21, shown to 2027-11-21\n\nThere are no licences on record.\n',
    ]);
  });

  test.each([['+0'], ['12'], ['+1201'], ['2027-02-30'], ['2026-11-20']])('refuses --until %s', async (until) => {
    const { code, stdout, stderr } = await runInMemory(['horizon', ...AS_OF, '--until', until], { files, env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`--until ${until}`);
  });

  test('tells what it can and exits 3 where a ledger cannot be read', async () => {
    const both = { 'a.ledger.yaml': HORIZON_LEDGER, 'b.ledger.yaml': NO_YAML };
    const { code, stdout, stderr } = await runInMemory(['horizon', '.', ...AS_OF], { files: both, env });
    expect(code).toBe(3);
    expect(stdout).toContain('a.ledger.yaml');
    expect(stderr).toContain('b.ledger.yaml');
  });

  test('exits 3 without a word on stdout where there is no ledger', async () => {
    const { code, stdout } = await runInMemory(['horizon', ...AS_OF], { env });
    expect([code, stdout]).toEqual([3, '']);
  });
});

test('a licence that is given up has no time line', async () => {
  const closed = 'number: B1-2, issued: 2020-01-01, expires: 2024-12-31, closed: 2025-01-01 }';
  const text = `version: 1\ncompany: { name: a }\nlicences: [{ id: t, kind: isp, scope: national, ${closed}]\n`;
  const { stdout } = await runInMemory(['horizon', '--as-of', '2026-11-21'], { files: { 'ledger.yaml': text }, env });
  expect(stdout).toContain('given up on 2025-01-01');
  expect(stdout).not.toContain('leased line');
});
