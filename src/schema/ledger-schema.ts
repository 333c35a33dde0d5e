/** The ledger file, version 1, as zod schemas. Built when asked for: most of what the program does needs none. */
/* oxlint-disable typescript/explicit-module-boundary-types -- a schema is its own type; written out it would stand here twice */
import * as z from 'zod/mini';

import { SEVERITIES } from '../domain/finding.ts';
import { CHANGE_KINDS, POLICY_DEFAULTS, SYSTEM_KINDS } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import * as field from './fields.ts';
import { PROVINCES } from './provinces.ts';
import { shapeSchema } from './shape-schema.ts';

/** The whole file. Licences differ by kind, so their schema is given: see `licenceSchema`. */
export function ledgerSchema<Entry extends z.ZodMiniType>(licence: Entry) {
  return field.mapping({
    version: z.literal(1, field.expects('version')),
    company: field.mappingOrEmpty({
      name: field.filled(),
      creditCode: z.optional(field.text()),
      registeredCapital: z.optional(field.amount()),
      changes: field.list(change()),
      systems: field.list(system()),
    }),
    policy: policy(),
    licences: field.list(licence),
    resources: field.list(resource()),
    requirements: field.list(requirement()),
    waivers: field.list(waiver()),
  });
}

/** A licence of a known kind; `common` are the fields that all kinds share. */
export function licenceSchema({ kind, fields = [] }: LicenceProfile, common: ReturnType<typeof licenceFields>) {
  const own = Object.fromEntries(fields.map(({ name, shape }) => [name, z.optional(shapeSchema(shape))]));
  return field.mapping({ ...own, ...common, kind: z.literal(kind, field.expects('licence-kind')) });
}

/** A licence whose kind is unknown: what all kinds share can still be checked, and fields of its own cannot. */
export function unknownLicenceSchema(kinds: readonly string[]) {
  const expected = field.expects('licence-kind', kinds);
  const kind = z.string(expected).check(z.refine(() => false, expected));
  return z.looseObject({ ...licenceFields(), kind }, field.expects('mapping'));
}

/** What every kind of licence has beside its kind. */
export function licenceFields() {
  return {
    id: field.id(),
    number: z.optional(field.text()),
    scope: z.optional(scope()),
    issued: z.optional(field.day()),
    expires: field.day(),
    opened: z.optional(field.day()),
    renewal: z.optional(field.mappingOrEmpty({ applied: field.day() })),
    closed: z.optional(field.day()),
    annualReports: field.daysByYear(),
    warnWithin: z.optional(field.count()),
    owner: z.optional(field.text()),
    notes: z.optional(field.text()),
  };
}

function scope() {
  const expected = field.expects('scope');
  return z.union([z.literal('national'), z.array(z.enum(PROVINCES)).check(z.minLength(1, expected))], expected);
}

function resource() {
  return field.mapping({
    id: field.id(),
    kind: field.kind(),
    title: z.optional(field.text()),
    provider: z.optional(field.text()),
    starts: z.optional(field.day()),
    expires: field.end(),
    serves: field.list(field.text()),
    follows: z.optional(field.text()),
    renew: field.withDefault(field.yesOrNo(), true),
    autoRenew: z.optional(field.mappingOrEmpty({ months: field.count(1, 1200), noticeDays: field.count() })),
    warnWithin: z.optional(field.count()),
    owner: z.optional(field.text()),
    registrant: z.optional(field.text()),
    verified: z.optional(field.day()),
    evidence: field.list(field.mapping({ path: field.filled(), sha256: z.optional(field.sha256()) })),
    notes: z.optional(field.text()),
  });
}

function policy() {
  const settings = field.mapping({
    warnWithin: field.withDefault(field.count(), POLICY_DEFAULTS.warnWithin),
    timezone: field.withDefault(field.timezone(), POLICY_DEFAULTS.timezone),
    since: z.optional(field.day()),
    maxWaiverDays: field.withDefault(field.count(), POLICY_DEFAULTS.maxWaiverDays),
    verifyWithin: z.optional(field.count(1, 1200)),
    number700Notice: field.withDefault(field.day(), POLICY_DEFAULTS.number700Notice),
  });
  return z.pipe(
    z.nullish(settings),
    z.transform((given) => given ?? POLICY_DEFAULTS),
  );
}

function change() {
  return field.mapping({
    what: field.oneOf(CHANGE_KINDS),
    decided: z.optional(field.day()),
    registered: z.optional(field.day()),
    reported: z.optional(field.day()),
    effective: z.optional(field.day()),
    approved: z.optional(field.day()),
    publicised: z.optional(field.day()),
  });
}

function system() {
  return field.mapping({
    id: field.id(),
    kind: field.oneOf(SYSTEM_KINDS),
    title: z.optional(field.text()),
    level: z.optional(field.count(1, 5)),
    persons: z.optional(field.amount()),
    since: z.optional(field.day()),
    evaluations: field.list(field.day()),
    assessments: field.list(field.day()),
    audits: field.list(field.day()),
    warnWithin: z.optional(field.count()),
  });
}

function requirement() {
  return field.mapping({
    id: field.id(),
    licence: field.text(),
    needs: field.kind(),
    severity: field.withDefault(field.oneOf(SEVERITIES), 'warning'),
    reason: z.optional(field.text()),
  });
}

function waiver() {
  return field.mapping({
    rule: field.filled(),
    entry: field.filled(),
    until: field.day(),
    reason: field.filled(),
    approvedBy: field.filled(),
  });
}
