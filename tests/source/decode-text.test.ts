import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeText } from '../../src/source/decode-text.ts';
import { indexLines } from '../../src/source/line-index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(utf8(part)) : part)));
const utf16le = (text: string) =>
  text.split('').flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]);
const utf16be = (text: string) =>
  text.split('').flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff]);

const BOM = [0xef, 0xbb, 0xbf];
/** 电信 */
const GBK_WORDS = [0xb5, 0xe7, 0xd0, 0xc5];

describe('UTF-8', () => {
  test.each([
    { name: 'plain', source: utf8('company: 示例\n'), text: 'company: 示例\n' },
    { name: 'with BOM', source: bytes(BOM, 'a: 1'), text: 'a: 1' },
    { name: 'a BOM inside is kept', source: bytes('a', BOM), text: 'a\uFEFF' },
    { name: 'outside the basic plane', source: utf8('𠮷😀'), text: '𠮷😀' },
    { name: 'empty', source: bytes(), text: '' },
    { name: 'BOM alone', source: bytes(BOM), text: '' },
    { name: 'one byte', source: bytes('a'), text: 'a' },
  ])('$name', ({ source, text }) => {
    expect(decodeText(source)).toEqual({ text });
  });

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/^\uFEFF|^.?\0/s.test(text) && text.isWellFormed());
        expect(decodeText(utf8(text))).toEqual({ text });
      }),
    );
  });
});

describe('other encodings', () => {
  test.each([
    {
      name: 'GBK',
      source: bytes('version: 1\nname: ', GBK_WORDS, '\n'),
      at: '2:7',
      message: 'line 2 is not UTF-8; the file looks like GBK',
      text: 'version: 1\nname: 电信\n',
    },
    {
      name: 'GBK with CRLF',
      source: bytes('a: 1\r\nb: 2\r\nc: ', GBK_WORDS),
      at: '3:4',
      message: 'line 3 is not UTF-8; the file looks like GBK',
      text: 'a: 1\r\nb: 2\r\nc: 电信',
    },
    {
      name: 'UTF-16 little-endian with BOM',
      source: bytes([0xff, 0xfe], utf16le('a: 电')),
      at: '1:1',
      message: 'line 1 is not UTF-8; the file looks like UTF-16',
      text: 'a: 电',
    },
    {
      name: 'UTF-16 big-endian with BOM',
      source: bytes([0xfe, 0xff], utf16be('a: 电')),
      at: '1:1',
      message: 'line 1 is not UTF-8; the file looks like UTF-16',
      text: 'a: 电',
    },
    {
      name: 'UTF-16 little-endian without BOM',
      source: bytes(utf16le('a: 1\n')),
      at: '1:1',
      message: 'line 1 is not UTF-8; the file looks like UTF-16',
      text: 'a: 1\n',
    },
    {
      name: 'UTF-16 big-endian without BOM',
      source: bytes(utf16be('a: 1\n')),
      at: '1:1',
      message: 'line 1 is not UTF-8; the file looks like UTF-16',
      text: 'a: 1\n',
    },
    {
      name: 'Latin-1',
      source: bytes('a: 1\nb: caf', [0xe9], ' au lait\n'),
      at: '2:7',
      message: 'line 2 has a byte that is not UTF-8',
      text: 'a: 1\nb: caf\uFFFD au lait\n',
    },
    {
      name: 'cut off in a character',
      source: bytes('a: 电\nb: ', [0xe7, 0x94]),
      at: '2:4',
      message: 'line 2 has a byte that is not UTF-8',
      text: 'a: 电\nb: \uFFFD',
    },
  ])('$name', ({ source, at, message, text }) => {
    const decoded = decodeText(source);
    if (!('problem' in decoded) || 'path' in decoded.problem.at) throw new Error('a problem with a span was expected');
    const { line, column } = indexLines(decoded.text).positionAt(decoded.problem.at.start);
    expect(decoded.text).toBe(text);
    expect(`${line}:${column}`).toBe(at);
    expect(decoded.problem).toMatchObject({ rule: 'yaml/encoding', status: 'invalid', message: { en: message } });
  });

  test('what is not mostly Chinese as GBK is not taken for it', () => {
    // 示例 in Big5, which are a kana and an ideograph of private use as GBK.
    const decoded = decodeText(bytes('name: ', [0xa5, 0xdc, 0xa8, 0xd2]));
    expect('problem' in decoded && decoded.problem).toMatchObject({
      message: { en: 'line 1 has a byte that is not UTF-8' },
      remedy: { en: expect.stringContaining('save it as UTF-8 once the text is shown correctly') },
    });
    expect('problem' in decoded && decoded.problem.command).toBeUndefined();
  });

  test('any bytes decode, or give a problem inside the text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (source) => {
        const decoded = decodeText(source);
        if (!('problem' in decoded)) return;
        const { at } = decoded.problem;
        expect('start' in at && at.start >= 0 && at.end >= at.start && at.end <= decoded.text.length).toBe(true);
      }),
    );
  });
});
