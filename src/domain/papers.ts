/** What of a ledger belongs to one licence, for somebody who is shown that licence alone. */
import { type EvidenceFacts, type EvidenceState, stateOfEvidence } from './evidence.ts';
import { licenceOf } from './ledger-index.ts';
import type { Ledger } from './ledger.ts';
import { PaperNames } from './paper-names.ts';
import type { StatusRow } from './status.ts';

export interface Papers {
  /** The ledger without what has nothing to do with the licence. Entries that prove something for it stay, wherever they belong. */
  readonly ledger: Ledger;
  /** What is asked of the licence, of what serves it, and of the company. */
  readonly rows: readonly StatusRow[];
}

/** @param rows everything that is asked of the ledger */
export function papersOf(licence: string, ledger: Ledger, rows: readonly StatusRow[]): Papers {
  const { company, licences, resources, requirements, duties, waivers } = ledger;
  const isOfLicence = (name: string): boolean => licenceOf(name) === licence;
  const serving = resources.filter(({ serves }) => serves.some(isOfLicence));
  const served = new Set([licence, ...serving.map(({ id }) => id)]);
  const asked = new Set([...served, 'company', ...company.systems.map(({ id }) => id)]);
  const proofsFor = (subjects: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...subjects, ...rows.flatMap(({ subject, by }) => (subjects.has(subject) ? by : []))]);
  // What is asked of the company names all of its licences, which are not for everybody to see.
  const [ofLicence, ofAll] = [proofsFor(served), proofsFor(asked)];
  const kept = {
    licences: licences.filter(({ id }) => ofLicence.has(id)),
    resources: resources.filter(({ id }) => ofAll.has(id)),
  };
  const subjects = new Set([...asked, ...kept.resources.map(({ id }) => id)]);
  const kinds = new Set(licences.find(({ id }) => id === licence)?.services.map(({ kind }) => kind));
  return {
    ledger: {
      ...ledger,
      ...kept,
      requirements: requirements.filter(
        ({ licence: name = '', for: whom }) => whom !== undefined || isOfLicence(name) || kinds.has(name),
      ),
      duties: duties.filter(({ for: whom }) => whom === 'company' || isOfLicence(whom)),
      waivers: waivers.filter(({ entry }) => subjects.has(licenceOf(entry))),
    },
    rows: rows.filter(({ subject }) => subjects.has(subject)),
  };
}

/** What may be left out without any rule judging otherwise. */
export const REDACTABLE = ['notes', 'owner'] as const;
export type Redactable = (typeof REDACTABLE)[number];

/** A ledger, or data of one, without these fields, wherever they stand. */
export function redacted<Data>(data: Data, fields: readonly Redactable[]): Data {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- none of these fields has to be there
  return fields.length === 0 ? data : (without(data, new Set<string>(fields)) as Data);
}

function without(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, without(one, keys)]));
}

/** `pointer`: only that of Git LFS is there; the file itself was not downloaded. */
export type PaperState = EvidenceState | 'pointer';

/** A file of evidence that an entry names. */
export interface Paper {
  readonly entry: string;
  /** As the ledger writes it. */
  readonly path: string;
  readonly state: PaperState;
  /** What it is called among the papers, and its SHA-256; undefined where it cannot be among them. */
  readonly copy: { readonly name: string; readonly sha256: string } | undefined;
}

/** Every file that the entries name. One that two entries share is there once. */
export function papersIn({ licences, resources }: Ledger, facts: EvidenceFacts): readonly Paper[] {
  const names = new PaperNames();
  const copies = new Map<string, Paper['copy']>();
  return [...licences, ...resources].flatMap(({ id: entry, evidence }) =>
    evidence.map((one): Paper => {
      const { path } = one;
      const [fact, state] = [facts.get(path), stateOfEvidence(one, facts)];
      if (fact?.found !== 'file') return { entry, path, state, copy: undefined };
      if (fact.isPointer === true)
        return { entry, path, state: state === 'changed' ? state : 'pointer', copy: undefined };
      const copy = copies.get(path) ?? { name: names.take(entry, path), sha256: fact.sha256 };
      copies.set(path, copy);
      return { entry, path, state, copy };
    }),
  );
}

/** Whether a file is there and is what was recorded. */
export function isSettled({ state }: Paper): boolean {
  return state === 'intact' || state === 'unrecorded';
}
