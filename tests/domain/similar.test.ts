import { expect, test } from 'vitest';

import { mostSimilarLicence, mostSimilarResource, providersFor } from '../../src/domain/similar.ts';
import { readLedger } from '../support/read-ledger.ts';

const { ledger } = await readLedger(`version: 1
company: { name: 示例公司 }
licences:
  - { id: isp-old, kind: isp, issued: 2017-03-15, expires: 2022-03-14 }
  - { id: isp, kind: isp, issued: 2022-03-15, expires: 2027-03-14 }
  - { id: idc, kind: idc, expires: 2027-03-14 }
resources:
  - { id: line-new, kind: leased-line, provider: 甲, starts: 2026-01-01, expires: 2026-12-31 }
  - { id: line-old, kind: leased-line, provider: 乙, starts: 2025-01-01, expires: 2025-12-31 }
  - { id: line-twin, kind: leased-line, provider: 乙, starts: 2026-01-01, expires: 2028-12-31 }
  - { id: room, kind: machine-room, provider: 丙, expires: never }
`);

test('the newest of the kind is the most similar, of two the later one', () => {
  expect(ledger === undefined ? undefined : mostSimilarResource(ledger, 'leased-line')?.id).toBe('line-twin');
  expect(ledger === undefined ? undefined : mostSimilarResource(ledger, 'machine-room')?.id).toBe('room');
  expect(ledger === undefined ? undefined : mostSimilarLicence(ledger, 'isp')?.id).toBe('isp');
  expect(ledger === undefined ? undefined : mostSimilarLicence(ledger, 'idc')?.id).toBe('idc');
});

test('nothing is like a kind that is not there', () => {
  expect(ledger === undefined ? 'no ledger' : mostSimilarResource(ledger, 'domain')).toBeUndefined();
});

test('providers are listed once, those of the kind first and the latest before', () => {
  expect(ledger === undefined ? [] : providersFor(ledger, 'leased-line')).toEqual(['乙', '甲', '丙']);
  expect(ledger === undefined ? [] : providersFor(ledger, 'machine-room')).toEqual(['丙', '甲', '乙']);
});
