/** A diff for a terminal: ledger by ledger, what changed and what that does. */
import type { LedgerDiff, LedgersDiff } from '../../domain/ledger-diff.ts';
import { displayWidth } from '../writing/display-width.ts';
import { groupBy, hanging, indented, sideBySide } from '../writing/layout.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import {
  type DiffLine,
  headingOf,
  type Kinds,
  linesOf,
  type Section,
  SECTION_NAMES,
  sidesOf,
  summaryOf,
} from './diff-lines.ts';

/** What is read last stands last: the effect behind its cause. */
const ORDER: readonly Section[] = ['notes', 'changes', 'brought', 'fixed', 'horizon'];

/** Ends with a line break. */
export function renderDiff(diff: LedgersDiff, style: Style, kinds: Kinds): string {
  const { language, colour } = style;
  const width = columnsOf(style);
  const [first, ...more] = summaryOf(diff).map((sentence) => sentence[language]);
  const blocks = [
    hanging({ text: '' }, printable(sidesOf(diff)[language]), width, colour.dim),
    ...diff.ledgers.map((one) => ledgerLines(one, style, kinds)),
    [...indented(0, first ?? '', width).map(colour.bold), ...more.flatMap((line) => indented(0, line, width))],
  ];
  return withoutCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function ledgerLines(diff: LedgerDiff, style: Style, kinds: Kinds): readonly string[] {
  const { language, colour } = style;
  const width = columnsOf(style);
  const { file, company, day } = headingOf(diff);
  const sections = groupBy(linesOf(diff, kinds), ({ section }) => section);
  return [
    ...sideBySide(
      [
        { text: printable(file), paint: colour.bold },
        ...(company === undefined ? [] : [{ text: printable(company) }]),
        { text: day[language], paint: colour.dim },
      ],
      width,
    ),
    ...ORDER.flatMap((section) => {
      const lines = (sections.get(section) ?? []).flatMap((line) => set(line, style));
      return lines.length === 0 || section === 'notes'
        ? lines
        : [`  ${SECTION_NAMES[section][language]}`].concat(lines);
    }),
  ];
}

/** With less room beside its name, a text goes below. */
const NARROWEST_TEXT = 30;

function set({ mark, names, text }: DiffLine, style: Style): readonly string[] {
  const width = columnsOf(style);
  const name = names.map(printable).join(' ');
  const lead = `    ${mark === undefined ? '' : `${mark} `}${name}  `;
  const said = printable(text[style.language]);
  if (names.length === 0) return indented(2, said, width);
  if (displayWidth(lead) + NARROWEST_TEXT <= width) return hanging({ text: lead }, said, width);
  return [...indented(4, lead.trim(), width), ...indented(6, said, width)];
}
