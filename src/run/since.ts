/** `--since`: the ledgers of a run beside what they were where the change began. */
import { basename, dirname, resolve } from 'node:path';

import type { LedgerReport, Report } from '../domain/report.ts';
import { Checkout } from '../history/checkout.ts';
import { CommitFiles } from '../history/commit-files.ts';
import { renamesSince } from '../history/index-files.ts';
import * as refusals from '../history/refusals.ts';
import { mergeBase, openRepository, type Repository } from '../history/repository.ts';
import type { Files, Io } from '../platform/io.ts';
import { ledgerRemoved } from '../rules/git.ts';
import { checkLedgers, type RunOptions } from './check-ledgers.ts';
import { compareLedger, compareRuns, goneReport, isSameEvidence } from './compare-reports.ts';
import { findLedgers, isLedgerName, type LedgerFile, rootOf } from './find-ledgers.ts';
import { type LoadedLedger, loadLedger } from './load-ledger.ts';
import { withEvidence } from './with-evidence.ts';

/** The state of a repository with which a run is compared. */
export interface Base {
  /** The working tree: what is read through it is remembered, so that only what differs is read from git. */
  readonly files: Files;
  /** Tells of each finding whether the change brought it in, and what it put right. */
  compare(checked: Checked): Promise<Report>;
  close(): void;
}

/** A run over the working tree. */
export interface Checked {
  readonly report: Report;
  /** As they were checked, in the order of the report. */
  readonly loaded: readonly LoadedLedger[];
  readonly found: readonly LedgerFile[];
  /** Of the command line. */
  readonly paths: readonly string[];
  readonly options: RunOptions;
}

/**
 * @param found the ledgers of the working tree
 * @throws {Refusal} where git cannot tell where the change began
 */
export async function openBase(ref: string, found: readonly LedgerFile[], io: Io): Promise<Base> {
  const repository = await repositoryOf(found, `--since ${ref}`, io);
  try {
    const commit = await mergeBase(repository, ref);
    const checkout = new Checkout(io.files, repository);
    const tree = await CommitFiles.of(repository, commit, checkout);
    const comparison = new Comparison({ repository, commit, ref, checkout, tree, io });
    return {
      files: checkout.files,
      compare: async (checked) => comparison.compare(checked),
      close: () => repository.close(),
    };
  } catch (error) {
    repository.close();
    throw error;
  }
}

/** The one repository of all ledgers; that of the working folder where there are none. */
async function repositoryOf(found: readonly LedgerFile[], asker: string, io: Io): Promise<Repository> {
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
  readonly commit: string;
  readonly ref: string;
  readonly checkout: Checkout;
  /** The base as it was committed. */
  readonly tree: CommitFiles;
  readonly io: Io;
}

class Comparison {
  readonly #sides: Sides;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  async compare(checked: Checked): Promise<Report> {
    const { report, loaded, found, options } = checked;
    const { ref, commit } = this.#sides;
    const { places, gone } = await this.#placesBefore(checked);
    const isSharedSame = await this.#isSharedSame(found);
    const files = new Map(found.map((file) => [file.shown, file]));
    const ledgers: LedgerReport[] = [];
    for (const [at, now] of report.ledgers.entries()) {
      const [one, file, place] = [loaded[at], files.get(now.file), places.get(now.file)];
      if (one === undefined || file === undefined) continue;
      const isSame = place === file && (await this.#isSame(one, file, isSharedSame));
      const before = isSame ? now : place && (await this.#checkBefore(place, now, options));
      const renamedFrom = place === file ? undefined : place?.repositoryPath;
      ledgers.push(compareLedger(now, before && { report: before, renamedFrom }, options.failOn));
    }
    if (options.selects(ledgerRemoved.id)) {
      for (const one of gone) ledgers.push(await this.#reportGone(one, report));
    }
    return compareRuns(report, ledgers, { ref, commit });
  }

  /** Where each ledger of the run lay at the base, by its name in reports; and the ledgers of the base that are no more. */
  async #placesBefore({ found, paths }: Checked): Promise<{
    readonly places: ReadonlyMap<string, LedgerFile>;
    readonly gone: readonly Missing[];
  }> {
    const { tree, io, repository, commit, checkout } = this.#sides;
    const then = (await findLedgers(paths, { cwd: io.cwd, files: tree })).files;
    const places = new Map<string, LedgerFile>();
    for (const file of found) {
      if ((await tree.nameOf(file.realPath)) !== undefined) places.set(file.shown, file);
    }
    const isThere = new Set(found.map(({ realPath }) => realPath));
    const missing = then.filter(({ realPath }) => !isThere.has(realPath));
    const fresh = found.filter(({ shown }) => !places.has(shown));
    if (missing.length + fresh.length === 0) return { places, gone: [] };
    const renames = await renamesSince(repository, commit);
    for (const file of fresh) {
      const from = renames.get(checkout.pathOf(file.realPath));
      if (from !== undefined) places.set(file.shown, movedTo(file, resolve(repository.root, from), from));
    }
    return { places, gone: await this.#goneOf(missing, renames) };
  }

  async #goneOf(missing: readonly LedgerFile[], renames: ReadonlyMap<string, string>): Promise<readonly Missing[]> {
    const { checkout, io } = this.#sides;
    const targets = new Map([...renames].map(([to, from]) => [from, to]));
    const gone: Missing[] = [];
    for (const file of missing) {
      const path = checkout.pathOf(file.realPath);
      const movedTo = targets.get(path);
      // It is a ledger still, in a folder that this run was not asked about, or one that a sparse checkout leaves out.
      if (movedTo !== undefined && isLedgerName(basename(movedTo))) continue;
      if (movedTo === undefined && (await checkout.isLeftOut(file.realPath))) continue;
      if (movedTo === undefined && (await io.files.kindOf(file.realPath)) !== undefined) continue;
      gone.push({ file, movedTo });
    }
    return gone;
  }

  /** Whether the files that ledgers extend are what they were. */
  async #isSharedSame(found: readonly LedgerFile[]): Promise<boolean> {
    const { checkout, tree } = this.#sides;
    for (const path of checkout.readBeside(new Set(found.map((file) => file.path)))) {
      if (!checkout.isSame(path, await checkout.show(tree).nameOf(path))) return false;
    }
    return true;
  }

  /** Whether all that a check of the ledger reads is what it was. */
  async #isSame({ ledger, evidence }: LoadedLedger, file: LedgerFile, isSharedSame: boolean): Promise<boolean> {
    const { checkout, tree } = this.#sides;
    if (!checkout.isSame(file.path, await tree.nameOf(file.realPath))) return false;
    // Of a ledger that is none, nobody knows what it extends.
    if (!isSharedSame && (ledger === undefined || ledger.extends !== undefined)) return false;
    if (ledger === undefined || evidence === undefined || evidence.size === 0) return true;
    const { examineEvidence } = await import('./examine-evidence.ts');
    return isSameEvidence(evidence, (await examineEvidence(ledger, file, checkout.show(tree))).facts);
  }

  /** The ledger as it lay at a place of the base, under the name that it has now. */
  async #checkBefore(place: LedgerFile, now: LedgerReport, options: RunOptions): Promise<LedgerReport | undefined> {
    const { checkout, tree } = this.#sides;
    const files = checkout.show(tree);
    const loaded = await loadLedger(await tree.read(place.realPath), { file: place, files });
    const examined = await withEvidence([loaded], [place], options.selects, files);
    const named = { ...(examined.loaded[0] ?? loaded), name: now.name };
    const { ledgers } = await checkLedgers([named], loaded.ledger !== undefined, { ...options, asOf: now.asOf });
    return ledgers[0];
  }

  async #reportGone({ file, movedTo }: Missing, report: Report): Promise<LedgerReport> {
    const { tree } = this.#sides;
    const loaded = await loadLedger(await tree.read(file.realPath), { file, files: tree });
    return goneReport({ loaded, movedTo }, report);
  }
}

/** A ledger of the base that is there no more. */
interface Missing {
  readonly file: LedgerFile;
  /** Under which name, that no search finds, its content lies now. */
  readonly movedTo: string | undefined;
}

/** What a ledger is called stays as it is now; what it names counts from where it lay. */
function movedTo(file: LedgerFile, realPath: string, repositoryPath: string): LedgerFile {
  return { ...file, path: realPath, realPath, repositoryPath };
}
