/** The life of ledgers for programs: `ledger/log@1`. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerChange, LedgerEvent } from '../../domain/ledger-change.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { describeChange } from './change-words.ts';

/** What happened to one ledger. */
export interface LedgerLife {
  /** As reports name it. */
  readonly file: string;
  /** Undefined where the file is no valid ledger now. */
  readonly company: string | undefined;
  /** The newest first. */
  readonly events: readonly LedgerEvent[];
}

type Kinds = ReadonlyMap<string, LicenceProfile>;

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderLogJson(lives: readonly LedgerLife[], language: Language, kinds: Kinds): string {
  return printJson({
    schema: 'ledger/log@1',
    files: lives.map(({ file }) => file),
    events: lives.flatMap(({ file, events }) =>
      events.map((event) => ({
        file,
        day: formatDay(event.day),
        author: event.author,
        commit: event.commit,
        ...changeObject(event, language, kinds),
        extension: event.times,
        newEvidence: event.extension?.newEvidence,
      })),
    ),
  });
}

/** One change, as the documents for programs have it. */
export function changeObject(change: LedgerChange, language: Language, kinds: Kinds): object {
  const { entry, rule, what, field, before, after } = change;
  return { entry, rule, what, field, before, after, message: describeChange(change, kinds)[language] };
}
