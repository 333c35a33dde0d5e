/** One entry whole: what it serves or is served by, what it continues, and what is wrong with it on a day. */
import { licenceOf } from './ledger-index.ts';
import type { Ledger, Licence, Resource } from './ledger.ts';
import type { RegisterRow } from './register.ts';
import type { LedgerReport, LocatedFinding, Location } from './report.ts';

export interface Dossier {
  readonly row: RegisterRow;
  readonly report: LedgerReport;
  readonly location: Location;
  /** Licences that a contract serves. */
  readonly serves: readonly Licence[];
  /** Contracts that serve a licence, in the order of the ledger. */
  readonly servedBy: readonly Resource[];
  /** From the first contract to the last, the entry itself among them; empty where it stands alone. */
  readonly chain: readonly Resource[];
  /** Those that are about it, or that it causes. */
  readonly findings: readonly LocatedFinding[];
}

/** @param location where the entry stands */
export function dossierOf(row: RegisterRow, ledger: Ledger, report: LedgerReport, location: Location): Dossier {
  const { id } = row.entry;
  const served = new Set(row.serves.map(licenceOf));
  const isLicence = row.list === 'licences';
  return {
    row,
    report,
    location,
    serves: ledger.licences.filter((licence) => served.has(licence.id)),
    servedBy: isLicence ? ledger.resources.filter(({ serves }) => serves.some((name) => licenceOf(name) === id)) : [],
    chain: isLicence ? [] : chainOf(row.entry, ledger.resources),
    findings: report.findings.filter(({ subject, related }) => subject === id || related.includes(id)),
  };
}

/** Several may follow one; then all of them are named, in the order of the ledger. A valid ledger has no circles. */
function chainOf(resource: Resource, all: readonly Resource[]): readonly Resource[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const before: Resource[] = [];
  for (let one = previousOf(resource); one !== undefined; one = previousOf(one)) before.unshift(one);
  const chain = [...before, resource, ...followersOf(resource)];
  return chain.length === 1 ? [] : chain;

  function previousOf({ follows }: Resource): Resource | undefined {
    return follows === undefined ? undefined : byId.get(follows);
  }

  function followersOf({ id }: Resource): readonly Resource[] {
    return all.filter(({ follows }) => follows === id).flatMap((one) => [one].concat(followersOf(one)));
  }
}
