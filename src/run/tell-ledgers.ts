/** For commands that only tell: the ledgers that can be told about, and a word on stderr about the others. */
import { tellComplaints } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { Assumption } from '../command-line/options.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Register, registerOf } from '../domain/register.ts';
import { type ExitCode, ExitCode as Code } from '../exit-code.ts';
import { catalogue } from '../rules/catalogue.ts';
import { checkLedgers } from './check-ledgers.ts';
import { styleOnStderr } from './destinations.ts';
import { findLedgers, type LedgerFile } from './find-ledgers.ts';
import { type LoadedLedger, loadLedgers } from './load-ledger.ts';
import { todayAt } from './today.ts';

export interface ReadableLedger extends LoadedLedger {
  readonly ledger: Ledger;
  readonly asOf: CalendarDay;
}

export interface ToldLedgers {
  readonly ledgers: readonly ReadableLedger[];
  /** All files that the paths lead to, read or not. */
  readonly files: readonly LedgerFile[];
  /** Whether every path led to a valid ledger. */
  readonly isWhole: boolean;
  /** 0, or 3 where not all could be read. */
  readonly code: Extract<ExitCode, 0 | 3>;
}

/**
 * Reads what the paths lead to; what keeps a file from being told about is printed to stderr, as `check` prints it.
 *
 * @throws {Refusal} for an assumption about what no ledger has, or that the schema does not let in
 */
export async function readToTell(
  paths: readonly string[],
  asked: CalendarDay | undefined,
  invocation: Invocation,
  assumptions: readonly Assumption[] = [],
): Promise<ToldLedgers> {
  const ledgers: ReadableLedger[] = [];
  const keep = (ledger: ReadableLedger): void => {
    ledgers.push(ledger);
  };
  const told = await tellEach(paths, asked, invocation, keep, assumptions);
  return { ...told, ledgers };
}

/** The same, one ledger after the other: none is kept, however many there are. */
export async function tellEach(
  paths: readonly string[],
  asked: CalendarDay | undefined,
  invocation: Invocation,
  tell: (ledger: ReadableLedger) => Promise<void> | void,
  assumptions: readonly Assumption[] = [],
): Promise<Omit<ToldLedgers, 'ledgers'>> {
  const { io, languages } = invocation;
  const { files, complaints } = await findLedgers(paths, io);
  await tellComplaints(complaints, io, languages.people);
  let isWhole = complaints.length === 0;
  const invalid: LoadedLedger[] = [];
  // An assumption is about one of them, and all must be known to say that it is about none.
  const together = assumptions.length === 0 ? files.map((file) => [file]) : [files];
  for (const some of together) {
    const { loaded, unreadable } = await loadLedgers(some, io.files, assumptions);
    await tellComplaints(unreadable, io, languages.people);
    isWhole &&= unreadable.length === 0;
    for (const one of loaded) {
      const { ledger } = one;
      if (ledger === undefined) invalid.push(one);
      else await tell({ ...one, ledger, asOf: asked ?? (await todayAt(io.now(), ledger.policy.timezone)) });
    }
  }
  await printInvalid(invalid, asked, invocation);
  isWhole &&= invalid.length === 0;
  return { files, isWhole, code: isWhole ? Code.ok : Code.noVerdict };
}

/** Why files are no ledgers, each with its place. @param asOf the day that was asked for */
export async function printInvalid(
  invalid: readonly LoadedLedger[],
  asOf: CalendarDay | undefined,
  { io, languages }: Invocation,
): Promise<void> {
  if (invalid.length === 0) return;
  const { renderDocument } = await import('../reporters/check/document.ts');
  const { textDocument } = await import('../reporters/check/text.ts');
  const report = await checkLedgers(invalid, false, {
    asOf,
    within: undefined,
    failOn: 'never',
    selects: () => false,
    now: io.now,
  });
  const style = await styleOnStderr(languages.people, io);
  await io.stderr.write(renderDocument((frame) => textDocument(frame, style, catalogue.kinds), report));
}

/** The register of a ledger that can be told about. */
export function toRegister(
  { file, ledger, asOf, locate }: ReadableLedger,
  { within }: { readonly within?: number | undefined },
): Register {
  return {
    file,
    company: ledger.company.name,
    asOf,
    timezone: ledger.policy.timezone,
    rows: registerOf(ledger, { asOf, within }),
    locate: ({ list, at }) => locate({ path: [list, at, 'id'] }),
  };
}
