import { defineLicence, type LicenceKind, type LicenceProfile, type LicenceRule } from '../../domain/licence-kind.ts';
import { coverage } from './coverage.ts';
import { opened } from './opened.ts';
import { registeredCapital } from './registered-capital.ts';
import { annualReport, expiry, renewal, RENEWAL_LEAD_DAYS } from './service-duties.ts';

interface ServiceLicence extends Omit<LicenceProfile, 'renewalLeadDays'> {
  /** What this kind asks beyond what Order 42 asks of all. */
  readonly rules: readonly LicenceRule[];
}

/** A licence under Order 42 for value-added services, or for basic ones that are managed like them. */
export function defineServiceLicence({ rules, ...profile }: ServiceLicence): LicenceKind {
  return defineLicence({
    ...profile,
    renewalLeadDays: RENEWAL_LEAD_DAYS,
    rules: [renewal, expiry, annualReport, registeredCapital, opened, coverage, ...rules],
  });
}
