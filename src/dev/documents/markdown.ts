/** Pieces of Markdown out of text that may hold anything. */
import { printable } from '../../reporters/writing/printable.ts';

/** A sentence of the product: what stands between backticks stays code, the rest means what it says. */
export function prose(text: string): string {
  return printable(text)
    .split(/(`[^`]+`)/u)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[\\*<>[\]]/gu, String.raw`\$&`)))
    .join('');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row).join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}

/** A block of code; its fence is longer than any run of backticks inside. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = text.trimEnd().split('\n').map(printable);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Paragraphs of a page, with a line break at its end. */
export function page(paragraphs: readonly string[]): string {
  return `${paragraphs.filter((one) => one !== '').join('\n\n')}\n`;
}
