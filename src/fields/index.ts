/** Every sort of entry in the ledger, with its fields. */
import { evidenceFields } from './common.ts';
import { changeFields, companyFields, systemFields } from './company.ts';
import type { EntryFields } from './field.ts';
import { ledgerFields } from './ledger.ts';
import { licenceFields, renewalFields, serviceFields } from './licence.ts';
import { dutyFields, everyFields, requirementFields, waiverFields } from './own.ts';
import { arrangementFields, policyFields } from './policy.ts';
import { autoRenewFields, resourceFields } from './resource.ts';

export const ENTRIES = {
  ledger: ledgerFields,
  company: companyFields,
  change: changeFields,
  system: systemFields,
  policy: policyFields,
  arrangement: arrangementFields,
  licence: licenceFields,
  renewal: renewalFields,
  service: serviceFields,
  resource: resourceFields,
  autoRenew: autoRenewFields,
  evidence: evidenceFields,
  requirement: requirementFields,
  duty: dutyFields,
  every: everyFields,
  waiver: waiverFields,
} as const satisfies Readonly<Record<string, EntryFields>>;
