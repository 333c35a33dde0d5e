/** The form of a case file, and the ledger that each of its cases stands for. */
/* oxlint-disable typescript/explicit-module-boundary-types -- a schema is its own type; written out it would stand here twice */
import * as z from 'zod/mini';

import type { DataPlace, FileProblem } from '../domain/file-problem.ts';
import { STATUSES } from '../domain/finding.ts';
import type { DataPath } from '../domain/ledger.ts';
import type { LicenceKind } from '../domain/licence-kind.ts';
import type { RuleCase } from '../domain/rule-case.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { MOST_DAYS } from '../fields/field.ts';
import { issueExplainer } from './explain-issue.ts';
import { parseLedger } from './parse-ledger.ts';
import { fieldOf, isMapping, toFileProblem, valueAt } from './raw-data.ts';
import * as values from './values.ts';

/** What keeps a case from being run, at its place in the data of the case file. */
export type CaseFileProblem = Pick<FileProblem, 'rule' | 'message' | 'remedy'> & { readonly at: DataPlace };

export interface ReadCase {
  readonly name: string;
  readonly path: DataPath;
  /** Undefined as soon as there is a problem. */
  readonly case: RuleCase | undefined;
  readonly problems: readonly CaseFileProblem[];
}

export type ReadCases = { readonly problems: readonly CaseFileProblem[] } | { readonly cases: readonly ReadCase[] };

/** Parts of a ledger that the cases of a file may share, and those that each has for itself. */
const SHARED_PARTS = ['company', 'policy', 'rules'] as const;
const OWN_PARTS = ['licences', 'resources', 'requirements', 'duties', 'waivers'] as const;

/**
 * Reads the data of a case file. Each case becomes a whole ledger, which the schema of ledgers checks; where the file
 * itself has the wrong form, no case is read.
 */
export function readCases(data: unknown, kinds: ReadonlyMap<string, LicenceKind>): ReadCases {
  const file = caseFileSchema().safeParse(data ?? {});
  if (!file.success) {
    const explain = issueExplainer(data);
    const problems = file.error.issues.flatMap((issue) => explain(issue));
    return { problems: problems.map((problem) => placed(toFileProblem(data, problem))) };
  }
  return {
    cases: file.data.cases.map(({ name, asOf, select, expect }, at): ReadCase => {
      const { ledger, problems } = readLedger(data, ['cases', at], kinds);
      const found = ledger === undefined ? undefined : { asOf, select, expect, ledger };
      return { name, path: ['cases', at], case: found, problems };
    }),
  };
}

function readLedger(
  data: unknown,
  path: DataPath,
  kinds: ReadonlyMap<string, LicenceKind>,
): { readonly ledger: RuleCase['ledger'] | undefined; readonly problems: readonly CaseFileProblem[] } {
  const own = valueAt(data, path);
  const whole: Record<string, unknown> = { version: 1 };
  const placeOf = new Map<unknown, DataPath>();
  for (const part of [...SHARED_PARTS, ...OWN_PARTS]) {
    const isOwn = isMapping(own) && Object.hasOwn(own, part);
    const isShared = !isOwn && SHARED_PARTS.some((one) => one === part) && isMapping(data) && Object.hasOwn(data, part);
    if (!isOwn && !isShared) continue;
    whole[part] = fieldOf(isOwn ? own : data, part);
    placeOf.set(part, isOwn ? path : []);
  }
  const { ledger, problems } = parseLedger(whole, kinds);
  return { ledger, problems: problems.map((problem) => placed(problem, (part) => placeOf.get(part) ?? path)) };
}

/** Problems of data always name a path in it; what stands before that path depends on its first step. */
function placed(
  { at, rule, message, remedy }: FileProblem,
  placeOf: (part: unknown) => DataPath = () => [],
): CaseFileProblem {
  const { path, atKey } = 'path' in at ? at : { path: [] };
  return { rule, message, remedy, at: { path: [...placeOf(path[0]), ...path], atKey } };
}

function caseFileSchema() {
  return values.mapping({
    company: z.optional(z.unknown()),
    policy: z.optional(z.unknown()),
    rules: z.optional(z.unknown()),
    cases: z.array(ruleCase(), values.expects('list')),
  });
}

function ruleCase() {
  const parts = Object.fromEntries([...SHARED_PARTS, ...OWN_PARTS].map((part) => [part, z.optional(z.unknown())]));
  return values.mapping({
    ...parts,
    name: values.filled(),
    asOf: values.day(),
    select: values.list(values.filled()),
    expect: z.array(expectedFinding(), values.expects('list')),
  });
}

function expectedFinding() {
  return values.mapping({
    rule: values.filled(),
    status: values.oneOf(STATUSES),
    severity: z.optional(values.oneOf(SEVERITIES)),
    subject: z.optional(values.filled()),
    service: z.optional(values.filled()),
    owner: z.optional(values.filled()),
    date: z.optional(values.day()),
    daysLeft: z.optional(values.count(-MOST_DAYS)),
    actBy: z.optional(values.day()),
    period: z.optional(values.filled()),
    gapDays: z.optional(values.count(1)),
    related: z.optional(z.array(values.filled(), values.expects('list'))),
  });
}
