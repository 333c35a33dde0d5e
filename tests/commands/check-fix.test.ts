/** `ledger check --fix`: what can be meant in one way only is put right, and every other byte stays. */
import { describe, expect, test } from 'vitest';

import { CWD, type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { type Answer, CTRL_C } from '../support/scripted-dialogue.ts';

const FILE = `${CWD}/ledger.yaml`;

async function fix(text: string, ...more: readonly string[]): Promise<MemoryRun> {
  return runInMemory(['check', '--fix', '--yes', ...more], { files: { 'ledger.yaml': text } });
}

/** What the file holds after the repair. */
async function fixed(text: string): Promise<string> {
  return (await fix(text)).written.get(FILE) ?? text;
}

/** A ledger of one licence and one contract, with fields that a case gives. */
function ledger({ licence = '', resource = '', top = '' }: Readonly<Record<string, string>>): string {
  return `version: 1 # of the format
company: { name: 示例公司,  registeredCapital: 12000000 }
${top}licences:
  - id: isp
    kind: isp   # B14
    number: B1-20220315
    expires: 2031-11-20
${licence}resources:
  - id: line
    kind: leased-line
    expires: 2030-12-31
${resource}`;
}

describe('what is certain is put right, and nothing else is touched', () => {
  test.each<{ name: string; before: string; after: string }>([
    { name: 'a day with slashes', before: '    starts: 2026/1/5 # 签', after: '    starts: 2026-01-05 # 签' },
    { name: 'a day in Chinese', before: '    starts: "2026年1月5日"', after: '    starts: "2026-01-05"' },
    { name: 'a day in full width', before: '    starts: ２０２６－１－５', after: '    starts: 2026-01-05' },
    { name: 'a day as a number', before: '    starts: 20260105', after: '    starts: 2026-01-05' },
    { name: 'a number in full width', before: '    warnWithin: ６０', after: '    warnWithin: 60' },
    { name: 'a list without brackets', before: '    serves: isp', after: '    serves: [isp]' },
    { name: 'an id in full width', before: '    serves: [ｉｓｐ]', after: '    serves: [isp]' },
    { name: 'a key with a letter missing', before: '    ower:  甲 # 人', after: '    owner:  甲 # 人' },
    { name: 'a key in full width', before: '    ｏｗｎｅｒ: 甲', after: '    owner: 甲' },
    { name: 'a key in another style', before: '    warn_within: 60', after: '    warnWithin: 60' },
    { name: 'a slip in a key, and one behind it', before: '    start: 2026/1/5', after: '    starts: 2026-01-05' },
  ])('$name', async ({ before, after }) => {
    expect(await fixed(ledger({ resource: `${before}\n` }))).toBe(ledger({ resource: `${after}\n` }));
  });

  test.each<{ name: string; before: string; after: string }>([
    { name: 'a province by its official name', before: 'scope: [北京市, 河北]', after: 'scope: [北京, 河北]' },
    { name: 'a full-width comma', before: 'scope: [北京，河北]', after: 'scope: [北京, 河北]' },
    { name: 'one among others', before: 'scope: [北京市，河北, 上海市]', after: 'scope: [北京, 河北, 上海]' },
    { name: 'a province of two words', before: 'scope: [Inner Mongolia, Tibet]', after: 'scope: [内蒙古, 西藏]' },
    { name: 'a province that is not in a list', before: 'scope: Inner Mongolia', after: 'scope: [内蒙古]' },
    { name: 'the whole country', before: 'scope: 全国', after: 'scope: national' },
    {
      name: 'a year in full width',
      before: 'annualReports: { ２０２５: 2026/3/1 }',
      after: 'annualReports: { 2025: 2026-03-01 }',
    },
  ])('$name', async ({ before, after }) => {
    expect(await fixed(ledger({ licence: `    ${before}\n` }))).toBe(ledger({ licence: `    ${after}\n` }));
  });

  test.each([
    ['branches: [{ province: 内蒙古自治区, what: opened }]', 'branches: [{ province: 内蒙古, what: opened }]'],
    ['branches: [{ province: Shaanxi, what: opened }]', 'branches: [{ province: 陕西, what: opened }]'],
  ])('of the company: %s', async (before, after) => {
    const [spoilt, sound] = [before, after].map((part) => ledger({}).replace('registeredCapital: 12000000', part));
    expect(await fixed(spoilt ?? '')).toBe(sound);
  });

  test('the province of a filing', async () => {
    const number = `version: 1
company: { name: 示例公司 }
licences:
  - { id: n95, kind: number-95, numbers: ["95123"], expires: 2031-11-20, filings: { 西藏自治区: 2024-01-01, Tibet Province: 2024-01-01 } }
`;
    expect(await fixed(number)).toBe(number.replace('西藏自治区', '西藏'));
  });

  test('a kind that is a slip away', async () => {
    const text = ledger({}).replace('leased-line', 'leased-lien').replace('kind: isp', 'kind: call-center');
    const after = ledger({}).replace('kind: isp', 'kind: call-centre');
    expect(await fixed(text)).toBe(after);
  });

  test('BOM and CRLF stay', async () => {
    const [before, after] = ['2026/1/5', '2026-01-05'].map(
      (day) => `\uFEFF${ledger({ resource: `    starts: ${day}\n` }).replaceAll('\n', '\r\n')}`,
    );
    const { writtenBytes } = await fix(before ?? '');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writtenBytes.get(FILE))).toBe(after);
  });

  test.each([
    ['a pair of days', '    starts: 2026-01-01至2026-12-31'],
    ['a day with a time', '    starts: 2026-01-05 08:00'],
    ['a day that is not a day of the calendar', '    starts: 2026/2/30'],
    ['no end where an end must stand', '    starts: 长期'],
    ['a key that may be either of two', '    end: 2026-01-05'],
    ['two keys that may be one', '    ower: 甲\n    onwer: 乙'],
    ['a key beside the right one', '    owner: 甲\n    ower: 乙'],
    ['a number that a number cannot hold', '    warnWithin: "060"'],
    ['a name that is not there', '    serves: [isq]'],
    ['two names of which one is not there', '    serves: [isp，idc]'],
    ["the company's own key", '    x-ower: 甲'],
    ['text in full width', '    title: ＩＤＣ（一）'],
  ])('%s is left alone', async (_, line) => {
    const { written, stderr } = await fix(ledger({ resource: `${line}\n` }));
    expect(written.size).toBe(0);
    expect(stderr).toContain('nothing that can be fixed automatically');
  });
});

const WAIVER = 'entry: isp, from: 2026-11-01, until: 2026-12-31, reason: r, approvedBy: 张三';

function waivers(...lines: readonly string[]): string {
  const items = lines.length === 0 ? ' []' : lines.map((line) => `\n  - ${line}`).join('');
  return ledger({ top: `waivers:${items}\n` });
}

describe('waivers', () => {
  const needed = `{ rule: isp/ip-addresses, ${WAIVER} }`;

  test.each<{ name: string; before: readonly string[]; after: readonly string[] }>([
    { name: 'one that nothing needs', before: [needed, `{ rule: isp/domain, ${WAIVER} } # why`], after: [needed] },
    {
      name: 'all of them',
      before: [`{ rule: licence/registered-capital, ${WAIVER} }`, `{ rule: licence/expiry, ${WAIVER} }`],
      after: [],
    },
    { name: 'one that is there twice', before: [needed, needed], after: [needed] },
    {
      name: 'one that has run out, and nothing needs it any more',
      before: [`{ rule: licence/expiry, ${WAIVER} }`.replace('12-31', '11-20'), needed],
      after: [needed],
    },
    {
      name: 'never one that has run out while its finding is there',
      before: [needed.replace('12-31', '11-20')],
      after: [needed.replace('12-31', '11-20')],
    },
    {
      name: 'never one that says the same with another end',
      before: [needed, needed.replace('12-31', '12-30')],
      after: [needed, needed.replace('12-31', '12-30')],
    },
  ])('$name', async ({ before, after }) => {
    const known = before.filter((line) => !line.includes('isp/domain'));
    expect(await fixed(waivers(...known))).toBe(waivers(...after));
  });

  test('with other windows than those of the ledger none is taken away', async () => {
    const { written } = await fix(waivers(`{ rule: licence/expiry, ${WAIVER} }`), '--within', '0');
    expect(written.size).toBe(0);
  });
});

describe('several ledgers in one run', () => {
  const slip = ledger({ resource: '    starts: 2026/1/5\n' });
  const machine: MemoryMachine = {
    files: {
      'a/ledger.yaml': slip,
      'b/ledger.yaml': ledger({}),
      'c/ledger.yaml': slip.replace('isp   #', 'isq   #'),
      'd/ledger.yaml': 'version: 1\nbroken',
    },
  };

  test('each that can be is repaired, and all are checked', async () => {
    const { code, written, stdout, stderr } = await runInMemory(['check', '--fix', '--yes', '.'], machine);
    expect([...written.keys()]).toEqual([`${CWD}/a/ledger.yaml`, `${CWD}/c/ledger.yaml`]);
    expect(stderr).toContain('+    starts: 2026-01-05');
    expect(stderr).toContain('a/ledger.yaml  1 fix\nc/ledger.yaml  1 fix\n');
    expect(stdout).not.toContain('schema/date');
    expect(stdout).toContain('schema/licence-kind');
    expect(stdout).toContain('yaml/syntax');
    expect(code).toBe(3);
  });

  test('the command of a finding names its ledger', async () => {
    const { stdout } = await runInMemory(['check', '.', '--format', 'json'], machine);
    expect(stdout).toContain('"--fix",\n          "a/ledger.yaml"');
  });

  test('a path that leads nowhere is told after a dry run, too', async () => {
    const { code, stdout, stderr } = await runInMemory(['check', '--fix', '--dry-run', 'a', 'x'], machine);
    expect(code).toBe(3);
    expect(stdout).toContain('+++ a/ledger.yaml');
    expect(stderr).toContain('x');
  });
});

describe('leave to write', () => {
  const files = { 'ledger.yaml': ledger({ resource: '    starts: 2026/1/5\n' }) };
  const DIFF = `--- ledger.yaml
+++ ledger.yaml
@@ -9,4 +9,4 @@
   - id: line
     kind: leased-line
     expires: 2030-12-31
-    starts: 2026/1/5
+    starts: 2026-01-05
`;

  test('without a terminal it must be given beforehand', async () => {
    const { code, stderr, written } = await runInMemory(['check', '--fix'], { files });
    expect([code, written.size]).toEqual([2, 0]);
    expect(stderr).toContain('Add `--yes` to write without asking');
  });

  test('a dry run prints the change alone', async () => {
    const { code, stdout, stderr, written } = await runInMemory(['check', '--fix', '--dry-run'], { files });
    expect([code, written.size, stdout]).toEqual([0, 0, DIFF]);
    expect(stderr).toBe('ledger.yaml  1 fix\ndry run: nothing was written\n');
  });

  test('in a terminal it is shown and asked for', async () => {
    const { code, stderr, written, transcript } = await runInMemory(['check', '--fix', '--lang', 'zh'], {
      files,
      answers: [true],
    });
    expect(transcript).toEqual(['写入 ledger.yaml？ true']);
    expect(stderr).toBe(`${DIFF}ledger.yaml  修复1处\n`);
    expect([code, written.size]).toEqual([1, 1]);
  });

  test.each<[string, Answer]>([
    ['a no', false],
    ['Ctrl-C', CTRL_C],
  ])('and nothing is written after %s', async (_, answer) => {
    const { code, stdout, written } = await runInMemory(['check', '--fix'], { files, answers: [answer] });
    expect([code, stdout, written.size]).toEqual([130, '', 0]);
  });

  test.each(['--yes', '--dry-run'])('%s goes with --fix alone', async (option) => {
    const { code, stderr } = await runInMemory(['check', option], { files });
    expect(code).toBe(2);
    expect(stderr).toContain(`${option}: only with --fix`);
  });

  test('what is only assumed is never written', async () => {
    const { code, stderr, written } = await fix(ledger({}), '--assume', 'isp.expires=2030-01-01');
    expect([code, written.size]).toEqual([2, 0]);
    expect(stderr).toContain('not with `--fix`');
  });

  test('a rule that is not there is told before anything is written', async () => {
    const { code, written } = await fix(ledger({ resource: '    ower: 甲\n' }), '--select', 'x/y');
    expect([code, written.size]).toEqual([2, 0]);
  });

  test('a waiver of what is not asked for stays', async () => {
    const text = ledger({ top: `waivers: [{ rule: licence/expiry, ${WAIVER} }]\n` });
    expect((await fix(text, '--ignore', 'licence')).written.size).toBe(0);
    expect((await fix(text, '--select', 'licence', '--select', 'waiver')).written.size).toBe(1);
  });

  test('a place that an alias repeats is named, and the rest is put right', async () => {
    const text = ledger({
      licence: '    issued: &day 2022/3/15\n    notes: *day\n',
      resource: '    starts: 2026/1/5\n',
    });
    const { written, stderr } = await fix(text);
    expect(written.get(FILE)).toBe(text.replace('2026/1/5', '2026-01-05'));
    expect(stderr).toContain('ledger.yaml  licences[0].issued');
  });
});

test('another writer loses nothing: what it saved meanwhile is repaired and kept', async () => {
  const before = ledger({ resource: '    starts: 2026/1/5\n' });
  const meanwhile = `${before}  - { id: new, kind: domain, expires: 2030/1/1 }\n`;
  const { written } = await runInMemory(['check', '--fix', '--yes'], {
    files: { 'ledger.yaml': before },
    savedMeanwhile: { 'ledger.yaml': meanwhile },
  });
  expect(written.get(FILE)).toBe(meanwhile.replace('2026/1/5', '2026-01-05').replace('2030/1/1', '2030-01-01'));
});
