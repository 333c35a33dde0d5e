/** `ledger add KIND`: a new licence, contract or proof. */
import { renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import type { EntryList, PlainMapping } from '../../domain/edit.ts';
import { newId } from '../../domain/new-id.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { inOrder, optionNamed, REQUIRED_FIELDS } from '../../run/recording/entry-fields.ts';
import { firstDayOf, settleDays } from '../../run/recording/given-days.ts';
import {
  type FieldOptions,
  fieldsOfOptions,
  fieldsOfSets,
  mergeFields,
  readJsonEntry,
} from '../../run/recording/given-entry.ts';
import { takenIds } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { HINTS, missingOptions } from '../../run/recording/questions.ts';
import { recordEdits } from '../../run/recording/record-edits.ts';
import { didYouMean } from '../../schema/did-you-mean.ts';
import { askFields, type Asking, askKind, isLicenceKind, kindProbablyMeant } from './questions.ts';

export interface AddOptions extends WriteOptions, FieldOptions {
  readonly json?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

/**
 * Adds one entry; at a terminal it asks for what was not given.
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
  const fields = await complete(kind, given, open, asking);
  return recordEdits({ open, options, dialogue }, (now) => planFor(kind, fields, now), invocation);
}

function kindFrom(given: string | undefined, json: PlainMapping): string | undefined {
  const { kind } = json;
  if (kind === undefined) return given;
  if (typeof kind === 'string' && (given === undefined || given === kind)) return kind;
  throw usageError({
    where: '--json',
    what: { zh: '其中的kind与命令行不一致', en: 'its kind is not the one of the command line' },
    remedy: { zh: '改成一致，或在JSON中省去kind。', en: 'Make them agree, or leave kind out of the JSON.' },
  });
}

function withoutKind(entry: PlainMapping): PlainMapping {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'kind'));
}

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
  const meant = kindProbablyMeant(word, ledger);
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
  given: PlainMapping,
  { today }: OpenLedger,
  asking: Asking | undefined,
): Promise<PlainMapping> {
  const settled = settleDays(given, today, !isLicenceKind(kind));
  const missing = REQUIRED_FIELDS[listOf(kind)].filter((field) => settled[field] === undefined);
  if (missing.length === 0) return settled;
  if (asking === undefined) throw missingOptions(missing.map(optionNamed));
  const answered = Object.entries(await askFields(kind, settled, asking));
  const isSaid = ([field, value]: (typeof answered)[number]): boolean =>
    field in settled || (value !== '' && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(answered.filter(isSaid));
}

function listOf(kind: string): Extract<EntryList, 'licences' | 'resources'> {
  return isLicenceKind(kind) ? 'licences' : 'resources';
}

function planFor(kind: string, fields: PlainMapping, { ledger, today }: OpenLedger): Plan {
  const list = listOf(kind);
  const { id: given } = fields;
  const id = given ?? newId(kind, firstDayOf(fields) ?? today, takenIds(ledger));
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
