/** `ledger add KIND`: a new licence, contract or proof, or a further service of a licence. */
import { type Complaint, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import { needersIn } from '../../domain/check.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { didYouMean } from '../../domain/near-word.ts';
import { newId } from '../../domain/new-id.ts';
import type { ExitCode } from '../../exit-code.ts';
import { optionNamed } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { firstDayOf, settleDays } from '../../run/recording/given-days.ts';
import {
  fieldsOfOptions,
  fieldsOfSets,
  inOrder,
  mergeFields,
  readJsonEntry,
  REQUIRED_FIELDS,
} from '../../run/recording/given-entry.ts';
import { kindNamed, nearestKind } from '../../run/recording/kinds.ts';
import { servedNamed, takenIds } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { HINTS, missingOptions } from '../../run/recording/questions.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import type { Asking } from './defaults.ts';
import { askFields, askKind, usedKinds } from './questions.ts';
import { assertNotRecorded } from './recorded-already.ts';
import { planService } from './service.ts';

export interface AddOptions extends WriteOptions {
  readonly json?: string | undefined;
  readonly set?: readonly string[] | undefined;
  /** The licence that a service is added to. */
  readonly licence?: string | undefined;
  /** Those that give a field each. */
  readonly [field: string]: unknown;
}

/**
 * Adds one entry, or one service; at a terminal it asks for what was not given.
 *
 * @throws {Refusal} for values that are missing or wrong
 */
export async function add(
  kindGiven: string | undefined,
  options: AddOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const json = options.json === undefined ? {} : await readJsonEntry(options.json, io);
  const word = kindFrom(kindGiven, json);
  const open = await openLedger(options.file, invocation);
  const dialogue = await io.dialogue();
  const asking =
    dialogue === undefined
      ? undefined
      : { ledger: open.ledger, today: open.today, dialogue, language: languages.people };
  const kind = await settleKind(word, open, asking, invocation);
  const given = mergeFields(
    fieldsOfOptions(options),
    await fieldsOfSets(options.set ?? [], catalogue.kinds.get(kind)),
    withoutKind(json),
  );
  const { licence } = options;
  if (licence !== undefined) {
    // What does not fit the licence is told before anything is asked.
    planService({ kind, licence, fields: given }, open);
    const fields = await complete(kind, 'services', given, open, asking);
    return recordEdits({ open, options, dialogue }, (now) => planService({ kind, licence, fields }, now), invocation);
  }
  const list = listOf(kind);
  const fields = await complete(kind, list, given, open, asking);
  await warnOfIdle(kind, fields, open, invocation);
  return recordEdits({ open, options, dialogue }, (now) => planFor(kind, fields, now), invocation);
}

function kindFrom(given: string | undefined, json: PlainMapping): string | undefined {
  const { kind } = json;
  if (kind === undefined) return given;
  const isSame = (word: string): boolean => (kindNamed(word)?.kind ?? word) === kind;
  if (typeof kind === 'string' && (given === undefined || isSame(given))) return kind;
  throw usageError({
    where: '--json',
    what: { zh: '其中的kind与命令行不一致', en: 'its kind is not the one of the command line' },
    remedy: { zh: '改成一致，或在JSON中省去kind。', en: 'Make them agree, or leave kind out of the JSON.' },
  });
}

function withoutKind(entry: PlainMapping): PlainMapping {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'kind'));
}

/** The kind that a word means; a word of the company's own where nothing is near to it. */
async function settleKind(
  word: string | undefined,
  { ledger }: OpenLedger,
  asking: Asking | undefined,
  { io, languages }: Invocation,
): Promise<string> {
  if (word === undefined) {
    if (asking === undefined) throw missingOptions(['KIND']);
    return askKind(asking);
  }
  const known = kindNamed(word)?.kind;
  if (known !== undefined) return known;
  const used = usedKinds(ledger);
  const meant = used.includes(word) ? undefined : nearestKind(word, used);
  if (meant === undefined) return word;
  const what = { zh: `${word}是新的种类，没有规则会用到它`, en: `${word} is a new kind that no rule knows` };
  if (asking === undefined) {
    const notice = { where: 'KIND', what, remedy: didYouMean(meant) ?? what };
    await io.stderr.write(renderNotice(notice, languages.people));
    return word;
  }
  const { dialogue, language } = asking;
  const isMeant = await dialogue.confirm({
    label: { zh: `${what.zh}。改为 ${meant}？`, en: `${what.en}. Take ${meant} instead?` }[language],
    hint: HINTS.confirm[language],
    yes: meant,
    no: word,
    initial: true,
  });
  return isMeant === false ? word : meant;
}

/** With all that must be given, and days written out. @throws {Refusal} where something is missing and nobody can be asked */
async function complete(
  kind: string,
  list: keyof typeof REQUIRED_FIELDS,
  given: PlainMapping,
  open: OpenLedger,
  asking: Asking | undefined,
): Promise<PlainMapping> {
  const settled = settleDays(given, open, list === 'resources');
  const missing = REQUIRED_FIELDS[list].filter((field) => settled[field] === undefined);
  if (missing.length === 0) return settled;
  if (asking === undefined) throw missingOptions(missing.map(optionNamed));
  const answered = Object.entries(await askFields(kind, list, settled, asking));
  const isSaid = ([field, value]: (typeof answered)[number]): boolean =>
    field in settled || (value !== '' && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(answered.filter(isSaid));
}

function listOf(kind: string): 'licences' | 'resources' {
  return catalogue.kinds.has(kind) ? 'licences' : 'resources';
}

function planFor(kind: string, given: PlainMapping, { ledger, today }: OpenLedger): Plan {
  const list = listOf(kind);
  const fields = withServed(given, ledger);
  assertNotRecorded(kind, list, fields, ledger);
  const { id: chosen } = fields;
  const id = chosen ?? newId(kind, firstDayOf(fields) ?? today, takenIds(ledger));
  // Whatever else it may be, the schema refuses it.
  const name = typeof id === 'string' ? id : kind;
  return {
    edits: [{ kind: 'append-entry', list, entry: inOrder({ ...fields, id, kind }, list) }],
    entry: name,
    path: [list, ledger[list].length],
    done: { zh: `${name} 已登记`, en: `${name} is recorded` },
    optionOf: (field) => (field === 'kind' ? 'KIND' : optionNamed(field)),
  };
}

/** Licences that are named by their numbers, by their ids. */
function withServed(fields: PlainMapping, ledger: Ledger): PlainMapping {
  const { serves } = fields;
  if (!Array.isArray(serves)) return fields;
  return { ...fields, serves: serves.map((word) => (typeof word === 'string' ? servedNamed(word, ledger) : word)) };
}

/** A contract of a kind that a licence needs counts for none unless it says for which. */
async function warnOfIdle(
  kind: string,
  { serves }: PlainMapping,
  { ledger }: OpenLedger,
  { io, languages }: Invocation,
): Promise<void> {
  if (Array.isArray(serves) && serves.length > 0) return;
  const needersOf = needersIn(catalogue);
  const needer = ledger.licences.find((licence) => needersOf(licence, kind).length > 0);
  if (needer === undefined) return;
  const notice: Complaint = {
    where: '--serves',
    what: {
      zh: '没有写明用于哪张许可证，检查时不会算在任何一张上',
      en: 'no licence is named that it serves, so it counts for none',
    },
    remedy: { zh: `加上 \`--serves ${needer.id}\`。`, en: `Add \`--serves ${needer.id}\`.` },
  };
  await io.stderr.write(renderNotice(notice, languages.people));
}
