/** The report as SARIF 2.1.0, with what GitHub code scanning asks for. */
import type { Location as SarifLocation, Log, PhysicalLocation, ReportingDescriptor, Result, Suppression } from 'sarif';

import { formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import type { LedgerReport, LocatedFinding, Location } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Run } from '../../domain/run.ts';
import type { Language } from '../../domain/text.ts';
import { printItems, withLists } from '../writing/json-document.ts';
import { inPieces, made, type Piece } from '../writing/pieces.ts';
import { printable } from '../writing/printable.ts';
import { type CheckDocument, piecesOf } from './document.ts';
import { causesOf, labelled, nameOf, waiverRow } from './finding-text.ts';
import { fingerprintOf, pathOf } from './json.ts';
import { describeRule, LEVELS } from './sarif-rules.ts';

export interface SarifSetting {
  readonly language: Language;
  /** Of all ledgers; those that find something are described: a whole catalogue would be most of the document. */
  readonly rules: readonly Rule[];
  /** Of one ledger alone. */
  readonly ownRulesOf: (ledger: LedgerReport) => readonly Rule[];
  readonly version: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What is to be known of the rules behind the results of one ledger. */
interface RulesFound {
  readonly ids: readonly string[];
  /** Those of its own, described. */
  readonly own: readonly ReportingDescriptor[];
}

export function sarifDocument(setting: SarifSetting): CheckDocument<RulesFound> {
  const { language, rules, ownRulesOf } = setting;
  return {
    tell(ledger) {
      const { findings, since } = ledger;
      const parts = [findings, since?.fixed ?? []].map((all) =>
        inPieces(
          () => all,
          (some) =>
            printItems(
              some.map((finding) => resultOf(finding, ledger, language)),
              DEPTH,
            ),
        ),
      );
      const ids = new Set([...findings, ...(since?.fixed ?? [])].map(({ rule }) => rule));
      const own = ownRulesOf(ledger).filter(({ id }) => ids.has(id));
      const described = own.map((rule) => describeRule(rule, language));
      return { parts, facts: { ids: [...ids], own: described } };
    },
    *whole(run, told) {
      const found = new Set(told.flatMap(({ facts }) => facts.ids));
      const own = new Map<string, ReportingDescriptor>();
      for (const { facts } of told) for (const rule of facts.own) if (!own.has(rule.id)) own.set(rule.id, rule);
      const common = rules.filter(({ id }) => found.has(id)).map((rule) => describeRule(rule, language));
      const described = [...common, ...own.values()];
      const numbered = numberRules(new Map(described.map(({ id }, at) => [id, at])));
      const results = made(function* results() {
        yield* piecesOf(told, 0);
        yield* piecesOf(told, 1);
      });
      yield* withLists(logOf(run, described, setting), { results: numbered(results) }, END);
    },
  };
}

/** The results are the last thing of the one run. */
const END = '\n    }\n  ]\n}\n';
const DEPTH = 4;

function logOf(run: Run, rules: ReportingDescriptor[], { language, version }: SarifSetting): Log {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ledger', fullName: `ledger ${version}`, semanticVersion: version, rules } },
        automationDetails: { id: 'ledger/' },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: run.verdict !== 'none', exitCode: run.exitCode }],
        ...(run.assumed.length === 0 ? {} : { properties: { assumed: [...run.assumed] } }),
      },
    ],
  };
}

/** The first field of a result, on a line of its own: no text of the data has a line break here. */
const RULE_OF_RESULT = /^ {10}"ruleId": (".*"),$/gmu;

/** Puts behind the rule of each result its number, which is known once all results are. */
function numberRules(numbers: ReadonlyMap<string, number>): (results: Iterable<Piece>) => Generator<string> {
  const decoder = new TextDecoder();
  return function* numbered(results) {
    for (const piece of results) {
      const text = typeof piece === 'string' ? piece : decoder.decode(piece);
      yield text.replaceAll(RULE_OF_RESULT, (line, id: string) => {
        const at = numbers.get(String(JSON.parse(id)));
        return at === undefined ? line : `${line}\n          "ruleIndex": ${at},`;
      });
    }
  };
}

function resultOf(finding: LocatedFinding, report: LedgerReport, language: Language): Result {
  const { rule, severity, location, waived } = finding;
  const file = pathOf(report);
  const causes = causesOf(finding, report);
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: {
      text: messageOf(
        finding,
        causes.map(({ id }) => id),
        language,
      ),
    },
    locations: [{ physicalLocation: physical(location, file) }],
    relatedLocations: causes.map(({ id, place }, at): SarifLocation => ({
      id: at + 1,
      physicalLocation: physical(place, file),
      message: { text: literally(id) },
    })),
    partialFingerprints: { 'ledger/v1': fingerprintOf(finding) },
    ...(report.since === undefined ? {} : { baselineState: STATES[finding.baseline ?? 'fixed'] }),
    // On all results or on none (3.27.23): an empty list says that nobody answers for it.
    suppressions: waived === undefined ? [] : [suppressionOf(waived, language)],
    properties: propertiesOf(finding, language),
  };
}

/** GitHub shows a related location only where the message links to it. */
function messageOf(finding: LocatedFinding, causes: readonly string[], language: Language): string {
  const links = causes.map((id, at) => `[${literally(id)}](${at + 1})`);
  return [literally(labelled(nameOf(finding), finding.message[language], language)), ...links].join(' ');
}

/** Braces hold places for arguments (3.11.5), and a bracket before a parenthesis is a link (3.11.6). */
function literally(text: string): string {
  return printable(text).replaceAll(/[{}]/gu, '$&$&').replaceAll('](', '] (');
}

function physical({ line, column, endLine, endColumn }: Location, file: string): PhysicalLocation {
  const uri = uriOfFile(file);
  return {
    artifactLocation: uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function suppressionOf(waived: WaivedBy, language: Language): Suppression {
  return { kind: 'external', status: 'accepted', justification: printable(waiverRow(waived, language).text) };
}

function propertiesOf(finding: LocatedFinding, language: Language): object {
  const { status, subject, service, owner, date, daysLeft, actBy, period, remedy, fix } = finding;
  return {
    status,
    subject,
    service,
    owner,
    date: date === undefined ? undefined : formatDay(date),
    daysLeft,
    actBy: actBy === undefined ? undefined : formatDay(actBy),
    period,
    remedy: remedy[language],
    fix: fix?.command,
  };
}

const STATES = { new: 'new', worse: 'updated', unchanged: 'unchanged', fixed: 'absent' } as const;

/**
 * A path with forward slashes as a reference of RFC 3986: a relative one for a relative path, `file:///D:/…` for one with a
 * drive. Half a surrogate pair, which no URI can hold, becomes U+FFFD.
 */
export function uriOfFile(path: string): string {
  const [first = '', ...rest] = path.toWellFormed().split('/');
  const below = rest.map(encodeURIComponent);
  if (/^[a-z]:$/iu.test(first)) return `file:///${[first, ...below].join('/')}`;
  return [encodeURIComponent(first), ...below].join('/');
}
