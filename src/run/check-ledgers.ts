/** From loaded ledgers to a report. */
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import { check } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import { type Ledger, POLICY_DEFAULTS } from '../domain/ledger.ts';
import { countFindings, type FailLevel, judge, type Verdict } from '../domain/policy.ts';
import type { LedgerReport, Report } from '../domain/report.ts';
import { applyWaivers } from '../domain/waivers.ts';
import { exitCodeOf } from '../exit-code.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { leavesNoVerdict, looksAtFiles } from '../rules/evidence.ts';
import { ownRules } from '../rules/own.ts';
import { waiverRules } from '../rules/waiver.ts';
import { entryPlaces } from './entry-places.ts';
import { identify } from './identity.ts';
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
