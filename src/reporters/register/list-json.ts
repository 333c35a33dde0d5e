/** The register for programs: `ledger/list@1`. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { type Kinds, nameOfKind } from './words.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderRegisterJson(registers: readonly Register[], language: Language, kinds: Kinds): string {
  const [first] = registers;
  return printJson({
    schema: 'ledger/list@1',
    asOf: first === undefined ? undefined : formatDay(first.asOf),
    timezone: first?.timezone,
    files: registers.map(({ file }) => file),
    entries: registers.flatMap((register) => register.rows.map((row) => entryOf(row, register, language, kinds))),
  });
}

function entryOf(row: RegisterRow, { locate }: Register, language: Language, kinds: Kinds): object {
  const { file, line, column } = locate(row);
  return { ...describeRow(row, language, kinds), location: { file, line, column } };
}

/** An entry as the register sees it, for this document and that of `ledger show`. */
export function describeRow(row: RegisterRow, language: Language, kinds: Kinds): object {
  const { list, entry } = row;
  return {
    list,
    id: entry.id,
    kind: entry.kind,
    kindName: nameOfKind(row, kinds)[language],
    title: list === 'resources' ? entry.title : undefined,
    number: list === 'licences' ? entry.number : undefined,
    provider: row.provider,
    expires: formatDay(entry.expires),
    ends: formatDay(row.ends),
    daysLeft: row.daysLeft,
    status: row.standing,
    serves: row.serves,
    owner: entry.owner,
  };
}
