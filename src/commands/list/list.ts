/** `ledger list`: the register at a glance. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Register, RegisterRow, Standing } from '../../domain/register.ts';
import { RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Piece } from '../../reporters/writing/pieces.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { assertConcernsExist, concernsOf, namesIn, unknownWord } from '../../run/concerns.ts';
import { pageOnStdout, printPieces } from '../../run/destinations.ts';
import { kindNamed } from '../../run/recording/kinds.ts';
import { type ReadableLedger, readToTell, toRegister } from '../../run/tell-ledgers.ts';

export type ListFormat = 'text' | 'json' | 'csv';

export interface ListOptions extends RegisterFilter {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly format?: ListFormat | undefined;
}

/**
 * Prints what is recorded, whatever may be wrong with it.
 *
 * @throws {Refusal} for a filter that names nothing
 */
export async function list(
  paths: readonly string[],
  { asOf, within, format = 'text', ...filter }: ListOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { ledgers, isWhole, code } = await readToTell(paths, asOf, invocation);
  // What could not be read may well have what is asked for.
  if (isWhole) assertFilterFits(filter, ledgers);
  const chosen = ledgers.map((one) => onlyRows(toRegister(one, { within }), rowsChosen(filter, one.ledger)));
  await printPieces(await render(chosen, format, invocation), invocation.io);
  return code;
}

function onlyRows(register: Register, isChosen: (row: RegisterRow) => boolean): Register {
  return { ...register, rows: register.rows.filter(isChosen) };
}

async function render(
  registers: readonly Register[],
  format: ListFormat,
  invocation: Invocation,
): Promise<Iterable<Piece>> {
  const { languages } = invocation;
  switch (format) {
    case 'text': {
      const { renderRegister } = await import('../../reporters/register/list-text.ts');
      return [await pageOnStdout((style) => renderRegister(registers, style, catalogue.kinds), invocation)];
    }
    case 'json': {
      const { registerJson } = await import('../../reporters/register/json.ts');
      return registerJson(registers, languages.machines, catalogue.kinds);
    }
    case 'csv': {
      const { registerCsv } = await import('../../reporters/register/columns.ts');
      return registerCsv(registers, languages.machines, catalogue.kinds, (rows) => rows.map((row) => ({ row })));
    }
  }
}

/** Which rows of the register are meant. */
interface RegisterFilter {
  readonly kind?: readonly string[] | undefined;
  readonly licence?: readonly string[] | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly status?: readonly Standing[] | undefined;
}

/** A row passes when it agrees with every option that was given, and with one word of each. */
function rowsChosen(
  { kind, licence = [], owner = [], status }: RegisterFilter,
  ledger: Ledger,
): (row: RegisterRow) => boolean {
  const kinds = kind?.map((word) => kindMeant(word));
  const concerns = concernsOf({ owner, licence }, ledger);
  return (row) =>
    (kinds === undefined || kindsOf(row).some((one) => kinds.includes(one))) &&
    (status === undefined || status.includes(row.standing)) &&
    concerns({ subject: row.entry.id });
}

/** The kind of a contract, or those of a licence's services. */
function kindsOf(row: RegisterRow): readonly string[] {
  return row.list === 'resources' ? [row.entry.kind] : row.entry.services.map(({ kind }) => kind);
}

/** What people call it, as the kind; a word that nobody knows may be a kind of the company's own. */
function kindMeant(word: string): string {
  return kindNamed(word)?.kind ?? word;
}

/** @throws {Refusal} for a kind, licence or owner that no ledger has */
function assertFilterFits(
  { kind = [], licence = [], owner = [] }: RegisterFilter,
  ledgers: readonly ReadableLedger[],
): void {
  const used = ledgers.flatMap(({ ledger }) => [
    ...ledger.resources,
    ...ledger.licences.flatMap(({ services }) => services),
  ]);
  const kinds = new Set([...catalogue.kinds.keys(), ...Object.keys(RESOURCE_KINDS), ...used.map((one) => one.kind)]);
  const unknown = kind.find((word) => !kinds.has(kindMeant(word)));
  if (unknown !== undefined)
    throw unknownWord(`--kind ${unknown}`, unknown, kinds, { zh: '没有这个种类', en: 'there is no such kind' });
  assertConcernsExist(
    { owner, licence },
    ledgers.map(({ ledger }) => namesIn(ledger, { owner, licence })),
  );
}
