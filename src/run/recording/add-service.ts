/** Papers and the services on them, as the ledger writes them. */
import type { Edit, Plain, PlainMapping } from '../../domain/edit.ts';
import type { DataPath, Licence } from '../../domain/ledger.ts';
import { fieldsOfService } from '../../fields/kind-fields.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { isMapping, valueAt } from '../../schema/raw-data.ts';
import { inOrder, isPlain } from './given-entry.ts';

export interface ServiceEdits {
  readonly edits: readonly Edit[];
  /** Where the new service stands afterwards. */
  readonly path: DataPath;
}

/**
 * Adds services to a licence. One in the short form lists its services from then on: what belongs to the only one so far
 * moves there, all else stays as it is written.
 *
 * @param data the file as it stands
 */
export function addServices(licence: Licence, at: number, data: unknown, added: readonly PlainMapping[]): ServiceEdits {
  const path = ['licences', at];
  const services = added.map((one) => inOrder(one, 'services'));
  const last: DataPath = [...path, 'services', licence.services.length + services.length - 1];
  if (!licence.isShort) {
    return {
      edits: services.map((value) => ({ kind: 'append-item', path, field: 'services', value })),
      path: last,
    };
  }
  const first = onlyService(licence, valueAt(data, path));
  return {
    edits: [
      { kind: 'set-field', path, field: 'services', value: [first, ...services] },
      ...Object.keys(first).map((field): Edit => ({ kind: 'remove-field', path, field })),
    ],
    path: last,
  };
}

/** The keys of a service of a kind; in the short form the renewal is that of the paper. */
function serviceKeys(kind: string): readonly string[] {
  return fieldsOfService(catalogue.kinds.get(kind))
    .map(({ key }) => key)
    .filter((key) => key !== 'renewal');
}

/** What of the fields of a paper in the short form belongs to its service. */
export function serviceIn(kind: string, fields: PlainMapping): PlainMapping {
  const keys = new Set(serviceKeys(kind));
  return { ...Object.fromEntries(Object.entries(fields).filter(([key]) => keys.has(key))), kind };
}

/** The same without what belongs to a service of those kinds. */
export function paperIn(kinds: readonly string[], fields: PlainMapping): PlainMapping {
  const keys = new Set(kinds.flatMap(serviceKeys));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.has(key)));
}

/** A paper with its services: in the short form where it has but one, which says nothing that the paper says otherwise. */
export function paperWith(paper: PlainMapping, services: readonly PlainMapping[]): PlainMapping {
  const [only, another] = services;
  const isShort = only !== undefined && another === undefined && only['renewal'] === undefined;
  return inOrder(
    isShort ? { ...paper, ...only } : { ...paper, services: services.map((one) => inOrder(one, 'services')) },
    'licences',
  );
}

/** What the id of a paper is made from: its kind; several are one telecom licence. */
export function paperStem(kinds: readonly string[]): string {
  const [only = 'licence', another] = kinds;
  return another === undefined ? only : 'telecom';
}

/** What belongs to the service of a licence in the short form, as it is written there. */
function onlyService({ services }: Licence, written: unknown): PlainMapping {
  const keys = serviceKeys(services[0]?.kind ?? '');
  const fields = keys.flatMap((key): readonly (readonly [string, Plain])[] => {
    const value: unknown = isMapping(written) && Object.hasOwn(written, key) ? written[key] : undefined;
    return value !== undefined && isPlain(value) ? [[key, value]] : [];
  });
  return Object.fromEntries(fields);
}
