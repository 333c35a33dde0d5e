/** The entry that a new one is most like: what it says is offered as a default. */
import { BEGINNING, type CalendarDay } from './calendar-day.ts';
import type { Ledger, Licence, Resource } from './ledger.ts';

/** The newest of a kind; of two that began on one day, the one that stands later in the file. */
export function mostSimilarResource({ resources }: Ledger, kind: string): Resource | undefined {
  return newest(
    resources.filter((resource) => resource.kind === kind),
    ({ starts, expires }) => starts ?? expires,
  );
}

/** The newest that allows such a service. */
export function mostSimilarLicence({ licences }: Ledger, kind: string): Licence | undefined {
  return newest(
    licences.filter(({ services }) => services.some((service) => service.kind === kind)),
    ({ issued }) => issued ?? BEGINNING,
  );
}

function newest<Entry>(entries: readonly Entry[], dayOf: (entry: Entry) => CalendarDay): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    if (found === undefined || dayOf(entry) >= dayOf(found)) found = entry;
  }
  return found;
}

/** Providers of the ledger, those of the kind first, each once. */
export function providersFor({ resources }: Ledger, kind: string): readonly string[] {
  const ofKind = resources.filter((resource) => resource.kind === kind).toReversed();
  const named = [...ofKind, ...resources].flatMap(({ provider }) => provider ?? []);
  return [...new Set(named)];
}
