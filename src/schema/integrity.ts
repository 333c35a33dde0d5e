/**
 * What holds between the entries of a ledger. Works on raw data, so that these problems are listed together with those
 * of the schema; what has the wrong form is passed over here and reported there.
 */
import { parseDay } from '../domain/calendar-day.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import type { DataProblem } from './data-problem.ts';
import { didYouMean, suggester } from './did-you-mean.ts';
import { findCircles } from './follows-circles.ts';
import { entriesOf, fieldOf, isMapping, itemsOf, pathOf, type RawEntry, textOf } from './raw-data.ts';

interface Outline {
  readonly licences: readonly RawEntry[];
  readonly resources: readonly RawEntry[];
  readonly requirements: readonly RawEntry[];
  readonly systems: readonly RawEntry[];
}

/** The `ledger/…` problems, in linear time. `kinds` are the known kinds of licence. */
export function findIntegrityProblems(data: unknown, kinds: ReadonlySet<string>): readonly DataProblem[] {
  const outline: Outline = {
    licences: entriesOf(data, 'licences'),
    resources: entriesOf(data, 'resources'),
    requirements: entriesOf(data, 'requirements'),
    systems: entriesOf(fieldOf(data, 'company'), 'systems', ['company']),
  };
  return [
    ...findDuplicates([...outline.licences, ...outline.resources, ...outline.systems]),
    ...findDuplicates(outline.requirements),
    ...findUnknownReferences(outline, kinds),
    ...findPeriods(outline),
    ...describeCircles(outline.resources),
    ...findEmptiness(data),
  ];
}

function findDuplicates(entries: readonly RawEntry[]): readonly DataProblem[] {
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

/** What a reference may name. */
interface Target {
  readonly ids: ReadonlySet<string>;
  readonly name: Text;
  readonly suggest: (written: string) => string | undefined;
}

function findUnknownReferences(outline: Outline, kinds: ReadonlySet<string>): readonly DataProblem[] {
  const licenceIds = idsOf(outline.licences);
  const licences = target(licenceIds, { zh: '许可证', en: 'licence' });
  const resources = target(idsOf(outline.resources), { zh: '资源', en: 'resource' });
  const either = target(new Set([...licenceIds, ...kinds]), {
    zh: '许可证或许可证种类',
    en: 'licence or licence kind',
  });

  const problems: DataProblem[] = [];
  const lookUp = ({ ids, name, suggest }: Target, id: unknown, path: () => DataPath): void => {
    if (typeof id !== 'string' || ids.has(id)) return;
    problems.push(unknownReference(id, name, path(), suggest(id)));
  };
  for (const entry of outline.resources) {
    itemsOf(entry.fields, 'serves').forEach((id, at) => lookUp(licences, id, () => pathOf(entry, 'serves', at)));
    lookUp(resources, fieldOf(entry.fields, 'follows'), () => pathOf(entry, 'follows'));
  }
  for (const entry of outline.requirements) {
    lookUp(either, fieldOf(entry.fields, 'licence'), () => pathOf(entry, 'licence'));
  }
  return problems;
}

function target(ids: ReadonlySet<string>, name: Text): Target {
  return { ids, name, suggest: suggester(ids) };
}

function unknownReference(id: string, name: Text, path: DataPath, meant: string | undefined): DataProblem {
  return {
    rule: 'ledger/unknown-reference',
    status: 'unknown',
    path,
    message: { zh: `没有编号为${id}的${name.zh}`, en: `there is no ${name.en} ${id}` },
    remedy: didYouMean(meant),
  };
}

function idsOf(entries: readonly RawEntry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

function findPeriods({ licences, resources }: Outline): readonly DataProblem[] {
  return [
    ...licences.map((licence) => reversed(licence, 'issued')),
    ...resources.map((resource) => reversed(resource, 'starts')),
  ].filter((problem) => problem !== undefined);
}

function reversed(entry: RawEntry, beginning: 'issued' | 'starts'): DataProblem | undefined {
  const from = textOf(entry.fields, beginning);
  const to = textOf(entry.fields, 'expires');
  // Days sort as their text does, so that only the few out of order are read.
  if (from === undefined || to === undefined || from <= to) return undefined;
  if (parseDay(from) === undefined || parseDay(to) === undefined) return undefined;
  return {
    rule: 'ledger/period',
    path: pathOf(entry, 'expires'),
    message: {
      zh: `expires（${to}）早于${beginning}（${from}）`,
      en: `expires (${to}) lies before ${beginning} (${from})`,
    },
  };
}

const MOST_SHOWN = 6;

function describeCircles(resources: readonly RawEntry[]): readonly DataProblem[] {
  const entries = new Map<string, RawEntry>();
  const followed = new Map<string, string>();
  for (const entry of resources) {
    const { id } = entry;
    const follows = textOf(entry.fields, 'follows');
    if (id === undefined || follows === undefined || entries.has(id)) continue;
    entries.set(id, entry);
    followed.set(id, follows);
  }
  return findCircles(followed).map((circle) => {
    const [first = ''] = circle;
    const shown = circle.length > MOST_SHOWN ? [...circle.slice(0, MOST_SHOWN), '…'] : circle;
    const way = [...shown, first].join(' → ');
    const entry = entries.get(first);
    return {
      rule: 'ledger/follows-circle',
      path: entry === undefined ? [] : pathOf(entry, 'follows'),
      message: { zh: `follows首尾相接：${way}`, en: `follows runs in a circle: ${way}` },
    };
  });
}

/** Lists that are absent or empty; what is no list is the schema's to report. */
function findEmptiness(data: unknown): readonly DataProblem[] {
  const lists = [fieldOf(data, 'licences'), fieldOf(data, 'resources')];
  const isEmpty = lists.every(
    (list) => list === undefined || list === null || (Array.isArray(list) && list.length === 0),
  );
  if (!isEmpty || !(isMapping(data) || data === null)) return [];
  return [
    {
      rule: 'ledger/empty',
      path: [],
      message: {
        zh: '台账中没有许可证，也没有资源，无可检查',
        en: 'the ledger has no licence and no resource: nothing to check',
      },
    },
  ];
}
