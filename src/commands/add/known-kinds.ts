/** Kinds of entries: those that rules know, and those that this ledger uses. */
import type { Ledger } from '../../domain/ledger.ts';
import { RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { nearest } from '../../schema/did-you-mean.ts';

/** Each once, with what people call it. Those of the ledger come first: they are likely to come again. */
export function knownKinds({ licences, resources }: Ledger): ReadonlyMap<string, Text> {
  const used = [...resources, ...licences].map(({ kind }) => kind);
  const all = new Set([...used, ...Object.keys(RESOURCE_KINDS), ...catalogue.kinds.keys()]);
  return new Map([...all].map((kind) => [kind, nameOf(kind)]));
}

function nameOf(kind: string): Text {
  const licence = catalogue.kinds.get(kind);
  if (licence !== undefined) return licence.name;
  return (Object.hasOwn(RESOURCE_KINDS, kind) ? RESOURCE_KINDS[kind] : undefined) ?? { zh: '', en: '' };
}

export function isLicenceKind(kind: string): boolean {
  return catalogue.kinds.has(kind);
}

/** The known kind that an unknown word was probably meant to be. */
export function kindProbablyMeant(kind: string, ledger: Ledger): string | undefined {
  const known = knownKinds(ledger);
  return known.has(kind) ? undefined : nearest(kind, known.keys());
}
