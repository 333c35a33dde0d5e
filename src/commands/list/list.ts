/** `ledger list`: the register at a glance. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { styleOnStdout } from '../../run/destinations.ts';
import { toRegister } from '../../run/registers.ts';
import { readToTell } from '../../run/tell-ledgers.ts';
import { assertFilterFits, type RegisterFilter, rowsChosen } from './register-filter.ts';

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
  const registers = ledgers.map((ledger) => toRegister(ledger, { within }));
  // What could not be read may well have what is asked for.
  if (isWhole) assertFilterFits(filter, registers);
  const isChosen = rowsChosen(filter);
  const chosen = registers.map((register) => onlyRows(register, isChosen));
  await invocation.io.stdout.write(await render(chosen, format, invocation));
  return code;
}

function onlyRows(register: Register, isChosen: (row: RegisterRow) => boolean): Register {
  return { ...register, rows: register.rows.filter(isChosen) };
}

async function render(
  registers: readonly Register[],
  format: ListFormat,
  { io, languages }: Invocation,
): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderRegister } = await import('../../reporters/register/list-text.ts');
      return renderRegister(registers, await styleOnStdout(languages.people, io), catalogue.kinds);
    }
    case 'json': {
      const { renderRegisterJson } = await import('../../reporters/register/list-json.ts');
      return renderRegisterJson(registers, languages.machines, catalogue.kinds);
    }
    case 'csv': {
      const { renderRegisterCsv } = await import('../../reporters/register/list-csv.ts');
      return renderRegisterCsv(registers, languages.machines, catalogue.kinds);
    }
  }
}
