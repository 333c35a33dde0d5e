/** `ledger log`: what happened to a ledger, from git. */
import { tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { LedgerEvent } from '../../domain/ledger-change.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import { ExitCode } from '../../exit-code.ts';
import type { LedgerLife } from '../../reporters/history/log-json.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { unknownEntry } from '../../run/concerns.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { ledgerLog, lifeOf } from '../../run/ledger-log.ts';
import { loadLedgers } from '../../run/load-ledger.ts';
import { idNamed } from '../../run/recording/named-entry.ts';

export type LogFormat = 'text' | 'json';

export interface LogOptions {
  readonly extended?: true | undefined;
  readonly file?: readonly string[] | undefined;
  readonly format?: LogFormat | undefined;
}

/** @throws {Refusal} for an entry that no ledger ever had, and where git cannot tell */
export async function log(
  id: string | undefined,
  { extended, file = [], format = 'text' }: LogOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const found = await findLedgers(file, io);
  const { loaded, unreadable } = await loadLedgers(found.files, io.files);
  const complaints = [...found.complaints, ...unreadable];
  await tellComplaints(complaints, io, languages.people);

  const lives: (LedgerLife & { readonly named: readonly LedgerEvent[] })[] = [];
  for (const place of found.files) {
    const ledger = loaded.find((one) => one.file === place.shown)?.ledger;
    const events = await ledgerLog(place, { asker: 'ledger log', timezone: ledger?.policy.timezone }, io);
    const named = id === undefined ? events : lifeOf(idNamed(id, ledger?.licences ?? []), events);
    lives.push({ file: place.shown, company: ledger?.company.name, events, named });
  }
  const meant = lives
    .map(({ named, ...life }) => ({ ...life, events: extended === true ? named.filter(isExtension) : named }))
    .filter(({ events }) => id === undefined || events.length > 0);
  if (id !== undefined && lives.every(({ named }) => named.length === 0) && complaints.length === 0) {
    throw unknownEntry(id, idsIn(lives), { zh: '台账中从来没有这个条目', en: 'the ledger never had this entry' });
  }
  await io.stdout.write(await render(meant, extended === true, format, invocation));
  return complaints.length === 0 ? ExitCode.ok : ExitCode.noVerdict;
}

function isExtension({ extension }: LedgerEvent): boolean {
  return extension !== undefined;
}

function idsIn(lives: readonly LedgerLife[]): ReadonlySet<string> {
  return new Set(lives.flatMap(({ events }) => events.map(({ entry }) => licenceOf(entry))));
}

async function render(
  lives: readonly LedgerLife[],
  extended: boolean,
  format: LogFormat,
  invocation: Invocation,
): Promise<string> {
  const { languages } = invocation;
  if (format === 'json') {
    const { renderLogJson } = await import('../../reporters/history/log-json.ts');
    return renderLogJson(lives, languages.machines, catalogue.kinds);
  }
  const { renderExtensions, renderLog } = await import('../../reporters/history/log-text.ts');
  const render = extended ? renderExtensions : renderLog;
  return pageOnStdout((style) => render(lives, style, catalogue.kinds), invocation);
}
