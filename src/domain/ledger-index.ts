import { addDays, BEGINNING, type CalendarDay, FOREVER } from './calendar-day.ts';
import { countUpTo } from './count-up-to.ts';
import { lastDayOf } from './cover.ts';
import { type DataPath, type GrantedService, type Ledger, type Licence, type Resource, serviceName } from './ledger.ts';

/** Look-ups over one ledger, made once, so that no rule walks all entries for each entry. */
export interface LedgerIndex {
  readonly licences: ReadonlyMap<string, Licence>;
  /** Every service of every licence, in the order of the ledger. */
  readonly services: readonly GrantedService[];
  servicesOfKind(kind: string): readonly GrantedService[];
  /** Path of the entry with that id; undefined where there is none. */
  pathOf(id: string): DataPath | undefined;
  /** Path of the mapping that has the fields of a service: the licence's own where it is written in the short form. */
  pathOfService(licence: string, kind: string): DataPath | undefined;
  /** Resources of a kind that serve a service, by name or with the whole of its licence. */
  resourcesServing(granted: GrantedService, kind: string): readonly Resource[];
  /** Resources of a kind, whatever they serve. */
  resourcesOfKind(kind: string): readonly Resource[];
  /** Those of them that serve nothing. */
  resourcesServingNothing(kind: string): readonly Resource[];
  /** Whether another resource continues this one. */
  isFollowed(resource: string): boolean;
  /** An entry of the same kind that serves all that this one serves and covers on from the day after its last. */
  successorOf(resource: Resource): Resource | undefined;
  /** Who answers for an entry: its own owner, else that of the licence that it serves. */
  ownerOf(id: string): string | undefined;
}

/** The services of a licence that need a kind of resource; what serves the licence serves those. */
export type NeedersOf = (licence: Licence, kind: string) => readonly string[];

/** @param needersOf absent: a contract that serves a licence serves nothing narrower */
// oxlint-disable-next-line eslint/max-lines-per-function -- look-ups that share what is worked out once
export function indexLedger(ledger: Ledger, needersOf: NeedersOf = () => []): LedgerIndex {
  let paths: ReadonlyMap<string, DataPath> | undefined;
  const licences = new Map(ledger.licences.map((licence) => [licence.id, licence]));
  const services: GrantedService[] = [];
  const ofKind = new Map<string, GrantedService[]>();
  for (const licence of ledger.licences) {
    for (const service of licence.services) {
      const granted = { licence, service };
      services.push(granted);
      getOrAdd(ofKind, service.kind, newList).push(granted);
    }
  }

  /** By kind of resource, then by what is served: `telecom` or `telecom/idc`. */
  const serving = new Map<string, Map<string, Resource[]>>();
  const resourcesByKind = new Map<string, Resource[]>();
  const servingNothing = new Map<string, Resource[]>();
  const followed = new Set<string>();
  for (const resource of ledger.resources) {
    if (resource.follows !== undefined) followed.add(resource.follows);
    getOrAdd(resourcesByKind, resource.kind, newList).push(resource);
    const ofThisKind = getOrAdd(serving, resource.kind, newMap);
    if (resource.serves.length === 0) getOrAdd(servingNothing, resource.kind, newList).push(resource);
    for (const name of unique(resource.serves)) getOrAdd(ofThisKind, name, newList).push(resource);
  }
  const served = new Map<Resource, readonly string[]>();
  /** By kind and all that is served. */
  const successions = new Map<string, Succession>();
  let takers: ByKindAndName | undefined;

  return {
    licences,
    services,
    servicesOfKind: (kind) => ofKind.get(kind) ?? [],
    pathOf,
    pathOfService,
    resourcesServing,
    resourcesOfKind: (kind) => resourcesByKind.get(kind) ?? [],
    resourcesServingNothing: (kind) => servingNothing.get(kind) ?? [],
    isFollowed: (resource) => followed.has(resource),
    successorOf,
    ownerOf,
  };

  function pathOf(id: string): DataPath | undefined {
    paths ??= pathsIn(ledger);
    return paths.get(id);
  }

  function pathOfService(id: string, kind: string): DataPath | undefined {
    const [path, licence] = [pathOf(id), licences.get(id)];
    if (path === undefined || licence === undefined || licence.isShort) return path;
    return [...path, 'services', licence.services.findIndex((service) => service.kind === kind)];
  }

  function resourcesServing(granted: GrantedService, kind: string): readonly Resource[] {
    const ofThisKind = serving.get(kind);
    const wholly = ofThisKind?.get(granted.licence.id) ?? [];
    const byName = ofThisKind?.get(serviceName(granted)) ?? [];
    return byName.length === 0 ? wholly : [...new Set([...wholly, ...byName])];
  }

  function successorOf(resource: Resource): Resource | undefined {
    const names = servedBy(resource);
    if (names.length === 0 || lastDayOf(resource) === FOREVER) return undefined;
    const key = [resource.kind, ...names].join(' ');
    const succession = getOrAdd(successions, key, () => successionOf(servingAll(resource.kind, names)));
    return succession(addDays(lastDayOf(resource), 1));
  }

  /** Resources of a kind that serve all of these: looked for where the fewest are. */
  function servingAll(kind: string, names: readonly string[]): readonly Resource[] {
    takers ??= takersByName();
    const byName = takers.get(kind);
    const lists = names.map((name) => byName?.get(name) ?? []);
    const fewest = lists.reduce((one, other) => (other.length < one.length ? other : one));
    if (names.length === 1) return fewest;
    return fewest.filter((resource) => {
      const served = new Set(servedBy(resource));
      return names.every((name) => served.has(name));
    });
  }

  /** Resources by their kind and each thing that they serve. */
  function takersByName(): ByKindAndName {
    const byKind = new Map<string, Map<string, Resource[]>>();
    for (const resource of ledger.resources) {
      const byName = getOrAdd(byKind, resource.kind, newMap);
      for (const name of servedBy(resource)) getOrAdd(byName, name, newList).push(resource);
    }
    return byKind;
  }

  /** Services by name; a licence by its own where none of its services needs such a resource. */
  function servedBy(resource: Resource): readonly string[] {
    return getOrAdd(served, resource, namesServed);
  }

  function namesServed({ serves, kind }: Resource): readonly string[] {
    const names: string[] = [];
    for (const name of serves) {
      const licence = licences.get(name);
      const needers = licence === undefined ? [] : needersOf(licence, kind);
      if (needers.length === 0) names.push(name);
      for (const service of needers) names.push(`${name}/${service}`);
    }
    return unique(names);
  }

  function ownerOf(id: string): string | undefined {
    const licence = licences.get(id);
    if (licence !== undefined) return licence.owner;
    const [list, at] = pathOf(id) ?? [];
    const resource = list === 'resources' ? ledger.resources[Number(at)] : undefined;
    if (resource?.owner !== undefined) return resource.owner;
    const served = resource?.serves.find((name) => licences.get(licenceOf(name))?.owner !== undefined);
    return served === undefined ? undefined : licences.get(licenceOf(served))?.owner;
  }
}

/** `telecom` of `telecom/idc`. */
export function licenceOf(served: string): string {
  return served.split('/', 1)[0] ?? served;
}

/** The resource that runs longest of those that have begun by a day, if it reaches that day. */
type Succession = (day: CalendarDay) => Resource | undefined;

function successionOf(resources: readonly Resource[]): Succession {
  const sorted = resources.toSorted((one, other) => compareDays(one.starts ?? BEGINNING, other.starts ?? BEGINNING));
  const longest: Resource[] = [];
  for (const resource of sorted) {
    const before = longest.at(-1);
    longest.push(before !== undefined && lastDayOf(before) >= lastDayOf(resource) ? before : resource);
  }
  const starts = sorted.map((resource) => resource.starts ?? BEGINNING);
  return (day) => {
    const found = longest[countUpTo(starts, day) - 1];
    return found !== undefined && lastDayOf(found) >= day ? found : undefined;
  };
}

/** Infinite days included, of which a difference says nothing. */
function compareDays(one: CalendarDay, other: CalendarDay): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

type ByKindAndName = ReadonlyMap<string, ReadonlyMap<string, readonly Resource[]>>;

function pathsIn({ licences, resources, company }: Ledger): ReadonlyMap<string, DataPath> {
  const paths = new Map<string, DataPath>();
  licences.forEach(({ id }, at) => paths.set(id, ['licences', at]));
  resources.forEach(({ id }, at) => paths.set(id, ['resources', at]));
  company.systems.forEach(({ id }, at) => paths.set(id, ['company', 'systems', at]));
  return paths;
}

/** Each once; of most entries there is one. */
function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}

function newMap(): Map<string, Resource[]> {
  return new Map();
}

function newList<Item>(): Item[] {
  return [];
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  map.set(key, made);
  return made;
}
