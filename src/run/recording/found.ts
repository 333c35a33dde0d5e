/** What is found in a ledger that is written in, before and after. */
import { knownAgain, sayingOf } from '../../domain/baseline.ts';
import type { CheckOptions } from '../../domain/check.ts';
import type { Finding } from '../../domain/finding.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import { findingsOf } from '../check-ledgers.ts';
import type { LoadedLedger, PlacedFinding } from '../load-ledger.ts';
import { contextOf, identify, nameOf, placed } from '../name-findings.ts';

/** The findings of a ledger, before anybody asks where they stand. */
export interface Found {
  /** By the name that those of one rule about one thing share. */
  readonly byName: ReadonlyMap<string, readonly Finding[]>;
  /** As a report has them: all, or those of some names. */
  readonly located: (names?: readonly string[]) => readonly LocatedFinding[];
}

/** What `checkLedgers` finds in one ledger, for who compares it with another state of it and shows what differs. */
export function findIn(loaded: LoadedLedger, options: Omit<CheckOptions, 'evidence'>): Found {
  const { ledger, name } = loaded;
  const problems = new Map(loaded.problems.map((problem) => [problem.finding, problem]));
  const findings = ledger === undefined ? [] : findingsOf(ledger, loaded.evidence, options);
  const byName = new Map<string, Finding[]>();
  for (const finding of [...problems.keys(), ...findings]) {
    const known = nameOf(finding, problems.get(finding)?.context ?? contextOf(finding, ledger), name);
    const alike = byName.get(known);
    if (alike === undefined) byName.set(known, [finding]);
    else alike.push(finding);
  }
  const place = (finding: Finding): PlacedFinding => problems.get(finding) ?? placed(finding, loaded);
  const located: Found['located'] = (names = [...byName.keys()]) =>
    identify(names.flatMap((one) => byName.get(one) ?? []).map(place), name);
  return { byName, located };
}

/** What a change to a ledger did to its findings. */
interface FindingChanges {
  readonly gone: readonly LocatedFinding[];
  readonly come: readonly LocatedFinding[];
  /** Still there, and waived from now on. */
  readonly waived: readonly LocatedFinding[];
}

/** Findings of most names are as they were; only the others are placed and compared one by one. */
export function compareFound(before: Found, after: Found): FindingChanges {
  const names = new Set([...before.byName.keys(), ...after.byName.keys()]);
  const changed = [...names].filter((name) => !areAlike(before.byName.get(name), after.byName.get(name)));
  const [was, is] = [before.located(changed), after.located(changed)];
  const known = knownAgain(is, was);
  const still = new Set(known.values());
  // What one more entry is a cause of is another finding that says the same: it comes, but nothing went.
  const said = new Set(is.filter(isCounted).map(sayingOf));
  return {
    gone: was.filter((finding) => isCounted(finding) && !still.has(finding) && !said.has(sayingOf(finding))),
    come: is.filter((finding) => isCounted(finding) && !isCounted(known.get(finding))),
    waived: is.filter((finding) => !isCounted(finding) && isCounted(known.get(finding))),
  };
}

/** Equally many, and all of them waived or none. */
function areAlike(one: readonly Finding[] = [], other: readonly Finding[] = []): boolean {
  const [first] = one;
  const isLikeFirst = (finding: Finding): boolean => isCounted(finding) === isCounted(first);
  return one.length === other.length && one.every(isLikeFirst) && other.every(isLikeFirst);
}

function isCounted(finding: Finding | undefined): boolean {
  return finding !== undefined && finding.waived === undefined;
}
