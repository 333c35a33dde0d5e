/** A text that is longer than its field allows is told by its length, wherever it comes from; nothing repeats it. */
import { describe, expect, test } from 'vitest';

import { ExitCode } from '../../src/exit-code.ts';
import { runInMemory } from '../support/memory-io.ts';
import { LEDGER, runWriter } from '../support/recording-ledger.ts';

const LONG = 'x'.repeat(200_000);

const GOOD = `version: 1
company:
  name: 示例公司
  creditCode: c
  changes: [{ what: address, of: o }]
licences:
  - { id: isp, kind: isp, number: B1-1, scope: national, expires: 2027-03-14, owner: w, verified: 2026-10-01 }
resources:
  - { id: line, kind: leased-line, title: t, provider: p, expires: 2027-03-14, serves: [s], follows: f, notes: n }
  - { id: other, kind: domain, expires: never, evidence: [{ path: e.pdf }] }
requirements:
  - { id: iso, licence: r, needs: m, reason: y }
duties:
  - { id: drill, title: 消防演练, for: b, every: { months: 3 }, from: 2026-01-01 }
waivers:
  - { rule: isp/leased-line, entry: v, from: 2026-11-01, until: 2026-12-31, reason: z, approvedBy: a }
policy: { owner: q, approvers: [k] }
`;

/** What is written in the place of a value, and what is said of it. */
const PLACES: readonly (readonly [value: string, field: string, most: number])[] = [
  ['name: 示例公司', 'name', 1000],
  ['creditCode: c', 'creditCode', 1000],
  ['of: o', 'of', 1000],
  ['id: isp', 'id', 200],
  ['number: B1-1', 'number', 1000],
  ['owner: w', 'owner', 1000],
  ['kind: leased-line', 'kind', 200],
  ['title: t', 'title', 1000],
  ['provider: p', 'provider', 1000],
  ['serves: [s]', 'serves', 1000],
  ['follows: f', 'follows', 1000],
  ['notes: n', 'notes', 100_000],
  ['path: e.pdf', 'path', 1000],
  ['licence: r', 'licence', 1000],
  ['needs: m', 'needs', 200],
  ['reason: y', 'reason', 100_000],
  ['for: b', 'for', 1000],
  ['entry: v', 'entry', 1000],
  ['approvedBy: a', 'approvedBy', 1000],
  ['approvers: [k]', 'approvers', 1000],
];

describe('check', () => {
  test.each(PLACES)('%s', async (value, field, most) => {
    const text = GOOD.replace(value, () => value.replace(/[^ [\]]+(?=\]?$)/u, LONG));
    for (const format of ['text', 'json', 'sarif', 'junit', 'markdown', 'line']) {
      const { code, stdout, stderr } = await runInMemory(['check', '--lang', 'en', '--format', format], {
        files: { 'ledger.yaml': text },
      });
      expect(code).toBe(ExitCode.noVerdict);
      const said = `${field} has 200000 characters, and may have ${most} at most`;
      // What is told in the columns of a terminal is broken between words.
      expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(said);
      expect(stdout.length + stderr.length).toBeLessThan(30_000);
    }
  });

  test('a key has an end, too', async () => {
    const { code, stdout } = await runInMemory(['check', '--lang', 'en', '--format', 'line'], {
      files: { 'ledger.yaml': `? ${LONG}\n: 1\n${GOOD}` },
    });
    expect(code).toBe(ExitCode.noVerdict);
    expect(stdout).toBe(
      'ledger.yaml:1:3: error: ledger: a key has 200000 characters, and may have 1024 at most [yaml/key]\n',
    );
  });
});

describe('a writer takes none', () => {
  const sheet = (heading: string): string => `种类,${heading},到期日\n域名,${LONG},2027-12-31\n`;
  const entry = JSON.stringify({ kind: 'domain', title: LONG, expires: 'never' });

  test.each([
    ['an option', ['add', 'domain', '--title', LONG, '--expires', 'never'], {}],
    ['JSON', ['add', '--json', '-'], { stdin: entry }],
    ['a spreadsheet', ['import', 'a.csv'], { files: { 'ledger.yaml': LEDGER, 'a.csv': sheet('名称') } }],
    [
      'another column',
      ['import', 'a.csv', '--map', '品=title'],
      { files: { 'ledger.yaml': LEDGER, 'a.csv': sheet('品') } },
    ],
    ['a company', ['init', 'books', '--company', LONG], {}],
  ] as const)('from %s', async (_, argv, machine) => {
    const ran = await runWriter([...argv, '--lang', 'en'], machine);
    expect({ code: ran.code, written: ran.written.size }).toEqual({ code: ExitCode.usage, written: 0 });
    expect(ran.stdout + ran.stderr).toMatch(/(?:title|name) has 200000 characters, and may have 1000 at most/u);
    expect(ran.stdout.length + ran.stderr.length).toBeLessThan(1000);
  });
});
