/** What is to be done, as Markdown: a table for each group, with every item. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { Todo, TodoItem } from '../../domain/todo.ts';
import { assumedMarkdown } from '../writing/assumed.ts';
import { code, plain, prose, row } from '../writing/markdown.ts';
import { fixLines, withoutCommands } from '../writing/printable.ts';
import { MARKS } from '../writing/words.ts';
import { countTodo, dayOf, groupTodo, type TodoGrouping } from './groups.ts';
import { closingWords, nameOf, nothingUntil } from './words.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

/** Ends with a line break. */
export function renderTodoMarkdown(
  todo: Todo,
  language: Language,
  kinds: Kinds,
  grouping: TodoGrouping = 'urgency',
): string {
  const { asOf, until, items } = todo;
  const title = language === 'zh' ? '要办的事' : 'To do';
  const first = items.length === 0 ? nothingUntil(until) : countTodo(items, until);
  const blocks = [
    `# ${title} · ${formatDay(asOf)}`,
    ...assumedMarkdown(todo.assumed, language),
    [first, ...closingWords(todo, language, kinds)].map((sentence) => prose(sentence[language])).join(' '),
    ...groupTodo(items, grouping, language, kinds).flatMap((group) => [
      `## ${plain(group.name)} (${group.items.length})`,
      [...headings(language), ...group.items.map((item) => cells(item, language, kinds))].join('\n'),
    ]),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

const HEADINGS: readonly Text[] = [
  { zh: '', en: '' },
  { zh: '日期', en: 'Day' },
  { zh: '公司', en: 'Company' },
  { zh: '条目', en: 'Entry' },
  { zh: '事项', en: 'What' },
  { zh: '负责人', en: 'Owner' },
  { zh: '命令', en: 'Command' },
];

function headings(language: Language): readonly string[] {
  return [row(HEADINGS.map((heading) => heading[language])), row(HEADINGS.map(() => '---'))];
}

function cells(item: TodoItem, language: Language, kinds: Kinds): string {
  const { of, finding } = item;
  const day = dayOf(item);
  return row([
    MARKS[finding.severity],
    day === undefined ? '' : formatDay(day),
    plain(of.ledger.company.name),
    plain(nameOf(item, language, kinds)),
    prose(finding.message[language]),
    plain(finding.owner ?? ''),
    fixLines([finding], language).map(code).join(''),
  ]);
}
