/** What is read of a receipt, and why a file is none. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FAIL_LEVELS } from '../../src/domain/policy.ts';
import type { Receipt } from '../../src/domain/receipt.ts';
import { renderReceipt } from '../../src/reporters/check/receipt.ts';
import { parseReceipt } from '../../src/schema/receipt-schema.ts';
import { day } from '../support/days.ts';

const WRITTEN = {
  schema: 'ledger/receipt@1',
  asOf: '2026-11-21',
  timezone: 'Asia/Shanghai',
  program: 'ledger 0.1.0',
  rules: 'ab'.repeat(32),
  ledgers: [{ file: 'a.yaml', sha256: '01'.repeat(32) }],
  failOn: 'warning',
  counts: { error: 1, warning: 2, info: 3, waived: 4, undetermined: 5 },
  verdict: 'fail',
};

test('what is written is read back, whatever the names', () => {
  const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
  const file = fc.record({ file: fc.string({ unit: 'grapheme', minLength: 1 }), sha256: digest });
  const count = fc.nat();
  const receipts: fc.Arbitrary<Receipt> = fc.record({
    asOf: fc.constantFrom(day('2026-11-21'), day('1900-01-01')),
    timezone: fc.constantFrom('Asia/Shanghai', 'Etc/UTC'),
    program: fc.constant('ledger 0.1.0'),
    rules: digest,
    ledgers: fc.array(file, { maxLength: 3 }),
    shared: fc.array(file, { maxLength: 2 }),
    failOn: fc.constantFrom(...FAIL_LEVELS),
    only: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 2 }),
    counts: fc.record({ error: count, warning: count, info: count, waived: count, undetermined: count }),
    verdict: fc.constantFrom('pass', 'fail', 'none'),
  });
  fc.assert(
    fc.property(receipts, (receipt) => {
      expect(parseReceipt(JSON.parse(renderReceipt(receipt)))).toEqual({ receipt });
    }),
  );
});

test('what is left out is nothing', () => {
  const { schema: _, ...rest } = WRITTEN;
  expect(parseReceipt(WRITTEN)).toEqual({ receipt: { ...rest, asOf: day('2026-11-21'), shared: [], only: [] } });
});

describe('a file is refused', () => {
  test.each<[what: string, data: unknown, reason: string]>([
    ['that is no document', [], 'it is not a receipt of a check'],
    ['of another sort', { schema: 'ledger/check@1' }, 'it is a ledger/check@1, not a receipt of a check'],
    [
      'of a later version',
      { ...WRITTEN, schema: 'ledger/receipt@2' },
      'it is a newer receipt of a check (ledger/receipt@2); this program supports ledger/receipt@1',
    ],
    ['without a day', { ...WRITTEN, asOf: undefined }, 'its asOf is missing or wrong'],
    ['of a day that is none', { ...WRITTEN, asOf: '2026-02-30' }, 'its asOf is missing or wrong'],
    ['of a zone that is none', { ...WRITTEN, timezone: 'Mars/Olympus' }, 'its timezone is missing or wrong'],
    ['of no zone', { ...WRITTEN, timezone: '' }, 'its timezone is missing or wrong'],
    [
      'with a digest that is none',
      { ...WRITTEN, ledgers: [{ file: 'a', sha256: 'AB'.repeat(32) }] },
      'its ledgers[0].sha256 is missing or wrong',
    ],
    ['with a longer digest', { ...WRITTEN, rules: 'ab'.repeat(33) }, 'its rules is missing or wrong'],
  ])('%s', (_, data, reason) => {
    const read = parseReceipt(data);
    expect('problem' in read ? read.problem.en : read).toBe(reason);
  });
});
