/** Reports made by hand, for the tests of the reporters. */
import type { Finding } from '../../src/domain/finding.ts';
import { type Ledger, type Licence, POLICY_DEFAULTS, type Resource, type Service } from '../../src/domain/ledger.ts';
import { addCounts, countFindings, judge } from '../../src/domain/policy.ts';
import type { LedgerReport, LocatedFinding, Location, Report } from '../../src/domain/report.ts';
import { addTallies, EMPTY_TALLY, stateOf, type Tally } from '../../src/domain/status.ts';
import { workingCalendar } from '../../src/domain/working-calendar.ts';
import { companyNamed } from './company.ts';
import { day } from './days.ts';

export const AS_OF = '2026-11-21';

export function buildLedger(parts: Partial<Omit<Ledger, 'version'>> = {}): Ledger {
  return {
    version: 1,
    company: companyNamed('示例云网科技有限公司'),
    policy: POLICY_DEFAULTS,
    licences: [],
    resources: [],
    requirements: [],
    duties: [],
    waivers: [],
    rules: {},
    ...parts,
  };
}

/** In the short form, with the one service that `kind` and `scope` say. */
export function buildLicence(parts: Partial<Licence> & Partial<Service> = {}): Licence {
  const { kind = 'isp', scope, opened, services = [{ kind, scope, opened }], ...paper } = parts;
  return {
    id: 'isp',
    number: 'B1-20220315',
    expires: day('2027-03-14'),
    annualReports: {},
    evidence: [],
    isShort: services.length === 1,
    ...paper,
    services,
  };
}

export function buildResource(parts: Partial<Resource> = {}): Resource {
  return {
    id: 'line-bj-2025',
    kind: 'leased-line',
    title: '北京亦庄专线接入协议',
    expires: day('2026-10-31'),
    serves: ['isp'],
    renew: true,
    evidence: [],
    ...parts,
  };
}

type FindingParts = Partial<Omit<LocatedFinding, 'date'>> & {
  /** `YYYY-MM-DD`; days left and the day to act follow from it. */
  readonly date?: string | undefined;
};

export function buildFinding({ date, ...parts }: FindingParts = {}): LocatedFinding {
  const finding = {
    rule: 'isp/leased-line',
    status: 'expired',
    severity: 'error',
    subject: 'isp',
    related: [],
    message: { zh: '2026-11-01起没有有效的专线接入协议（已21天）', en: 'no leased line since 2026-11-01 (21 days)' },
    remedy: { zh: '续签专线接入协议。', en: 'Sign the next leased line.' },
    basis: [],
    path: ['licences', 0, 'id'],
    location: { file: 'ledger.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 },
    ...(date === undefined ? {} : datesFor(date)),
    ...parts,
  } as const satisfies Omit<LocatedFinding, 'identity'>;
  return { ...finding, identity: parts.identity ?? `${finding.location.file} ${finding.rule} ${finding.subject}` };
}

const calendar = workingCalendar();

function datesFor(date: string): Pick<Finding, 'date' | 'daysLeft' | 'actBy' | 'actByCalendar'> {
  const { day: actBy, calendar: actByCalendar } = calendar.lastWorkingDay(day(date));
  return { date: day(date), daysLeft: day(date) - day(AS_OF), actBy, actByCalendar };
}

type LedgerReportParts = Partial<Omit<LedgerReport, 'lineAt'>> & {
  /** Text of the file. */
  readonly text?: string;
};

export function buildLedgerReport({ text = '', ...parts }: LedgerReportParts = {}): LedgerReport {
  const lines = text.split('\n');
  const { findings = [] } = parts;
  const isInvalid = 'ledger' in parts && parts.ledger === undefined;
  return {
    file: 'ledger.yaml',
    name: 'ledger.yaml',
    repositoryPath: undefined,
    asOf: day(AS_OF),
    timezone: 'Asia/Shanghai',
    ledger: buildLedger(),
    verdict: isInvalid ? 'none' : judge(findings, 'warning'),
    findings,
    counts: countFindings(findings),
    tally: tallyOf(findings),
    rows: [],
    lineAt: (line) => lines[line - 1] ?? '',
    placeOf: () => undefined,
    ...parts,
  };
}

/** As if everything else that was asked, ten things, were met. */
function tallyOf(findings: readonly LocatedFinding[]): Tally {
  const tally = { ...EMPTY_TALLY, met: 10 };
  for (const finding of findings) tally[stateOf(finding)] += 1;
  return tally;
}

export function buildReport(ledgers: readonly LedgerReport[], parts: Partial<Report> = {}): Report {
  const findings = ledgers.flatMap((ledger) => ledger.findings);
  const isComplete = ledgers.length > 0 && ledgers.every(({ ledger }) => ledger !== undefined);
  const verdict = isComplete ? judge(findings, 'warning') : 'none';
  const exitCode = { pass: 0, fail: 1, none: 3 }[verdict];
  return {
    asOf: day(AS_OF),
    timezone: 'Asia/Shanghai',
    verdict,
    exitCode,
    failOn: 'warning',
    assumed: [],
    counts: addCounts(ledgers.map(({ counts }) => counts)),
    tally: addTallies(ledgers.map(({ tally }) => tally)),
    ledgers,
    ...parts,
  };
}

/** Where a piece of text stands, on one line. */
export function locate(text: string, piece: string, file = 'ledger.yaml'): Location {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`not in the text: ${piece}`);
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  return { file, line, column, endLine: line, endColumn: column + piece.length };
}
