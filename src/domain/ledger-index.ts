import type { DataPath, Ledger, Licence, Resource } from './ledger.ts';

/** Look-ups over one ledger, made once, so that no rule walks all entries for each entry. */
export interface LedgerIndex {
  readonly licences: ReadonlyMap<string, Licence>;
  licencesOfKind(kind: string): readonly Licence[];
  /** Path of the entry with that id; undefined where there is none. */
  pathOf(id: string): DataPath | undefined;
  resourcesServing(licence: string, kind: string): readonly Resource[];
  /** Whether another resource continues this one. */
  isFollowed(resource: string): boolean;
}

export function indexLedger(ledger: Ledger): LedgerIndex {
  const paths = new Map<string, DataPath>();
  for (const [at, { id }] of ledger.licences.entries()) paths.set(id, ['licences', at]);
  for (const [at, { id }] of ledger.resources.entries()) paths.set(id, ['resources', at]);
  for (const [at, { id }] of ledger.company.systems.entries()) paths.set(id, ['company', 'systems', at]);

  const ofKind = new Map<string, Licence[]>();
  for (const licence of ledger.licences) getOrAdd(ofKind, licence.kind, () => []).push(licence);

  const serving = new Map<string, Map<string, Resource[]>>();
  const followed = new Set<string>();
  for (const resource of ledger.resources) {
    if (resource.follows !== undefined) followed.add(resource.follows);
    for (const licence of new Set(resource.serves)) {
      const byKind = getOrAdd(serving, licence, () => new Map<string, Resource[]>());
      getOrAdd(byKind, resource.kind, () => []).push(resource);
    }
  }

  return {
    licences: new Map(ledger.licences.map((licence) => [licence.id, licence])),
    licencesOfKind: (kind) => ofKind.get(kind) ?? [],
    pathOf: (id) => paths.get(id),
    resourcesServing: (licence, kind) => serving.get(licence)?.get(kind) ?? [],
    isFollowed: (resource) => followed.has(resource),
  };
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
