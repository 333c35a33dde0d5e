/** What stands behind the evidence that a ledger names. It is gathered before a check, so that the rules read no file. */
import type { CalendarDay } from './calendar-day.ts';
import type { Evidence } from './ledger.ts';

export type EvidenceFact =
  | { readonly found: 'nothing' | EvidenceFault }
  | {
      readonly found: 'file';
      /** 64 hexadecimal digits in lower case. */
      readonly sha256: string;
      /** Only a Git LFS pointer is there, and the hash is the one in it. */
      readonly isPointer?: true | undefined;
      /**
       * Where the file is an X.509 certificate: its last whole day in the company's zone, then its date in UTC (its end is an
       * instant, and both are accepted). `[FOREVER]` where it says that it has no end.
       */
      readonly certificateEnds?: readonly CalendarDay[] | undefined;
    };

/** Why a path is refused without a look at what it leads to; `other` is a device, a pipe or a socket. */
export type EvidenceFault = 'absolute' | 'outside' | 'folder' | 'other';

/** By path, as the ledger writes it. What is not in it was not looked at, or could not be read. */
export type EvidenceFacts = ReadonlyMap<string, EvidenceFact>;

/**
 * What became of a file since it was recorded. `unchecked`: nobody has looked; `unrecorded`: it is there, and no hash says which
 * it was.
 */
export const EVIDENCE_STATES = ['intact', 'changed', 'missing', 'refused', 'unrecorded', 'unchecked'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** Whether a file of evidence is what was recorded. */
export function stateOfEvidence({ path, sha256 }: Evidence, facts: EvidenceFacts | undefined): EvidenceState {
  const fact = facts?.get(path);
  if (fact === undefined) return 'unchecked';
  if (fact.found !== 'file') return fact.found === 'nothing' ? 'missing' : 'refused';
  if (sha256 === undefined) return 'unrecorded';
  return fact.sha256 === sha256 ? 'intact' : 'changed';
}
