/** Plain data into a ledger, or into all that keeps it from being one. */
import type * as z from 'zod/mini';

import type { FileProblem } from '../domain/file-problem.ts';
import type { DataPath, Ledger, Licence, Service } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import { type KindFinder, kindFinder } from '../fields/kind-words.ts';
import { type ExplainIssue, issueExplainer, type Knowledge } from './explain-issue.ts';
import { findIntegrityProblems } from './integrity.ts';
import {
  ledgerSchema,
  licenceSchema,
  serviceFieldNames,
  serviceSchema,
  sharedSchema,
  shortLicenceSchema,
  unknownLicenceSchema,
  unknownServiceSchema,
} from './ledger-schema.ts';
import { fromShortForm, type Paper } from './paper.ts';
import { type DataProblem, fieldOf, itemsOf, textOf, toFileProblem, valueAt, withoutOwnKeys } from './raw-data.ts';
import type { Kinds } from './references.ts';
import { newerVersion } from './version.ts';

export interface ParsedLedger {
  /** Undefined as soon as there is a problem. */
  readonly ledger: Ledger | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Checks data against the schema of the ledger file and the bonds between its entries; `kinds` are the known kinds of
 * service and of number. All problems are listed, none twice, up to twenty thousand. `null` stands for a file that holds nothing but comments.
 */
export function parseLedger(written: unknown, kinds: Kinds): ParsedLedger {
  const data = withoutOwnKeys(written);
  const none = (problems: readonly DataProblem[]): ParsedLedger => {
    return { ledger: undefined, problems: firstOf(problems).map((problem) => toFileProblem(data, problem)) };
  };
  const newer = newerVersion(data);
  if (newer !== undefined) return none([newer]);
  const integrity = findIntegrityProblems(data, kinds);
  if (data === null) return none(integrity);

  const explain = issueExplainer(data, knowledgeOf(kinds));
  const file = check(ledgerSchema(), { data, explain, path: [] });
  const licences = checkLicences({ data, explain, kinds });
  const problems = [...file.problems, ...licences.problems, ...integrity];
  if (problems.length > 0 || file.value === undefined) return none(problems);
  return { ledger: { ...file.value, licences: licences.values }, problems: [] };
}

/** What is wrong with a file that several ledgers share. What its entries refer to is looked up in each ledger. */
export function findSharedProblems(written: unknown, kinds: Kinds): readonly FileProblem[] {
  const data = withoutOwnKeys(written);
  const newer = newerVersion(data);
  if (newer !== undefined) return [toFileProblem(data, newer)];
  const { problems } = check(sharedSchema(), { data, explain: issueExplainer(data, knowledgeOf(kinds)), path: [] });
  return problems.map((problem) => toFileProblem(data, problem));
}

/** More than this nobody reads, and a file may have as many as it has words. */
const MOST_PROBLEMS = 20_000;

function firstOf(problems: readonly DataProblem[]): readonly DataProblem[] {
  const last = problems[MOST_PROBLEMS - 1];
  if (last === undefined || problems.length === MOST_PROBLEMS) return problems;
  const { zh, en } = last.message;
  const message = {
    zh: `${zh}（只列出前${MOST_PROBLEMS}处，其余的改正后再检查）`,
    en: `${en} (only the first ${MOST_PROBLEMS} problems are listed; correct them and check again)`,
  };
  return [...problems.slice(0, MOST_PROBLEMS - 1), { ...last, message }];
}

/** Made when the first problem asks for it. */
function knowledgeOf(kinds: Kinds): Knowledge {
  const profiles = [...kinds.values()];
  let finder: KindFinder | undefined;
  return {
    serviceFields: serviceFieldNames(profiles),
    kindNamed(word) {
      finder ??= kindFinder(profiles);
      return finder.named(word);
    },
  };
}

interface Checked<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly DataProblem[];
}

interface Place {
  readonly data: unknown;
  readonly explain: ExplainIssue;
  readonly path: DataPath;
}

/** Checks what stands at a path of the file with a schema. */
function check<Value>(schema: z.ZodMiniType<Value>, { data, explain, path }: Place): Checked<Value> {
  const result = schema.safeParse(valueAt(data, path));
  if (result.success) return { value: result.data, problems: [] };
  const problems: DataProblem[] = [];
  for (const issue of result.error.issues) {
    for (const problem of explain(issue, path)) problems.push(problem);
    if (problems.length > MOST_PROBLEMS) break;
  }
  return { value: undefined, problems };
}

interface Reading extends Omit<Place, 'path'> {
  readonly kinds: Kinds;
}

/** Each by the schemas of its kinds; a schema is built for the kinds that occur. */
function checkLicences(reading: Reading): {
  readonly values: readonly Licence[];
  readonly problems: readonly DataProblem[];
} {
  const { data, kinds } = reading;
  const short = schemasByKind<Paper & Service>(kinds, shortLicenceSchema, unknownLicenceSchema);
  const service = schemasByKind<Service>(kinds, serviceSchema, unknownServiceSchema);
  const long = licenceSchema();
  const values: Licence[] = [];
  const problems: DataProblem[] = [];
  const note = <Value>({ value, problems: found }: Checked<Value>): Value | undefined => {
    for (const problem of found) problems.push(problem);
    return value;
  };

  itemsOf(data, 'licences').forEach((item, at) => {
    if (problems.length > MOST_PROBLEMS) return;
    const path = ['licences', at];
    if (fieldOf(item, 'services') === undefined) {
      const fields = note(check(short(textOf(item, 'kind')), { ...reading, path }));
      if (fields !== undefined) values.push(fromShortForm(fields));
      return;
    }
    const paper = note(check(long, { ...reading, path }));
    const services = itemsOf(item, 'services').map((one, place) =>
      note(check(service(textOf(one, 'kind')), { ...reading, path: [...path, 'services', place] })),
    );
    if (paper !== undefined) {
      values.push({ ...paper, services: services.filter((one) => one !== undefined), isShort: false });
    }
  });
  return { values, problems };
}

type SchemaOf<Value> = (kind: string | undefined) => z.ZodMiniType<Value>;

/** The schema of a kind; one that tells what is known where the kind is not. */
function schemasByKind<Value>(
  kinds: Kinds,
  make: (profile: LicenceProfile) => z.ZodMiniType<Value>,
  makeUnknown: (kinds: readonly string[]) => z.ZodMiniType<Value>,
): SchemaOf<Value> {
  const made = new Map<string | undefined, z.ZodMiniType<Value>>();
  return (kind) => {
    const profile = kinds.get(kind ?? '');
    const known = made.get(profile?.kind);
    if (known !== undefined) return known;
    const schema = profile === undefined ? makeUnknown([...kinds.keys()]) : make(profile);
    made.set(profile?.kind, schema);
    return schema;
  };
}
