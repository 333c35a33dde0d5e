import { describe, expect, test } from 'vitest';

import { checkCharacterOf } from '../../src/domain/credit-code.ts';

describe('the check character of a unified social credit code', () => {
  test.each(['91350100M000100Y43', '91110108551385082Q', '91110108MA01ABCD5T'])('%s is right', (code) => {
    expect(checkCharacterOf(code.slice(0, 17))).toBe(code.at(-1));
  });

  test.each([
    ['too short', '91110108MA01ABCD'],
    ['too long', '91110108MA01ABCD5T'],
    ['small letters', '91110108ma01abcd5'],
    ['a letter that no code has', '91110108MA01ABCDI'],
    ['a letter outside the basic plane', '91110108MA01ABC𝒟5'],
    ['nothing', ''],
  ])('there is none for %s', (_, body) => {
    expect(checkCharacterOf(body)).toBeUndefined();
  });
});
