/** Every sort of entry in the ledger, with its fields. */
import { evidenceFields } from './common.ts';
import {
  branchFields,
  paidInFields,
  penaltyFields,
  personalInformationFields,
  platformFields,
  securityFields,
} from './company-facts.ts';
import { changeFields, systemFields } from './company-lists.ts';
import { companyFields } from './company.ts';
import type { EntryFields } from './field.ts';
import { ledgerFields } from './ledger.ts';
import { licenceFields, renewalFields, serviceFields } from './licence.ts';
import { dutyFields, everyFields, requirementFields, waiverFields } from './own.ts';
import { arrangementFields, policyFields } from './policy.ts';
import { autoRenewFields, resourceFields } from './resource.ts';

export const ENTRIES = {
  ledger: ledgerFields,
  company: companyFields,
  paidIn: paidInFields,
  change: changeFields,
  branch: branchFields,
  penalty: penaltyFields,
  system: systemFields,
  personalInformation: personalInformationFields,
  security: securityFields,
  platform: platformFields,
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
