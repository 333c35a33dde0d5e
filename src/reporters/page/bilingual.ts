/** Words on a page that holds both languages, of which the reader sees one. */
import type { Finding } from '../../domain/finding.ts';
import type { Severity } from '../../domain/severity.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';
import { MARKS, SEVERITY_NAMES } from '../writing/words.ts';

/** Values of the `lang` attribute. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** A sentence of the product in both languages, with days and what stands between backticks marked up. */
export function both({ zh, en }: Text): Markup {
  const known = written.get(zh);
  if (known?.en === en) return known.markup;
  if (written.size >= MOST_KEPT) written.clear();
  const made = inEach((language) => withCode(language === 'zh' ? zh : en));
  written.set(zh, { en, markup: made });
  return made;
}

/** By their Chinese: pages say the same labels, laws and remedies many times. */
const written = new Map<string, { readonly en: string; readonly markup: Markup }>();
const MOST_KEPT = 1000;

/** Something that is put together once for each language. */
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

/** A command: what is not left to the reader is the same in both languages. */
export function commandWords({ zh, en }: Text): Markup {
  const words = en === zh ? unbroken(zh) : inEach((language) => unbroken({ zh, en }[language]));
  return markup`<code class="command">${words}</code>`;
}

/** An option or a day that a line broke at its hyphen would read as something else. */
function unbroken(command: string): Markup {
  const words = command.split(/((?<= )\S*-\S*)/u);
  return markup`${words.map((word, at) => (at % 2 === 0 ? word : markup`<span>${word}</span>`))}`;
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

export type Weight = Severity | 'waived';

/** From the gravest down. */
export const WEIGHTS: readonly Weight[] = ['error', 'warning', 'info', 'waived'];

export const WEIGHT_NAMES: Readonly<Record<Weight, Text>> = {
  error: SEVERITY_NAMES.error,
  warning: SEVERITY_NAMES.warning,
  info: SEVERITY_NAMES.info,
  waived: { zh: '已豁免', en: 'waived' },
};

export function weightOf({ severity, waived }: Finding): Weight {
  return waived === undefined ? severity : 'waived';
}

/** A severity in a mark and a word: colour only comes on top. */
export function severityBadge(weight: Weight): Markup {
  return markup`<span class="badge ${weight}"><span aria-hidden="true">${MARKS[weight]}</span> ${both(WEIGHT_NAMES[weight])}</span>`;
}

/** `负责：网络部`: who answers for it. */
export function ownerWords(owner: string): Markup {
  return markup`${both({ zh: '负责人：', en: 'Owner: ' })}${recorded(owner)}`;
}
