/** From the reports of two trees on one day to one report that tells what came between them. */
import { allUnchanged, compareWithBase, isBroughtIn } from '../domain/baseline.ts';
import { companyNamed } from '../domain/company.ts';
import type { EvidenceFact, EvidenceFacts } from '../domain/evidence.ts';
import { type Ledger, POLICY_DEFAULTS } from '../domain/ledger.ts';
import { addCounts, countFindings, type FailLevel, judge, weigh } from '../domain/policy.ts';
import { compareText, type LedgerReport, type LocatedFinding, type Report } from '../domain/report.ts';
import { EMPTY_TALLY } from '../domain/status.ts';
import { exitCodeOf } from '../exit-code.ts';
import { ledgerRemoved } from '../rules/git.ts';
import type { LoadedLedger } from './load-ledger.ts';

/** A ledger as it stood before, checked on the same day. */
export interface Before {
  /** The report of now itself where nothing has changed. */
  readonly report: LedgerReport;
  /** Where it lay, if elsewhere. */
  readonly renamedFrom: string | undefined;
}

/** @param before undefined where there was no such ledger */
export function compareLedger(now: LedgerReport, before: Before | undefined, failOn: FailLevel): LedgerReport {
  const { findings, fixed } =
    before?.report === now ? allUnchanged(now.findings) : compareWithBase(now.findings, before?.report.findings ?? []);
  return {
    ...now,
    findings,
    verdict: now.verdict === 'none' ? 'none' : judge(findings.filter(isBroughtIn), failOn),
    since: {
      // Of a file that cannot be read now, nobody knows what is right in it.
      fixed: now.ledger === undefined ? [] : fixed,
      was: before === undefined ? 'absent' : before.report.ledger === undefined ? 'invalid' : 'valid',
      renamedFrom: before?.renamedFrom,
    },
  };
}

/** @param ledgers each beside what it was, and those that are gone */
export function compareRuns(
  report: Report,
  ledgers: readonly LedgerReport[],
  base: { readonly ref: string; readonly commit: string },
): Report {
  const isFailed = ledgers.some(({ verdict }) => verdict === 'fail');
  const verdict = report.verdict === 'none' ? 'none' : isFailed ? 'fail' : 'pass';
  const broughtIn = ledgers.map(({ findings }) => countFindings(findings.filter(isBroughtIn)));
  return {
    ...report,
    verdict,
    exitCode: exitCodeOf(verdict),
    counts: addCounts(ledgers.map(({ counts }) => counts)),
    ledgers: ledgers.toSorted((one, other) => compareText(one.file, other.file)),
    since: { ...base, counts: addCounts(broughtIn) },
  };
}

/** A ledger of the base that is there no more. */
export interface Gone {
  /** As it was. */
  readonly loaded: LoadedLedger;
  /** The name, which no search finds, under which its content lies now. */
  readonly movedTo: string | undefined;
}

/** The report of a ledger that is gone: that it is, and nothing else. */
export function goneReport({ loaded, movedTo }: Gone, { asOf, failOn }: Pick<Report, 'asOf' | 'failOn'>): LedgerReport {
  const { file, name, repositoryPath, ledger } = loaded;
  const status = 'missing';
  const finding: LocatedFinding = {
    rule: ledgerRemoved.id,
    status,
    severity: weigh(ledgerRemoved, status, [], ledger ?? { rules: {} }),
    subject: 'company',
    related: [],
    owner: ledger?.policy.owner,
    message:
      movedTo === undefined
        ? { zh: '基准版本中有这份台账，现在已不存在', en: 'this ledger is in the base, but no longer exists' }
        : {
            zh: `这份台账改名为${movedTo}，查找台账时不会找到它`,
            en: `the ledger is now called ${movedTo}, a name that is not found when ledgers are searched for`,
          },
    remedy: ledgerRemoved.remedy,
    basis: [],
    path: [],
    location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    identity: JSON.stringify([name, ledgerRemoved.id]),
    baseline: 'new',
  };
  const findings = [finding];
  const gone = emptied(ledger, file);
  return {
    file,
    name,
    repositoryPath,
    asOf,
    timezone: gone.policy.timezone,
    ledger: gone,
    findings,
    verdict: judge(findings, failOn),
    counts: countFindings(findings),
    tally: EMPTY_TALLY,
    rows: [],
    lineAt: () => '',
    placeOf: () => undefined,
    since: { fixed: [], was: ledger === undefined ? 'invalid' : 'valid' },
  };
}

/** What is left to be said of it: whose it was. */
function emptied(ledger: Ledger | undefined, file: string): Ledger {
  const none = { licences: [], resources: [], requirements: [], duties: [], waivers: [], rules: {} };
  const company = ledger?.company ?? companyNamed(file);
  return { version: 1, policy: ledger?.policy ?? POLICY_DEFAULTS, ...none, company: { ...company, systems: [] } };
}

/** Whether two looks at the evidence of a ledger saw the same. */
export function isSameEvidence(one: EvidenceFacts, other: EvidenceFacts): boolean {
  return one.size === other.size && [...one].every(([path, fact]) => isSameFact(fact, other.get(path)));
}

function isSameFact(one: EvidenceFact, other: EvidenceFact | undefined): boolean {
  if (one.found !== 'file' || other?.found !== 'file') return one.found === other?.found;
  return one.sha256 === other.sha256 && String(one.certificateEnds) === String(other.certificateEnds);
}
