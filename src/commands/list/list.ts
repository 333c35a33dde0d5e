/** `ledger list`: the register at a glance. */
import { usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Register, RegisterRow, Standing } from '../../domain/register.ts';
import { RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { styleOnStdout } from '../../run/destinations.ts';
import { readToTell, toRegister } from '../../run/tell-ledgers.ts';
import { didYouMean, nearest } from '../../schema/did-you-mean.ts';

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
      const { renderRegisterJson } = await import('../../reporters/register/json.ts');
      return renderRegisterJson(registers, languages.machines, catalogue.kinds);
    }
    case 'csv': {
      const { renderRegisterCsv } = await import('../../reporters/register/columns.ts');
      return renderRegisterCsv(registers, languages.machines, catalogue.kinds);
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
function rowsChosen({ kind, licence, owner, status }: RegisterFilter): (row: RegisterRow) => boolean {
  return ({ entry, serves, standing }) =>
    names(kind, [entry.kind]) &&
    names(licence, [entry.id, ...serves]) &&
    names(owner, [entry.owner ?? '']) &&
    names(status, [standing]);
}

function names(words: readonly string[] | undefined, values: readonly string[]): boolean {
  return words === undefined || values.some((value) => words.includes(value));
}

/** @throws {Refusal} for a kind, licence or owner that no register has */
function assertFilterFits({ kind, licence, owner }: RegisterFilter, registers: readonly Register[]): void {
  const rows = registers.flatMap((register) => register.rows);
  const kinds = [...catalogue.kinds.keys(), ...Object.keys(RESOURCE_KINDS), ...rows.map(({ entry }) => entry.kind)];
  const licences = rows.flatMap(({ list, entry }) => (list === 'licences' ? [entry.id] : []));
  const owners = rows.flatMap(({ entry }) => entry.owner ?? []);
  assertKnown('--kind', kind, kinds, { zh: '没有这个种类', en: 'there is no such kind' });
  assertKnown('--licence', licence, licences, { zh: '没有这张许可证', en: 'there is no such licence' });
  assertKnown('--owner', owner, owners, { zh: '没有这位负责人', en: 'nothing is looked after by them' });
}

function assertKnown(option: string, words: readonly string[] = [], known: readonly string[], what: Text): void {
  const all = new Set(known);
  const unknown = words.find((word) => !all.has(word));
  if (unknown === undefined) return;
  throw usageError({
    where: `${option} ${unknown}`,
    what,
    remedy: didYouMean(nearest(unknown, all)) ?? {
      zh: '运行 `ledger list` 查看登记的内容。',
      en: 'Run `ledger list` to see what is recorded.',
    },
  });
}
