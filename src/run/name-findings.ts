/** What findings are known by from run to run. */
import type { Finding, Fix } from '../domain/finding.ts';
import { naming } from '../domain/fix.ts';
import type { Ledger } from '../domain/ledger.ts';
import { compareFindings, compareText, type LocatedFinding } from '../domain/report.ts';
import type { LoadedLedger, PlacedFinding } from './load-ledger.ts';

/** A finding with its place in the text. */
export function placed(finding: Finding, { ledger, locate }: Pick<LoadedLedger, 'ledger' | 'locate'>): PlacedFinding {
  return { finding, location: locate(finding), context: contextOf(finding, ledger) };
}

/** What tells findings of one rule about one entry apart: the rule that a waiver waives, the path of a piece of evidence. */
export function contextOf({ path }: Finding, ledger: Ledger | undefined): string {
  const [list, at, field, index] = path;
  if (typeof at !== 'number') return '';
  if (list === 'waivers') return ledger?.waivers[at]?.rule ?? '';
  if (field !== 'evidence' || typeof index !== 'number') return '';
  const entry = list === 'licences' ? ledger?.licences[at] : ledger?.resources[at];
  return entry?.evidence[index]?.path ?? '';
}

/**
 * Names each finding by what it is about, never by where it stands or how many days are left, so that it is known again
 * in the next run. Findings that share a name are numbered in the order of the text. Sorted.
 */
export function identify(findings: readonly PlacedFinding[], ledger: string): readonly LocatedFinding[] {
  const used = new Map<string, number>();
  return findings
    .map((one) => withName(one, ledger))
    .toSorted(compareFindings)
    .map(withNumber);

  function withNumber(finding: LocatedFinding): LocatedFinding {
    const { identity } = finding;
    const ordinal = (used.get(identity) ?? 0) + 1;
    used.set(identity, ordinal);
    return ordinal === 1 ? finding : { ...finding, identity: `${identity}#${ordinal}` };
  }
}

function withName({ finding, location, context }: PlacedFinding, ledger: string): LocatedFinding {
  const named = { location, identity: nameOf(finding, context, ledger) };
  const { fix } = finding;
  return fix === undefined ? { ...finding, ...named } : { ...finding, fix: fixIn(location.file, fix), ...named };
}

/** What it shares with findings of the same rule about the same thing. */
export function nameOf(
  { rule, subject, service = '', related, period = '' }: Finding,
  context: string,
  ledger: string,
): string {
  const causes = related.length > 1 ? related.toSorted(compareText) : related;
  return JSON.stringify([ledger, rule, subject, service, causes, period, context]);
}

/** A command that is pasted elsewhere than beside a `ledger.yaml` names its file. The same finding where nothing is to be named. */
export function withFile(finding: Finding, file: string): Finding {
  const { fix } = finding;
  const named = fix && fixIn(file, fix);
  return named === fix ? finding : { ...finding, fix: named };
}

function fixIn(file: string, fix: Fix): Fix {
  return file === 'ledger.yaml' ? fix : naming(file, fix);
}
