/** What the command line, `--set` and `--json` say of a new entry, and the order in which a ledger writes it. */
import { resolve } from 'node:path';

import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { refused } from '../../command-line/path-complaint.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import { serviceFields } from '../../fields/licence.ts';
import { scopeNamed } from '../../fields/provinces.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, OPTION_FIELDS, optionNamed } from '../../fields/uses.ts';
import type { Io } from '../../platform/io.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { readYaml } from '../../source/yaml-reader.ts';

/** What the options say, by the key of their field. Days are words here: `+1y` is counted from another field. */
export function fieldsOfOptions(options: Readonly<Record<string, unknown>>): PlainMapping {
  return withoutAbsent(
    Object.fromEntries(OPTION_FIELDS.map(({ key, shape }) => [key, valueOfOption(options[key], shape)])),
  );
}

function valueOfOption(given: unknown, { type }: Field['shape']): Plain | undefined {
  if (typeof given === 'string' && type === 'scope') return scopeNamed(given);
  return given !== undefined && isPlain(given) ? given : undefined;
}

/** What the commands do not ask for again: an entry without them says too little. */
export const REQUIRED_FIELDS = {
  resources: ['title', 'expires'],
  licences: ['number', 'scope', 'issued', 'expires'],
  services: ['scope'],
} as const;

/** The fields of an entry in the order in which a ledger writes them; those of single kinds stand before the notes. */
export function inOrder(fields: PlainMapping, list: 'licences' | 'resources' | 'services'): PlainMapping {
  const keys = ORDERS[list].map(({ key }) => key).filter((key) => key !== 'notes');
  const rank = (key: string): number => {
    const at = keys.indexOf(key);
    return key === 'notes' ? keys.length + 1 : at === -1 ? keys.length : at;
  };
  return Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => rank(one) - rank(other)));
}

const ORDERS = {
  licences: fieldsOfPaper(),
  resources: fieldsIn(resourceFields),
  services: fieldsIn(serviceFields),
} as const;

/** Without the fields that were not given. */
export function withoutAbsent(fields: Readonly<Record<string, Plain | undefined>>): PlainMapping {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * The entry that `--json` gives: a file, or `-` for stdin.
 *
 * @throws {Refusal} where it is no single JSON object
 */
export async function readJsonEntry(source: string, io: Io): Promise<PlainMapping> {
  const where = `--json ${source}`;
  const read = source === '-' ? io.readStdin() : io.files.read(resolve(io.cwd, source));
  const bytes = await read.catch((error: unknown) => {
    throw usageError(refused(where, error));
  });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw notJson(where, error instanceof Error ? error.message : String(error));
  }
  if (isPlain(value) && isMapping(value)) return value;
  throw usageError({
    where,
    what: { zh: '应为一个JSON对象，即一个条目', en: 'it must be one JSON object: one entry' },
    remedy: {
      zh: '写成 {"title": "…", "expires": "2027-12-31"}。',
      en: 'Write {"title": "…", "expires": "2027-12-31"}.',
    },
  });
}

function notJson(where: string, reason: string): Refusal {
  return usageError({
    where,
    what: { zh: `不是有效的JSON（UTF-8）：${reason}`, en: `it is not valid JSON in UTF-8: ${reason}` },
    remedy: { zh: '请改正后再试。', en: 'Correct it and try again.' },
  });
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
    what: { zh: '应写成 名称=值', en: 'it must be NAME=VALUE' },
    remedy: {
      zh: '值的写法与台账中相同，如 --set "autoRenew={ months: 12, noticeDays: 30 }"。',
      en: 'The value stands as in the ledger, as in --set "autoRenew={ months: 12, noticeDays: 30 }".',
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
    what: { zh: '给了两次', en: 'it is given twice' },
    remedy: {
      zh: `\`${optionNamed(twice)}\`、\`--set\`和\`--json\`只用其中一个。`,
      en: `Give it by \`${optionNamed(twice)}\`, by \`--set\` or by \`--json\`, once.`,
    },
  });
}
