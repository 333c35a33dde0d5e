/** The fields of entries, in the order in which a ledger writes them, and the options that give them. */
import type { EntryList, Plain, PlainMapping } from '../../domain/edit.ts';

const RESOURCE_FIELDS = [
  'id',
  'kind',
  'title',
  'provider',
  'starts',
  'expires',
  'serves',
  'follows',
  'renew',
  'autoRenew',
  'warnWithin',
  'owner',
  'registrant',
  'verified',
  'evidence',
  'notes',
];

/** Fields of a single kind stand behind those that all licences share, notes come last. */
const LICENCE_FIELDS = [
  'id',
  'kind',
  'number',
  'scope',
  'issued',
  'expires',
  'opened',
  'renewal',
  'closed',
  'annualReports',
  'warnWithin',
  'owner',
];

/** What the commands do not ask for again: an entry without them says too little. */
export const REQUIRED_FIELDS = {
  resources: ['title', 'expires'],
  licences: ['number', 'scope', 'issued', 'expires'],
} as const satisfies Partial<Record<EntryList, readonly string[]>>;

export function inOrder(fields: PlainMapping, list: keyof typeof REQUIRED_FIELDS): PlainMapping {
  const order = list === 'resources' ? RESOURCE_FIELDS : LICENCE_FIELDS;
  const rank = (field: string): number => {
    if (field === 'notes') return order.length + 1;
    const at = order.indexOf(field);
    return at === -1 ? order.length : at;
  };
  const sorted = Object.entries(fields).toSorted(([one], [other]) => rank(one) - rank(other));
  return fromEntries(sorted);
}

/** Without the fields that were not given. */
export function withoutAbsent(fields: Readonly<Record<string, Plain | undefined>>): PlainMapping {
  return fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function fromEntries(entries: readonly (readonly [string, Plain])[]): PlainMapping {
  return Object.fromEntries(entries);
}

/** `warnWithin` → `--warn-within` */
export function optionNamed(field: string): string {
  return `--${field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
