/** What is to be done, by urgency, owner, company or licence. */
import { licenceOf } from '../../domain/ledger-index.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { TodoItem } from '../../domain/todo.ts';
import { groupBy } from '../writing/layout.ts';
import { servicesOf } from '../writing/licence-heading.ts';
import { GROUP_NAMES } from '../writing/words.ts';
import { URGENCY_NAMES } from './blocks.ts';

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
  const groups = groupBy(items, (item) => groupOf(item, grouping, language, kinds));
  return [...groups].map(([name, ofGroup]) => ({ name, items: ofGroup }));
}

/** Stands over what nobody answers for. */
export const NOBODY: Text = { zh: '未指定负责人', en: 'Nobody is named' };

function groupOf(
  item: TodoItem,
  grouping: TodoGrouping,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): string {
  const { of, urgency, finding } = item;
  switch (grouping) {
    case 'urgency':
      return URGENCY_NAMES[urgency][language];
    case 'owner':
      return finding.owner ?? NOBODY[language];
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
