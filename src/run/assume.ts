/** `--assume`: the data of a ledger as if it said something else. What hangs on an entry that is gone falls with it. */
import { type Complaint, Refusal, usageError } from '../command-line/complaint.ts';
import type { Assumption } from '../command-line/options.ts';
import { holdsWords } from '../domain/edit.ts';
import { licenceOf } from '../domain/ledger-index.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { ExitCode } from '../exit-code.ts';
import type { ParsedLedger } from '../schema/parse-ledger.ts';
import { fieldOf, isMapping, itemsOf, textOf, valueAt } from '../schema/raw-data.ts';
import { outlineOf } from '../schema/references.ts';
import { readYaml } from '../source/yaml-reader.ts';
import { unknownWord } from './concerns.ts';
import { plainNumber } from './recording/named-entry.ts';

/** The data of one ledger with what is assumed of it. */
export interface Assumed {
  readonly data: unknown;
  /** Those that concern this ledger. */
  readonly assumptions: readonly Assumption[];
  /** Where the ledger has what stands at a place of this data. */
  readonly written: (path: DataPath) => DataPath;
}

/**
 * Sets and takes away what is assumed, as far as the ledger has it. `data` is that of a valid ledger.
 *
 * @throws {Refusal} for a value that is no YAML, or a field that cannot be there
 */
export async function assume(data: unknown, assumptions: readonly Assumption[]): Promise<Assumed> {
  const places = placesIn(data);
  const numbers = numbersIn(data);
  const gone: Gone = { entries: new Set(), own: new Set() };
  const concerning: Assumption[] = [];
  let changed = data;
  for (const assumption of assumptions) {
    const { entry, field } = places.has(assumption.entry) ? assumption : byNumber(assumption, numbers);
    const place = places.get(entry);
    if (place === undefined) continue;
    concerning.push(assumption);
    const isField = field.length > 0 || SECTIONS.includes(entry);
    if (isField) changed = await withField(changed, [...place, ...field], assumption);
    else (isOwn(place) ? gone.own : gone.entries).add(entry);
  }
  return { ...withoutGone(changed, gone), assumptions: concerning };
}

type Named = Pick<Assumption, 'entry' | 'field'>;

/** Parts of the file that are meant by their name. */
const SECTIONS: readonly string[] = ['company', 'policy', 'rules'];

/** What can be named, and where it stands; of what shares a name, the entry that others refer to. */
function placesIn(data: unknown): ReadonlyMap<string, DataPath> {
  const { requirements, duties, systems, resources, licences } = outlineOf(data);
  const entries = [...requirements, ...duties, ...systems, ...resources, ...licences];
  return new Map<string, DataPath>([
    ...SECTIONS.map((section) => [section, [section]] as const),
    ...entries.map(({ id = '', list, at }) => [id, [...list, at]] as const),
    ...licences.flatMap(({ id, kinds }) =>
      kinds.map(({ kind, path }) => [`${id}/${kind}`, path.slice(0, -1)] as const),
    ),
    ['company', ['company']],
  ]);
}

/** Ids by the numbers of their licences, and services by number and kind. */
function numbersIn(data: unknown): ReadonlyMap<string, string> {
  return new Map(
    outlineOf(data).licences.flatMap(({ id = '', fields, kinds }) => {
      const number = plainNumber(textOf(fields, 'number') ?? '');
      return ['', ...kinds.map(({ kind }) => `/${kind}`)].map(
        (below) => [`${number}${below}`, `${id}${below}`] as const,
      );
    }),
  );
}

/** Points may belong to a number, as in `A2.B1-20220001.expires`. */
function byNumber({ entry, field, value }: Assumption, numbers: ReadonlyMap<string, string>): Named {
  const steps = [entry, ...field];
  for (const at of steps.keys()) {
    const id = numbers.get(plainNumber(steps.slice(0, at + 1).join('.')));
    const below = steps.slice(at + 1);
    if (id !== undefined && (below.length > 0 || value === undefined)) return { entry: id, field: below };
  }
  return { entry, field };
}

function isOwn([list]: DataPath): boolean {
  return list === 'requirements' || list === 'duties';
}

async function withField(data: unknown, path: DataPath, assumption: Assumption): Promise<unknown> {
  const value = await valueOf(assumption);
  if (value === undefined && valueAt(data, path) === undefined) {
    const known = Object.keys(valueAt(data, path.slice(0, -1)) ?? {});
    throw unknownWord(whereOf(assumption), String(path.at(-1)), known, NOT_ON_RECORD);
  }
  return withValue(data, path, value, assumption);
}

/** As the file writes it; a field of the company's own words takes them as they are. */
async function valueOf(assumption: Assumption): Promise<unknown> {
  const { field, value } = assumption;
  if (value === undefined || holdsWords(field.at(-1) ?? '')) return value;
  const read = await readYaml(value);
  if ('document' in read) return read.document.data;
  throw usageError({
    where: whereOf(assumption),
    what: { zh: '等号后面的值不是有效的YAML', en: 'the value after the equals sign is not valid YAML' },
    remedy: AS_IN_THE_LEDGER,
  });
}

/** The data with another value at a path, or without one. Mappings on the way are made where they are missing. */
function withValue(data: unknown, [step, ...rest]: DataPath, value: unknown, assumption: Assumption): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    return Array.isArray(data) ? data.with(step, withValue(data[step], rest, value, assumption)) : data;
  }
  const fields = data ?? {};
  if (!isMapping(fields)) throw usageError({ where: whereOf(assumption), ...NO_MAPPING });
  const below = withValue(fieldOf(fields, step), rest, value, assumption);
  const others = Object.entries(fields).filter(([key]) => key !== step);
  return Object.fromEntries(below === undefined ? others : [...others, [step, below]]);
}

function whereOf({ word }: Assumption): string {
  return `--assume ${word}`;
}

const NOT_ON_RECORD: Text = { zh: '台账中没有登记这一项', en: 'the ledger has no such value' };
const NO_MAPPING: Complaint = {
  what: { zh: '这个字段下面没有别的字段', en: 'this field has no fields of its own' },
  remedy: { zh: '用 `ledger show` 查看条目有哪些字段。', en: 'Run `ledger show` to see the fields of the entry.' },
};

/** Names of what is taken away. */
interface Gone {
  /** Ids of entries, and services `ID/KIND`. */
  readonly entries: Set<string>;
  /** Ids of the company's own requirements and duties. */
  readonly own: Set<string>;
}

/** What is left of the ledger: each list without what is gone, and nothing that names it. */
function withoutGone(data: unknown, gone: Gone): Pick<Assumed, 'data' | 'written'> {
  if (gone.entries.size + gone.own.size === 0) return { data, written: (path) => path };
  const stays = staying(data, gone);
  /** By the path of a list in what is left: where its items stood. */
  const stood = new Map<string, readonly number[]>();
  return { data: left(data, [], []), written };

  function left(value: unknown, from: DataPath, to: DataPath): unknown {
    if (Array.isArray(value)) {
      const places = [...value.keys()].filter((at) => stays(value[at], [...from, at]));
      stood.set(formatPath(to), places);
      return places.map((at, now) => left(value[at], [...from, at], [...to, now]));
    }
    if (!isMapping(value)) return value;
    const fields = Object.entries(value).filter(([key, one]) => stays(one, [...from, key]));
    return Object.fromEntries(fields.map(([key, one]) => [key, left(one, [...from, key], [...to, key])]));
  }

  function written(path: DataPath): DataPath {
    return path.map((step, at) =>
      typeof step === 'number' ? (stood.get(formatPath(path.slice(0, at)))?.[step] ?? step) : step,
    );
  }
}

/** Whether a value at a path of the data stays. */
function staying(data: unknown, { entries, own }: Gone): (value: unknown, path: DataPath) => boolean {
  for (const { id = '', kinds } of outlineOf(data).licences) {
    // A paper that allows nothing is no paper.
    if (kinds.every(({ kind }) => entries.has(`${id}/${kind}`))) entries.add(id);
  }
  const isThere = (name: unknown): boolean =>
    typeof name !== 'string' || !(entries.has(name) || entries.has(licenceOf(name)));
  const isOwnThere = (id: unknown): boolean => typeof id !== 'string' || !own.has(id);
  const isRuleThere = (rule: unknown): boolean =>
    typeof rule !== 'string' || !rule.startsWith('own/') || isOwnThere(rule.slice('own/'.length));
  for (const [list, bearer] of BEARERS) {
    for (const one of itemsOf(data, list)) if (!isThere(fieldOf(one, bearer))) own.add(textOf(one, 'id') ?? '');
  }
  const hasId = (entry: unknown): boolean => isThere(fieldOf(entry, 'id'));
  const isOwnEntryThere = (entry: unknown): boolean => isOwnThere(fieldOf(entry, 'id'));
  const tests = new Map<string, (value: unknown, path: DataPath) => boolean>(
    Object.entries({
      'licences.*': hasId,
      'licences.*.services.*': (service, path) =>
        isThere(`${textOf(valueAt(data, path.slice(0, 2)), 'id')}/${textOf(service, 'kind')}`),
      'resources.*': hasId,
      'resources.*.serves.*': isThere,
      'resources.*.follows': isThere,
      'company.systems.*': hasId,
      'company.changes.*': (change) => isThere(fieldOf(change, 'of')),
      'requirements.*': isOwnEntryThere,
      'duties.*': isOwnEntryThere,
      'waivers.*': (waiver) => isThere(fieldOf(waiver, 'entry')) && isRuleThere(fieldOf(waiver, 'rule')),
      'rules.*': (_, path) => isRuleThere(path[1]),
    }),
  );
  return (value, path) => {
    const pattern = path.map((step, at) =>
      typeof step === 'number' || (at === 1 && path[0] === 'rules') ? '*' : step,
    );
    return tests.get(pattern.join('.'))?.(value, path) ?? true;
  };
}

const BEARERS = [
  ['requirements', 'licence'],
  ['duties', 'for'],
] as const;

/** Refused where the schema finds fault with what is assumed. @throws {Refusal} */
export function assertValid({ problems }: ParsedLedger, { assumptions }: Assumed): void {
  const [first, ...others] = problems.map(({ message, remedy }): Complaint => ({
    where: assumptions.map(whereOf).join(' '),
    what: message,
    remedy: remedy ?? AS_IN_THE_LEDGER,
  }));
  if (first !== undefined) throw new Refusal(ExitCode.usage, first, others);
}

const AS_IN_THE_LEDGER: Text = {
  zh: '值的写法与台账中相同；字段见 `ledger schema`。',
  en: 'Write the value as in the ledger; `ledger schema` lists the fields.',
};

/** What was read of a ledger. */
interface Read {
  readonly document?: { readonly data: unknown } | undefined;
  readonly assumed?: readonly Assumption[] | undefined;
}

/** @throws {Refusal} for an entry that no ledger has */
export function assertAssumed(assumptions: readonly Assumption[], ledgers: readonly Read[]): void {
  const found = new Set(ledgers.flatMap(({ assumed = [] }) => assumed));
  const unknown = assumptions.find((assumption) => !found.has(assumption));
  if (unknown === undefined) return;
  const known = ledgers.flatMap(({ document }) => [...placesIn(document?.data).keys()]);
  throw unknownWord(whereOf(unknown), unknown.entry, known, NO_SUCH_ENTRY);
}

const NO_SUCH_ENTRY: Text = { zh: '没有这个条目', en: 'no such entry' };
