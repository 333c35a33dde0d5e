import type { DataPath } from '../../src/domain/ledger.ts';

/** The paths of a value and of all below it, up to a number. */
export function pathsOf(data: unknown, most: number): readonly DataPath[] {
  const found: DataPath[] = [];
  const visit = (value: unknown, path: DataPath): void => {
    if (found.length >= most) return;
    found.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(data, []);
  return found;
}
