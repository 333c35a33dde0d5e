/** The register for programs, whole (`ledger/list@1`) and by entries (`ledger/show@1`). */
import { formatDay } from '../../domain/calendar-day.ts';
import { stateOfEvidence } from '../../domain/evidence.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Language } from '../../domain/text.ts';
import { describeFinding } from '../check/json.ts';
import { printItems, printJson, withLists } from '../writing/json-document.ts';
import { inPieces, made, type Piece } from '../writing/pieces.ts';
import type { Shown } from './entry-text.ts';
import { fieldsOf, type Kinds, nameOfKind, plainValue, valuesOf } from './values.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function registerJson(registers: readonly Register[], language: Language, kinds: Kinds): Iterable<Piece> {
  const [first] = registers;
  const head = {
    schema: 'ledger/list@1',
    asOf: first === undefined ? undefined : formatDay(first.asOf),
    timezone: first?.timezone,
    files: registers.map(({ file }) => file),
  };
  const entries = made(function* entries() {
    for (const register of registers) {
      const print = (rows: readonly RegisterRow[]): string =>
        printItems(
          rows.map((row) => entryOf(row, register, language, kinds)),
          2,
        );
      yield* inPieces(() => register.rows, print);
    }
  });
  return withLists(head, { entries });
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
    kind: list === 'resources' ? entry.kind : undefined,
    services: list === 'licences' ? entry.services.map(({ kind }) => kind) : undefined,
    kindName: nameOfKind(row, language, kinds),
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
export function renderEntriesJson(shown: readonly Shown[], language: Language, kinds: Kinds): string {
  const [first] = shown;
  return printJson({
    schema: 'ledger/show@1',
    asOf: first === undefined ? undefined : formatDay(first.dossier.report.asOf),
    timezone: first?.dossier.report.timezone,
    entries: shown.map((one) => describeEntry(one, language, kinds)),
  });
}

function describeEntry({ dossier, facts }: Shown, language: Language, kinds: Kinds): object {
  const { row, location, servedBy, chain, findings } = dossier;
  const { file, line, column } = location;
  const values = valuesOf(row);
  const fields = fieldsOf(row, kinds).map(({ key, shape }) => [key, plainValue(values[key], shape, kinds)] as const);
  return {
    ...describeRow(row, language, kinds),
    // All that is recorded beside what every entry has, as the ledger file writes it.
    fields: Object.fromEntries(fields),
    evidence: row.entry.evidence.map((one) => ({
      path: one.path,
      sha256: one.sha256,
      state: stateOfEvidence(one, facts),
    })),
    servedBy: servedBy.map(({ id, serves }) => ({ id, serves })),
    chain: chain.map(({ id }) => id),
    location: { file, line, column },
    findings: findings.map((finding) => describeFinding(finding, language)),
  };
}
