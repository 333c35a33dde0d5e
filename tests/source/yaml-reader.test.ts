import { describe, expect, test } from 'vitest';

import { indexLines } from '../../src/source/line-index.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';
import { documentOf } from '../support/read-ledger.ts';

/** `line:column marked-text rule: message` of each problem; empty for good YAML. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const read = await readYaml(text);
  if ('document' in read) return [];
  return read.problems.map(({ rule, message, at }) => {
    if ('path' in at) throw new Error('a problem of the text has a span');
    const { line, column } = indexLines(text).positionAt(at.start);
    return `${line}:${column} ${JSON.stringify(text.slice(at.start, at.end))} ${rule}: ${message.en}`;
  });
}

describe('data', () => {
  test.each<{ name: string; text: string; data: unknown }>([
    { name: 'days stay text', text: 'a: 2026-12-31', data: { a: '2026-12-31' } },
    { name: 'so do times', text: 'a: 2026-12-31T10:00:00Z', data: { a: '2026-12-31T10:00:00Z' } },
    { name: 'yes and no are words', text: 'a: [yes, no, on, off]', data: { a: ['yes', 'no', 'on', 'off'] } },
    { name: 'core numbers', text: 'a: [012, 0x10, 0o10, 1_000, 1e3]', data: { a: [12, 16, 8, '1_000', 1000] } },
    { name: 'nothing behind a key', text: 'a:\nb: ~\n', data: { a: null, b: null } },
    { name: 'CRLF', text: 'a: 1\r\nb:\r\n  - x\r\n', data: { a: 1, b: ['x'] } },
    { name: 'lone CR', text: 'a: 1\rb: 2\r', data: { a: 1, b: 2 } },
    { name: 'flow style', text: '{a: [1, {b: 2}], "c": \'d\'}', data: { a: [1, { b: 2 }], c: 'd' } },
    { name: 'block scalars', text: 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', data: { a: 'x\ny\n', b: 'x y' } },
    { name: 'escaped control characters', text: 'a: "\\e[31m\\u0000"', data: { a: '\u001B[31m\0' } },
    { name: 'aliases', text: 'a: &x [isp]\nb: *x\n', data: { a: ['isp'], b: ['isp'] } },
    { name: 'an anchor used again', text: 'a: &x 1\nb: &x 2\nc: *x\n', data: { a: 1, b: 2, c: 2 } },
    { name: 'core tags', text: 'a: !!str 2026\nb: !!int "7"\n', data: { a: '2026', b: 7 } },
    {
      name: 'a merge key is a key',
      text: 'a: &x {b: 1}\nc: { <<: *x }\n',
      data: { a: { b: 1 }, c: { '<<': { b: 1 } } },
    },
    { name: 'numbers as keys', text: '2025: a\n', data: { '2025': 'a' } },
    { name: 'constructor is a word', text: 'constructor: constructor\n', data: { constructor: 'constructor' } },
    { name: 'an explicit document', text: '%YAML 1.2\n--- # ledger\na: 1\n...\n', data: { a: 1 } },
    { name: 'nothing', text: '', data: null },
    { name: 'blank lines', text: '\n \n', data: null },
    { name: 'comments alone', text: '# nothing here\n', data: null },
    { name: 'an empty document', text: '---\n', data: null },
  ])('$name', async ({ text, data }) => {
    expect((await documentOf(text)).data).toEqual(data);
  });

  test('__proto__ is a word and changes nothing', async () => {
    const { data } = await documentOf('__proto__: { polluted: true }\na: __proto__\n');
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});

describe('syntax', () => {
  test.each([
    { text: 'a: 1\n\tb: 2\n', found: ['2:1 "\\t" yaml/syntax: a tab is used for indentation'] },
    { text: 'a: |\n\tb\nc: 1\n', found: ['2:1 "\\t" yaml/syntax: a tab is used for indentation'] },
    { text: 'a: [1, 2\nb: 3\n', found: ['1:4 "[" yaml/syntax: a bracket is not closed'] },
    { text: 'a:\n  - { b: 1\n', found: ['2:5 "{" yaml/syntax: a bracket is not closed'] },
    { text: 'a: "x\nb: 3\n', found: ['1:4 "\\"" yaml/syntax: a quote is not closed'] },
    { text: "a: 'x", found: ['1:4 "\'" yaml/syntax: a quote is not closed'] },
    { text: 'a: 1\n b: 2\n', found: ['2:2 "b" yaml/syntax: the indentation does not fit the lines above'] },
    { text: 'a:\n  b: 1\n c: 2\n', found: ['3:1 " " yaml/syntax: the indentation does not fit the lines above'] },
    {
      text: 'a:\n  b: 1\n    c: 2\nd: 1\n  e: 2\n',
      found: [
        '3:5 "c" yaml/syntax: the indentation does not fit the lines above',
        '5:3 "e" yaml/syntax: the indentation does not fit the lines above',
      ],
    },
    { text: 'a: 1\nb 2\nc: 3\n', found: ['2:1 "b 2" yaml/syntax: a colon is missing on this line'] },
    { text: 'a: 1\nb：2\nc: 3\n', found: ['2:1 "b：2" yaml/syntax: the colon on this line is a full-width one'] },
    { text: 'a: b: c\n', found: ['1:4 "b" yaml/syntax: two colons on one line: key and value cannot be told apart'] },
    { text: 'a: @b\n', found: ['1:4 "@" yaml/syntax: a value without quotes cannot start with this sign'] },
    { text: 'a: "C:\\pqr"\n', found: ['1:7 "\\\\" yaml/syntax: this backslash means nothing in double quotes'] },
    { text: 'a: [1,,2]\n', found: ['1:7 "," yaml/syntax: there is a comma too many'] },
    { text: '- a\nb: 1\n', found: ['2:1 "b" yaml/syntax: this does not continue what stands before it'] },
    { text: 'a: "b" c\n', found: ['1:8 "c" yaml/syntax: this does not continue what stands before it'] },
    { text: 'a: >b\n  c\n', found: ['1:5 "b" yaml/syntax: text after | or > starts on the next line'] },
    { text: 'a: 1\nb: *x\n', found: ['2:4 "*x" yaml/syntax: no anchor &x stands before the alias *x'] },
    { text: 'a: x\u0001y\n', found: ['1:5 "\\u0001" yaml/syntax: there is a control character, U+0001'] },
    { text: 'a: 1\nb: \0\n', found: ['2:4 "\\u0000" yaml/syntax: there is a control character, U+0000'] },
    { text: 'a: \uD800\n', found: ['1:4 "\\ud800" yaml/syntax: there is a control character, U+D800'] },
    { text: `a: ${'['.repeat(200)}${']'.repeat(200)}`, found: ['1:103 "[" yaml/syntax: it is nested too deeply'] },
    { text: 'a: '.concat('['.repeat(100_000)), found: ['1:103 "[" yaml/syntax: it is nested too deeply'] },
  ])('$text', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });

  test('what no table knows is said in the words of the parser', async () => {
    expect(await problemsOf('a: !x !y z\n')).toEqual([
      '1:7 "!y" yaml/syntax: this is not valid YAML (A node can have at most one tag)',
    ]);
  });
});

describe('one document, no surprises', () => {
  test.each([
    {
      text: 'a: 1\n---\nb: 2\n',
      found: ['2:1 "---" yaml/multiple-documents: a second YAML document begins here (the file holds 2)'],
    },
    {
      text: '---\n---\na: 1\n',
      found: ['2:1 "---" yaml/multiple-documents: a second YAML document begins here (the file holds 2)'],
    },
    {
      text: 'a: |\n  ---\n--- x\n',
      found: ['3:1 "---" yaml/multiple-documents: a second YAML document begins here (the file holds 2)'],
    },
    {
      text: 'a: 1\n...\nb: 2\n',
      found: ['3:1 "b" yaml/multiple-documents: a second YAML document begins here (the file holds 2)'],
    },
    {
      text: 'a: 1\nb:\n  c: 1\n  c: 2\na: 3\n',
      found: [
        '4:3 "c" yaml/duplicate-key: the key c already stands on line 3',
        '5:1 "a" yaml/duplicate-key: the key a already stands on line 1',
      ],
    },
    {
      text: '1: a\n"1": b\n0x1: c\n',
      found: [
        '2:1 "\\"1\\"" yaml/duplicate-key: the key 1 already stands on line 1',
        '3:1 "0x1" yaml/duplicate-key: the key 1 already stands on line 1',
      ],
    },
    { text: 'a: [ {b: 1, b: 2} ]\n', found: ['1:13 "b" yaml/duplicate-key: the key b already stands on line 1'] },
    {
      text: 'a: {b: 1, b: 2\n',
      found: ['1:11 "b" yaml/duplicate-key: this key is there twice', '1:4 "{" yaml/syntax: a bracket is not closed'],
    },
    {
      text: 'a: !!binary aGk=\nb: [!custom 1]\nc: !!python/object:os.system {}\n',
      found: [
        '1:4 "!!binary" yaml/tag: a ledger has no tag !!binary',
        '2:5 "!custom" yaml/tag: a ledger has no tag !custom',
        '3:4 "!!python/object:os.system" yaml/tag: a ledger has no tag !!python/object:os.system',
      ],
    },
    { text: 'a: !!int b\n', found: ['1:4 "!!int" yaml/tag: the value does not fit its tag !!int'] },
    { text: '? [a, b]\n: 1\n', found: ['1:3 "[a, b]" yaml/key: a key is a single word, not a list or a mapping'] },
    { text: 'a: &x {b: 1}\n*x : 2\n', found: ['2:1 "*x" yaml/key: a key is a single word, not a list or a mapping'] },
  ])('$text', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });
});

/** Each level stands for several of the level below. */
const bomb = (depth: number, width: number) =>
  [
    'a0: &a0 x',
    ...Array.from({ length: depth }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(width).fill(`*a${at}`).join(', ')}]`),
  ].join('\n');

describe('aliases', () => {
  // Up to a5 the aliases stand for 123,350 values, and a5 for 111,111: the eighth alias in a6 passes the million.
  test('a billion laughs end at the alias that goes too far', async () => {
    expect(await problemsOf(bomb(9, 10))).toEqual([
      '7:45 "*a5" yaml/alias-limit: up to this alias, aliases stand for more than 1000000 values',
    ]);
  });

  test('a hundred levels are counted, not walked', async () => {
    const [problem] = await problemsOf(bomb(90, 10));
    expect(problem).toContain('yaml/alias-limit');
  });

  test('a modest number is fine', async () => {
    expect(await problemsOf(bomb(3, 10))).toEqual([]);
  });

  test.each([
    { text: 'a: &x [*x]\n', found: ['1:8 "*x" yaml/alias-limit: alias *x stands inside what it stands for'] },
    {
      text: '&x a: {b: &y {c: *y}}\n',
      found: ['1:18 "*y" yaml/alias-limit: alias *y stands inside what it stands for'],
    },
    { text: 'a: &x 1\nb: &x [*x]\n', found: ['2:8 "*x" yaml/alias-limit: alias *x stands inside what it stands for'] },
  ])('$text', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });
});
