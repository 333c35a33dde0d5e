/** The one place where text becomes HTML: whatever comes from a ledger is escaped here and nowhere else. */
import { isOnlyPlain, printable } from './printable.ts';

/** A piece of HTML. Only this file makes them, so that a string can never be taken for one. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type Insertable = Markup | string | number | undefined | readonly Insertable[];

/**
 * HTML from a template. What is inserted is escaped unless it is markup itself; it may stand in text and between the
 * quotes of an attribute. Nothing is written for undefined.
 */
export function markup(pieces: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  let source = pieces[0] ?? '';
  for (const [at, value] of values.entries()) source += sourceOf(value) + (pieces[at + 1] ?? '');
  return new Markup(source);
}

/** The content of `<style>` or `<script>`, which HTML knows no escapes for. @throws where it would end its element */
export function verbatim(element: 'style' | 'script', content: string): Markup {
  if (/<\/|<!--/u.test(content)) throw new Error(`this would end the <${element}> that it stands in`);
  return new Markup(`<${element}>${content}</${element}>`);
}

function sourceOf(value: Insertable): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  let source = '';
  for (const one of value) source += sourceOf(one);
  return source;
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** What has a meaning in HTML, and the code points that it forbids: those which Unicode says are no characters. */
const SPECIAL = /[&<>"'\p{Noncharacter_Code_Point}]/gu;

/** Of what is plain these alone; nearly all text has none of them. */
const SPECIAL_IN_PLAIN = /[&<>"']/;

/** Characters that cannot be seen turn into visible escapes first: they might hide words or turn the writing round. */
function escape(text: string): string {
  if (!SPECIAL_IN_PLAIN.test(text) && isOnlyPlain(text)) return text;
  return printable(text).replaceAll(SPECIAL, (character) => REFERENCES.get(character) ?? '&#xFFFD;');
}
