/**
 * Twelve hexadecimal digits that no other writer draws. Nothing rests on their being secret, for what is made under such a
 * name must not exist before: `node:crypto` would cost each start of a writer 10 ms.
 */
export function oneTimeName(): string {
  return Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
}
