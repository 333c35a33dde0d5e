/** What came between a commit and the working tree, or another commit, and what that does to findings and horizons. */
import { type Complaint, type Refusal, usageError } from '../command-line/complaint.ts';
import { isBroughtIn } from '../domain/baseline.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { LedgerChange } from '../domain/ledger-change.ts';
import {
  compareStandings,
  isSameHorizon,
  type LedgerDiff,
  type LedgersDiff,
  type NamedCommit,
  type Standing,
} from '../domain/ledger-diff.ts';
import { type Ledger, POLICY_DEFAULTS } from '../domain/ledger.ts';
import { compareText } from '../domain/report.ts';
import { Checkout } from '../history/checkout.ts';
import { CommitFiles } from '../history/commit-files.ts';
import { commitSide } from '../history/commit-side.ts';
import type { LaterSide } from '../history/later-side.ts';
import { type Repository } from '../history/repository.ts';
import { findCommit } from '../history/revisions.ts';
import type { Io } from '../platform/io.ts';
import { compareVersions, outlineVersion } from '../schema/compare-ledgers.ts';
import { checkLedgers } from './check-ledgers.ts';
import { compareLedger, type Gone, goneReport } from './compare-reports.ts';
import { ExtensionCounter } from './extension-counter.ts';
import { findLedgers, type FoundLedgers } from './find-ledgers.ts';
import { standingsOf } from './first-breach.ts';
import type { LoadedLedger } from './load-ledger.ts';
import { readLedgers } from './read-ledgers.ts';
import { todayAt } from './today.ts';
import { type Pair, TwoTrees } from './two-trees.ts';

export interface DiffRequest {
  /** The earlier side. */
  readonly ref: string;
  /** The later side; absent: the working tree. */
  readonly to: string | undefined;
  readonly paths: readonly string[];
  readonly asOf: CalendarDay | undefined;
}

export interface Diffed {
  readonly diff: LedgersDiff;
  /** What could not be read. */
  readonly complaints: readonly Complaint[];
  /** Files of the later side that are no ledgers. */
  readonly invalid: readonly LoadedLedger[];
  /** Why it could not be told how often an end was pushed out. */
  readonly uncounted: readonly Complaint[];
}

/** @throws {Refusal} where git does not have a revision, or lacks what is needed to tell */
export async function diffLedgers(request: DiffRequest, repository: Repository, io: Io): Promise<Diffed> {
  const { paths, asOf } = request;
  const from = await namedCommit(repository, request.ref, request.ref);
  const to = request.to === undefined ? undefined : await namedCommit(repository, request.to, `--to ${request.to}`);
  const checkout = new Checkout(io.files, repository);
  const tree = await CommitFiles.of(repository, from.commit, checkout);
  const later: LaterSide =
    to === undefined
      ? checkout
      : commitSide(repository, {
          commit: to.commit,
          tree: await CommitFiles.of(repository, to.commit, checkout),
          checkout,
        });
  const trees = new TwoTrees({ repository, checkout, commit: from.commit, tree, later, cwd: io.cwd });
  const found = await findOnEitherSide(paths, { cwd: io.cwd, files: later.ground }, trees);
  const options = { asOf, within: undefined, failOn: 'never', selects: () => true, now: io.now } as const;
  const { loaded, unreadable, unexamined } = await readLedgers(found.files, later.files, options);
  const report = await checkLedgers(loaded, false, options);
  const { pairs, gone } = await trees.compare({
    report,
    loaded,
    found: found.files,
    paths,
    options,
  });

  const counter = new ExtensionCounter(repository, from.commit);
  const ledgers: LedgerDiff[] = [];
  for (const pair of pairs) {
    if (pair.before?.report === pair.now) continue;
    ledgers.push(diffOf(pair, await counter.counted(changesOf(pair), pair)));
  }
  for (const one of gone) {
    const day = asOf ?? (await todayAt(io.now(), one.loaded.ledger?.policy.timezone ?? POLICY_DEFAULTS.timezone));
    ledgers.push(diffOfGone(one, day));
  }
  const told = ledgers.filter((one) => !isSilent(one));
  return {
    diff: {
      asOf: report.asOf,
      from,
      to,
      ledgers: told.toSorted((one, other) => compareText(one.report.file, other.report.file)),
      unchanged: pairs.length + gone.length - told.length,
    },
    complaints: [...found.complaints, ...unreadable, ...unexamined],
    invalid: loaded.filter(({ ledger }) => ledger === undefined),
    uncounted: [...counter.uncounted.values()],
  };
}

async function namedCommit(repository: Repository, ref: string, asker: string): Promise<NamedCommit> {
  return { ref, commit: await findCommit({ ...repository, asker }, ref) };
}

/** A path that leads to ledgers of the earlier side alone is none that leads nowhere. */
async function findOnEitherSide(
  paths: readonly string[],
  ground: Parameters<typeof findLedgers>[1],
  trees: TwoTrees,
): Promise<FoundLedgers> {
  const { files, complaints } = await findLedgers(paths, ground);
  const left: Complaint[] = [];
  for (const complaint of complaints) {
    const named = paths.filter((path) => path === complaint.where);
    const isAsked = named.length > 0 || paths.length === 0;
    if (!isAsked || (await trees.findThen(named)).length === 0) left.push(complaint);
  }
  return { files, complaints: left };
}

function diffOf({ now, before, loaded }: Pair, changes: readonly LedgerChange[]): LedgerDiff {
  const report = compareLedger(now, before, 'never');
  return {
    report,
    is: now.ledger === undefined ? 'invalid' : 'valid',
    changes,
    // Of a file that cannot be read nobody knows how long its licences are good.
    horizon: loaded.ledger === undefined ? [] : compareHorizons(before?.report.ledger, loaded.ledger, now.asOf),
  };
}

function compareHorizons(before: Ledger | undefined, after: Ledger | undefined, asOf: CalendarDay) {
  const standings = (ledger: Ledger | undefined): ReadonlyMap<string, Standing> =>
    ledger === undefined ? new Map() : standingsOf(ledger, asOf);
  return compareStandings(standings(before), standings(after));
}

function diffOfGone(gone: Gone, asOf: CalendarDay): LedgerDiff {
  return {
    report: goneReport(gone, { asOf, failOn: 'never' }),
    is: 'absent',
    changes: [{ sort: 'ledger', entry: 'ledger', what: 'removed' }],
    horizon: compareHorizons(gone.loaded.ledger, undefined, asOf),
  };
}

/** What a ledger says otherwise. One that came is told as a whole; of a file that is no YAML nobody knows what it says. */
function changesOf({ loaded, before }: Pair): readonly LedgerChange[] {
  if (before === undefined) return [{ sort: 'ledger', entry: 'ledger', what: 'added' }];
  const state = stateChange(before.loaded, loaded);
  if (before.loaded.document === undefined || loaded.document === undefined) return state;
  return [...state, ...compareVersions(outlineVersion(before.loaded.data), outlineVersion(loaded.data))];
}

function stateChange(before: LoadedLedger, now: LoadedLedger): readonly LedgerChange[] {
  if ((before.ledger === undefined) === (now.ledger === undefined)) return [];
  const problem = now.problems[0]?.finding.message;
  return [{ sort: 'ledger', entry: 'ledger', what: now.ledger === undefined ? 'invalid' : 'valid', problem }];
}

/** Its bytes are others, and what they say is the same. */
function isSilent({ report, changes, horizon, is }: LedgerDiff): boolean {
  const { findings, since } = report;
  return (
    is === 'valid' &&
    since?.was === 'valid' &&
    since.renamedFrom === undefined &&
    since.fixed.length + changes.length === 0 &&
    !findings.some(isBroughtIn) &&
    horizon.every(isSameHorizon)
  );
}

/** A word that may be a revision or a path, and is both. */
export function ambiguous(word: string): Refusal {
  return usageError({
    where: word,
    what: { zh: '既是版本名，也是路径', en: 'both a revision and a path' },
    remedy: {
      zh: `指版本请写 \`ledger diff ${word}~0\`，指路径请写 \`ledger diff HEAD ${word}\`。`,
      en: `For the revision write \`ledger diff ${word}~0\`, for the path \`ledger diff HEAD ${word}\`.`,
    },
  });
}
