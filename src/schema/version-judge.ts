/** Whether the versions of a ledger, looked at one after the other, are ledgers. */
import type { Text } from '../domain/text.ts';
import { findIntegrityProblems } from './integrity.ts';
import { parseLedger } from './parse-ledger.ts';
import { isMapping, type Mapping, withoutOwnKeys } from './raw-data.ts';
import type { Kinds } from './references.ts';

/**
 * What is wrong first with a version; undefined where it is a ledger. An entry that was found good in one version is not looked
 * at again in the next, where it is the same object.
 */
export function versionJudge(kinds: Kinds): (written: unknown) => Text | undefined {
  /** Entries that are good, as they are without the company's own keys. */
  const good = new WeakMap<object, unknown>();
  return (written) => {
    if (!isMapping(written)) return parseLedger(written, kinds).problems[0]?.message;
    const fresh = mapLists(written, (items) => items.filter((item) => !isMapping(item) || !good.has(item)));
    const found = parseLedger(fresh, kinds).problems.find(({ rule }) => rule.startsWith('schema/'));
    if (found !== undefined) return found.message;
    const data = mapLists(written, (items) => items.map(bare));
    const [unfit] = findIntegrityProblems(data, kinds);
    return unfit?.message;
  };

  function bare(item: unknown): unknown {
    if (!isMapping(item)) return item;
    const known = good.get(item) ?? withoutOwnKeys(item);
    good.set(item, known);
    return known;
  }
}

/** A file with other items in its lists, and without the company's own keys beside them. */
function mapLists(data: Mapping, change: (items: readonly unknown[]) => readonly unknown[]): Mapping {
  const lists = Object.entries(data).filter(([key, value]) => Array.isArray(value) && !key.startsWith('x-'));
  const rest = withoutOwnKeys(Object.fromEntries(Object.entries(data).filter(([, value]) => !Array.isArray(value))));
  const changed = lists.map(([key, value]): [string, unknown] => [key, Array.isArray(value) ? change(value) : value]);
  return { ...(isMapping(rest) ? rest : {}), ...Object.fromEntries(changed) };
}
