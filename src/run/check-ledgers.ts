/** From loaded ledgers to a report. */
import { dirname, isAbsolute, join } from 'node:path/posix';

import { isInForce, lastSeen } from '../domain/basis.ts';
import { type CalendarDay, earlier } from '../domain/calendar-day.ts';
import { type Catalogue, type CheckOptions, findEach, indexFor, type OnQuiet } from '../domain/check.ts';
import type { EvidenceFacts } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { type Ledger, POLICY_DEFAULTS } from '../domain/ledger.ts';
import { addCounts, countFindings, type FailLevel, judge, type Verdict } from '../domain/policy.ts';
import type { LedgerReport, Report } from '../domain/report.ts';
import { glanceOf, type LedgerGlance, type Run } from '../domain/run.ts';
import { addTallies, EMPTY_TALLY, StatusRows, type Tally, Tallying } from '../domain/status.ts';
import { applyWaivers } from '../domain/waivers.ts';
import { exitCodeOf } from '../exit-code.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { leavesNoVerdict, looksAtFiles } from '../rules/evidence.ts';
import { ownRules } from '../rules/own.ts';
import { waiverRules } from '../rules/waiver.ts';
import { type Concerns, concernsOf, type Selects } from './concerns.ts';
import type { LoadedLedger } from './load-ledger.ts';
import { identify, placed } from './name-findings.ts';
import { todayAt } from './today.ts';

export interface RunOptions {
  /** Absent: today, in each ledger's own time zone. */
  readonly asOf: CalendarDay | undefined;
  readonly within: number | undefined;
  readonly failOn: FailLevel;
  readonly selects: Selects;
  /** What the run is about; absent: everything. */
  readonly concerns?: Concerns | undefined;
  /** Both in words, as they were given; absent where everything is asked. */
  readonly only?: readonly string[] | undefined;
  /** Whether everything that was asked is listed, and not counted alone. */
  readonly wantsRows?: boolean | undefined;
  readonly now: () => Date;
}

/** A ledger that can be checked, wherever it lies. */
type Checkable = Omit<LoadedLedger, 'place'>;

/** @param isWhole whether every path of the run led to a valid ledger; without that there is no verdict */
export async function checkLedgers(
  loaded: readonly Checkable[],
  isWhole: boolean,
  options: RunOptions,
): Promise<Report> {
  const nameApart = namesApart();
  const ledgers: LedgerReport[] = [];
  for (const one of loaded) ledgers.push(await checkLedger({ ...one, name: nameApart(one.name) }, options));
  return { ...(await settleRun(ledgers.map(glanceOf), isWhole, options, assumedOf(loaded))), ledgers };
}

/** What came of a run over all ledgers. */
export async function settleRun(
  ledgers: readonly LedgerGlance[],
  isWhole: boolean,
  { asOf, failOn, only, now }: Pick<RunOptions, 'asOf' | 'failOn' | 'only' | 'now'>,
  assumed: readonly string[] = [],
): Promise<Run> {
  const isDecided = ledgers.length > 0 && ledgers.every(({ verdict }) => verdict !== 'none');
  const isFailed = ledgers.some(({ verdict }) => verdict === 'fail');
  const verdict: Verdict = isWhole && isDecided ? (isFailed ? 'fail' : 'pass') : 'none';
  const timezone = ledgers[0]?.timezone ?? POLICY_DEFAULTS.timezone;
  const isFound = ledgers.some(({ counts }) => counts.error + counts.warning > 0);
  const days = isFound ? [] : ledgers.flatMap((one) => one.lawRead ?? []);
  return {
    asOf: ledgers[0]?.asOf ?? asOf ?? (await todayAt(now(), timezone)),
    timezone,
    verdict,
    exitCode: exitCodeOf(verdict),
    failOn,
    assumed,
    only,
    counts: addCounts(ledgers.map(({ counts }) => counts)),
    tally: addTallies(ledgers.map(({ tally }) => tally)),
    lawRead: days.length === 0 ? undefined : days.reduce(earlier),
    ledgers,
  };
}

/** The day since which every law in force that a ledger is asked about was looked up; undefined where there is none. */
function lawRead(ledger: Ledger | undefined, asOf: CalendarDay): CalendarDay | undefined {
  if (ledger === undefined) return undefined;
  const kinds = new Set(ledger.licences.flatMap(({ services }) => services.map(({ kind }) => kind)));
  const ofKinds = [...kinds].flatMap((kind) => catalogue.kinds.get(kind)?.rules ?? []);
  const rules = [...catalogue.families.service, ...catalogue.families.number, ...catalogue.common, ...ofKinds];
  const days = rules.flatMap(({ basis }) =>
    basis.flatMap((one) => (isInForce(one, asOf) ? (lastSeen(one) ?? []) : [])),
  );
  return days.length === 0 ? undefined : days.reduce(earlier);
}

/** Each once, as it was given. */
export function assumedOf(loaded: readonly Pick<LoadedLedger, 'assumed'>[]): readonly string[] {
  return [...new Set(loaded.flatMap(({ assumed = [] }) => assumed.map(({ word }) => word)))];
}

/** Outside a repository two ledgers may have one name; then they are told apart by their place in the order of paths. */
export function namesApart(): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    const ordinal = (used.get(name) ?? 0) + 1;
    used.set(name, ordinal);
    return ordinal === 1 ? name : `${name}#${ordinal}`;
  };
}

const NO_LEDGER: Pick<Ledger, 'policy'> = { policy: POLICY_DEFAULTS };

/** One ledger, known by the name that it has. */
export async function checkLedger(loaded: Checkable, options: RunOptions): Promise<LedgerReport> {
  const { file, name, repositoryPath, ledger, evidence, problems, lineAt } = loaded;
  const { timezone } = (ledger ?? NO_LEDGER).policy;
  const asOf = options.asOf ?? (await todayAt(options.now(), timezone));
  const asked = ledger === undefined ? undefined : ask(ledger, asOf, loaded, options);
  const found = (asked?.findings ?? []).map((finding) => placed(finding, loaded));
  const findings = identify([...problems, ...found], name);
  const isUndecided = ledger === undefined || findings.some(({ rule }) => leavesNoVerdict(rule));
  const counts = countFindings(findings);
  return {
    file,
    name,
    repositoryPath,
    asOf,
    timezone,
    ledger,
    evidence,
    shares: sharedWith(file, ledger),
    verdict: isUndecided ? 'none' : judge(findings, options.failOn),
    findings,
    counts,
    tally: asked?.tally ?? EMPTY_TALLY,
    lawRead: counts.error + counts.warning > 0 ? undefined : lawRead(ledger, asOf),
    rows: asked?.rows?.of(findings) ?? [],
    lineAt,
    placeOf: entryPlaces(loaded),
  };
}

/** The file that a ledger extends, named as the ledger itself is. */
function sharedWith(file: string, ledger: Ledger | undefined): string | undefined {
  const named = ledger?.extends;
  return named === undefined || isAbsolute(named) ? named : join(dirname(file), named);
}

interface Asked {
  /** With their waivers on them. */
  readonly findings: readonly Finding[];
  readonly tally: Tally;
  /** Absent where rows are not wanted. */
  readonly rows: StatusRows | undefined;
}

function ask(
  ledger: Ledger,
  asOf: CalendarDay,
  { evidence }: Pick<LoadedLedger, 'evidence'>,
  { within, selects, wantsRows = false, concerns = EVERYTHING }: RunOptions,
): Asked {
  const rows = wantsRows ? new StatusRows(ledger) : undefined;
  const tallying = new Tallying();
  const isEverything = concerns.owner.length + concerns.licence.length === 0;
  const isMeant = isEverything ? undefined : concernsOf(concerns, ledger);
  const onQuiet: OnQuiet = (outcome, rule, subject, service) => {
    if (isMeant?.({ subject, service }) === false) return;
    tallying.addQuiet(outcome);
    rows?.addQuiet(outcome, rule, subject, service);
  };
  const found = findingsOf(ledger, evidence, { asOf, within, selects, onQuiet });
  const findings = [...found].filter((finding) => isMeant?.(finding) ?? true);
  return { findings, tally: tallying.of(findings), rows };
}

/** What a check of a ledger finds, with its waivers on it; made as it is asked for, and once. @param evidence absent where nobody has looked at the files */
export function findingsOf(
  ledger: Ledger,
  evidence: EvidenceFacts | undefined,
  { selects: chosen, ...options }: Omit<CheckOptions, 'evidence'>,
): Iterable<Finding> {
  const selects: Selects = (rule) => chosen(rule) && (evidence !== undefined || !looksAtFiles.includes(rule));
  const own = ownRules(ledger);
  const rules = { ...catalogue, common: [...catalogue.common, ...own] };
  const found = findEach(ledger, rules, { ...options, selects, evidence });
  if (ledger.waivers.length === 0) return found;
  const ownIds = new Set(own.map(({ id }) => id));
  return applyWaivers([...found], ledger, {
    asOf: options.asOf,
    selects,
    knows: (rule) => ownIds.has(rule) || findRule(rule) !== undefined,
    rules: waiverRulesById,
    hasOwnWindows: options.within === undefined,
  });
}

const EVERYTHING: Concerns = { owner: [], licence: [] };

const waiverRulesById = new Map(waiverRules.map((rule) => [rule.id, rule]));

/** Where the ids of a ledger's entries stand. Nothing is looked up before the first question. */
function entryPlaces({ ledger, locate }: Pick<LoadedLedger, 'ledger' | 'locate'>): LedgerReport['placeOf'] {
  if (ledger === undefined) return () => undefined;
  return (id) => {
    const path = indexFor(ledger, catalogue).pathOf(id);
    return path === undefined ? undefined : locate({ path: [...path, 'id'] });
  };
}

/** All that is asked of a ledger: the catalogue and the company's own requirements. */
export function rulesOf(ledger: Ledger): Catalogue {
  return { ...catalogue, common: [...catalogue.common, ...ownRules(ledger)] };
}
