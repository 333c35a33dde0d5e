/** Kinds by what people call them. */
import type { Ledger } from '../../domain/ledger.ts';
import { nearest } from '../../domain/near-word.ts';
import { nameOfResourceKind, RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { Language } from '../../domain/text.ts';
import { type KindFinder, kindFinder, type KnownKind } from '../../fields/kind-words.ts';
import { type Choice, choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';

let made: KindFinder | undefined;

/** Every word for the kinds that the program knows. */
export function kindWords(): KindFinder {
  made ??= kindFinder([...catalogue.kinds.values()]);
  return made;
}

/** The kind that a word means; undefined where nobody can tell. */
export function kindNamed(word: string): KnownKind | undefined {
  return kindWords().named(word);
}

/** The kind whose name is nearest to a word that is none. @param others kinds of the company's own */
function nearestKind(word: string, others: readonly string[] = []): string | undefined {
  const { words } = kindWords();
  const name = nearest(word, [...others, ...words.keys()]);
  return name === undefined ? undefined : (words.get(name)?.kind ?? name);
}

/** The kinds that a word which is none probably means: the nearest, and those that are called something like it. */
export function likelyKinds(word: string, others: readonly string[] = []): readonly string[] {
  const near = nearestKind(word, others);
  return [...new Set([...(near === undefined ? [] : [near]), ...kindWords().like(word)])].slice(0, MOST_LIKELY);
}

const MOST_LIKELY = 3;

/** The kinds that may be recorded, those first that are likely. */
export function kindChoices(first: readonly string[], language: Language): readonly Choice[] {
  const kinds = new Set([...first, ...Object.keys(RESOURCE_KINDS), ...catalogue.kinds.keys()]);
  return [...kinds].map((kind) => choiceOf(kind, kindName(kind, language)));
}

/** What a kind of the company's own may be called. */
export const KIND_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** A kind by any word for it, or a new one of the company's own. */
export function kindChoice(typed: string, language: Language): Choice | undefined {
  const known = kindNamed(typed)?.kind;
  if (known !== undefined) return choiceOf(known, kindName(known, language));
  return KIND_NAME.test(typed) ? choiceOf(typed, { zh: '新的种类', en: 'a new kind' }[language]) : undefined;
}

/** The kinds that the entries of a ledger have. */
export function usedKinds({ licences, resources }: Ledger): readonly string[] {
  return [...resources, ...licences.flatMap(({ services }) => services)].map(({ kind }) => kind);
}

/** What a kind is called; nothing where it is the company's own word. */
export function kindName(kind: string, language: Language): string {
  const name = catalogue.kinds.get(kind)?.name ?? nameOfResourceKind(kind);
  return name.zh === kind ? '' : name[language];
}
