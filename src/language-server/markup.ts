/** Text as an editor shows it: nothing in it is a link or a mark but what we make one. */
import type { MarkupContent } from 'vscode-languageserver';

import * as markdown from '../reporters/writing/markdown.ts';
import { printable } from '../reporters/writing/printable.ts';

export interface Markup {
  readonly prose: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (text: string, url: string) => string;
  /** Of parts, each of which has paragraphs. */
  readonly page: (parts: readonly (readonly string[])[]) => MarkupContent;
}

export const MARKDOWN: Markup = {
  prose: markdown.prose,
  strong: (text) => `**${markdown.plain(text)}**`,
  code: markdown.code,
  link: (text, url) => `[${markdown.prose(text)}](<${url}>)`,
  page: (parts) => ({ kind: 'markdown', value: parts.map((part) => part.join('\n\n')).join('\n\n---\n\n') }),
};

export const PLAIN: Markup = {
  prose: printable,
  strong: printable,
  code: printable,
  link: (text, url) => `${printable(text)} ${url}`,
  page: (parts) => ({ kind: 'plaintext', value: parts.map((part) => part.join('\n')).join('\n\n') }),
};
