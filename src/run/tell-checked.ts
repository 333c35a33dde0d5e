/** Checks ledgers one after the other for one document; of each no more is kept than what the document has of it. */
import type { LedgerReport } from '../domain/report.ts';
import { glanceOf, type LedgerGlance, type Run } from '../domain/run.ts';
import { type CheckDocument, kept, type Told } from '../reporters/check/document.ts';
import type { Piece } from '../reporters/writing/pieces.ts';
import { assumedOf, checkLedger, namesApart, type RunOptions, settleRun } from './check-ledgers.ts';
import type { LoadedLedger } from './load-ledger.ts';

export class TellChecked {
  readonly #document: CheckDocument;
  readonly #options: RunOptions;
  readonly #nameApart = namesApart();
  readonly #glances: LedgerGlance[] = [];
  readonly #assumed = new Set<string>();
  /** The first is made when it is written, unless another comes. */
  readonly #told: Told<unknown>[] = [];

  constructor(document: CheckDocument, options: RunOptions) {
    this.#document = document;
    this.#options = options;
  }

  /** To be called in the order of the ledgers. @param narrow what is to be told of it */
  async add(loaded: LoadedLedger, narrow: (report: LedgerReport) => LedgerReport = asItIs): Promise<void> {
    const report = narrow(await checkLedger({ ...loaded, name: this.#nameApart(loaded.name) }, this.#options));
    const [first] = this.#told;
    if (this.#told.length === 1 && first !== undefined) this.#told[0] = kept(first);
    const told = this.#document.tell(report);
    this.#told.push(first === undefined ? told : kept(told));
    this.#glances.push(glanceOf(report));
    for (const word of assumedOf([loaded])) this.#assumed.add(word);
  }

  /** @param isWhole whether every path of the run led to a valid ledger; without that there is no verdict */
  async end(isWhole: boolean): Promise<{ readonly run: Run; readonly pieces: Iterable<Piece> }> {
    const run = await settleRun(this.#glances, isWhole, this.#options, [...this.#assumed]);
    return { run, pieces: this.#document.whole(run, this.#told) };
  }
}

function asItIs(report: LedgerReport): LedgerReport {
  return report;
}
