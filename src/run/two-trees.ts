/** The ledgers of a run beside what they were in an earlier commit: found in both, followed through renames. */
import { basename, dirname, resolve } from 'node:path';

import type { CalendarDay } from '../domain/calendar-day.ts';
import type { LedgerReport, Report } from '../domain/report.ts';
import type { Checkout } from '../history/checkout.ts';
import type { CommitFiles } from '../history/commit-files.ts';
import type { LaterSide } from '../history/later-side.ts';
import * as refusals from '../history/refusals.ts';
import { openRepository, type Repository } from '../history/repository.ts';
import type { Io } from '../platform/io.ts';
import { checkLedgers, type RunOptions } from './check-ledgers.ts';
import { type Before, type Gone, isSameEvidence } from './compare-reports.ts';
import { findLedgers, isLedgerName, type LedgerFile, rootOf } from './find-ledgers.ts';
import { type LoadedLedger, loadLedger } from './load-ledger.ts';
import { withEvidence } from './read-ledgers.ts';

/** A run over the later tree. */
export interface Checked {
  readonly report: Report;
  /** As they were checked, in the order of the report. */
  readonly loaded: readonly LoadedLedger[];
  readonly found: readonly LedgerFile[];
  /** Of the command line. */
  readonly paths: readonly string[];
  readonly options: RunOptions;
}

/** A ledger of the run, and the same in the earlier commit. */
export interface Pair {
  readonly now: LedgerReport;
  readonly loaded: LoadedLedger;
  /** Undefined where there was no such ledger. */
  readonly before: (Before & { readonly loaded: LoadedLedger; readonly place: LedgerFile }) | undefined;
}

/** The one repository of all ledgers; that of the working folder where there are none. */
export async function repositoryOf(found: readonly LedgerFile[], asker: string, io: Io): Promise<Repository> {
  const places = new Map(found.map((file) => [rootOf(file), dirname(file.realPath)]));
  const [[root, folder] = [undefined, io.cwd]] = places;
  if (places.size <= 1) return openRepository(folder, { root, asker }, io);
  throw refusals.severalRepositories(
    asker,
    [...places].map(([top, below]) => top ?? below),
  );
}

interface Sides {
  readonly repository: Repository;
  readonly checkout: Checkout;
  /** The name of the earlier commit, and its files as they were committed. */
  readonly commit: string;
  readonly tree: CommitFiles;
  readonly later: LaterSide;
  readonly cwd: string;
}

export class TwoTrees {
  readonly #sides: Sides;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /** Each ledger of the run with what it was on the same day, and the ledgers of the earlier commit that are no more. */
  async compare(checked: Checked): Promise<{ readonly pairs: readonly Pair[]; readonly gone: readonly Gone[] }> {
    const { report, loaded, found, options } = checked;
    const { tree } = this.#sides;
    const { places, gone } = await this.#placesBefore(checked);
    const isSharedSame = await this.#isSharedSame(found);
    const files = new Map(found.map((file) => [file.shown, file]));
    const pairs: Pair[] = [];
    for (const [at, now] of report.ledgers.entries()) {
      const [one, file, place] = [loaded[at], files.get(now.file), places.get(now.file)];
      if (one === undefined || file === undefined) continue;
      const isSame = place === file && (await this.#isSame(one, file, isSharedSame));
      const before = isSame ? { report: now, loaded: one } : place && (await this.#checkBefore(place, now, options));
      const renamedFrom = place === file ? undefined : place?.repositoryPath;
      pairs.push({ now, loaded: one, before: before && place && { ...before, renamedFrom, place } });
    }
    const lost: Gone[] = [];
    for (const { file, movedTo } of gone) {
      lost.push({ loaded: await loadLedger(await tree.read(file.realPath), { file, files: tree }), movedTo });
    }
    return { pairs, gone: lost };
  }

  /** The ledgers of the earlier commit that paths lead to. */
  async findThen(paths: readonly string[]): Promise<readonly LedgerFile[]> {
    const { tree, cwd } = this.#sides;
    return (await findLedgers(paths, { cwd, files: tree })).files;
  }

  /** Where each ledger of the run lay then, by its name in reports; and the ledgers of then that are no more. */
  async #placesBefore({ found, paths }: Checked): Promise<{
    readonly places: ReadonlyMap<string, LedgerFile>;
    readonly gone: readonly Missing[];
  }> {
    const { tree, repository, commit, checkout, later } = this.#sides;
    const then = await this.findThen(paths);
    const places = new Map<string, LedgerFile>();
    for (const file of found) {
      if ((await tree.nameOf(file.realPath)) !== undefined) places.set(file.shown, file);
    }
    const isThere = new Set(found.map(({ realPath }) => realPath));
    const missing = then.filter(({ realPath }) => !isThere.has(realPath));
    const fresh = found.filter(({ shown }) => !places.has(shown));
    if (missing.length + fresh.length === 0) return { places, gone: [] };
    const renames = await later.renamesSince(commit);
    for (const file of fresh) {
      const from = renames.get(checkout.pathOf(file.realPath));
      if (from !== undefined) places.set(file.shown, movedTo(file, resolve(repository.root, from), from));
    }
    return { places, gone: await this.#goneOf(missing, renames) };
  }

  async #goneOf(missing: readonly LedgerFile[], renames: ReadonlyMap<string, string>): Promise<readonly Missing[]> {
    const { checkout, later } = this.#sides;
    const targets = new Map([...renames].map(([to, from]) => [from, to]));
    const gone: Missing[] = [];
    for (const file of missing) {
      const path = checkout.pathOf(file.realPath);
      const movedTo = targets.get(path);
      // It is a ledger still, in a folder that this run was not asked about, or one that a sparse checkout leaves out.
      if (movedTo !== undefined && isLedgerName(basename(movedTo))) continue;
      if (movedTo === undefined && (await later.isLeftOut(file.realPath))) continue;
      if (movedTo === undefined && (await later.ground.kindOf(file.realPath)) !== undefined) continue;
      gone.push({ file, movedTo });
    }
    return gone;
  }

  /** Whether the files that ledgers extend are what they were. */
  async #isSharedSame(found: readonly LedgerFile[]): Promise<boolean> {
    const { checkout, tree, later } = this.#sides;
    for (const path of later.readBeside(new Set(found.map((file) => file.path)))) {
      if (!(await later.isSame(path, await checkout.show(tree).nameOf(path)))) return false;
    }
    return true;
  }

  /** Whether all that a check of the ledger reads is what it was. */
  async #isSame({ ledger, evidence }: LoadedLedger, file: LedgerFile, isSharedSame: boolean): Promise<boolean> {
    const { checkout, tree, later } = this.#sides;
    if (!(await later.isSame(file.path, await tree.nameOf(file.realPath)))) return false;
    // Of a ledger that is none, nobody knows what it extends.
    if (!isSharedSame && (ledger === undefined || ledger.extends !== undefined)) return false;
    if (ledger === undefined || evidence === undefined || evidence.size === 0) return true;
    const { examineEvidence } = await import('./examine-evidence.ts');
    return isSameEvidence(evidence, (await examineEvidence(ledger, file, checkout.show(tree))).facts);
  }

  /** The ledger as it lay at a place of the earlier commit, under the name that it has now. */
  async #checkBefore(
    place: LedgerFile,
    { name, asOf }: { readonly name: string; readonly asOf: CalendarDay },
    options: RunOptions,
  ): Promise<{ readonly report: LedgerReport; readonly loaded: LoadedLedger } | undefined> {
    const { checkout, tree } = this.#sides;
    const files = checkout.show(tree);
    const loaded = await loadLedger(await tree.read(place.realPath), { file: place, files });
    const examined = await withEvidence([loaded], options.selects, files);
    const named = { ...(examined.loaded[0] ?? loaded), name };
    const { ledgers } = await checkLedgers([named], loaded.ledger !== undefined, { ...options, asOf });
    return ledgers[0] && { report: ledgers[0], loaded: named };
  }
}

/** A ledger of the earlier commit that is there no more. */
interface Missing {
  readonly file: LedgerFile;
  /** Under which name, that no search finds, its content lies now. */
  readonly movedTo: string | undefined;
}

/** What a ledger is called stays as it is now; what it names counts from where it lay. */
function movedTo(file: LedgerFile, realPath: string, repositoryPath: string): LedgerFile {
  return { ...file, path: realPath, realPath, repositoryPath };
}
