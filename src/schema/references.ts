/** Names by which entries refer to each other: none that is not there. */
import { CHANGE_KINDS, changedEntry } from '../domain/company.ts';
import type { DataPath } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import { nearest, suggester } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { type Advice, advised, askWhether, certain, listed, narrow, wordsIn } from './advice.ts';
import { type DataProblem, entriesOf, fieldOf, isName, itemsOf, pathOf, type RawEntry, textOf } from './raw-data.ts';

export type Kinds = ReadonlyMap<string, LicenceProfile>;

/** The entries of a ledger, as far as they have the right form. */
export interface Outline {
  readonly licences: readonly RawLicence[];
  readonly resources: readonly RawEntry[];
  readonly requirements: readonly RawEntry[];
  readonly duties: readonly RawEntry[];
  readonly waivers: readonly RawEntry[];
  readonly systems: readonly RawEntry[];
  readonly changes: readonly RawEntry[];
}

/** A paper with the kinds of its services, the only one of the short form included. */
export interface RawLicence extends RawEntry {
  readonly kinds: readonly RawKind[];
}

interface RawKind {
  readonly kind: string;
  readonly path: DataPath;
}

/** What has the wrong form is passed over. */
export function outlineOf(data: unknown): Outline {
  return {
    licences: licencesIn(data),
    resources: entriesOf(data, 'resources'),
    requirements: entriesOf(data, 'requirements'),
    duties: entriesOf(data, 'duties'),
    waivers: entriesOf(data, 'waivers'),
    systems: entriesOf(fieldOf(data, 'company'), 'systems', ['company']),
    changes: entriesOf(fieldOf(data, 'company'), 'changes', ['company']),
  };
}

export function licencesIn(data: unknown): readonly RawLicence[] {
  return entriesOf(data, 'licences').map((entry) => withKinds(entry));
}

function withKinds(entry: RawEntry): RawLicence {
  return { ...entry, kinds: kindsOf(entry) };
}

function kindsOf(entry: RawEntry): readonly RawKind[] {
  const short = textOf(entry.fields, 'kind');
  const services = fieldOf(entry.fields, 'services');
  if (services === undefined) return short === undefined ? [] : [{ kind: short, path: pathOf(entry, 'kind') }];
  return itemsOf(entry.fields, 'services').flatMap((service, at) => {
    const kind = textOf(service, 'kind');
    return kind === undefined ? [] : [{ kind, path: pathOf(entry, 'services', at, 'kind') }];
  });
}

/** What contracts may serve: `telecom`, and each of its services, `telecom/idc`. */
export function grantedNames(licences: readonly RawLicence[]): readonly string[] {
  const services = licences.flatMap(({ id = '', kinds }) => kinds.map(({ kind }) => `${id}/${kind}`));
  return [...licences.flatMap(({ id }) => id ?? []), ...services];
}

/** What a reference may name. */
interface Target {
  readonly names: ReadonlySet<string>;
  readonly what: Text;
  readonly suggest: (written: string) => string | undefined;
}

/** References to what is not there. */
export function findUnknownReferences(outline: Outline, kinds: Kinds): readonly DataProblem[] {
  const services = servicesByLicence(outline.licences);
  const granted = grantedNames(outline.licences);
  const licences = target(() => granted, { zh: '许可证', en: 'licence' });
  const resources = target(() => [...idsOf(outline.resources)], { zh: '资源', en: 'resource' });
  const changed = {
    licence: licences,
    resource: resources,
    system: target(() => [...idsOf(outline.systems)], { zh: '系统', en: 'system' }),
  };
  const needers = target(() => [...granted, ...kinds.keys()], {
    zh: '许可证或业务种类',
    en: 'licence or kind of service',
  });
  const bearers = target(() => [...granted, 'company'], { zh: '许可证', en: 'licence' });

  const problems: DataProblem[] = [];
  const lookUp = (target: Target, name: unknown, path: () => DataPath): void => {
    const { names, what } = target;
    if (!isName(name) || names.has(name)) return;
    const [id = '', kind] = name.split('/');
    const ofLicence = kind === undefined ? undefined : services.get(id);
    problems.push(
      ofLicence === undefined
        ? unknownReference(name, what, path(), adviseOnName(name, target))
        : unknownService(id, name.slice(id.length + 1), ofLicence, path()),
    );
  };
  for (const entry of outline.resources) {
    const serves = itemsOf(entry.fields, 'serves');
    serves.forEach((name, at) => {
      const several = isName(name) ? namesIn(name, licences) : undefined;
      if (several === undefined) lookUp(licences, name, () => pathOf(entry, 'serves', at));
      else problems.push(severalInOne(String(name), serves, pathOf(entry, 'serves', at), licences));
    });
    lookUp(resources, fieldOf(entry.fields, 'follows'), () => pathOf(entry, 'follows'));
  }
  for (const entry of outline.requirements) {
    lookUp(needers, fieldOf(entry.fields, 'licence'), () => pathOf(entry, 'licence'));
  }
  for (const entry of outline.changes) {
    const what = CHANGE_KINDS.find((kind) => kind === fieldOf(entry.fields, 'what'));
    if (what !== undefined) lookUp(changed[changedEntry(what)], fieldOf(entry.fields, 'of'), () => pathOf(entry, 'of'));
  }
  for (const entry of outline.duties) lookUp(bearers, fieldOf(entry.fields, 'for'), () => pathOf(entry, 'for'));
  return problems;
}

/** @param list is called when the first reference of its sort is looked up: many a ledger has none */
function target(list: () => readonly string[], what: Text): Target {
  let known: Pick<Target, 'names' | 'suggest'> | undefined;
  const look = (): Pick<Target, 'names' | 'suggest'> => {
    if (known === undefined) {
      const names = new Set(list());
      known = { names, suggest: suggester(names) };
    }
    return known;
  };
  return {
    what,
    get names() {
      return look().names;
    },
    suggest: (written) => look().suggest(written),
  };
}

/** Of a name in full-width letters the only one that it can be; else the nearest is asked about. */
function adviseOnName(name: string, { names, suggest }: Target): Advice | undefined {
  if (names.has(narrow(name))) return certain(narrow(name));
  return askWhether(suggest(name), name);
}

/** The names that stand in one item of a list, `isp，idc`; undefined unless all of them are known. */
function namesIn(item: string, { names }: Target): readonly string[] | undefined {
  const words = names.has(item) ? undefined : wordsIn(narrow(item));
  return words !== undefined && words.length > 1 && words.every((word) => names.has(word)) ? words : undefined;
}

function severalInOne(written: string, items: readonly unknown[], path: DataPath, target: Target): DataProblem {
  const all = items.flatMap((item) => (isName(item) ? (namesIn(item, target) ?? [item]) : []));
  return {
    rule: 'ledger/unknown-reference',
    status: 'unknown',
    path,
    message: { zh: `“${written}”是写在一起的几个编号`, en: `"${written}" is several ids written as one` },
    ...advised(path.slice(0, -1), items.every(isName) ? certain(all) : undefined),
  };
}

function unknownReference(name: string, what: Text, path: DataPath, advice: Advice | undefined): DataProblem {
  return {
    rule: 'ledger/unknown-reference',
    status: 'unknown',
    path,
    message: { zh: `没有编号为${name}的${what.zh}`, en: `there is no ${what.en} with the id ${name}` },
    ...advised(path, advice),
  };
}

function unknownService(id: string, kind: string, services: readonly string[], path: DataPath): DataProblem {
  const meant = nearest(kind, services);
  const has = listed(services.map((service) => `\`${id}/${service}\``));
  return {
    rule: 'ledger/unknown-reference',
    status: 'unknown',
    path,
    message: { zh: `许可证${id}没有业务${kind}`, en: `the licence ${id} has no service ${kind}` },
    remedy: askWhether(meant === undefined ? meant : `${id}/${meant}`, `${id}/${kind}`)?.remedy ?? {
      zh: `它有：${has.zh}。`,
      en: `It has ${has.en}.`,
    },
  };
}

function servicesByLicence(licences: readonly RawLicence[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    licences.flatMap(({ id, kinds }) => (id === undefined ? [] : [[id, kinds.map(({ kind }) => kind)] as const])),
  );
}

function idsOf(entries: readonly RawEntry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
