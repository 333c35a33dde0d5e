/**
 * What holds between the entries of a ledger. Works on raw data, so that these problems are listed together with those
 * of the schema; what has the wrong form is passed over here and reported there.
 */
import { FIRST_YEAR, formatDay, parseDay, yearOf } from '../domain/calendar-day.ts';
import { didYouMean } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { findDuplicates } from './duplicates.ts';
import { type DataProblem, fieldOf, isMapping, pathOf, type RawEntry, textOf } from './raw-data.ts';
import { findUnknownReferences, type Kinds, type Outline, outlineOf, type RawLicence } from './references.ts';

/** The `ledger/…` problems and those of single entries that no schema can see, in linear time. */
export function findIntegrityProblems(data: unknown, kinds: Kinds): readonly DataProblem[] {
  const outline = outlineOf(data);
  return [
    ...findDuplicates(outline, kinds),
    ...findUnknownReferences(outline, kinds),
    ...findPeriods(outline),
    ...outline.licences.flatMap(findWrongReports),
    ...describeCircles(outline.resources),
    ...findEmptiness(data),
  ];
}

function findPeriods({ licences, resources, waivers }: Outline): readonly DataProblem[] {
  const problems: DataProblem[] = [];
  const look = (entries: readonly RawEntry[], first: string, last: string, wrong = last): void => {
    for (const entry of entries) {
      const problem = reversed(entry, first, last, wrong);
      if (problem !== undefined) problems.push(problem);
    }
  };
  look(licences, 'issued', 'expires');
  look(resources, 'starts', 'expires');
  look(resources, 'starts', 'ended');
  look(
    resources.filter((resource) => !renewsItself(resource)),
    'ended',
    'expires',
    'ended',
  );
  look(waivers, 'from', 'until');
  return problems;
}

/** A contract that renews itself may be terminated in any of its terms. */
function renewsItself({ fields }: RawEntry): boolean {
  return isMapping(fieldOf(fields, 'autoRenew')) && fieldOf(fields, 'renew') !== false;
}

/** Where the first of two days comes after the last; `wrong` is the one that is marked. */
function reversed(entry: RawEntry, first: string, last: string, wrong: string): DataProblem | undefined {
  const from = textOf(entry.fields, first);
  const to = textOf(entry.fields, last);
  // Days sort as their text does, so that only the few out of order are read.
  if (from === undefined || to === undefined || from <= to) return undefined;
  if (parseDay(from) === undefined || parseDay(to) === undefined) return undefined;
  return {
    rule: 'ledger/period',
    path: pathOf(entry, wrong),
    message:
      wrong === last
        ? { zh: `${last}（${to}）早于${first}（${from}）`, en: `${last} (${to}) is before ${first} (${from})` }
        : { zh: `${first}（${from}）晚于${last}（${to}）`, en: `${first} (${from}) is after ${last} (${to})` },
  };
}

/**
 * Annual reports of a year that was not over when they were filed, or from before the licence. A renewed paper has the day of
 * the new one, and reports of its earlier terms: those that were filed by the end of its year of issue.
 */
function findWrongReports(licence: RawLicence): readonly DataProblem[] {
  const reports = fieldOf(licence.fields, 'annualReports');
  if (!isMapping(reports)) return [];
  const issued = parseDay(textOf(licence.fields, 'issued') ?? '');
  const firstYear = issued === undefined ? FIRST_YEAR : yearOf(issued);
  return Object.entries(reports).flatMap(([year, written]): readonly DataProblem[] => {
    const filed = typeof written === 'string' ? parseDay(written) : undefined;
    if (!/^\d{4}$/.test(year) || filed === undefined) return [];
    const isOver = Number(year) < yearOf(filed);
    if (isOver && (Number(year) >= firstYear || yearOf(filed) <= firstYear)) return [];
    const meant = String(yearOf(filed) - 1);
    const isFree = Number(meant) >= firstYear && !Object.hasOwn(reports, meant);
    return [
      {
        rule: 'schema/value',
        path: pathOf(licence, 'annualReports', year),
        atKey: true,
        message: isOver
          ? {
              zh: `发证之年是${firstYear}年，没有${year}年的年报`,
              en: `there is no report for ${year}: the licence was issued in ${firstYear}`,
            }
          : {
              zh: `${formatDay(filed)}时${year}年还没有过完，不可能报送该年的年报`,
              en: `the report for ${year} cannot have been filed on ${formatDay(filed)}: the year was not over`,
            },
        remedy: isFree ? didYouMean(meant) : WRITE_REPORTED_YEAR,
      },
    ];
  });
}

const WRITE_REPORTED_YEAR: Text = {
  zh: '冒号前写报告年度，冒号后写报送之日，如`2025: 2026-03-20`。',
  en: 'Write the reported year first, then the day of filing: `2025: 2026-03-20`.',
};

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
      message: { zh: `follows循环引用：${way}`, en: `follows forms a loop: ${way}` },
    };
  });
}

/** Resources that follow each other in a circle: each would be the continuation of its own end. Each circle once, from its first member in the order of the map on. Linear: a resource follows one other at most. */
export function findCircles(followed: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const walkOf = new Map<string, string>();
  const circles: (readonly string[])[] = [];
  for (const start of followed.keys()) {
    const walk: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, start);
      walk.push(at);
      at = followed.get(at);
    }
    if (at !== undefined && walkOf.get(at) === start) circles.push(walk.slice(walk.indexOf(at)));
  }
  return circles;
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
        zh: '台账中没有许可证，也没有资源，没有可检查的内容',
        en: 'the ledger has no licences and no resources, so there is nothing to check',
      },
    },
  ];
}
