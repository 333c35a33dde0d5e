/** Whether a file of evidence is what was recorded. */
import { expect, test } from 'vitest';

import { type EvidenceFacts, stateOfEvidence } from '../../src/domain/evidence.ts';

const FACTS: EvidenceFacts = new Map([
  ['a.pdf', { found: 'file', sha256: 'aa' }],
  ['gone.pdf', { found: 'nothing' }],
]);

test.each([
  ['a.pdf', 'aa', 'intact'],
  ['a.pdf', 'bb', 'changed'],
  ['a.pdf', undefined, 'unrecorded'],
  ['gone.pdf', 'aa', 'missing'],
  ['other.pdf', 'aa', 'unchecked'],
])('%s, recorded as %s, is %s', (path, sha256, state) => {
  expect(stateOfEvidence({ path, sha256 }, FACTS)).toBe(state);
});

test('nobody has looked', () => {
  expect(stateOfEvidence({ path: 'a.pdf', sha256: 'aa' }, undefined)).toBe('unchecked');
});
