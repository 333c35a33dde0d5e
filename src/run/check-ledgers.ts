/** From loaded ledgers to a report. */
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import { type Catalogue, check } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import { indexLedger, type LedgerIndex } from '../domain/ledger-index.ts';
import { type Ledger, POLICY_DEFAULTS } from '../domain/ledger.ts';
import { countFindings, type FailLevel, judge, type Verdict } from '../domain/policy.ts';
import { compareFindings, compareText, type LedgerReport, type LocatedFinding, type Report } from '../domain/report.ts';
import { applyWaivers } from '../domain/waivers.ts';
import { exitCodeOf } from '../exit-code.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { leavesNoVerdict, looksAtFiles } from '../rules/evidence.ts';
import { ownRules } from '../rules/own.ts';
import { waiverRules } from '../rules/waiver.ts';
import type { LoadedLedger, PlacedFinding } from './load-ledger.ts';
import type { Selects } from './rule-filter.ts';

export interface RunOptions {
  /** Absent: today, in each ledger's own time zone. */
  readonly asOf: CalendarDay | undefined;
  readonly within: number | undefined;
  readonly failOn: FailLevel;
  readonly selects: Selects;
  readonly now: () => Date;
}

/** @param isWhole whether every path of the run led to a valid ledger; without that there is no verdict */
export async function checkLedgers(
  loaded: readonly LoadedLedger[],
  isWhole: boolean,
  options: RunOptions,
): Promise<Report> {
  const ledgers: LedgerReport[] = [];
  for (const one of loaded) ledgers.push(await checkLedger(one, options));
  const findings = ledgers.flatMap((ledger) => ledger.findings);
  const isDecided = isWhole && loaded.length > 0 && !findings.some(({ rule }) => leavesNoVerdict(rule));
  const verdict: Verdict = isDecided ? judge(findings, options.failOn) : 'none';
  return { verdict, exitCode: exitCodeOf(verdict), failOn: options.failOn, counts: countFindings(findings), ledgers };
}

async function checkLedger(loaded: LoadedLedger, options: RunOptions): Promise<LedgerReport> {
  const { file, ledger, evidence, problems, locate, lineAt } = loaded;
  const timezone = ledger?.policy.timezone ?? POLICY_DEFAULTS.timezone;
  const asOf = options.asOf ?? (await dayAt(options.now(), timezone));
  const found = ledger === undefined ? [] : findingsOf(ledger, asOf, { ...options, evidence }).map(place);
  const findings = identify([...problems, ...found]);
  return { file, asOf, timezone, ledger, findings, lineAt, placeOf: entryPlaces(loaded) };

  function place(finding: Finding): PlacedFinding {
    return { finding, location: locate(finding), context: contextOf(finding, ledger) };
  }
}

function findingsOf(
  ledger: Ledger,
  asOf: CalendarDay,
  { within, selects: asked, evidence }: RunOptions & Pick<LoadedLedger, 'evidence'>,
): readonly Finding[] {
  const selects: Selects = (rule) => asked(rule) && (evidence !== undefined || !looksAtFiles.includes(rule));
  const own = ownRules(ledger);
  const ownIds = new Set(own.map(({ id }) => id));
  const rules = { kinds: catalogue.kinds, common: [...catalogue.common, ...own] };
  return applyWaivers(check(ledger, rules, { asOf, within, selects, evidence }), ledger, {
    asOf,
    selects,
    knows: (rule) => ownIds.has(rule) || findRule(rule) !== undefined,
    rules: waiverRulesById,
  });
}

const waiverRulesById = new Map(waiverRules.map((rule) => [rule.id, rule]));

/** What tells findings of one rule about one entry apart: the rule that a waiver waives, the path of a piece of evidence. */
function contextOf({ path }: Finding, ledger: Ledger | undefined): string {
  const at = path[1];
  if (typeof at !== 'number') return '';
  if (path[0] === 'waivers') return ledger?.waivers[at]?.rule ?? '';
  const index = path[0] === 'resources' && path[2] === 'evidence' ? path[3] : undefined;
  return typeof index === 'number' ? (ledger?.resources[at]?.evidence[index]?.path ?? '') : '';
}

/** Where the ids of a ledger's entries stand. Nothing is looked up before the first question. */
function entryPlaces({ ledger, locate }: Pick<LoadedLedger, 'ledger' | 'locate'>): LedgerReport['placeOf'] {
  if (ledger === undefined) return () => undefined;
  let index: LedgerIndex | undefined;
  return (id) => {
    index ??= indexLedger(ledger);
    const path = index.pathOf(id);
    return path === undefined ? undefined : locate({ path: [...path, 'id'] });
  };
}

/**
 * Names each finding by what it is about, never by where it stands or how many days are left, so that it is known again
 * in the next run. Findings that share a name are numbered in the order of the text. Sorted.
 */
function identify(findings: readonly PlacedFinding[]): readonly LocatedFinding[] {
  const used = new Map<string, number>();
  return findings.map(withName).toSorted(compareFindings).map(withNumber);

  function withNumber(finding: LocatedFinding): LocatedFinding {
    const { identity } = finding;
    const ordinal = (used.get(identity) ?? 0) + 1;
    used.set(identity, ordinal);
    return ordinal === 1 ? finding : { ...finding, identity: `${identity}#${ordinal}` };
  }
}

function withName({ finding, location, context }: PlacedFinding): LocatedFinding {
  const { rule, subject, related, period = '' } = finding;
  const name = [
    location.file,
    rule,
    subject,
    related.length > 1 ? related.toSorted(compareText) : related,
    period,
    context,
  ];
  return { ...finding, location, identity: JSON.stringify(name) };
}

/** All that is asked of a ledger: the catalogue and the company's own requirements. */
export function rulesOf(ledger: Ledger): Catalogue {
  return { kinds: catalogue.kinds, common: [...catalogue.common, ...ownRules(ledger)] };
}
