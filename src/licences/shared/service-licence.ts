import { defineLicence, type LicenceKind, type LicenceProfile, type LicenceRule } from '../../domain/licence-kind.ts';
import { annualReport } from './annual-report.ts';
import { expiry } from './expiry.ts';
import { registeredCapital } from './registered-capital.ts';
import { renewal, RENEWAL_LEAD_DAYS } from './renewal.ts';

interface ServiceLicence extends Omit<LicenceProfile, 'renewalLeadDays'> {
  /** What this kind asks beyond what Order 42 asks of all. */
  readonly rules: readonly LicenceRule[];
}

/** A licence under Order 42 for value-added services, or for basic ones that are managed like them. */
export function defineServiceLicence({ rules, ...profile }: ServiceLicence): LicenceKind {
  return defineLicence({
    ...profile,
    renewalLeadDays: RENEWAL_LEAD_DAYS,
    rules: [renewal, expiry, annualReport, registeredCapital, ...rules],
  });
}
