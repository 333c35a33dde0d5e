/** Which part of a changed ledger need be looked at for what holds between its entries. */
import { fieldOf, itemsOf, type Mapping, textOf } from './raw-data.ts';
import { grantedNames, licencesIn } from './references.ts';

/** Items of a list that was changed. */
export interface ChangedItems {
  readonly kept: readonly unknown[];
  readonly fresh: readonly unknown[];
  readonly gone: readonly unknown[];
}

/**
 * A ledger that has an integrity problem if the changed one has, made of one without any: all of it but the contracts that
 * stay as they are and that nothing else has to do with. What is left of a contract's bonds, its place in a chain included,
 * goes out from a new one, or from what stands outside of contracts. All of it where a name is gone that a contract may refer to.
 */
export function suspectPart(before: Mapping, now: Mapping, { kept, fresh, gone }: ChangedItems): Mapping {
  const licences = licencesIn(now);
  const [granted, ids] = [new Set(grantedNames(licences)), new Set(fresh.map(idOf))];
  const isLost =
    grantedNames(licencesIn(before)).some((name) => !granted.has(name)) || gone.some((entry) => !ids.has(idOf(entry)));
  if (isLost) return now;

  const byId = new Map<unknown, unknown>();
  for (const entry of kept) byId.set(idOf(entry), entry);
  const part = new Set<unknown>(fresh);
  const take = (id: unknown): void => {
    for (
      let entry = byId.get(id);
      entry !== undefined && !part.has(entry);
      entry = byId.get(fieldOf(entry, 'follows'))
    ) {
      part.add(entry);
    }
  };
  const company = fieldOf(now, 'company');
  // Names that none may have beside these, and those that are referred to.
  for (const { id } of licences) take(id);
  for (const system of itemsOf(company, 'systems')) take(idOf(system));
  for (const change of itemsOf(company, 'changes')) take(fieldOf(change, 'of'));
  for (const entry of fresh) for (const field of ['id', 'follows']) take(fieldOf(entry, field));
  // One stands for all the others: a ledger without entries is empty.
  take(idOf(kept[0]));
  return { ...now, resources: [...part] };
}

function idOf(entry: unknown): string | undefined {
  return textOf(entry, 'id');
}
