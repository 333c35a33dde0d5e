import { type Company, companyNamed as nothingOn } from '../../src/domain/company.ts';

/** A company of which these facts are on record. */
export function companyNamed(name: string, facts: Partial<Company> = {}): Company {
  return { ...nothingOn(name), ...facts };
}
