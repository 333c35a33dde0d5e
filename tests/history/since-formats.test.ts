/** Every format tells in its own way what a change brought in, and what it has nothing to do with. */
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';

import { type TestRepository, testRepository } from '../support/git-repository.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { readXml } from '../support/read-xml.ts';
import { runInRepository } from '../support/run-in-repository.ts';
import { readSarif } from '../support/sarif-schema.ts';

const contracts = (ends: Readonly<Record<string, string>>): string =>
  `version: 1\ncompany: { name: 示例公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }\nresources:\n${Object.entries(
    ends,
  )
    .map(([id, end]) => `  - { id: ${id}, kind: maintenance, expires: ${end} }\n`)
    .join('')}`;

let repository: TestRepository;

beforeEach(async () => {
  repository = await testRepository({
    'a/ledger.yaml': contracts({ old: '2026-11-01', worse: '2026-12-01', mended: '2026-11-01' }),
    'b/ledger.yaml': contracts({ other: '2026-11-02' }),
  });
  repository.write({
    'a/ledger.yaml': contracts({ old: '2026-11-01', worse: '2026-11-30', mended: '2027-11-01', fresh: '2026-11-03' }),
  });
});

async function document(format: string, lang = 'en'): Promise<string> {
  const { code, stdout } = await runInRepository(
    ['check', '.', '--since', 'HEAD', '--format', format, '--lang', lang],
    repository,
  );
  expect(code).toBe(1);
  return stdout;
}

test('text has two headings, and names what was put right', async () => {
  const page = await document('text');
  const [change = '', rest = ''] = page.split('━━ Not this change');
  expect(change.indexOf('━━ This change')).toBe(0);
  for (const message of ['ended on 2026-11-03', 'on 2026-11-30']) expect(change).toContain(message);
  expect(change).toMatch(/Fixed by this change\n {2}✔ a\/ledger\.yaml resource\/expiry mended:/u);
  expect(change).not.toContain('b/ledger.yaml');
  for (const place of ['a/ledger.yaml:4', 'b/ledger.yaml:4']) expect(rest).toContain(place);
  expect(rest).toContain('✖ This change introduces 1 error, 1 warning and fixes 1 finding.');
  expect(rest).toContain('In total: 3 errors, 1 warning.');
});

test('and in Chinese', async () => {
  const page = await document('text', 'zh');
  expect(page).toMatch(/^━━ 本次改动 {3}与HEAD相比（合并基线[0-9a-f]{10}）/u);
  for (const words of ['━━ 非本次改动', '本次改动已解决', '本次改动带来1个错误、1个警告，解决了1个问题。']) {
    expect(page).toContain(words);
  }
});

test('SARIF has the state of each result, those that are gone among them', async () => {
  const { results = [] } = readSarif(await document('sarif')).runs[0] ?? {};
  const states = results.map(({ baselineState, message }) => `${baselineState} ${message.text?.split(':')[0]}`);
  expect(states.toSorted()).toEqual([
    'absent mended',
    'new fresh',
    'unchanged old',
    'unchanged other',
    'updated worse',
  ]);
});

test('in JUnit what was there before passes with a note', async () => {
  const xml = await document('junit');
  expect(readXml(xml)).toBeDefined();
  expect(xml).toContain('<testsuites name="ledger" tests="7" failures="2" errors="0" skipped="0" time="0">');
  expect(xml.match(/<system-out>[^<]*\nnot this change: already in the base/gu)).toHaveLength(2);
});

test('GitHub annotates what was brought in alone', async () => {
  const lines = (await document('github')).trim().split('\n');
  expect(lines.map((line) => /title=resource\/expiry (?<id>\w+)/u.exec(line)?.groups?.['id'])).toEqual([
    'worse',
    'fresh',
  ]);
});

test('GitLab has all of them: it compares by fingerprint itself', async () => {
  expect(JSON.parse(await document('gitlab'))).toHaveLength(4);
});

test('CSV and lines say it beside each finding', async () => {
  const rows: readonly Readonly<Record<string, string>>[] = parse(await document('csv'), { bom: true, columns: true });
  expect(rows.map(({ subject, baseline }) => `${subject} ${baseline}`)).toEqual([
    'old unchanged',
    'worse worse',
    'fresh new',
    'other unchanged',
  ]);
  const ends = (await document('line'))
    .trim()
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('[')));
  expect(ends).toEqual([
    '[resource/expiry] unchanged',
    '[resource/expiry] worse',
    '[resource/expiry] new',
    '[resource/expiry] unchanged',
  ]);
});

describe('Markdown', () => {
  test.each([
    ['en', ['This change', 'Fixed by this change', 'Not this change']],
    ['zh', ['本次改动', '本次改动已解决', '非本次改动']],
  ])('has the headings in %s', async (lang, headings) => {
    const page = await document('markdown', lang);
    const found = [...page.matchAll(/^#### (?<title>.*)$/gmu)].map(({ groups }) => groups?.['title']);
    expect(found).toEqual(headings);
    expect(readMarkdown(page).rows).toHaveLength(4);
  });

  test('stays short of what GitHub takes, the gravest first, and counts what it leaves out', async () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`contract-${at}`, '2026-11-03']));
    repository.write({ 'a/ledger.yaml': contracts(many), 'b/ledger.yaml': contracts({ other: '2026-11-02' }) });
    const page = await document('markdown');
    expect(page.length).toBeLessThan(65_536);
    expect(page).toMatch(/There is no room here for \d+ more findings/u);
    const [change = '', rest = ''] = page.split('#### Not this change');
    expect(change).toContain('`contract-0`');
    expect(rest).not.toContain('`other`');
  });
});
