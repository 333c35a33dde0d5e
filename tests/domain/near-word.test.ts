import { expect, test } from 'vitest';

import { nearWord } from '../../src/domain/near-word.ts';
import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';

const KINDS = Object.keys(RESOURCE_KINDS);

test.each([
  ['leased-lien', 'leased-line', true],
  ['leasedline', 'leased-line', true],
  ['leased-lines', 'leased-line', true],
  ['ip-address', 'ip-addresses', false],
  ['domian', 'domain', true],
  ['hosting', 'hosting', true],
  ['bandwdith', 'bandwidth', true],
  ['certifcate', 'certificate', true],
  ['leased-line-2', 'leased-line', false],
  ['domain 证', 'domain', false],
  ['cert', 'certificate', false],
  ['business-license', 'business-licence', true],
  ['bisness-licence', 'business-licence', false],
])('%s means %s', (written, word, isCertain) => {
  expect(nearWord(written, KINDS)).toEqual({ word, isCertain });
});

test.each(['e-seal', 'ca-key', 'iso27001', 'private-certificate', 'ip', 'vpn', 'constructor', '__proto__', '', '专线'])(
  '%s is a word of its own',
  (written) => {
    expect(nearWord(written, KINDS)).toBeUndefined();
  },
);

test('between two words that are as near nothing is certain', () => {
  expect(nearWord('voice-lime', ['voice-line', 'voice-lome'])?.isCertain).toBe(false);
});
