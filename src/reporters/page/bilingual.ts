/** Words on a page that holds both languages, of which the reader sees one. */
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';

/** Values of the `lang` attribute. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** A sentence of the product in both languages, with days and what stands between backticks marked up. */
export function both(text: Text): Markup {
  return inEach((language) => withCode(text[language]));
}

/** Something that is put together anew for each language. */
export function inEach(content: (language: Language) => Insertable): Markup {
  return markup`${LANGUAGES.map(
    (language) => markup`<span class="${language}" lang="${LANGUAGE_TAGS[language]}">${content(language)}</span>`,
  )}`;
}

/** Words as somebody recorded them, in whatever language and direction. */
export function recorded(text: string): Markup {
  return /\p{Script=Han}/u.test(text)
    ? markup`<bdi lang="${LANGUAGE_TAGS.zh}">${text}</bdi>`
    : markup`<bdi>${text}</bdi>`;
}

const CODE = /`([^`]*)`/u;
const DAY = /(\d{4}-\d{2}-\d{2})/u;

/** Splitting by a group keeps what it holds, at every other place. */
function withCode(sentence: string): Insertable {
  return sentence.split(CODE).map((piece, at) => (at % 2 === 1 ? markup`<code>${piece}</code>` : withDays(piece)));
}

/** Days are marked as such, so that no line breaks within one. */
function withDays(sentence: string): Insertable {
  return sentence.split(DAY).map((piece, at) => (at % 2 === 1 ? markup`<time>${piece}</time>` : piece));
}
