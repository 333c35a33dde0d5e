/** What the command line, `--set` and `--json` say of a new entry, and the order in which a ledger writes it. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import { CHOICE_NAMES, valueNamed } from '../../fields/choices.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import { serviceFields } from '../../fields/licence.ts';
import { scopeNamed } from '../../fields/provinces.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, OPTION_FIELDS, optionNamed } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { isMapping, itemsOf, textOf } from '../../schema/raw-data.ts';
import { readYaml } from '../../source/yaml-reader.ts';

/** What the options say, by the key of their field. Days are words here: `+1y` is counted from another field. */
export function fieldsOfOptions(options: Readonly<Record<string, unknown>>): PlainMapping {
  return withoutAbsent(Object.fromEntries(OPTION_FIELDS.map(({ key }) => [key, valueOfOption(options[key])])));
}

function valueOfOption(given: unknown): Plain | undefined {
  return given !== undefined && isPlain(given) ? given : undefined;
}

/** Fields whose values are given in other words than the ledger's: coverage, and the values of closed lists. */
export function withValuesOfWords(fields: PlainMapping): PlainMapping {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, valueOfWord(key, value)]));
}

function valueOfWord(key: string, value: Plain): Plain {
  if (typeof value !== 'string') return value;
  if (key === serviceFields.fields.scope.key) return scopeNamed(value);
  const names = CHOICE_NAMES.get(key);
  return names === undefined ? value : (valueNamed(names, value) ?? value);
}

/** What the commands do not ask for again: an entry without them says too little. */
export const REQUIRED_FIELDS = {
  resources: ['title', 'expires'],
  licences: ['number', 'scope', 'issued', 'expires'],
  services: ['scope'],
} as const;

/** What an entry says too little without, as the command line names it. */
export function missingIn(given: PlainMapping): readonly string[] {
  const { kind, services, licence } = given;
  if (kind === undefined && services === undefined) return ['KIND'];
  const list = licence === undefined ? listOf(given) : 'services';
  const needed: readonly string[] = REQUIRED_FIELDS[list];
  return needed
    .filter((field) => given[field] === undefined && !(field === 'scope' && services !== undefined))
    .map(optionNamed);
}

/** The fields of an entry in the order in which a ledger writes them; those of single kinds stand before the notes. */
export function inOrder(fields: PlainMapping, list: keyof typeof RANKS): PlainMapping {
  const ranks = RANKS[list];
  const rank = (key: string): number => ranks.get(key) ?? ranks.size;
  return Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => rank(one) - rank(other)));
}

const RANKS = {
  licences: ranksOf(fieldsOfPaper()),
  resources: ranksOf(fieldsIn(resourceFields)),
  services: ranksOf(fieldsIn(serviceFields)),
} as const;

function ranksOf(fields: readonly Field[]): ReadonlyMap<string, number> {
  const ranks = fields.map(({ key }, at) => [key, at] as const);
  return new Map(ranks).set('notes', Infinity);
}

/** The kind of an entry, or those of its services. */
export function kindsIn(entry: PlainMapping): readonly string[] {
  const { kind } = entry;
  return typeof kind === 'string' ? [kind] : itemsOf(entry, 'services').flatMap((one) => textOf(one, 'kind') ?? []);
}

/** Where an entry belongs. */
export function listOf(entry: PlainMapping): 'licences' | 'resources' {
  return entry['services'] !== undefined || kindsIn(entry).some((kind) => catalogue.kinds.has(kind))
    ? 'licences'
    : 'resources';
}

/** Without the fields that were not given. */
export function withoutAbsent(fields: Readonly<Record<string, Plain | undefined>>): PlainMapping {
  return Object.fromEntries(Object.entries(fields).filter(isGiven));
}

function isGiven(entry: [string, Plain | undefined]): entry is [string, Plain] {
  return entry[1] !== undefined;
}

/** Whatever JSON or YAML can hold. */
export function isPlain(value: unknown): value is Plain {
  if (Array.isArray(value)) return value.every(isPlain);
  if (isMapping(value)) return Object.values(value).every(isPlain);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Fields from `--set name=value`. The value is written as in the file; a field of texts takes plain words.
 *
 * @throws {Refusal} for a word without a name or a value that is no YAML
 */
export async function fieldsOfSets(sets: readonly string[], kind: LicenceKind | undefined): Promise<PlainMapping> {
  const fields: [string, Plain][] = [];
  for (const set of sets) {
    const at = set.indexOf('=');
    const [name, word] = [set.slice(0, at).trim(), set.slice(at + 1).trim()];
    if (at === -1 || name === '') throw badSet(set);
    fields.push([name, await valueOf(word, set, kind?.fields?.find((field) => field.name === name)?.shape.type)]);
  }
  return Object.fromEntries(fields);
}

async function valueOf(word: string, set: string, type: string | undefined): Promise<Plain> {
  if (type === 'text' || type === 'day' || type === 'choice') return word;
  if (type === 'texts' && !word.startsWith('[')) return word.split(',').map((one) => one.trim());
  const read = await readYaml(word);
  if ('document' in read && isPlain(read.document.data)) return read.document.data;
  throw badSet(set);
}

function badSet(set: string): Refusal {
  return usageError({
    where: `--set ${set}`,
    what: { zh: '应写成 名称=值', en: 'not in the form NAME=VALUE' },
    remedy: {
      zh: '值的写法与台账中相同，如 --set "autoRenew={ months: 12, noticeDays: 30 }"。',
      en: 'Write the value as in the ledger, for example --set "autoRenew={ months: 12, noticeDays: 30 }".',
    },
  });
}

/** @throws {Refusal} for a field that is given twice */
export function mergeFields(...sources: readonly PlainMapping[]): PlainMapping {
  const names = sources.flatMap((source) => Object.keys(source));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return Object.fromEntries(sources.flatMap((source) => Object.entries(source)));
  throw usageError({
    where: twice,
    what: { zh: '给了两次', en: 'given twice' },
    remedy: {
      zh: `\`${optionNamed(twice)}\`、\`--set\`和\`--json\`只用其中一个。`,
      en: `Use only one of \`${optionNamed(twice)}\`, \`--set\` and \`--json\`.`,
    },
  });
}
