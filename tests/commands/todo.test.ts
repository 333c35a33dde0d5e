/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../src/reporters/writing/display-width.ts';
import { todoSchema } from '../../src/schema/document-schemas.ts';
import { runInMemory } from '../support/memory-io.ts';
import { nastyText } from '../support/nasty-text.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { AS_OF, NO_YAML } from '../support/sample-ledgers.ts';

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 20000000 }
policy: { since: 2026-11-01, owner: 合规部 }
licences:
  - id: telecom
    number: B1-20222637
    issued: 2022-03-15
    expires: 2027-03-14
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: cdn, scope: national, opened: 2022-06-01 }
resources:
  - { id: line, kind: leased-line, title: 北京专线, starts: 2024-11-01, expires: 2026-12-20, serves: [telecom/isp], owner: 网络部 }
  - { id: old-a, kind: maintenance, starts: 2024-11-01, expires: 2026-11-01, owner: 网络部 }
  - { id: old-b, kind: maintenance, starts: 2024-11-01, expires: 2026-11-03, owner: 网络部 }
  - { id: seal, kind: maintenance, title: 门禁, starts: 2024-11-01, expires: 2026-12-12, warnWithin: 7 }
  - { id: room, kind: maintenance, starts: 2024-11-01, expires: 2026-12-11, renew: false }
  - { id: later, kind: maintenance, starts: 2024-11-01, expires: 2027-02-28 }
duties:
  - { id: drill, title: 消防演练, for: company, every: { months: 1 }, from: 2026-11-25, severity: warning, owner: 运维部 }
waivers:
  - { rule: isp/ip-addresses, entry: telecom/isp, from: 2026-11-01, until: 2026-12-15, reason: 换签中, approvedBy: 张三 }
`;

interface Item {
  readonly file: string;
  readonly company: string;
  readonly rule?: string;
  readonly subject: string;
  readonly service?: string;
  readonly message: string;
  readonly date?: string;
  readonly daysLeft?: number;
  readonly actBy?: string;
  readonly owner?: string;
  readonly severity: string;
  readonly command?: readonly string[];
}

interface Document {
  readonly schema: string;
  readonly asOf: string;
  readonly until: string;
  readonly assumed?: readonly string[];
  readonly files: readonly string[];
  readonly items: readonly Item[];
}

async function todoOf(
  argv: readonly string[] = [],
  files: Record<string, string> = { 'ledger.yaml': LEDGER },
): Promise<Document> {
  const { code, stdout } = await runInMemory(['todo', ...AS_OF, '--format', 'json', ...argv], { files });
  expect(code).toBe(0);
  return todoSchema.parse(JSON.parse(stdout));
}

async function textOf(argv: readonly string[], terminal: number, text = LEDGER): Promise<string> {
  const { stdout } = await runInMemory(['todo', ...AS_OF, ...argv], {
    files: { 'ledger.yaml': text },
    terminal,
    env: { NO_COLOR: '1' },
  });
  return stdout;
}

const inShort = ({ rule = '', subject, date = '', owner = '' }: Item): string => [date, rule, subject, owner].join(' ');

/** The ledger with its renewal waived. */
function waived(until: string): string {
  return `${LEDGER}  - { rule: licence/renewal, entry: telecom, from: 2026-11-01, until: ${until}, reason: 不再续, approvedBy: 张三 }\n`;
}

async function renewals(text: string): Promise<number> {
  const { items } = await todoOf([], { 'ledger.yaml': text });
  return items.filter(({ rule }) => rule === 'licence/renewal').length;
}

describe('ledger todo', () => {
  test('has what is broken, what falls due in 31 days, and what can wait, in this order', async () => {
    const { schema, asOf, until, files, items } = await todoOf();
    expect([schema, asOf, until, files]).toEqual(['ledger/todo@1', '2026-11-21', '2026-12-22', ['ledger.yaml']]);
    expect(items.map(inShort)).toEqual([
      '2026-11-01 resource/expiry old-a 网络部',
      '2026-11-03 resource/expiry old-b 网络部',
      ' cdn/bandwidth telecom 合规部',
      '2026-12-12 resource/expiry seal 合规部',
      '2026-12-14 licence/renewal telecom 合规部',
      '2026-12-15 waiver/expired telecom 合规部',
      '2026-12-20 isp/leased-line telecom 网络部',
      '2026-12-20  line 网络部',
      ' cdn/hosting telecom 合规部',
      ' cdn/system-evaluation telecom 合规部',
      ' isp/system-evaluation telecom 合规部',
    ]);
  });

  test('each item says when, who, how grave, and the command that records it', async () => {
    const { items } = await todoOf();
    expect(items.find(({ rule }) => rule === 'licence/renewal')).toEqual({
      file: 'ledger.yaml',
      company: '示例云网科技有限公司',
      rule: 'licence/renewal',
      subject: 'telecom',
      message: 'apply for renewal by 2026-12-14, in 23 days',
      date: '2026-12-14',
      daysLeft: 23,
      actBy: '2026-12-14',
      owner: '合规部',
      severity: 'warning',
      command: ['ledger', 'record', 'renewal', 'telecom', '--on', '2026-11-21'],
    });
  });

  test('the last day of a waiver comes with the command that solves the matter', async () => {
    const { items } = await todoOf();
    expect(items.find(({ rule }) => rule === 'waiver/expired')).toMatchObject({
      subject: 'telecom',
      service: 'isp',
      message: 'the waiver of isp/ip-addresses ends on 2026-12-15, in 24 days; after that the finding counts again',
      command: ['ledger', 'add', 'ip-addresses', '--serves', 'telecom/isp'],
    });
  });

  test.each([
    [['--within', '0'], '2026-11-21', 0],
    [['--within', '22'], '2026-12-13', 1],
    [['--within', '23'], '2026-12-14', 2],
    [['--within', '100'], '2027-03-01', 9],
    [['--within', '9000000000'], '2999-12-31', 19],
  ] as const)('%j goes on to that day', async (argv, last, due) => {
    const { until, items } = await todoOf(argv);
    expect([until, items.filter(({ daysLeft = -1 }) => daysLeft >= 0).length]).toEqual([last, due]);
  });

  test('a deadline ahead that is waived until its day is counted and not listed; one after the end of its waiver stands', async () => {
    const [excused, standing] = [waived('2026-12-31'), waived('2026-12-01')];
    expect([await renewals(excused), await renewals(standing)]).toEqual([0, 1]);
    expect(await textOf(['--lang', 'en'], 80, excused)).toContain('1 waived deadline is not included.');
  });

  test('--owner leaves what they answer for, and a stranger is refused', async () => {
    const { items } = await todoOf(['--owner', '网络部']);
    expect(new Set(items.map(({ owner }) => owner))).toEqual(new Set(['网络部']));
    const { code, stdout, stderr } = await runInMemory(['todo', ...AS_OF, '--owner', '网路部'], {
      files: { 'ledger.yaml': LEDGER },
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('网络部');
  });

  test('--assume asks as if the ledger said so, and says it', async () => {
    const assuming = ['--assume', 'seal.expires=2027-12-31'];
    const { assumed, items } = await todoOf(assuming);
    expect(assumed).toEqual(['seal.expires=2027-12-31']);
    expect(items.map(({ subject }) => subject)).not.toContain('seal');
    expect(await textOf([...assuming, '--lang', 'en'], 80)).toMatch(/^assumed +seal.expires=2027-12-31\n/u);
    const { stdout } = await runInMemory(['todo', ...AS_OF, ...assuming, '--format', 'markdown'], {
      files: { 'ledger.yaml': LEDGER },
    });
    expect(stdout).toContain('**Assumed: **`seal.expires=2027-12-31`');
  });

  test('tells the others where one ledger is invalid, and ends with 3', async () => {
    const files = { 'a.ledger.yaml': LEDGER, 'b.ledger.yaml': NO_YAML };
    const { code, stdout, stderr } = await runInMemory(['todo', '.', ...AS_OF, '--format', 'json'], { files });
    expect(code).toBe(3);
    const document = JSON.parse(stdout) as Document;
    expect(document.files).toEqual(['a.ledger.yaml']);
    expect(document.items[0]?.command?.slice(-2)).toEqual(['--file', 'a.ledger.yaml']);
    expect(stderr).toContain('b.ledger.yaml');
  });

  test('says so where nothing is to be done, and what comes next', async () => {
    const text = `version: 1\ncompany: { name: 示例 }\nresources:\n  - { id: a, kind: maintenance, expires: 2027-06-30 }\n`;
    expect(await textOf(['--lang', 'zh'], 80, text)).toBe(
      [
        '要办的事   ledger.yaml   示例   2026-11-21起31天，至2026-12-22',
        '',
        '至2026-12-22没有待办事项。',
        '其后最近一项：2027-06-30 a，resource/expiry。',
        '',
      ].join('\n'),
    );
  });
});

describe('the page of ledger todo', () => {
  test.each(['zh', 'en'] as const)('fits one screen of 80 columns: %s', async (language) => {
    const page = await textOf(['--lang', language], 80);
    await expect(page).toMatchFileSnapshot(`pages/todo-${language}-80.txt`);
    expect(page.split('\n').length).toBeLessThanOrEqual(45);
  });

  test('tells like things together, and the end of a contract once', async () => {
    const page = await textOf(['--lang', 'zh'], 80);
    expect(page).toContain('另有1项同样：old-b');
    expect(page.match(/^ {2}\S 2026-12-18 /gmu)).toHaveLength(1);
  });

  test.each(['owner', 'company', 'licence'])('--group-by %s', async (grouping) => {
    const page = await textOf(['--lang', 'zh', '--group-by', grouping], 80);
    await expect(page).toMatchFileSnapshot(`pages/todo-by-${grouping}.txt`);
  });

  test('names the company where there are several, and caps each group', async () => {
    const many = Array.from({ length: 20 }, (_, at) => [
      `c${at}/ledger.yaml`,
      `version: 1\ncompany: { name: 公司${at} }\nresources:\n  - { id: a, kind: maintenance, expires: 2026-10-31 }\n`,
    ]);
    const { stdout } = await runInMemory(['todo', '.', ...AS_OF, '--lang', 'zh'], { files: Object.fromEntries(many) });
    expect(stdout).toContain('20份台账');
    expect(stdout.match(/ 公司\d+$/gmu)).toHaveLength(12);
    expect(stdout).toContain('另有8项未列出');
    const { stdout: markdown } = await runInMemory(['todo', '.', ...AS_OF, '--format', 'markdown'], {
      files: Object.fromEntries(many),
    });
    expect(readMarkdown(markdown).rows).toHaveLength(20);
  });

  test('whatever the ledger holds, no line is wider than the terminal but commands, and nothing acts on it', async () => {
    await fc.assert(
      fc.asyncProperty(nastyText, fc.constantFrom(40, 80, 120), async (title, width) => {
        const entry = JSON.stringify({ id: 'a', kind: 'maintenance', expires: '2026-12-01', title, owner: title });
        const text = `version: 1\ncompany: { name: 示例 }\nresources:\n  - ${entry}\n`;
        const page = await textOf([], width, text);
        for (const line of page.split('\n')) {
          // oxlint-disable-next-line eslint/no-control-regex -- these are what must not be there
          expect(line).not.toMatch(/[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F]/u);
          if (!line.includes('ledger renew')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
        const { stdout } = await runInMemory(['todo', ...AS_OF, '--format', 'markdown'], {
          files: { 'ledger.yaml': text },
        });
        const { rows, html, inline } = readMarkdown(stdout);
        if (page === '') return;
        expect([rows.length, html]).toEqual([1, []]);
        expect(inline).not.toContain('link_open');
      }),
      { numRuns: 60 },
    );
  });
});
