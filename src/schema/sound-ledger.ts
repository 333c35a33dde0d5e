/**
 * The fast way from data to a ledger: what is sound becomes what the schemas make of it, and at the first doubt they have the
 * word. They name whatever is wrong; to build them alone takes longer than all else that is done with a usual ledger.
 */
import type { Ledger, Licence, Service } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import { ledgerFields } from '../fields/ledger.ts';
import { findIntegrityProblems } from './integrity.ts';
import type { KnownEntries } from './known-entries.ts';
import { fromShortForm, listedFields, type Paper, paperFields, shortFields } from './paper.ts';
import { fieldOf, itemsOf, textOf } from './raw-data.ts';
import type { Kinds } from './references.ts';
import { asItIs, DOUBT, entryReader, readersOf, recordReader, type ValueReader } from './sound-values.ts';

/**
 * What `parseLedger` makes of data in which it finds no problem; undefined where there may be one.
 *
 * @param known what was found good before: entries that are the same objects are not read again; takes down what is good now
 */
export function soundLedger(data: unknown, kinds: Kinds, known?: KnownEntries): Ledger | undefined {
  const again = known?.again(data);
  if (again !== undefined) return again;
  try {
    const change = known?.changeTo(data);
    const fresh = change?.fresh ?? data;
    readFile ??= entryReader<Ledger>(ledgerFields);
    const read = { ...readFile(fresh), licences: readLicences(fresh, kinds) };
    if (findIntegrityProblems(change?.suspect ?? data, kinds).length > 0) return undefined;
    const ledger = change?.complete(read) ?? read;
    known?.note(data, ledger);
    return ledger;
  } catch (error) {
    if (error === DOUBT) return undefined;
    throw error;
  }
}

/** Of the fields outside of licences, which are the same for all. */
let readFile: ValueReader<Ledger> | undefined;

function readLicences(data: unknown, kinds: Kinds): readonly Licence[] {
  const known = licenceReaders.get(kinds) ?? readersOfLicences(kinds);
  licenceReaders.set(kinds, known);
  const { short, listed, long } = known;
  return itemsOf(data, 'licences').map((item): Licence => {
    if (fieldOf(item, 'services') === undefined) return fromShortForm(short(textOf(item, 'kind'))(item));
    const services = itemsOf(item, 'services').map((service) => listed(textOf(service, 'kind'))(service));
    if (services.length === 0) throw DOUBT;
    return Object.assign(long(item), { services, isShort: false });
  });
}

/** Readers of licences in both forms. */
interface LicenceReaders {
  readonly short: (kind: string | undefined) => ValueReader<Paper & Service>;
  readonly listed: (kind: string | undefined) => ValueReader<Service>;
  readonly long: ValueReader<Paper>;
}

/** Made once for all ledgers of a run. */
const licenceReaders = new WeakMap<Kinds, LicenceReaders>();

function readersOfLicences(kinds: Kinds): LicenceReaders {
  const short = readersByKind(kinds, (profile) =>
    recordReader<Paper & Service>({ ...readersOf(shortFields(profile)), kind: asItIs }),
  );
  const listed = readersByKind(kinds, (profile) => {
    // A grant of numbers is a paper by itself.
    if (profile.family === 'number') throw DOUBT;
    return recordReader<Service>({ ...readersOf(listedFields(profile)), kind: asItIs });
  });
  const long = recordReader<Paper>({ ...readersOf(paperFields), services: asItIs });
  return { short, listed, long };
}

/** A reader for the kinds that occur. One that is not known is a doubt. */
function readersByKind<Entry>(
  kinds: Kinds,
  make: (profile: LicenceProfile) => ValueReader<Entry>,
): (kind: string | undefined) => ValueReader<Entry> {
  const made = new Map<string, ValueReader<Entry>>();
  return (kind = '') => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const profile = kinds.get(kind);
    if (profile === undefined) throw DOUBT;
    const reader = make(profile);
    made.set(kind, reader);
    return reader;
  };
}
