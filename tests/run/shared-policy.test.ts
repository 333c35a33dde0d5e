/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import { describe, expect, test } from 'vitest';

import { type MemoryRun, runInMemory } from '../support/memory-io.ts';

const AS_OF = ['--as-of', '2026-11-21'];

const GROUP = `# shared by the companies of a group
policy: { warnWithin: 10, owner: 集团合规部 }
requirements:
  - { id: iso27001, licence: idc, needs: iso27001, severity: error, reason: 集团要求 }
rules: { idc/machine-room: off, idc/ip-addresses: info }
`;

function ledger(more = ''): string {
  return `version: 1
extends: ../group.yaml
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 20000000 }
${more}licences:
  - { id: idc, kind: idc, number: B1-20220315, scope: national, issued: 2022-03-15, opened: 2022-06-01, expires: 2027-03-14 }
`;
}

async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...more: readonly string[]
): Promise<MemoryRun> {
  const place = { '/group/.git/HEAD': '', ...files };
  return runInMemory(['check', ...AS_OF, ...more], { files: place, cwd: '/group/a' });
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly owner?: string;
  readonly location: { readonly line: number };
}

async function findings(own: string, group = GROUP): Promise<readonly Found[]> {
  const run = await check({ '/group/a/ledger.yaml': own, '/group/group.yaml': group }, '--format', 'json');
  const { findings: found } = JSON.parse(run.stdout) as { readonly findings: readonly Found[] };
  return found;
}

describe('what a ledger extends', () => {
  test('is asked as if it stood in the ledger, and its entries stand at `extends`', async () => {
    const found = await findings(ledger());
    expect(found.find(({ rule }) => rule === 'own/iso27001')).toMatchObject({ severity: 'error', owner: '集团合规部' });
    const duties = `duties:
  - { id: drill, title: 演练, for: company, every: { months: 1 }, from: 2026-09-01, severity: warning }
`;
    const shared = (await findings(ledger(), GROUP + duties)).filter(({ rule }) => rule === 'own/drill');
    expect(shared).not.toEqual([]);
    expect(shared.map(({ location }) => location.line)).toEqual(shared.map(() => 2));
  });

  test('sets severities and switches rules off', async () => {
    const found = await findings(ledger());
    expect(found.filter(({ rule }) => rule === 'idc/machine-room')).toEqual([]);
    expect(found.find(({ rule }) => rule === 'idc/ip-addresses')?.severity).toBe('info');
  });

  test('yields to what the ledger says itself, key by key; lists are joined', async () => {
    const own = `policy: { warnWithin: 60 }
rules: { idc/ip-addresses: warning }
requirements:
  - { id: fire, licence: idc, needs: fire-certificate }
`;
    const found = await findings(ledger(own));
    const severities = new Map(found.map(({ rule, severity }) => [rule, severity]));
    // 23 days before the renewal: inside 60 days, outside ten.
    expect(severities.get('licence/renewal')).toBe('warning');
    expect(severities.get('idc/ip-addresses')).toBe('warning');
    expect(severities.has('own/fire') && severities.has('own/iso27001')).toBe(true);
    expect(found.find(({ rule }) => rule === 'licence/renewal')?.owner).toBe('集团合规部');
    expect((await findings(ledger())).some(({ rule }) => rule === 'licence/renewal')).toBe(false);
  });

  test('a rule that is not there is an error, here and in the shared file', async () => {
    const own = await check({
      '/group/a/ledger.yaml': ledger('rules: { idc/machine-rom: off }\n'),
      '/group/group.yaml': '',
    });
    expect(own).toMatchObject({ code: 3 });
    expect(own.stdout).toContain('ledger.yaml:4:10');
    expect(own.stdout).toContain('Did you mean `idc/machine-room`?');
    const shared = await check({
      '/group/a/ledger.yaml': ledger(),
      '/group/group.yaml': 'rules: { idc/machine-rom: off }\n',
    });
    expect(shared.stdout).toContain('ledger.yaml:2:1 ');
  });

  test('may extend another file', async () => {
    const run = await check({
      '/group/a/ledger.yaml': ledger(),
      '/group/group.yaml': 'extends: holding.yaml\n',
      '/group/holding.yaml': GROUP,
    });
    expect(run.stdout).toContain('own/iso27001');
  });

  test.each([
    ['is not there', {}, 'the shared file ../group.yaml does not exist'],
    ['is a folder', { '/group/group.yaml/x': '' }, 'the shared file ../group.yaml is not a file'],
    ['leads back', { '/group/group.yaml': 'extends: group.yaml\n' }, 'group.yaml refers back to itself'],
    [
      'holds what is not to be shared',
      { '/group/group.yaml': 'policy: {}\nlicences: []\n' },
      'is wrong on line 2: unknown field licences',
    ],
    ['has a bad value', { '/group/group.yaml': 'policy: { warnWithin: soon }\n' }, 'is wrong on line 1: warnWithin'],
    ['is not YAML', { '/group/group.yaml': 'policy: {\n' }, 'is wrong on line'],
    [
      'lies outside the repository',
      { '/group/group.yaml': 'extends: ../elsewhere.yaml\n', '/elsewhere.yaml': GROUP },
      "../elsewhere.yaml is outside the ledger's repository",
    ],
  ])('that %s leaves no verdict, at the line of `extends`', async (_, files, words) => {
    const run = await check({ '/group/a/ledger.yaml': ledger(), ...files });
    expect(run.code).toBe(3);
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain(words);
    expect(run.stdout).toContain('ledger.yaml:2:10');
  });

  test.each([
    [
      'in GBK',
      [...Buffer.from('policy: { owner: '), 0xba, 0xcf, 0xb9, 0xe6, ...Buffer.from(' }\n')],
      'iconv -f GB18030',
    ],
    ['with a field one slip away', [...Buffer.from('policy: { ownr: 合规部 }\n')], 'Write `owner`.'],
    ['that is not YAML', [...Buffer.from('policy: {}\nowner\n')], 'Write `key: value`'],
  ])('%s is mended in that file, not by another path', async (_, bytes, words) => {
    const run = await check({ '/group/a/ledger.yaml': ledger(), '/group/group.yaml': Uint8Array.from(bytes) });
    expect(run.stdout).toContain(words);
    expect(run.stdout).not.toContain('Correct the path');
    const { findings: found } = JSON.parse(
      (
        await check(
          { '/group/a/ledger.yaml': ledger(), '/group/group.yaml': Uint8Array.from(bytes) },
          '--format',
          'json',
        )
      ).stdout,
    ) as { readonly findings: readonly { readonly fix?: { readonly command: readonly string[] } }[] };
    expect(found[0]?.fix?.command.at(-1)).toBe(words.startsWith('iconv') ? '../group.yaml' : undefined);
  });
});
