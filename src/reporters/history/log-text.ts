/** The life of a ledger for people: commit by commit, or each end that was pushed out. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerEvent } from '../../domain/ledger-change.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { count, type Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { groupBy, hanging, type Part, sideBySide } from '../writing/layout.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { describeChange } from './change-words.ts';
import type { LedgerLife } from './log-json.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;
type Lines = readonly string[];

/** The commits of each ledger, the newest first, with what each of them changed. Ends with a line break. */
export function renderLog(lives: readonly LedgerLife[], style: Style, kinds: Kinds): string {
  return page(lives, style, ({ events }) =>
    [...groupBy(events, ({ commit }) => commit).values()].map((group) =>
      commitLines(group, style).concat(changeLines(group, style, kinds)),
    ),
  );
}

/** Each entry whose end was pushed out, how often, and each time by whom. Ends with a line break. */
export function renderExtensions(lives: readonly LedgerLife[], style: Style, kinds: Kinds): string {
  return page(lives, style, ({ events }) =>
    [...groupBy(events, nameOf).entries()].map(([name, group]) =>
      sideBySide([{ text: name, paint: style.colour.bold }, howOften(group, style)], columnsOf(style)).concat(
        group.flatMap((event) => extensionLines(event, style, kinds)),
      ),
    ),
  );
}

/** Two waivers of one entry are told apart by their rules. */
function nameOf({ entry, rule }: LedgerEvent): string {
  return printable(rule === undefined ? entry : `${entry} ${rule}`);
}

/** The newest event knows the most. */
function howOften([newest]: readonly LedgerEvent[], { language }: Style): Part {
  const times = newest?.times ?? 0;
  return { text: { zh: `延长${times}次`, en: `extended ${count(times, 'time')}` }[language] };
}

function page(lives: readonly LedgerLife[], style: Style, blocksOf: (life: LedgerLife) => readonly Lines[]): string {
  const blocks = lives.flatMap((life): readonly Lines[] => {
    const { file, company, events } = life;
    const parts: readonly Part[] = [
      { text: printable(file), paint: style.colour.bold },
      ...(company === undefined ? [] : [{ text: printable(company) }]),
      ...(events.length === 0 ? [{ text: NOTHING[style.language], paint: style.colour.dim }] : []),
    ];
    return [sideBySide(parts, columnsOf(style)), ...blocksOf(life)];
  });
  return withoutCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

const NOTHING: Text = { zh: '没有记录', en: 'nothing on record' };

function commitLines([first]: readonly LedgerEvent[], { colour, ...style }: Style): Lines {
  if (first === undefined) return [];
  const parts = [
    { text: formatDay(first.day), paint: colour.bold },
    { text: printable(first.author) },
    { text: first.commit.slice(0, SHORT), paint: colour.dim },
  ];
  return sideBySide(parts, columnsOf({ colour, ...style }));
}

const SHORT = 10;

function changeLines(group: readonly LedgerEvent[], style: Style, kinds: Kinds): Lines {
  const width = group.reduce((widest, { entry }) => Math.max(widest, displayWidth(printable(entry))), 0);
  return group.flatMap((event) => {
    const lead = `  ${padTo(Math.min(width, WIDEST_NAME), printable(event.entry))}  `;
    return hanging({ text: lead }, printable(describeChange(event, kinds)[style.language]), columnsOf(style));
  });
}

const WIDEST_NAME = 32;

function extensionLines(event: LedgerEvent, style: Style, kinds: Kinds): Lines {
  const who = `${formatDay(event.day)}  ${printable(event.author)}  ${event.commit.slice(0, SHORT)}  `;
  return hanging(
    { text: `  ${who}`, paint: style.colour.dim },
    printable(describeChange(event, kinds)[style.language]),
    columnsOf(style),
  );
}
