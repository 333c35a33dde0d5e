/** Plain data into a ledger, or into all that keeps it from being one. */
import * as z from 'zod/mini';

import type { FileProblem } from '../domain/file-problem.ts';
import type { DataPath, Ledger, Licence } from '../domain/ledger.ts';
import type { LicenceKind } from '../domain/licence-kind.ts';
import { type DataProblem, toFileProblem } from './data-problem.ts';
import { explainIssue } from './explain-issue.ts';
import { findIntegrityProblems } from './integrity.ts';
import { ledgerSchema, licenceFields, licenceSchema, unknownLicenceSchema } from './ledger-schema.ts';
import { itemsOf, textOf, valueAt } from './raw-data.ts';

export interface ParsedLedger {
  /** Undefined as soon as there is a problem. */
  readonly ledger: Ledger | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Checks data against the schema of the ledger file and the bonds between its entries; `kinds` are the known kinds of
 * licence. All problems are listed, none twice. `null` stands for a file that holds nothing but comments.
 */
export function parseLedger(data: unknown, kinds: ReadonlyMap<string, LicenceKind>): ParsedLedger {
  const integrity = findIntegrityProblems(data, new Set(kinds.keys()));
  if (data === null) return { ledger: undefined, problems: integrity.map((problem) => toFileProblem(data, problem)) };

  const file = check(ledgerSchema(z.unknown()), data);
  const licences = checkLicences(data, kinds);
  const problems = [...file.problems, ...licences.problems, ...integrity].map((problem) =>
    toFileProblem(data, problem),
  );
  if (problems.length > 0 || file.value === undefined) return { ledger: undefined, problems };
  return { ledger: { ...file.value, licences: licences.values }, problems };
}

interface Checked<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly DataProblem[];
}

/** Holds what stands at a path of the file against a schema. */
function check<Value>(schema: z.ZodMiniType<Value>, data: unknown, path: DataPath = []): Checked<Value> {
  const result = schema.safeParse(valueAt(data, path));
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: result.error.issues.flatMap((issue) => explainIssue(issue, data, path)) };
}

/** Each by the schema of its kind; a schema is built for the kinds that occur. */
function checkLicences(
  data: unknown,
  kinds: ReadonlyMap<string, LicenceKind>,
): { readonly values: readonly Licence[]; readonly problems: readonly DataProblem[] } {
  const common = licenceFields();
  const schemas = new Map<LicenceKind | undefined, z.ZodMiniType<Licence>>();
  const schemaOf = (kind: LicenceKind | undefined): z.ZodMiniType<Licence> => {
    const known = schemas.get(kind);
    if (known !== undefined) return known;
    const built = kind === undefined ? unknownLicenceSchema([...kinds.keys()]) : licenceSchema(kind, common);
    schemas.set(kind, built);
    return built;
  };

  const checked = itemsOf(data, 'licences').map((item, at) => {
    const kind = kinds.get(textOf(item, 'kind') ?? '');
    return check(schemaOf(kind), data, ['licences', at]);
  });
  return {
    values: checked.map(({ value }) => value).filter((value) => value !== undefined),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
