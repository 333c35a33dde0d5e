/** Names that entries have and by which others refer to them: none twice, and none that is not there. */
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import { didYouMean, nearest, suggester } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { type DataProblem, entriesOf, fieldOf, itemsOf, pathOf, type RawEntry, textOf } from './raw-data.ts';
import { listed } from './wording.ts';

export type Kinds = ReadonlyMap<string, LicenceProfile>;

/** The entries of a ledger, as far as they have the right form. */
export interface Outline {
  readonly licences: readonly RawLicence[];
  readonly resources: readonly RawEntry[];
  readonly requirements: readonly RawEntry[];
  readonly duties: readonly RawEntry[];
  readonly waivers: readonly RawEntry[];
  readonly systems: readonly RawEntry[];
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
    licences: entriesOf(data, 'licences').map((entry) => withKinds(entry)),
    resources: entriesOf(data, 'resources'),
    requirements: entriesOf(data, 'requirements'),
    duties: entriesOf(data, 'duties'),
    waivers: entriesOf(data, 'waivers'),
    systems: entriesOf(fieldOf(data, 'company'), 'systems', ['company']),
  };
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

/** Ids, numbers of papers and services of one paper that occur twice. */
export function findDuplicates(outline: Outline, kinds: Kinds): readonly DataProblem[] {
  return [
    ...findDuplicateIds([...outline.licences, ...outline.resources, ...outline.systems]),
    ...findDuplicateIds([...outline.requirements, ...outline.duties]),
    ...findDuplicateNumbers(outline.licences, kinds),
    ...outline.licences.flatMap(findDuplicateServices),
  ];
}

function findDuplicateIds(entries: readonly RawEntry[]): readonly DataProblem[] {
  const first = new Map<string, RawEntry>();
  const problems: DataProblem[] = [];
  for (const entry of entries) {
    const { id } = entry;
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, entry);
    else problems.push(duplicate(id, pathOf(entry, 'id'), formatPath(pathOf(earlier))));
  }
  return problems;
}

function duplicate(id: string, path: DataPath, earlier: string): DataProblem {
  return {
    rule: 'ledger/duplicate-id',
    path,
    message: { zh: `编号${id}重复，${earlier}已经使用`, en: `the id ${id} is taken by ${earlier}` },
  };
}

function findDuplicateNumbers(licences: readonly RawLicence[], kinds: Kinds): readonly DataProblem[] {
  const first = new Map<string, RawLicence>();
  const problems: DataProblem[] = [];
  for (const licence of licences) {
    const number = textOf(licence.fields, 'number')?.normalize('NFKC').replaceAll(/\s/gu, '') ?? '';
    const earlier = first.get(number);
    if (number === '') continue;
    if (earlier === undefined) first.set(number, licence);
    else problems.push(duplicateNumber(licence, earlier, kinds));
  }
  return problems;
}

function duplicateNumber(licence: RawLicence, earlier: RawLicence, kinds: Kinds): DataProblem {
  const number = textOf(licence.fields, 'number') ?? '';
  const other = earlier.id ?? formatPath(pathOf(earlier));
  const services = [...new Set([...earlier.kinds, ...licence.kinds].map(({ kind }) => kind))];
  const isOnePaper = services.every((kind) => kinds.get(kind)?.family === 'service');
  const list = services.map((kind) => `{ kind: ${kind} }`).join(', ');
  const one = {
    zh: `同一张许可证只记一条：在${other}中写\`services: [${list}]\`，各项业务的scope、opened和自有字段写在其中，再删去本条。`,
    en: `One paper is one entry: write \`services: [${list}]\` in ${other}, with the scope, opened and own fields of each service inside, and remove this entry.`,
  };
  return {
    rule: 'ledger/duplicate-number',
    path: pathOf(licence, 'number'),
    message: { zh: `证号${number}与${other}的相同`, en: `the number ${number} is that of ${other} too` },
    remedy: isOnePaper ? one : { zh: '对照原件改正证号。', en: 'Correct the number from the paper.' },
  };
}

function findDuplicateServices({ kinds, fields, id }: RawLicence): readonly DataProblem[] {
  if (fieldOf(fields, 'services') === undefined) return [];
  const seen = new Set<string>();
  return kinds.flatMap(({ kind, path }): readonly DataProblem[] => {
    if (!seen.has(kind)) {
      seen.add(kind);
      return [];
    }
    const paper = id ?? '';
    return [
      {
        rule: 'ledger/duplicate-service',
        path,
        message: { zh: `许可证${paper}已经有业务${kind}`, en: `the licence ${paper} has the service ${kind} already` },
      },
    ];
  });
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
  const ids = [...services.keys()];
  const granted = [
    ...ids,
    ...outline.licences.flatMap((one) => one.kinds.map(({ kind }) => `${one.id ?? ''}/${kind}`)),
  ];
  const licences = target(granted, { zh: '许可证', en: 'licence' });
  const resources = target([...idsOf(outline.resources)], { zh: '资源', en: 'resource' });
  const needers = target([...granted, ...kinds.keys()], { zh: '许可证或业务种类', en: 'licence or kind of service' });
  const bearers = target([...granted, 'company'], { zh: '许可证', en: 'licence' });

  const problems: DataProblem[] = [];
  const lookUp = ({ names, what, suggest }: Target, name: unknown, path: () => DataPath): void => {
    if (typeof name !== 'string' || names.has(name)) return;
    const [id = '', kind] = name.split('/');
    const ofLicence = kind === undefined ? undefined : services.get(id);
    problems.push(
      ofLicence === undefined
        ? unknownReference(name, what, path(), suggest(name))
        : unknownService(id, name.slice(id.length + 1), ofLicence, path()),
    );
  };
  for (const entry of outline.resources) {
    itemsOf(entry.fields, 'serves').forEach((name, at) => lookUp(licences, name, () => pathOf(entry, 'serves', at)));
    lookUp(resources, fieldOf(entry.fields, 'follows'), () => pathOf(entry, 'follows'));
  }
  for (const entry of outline.requirements) {
    lookUp(needers, fieldOf(entry.fields, 'licence'), () => pathOf(entry, 'licence'));
  }
  for (const entry of outline.duties) lookUp(bearers, fieldOf(entry.fields, 'for'), () => pathOf(entry, 'for'));
  return problems;
}

function target(names: readonly string[], what: Text): Target {
  const known = new Set(names);
  return { names: known, what, suggest: suggester(known) };
}

function unknownReference(name: string, what: Text, path: DataPath, meant: string | undefined): DataProblem {
  return {
    rule: 'ledger/unknown-reference',
    status: 'unknown',
    path,
    message: { zh: `没有编号为${name}的${what.zh}`, en: `there is no ${what.en} ${name}` },
    remedy: didYouMean(meant),
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
    remedy: didYouMean(meant === undefined ? undefined : `${id}/${meant}`) ?? {
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
