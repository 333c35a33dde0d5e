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
    { text: 'a: 1\n\tb: 2\n', found: ['2:1 "\\t" yaml/syntax: line 2: a tab is used for indentation'] },
    { text: 'a: |\n\tb\nc: 1\n', found: ['2:1 "\\t" yaml/syntax: line 2: a tab is used for indentation'] },
    {
      text: 'a: [1,,2]\nb: 1\nc:\n  - d: 1\n\te: 2\n    f: 3\n  - g: 1\n \t h: 2\n',
      found: [
        '1:7 "," yaml/syntax: there is an extra comma',
        '5:1 "\\t" yaml/syntax: line 5, line 8: a tab is used for indentation',
      ],
    },
    { text: 'a:\n  b: 1\n  c:\n\t- d\n', found: ['4:1 "\\t" yaml/syntax: line 4: a tab is used for indentation'] },
    { text: 'a: [1, 2\nb: 3\n', found: ['1:4 "[" yaml/syntax: a bracket is not closed'] },
    { text: 'a:\n  - { b: 1\n', found: ['2:5 "{" yaml/syntax: a bracket is not closed'] },
    { text: 'a: "x\nb: 3\n', found: ['1:4 "\\"" yaml/syntax: a quote is not closed'] },
    { text: "a: 'x", found: ['1:4 "\'" yaml/syntax: a quote is not closed'] },
    { text: 'a: 1\n b: 2\n', found: ['2:2 "b" yaml/syntax: the indentation does not match the lines above'] },
    { text: 'a:\n  b: 1\n c: 2\n', found: ['3:1 " " yaml/syntax: the indentation does not match the lines above'] },
    {
      text: 'a:\n  b: 1\n    c: 2\nd: 1\n  e: 2\n',
      found: [
        '3:5 "c" yaml/syntax: the indentation does not match the lines above',
        '5:3 "e" yaml/syntax: the indentation does not match the lines above',
      ],
    },
    { text: 'a: 1\nb 2\nc: 3\n', found: ['2:1 "b 2" yaml/syntax: a colon is missing on this line'] },
    { text: 'a: 1\nb：2\nc: 3\n', found: ['2:1 "b：2" yaml/syntax: the colon on this line is full-width'] },
    { text: 'a: b: c\n', found: ['1:4 "b" yaml/syntax: two colons on one line: key and value cannot be told apart'] },
    { text: 'a: @b\n', found: ['1:4 "@" yaml/syntax: a value without quotes cannot start with this character'] },
    { text: 'a: "C:\\pqr"\n', found: ['1:7 "\\\\" yaml/syntax: this backslash is not valid in double quotes'] },
    { text: 'a: [1,,2]\n', found: ['1:7 "," yaml/syntax: there is an extra comma'] },
    { text: '- a\nb: 1\n', found: ['2:1 "b" yaml/syntax: this does not follow from the lines before it'] },
    { text: 'a: "b" c\n', found: ['1:8 "c" yaml/syntax: this does not follow from the lines before it'] },
    { text: 'a: >b\n  c\n', found: ['1:5 "b" yaml/syntax: text after | or > starts on the next line'] },
    { text: 'a: 1\nb: *x\n', found: ['2:4 "*x" yaml/syntax: there is no anchor &x before the alias *x'] },
    { text: 'a: x\u0001y\n', found: ['1:5 "\\u0001" yaml/syntax: there is an invisible control character, U+0001'] },
    { text: 'a: 1\nb: \0\n', found: ['2:4 "\\u0000" yaml/syntax: there is an invisible control character, U+0000'] },
    { text: 'a: \uD800\n', found: ['1:4 "\\ud800" yaml/syntax: there is an invisible control character, U+D800'] },
    { text: `a: ${'['.repeat(200)}${']'.repeat(200)}`, found: ['1:103 "[" yaml/syntax: nested too deeply'] },
    { text: 'a: '.concat('['.repeat(100_000)), found: ['1:103 "[" yaml/syntax: nested too deeply'] },
  ])('$text', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });

  test('what no table knows is said in the words of the parser', async () => {
    expect(await problemsOf('a: !x !y z\n')).toEqual([
      '1:7 "!y" yaml/syntax: this is not valid YAML (A node can have at most one tag)',
    ]);
  });
});

describe('what another parser takes for something else', () => {
  test.each([
    {
      name: 'a key behind the text of an item',
      text: "scope:\n- '北京' renewal: { applied: 2026-11-30 }\n",
      found: ['2:8 "renewal" yaml/syntax: this does not follow from the lines before it'],
    },
    {
      name: 'the same in an entry',
      text: "licences:\n  - id: isp\n    scope:\n    - '北京' renewal: { applied: 2026-11-30 }\n    expires: 2027-03-14\n",
      found: ['4:12 "renewal" yaml/syntax: this does not follow from the lines before it'],
    },
    {
      name: 'a key behind an item in double quotes',
      text: 'scope:\n- "北京" renewal: 1\n',
      found: ['2:8 "renewal" yaml/syntax: this does not follow from the lines before it'],
    },
  ])('$name', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });

  test('a directive does not bring back YAML 1.1', async () => {
    const { data } = await documentOf('%YAML 1.1\n---\na: yes\nb: 2026-01-01\nc: 012\nd: { <<: { e: 1 } }\n');
    expect(data).toEqual({ a: 'yes', b: '2026-01-01', c: 12, d: { '<<': { e: 1 } } });
  });
});

describe('brackets over several lines', () => {
  test.each([
    { name: 'with the last one below the key', text: 'a: 1\nserves: [\n  isp,\n  idc,\n]\n' },
    { name: 'the same in an item', text: '- a: 1\n  serves: [\n    isp,\n    idc\n  ]\n' },
    { name: 'with a comment at the start of a line', text: 'a:\n  serves: [ isp,\n# c\n    idc\n# d\n  ]\n' },
  ])('$name', async ({ text }) => {
    expect(await problemsOf(text)).toEqual([]);
    expect(JSON.stringify((await documentOf(text)).data)).toContain('"serves":["isp","idc"]');
  });

  test.each([
    {
      name: 'the last one further left than the key',
      text: 'a:\n  b: [\n    c\n]\nd: 1\n',
      found: ['4:1 "]" yaml/syntax: the closing bracket on this line is not indented far enough'],
    },
    {
      name: 'items at the column of the key',
      text: 'a: [\nb\n]\nc: 1\n',
      found: ['1:4 "[" yaml/syntax: a bracket is not closed'],
    },
  ])('$name', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });

  test('the remedy says how far', async () => {
    const read = await readYaml('a:\n  b: [\n    c\n]\n');
    expect('problems' in read && read.problems[0]?.remedy?.en).toBe(
      'Indent it at least as far as its key, or put it at the end of the line above.',
    );
  });
});

describe('merge conflicts', () => {
  const mine = '  - { id: b, kind: domain }\n';
  const conflict = `<<<<<<< HEAD\n${mine}=======\n${mine}>>>>>>> other\n`;
  test.each([
    {
      name: 'one',
      text: `version: 1\nresources:\n${conflict}`,
      found: ['3:1 "<<<<<<< HEAD" yaml/merge-conflict: lines 3 to 7: a merge conflict is not resolved'],
    },
    {
      name: 'two, with the common ancestor of one',
      text: `resources:\n${conflict}a: 1\n${conflict.replace('=======', `||||||| base\n${mine}=======`)}`,
      found: ['2:1 "<<<<<<< HEAD" yaml/merge-conflict: lines 2 to 6, lines 8 to 14: a merge conflict is not resolved'],
    },
    {
      name: 'with CRLF',
      text: `resources:\n${conflict}`.replaceAll('\n', '\r\n'),
      found: ['2:1 "<<<<<<< HEAD" yaml/merge-conflict: lines 2 to 6: a merge conflict is not resolved'],
    },
    {
      name: 'a mark that was left behind',
      text: 'a: 1\n=======\nb: 2\n',
      found: ['2:1 "=======" yaml/merge-conflict: line 2: a merge conflict is not resolved'],
    },
    {
      name: 'more than anybody wants to read',
      text: conflict.repeat(112),
      found: [
        `1:1 "<<<<<<< HEAD" yaml/merge-conflict: ${Array.from({ length: 100 }, (_, at) => `lines ${at * 5 + 1} to ${at * 5 + 5}`).join(', ')} and 12 more: a merge conflict is not resolved`,
      ],
    },
    { name: 'marks in a text are words', text: 'a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> other\n', found: [] },
  ])('$name', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });

  test('in Chinese', async () => {
    const read = await readYaml(`resources:\n${conflict}`);
    expect('problems' in read && read.problems[0]?.message.zh).toBe('第2至6行是没有解决的合并冲突');
  });
});

describe('spaces that only look like spaces', () => {
  const problem = 'the indentation has a character that looks like a space, but is not';
  test.each([
    {
      name: 'full-width ones where a key becomes another key',
      text: 'a:\n　　b: c\n',
      found: [`2:1 "　" yaml/indentation: line 2: ${problem} (U+3000)`],
    },
    {
      name: 'a no-break one behind ordinary ones',
      text: 'a:\n  - id: b\n   \u00A0kind: c\n',
      found: [`3:4 "\u00A0" yaml/indentation: line 3: ${problem} (U+00A0)`],
    },
    {
      name: 'a no-break one behind a dash',
      text: 'a:\n  -\u00A0id: b\n    kind: c\n',
      found: [`2:4 "\u00A0" yaml/indentation: line 2: ${problem} (U+00A0)`],
    },
    {
      name: 'several lines',
      text: 'a:\n  - id: b\n　　kind: c\n　　title: d\n    \u2003owner: e\n',
      found: [`3:1 "　" yaml/indentation: lines 3 to 5: ${problem} (U+3000, U+2003)`],
    },
    {
      name: 'what is wrong before them is told as well',
      text: 'a: [1,,2]\nb: 1\nc: 1\nd:\n  - id: b\n　　kind: c\n',
      found: ['1:7 "," yaml/syntax: there is an extra comma', `6:1 "　" yaml/indentation: line 6: ${problem} (U+3000)`],
    },
    {
      name: 'one behind a colon',
      text: 'a:\u00A0b\nc: d\n',
      found: ['1:1 "a:\u00A0b" yaml/syntax: the character after the colon looks like a space, but is not'],
    },
    { name: 'they may begin a paragraph', text: 'a:\n  　第一段\n  　第二段\nb: |\n  　　第三段\n', found: [] },
    {
      name: 'and then are no part of another mistake',
      text: 'a: |\n  　第一段\nb:\n  　第二段\nc: 1\nd: 2\ne: [\n',
      found: ['7:4 "[" yaml/syntax: a bracket is not closed'],
    },
  ])('$name', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found.map((line) => line.replaceAll('"\u00A0"', JSON.stringify('\u00A0'))));
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
        '4:3 "c" yaml/duplicate-key: the key c is already used on line 3',
        '5:1 "a" yaml/duplicate-key: the key a is already used on line 1',
      ],
    },
    {
      text: '1: a\n"1": b\n0x1: c\n',
      found: [
        '2:1 "\\"1\\"" yaml/duplicate-key: the key 1 is already used on line 1',
        '3:1 "0x1" yaml/duplicate-key: the key 1 is already used on line 1',
      ],
    },
    { text: 'a: [ {b: 1, b: 2} ]\n', found: ['1:13 "b" yaml/duplicate-key: the key b is already used on line 1'] },
    { text: 'a: {b: 1, b: 2\n', found: ['1:4 "{" yaml/syntax: a bracket is not closed'] },
    {
      text: 'a: !!binary aGk=\nb: [!custom 1]\nc: !!python/object:os.system {}\n',
      found: [
        '1:4 "!!binary" yaml/tag: a ledger does not use the tag !!binary',
        '2:5 "!custom" yaml/tag: a ledger does not use the tag !custom',
        '3:4 "!!python/object:os.system" yaml/tag: a ledger does not use the tag !!python/object:os.system',
      ],
    },
    { text: 'a: !!int b\n', found: ['1:4 "!!int" yaml/tag: the value does not match its tag !!int'] },
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
      '7:45 "*a5" yaml/alias-limit: expanding this alias gives more than 1000000 values',
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
    {
      text: 'a: &x [*x]\n',
      found: ['1:8 "*x" yaml/alias-limit: the alias *x is inside the content that it stands for'],
    },
    {
      text: '&x a: {b: &y {c: *y}}\n',
      found: ['1:18 "*y" yaml/alias-limit: the alias *y is inside the content that it stands for'],
    },
    {
      text: 'a: &x 1\nb: &x [*x]\n',
      found: ['2:8 "*x" yaml/alias-limit: the alias *x is inside the content that it stands for'],
    },
  ])('$text', async ({ text, found }) => {
    expect(await problemsOf(text)).toEqual(found);
  });
});
