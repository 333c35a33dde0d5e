/** The quick reader: what it takes, and where it gives up. */
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { itemsOf } from '../../src/schema/raw-data.ts';
import { applyPatches } from '../../src/source/editing/lines.ts';
import { knownText, readPlainYaml } from '../../src/source/plain-yaml.ts';
import { largeLedger } from '../bench/large-ledger.ts';
import { patchesIn } from '../support/arbitrary-patches.ts';
import { isReadAlike } from '../support/read-alike.ts';

describe('plain style', () => {
  test.each<{ name: string; text: string; data: unknown }>([
    { name: 'words', text: 'a: b c\nd: 电信，e；f\n', data: { a: 'b c', d: '电信，e；f' } },
    {
      name: 'words with marks inside',
      text: "a: b#c\nd: it's [e] {f} & *g, h\n",
      data: { a: 'b#c', d: "it's [e] {f} & *g, h" },
    },
    {
      name: 'addresses',
      text: 'a: https://example.cn:8080/x#y\nb: ./c.pdf\n',
      data: { a: 'https://example.cn:8080/x#y', b: './c.pdf' },
    },
    {
      name: 'days and codes',
      text: 'a: 2026-12-31\nb: 91110108MA01ABCD57\n',
      data: { a: '2026-12-31', b: '91110108MA01ABCD57' },
    },
    { name: 'whole numbers', text: 'a: 0\nb: 12000000\n', data: { a: 0, b: 12_000_000 } },
    { name: 'true and false', text: 'a: true\nb: FALSE\nc: yes\n', data: { a: true, b: false, c: 'yes' } },
    {
      name: 'null',
      text: 'a: null\nb: ~ # c\nd: [ NULL, ~, ~e ]\nf:\n  - Null\n',
      data: { a: null, b: null, d: [null, null, '~e'], f: [null] },
    },
    { name: 'the start of the document', text: '# a\n\n---  # b\n# c\nd:\n- e\n', data: { d: ['e'] } },
    { name: 'quoted texts', text: `a: "b: #c" # d\ne: 'f "g"'\nh: ""\n`, data: { a: 'b: #c', e: 'f "g"', h: '' } },
    {
      name: 'doubled quotes',
      text: "a: 'b''c'\nd: [ '''', 'e''''', '' ]\n",
      data: { a: "b'c", d: ["'", "e''", ''] },
    },
    {
      name: 'escapes',
      text: 'a: "b\\n\\tc \\"d\\" \\\\ \\/ \\u7535\\u000A"\ne: { f: "\\b\\f\\r" }\n',
      data: { a: 'b\n\tc "d" \\ / 电\n', e: { f: '\b\f\r' } },
    },
    { name: 'flow lists', text: 'a: []\nb: [c, 1, "d", [ e ] ]\n', data: { a: [], b: ['c', 1, 'd', ['e']] } },
    {
      name: 'flow mappings',
      text: 'a: {}\nb: { 2025: 2026-02-20, c: { d: e } }\n',
      data: { a: {}, b: { 2025: '2026-02-20', c: { d: 'e' } } },
    },
    {
      name: 'flow mappings in a list',
      text: 'a:\n  - { b: c, d: [e, f], "g": \'h\', i: {} } # j\n  - {}\n  - {k: 1}\n',
      data: { a: [{ b: 'c', d: ['e', 'f'], g: 'h', i: {} }, {}, { k: 1 }] },
    },
    { name: 'last commas', text: 'a: [b, ]\nc: { d: e, }\n', data: { a: ['b'], c: { d: 'e' } } },
    {
      name: 'brackets over several lines',
      text: 'a: [b,\n  c]\nd:\n  e: [ # f\n    g,\n\n    # h\n    i # j\n    , k,\n  ]\n  l: {\n    m: n,\n    o: [\n      p] }\n',
      data: { a: ['b', 'c'], d: { e: ['g', 'i', 'k'], l: { m: 'n', o: ['p'] } } },
    },
    {
      name: 'brackets over several lines in a list',
      text: 'a:\n  - [b,\n   c\n   ]\n  - d: [\n      e\n    ]\n    f: g\n  - {\n    h: i }\n  - [\n    j\n  ]\n',
      data: { a: [['b', 'c'], { d: ['e'], f: 'g' }, { h: 'i' }, ['j']] },
    },
    {
      name: 'texts in lines',
      text: 'a: |\n  b: c\n    # d\n\n  "e"  \n\n# f\ng:\n  - h: |- # i\n      j\n\n   # k\n    l: |+\n     m\n\n  - |\n   n\n   - o\n',
      data: { a: 'b: c\n  # d\n\n"e"  \n', g: [{ h: 'j', l: 'm\n\n' }, 'n\n- o\n'] },
    },
    {
      name: 'texts in lines that are joined',
      text: 'a: >\n  b\n  c: d\n\n  e\n\n\n  f\nh: >-\n   i\n\nj: >+\n  k\n  l\n\n',
      data: { a: 'b c: d\ne\n\nf\n', h: 'i', j: 'k l\n\n' },
    },
    {
      name: 'texts in lines with CRLF',
      text: 'a: |\r\n  b\r\n\r\n  c\r\n\r\nd: |+\r\n  e\r\n\r\n',
      data: { a: 'b\n\nc\n', d: 'e\n\n' },
    },
    { name: 'texts in lines up to the end', text: 'a: |-\n  b\nc: |\n  d', data: { a: 'b', c: 'd\n' } },
    { name: 'nothing behind a key', text: 'a:\nb: # none\nc:\n  d:\n', data: { a: null, b: null, c: { d: null } } },
    {
      name: 'comments and blank lines',
      text: '# a\n\nb: c\n   # d\n  \ne:\n# f\n  g: h # i\n  # j',
      data: { b: 'c', e: { g: 'h' } },
    },
    {
      name: 'lists of mappings',
      text: 'a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n',
      data: {
        a: [
          { b: 'c', d: 'e' },
          { f: 'g', h: 'i' },
        ],
      },
    },
    {
      name: 'lists at their key',
      text: 'a:\n- b\n- c:\n  - d\n  - e\n  f: g\nh: i\n',
      data: { a: ['b', { c: ['d', 'e'], f: 'g' }], h: 'i' },
    },
    { name: 'CRLF', text: 'a:\r\n  - b: c\r\n\r\n    d: [e]\r\n# f\r\n', data: { a: [{ b: 'c', d: ['e'] }] } },
    {
      name: 'days and months as keys',
      text: 'a: { 2026-09: b, 2026-Q3: c }\n2026-09-01: d\n',
      data: { a: { '2026-09': 'b', '2026-Q3': 'c' }, '2026-09-01': 'd' },
    },
    { name: 'no last line break', text: 'a: b', data: { a: 'b' } },
    { name: 'names of methods', text: 'constructor: toString\n', data: { constructor: 'toString' } },
    { name: 'seldom characters', text: 'a: 𠮷👩‍💻\n', data: { a: '𠮷👩‍💻' } },
  ])('$name', ({ text, data }) => {
    expect(readPlainYaml(text)?.data).toEqual(data);
    expect(isReadAlike(text)).toBe(true);
  });

  test.each(['ledger.example.yaml', 'README.md'])('the ledger of %s', (file) => {
    const content = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const ledgers = file.endsWith('.md')
      ? [...content.matchAll(/```yaml\n(version: 1\n.*?)```/gs)].map(([, yaml = '']) => yaml)
      : [content];
    expect(ledgers).not.toEqual([]);
    for (const ledger of ledgers) expect(isReadAlike(ledger)).toBe(true);
  });

  test('a large ledger', () => {
    expect(isReadAlike(largeLedger(200))).toBe(true);
  });
});

describe('what it leaves to the library', () => {
  test.each([
    ['nothing', ''],
    ['comments alone', '# a\n'],
    ['a list', '- a\n'],
    ['a word', 'a\n'],
    ['an indented file', ' a: b\n'],
    ['a start without an end of line', '--- a: b\n'],
    ['a start too near its comment', '---# a\nb: c\n'],
    ['a start that is not at the margin', ' ---\na: b\n'],
    ['a start of nothing', '---\n'],
    ['two starts', '---\n---\na: b\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['the end', 'a: b\n...\n'],
    ['directives', '%YAML 1.2\n---\na: b\n'],
    ['anchors', 'a: &b c\n'],
    ['aliases', 'a: *b\n'],
    ['tags', 'a: !!str b\n'],
    ['texts in lines with an indicator of their indentation', 'a: |2\n  b\n'],
    ['texts in lines with two signs', 'a: |-+\n  b\n'],
    ['texts in lines that begin with a blank one', 'a: |\n\n  b\n'],
    ['texts in lines that begin behind their sign', 'a: | b\n  c\n'],
    ['a comment too near the sign of lines', 'a: |# b\n  c\n'],
    ['no text in lines', 'a: |\nb: c\n'],
    ['no text in lines up to the end', 'a: |'],
    ['lines at the key', 'a:\n  b: |\n  c\n'],
    ['lines that are less deep than the first', 'a: |\n    b\n  c\n'],
    ['lines behind a comment', 'a: |\n  b\n # c\n  d\n'],
    ['blank lines that are deeper', 'a: |\n  b\n   \n  c\n'],
    ['blank lines without an end', 'a: |\n  b\n '],
    ['deeper lines that are joined', 'a: >\n  b\n   c\n'],
    ['lines in brackets', 'a: [|\n  b\n  ]\n'],
    ['lines with tabs', 'a: |\n  b\n\t\n'],
    ['conflict markers in lines', 'a: |\n  b\n<<<<<<< c\n  d\n'],
    ['words over two lines', 'a: b\n  c\n'],
    ['quotes over two lines', 'a: "b\n  c"\n'],
    ['brackets that close further left', 'a:\n  b: [\n    c\n]\n'],
    ['inner brackets that close at the key', 'a: [[\n b\n]\n]\n'],
    ['brackets with items at the key', 'a:\n  b: [\n  c\n  ]\n'],
    ['brackets with a line that is not indented', 'a: [b,\nc]\n'],
    ['words over two lines in brackets', 'a: [b\n  c]\n'],
    ['quotes over two lines in brackets', 'a: ["b\n  c"]\n'],
    ['a value on the next line in brackets', 'a: { b:\n  c }\n'],
    ['a colon on the next line in brackets', 'a: { "b"\n  : c }\n'],
    ['brackets with a comment too near', 'a: [b,# c\n  d]\n'],
    ['brackets that another closes', 'a: [b\n  }\n'],
    ['a value on the next line', 'a:\n  b\n'],
    ['an empty item', 'a:\n  -\n'],
    ['lists in lists', 'a:\n  - - b\n'],
    ['seldom escapes', 'a: "\\x41"\n'],
    ['escapes in capitals', 'a: "\\N"\n'],
    ['escaped line breaks', 'a: "b\\\n  c"\n'],
    ['escapes that are none', 'a: "\\d"\n'],
    ['escapes that are too short', 'a: "\\u123"\n'],
    ['an escaped half of a character', 'a: "\\uD83D\\uDE00"\n'],
    ['an escaped quote at the end', 'a: "b\\"\n'],
    ['a quote that is not doubled', "a: 'b'c'\n"],
    ['thousands of escapes', `a: "${'\\n'.repeat(1000)}"\n`],
    ['text behind a quote', 'a: "b" c\n'],
    ['tabs', 'a:\tb\n'],
    ['lone carriage returns', 'a: b\rc: d\n'],
    ['what is not printable', 'a: \u0007\n'],
    ['half a character', 'a: \uD800\n'],
    ['a byte order mark', 'a: b\n\uFEFFc: d\n'],
    ['numbers that are not whole', 'a: 1.0\n'],
    ['exponents', 'a: 1e3\n'],
    ['hexadecimals', 'a: 0x1F\n'],
    ['octals', 'a: 0o17\n'],
    ['zeros in front', 'a: 012\n'],
    ['signs', 'a: +1\n'],
    ['minus', 'a: -1\n'],
    ['infinity', 'a: .inf\n'],
    ['long numbers', 'a: 12345678901234567890\n'],
    ['duplicate keys', 'a: b\na: c\n'],
    ['duplicate keys below', 'a:\n  - b: c\n    b: d\n'],
    ['duplicate keys in brackets', 'a: { b: c, b: d }\n'],
    ['__proto__', '__proto__: a\n'],
    ['merge keys', '<<: a\n'],
    ['quoted keys that may be anything', '"a b": c\n'],
    ['quoted __proto__', '"__proto__": a\n'],
    ['keys that are too long', `${'a'.repeat(1025)}: b\n`],
    ['explicit keys', '? a\n: b\n'],
    ['keys that are no text', 'true: a\n'],
    ['null as a key', '~: a\n'],
    ['numbers as keys that read otherwise', '012: a\n'],
    ['keys in brackets', '[a]: b\n'],
    ['no space behind the colon', 'a: b\nc:d\n'],
    ['a space before it', 'a : b\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['a colon at its end', 'a: b:\n'],
    ['pairs in a list', 'a: [b: c]\n'],
    ['double commas', 'a: [b,, c]\n'],
    ['no comma', 'a: ["b" c]\n'],
    ['an open bracket', 'a: [b\n'],
    ['a bracket too many', 'a: [b]]\n'],
    ['no value in brackets', 'a: { b: }\n'],
    ['a key alone in brackets', 'a: { b }\n'],
    ['odd indentation', 'a:\n    b: c\n  d: e\n'],
    ['a deeper key', 'a: b\n  c: d\n'],
    ['a deeper item', 'a:\n  - b\n   - c\n'],
    ['an item among keys', 'a: b\n- c\n'],
    ['a key among items', 'a:\n  - b\n  c: d\n'],
    ['a key between item and its fields', 'a:\n  - b: c\n   d: e\n'],
    ['a comment too near', 'a: "b"#c\n'],
    ['marks of other languages', 'a: @b\n'],
    ['a hundred levels of brackets', `a: ${'['.repeat(100)}${']'.repeat(100)}\n`],
    ['a hundred levels of keys', Array.from({ length: 100 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
  ])('%s', (_name, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  test('a word of millions of parts, without losing its way', () => {
    expect(readPlainYaml(`a: ${'b '.repeat(5_000_000)}c\n`)).toBeUndefined();
  });

  test('but not a million blank lines', () => {
    expect(readPlainYaml(`a: b\n${'\n'.repeat(1_000_000)}c: d\n`)?.data).toEqual({ a: 'b', c: 'd' });
  });
});

describe('an edited text, with what is known of the old one', () => {
  const line = fc.constantFrom(
    '  - x: 1\n',
    '  - x: 2\n',
    '    y: 2\n',
    '  - z\n',
    '  # c\n',
    '\n',
    '      w: 3\n',
    '  - x:\n',
    '    t: |+\n',
    '  - >-\n',
    '  - 😀\r\n',
  );
  const seldom = fc.constantFrom('\r', '\t', '\u0007', '\uD83D', '\uDE00', '\u2028');
  const items = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join(''));
  const file = fc.tuple(items, items).map(([one, other]) => `a:\n${one}b: 1\nc:\n${other}`);
  const edited = file.chain((text) => patchesIn(text, fc.oneof(items, seldom, fc.string({ maxLength: 3 }))));

  test('is read as it is read without, or not at all', () => {
    let met = 0;
    const property = fc.property(edited, ({ text, patches }) => {
      const before = readPlainYaml(text);
      fc.pre(before !== undefined);
      const after = applyPatches(text, patches);
      const known = knownText(before.sections, before.data, patches);
      const read = readPlainYaml(after, undefined, known);
      // Where it gives up, `yaml` has the word.
      if (read !== undefined) expect(read).toEqual(readPlainYaml(after));
      if (read !== undefined && known.itemsFrom(after.indexOf('  - ')) !== undefined) met += 1;
    });
    fc.assert(property, { numRuns: 3000 });
    expect(met).toBeGreaterThan(100);
  });

  test('the entries that no cut touches are the objects of before', () => {
    const text = 'a:\n  - x: 1\n  - x: 2\n  - x: 3\n  - x: 4\n';
    const before = readPlainYaml(text);
    const at = text.indexOf('2');
    const patches = [{ start: at, end: at + 1, text: '20' }];
    const known = knownText(before?.sections ?? new Map(), before?.data, patches);
    const after = readPlainYaml(applyPatches(text, patches), undefined, known)?.data;
    expect(after).toEqual({ a: [{ x: 1 }, { x: 20 }, { x: 3 }, { x: 4 }] });
    const [was, is] = [before?.data, after].map((data) => itemsOf(data, 'a'));
    expect(is?.map((item, index) => item === was?.[index])).toEqual([true, false, true, false]);
  });
});
