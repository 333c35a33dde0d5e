import { defineLicence, type LicenceKind, type LicenceProfile, type LicenceRule } from '../../domain/licence-kind.ts';
import { contactChange } from './contact-change.ts';
import { NUMBER_RENEWAL_LEAD_DAYS, numberExpiry, numberRenewal, numberReport } from './number-duties.ts';
import { numberFee } from './number-fee.ts';
import { contactChanges, feesPaid, numbers } from './number-fields.ts';
import { startOfUse } from './start-of-use.ts';

interface NumberGrant extends Omit<LicenceProfile, 'renewalLeadDays'> {
  /** What this kind asks beyond what every allotted number does. */
  readonly rules: readonly LicenceRule[];
}

/** A number allotted by the ministry or a provincial administration under Order 28. */
export function defineNumberGrant({ rules, fields = [], ...profile }: NumberGrant): LicenceKind {
  return defineLicence({
    ...profile,
    renewalLeadDays: NUMBER_RENEWAL_LEAD_DAYS,
    fields: [numbers, feesPaid, contactChanges, ...fields],
    rules: [numberRenewal, numberExpiry, numberReport, numberFee, contactChange, startOfUse, ...rules],
  });
}
