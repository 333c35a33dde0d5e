/** The unified social credit code (统一社会信用代码) of GB 32100-2015: 17 characters and a check character, modulo 31. */

/** Digits and capital letters without I, O, S, V and Z, in the order of their values. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHT_BASE = 3;

/** The check character that the first 17 characters ask for; undefined when one of them cannot stand in a code or there are not 17. */
export function checkCharacterOf(body: string): string | undefined {
  const values = Array.from(body, (character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  let [sum, weight] = [0, 1];
  for (const value of values) {
    sum += value * weight;
    weight = (weight * WEIGHT_BASE) % ALPHABET.length;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length];
}
