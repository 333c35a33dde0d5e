/** What stands behind the evidence that a ledger names. It is gathered before a check, so that the rules read no file. */
import type { CalendarDay } from './calendar-day.ts';

export type EvidenceFact =
  | { readonly found: 'nothing' | EvidenceFault }
  | {
      readonly found: 'file';
      /** 64 hexadecimal digits in lower case. */
      readonly sha256: string;
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
