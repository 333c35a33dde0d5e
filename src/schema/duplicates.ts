/** Ids, numbers and services that a ledger has twice. */
import { type DataPath, formatPath } from '../domain/ledger.ts';
import { type DataProblem, fieldOf, pathOf, type RawEntry, textOf } from './raw-data.ts';
import type { Kinds, Outline, RawLicence } from './references.ts';

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
    message: { zh: `编号${id}重复，${earlier}已经使用`, en: `the id ${id} is already used by ${earlier}` },
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
    message: { zh: `证号${number}与${other}的相同`, en: `the number ${number} is the same as that of ${other}` },
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
        message: { zh: `许可证${paper}已经有业务${kind}`, en: `the licence ${paper} already has the service ${kind}` },
      },
    ];
  });
}
