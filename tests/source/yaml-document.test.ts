import { describe, expect, test } from 'vitest';

import type { DataPath } from '../../src/domain/ledger.ts';
import { indexLines } from '../../src/source/line-index.ts';
import { documentOf } from '../support/read-ledger.ts';

/** `line:column marked-text` */
async function spanAt(text: string, path: DataPath, atKey?: boolean): Promise<string> {
  const { start, end } = (await documentOf(text)).spanOf({ path, atKey });
  const { line, column } = indexLines(text).positionAt(start);
  return `${line}:${column} ${text.slice(start, end)}`;
}

const LEDGER = `version: 1
company: { name: 示例, "creditCode": '91110108' }
licences:
  - id: isp
    kind: isp
    renewal: {}
    annualReports: { 2025: 2026-02-20, 0x7E8: 2025-02-20 }
resources:
  - id: "line-1"
    expires: 2026-12-31 # soon
    serves: &served [ isp, # the only one
      idc ]
    notes: |
      first
      second
    owner:
  - kind: domain
    &anchor expires: !!str 2027-01-01
    serves: *served
    title: ""
  -
  - { id: flow, evidence: [{ path: a.pdf }, b], }
`;

describe('values', () => {
  test.each<{ name: string; path: DataPath; span: string }>([
    { name: 'plain', path: ['resources', 0, 'expires'], span: '10:14 2026-12-31' },
    { name: 'double-quoted', path: ['resources', 0, 'id'], span: '9:9 "line-1"' },
    { name: 'single-quoted, under a quoted key', path: ['company', 'creditCode'], span: "2:36 '91110108'" },
    { name: 'Chinese', path: ['company', 'name'], span: '2:18 示例' },
    { name: 'behind a tag', path: ['resources', 1, 'expires'], span: '18:28 2027-01-01' },
    { name: 'block scalar', path: ['resources', 0, 'notes'], span: '14:7 first\n      second' },
    { name: 'nothing behind the key', path: ['resources', 0, 'owner'], span: '16:5 owner' },
    { name: 'an empty text', path: ['resources', 1, 'title'], span: '20:12 ""' },
    { name: 'an item', path: ['resources', 0, 'serves', 1], span: '12:7 idc' },
    { name: 'an item with nothing in it', path: ['resources', 2], span: '21:3 -' },
    { name: 'a number as key', path: ['licences', 0, 'annualReports', '2025'], span: '7:28 2026-02-20' },
    { name: 'a hexadecimal key', path: ['licences', 0, 'annualReports', '2024'], span: '7:47 2025-02-20' },
    { name: 'flow mapping', path: ['company'], span: `2:10 { name: 示例, "creditCode": '91110108' }` },
    {
      name: 'flow sequence over two lines',
      path: ['resources', 0, 'serves'],
      span: '11:21 [ isp, # the only one\n      idc ]',
    },
    { name: 'empty flow mapping', path: ['licences', 0, 'renewal'], span: '6:14 {}' },
    {
      name: 'flow mapping with a last comma',
      path: ['resources', 3],
      span: '22:5 { id: flow, evidence: [{ path: a.pdf }, b], }',
    },
    { name: 'block mapping: its first key', path: ['licences', 0], span: '4:5 id' },
    { name: 'block sequence: its first dash', path: ['licences'], span: '4:3 -' },
    { name: 'the file: its first key', path: [], span: '1:1 version' },
    { name: 'an alias', path: ['resources', 1, 'serves'], span: '19:13 *served' },
    { name: 'behind an alias', path: ['resources', 1, 'serves', 0], span: '11:23 isp' },
  ])('$name', async ({ path, span }) => {
    expect(await spanAt(LEDGER, path)).toBe(span);
  });
});

describe('keys', () => {
  test.each<{ path: DataPath; span: string }>([
    { path: ['company'], span: '2:1 company' },
    { path: ['company', 'creditCode'], span: '2:22 "creditCode"' },
    { path: ['resources', 1, 'expires'], span: '18:13 expires' },
    { path: ['licences', 0, 'annualReports', '2024'], span: '7:40 0x7E8' },
    { path: ['resources', 3, 'evidence', 0, 'path'], span: '22:30 path' },
  ])('$path', async ({ path, span }) => {
    expect(await spanAt(LEDGER, path, true)).toBe(span);
  });
});

describe('what is missing', () => {
  test.each<{ name: string; path: DataPath; span: string }>([
    { name: 'a field of an entry: its id', path: ['licences', 0, 'expires'], span: '4:9 isp' },
    { name: 'a quoted id too', path: ['resources', 0, 'kind'], span: '9:9 "line-1"' },
    { name: 'a field of an entry without id: its first key', path: ['resources', 1, 'id'], span: '17:5 kind' },
    { name: 'a field of an empty mapping: the mapping', path: ['licences', 0, 'renewal', 'applied'], span: '6:14 {}' },
    { name: 'a list of the file: the first key', path: ['waivers'], span: '1:1 version' },
    { name: 'what lies below a missing list', path: ['waivers', 3, 'until'], span: '1:1 version' },
    {
      name: 'an item beyond the end: the list',
      path: ['resources', 0, 'serves', 9],
      span: '11:21 [ isp, # the only one\n      idc ]',
    },
    { name: 'a field of a text: the text', path: ['version', 'x'], span: '1:10 1' },
    { name: 'a field of nothing: the key', path: ['resources', 0, 'owner', 'x'], span: '16:5 owner' },
    { name: 'a word that every object knows', path: ['licences', 0, 'constructor'], span: '4:9 isp' },
  ])('$name', async ({ path, span }) => {
    expect(await spanAt(LEDGER, path)).toBe(span);
  });

  test.each(['', '# comment\n', '---\n'])('all of %j', async (text) => {
    expect((await documentOf(text)).spanOf({ path: ['company', 'name'] })).toEqual({ start: 0, end: 0 });
  });
});

describe('items with nothing in them', () => {
  test.each([
    { text: 'a:\n  -\n  -\n  - x\n', at: 0, span: '2:3 -' },
    { text: 'a:\n  -\n  -\n  - x\n', at: 1, span: '3:3 -' },
    { text: 'a:\n  - - x # - no\n    - y\n# - no\n  -\n', at: 1, span: '5:3 -' },
    { text: 'a:\n  - { b: [1, "]"] }\n  -   # none\n', at: 1, span: '3:3 -' },
  ])('$text at $at', async ({ text, at, span }) => {
    expect(await spanAt(text, ['a', at])).toBe(span);
  });
});

test('ten thousand look-ups among ten thousand entries take one pass each level', async () => {
  const entries = Array.from({ length: 10_000 }, (_, at) => `  - { id: line-${at}, expires: 2026-12-31 }\n`);
  const text = `resources:\n${entries.join('')}`;
  const document = await documentOf(text);
  const lines = indexLines(text);
  const found = entries.map(
    (_, at) => lines.positionAt(document.spanOf({ path: ['resources', at, 'expires'] }).start).line,
  );
  expect(found).toEqual(entries.map((_, at) => at + 2));
});
