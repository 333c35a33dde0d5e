/** How often the ends that a change pushes out were pushed out before. */
import { type Complaint, Refusal } from '../command-line/complaint.ts';
import type { LedgerChange } from '../domain/ledger-change.ts';
import type { Repository } from '../history/repository.ts';
import { countExtensions } from './ledger-log.ts';
import type { Pair } from './two-trees.ts';

/** Each history is read by git anew: those of hundreds of ledgers would take minutes. */
const MOST_HISTORIES = 50;

/** Tells how often each end was pushed out; without that, and with a word why, where git cannot tell or it would take too long. */
export class ExtensionCounter {
  /** Why some are not counted, each reason once. */
  readonly uncounted = new Map<string, Complaint>();
  readonly #repository: Repository;
  readonly #commit: string;
  #read = 0;

  constructor(repository: Repository, commit: string) {
    this.#repository = repository;
    this.#commit = commit;
  }

  async counted(changes: readonly LedgerChange[], { before }: Pair): Promise<readonly LedgerChange[]> {
    const isOfInterest = changes.some(
      ({ extension, what, sort }) => extension !== undefined || isComingBack(what, sort),
    );
    if (before === undefined || !isOfInterest) return changes;
    this.#read += 1;
    if (this.#read > MOST_HISTORIES) {
      this.uncounted.set('many', TOO_MANY);
      return changes;
    }
    try {
      const path = this.#repository.pathOf(before.place.realPath);
      return await countExtensions(changes, this.#repository, { path, commit: this.#commit });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.uncounted.set(error.message, error.complaint);
      return changes;
    }
  }
}

const TOO_MANY: Complaint = {
  what: {
    zh: `改动的台账超过${MOST_HISTORIES}个，其余台账没有统计是第几次延长`,
    en: `more than ${MOST_HISTORIES} ledgers changed; for the others, extensions are not counted`,
  },
  remedy: {
    zh: '要查某一个台账，运行 `ledger log --extended --file 台账`。',
    en: 'To see one of them, run `ledger log --extended --file LEDGER`.',
  },
};

/** What was taken out once and is back with a later end was pushed out as well. */
function isComingBack(what: LedgerChange['what'], sort: LedgerChange['sort']): boolean {
  return what === 'added' && ['licence', 'resource', 'waiver'].includes(sort);
}
