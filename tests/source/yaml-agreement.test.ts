/** What the library makes of a text is what it means: the reader must give the same data, whichever way it went. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify, type ToStringOptions } from 'yaml';

import { arbitraryLedger } from '../support/arbitrary-ledger.ts';
import { documentOf } from '../support/read-ledger.ts';

const styles = fc.record<ToStringOptions>({
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  collectionStyle: fc.constantFrom('any', 'flow'),
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
});

test('a ledger in any style reads as what was written, and as the library reads it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLedger, styles, fc.boolean(), async (ledger, style, isWindows) => {
      const written = stringify(ledger, style);
      // yaml 2.9 folds long texts between the two halves of a character.
      fc.pre(written.isWellFormed());
      const text = isWindows ? written.replaceAll('\n', '\r\n') : written;
      const { data } = await documentOf(text);
      expect(data).toEqual(parse(text));
      // yaml 2.9 prints block text that begins with a space otherwise than it was given.
      if (style.defaultStringType?.startsWith('BLOCK') !== true) expect(data).toEqual(ledger);
    }),
    { numRuns: 300 },
  );
});

describe('surprises of YAML mean what the library says', () => {
  test.each([
    'a: [yes, NO, on, 0o17, 0x1F, 012, 1_000, +1, -0, 1e3, .5, .inf, 1.0, 0b1]',
    'a: [~, null, Null, NULL, "", true, True, TRUE, 2026-01-01, 2026-01-01T10:00:00Z, 1:30, =, "<<"]',
    'a: &x [1]\nb: [*x, *x]\nc: &x 2\nd: *x\n',
    'a: |+\n  x\n\nb: >\n  y\n   z\n  w\n',
    "a: \"x\\\n  y\\tz \\u7535\"\nb: 'it''s'\n",
    'a: x\n  y\n\n  z # c\n',
    '2025: a\n1.0: b\ntrue: c\n',
    '? a\n: b\n',
    '{a: {b, c: }, "d":e, f: [g: h]}',
    '--- # c\na: 1\n...\n',
    '<<: { a: 1 }\n',
    'a:\n- b\n- - c\n  - d\n-\n',
    'a: 12345678901234567890\n',
  ])('%j', async (text) => {
    expect((await documentOf(text)).data).toEqual(parse(text));
  });
});
