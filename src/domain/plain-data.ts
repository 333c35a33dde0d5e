/** What a file says, as plain data: values, lists and mappings. */

export type Mapping = Readonly<Record<string, unknown>>;

/** Undefined where there is none; a word such as `constructor` is a field only if the file says so. */
export function fieldOf(data: unknown, field: string): unknown {
  return isMapping(data) && Object.hasOwn(data, field) ? data[field] : undefined;
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two data say the same, whatever the order of their fields. Parts that are one object are not looked into. */
export function areSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, at) => areSame(item, other[at]));
  }
  if (!isMapping(one) || !isMapping(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && areSame(one[key], other[key]));
}

/**
 * Where each item of a list stood before the list was changed; undefined for what is another object. An item is looked for
 * where it stood, counted from the start or from the end: one that moved otherwise is taken for new.
 */
export function formerPlaces(before: readonly unknown[], now: readonly unknown[]): readonly (number | undefined)[] {
  const shift = before.length - now.length;
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return now.map((item, at) => {
    if (at >= now.length - tail) return at + shift;
    return at < before.length - tail && before[at] === item ? at : undefined;
  });
}

/**
 * Data that says the same as `wanted`, with the entries of its lists that are the same objects as before, or that were added,
 * wherever they are mappings: what looks at entries need not look at those again.
 */
export function withKnownEntries(
  data: unknown,
  wanted: unknown,
  before: unknown,
  added: ReadonlySet<unknown>,
): unknown {
  if (!isMapping(data)) return data;
  const lists = Object.entries(data).map(([key, value]): readonly [string, unknown] => {
    const list = fieldOf(wanted, key);
    if (!Array.isArray(value) || !Array.isArray(list)) return [key, value];
    const old = fieldOf(before, key);
    const places = formerPlaces(Array.isArray(old) ? old : [], list);
    return [
      key,
      value.map((item: unknown, at) => {
        const known: unknown = list[at];
        return isMapping(known) && (places[at] !== undefined || added.has(known)) ? known : item;
      }),
    ];
  });
  return Object.fromEntries(lists);
}
