/** What people are reminded of, as one message that robots and mail take. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import type { NamedLedger, TodoItem } from '../../domain/todo.ts';
import { groupBy } from '../writing/layout.ts';
import { fixLines, printable } from '../writing/printable.ts';
import { MARKS } from '../writing/words.ts';
import { dayOf, NOBODY, ownerKey, type TodoBlock, todoBlocks } from './groups.ts';
import { nameOf, othersInWords } from './words.ts';

/** How a channel writes, and how much it takes. */
export interface Dialect {
  /** Text of the ledger and of the program, so that it means nothing but itself. */
  readonly escape: (text: string) => string;
  /** A line that stands out. @param text is escaped already */
  readonly strong: (text: string) => string;
  /** Between two lines. */
  readonly lineBreak: string;
  /** Most that it takes, in the units of `sizeOf`. */
  readonly room: number;
  readonly sizeOf: (text: string) => number;
}

export interface DigestSource {
  /** The worst and soonest first. */
  readonly items: readonly TodoItem[];
  /** The ledgers that could be read. */
  readonly ledgers: readonly NamedLedger[];
  /** Files that could not. */
  readonly unreadable: number;
  /** Warnings that wait for no day and are not among the items. */
  readonly open: number;
}

export interface Digest {
  /** Fixed words, a day and a company: a subject, or what a notification shows. */
  readonly title: string;
  readonly text: string;
  /** Items that the text tells. */
  readonly told: readonly TodoItem[];
}

/** Blocks of what is overdue: however much of it there is, what can still be done in time is not crowded out. */
const MOST_OVERDUE = 10;
/** Of the room, what is overdue may take at most. */
const SHARE_OF_OVERDUE = 1 / 2;
/** Characters of a message or a name: one text of a page's length would leave no room for the others. */
const LONGEST_TEXT = 300;
const LONGEST_NAME = 80;
/** Left for what is counted at the end, in units of any channel. */
const ROOM_FOR_END = 600;

/** One digest: by owner, what is overdue first; what there is no room for is counted. */
export function renderDigest(
  source: DigestSource,
  dialect: Dialect,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): Digest {
  const writer = writerOf(source, dialect, language, kinds);
  const title = titleOf(source, language);
  const head = dialect.strong(dialect.escape(title));
  const chosen = choose(todoBlocks(source.items), writer, dialect.room - dialect.sizeOf(head) - ROOM_FOR_END);
  const byOwner = groupBy(chosen, ({ items: [{ finding }] }) => ownerKey(finding.owner));
  const sections = [...byOwner.values()].map((blocks) =>
    [writer.heading(blocks[0]?.items[0].finding.owner)].concat(blocks.map((block) => writer.block(block))),
  );
  const told = chosen.flatMap(({ items, lastDays }) => lastDays.concat(items));
  const end = endOf(source, told).map((text) => dialect.escape(text[language]));
  const text = [[head], ...sections, end]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join(dialect.lineBreak))
    .join(`${dialect.lineBreak}${dialect.lineBreak}`);
  return { title, text, told };
}

interface Writer {
  readonly heading: (owner: string | undefined) => string;
  readonly block: (block: TodoBlock) => string;
  readonly sizeOf: (text: string) => number;
}

function writerOf(
  { ledgers }: DigestSource,
  { escape, strong, lineBreak, sizeOf }: Dialect,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): Writer {
  const blank = sizeOf(`${lineBreak}${lineBreak}`);
  return {
    heading: (owner) => strong(escape(shortened(owner ?? NOBODY[language], LONGEST_NAME))),
    block: (block) => {
      const [first] = block.items;
      const { of, finding } = first;
      const day = dayOf(first);
      const company = ledgers.length > 1 ? `${of.ledger.company.name} ` : '';
      const name = shortened(`${company}${nameOf(first, language, kinds)}`, LONGEST_NAME);
      const message = shortened(finding.message[language], LONGEST_TEXT);
      const lead = [MARKS[finding.severity], day === undefined ? '' : formatDay(day), name].filter(
        (part) => part !== '',
      );
      return [
        `${lead.join(' ')}${language === 'zh' ? '：' : ': '}${message}`,
        ...othersInWords(block, language).map((line) => shortened(line, LONGEST_TEXT)),
        ...fixLines([finding], language).map((command) => shortened(command, LONGEST_TEXT)),
      ]
        .map(escape)
        .join(lineBreak);
    },
    sizeOf: (text) => sizeOf(text) + blank,
  };
}

/** What is overdue has a share and a cap of its own; the rest of the room is for what can be done in time. */
function choose(blocks: readonly TodoBlock[], writer: Writer, room: number): readonly TodoBlock[] {
  const headings = new Set<string | undefined>();
  const overdue = blocks.filter(({ items: [first] }) => isOverdue(first));
  const others = blocks.filter(({ items: [first] }) => !isOverdue(first));
  let left = room;
  const take = (from: readonly TodoBlock[], least: number): readonly TodoBlock[] =>
    from.filter((block) => {
      const { owner } = block.items[0].finding;
      const person = ownerKey(owner);
      const heading = headings.has(person) ? 0 : writer.sizeOf(writer.heading(owner));
      const size = heading + writer.sizeOf(writer.block(block));
      if (left - size < least) return false;
      left -= size;
      headings.add(person);
      return true;
    });
  const dead = take(overdue.slice(0, MOST_OVERDUE), room * (1 - SHARE_OF_OVERDUE));
  return [...dead, ...take(others, 0)];
}

function isOverdue({ urgency, finding: { daysLeft = 0 } }: TodoItem): boolean {
  return urgency === 'broken' || daysLeft < 0;
}

function titleOf({ items, ledgers }: DigestSource, language: Language): string {
  const [first] = items;
  const [only, ...others] = ledgers;
  const which =
    only !== undefined && others.length === 0
      ? shortened(only.company, LONGEST_NAME)
      : language === 'zh'
        ? `${ledgers.length}份台账`
        : count(ledgers.length, 'ledger');
  const day = first === undefined ? '' : formatDay(first.of.asOf);
  return [language === 'zh' ? '合规提醒' : 'Compliance reminder', day, which].filter((part) => part !== '').join(' · ');
}

/** What the message does not tell. */
function endOf({ items, open, unreadable }: DigestSource, told: readonly TodoItem[]): readonly Text[] {
  const shown = new Set(told);
  const left = items.filter((item) => !shown.has(item));
  const overdue = left.filter(isOverdue).length;
  const others = left.length - overdue;
  return [
    ...(left.length === 0
      ? []
      : [
          {
            zh: `另有${overdue}项逾期、${others}项待办未列出，全部见 ledger todo。`,
            en: `${overdue} more overdue and ${others} other items are not listed here; run ledger todo to see them all.`,
          },
        ]),
    ...(open === 0
      ? []
      : [
          {
            zh: `另有${open}项没有期限的警告，见 ledger todo。`,
            en: `${count(open, 'warning')} without a deadline: run ledger todo to see them.`,
          },
        ]),
    ...(unreadable === 0
      ? []
      : [
          {
            zh: `${unreadable}份台账无法读取，未包括在内。`,
            en: `${count(unreadable, 'ledger')} cannot be read and ${unreadable === 1 ? 'is' : 'are'} not included.`,
          },
        ]),
  ];
}

function shortened(text: string, longest: number): string {
  const shown = printable(text);
  return shown.length <= longest ? shown : `${shown.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
