/** What is to be done, on one screen for people. */
import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { count, type Text } from '../../domain/text.ts';
import type { Todo, TodoItem } from '../../domain/todo.ts';
import { assumedBlocks } from '../writing/assumed.ts';
import { displayWidth } from '../writing/display-width.ts';
import { hanging, indented, sideBySide } from '../writing/layout.ts';
import { fixLines, printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { cutTo } from '../writing/table.ts';
import { MARKS } from '../writing/words.ts';
import { countTodo, dayOf, groupTodo, type TodoBlock, todoBlocks, type TodoGrouping } from './groups.ts';
import { closingWords, nameOf, nothingUntil, othersInWords } from './words.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

interface Page {
  readonly style: Style;
  readonly kinds: Kinds;
  readonly grouping: TodoGrouping;
  readonly hasCompanies: boolean;
}

/** Blocks of a group; what is left out is counted. */
const MOST_BLOCKS = 12;
/** Columns of a title or a number. */
const LONGEST_NAME = 32;
/** Mark, day and the spaces around them. */
const LEAD = 16;
/** Between what is to be done and who does it. */
const OWNER_GAP = 2;

/** The worst and soonest first, each with who answers and the command that records it. Ends with a line break. */
export function renderTodo(todo: Todo, style: Style, kinds: Kinds, grouping: TodoGrouping = 'urgency'): string {
  const page: Page = { style, kinds, grouping, hasCompanies: todo.ledgers.length > 1 };
  const blocks = [
    ...assumedBlocks(todo.assumed, style),
    heading(todo, style),
    ...groupTodo(todo.items, grouping, style.language, kinds).map(({ name, items }) => groupLines(name, items, page)),
    closing(todo, page),
  ];
  return withoutCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function heading({ asOf, until, ledgers }: Todo, style: Style): readonly string[] {
  const { language, colour } = style;
  const [only, ...others] = ledgers;
  const days = daysBetween(asOf, until);
  const which: readonly string[] =
    only === undefined || others.length > 0
      ? [language === 'zh' ? `${ledgers.length}份台账` : count(ledgers.length, 'ledger')]
      : [printable(only.file), printable(only.company)];
  const period: Text = {
    zh: `${formatDay(asOf)}起${days}天，至${formatDay(until)}`,
    en: `${count(days, 'day')} from ${formatDay(asOf)}, to ${formatDay(until)}`,
  };
  return sideBySide(
    [
      { text: language === 'zh' ? '要办的事' : 'To do', paint: colour.bold },
      ...which.map((text) => ({ text })),
      { text: period[language], paint: colour.dim },
    ],
    columnsOf(style),
  );
}

function groupLines(name: string, items: readonly TodoItem[], page: Page): readonly string[] {
  const { style } = page;
  const { language, colour } = style;
  const blocks = todoBlocks(items);
  const shown = blocks.slice(0, MOST_BLOCKS);
  const left = blocks.slice(MOST_BLOCKS).reduce((sum, block) => sum + block.items.length + block.lastDays.length, 0);
  const more: Text = {
    zh: `另有${left}项未列出；全部见 \`ledger todo --format markdown\`。`,
    en: `${left} more are not listed here; run \`ledger todo --format markdown\` to see them all.`,
  };
  return [
    ...hanging({ text: '' }, `${printable(name)} (${items.length})`, columnsOf(style), colour.bold),
    ...shown.flatMap((block) => blockLines(block, page)),
    ...(left === 0 ? [] : indented(LEAD, more[language], columnsOf(style)).map(colour.dim)),
  ];
}

function blockLines(block: TodoBlock, page: Page): readonly string[] {
  const [first] = block.items;
  const { style, kinds } = page;
  const { language, colour } = style;
  const width = columnsOf(style);
  const { finding } = first;
  const day = dayOf(first);
  const paint = colour[finding.severity];
  const lead = `  ${MARKS[finding.severity]} ${(day === undefined ? '' : formatDay(day)).padEnd(10)}  `;
  const subject = printable(nameOf(first, language, kinds, (name) => cutTo(LONGEST_NAME, name)));
  const text = `${subject}${language === 'zh' ? '：' : ': '}${printable(finding.message[language])}`;
  const lines = hanging({ text: lead, paint }, text, width);
  const who = whoIsMeant(first, page);
  const room = width - LEAD - displayWidth(text) - displayWidth(who);
  const isBeside = who !== '' && lines.length === 1 && room >= OWNER_GAP;
  return [
    ...(isBeside ? [`${lines[0] ?? ''}${' '.repeat(room)}${colour.dim(who)}`] : lines),
    ...othersInWords(block, language).flatMap((line) => indented(LEAD, printable(line), width)),
    ...(isBeside || who === '' ? [] : indented(LEAD, who, width).map(colour.dim)),
    // Never broken: a broken command cannot be pasted.
    ...fixLines([finding], language).map((command) => `${' '.repeat(LEAD)}${command}`),
  ];
}

/** Company, where there are several, and owner; what the heading of the group names is not said again. */
function whoIsMeant({ of, finding }: TodoItem, { grouping, hasCompanies }: Page): string {
  const company = hasCompanies && grouping !== 'company' ? of.ledger.company.name : undefined;
  const owner = grouping === 'owner' ? undefined : finding.owner;
  return printable([company, owner].filter((one) => one !== undefined).join(' · '));
}

function closing(todo: Todo, { style, kinds }: Page): readonly string[] {
  const { language, colour } = style;
  const width = columnsOf(style);
  const sentences = [
    todo.items.length === 0 ? nothingUntil(todo.until) : countTodo(todo.items, todo.until),
    ...closingWords(todo, language, kinds),
  ].map((sentence) => sentence[language]);
  const [first = '', ...others] = sentences;
  return [
    ...hanging({ text: '' }, first, width, colour.bold),
    ...others.flatMap((sentence) => hanging({ text: '' }, printable(sentence), width)),
  ];
}
