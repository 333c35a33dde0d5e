/** Markdown as CommonMark with GitHub's tables and HTML sees it. */
import MarkdownIt, { type Token } from 'markdown-it';

const reader = new MarkdownIt({ html: true }).enable(['table', 'strikethrough']);

export interface MarkdownPage {
  /** Block by block, the tables' rows left out. */
  readonly blocks: readonly string[];
  /** Text of the cells, heading rows left out; what stands there as code stands between backticks. */
  readonly rows: readonly (readonly string[])[];
  /** Text of the items of lists. */
  readonly items: readonly string[];
  readonly headings: readonly string[];
  /** Raw HTML of both sorts. */
  readonly html: readonly string[];
  /** Kinds of all inline tokens. */
  readonly inline: ReadonlySet<string>;
  /** All text that is no code: here names are called and issues pointed at. */
  readonly prose: string;
}

export function readMarkdown(document: string): MarkdownPage {
  const tokens = reader.parse(document, {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  return {
    blocks: tokens
      .filter(({ nesting, type }) => nesting === 1 && !/^(?:t[rhd]|thead|tbody)_/u.test(type))
      .map(({ type }) => type),
    rows: within(tokens, 'tr')
      .map((row) => within(row, 'td').map(textOf))
      .filter((cells) => cells.length > 0),
    items: within(tokens, 'list_item').map(textOf),
    headings: within(tokens, 'heading').map(textOf),
    html: [...tokens, ...inline].filter(({ type }) => type.startsWith('html')).map(({ content }) => content.trim()),
    inline: new Set(inline.map(({ type }) => type)),
    prose: inline.map(({ type, content }) => (type === 'text' ? content : ' ')).join(''),
  };
}

/** The tokens between each `NAME_open` and its `NAME_close`. */
function within(tokens: readonly Token[], name: string): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  let inside: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === `${name}_close`) inside = undefined;
    else if (token.type === `${name}_open`) found.push((inside = []));
    else inside?.push(token);
  }
  return found;
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .flatMap((token) => token.children ?? [])
    .map(({ type, content }) => (type === 'code_inline' ? `\`${content}\`` : content))
    .join('');
}
