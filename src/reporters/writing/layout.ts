/** Blocks of lines out of text and columns. */
import { displayWidth, padTo } from './display-width.ts';
import { wrap } from './wrap.ts';

export interface Part {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const GAP = '   ';
/** Deeper than the mark of a finding, so that no name can pass for one. */
const CONTINUATION = '    ';

/** Parts side by side, as many as a line takes; what does not fit goes on below, indented. */
export function sideBySide(parts: readonly Part[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { text, paint = asItIs } of parts) {
    const partWidth = displayWidth(text);
    if (used > 0 && used + GAP.length + partWidth <= width) {
      lines.push(`${lines.pop() ?? ''}${GAP}${paint(text)}`);
      used += GAP.length + partWidth;
      continue;
    }
    for (const line of wrap(text, width - CONTINUATION.length)) {
      const indent = lines.length === 0 ? '' : CONTINUATION;
      lines.push(indent + paint(line));
      used = indent.length + displayWidth(line);
    }
  }
  return lines;
}

/** Text behind a lead that stands on its first line alone; the rest hangs below its beginning. */
export function hanging(
  lead: Part,
  text: string,
  width: number,
  paint: (line: string) => string = asItIs,
): readonly string[] {
  const leadWidth = displayWidth(lead.text);
  const painted = (lead.paint ?? asItIs)(lead.text);
  return wrap(text, width - leadWidth).map((line, at) => (at === 0 ? painted : ' '.repeat(leadWidth)) + paint(line));
}

export function indented(indent: number, text: string, width: number): readonly string[] {
  return hanging({ text: ' '.repeat(indent) }, text, width);
}

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

interface LabelStyle {
  readonly indent: number;
  /** Columns for the labels. */
  readonly labelWidth: number;
  readonly width: number;
  readonly paint: (label: string) => string;
}

/** `label  text` under one another, the texts aligned. */
export function labelledLines(rows: readonly Labelled[], style: LabelStyle): readonly string[] {
  return rows.flatMap(({ label, text }) => {
    const lead = `${' '.repeat(style.indent)}${padTo(style.labelWidth, label)}  `;
    return hanging({ text: lead, paint: style.paint }, text, style.width);
  });
}

function asItIs(text: string): string {
  return text;
}
