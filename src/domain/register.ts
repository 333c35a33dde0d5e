/** The register: every licence and every contract in one line, as it stands on a day. */
import { addDays, type CalendarDay, daysBetween, earlier, FOREVER } from './calendar-day.ts';
import { endOfCurrentTerm, lastDayOf, renewsItself } from './cover.ts';
import { indexLedger, type LedgerIndex } from './ledger-index.ts';
import { type Ledger, type Licence, type Resource, windowIn } from './ledger.ts';
import { compareText, type Location } from './report.ts';

/**
 * How an entry stands on a day: `expiring` inside its window, `pending` before its first day, `followed` once another entry
 * continues it, `ending` where it is meant to end, `closed` once that has happened.
 */
export const STANDINGS = ['active', 'expiring', 'expired', 'pending', 'ending', 'followed', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface RegisterOptions {
  readonly asOf: CalendarDay;
  /** Days of warning that override every other. */
  readonly within?: number | undefined;
}

interface RowOf<List extends string, Entry> {
  readonly list: List;
  /** Place in its list. */
  readonly at: number;
  readonly entry: Entry;
  readonly standing: Standing;
  /** The last day on which it holds: of the term that runs where it renews itself, before it is given up where that is sooner. */
  readonly ends: CalendarDay;
  /** `ends` − as-of day; undefined where it has no end. */
  readonly daysLeft: number | undefined;
  /** What people know it by: the title of a contract, the number of a licence. */
  readonly name: string | undefined;
  readonly provider: string | undefined;
  readonly serves: readonly string[];
}

export type LicenceRow = RowOf<'licences', Licence>;
export type ResourceRow = RowOf<'resources', Resource>;
export type RegisterRow = LicenceRow | ResourceRow;

/** The register of one ledger, or what is left of it behind filters. */
export interface Register {
  readonly file: string;
  readonly company: string;
  readonly asOf: CalendarDay;
  readonly timezone: string;
  readonly rows: readonly RegisterRow[];
  /** Where an entry stands. */
  readonly locate: (row: RegisterRow) => Location;
}

/** All licences and resources, what ends first standing first; those that end on one day by id. */
export function registerOf(ledger: Ledger, options: RegisterOptions): readonly RegisterRow[] {
  const index = indexLedger(ledger);
  const windowOf = (entry: Licence | Resource): number => options.within ?? windowIn(ledger.policy, entry);
  const context: Context = { asOf: options.asOf, index, windowOf };
  return [
    ...ledger.licences.map((licence, at) => licenceRow(licence, at, context)),
    ...ledger.resources.map((resource, at) => resourceRow(resource, at, context)),
  ].sort(compareRows);
}

export function compareRows(one: RegisterRow, other: RegisterRow): number {
  if (one.ends !== other.ends) return one.ends < other.ends ? -1 : 1;
  return compareText(one.entry.id, other.entry.id);
}

interface Context {
  readonly asOf: CalendarDay;
  readonly index: LedgerIndex;
  readonly windowOf: (entry: Licence | Resource) => number;
}

function licenceRow(licence: Licence, at: number, context: Context): LicenceRow {
  const { closed, expires } = licence;
  const ends = closed === undefined ? expires : earlier(expires, addDays(closed, -1));
  return {
    list: 'licences',
    at,
    entry: licence,
    standing: standingOfLicence(licence, context),
    ends,
    daysLeft: daysLeftOf(ends, context),
    name: licence.number,
    provider: undefined,
    serves: [],
  };
}

function standingOfLicence(licence: Licence, { asOf, windowOf }: Context): Standing {
  const { closed, issued, expires } = licence;
  if (closed !== undefined && closed <= asOf) return 'closed';
  if (issued !== undefined && issued > asOf) return 'pending';
  if (expires < asOf) return 'expired';
  if (closed !== undefined && closed <= expires) return 'ending';
  return daysBetween(asOf, expires) <= windowOf(licence) ? 'expiring' : 'active';
}

function resourceRow(resource: Resource, at: number, context: Context): ResourceRow {
  const ends = renewsItself(resource) ? endOfCurrentTerm(resource, context.asOf) : lastDayOf(resource);
  return {
    list: 'resources',
    at,
    entry: resource,
    standing: standingOfResource(resource, context),
    ends,
    daysLeft: daysLeftOf(ends, context),
    name: resource.title,
    provider: resource.provider,
    serves: resource.serves,
  };
}

function standingOfResource(resource: Resource, { asOf, index, windowOf }: Context): Standing {
  const { id, starts, renew, ended } = resource;
  const last = lastDayOf(resource);
  if (starts !== undefined && starts > asOf) return 'pending';
  if (index.isFollowed(id)) return 'followed';
  if (!renew || ended !== undefined) return last < asOf ? 'closed' : 'ending';
  if (index.successorOf(resource) !== undefined) return 'followed';
  if (last < asOf) return 'expired';
  return last !== FOREVER && daysBetween(asOf, last) <= windowOf(resource) ? 'expiring' : 'active';
}

function daysLeftOf(ends: CalendarDay, { asOf }: Context): number | undefined {
  return ends === FOREVER ? undefined : daysBetween(asOf, ends);
}
