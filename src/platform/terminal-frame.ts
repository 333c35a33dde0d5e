/** What questions on a terminal look like. */
import { inAscii } from '../reporters/writing/plain.ts';
import { printable } from '../reporters/writing/printable.ts';
import type { Colours } from '../reporters/writing/style.ts';

/** What the terminal can show. */
export interface Look {
  readonly colours: Colours;
  /** Whether it has ASCII alone, or somebody hears it read. */
  readonly isPlain: boolean;
}

/** What a question looks like while it is asked and afterwards. */
interface Frame {
  readonly label: string;
  readonly hint: string;
  readonly state: 'initial' | 'active' | 'cancel' | 'submit' | 'error' | 'validating';
  readonly error: string;
  readonly answer: () => string;
  readonly body: readonly string[];
}

/** The lines of a question. */
export function frameOf(frame: Frame, { colours, isPlain }: Look): string {
  const drawn = draw(frame, colours);
  return isPlain ? inAscii(drawn) : drawn;
}

function draw({ label, hint, state, error, answer, body }: Frame, colours: Colours): string {
  if (state === 'submit') return `${colours.good('✔')} ${label}  ${printable(answer())}`;
  if (state === 'cancel') return `${colours.dim('·')} ${colours.dim(label)}`;
  const lines = [
    `${colours.info('?')} ${colours.bold(label)}  ${colours.dim(hint)}`,
    ...body.map((line) => `  ${line}`),
  ];
  if (state === 'error') lines.push(`  ${colours.error('✖')} ${error}`);
  return lines.join('\n');
}

/** Lines of a list that are seen at once. */
const MOST_LISTED = 10;

/** The part of a list around the cursor. */
export function listLines<Item>(
  items: readonly Item[],
  cursor: number,
  lineOf: (item: Item, isHere: boolean) => string,
): readonly string[] {
  const first = Math.max(0, Math.min(cursor - Math.floor(MOST_LISTED / 2), items.length - MOST_LISTED));
  const seen = items.slice(first, first + MOST_LISTED).map((item, at) => lineOf(item, first + at === cursor));
  const above = first > 0 ? ['⋮'] : [];
  const below = first + MOST_LISTED < items.length ? ['⋮'] : [];
  return [...above, ...seen, ...below];
}
