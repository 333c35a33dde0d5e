/** `--assume`: a ledger taken to say something else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';

/** With all that names an entry: requirements, duties, waivers, settings and a chain. */
const LEDGER = `${HORIZON_LEDGER}requirements:
  - { id: spare, licence: data/idc, needs: spare-parts, severity: warning }
waivers:
  - { rule: isp/leased-line, entry: isp, from: 2026-11-01, until: 2027-01-31, reason: 新线路验收中, approvedBy: 张三 }
  - { rule: own/spare, entry: data/idc, from: 2026-11-01, until: 2027-01-31, reason: 采购中, approvedBy: 张三 }
rules: { own/spare: info }
`;

const files = { 'ledger.yaml': LEDGER };
const env = { LANG: 'en_GB.UTF-8' };

async function run(command: string, ...more: readonly string[]) {
  return runInMemory([command, ...AS_OF, ...more], { files, env });
}

interface Found {
  readonly rule: string;
  readonly subject: string;
  readonly related: readonly string[];
  readonly status: string;
  readonly date?: string;
  readonly location: { readonly line: number };
}

async function findings(...assumed: readonly string[]): Promise<readonly Found[]> {
  const { stdout } = await run('check', '--format', 'json', ...assumed.flatMap((word) => ['--assume', word]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document of the program itself
  return (JSON.parse(stdout) as { readonly findings: readonly Found[] }).findings;
}

const key = ({ rule, subject, status, date }: Found): string => JSON.stringify([rule, subject, status, date]);
/** What is said once of several papers stands at the first. */
const placeKey = ({ rule, subject, related }: Found): string => JSON.stringify([rule, subject, related]);

describe('what is assumed', () => {
  test.each([
    ['a day', 'bandwidth.expires=2026-10-31', { rule: 'idc/bandwidth', status: 'expired', date: '2026-10-31' }],
    ['an early end', 'bandwidth.ended=2026-10-31', { rule: 'idc/bandwidth', status: 'expired', date: '2026-10-31' }],
    ['a contract that is gone', 'bandwidth=gone', { rule: 'idc/bandwidth', status: 'missing' }],
    ['a number', 'company.registeredCapital=9000000', { rule: 'licence/registered-capital', status: 'shortfall' }],
    ['a field of a service', 'data/idc.opened=gone', { rule: 'licence/opened', subject: 'data' }],
    ['what stands below a field', 'isp.annualReports.2025=gone', { rule: 'licence/annual-report', status: 'overdue' }],
    ['a list', 'bandwidth.serves=[cdn]', { rule: 'idc/bandwidth', status: 'missing' }],
    ['the policy', 'policy.requireEvidence=[bandwidth]', { rule: 'evidence/none', subject: 'bandwidth' }],
    ['a duty', 'drill.from=2026-01-01', { rule: 'own/drill', status: 'overdue' }],
  ])('%s', async (_, word, found) => {
    const before = new Set((await findings('data.expires=2027-01-31')).map(key));
    const come = (await findings('data.expires=2027-01-31', word)).filter((one) => !before.has(key(one)));
    expect(come).toContainEqual(expect.objectContaining(found));
  });

  test('a field of a licence in the short form is one of its service too', async () => {
    const [bare, named] = [await findings('isp.opened=gone'), await findings('isp/isp.opened=gone')];
    expect(named).toEqual(bare);
    expect(bare).toContainEqual(expect.objectContaining({ rule: 'licence/opened', subject: 'isp' }));
  });

  test('findings keep their lines, whatever is gone above them', async () => {
    const lines = new Map((await findings()).map((one) => [placeKey(one), one.location.line]));
    const left = await findings('isp=gone', 'line-bj-2025=gone', 'data/ip-vpn=gone', 'spare=gone');
    const known = left.filter((one) => lines.has(placeKey(one)));
    expect(known.length).toBeGreaterThan(5);
    for (const one of known) expect(one.location.line).toBe(lines.get(placeKey(one)));
  });

  test('whatever is gone, the rest is a ledger: what names it falls with it', async () => {
    const ids = [...LEDGER.matchAll(/id: (?<id>[a-z0-9-]+)/gu)].map(({ groups }) => groups?.['id'] ?? '');
    expect(ids).toHaveLength(17);
    const names = [...ids, 'data/idc', 'data/ip-vpn', 'isp/isp', 'cdn/cdn', 'rules', 'policy'];
    await fc.assert(
      fc.asyncProperty(fc.subarray(names, { minLength: 1, maxLength: names.length - 3 }), async (gone) => {
        const words = gone.flatMap((name) => ['--assume', `${name}=gone`]);
        const { code, stderr } = await run('horizon', '--format', 'json', ...words);
        const isEmpty = stderr.includes('nothing to check');
        expect(isEmpty ? [0, ''] : [code, stderr]).toEqual([0, '']);
      }),
      { numRuns: 60 },
    );
  });

  test('of several ledgers those that have the entry, and the company of each', async () => {
    const both = { 'a.ledger.yaml': EXPIRED, 'b.ledger.yaml': CLEAN.replace('cert', 'other') };
    const check = async (word: string) =>
      runInMemory(['check', '.', ...AS_OF, '--format', 'json', '--assume', word], { files: both });
    expect(await check('cert=gone')).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to check') });
    expect((await check('cert.expires=2028-01-01')).code).toBe(0);
    expect((await check('other.expires=2026-01-01')).stdout).toContain('"error": 2');
    expect(JSON.parse((await check('company.name=另一家')).stdout)).toMatchObject({
      results: [{ company: '另一家' }, { company: '另一家' }],
    });
  });
});

describe('every document says so in its head', () => {
  const assume = ['--assume', 'bandwidth=gone', '--assume', 'ip.expires=2027-01-31'];

  test.each([
    ['check', 'text', /^assumed {2}bandwidth=gone\n {9}ip\.expires=2027-01-31\n\nledger\.yaml/u],
    ['check', 'line', /^assumed: bandwidth=gone\nassumed: ip\.expires=2027-01-31\nledger\.yaml:/u],
    [
      'check',
      'json',
      /^\{\n.*\n.*\n.*\n {2}"assumed": \[\n {4}"bandwidth=gone",\n {4}"ip\.expires=2027-01-31"\n {2}\]/u,
    ],
    ['check', 'sarif', /"properties": \{\n +"assumed": \[\n +"bandwidth=gone",\n +"ip\.expires=2027-01-31"\n/u],
    ['check', 'junit', /<testsuite .*\n +<properties>\n +<property name="assumed" value="bandwidth=gone"\/>\n/u],
    ['check', 'github', /^::notice title=assumed::bandwidth=gone\n::notice title=assumed::ip\.expires=2027-01-31\n/u],
    ['check', 'markdown', /^### .*\n\n> \*\*Assumed: \*\*`bandwidth=gone`, `ip\.expires=2027-01-31`\n\n/u],
    ['check', 'csv', /^\uFEFF.*,assumed\r\n.*,bandwidth=gone; ip\.expires=2027-01-31\r\n/u],
    ['status', 'text', /^assumed {2}bandwidth=gone\n {9}ip\.expires=2027-01-31\n\nledger\.yaml/u],
    ['status', 'json', /^\{\n.*\n.*\n {2}"assumed": \[\n/u],
    ['status', 'markdown', /^# .*\n\n> \*\*Assumed: \*\*`bandwidth=gone`/u],
    ['horizon', 'text', /^assumed {2}bandwidth=gone\n {9}ip\.expires=2027-01-31\n\nledger\.yaml/u],
    ['horizon', 'json', /^\{\n(?:.*\n){4} {2}"assumed": \[\n/u],
  ])('%s --format %s', async (command, format, head) => {
    const { stdout } = await run(command, '--format', format, ...assume);
    expect(stdout).toMatch(head);
    expect((await run(command, '--format', format)).stdout).not.toMatch(/assumed/iu);
  });

  test.each([
    ['--format gitlab', ['--format', 'gitlab']],
    ['--format gitlab', ['--format', 'text', '--format', 'gitlab=a.json']],
    ['--receipt', ['--receipt', 'receipt.json']],
  ])('what cannot say so is refused: %s', async (words, more) => {
    const refused = await run('check', ...assume, ...more);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
    expect(refused.written.size).toBe(0);
  });
});

describe('what the schema does not let in ends in 2', () => {
  test.each([
    ['x', 'ENTRY.FIELD=VALUE'],
    ['=gone', 'ENTRY.FIELD=VALUE'],
    ['ip=', 'ENTRY.FIELD=VALUE'],
    ['ip=2027-01-01', 'ENTRY.FIELD=VALUE'],
    ['ip.=1', 'ENTRY.FIELD=VALUE'],
    ['ip..expires=1', 'ENTRY.FIELD=VALUE'],
    ['bandwith=gone', 'Did you mean `bandwidth`?'],
    ['bandwidth.expire=2027-01-01', 'Did you mean `expires`?'],
    ['data/idcc.opened=2027-01-01', 'Did you mean `data/idc`?'],
    ['data/idc.opend=2027-01-01', 'Did you mean `opened`?'],
    ['drill.titel=演练', 'Did you mean `title`?'],
    ['bandwidth.expires=2027-1-1', 'Write `2027-01-01`.'],
    ['bandwidth.expires=2027-02-30', 'expires'],
    ['bandwidth.expires=2026-01-01', ''],
    ['bandwidth.serves=[nobody]', 'there is no licence with the id nobody'],
    ['bandwidth.serves=data', 'Write `[data]`.'],
    ['bandwidth.autoRenew=[', 'not valid YAML'],
    ['bandwidth.title.x=1', 'this field has no fields of its own'],
    ['bandwidth.ended=gone', 'the ledger has no such value'],
    ['bandwidth.kind=gone', 'kind is missing'],
    ['bandwidth.__proto__=1', 'unknown field __proto__'],
    ['rules.isp/nothing=off', 'unknown rule isp/nothing'],
    ['company.registeredCapital=-1', 'registeredCapital must be'],
    ['company=gone', 'is missing'],
    ['__proto__=gone', 'no such entry'],
    ['constructor.x=1', 'no such entry'],
  ])('%s', async (word, says) => {
    for (const command of ['check', 'status', 'horizon']) {
      const refused = await run(command, '--assume', word);
      if (says === '') {
        expect(refused.code).not.toBe(2);
        continue;
      }
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain(`--assume ${word}`);
      expect(refused.stderr).toContain(says);
    }
  });

  test('where a ledger cannot be read, the entry may stand there: 3', async () => {
    const both = { 'a.ledger.yaml': CLEAN, 'b.ledger.yaml': NO_YAML };
    const { code } = await runInMemory(['check', '.', ...AS_OF, '--assume', 'line=gone'], { files: both });
    expect(code).toBe(3);
  });
});

describe('ledger horizon', () => {
  test('says of each licence and service what it is as recorded, and what still holds it up', async () => {
    const { stdout } = await run('horizon', '--assume', 'room-2027=gone', '--assume', 'ip.serves=[isp, cdn]');
    const [data = ''] = /[^\n]* data {3}[^]*?(?=\n\n)/u.exec(stdout) ?? [];
    expect(`\n${data.split('\n  idc/')[0]}`).toMatchInlineSnapshot(`
      "
      ▲ data   B1-20230601   IDC · IP-VPN   until 2028-05-31
        stops being compliant on 2027-04-01, in 131 days; act by 2027-03-31 (Wednesday); this version does
        not have the make-up workdays of that year
        recorded  the same
        IDC       stops being compliant on 2027-04-01
        IP-VPN    stops being compliant on 2027-04-01
        proof     IDC machine room contract: room-2026 until 2026-12-31 (recorded: room-2026 until
                  2026-12-31; room-2027 2027-01-04 to 2027-12-31)
                  IDC bandwidth contract: bandwidth until 2027-07-31
                  IDC IP address contract: nothing (recorded: ip without end)
                  IDC system evaluation: ev without end
                  IDC spare-parts: nothing
                  IP-VPN leased line: nothing
        licence/annual-report  file the report for 2026 by 2027-03-31
          who    许可组
          do     File it on the telecom business platform, then record \`YEAR: DAY\` under \`annualReports\`
                 of the licence."
    `);
    const [number = ''] = /[^\n]* n95 {3}[^]*?(?=\n\n)/u.exec(stdout) ?? [];
    expect(number).toContain('\n  recorded  the same\n  number');
    expect(number).not.toContain('proof');
  });

  test('names a licence that is assumed away, and what it was', async () => {
    const { stdout } = await run('horizon', '--assume', 'cdn=gone', '--lang', 'zh');
    expect(stdout).toMatch(/^✖ cdn {3}.*\n {2}假设没有这张许可证；按台账2027-08-01起不再合规\n$/mu);
    const { stdout: json } = await run('horizon', '--assume', 'cdn=gone', '--format', 'json');
    expect(JSON.parse(json)).toMatchObject({ gone: [{ id: 'cdn', recorded: { breach: { day: '2027-08-01' } } }] });
  });

  test('tells programs both', async () => {
    const { stdout } = await run('horizon', '--assume', 'room-2027=gone', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      assumed: ['room-2027=gone'],
      licences: [
        { id: 'isp' },
        {
          id: 'data',
          services: [{ kind: 'idc' }, { kind: 'ip-vpn' }],
          covers: expect.arrayContaining([
            expect.objectContaining({
              kind: 'machine-room',
              held: [{ from: '2026-11-21', to: '2026-12-31', by: ['room-2026'] }],
            }),
          ]),
          recorded: {
            breach: { day: '2027-04-01' },
            covers: expect.arrayContaining([
              {
                service: 'idc',
                kind: 'machine-room',
                held: [
                  { from: '2026-11-21', to: '2026-12-31', by: ['room-2026'] },
                  { from: '2027-01-04', to: '2027-12-31', by: ['room-2027'] },
                ],
              },
            ]),
          },
        },
        {},
        {},
        {},
      ],
      gone: [],
    });
  });
});
