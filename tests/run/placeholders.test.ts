/** What a printed command leaves to its reader is said in the reader's language, and is not taken for what was meant. */
import { describe, expect, test } from 'vitest';

import { placeholderIn } from '../../src/domain/placeholder.ts';
import { runInMemory } from '../support/memory-io.ts';

const LEDGER = `version: 1
company: { name: 示例公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 20000000 }
policy: { requireEvidence: all }
licences: [{ id: idc, kind: idc, number: B1-20222637, scope: national, issued: 2022-03-15, expires: 2027-03-14, opened: 2022-06-01 }]
`;
const AS_OF = ['--as-of', '2026-11-21'];
const ENGLISH = ['DATE', 'FILE', 'NAME', 'STAFF'];
const CHINESE = ENGLISH.map((word) => placeholderIn(word)?.zh ?? '');

const run = async (...argv: readonly string[]): Promise<Awaited<ReturnType<typeof runInMemory>>> =>
  runInMemory(argv, { files: { 'ledger.yaml': LEDGER }, now: '2026-11-21T04:00:00Z' });

/** The placeholders in the commands that a document shows. */
function placeholdersIn(document: string): readonly string[] {
  const commands = document.match(/ledger (?:record|evidence) [^\n`<]*/gu) ?? [];
  const words = commands.flatMap((line) => line.split(/[ ,"]/u)).filter((word) => placeholderIn(word) !== undefined);
  return [...new Set(words)].toSorted();
}

describe('what is left to the reader', () => {
  test.each([
    ['check'],
    ['check', '--format', 'markdown'],
    ['check', '--format', 'csv'],
    ['check', '--format', 'junit'],
    ['todo'],
    ['todo', '--format', 'markdown'],
  ])('is in the language of %s %s %s', async (...argv) => {
    const [zh, en] = [await run(...argv, ...AS_OF, '--lang', 'zh'), await run(...argv, ...AS_OF, '--lang', 'en')];
    const told = placeholdersIn(en.stdout);
    expect(told).not.toEqual([]);
    expect(ENGLISH).toEqual(expect.arrayContaining([...told]));
    expect(placeholdersIn(zh.stdout)).toEqual(told.map((word) => placeholderIn(word)?.zh ?? '').toSorted());
  });

  test('is in both on a page, and in English for programs', async () => {
    const page = (await run('report', ...AS_OF)).stdout;
    expect(page).toContain('ledger evidence add idc FILE');
    expect(page).toContain('ledger evidence add idc 文件路径');
    const json = (await run('check', '--format', 'json', '--lang', 'zh', ...AS_OF)).stdout;
    expect(ENGLISH.filter((word) => json.includes(`"${word}"`))).toEqual(ENGLISH);
    expect(CHINESE.filter((word) => json.includes(`"${word}"`))).toEqual([]);
  });
});

test.each([
  ...['DATE', '日期'].map((word) => ['record', 'established', '--on', word]),
  ...['FILE', '文件路径'].map((word) => ['evidence', 'add', 'idc', word]),
  ...['NAME', '机构名称'].map((word) => ['record', 'security-body', word, '2']),
  ...['STAFF', '专职人数'].map((word) => ['record', 'security-body', '安全部', word]),
  ...['PROVINCE', '省份'].map((word) => ['record', 'province-filing', 'idc', word]),
])('ledger %s %s %s %s is refused until it is filled in', async (...argv) => {
  const word = argv.find((one) => placeholderIn(one) !== undefined) ?? '';
  const { code, stderr, written } = await run(...argv, '--yes', '--lang', 'zh');
  expect({ code, written: written.size }).toEqual({ code: 2, written: 0 });
  expect(stderr).toBe(`错误：${word}：还没有填写\n处理：请换成${placeholderIn(word)?.means.zh}。\n`);
});

test('while a command line is completed, its words may be anything', async () => {
  expect(await run('complete', '--', 'record', 'established', '--on', 'DATE', '')).toMatchObject({
    code: 0,
    stderr: '',
  });
});
