import { nearest } from '../../domain/near-word.ts';
/** Kinds by what people call them. */
import { type KindFinder, kindFinder, type KnownKind } from '../../fields/kind-words.ts';
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
export function nearestKind(word: string, others: readonly string[] = []): string | undefined {
  const { words } = kindWords();
  const name = nearest(word, [...others, ...words.keys()]);
  return name === undefined ? undefined : (words.get(name)?.kind ?? name);
}
