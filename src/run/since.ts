/** `--since`: the ledgers of a run beside what they were where the change began. */
import type { Report } from '../domain/report.ts';
import { Checkout } from '../history/checkout.ts';
import { CommitFiles } from '../history/commit-files.ts';
import { mergeBase } from '../history/revisions.ts';
import type { Files, Io } from '../platform/io.ts';
import { ledgerRemoved } from '../rules/git.ts';
import { compareLedger, compareRuns, goneReport } from './compare-reports.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { type Checked, repositoryOf, TwoTrees } from './two-trees.ts';

/** The state of a repository with which a run is compared. */
export interface Base {
  /** The working tree: what is read through it is remembered, so that only what differs is read from git. */
  readonly files: Files;
  /** Tells of each finding whether the change brought it in, and what it put right. */
  compare(checked: Checked): Promise<Report>;
  close(): void;
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
    const trees = new TwoTrees({ repository, checkout, commit, tree, later: checkout, cwd: io.cwd });
    return {
      files: checkout.files,
      compare: async (checked) => compare(checked, trees, { ref, commit }),
      close: () => repository.close(),
    };
  } catch (error) {
    repository.close();
    throw error;
  }
}

async function compare(
  checked: Checked,
  trees: TwoTrees,
  base: { readonly ref: string; readonly commit: string },
): Promise<Report> {
  const { report, options } = checked;
  const { pairs, gone } = await trees.compare(checked);
  const lost = options.selects(ledgerRemoved.id) ? gone.map((one) => goneReport(one, report)) : [];
  const ledgers = pairs.map(({ now, before }) => compareLedger(now, before, options.failOn));
  return compareRuns(report, [...ledgers, ...lost], base);
}
