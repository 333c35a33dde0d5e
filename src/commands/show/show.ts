/** `ledger show ID`: one entry whole. */
import { tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { dossierOf } from '../../domain/dossier.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Shown } from '../../reporters/register/entry-text.ts';
import type { Style } from '../../reporters/writing/style.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { unknownEntry } from '../../run/concerns.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { withEvidence } from '../../run/read-ledgers.ts';
import { servedNamed } from '../../run/recording/named-entry.ts';
import { type ReadableLedger, readToTell, toRegister } from '../../run/tell-ledgers.ts';

export type ShowFormat = 'text' | 'json';

export interface ShowOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly format?: ShowFormat | undefined;
}

/** @throws {Refusal} for an id that no ledger has */
export async function show(
  word: string,
  paths: readonly string[],
  { asOf, within, format }: ShowOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const { ledgers, isWhole, code: read } = await readToTell(paths, asOf, invocation);
  const having = ledgers.filter((readable) => entryIn(readable, word) !== undefined);
  // Where something could not be read, the entry may well stand there.
  if (having.length === 0 && isWhole) throw unknownEntry(word, ledgers.flatMap(idsIn), NO_SUCH_ENTRY);
  if (having.length === 0) return read;

  const examined = await withEvidence(having, () => true, io.files);
  await tellComplaints(examined.complaints, io, languages.people);
  const code = examined.complaints.length === 0 ? read : ExitCode.noVerdict;
  const shown: Shown[] = [];
  for (const ledger of examined.loaded) {
    for (const one of await findIn(ledger, word, within, io.now)) shown.push(one);
  }

  if (format === 'json') {
    const { renderEntriesJson } = await import('../../reporters/register/json.ts');
    await io.stdout.write(renderEntriesJson(shown, languages.machines, catalogue.kinds));
  } else {
    const { renderEntry } = await import('../../reporters/register/entry-text.ts');
    const pages = (style: Style): string => shown.map((one) => renderEntry(one, style, catalogue.kinds)).join('\n');
    await io.stdout.write(await pageOnStdout(pages, invocation));
  }
  return code;
}

async function findIn(
  readable: ReadableLedger,
  word: string,
  within: number | undefined,
  now: () => Date,
): Promise<readonly Shown[]> {
  const { ledger, asOf, evidence: facts } = readable;
  const register = toRegister(readable, { within });
  const id = entryIn(readable, word);
  const row = register.rows.find(({ entry }) => entry.id === id);
  if (row === undefined) return [];
  const run = { asOf, within, failOn: 'never', selects: () => true, now } as const;
  const { ledgers } = await checkLedgers([readable], true, run);
  return ledgers.map((report) => ({ dossier: dossierOf(row, ledger, report, register.locate(row)), facts }));
}

/** The id of the entry that a word names: by its id, as the number of a licence, or as one of its services. */
function entryIn(readable: ReadableLedger, word: string): string | undefined {
  const id = licenceOf(servedNamed(word, readable.ledger));
  return idsIn(readable).find((one) => one === word || one === id);
}

function idsIn({ ledger }: ReadableLedger): readonly string[] {
  return [...ledger.licences, ...ledger.resources].map((entry) => entry.id);
}

const NO_SUCH_ENTRY = { zh: '没有这个条目', en: 'no such entry' };
