import { expect, test } from 'vitest';

import { nearest, nearWord } from '../../src/domain/near-word.ts';
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

test.each<[what: string, written: string, words: readonly string[], word: string | undefined, isCertain?: boolean]>([
  ['the word itself, short as it is', 'a', ['a'], 'a', true],
  ['a slip in four letters', 'abc', ['abcd'], 'abcd', true],
  ['a slip in three letters', 'vpm', ['vpn'], undefined],
  ['two of three letters in the wrong order', 'pvn', ['vpn'], undefined],
  ['two slips in four letters', 'abxy', ['abcd'], undefined],
  ['two slips in eight letters', 'abcdefxy', ['abcdefgh'], 'abcdefgh', false],
  ['a slip in the last letter', 'voice-linf', ['voice-line'], 'voice-line', true],
  ['the nearer of two', 'voice-lime', ['voice-ling', 'voice-line'], 'voice-line', false],
  ['another number', 'line-2027', ['line-2026'], 'line-2026', false],
  ['signs alone', '????', ['????'], '????', true],
])('%s', (_, written, words, word, isCertain) => {
  expect(nearWord(written, words)).toEqual(word === undefined ? undefined : { word, isCertain });
});

test('between two words that are as near nothing is certain', () => {
  expect(nearWord('voice-lime', ['voice-line', 'voice-lome'])?.isCertain).toBe(false);
});

test.each([
  ['__proto__', ['role', 'protos'], 'protos'],
  ['__proto__', ['role', 'prefix'], undefined],
  ['____', ['id'], undefined],
  ['credit_cod', ['creditCode'], 'creditCode'],
])('nearest to %s of %j', (written, words, word) => {
  expect(nearest(written, words)).toBe(word);
});
