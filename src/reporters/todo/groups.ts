/** What is to be done, as documents for people tell it: like things together, each end of an entry once, and by
 * urgency, owner, company or licence. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { personOf } from '../../domain/person.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { actByOf, type TodoItem, type Urgency } from '../../domain/todo.ts';
import { groupBy } from '../writing/layout.ts';
import { servicesOf } from '../writing/licence-heading.ts';
import { GROUP_NAMES } from '../writing/words.ts';

/** Things that are told in one breath: the same rule on several entries, or the open periods of one duty. */
export interface TodoBlock {
  readonly items: readonly [TodoItem, ...TodoItem[]];
  /** Last days of entries that the items speak of, on the same day. */
  readonly lastDays: readonly TodoItem[];
}

/** In the order of the items. Each item is in one block. */
export function todoBlocks(items: readonly TodoItem[]): readonly TodoBlock[] {
  const told = new Map<string, TodoItem>();
  for (const item of items) {
    if (item.told === 'last-day') continue;
    const { subject, related } = item.finding;
    for (const id of [subject, ...related]) told.set(endKey(item, id), told.get(endKey(item, id)) ?? item);
  }
  const lastDays = groupBy(
    items.filter(({ told: by }) => by === 'last-day'),
    (item) => told.get(endKey(item, item.finding.subject)),
  );
  const untold = new Set(lastDays.get(undefined));
  const leading = items.filter((item) => item.told !== 'last-day' || untold.has(item));
  return [...groupBy(leading, likeness).values()].flatMap(([first, ...others]): readonly TodoBlock[] => {
    if (first === undefined) return [];
    const all = [first, ...others] as const;
    return [{ items: all, lastDays: all.flatMap((item) => lastDays.get(item) ?? []) }];
  });
}

function endKey({ of, finding: { date } }: TodoItem, id: string): string {
  return `${of.file} ${date} ${id}`;
}

function likeness({ of, urgency, told, finding }: TodoItem): string {
  const { rule, status, owner, date, actBy } = finding;
  const day = urgency === 'due' ? [date, actBy] : [];
  return JSON.stringify([of.file, urgency, rule, status, ownerKey(owner), told === 'last-day', ...day]);
}

export const URGENCY_NAMES: Readonly<Record<Urgency, Text>> = {
  broken: { zh: '已经不合规，立即处理', en: 'Not compliant today: act now' },
  due: { zh: '按期办理', en: 'Due' },
  open: { zh: '尽早处理', en: 'As soon as possible' },
};

/** `3项马上处理，4项2026-12-28前到期，2项尽早处理`; there is one at least. */
export function countTodo(items: readonly TodoItem[], until: CalendarDay): Text {
  const numbers = { broken: 0, due: 0, open: 0 };
  for (const { urgency } of items) numbers[urgency] += 1;
  const { broken, due, open } = numbers;
  const day = formatDay(until);
  const parts: readonly (Text | undefined)[] = [
    broken === 0 ? undefined : { zh: `${broken}项立即处理`, en: `${broken} to act on now` },
    due === 0 ? undefined : { zh: `${due}项最迟${day}办理`, en: `${due} due by ${day}` },
    open === 0 ? undefined : { zh: `${open}项尽早处理`, en: `${open} as soon as possible` },
  ];
  const told = parts.filter((part) => part !== undefined);
  return {
    zh: `共${items.length}项：${told.map(({ zh }) => zh).join('，')}。`,
    en: `${count(items.length, 'item')}: ${told.map(({ en }) => en).join(', ')}.`,
  };
}

/** The day that counts: by which to act while that is to come, else that of the finding; undefined where it has none. */
export function dayOf({ of, finding, urgency }: TodoItem): CalendarDay | undefined {
  const actBy = actByOf(finding, of.asOf);
  return urgency === 'due' && actBy >= of.asOf ? actBy : finding.date;
}

export type TodoGrouping = 'urgency' | 'owner' | 'company' | 'licence';

export interface TodoGroup {
  /** For people; it may hold anything that the ledger does. */
  readonly name: string;
  /** In the order of the list. */
  readonly items: readonly TodoItem[];
}

/** In the order in which their first items stand in the list. */
export function groupTodo(
  items: readonly TodoItem[],
  grouping: TodoGrouping,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): readonly TodoGroup[] {
  if (grouping === 'owner') return groupByOwner(items, language);
  const groups = groupBy(items, (item) => groupOf(item, grouping, language, kinds));
  return [...groups].map(([name, ofGroup]) => ({ name, items: ofGroup }));
}

/** What one person answers for is one group, under the name as it is first written. */
function groupByOwner(items: readonly TodoItem[], language: Language): readonly TodoGroup[] {
  const groups = groupBy(items, ({ finding }) => ownerKey(finding.owner));
  return [...groups.values()].map((ofOwner) => ({
    name: ofOwner[0]?.finding.owner ?? NOBODY[language],
    items: ofOwner,
  }));
}

/** The same for whatever one person answers for; undefined is nobody. */
export function ownerKey(owner: string | undefined): string | undefined {
  return owner === undefined ? undefined : personOf(owner);
}

/** Stands over what nobody answers for. */
export const NOBODY: Text = { zh: '未写明负责人', en: 'No owner' };

function groupOf(
  item: TodoItem,
  grouping: Exclude<TodoGrouping, 'owner'>,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): string {
  const { of, urgency } = item;
  switch (grouping) {
    case 'urgency':
      return URGENCY_NAMES[urgency][language];
    case 'company':
      return of.ledger.company.name;
    case 'licence':
      return licenceGroup(item, language, kinds);
  }
}

/** The licence itself, or the first that a contract serves. */
function licenceGroup(
  { of: { ledger }, finding: { subject, path } }: TodoItem,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): string {
  const serves = ledger.resources.find(({ id }) => id === subject)?.serves[0];
  const id = serves === undefined ? subject : licenceOf(serves);
  const licence = ledger.licences.find((one) => one.id === id);
  if (licence !== undefined) {
    return [id, licence.number, servicesOf(licence, language, kinds)].filter((part) => part !== undefined).join('  ');
  }
  return GROUP_NAMES[path[0] === 'resources' ? 'resources' : 'company'][language];
}
