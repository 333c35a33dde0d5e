/** What the editor sees of a text: the space inside brackets, where an entry lies, and where new lines go. */
import { describe, expect, test } from 'vitest';

import { behindComments, findMapping, insertLines, openPage, type Page } from '../../src/source/editing/page.ts';
import { documentOf } from '../support/read-ledger.ts';

async function pageOf(text: string): Promise<Page> {
  return openPage(await documentOf(text));
}

describe('the space inside brackets', () => {
  test.each<[text: string, mapping: string, sequence: string]>([
    ['', ' ', ''],
    ['# { a: 1 } [ a ]\n', ' ', ''],
    ['a: 1\n', ' ', ''],
    ['a: {b: 1}\n', '', ''],
    ['a: [ b ]\n', ' ', ' '],
    ['a: {   b: 1 }\nc: [   d ]\n', ' ', ' '],
    ['{a: 1}', '', ''],
    ['[ a ]', ' ', ' '],
    // The last one has the word, wherever it lies.
    ['a: { b: 1 }\nc: {d: 1}\n', '', ''],
    ['a: {b: 1}\nc: { d: 1 }\n', ' ', ''],
    ['a: {b: { c: 1 }}\n', ' ', ''],
    ['a: { b: {c: 1} }\n', '', ''],
    ['a: { b: [ 1 ] }\n', ' ', ' '],
    ['- {a: 1}\n- b\n', '', ''],
    ['a:\n  - b\n  - [ 1 ]\n  - c\nd: e\n', ' ', ' '],
    ['a:\n  b:\n    - {c: 1}\n    - d: 1\ne: 2\n', '', ''],
    // Those with nothing on their line say nothing.
    ['a: {b: 1}\nc: {}\nd: { }\ne: {\n  f: 1 }\ng: { # x\n  h: 1 }\n', '', ''],
    ['a: [ b ]\nc: []\nd: [\n  e]\nf: [ # x\n  g]\n', ' ', ' '],
    // In words and comments they are no brackets.
    ['a: {b: 1}\nc: "{ d"\n', '', ''],
    ['a: {b: 1}\nc: x{ d\n', '', ''],
    ["a: {b: 1}\n'{ c': d\n", '', ''],
    ['a: {b: 1} # { c\n', '', ''],
    ['# { x\na: {b: 1}\n# { x\n', '', ''],
    ['a: {b: 1}\nc: |\n  { d: 1 }\n', '', ''],
    ['a: [ b ]\nc: "[d"\ne: [] # [f\n', ' ', ' '],
    ['"[ a": "{b"\n', ' ', ''],
  ])('%j', async (text, mapping, sequence) => {
    const { padding } = await pageOf(text);
    expect([padding('mapping'), padding('sequence')]).toEqual([mapping, sequence]);
  });
});

describe('the mapping at a path', () => {
  const TEXT = 'a: { b: 1 }\nc:\n  - d: { e: {} }\n  - x\n0: { f: 1 }\n';

  test.each<[path: readonly (string | number)[], start: string | undefined, list: boolean, pair: boolean]>([
    [[], 'a: { b', false, false],
    [['a'], '{ b: 1', false, true],
    [['c', 0], 'd: { e', true, false],
    [['c', 0, 'd', 'e'], '{} }', false, true],
    [['0'], '{ f', false, true],
    [['c'], undefined, false, false],
    [['c', 1], undefined, false, false],
    [['c', 2], undefined, false, false],
    [['c', 2, 'd'], undefined, false, false],
    [['a', 'b'], undefined, false, false],
    [['a', 'b', 'c'], undefined, false, false],
    [['x', 'y'], undefined, false, false],
  ])('%j', async (path, start, hasList, hasPair) => {
    const place = findMapping(await pageOf(TEXT), path);
    expect(place && TEXT.slice(place.node.start).startsWith(start ?? '')).toBe(start === undefined ? undefined : true);
    expect([place?.list !== undefined, place?.pair !== undefined]).toEqual([hasList, hasPair]);
  });

  test('there is none in a text that holds nothing', async () => {
    expect(findMapping(await pageOf('# x\n'), [])).toBeUndefined();
    expect(findMapping(await pageOf(''), ['a'])).toBeUndefined();
  });

  test.each([[['b']], [['c', 0]], [['c', 0, 'd']]])('%j leads through an alias', async (path) => {
    const page = await pageOf('a: &a { d: { e: 1 } }\nb: *a\nc: [*a]\n');
    expect(() => findMapping(page, path)).toThrow('there is an alias there');
  });
});

describe('new lines go behind the comments that are indented deeper', () => {
  test.each<[text: string, outer: number, behind: string]>([
    ['|', -1, ''],
    ['a|', -1, ''],
    ['a|\n', -1, '\n'],
    ['a|\nb\n', 0, '\n'],
    ['a| # x\nb\n', 0, ' # x\n'],
    ['a\n|b\n', 0, ''],
    ['a|\n  # x\nb\n', 0, '\n  # x\n'],
    ['a|\n  # x\n\n  # y\n\nb\n', 0, '\n  # x\n\n  # y\n'],
    ['a|\n\n\nb\n', 0, '\n'],
    ['a|\n# x\nb\n', 0, '\n'],
    ['a|\n# x\nb\n', -1, '\n# x\n'],
    ['a|\n\t# x\n # y\n  # z\n', 1, '\n'],
    ['a|\n  # x\n # y\n  # z\n', 1, '\n  # x\n'],
    ['a|\r\n  # x\r\n \t\r\n  # y', 0, '\r\n  # x\r\n \t\r\n  # y'],
    ['a|\n  b # x\n', 0, '\n'],
    ['a|\n   ', 0, '\n'],
    ['a|\n  # x\n   ', 0, '\n  # x\n'],
  ])('%j, outside of column %i', async (marked, outer, behind) => {
    const end = marked.indexOf('|');
    const text = marked.replace('|', '');
    const at = behindComments({ ...(await pageOf('')), text }, end, outer);
    expect(text.slice(end, at)).toBe(behind);
  });
});

describe('lines are put', () => {
  test.each<[text: string, areSeparated: boolean, after: string]>([
    ['|', false, 'x\ny\nz\n'],
    ['a\n|', false, 'a\nx\ny\nz\n'],
    ['a|', false, 'a\nx\ny\nz'],
    ['a\n|b\n', false, 'a\nx\ny\nz\nb\n'],
    ['a\n|b\n', true, 'a\n\nx\ny\n\nz\nb\n'],
    ['a\n\n|b\n', true, 'a\n\nx\ny\n\nz\nb\n'],
    ['a\n \t\n|', true, 'a\n \t\nx\ny\n\nz\n'],
    ['a|', true, 'a\n\nx\ny\n\nz'],
    ['a\r\n|b\r\n', true, 'a\r\n\r\nx\r\ny\r\n\r\nz\r\nb\r\n'],
  ])('into %j, parts separated: %s', async (marked, areSeparated, after) => {
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    const patch = insertLines({ ...(await pageOf('')), text }, at, [['x', 'y'], ['z']], areSeparated);
    expect(text.slice(0, patch.start) + patch.text + text.slice(patch.end)).toBe(after);
  });
});
