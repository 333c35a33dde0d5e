/** The register for programs, whole (`ledger/list@1`) and by entries (`ledger/show@1`). */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { describeFinding } from '../check/json.ts';
import { printJson } from '../writing/json-document.ts';
import { fieldsOfLicence, fieldsOfResource, plainValue } from './entry-fields.ts';
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

/** One for each ledger that has an entry of that id. Keys in a fixed order; those without a value are left out. */
export function renderEntriesJson(dossiers: readonly Dossier[], language: Language, kinds: Kinds): string {
  const [first] = dossiers;
  return printJson({
    schema: 'ledger/show@1',
    asOf: first === undefined ? undefined : formatDay(first.report.asOf),
    timezone: first?.report.timezone,
    entries: dossiers.map((dossier) => describeEntry(dossier, language, kinds)),
  });
}

function describeEntry(dossier: Dossier, language: Language, kinds: Kinds): object {
  const { row, location, servedBy, chain, findings } = dossier;
  const { file, line, column } = location;
  return {
    ...describeRow(row, language, kinds),
    fields: fieldsOf(dossier, kinds),
    servedBy: servedBy.map(({ id }) => id),
    chain: chain.map(({ id }) => id),
    location: { file, line, column },
    findings: findings.map((finding) => describeFinding(finding, language)),
  };
}

/** All that is recorded beside what every entry has, as the ledger file writes it. */
function fieldsOf({ row }: Dossier, kinds: Kinds): object {
  const values: Readonly<Record<string, unknown>> = { ...row.entry };
  const fields = row.list === 'licences' ? fieldsOfLicence(kinds.get(row.entry.kind)) : fieldsOfResource;
  return Object.fromEntries(fields.map(({ name, shape }) => [name, plainValue(values[name], shape)]));
}
