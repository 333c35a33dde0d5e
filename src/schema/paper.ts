/** The fields of a paper in its two forms: with its only service among them, or with a list of services. */
import type { Licence, Service } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import type { Field } from '../fields/field.ts';
import { fieldsOfKind } from '../fields/kind-fields.ts';
import { licenceFields, serviceFields } from '../fields/licence.ts';

export type Fields = Readonly<Record<string, Field>>;

/** A paper without what it allows. */
export type Paper = Omit<Licence, 'services' | 'isShort'>;

const { services: _, ...fieldsOfPaper } = licenceFields.fields;
const { kind: __, renewal: declined, ...fieldsOfGrant } = serviceFields.fields;

/** Of a paper that lists its services, but for the list. */
export const paperFields: Fields = fieldsOfPaper;

/** Of a service of any kind, but for its kind. */
export const grantFields: Fields = fieldsOfGrant;

/** Of a paper in the short form, but for its kind. */
export function shortFields(profile: LicenceProfile): Fields {
  return { ...ownFields(profile), ...grantFields, ...paperFields };
}

/** Of a service in a list, but for its kind. */
export function listedFields(profile: LicenceProfile): Fields {
  return { ...ownFields(profile), ...grantFields, renewal: declined };
}

function ownFields(profile: LicenceProfile): Fields {
  return Object.fromEntries(fieldsOfKind(profile).map((one) => [one.key, one]));
}

/** What is no field of the paper belongs to its only service. */
export function fromShortForm(fields: Paper & Service): Licence {
  const { id, number, issued, expires, renewal, closed, annualReports, shown, publicised, ...others } = fields;
  const { scopeEntered, scopeRemoved, warnWithin, owner, verified, evidence, notes, ...service } = others;
  const days = { issued, expires, renewal, closed, annualReports, shown, publicised, scopeEntered, scopeRemoved };
  // It does not compile where a field of the paper is left to the service.
  const paper = { id, number, ...days, warnWithin, owner, verified, evidence, notes } satisfies Record<
    keyof Paper,
    unknown
  >;
  return { ...paper, services: [service], isShort: true };
}
