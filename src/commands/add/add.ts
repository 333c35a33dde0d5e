/** `ledger add KIND`: a new licence, contract or proof, or another service of a licence. */
import { renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions } from '../../command-line/options.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { didYouMean } from '../../domain/near-word.ts';
import { newId } from '../../domain/new-id.ts';
import type { Text } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { optionNamed } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { paperStem } from '../../run/recording/add-service.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { firstDayOf, settleDays } from '../../run/recording/given-days.ts';
import {
  fieldsOfOptions,
  fieldsOfSets,
  inOrder,
  kindsIn,
  listOf,
  mergeFields,
  missingIn,
  withValuesOfWords,
} from '../../run/recording/given-entry.ts';
import type { Interview } from '../../run/recording/interview.ts';
import { readJsonEntry } from '../../run/recording/json-entry.ts';
import { KIND_NAME, kindNamed, likelyKinds, usedKinds } from '../../run/recording/kinds.ts';
import { takenIds, withServed } from '../../run/recording/named-entry.ts';
import { type OpenLedger, openLedger } from '../../run/recording/open-ledger.ts';
import { askAndRecord } from '../../run/recording/record-edits.ts';
import { recordedAlready } from '../../run/recording/recorded-already.ts';
import { servesNothing } from '../../run/recording/usual-answers.ts';
import type { NearKind } from './interview.ts';
import { planService } from './service.ts';

export interface AddOptions extends InterviewOptions {
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
  const { io } = invocation;
  const language = invocation.languages.people;
  const { kind: kindInJson, ...json } = options.json === undefined ? {} : await readJsonEntry(options.json, io);
  const word = kindFrom(kindGiven, kindInJson);
  const open = await openLedger(options.file, invocation);
  const near = nearKind(word, open);
  const canAsk = (await io.dialogue()) !== undefined;
  if (near !== undefined && !canAsk) await complainOfKind(near, invocation);
  const kind = near !== undefined && canAsk ? undefined : word;

  const sets = await fieldsOfSets(options.set ?? [], catalogue.kinds.get(kind ?? ''));
  const merged = withValuesOfWords(mergeFields(fieldsOfOptions(options), sets, json));
  const fields = settleDays(merged, open, kind === undefined || !catalogue.kinds.has(kind));
  const { licence } = options;
  const given: PlainMapping = {
    ...fields,
    ...(kind === undefined ? {} : { kind }),
    ...(licence === undefined ? {} : { licence }),
  };
  // What does not fit the licence is told before anything is asked.
  if (kind !== undefined && licence !== undefined) planService({ kind, licence, fields }, open);
  const missing = missingIn(given);
  if (missing.length === 0) await warnOfIdle(given, open, invocation);
  const interview = async (said: PlainMapping): Promise<Interview<PlainMapping>> => {
    // Loaded where something is asked alone: answers are judged by the schemas, which take long to build.
    const { askAdd } = await import('./interview.ts');
    return askAdd(said, { open, language, near });
  };
  return askAndRecord(
    { command: ['ledger', 'add'], given, missing, interview },
    { open, options },
    planFor,
    invocation,
  );
}

/** The kind that a word on the command line or in the JSON means; a word that nobody knows may be the company's own. */
function kindFrom(given: string | undefined, inJson: unknown): string | undefined {
  const [known, other] = [given, inJson].map((word) =>
    typeof word === 'string' ? (kindNamed(word)?.kind ?? word) : word,
  );
  if (inJson === undefined || (typeof other === 'string' && (given === undefined || known === other))) {
    return typeof known === 'string' ? known : typeof other === 'string' ? other : undefined;
  }
  throw usageError({
    where: '--json',
    what: { zh: '其中的kind与命令行不一致', en: 'its kind differs from the one on the command line' },
    remedy: { zh: '改成一致，或在JSON中省去kind。', en: 'Make them the same, or leave kind out of the JSON.' },
  });
}

function nearKind(word: string | undefined, { ledger }: OpenLedger): NearKind | undefined {
  const used = usedKinds(ledger);
  if (word === undefined || kindNamed(word) !== undefined || used.includes(word)) return undefined;
  const meant = likelyKinds(word, used);
  const canBeNew = KIND_NAME.test(word);
  return meant.length === 0 && canBeNew ? undefined : { word, meant, canBeNew };
}

/** @throws {Refusal} for a word that no kind can be called by */
async function complainOfKind({ word, meant, canBeNew }: NearKind, { io, languages }: Invocation): Promise<void> {
  const where = 'KIND';
  if (!canBeNew) {
    const what = { zh: `不认识种类“${word}”`, en: `the kind "${word}" is not known` };
    throw usageError({ where, what, remedy: didYouMean(meant[0]) ?? HOW_TO_NAME_A_KIND });
  }
  const what = { zh: `${word}是新的种类，没有规则会用到它`, en: `${word} is a new kind that no rule uses` };
  await io.stderr.write(renderNotice({ where, what, remedy: didYouMean(meant[0]) ?? what }, languages.people));
}

const HOW_TO_NAME_A_KIND: Text = {
  zh: '写通行的名称，如 专线、机房；公司自己的种类用小写字母和连字符。在终端里运行 `ledger add`，可从列表中选。',
  en: 'Write a usual name, such as leased-line; a kind of your own has lower case and hyphens. On a terminal `ledger add` lists them.',
};

function planFor(given: PlainMapping, open: OpenLedger): Plan {
  const { kind, licence, ...fields } = given;
  if (typeof licence === 'string' && typeof kind === 'string') return planService({ kind, licence, fields }, open);
  const { ledger, today } = open;
  const list = listOf(given);
  const kinds = kindsIn(given);
  const entry = withServed(given, ledger);
  const twice = recordedAlready(kinds[0] ?? '', list, entry, ledger);
  if (twice !== undefined) throw usageError(twice);
  const { id: chosen } = entry;
  const id = chosen ?? newId(paperStem(kinds), firstDayOf(entry) ?? today, takenIds(ledger));
  // Whatever else it may be, the schema refuses it.
  const name = typeof id === 'string' ? id : paperStem(kinds);
  return {
    edits: [{ kind: 'append-entry', list, entry: inOrder({ ...entry, id }, list) }],
    entry: name,
    path: [list, ledger[list].length],
    done: { zh: `${name} 已登记`, en: `${name} is recorded` },
    optionOf: (field) => (field === 'kind' ? 'KIND' : optionNamed(field)),
  };
}

/** A contract that serves nothing is pointed out before it is written; where it was asked about, that is done already. */
async function warnOfIdle(given: PlainMapping, { ledger }: OpenLedger, { io, languages }: Invocation): Promise<void> {
  const { kind, serves } = given;
  if (typeof kind !== 'string' || (Array.isArray(serves) && serves.length > 0)) return;
  const complaint = servesNothing(kind, ledger);
  if (complaint !== undefined) await io.stderr.write(renderNotice(complaint, languages.people));
}
