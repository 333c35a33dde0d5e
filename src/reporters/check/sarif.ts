/** The report as SARIF 2.1.0, with what GitHub code scanning asks for. */
import type {
  Location as SarifLocation,
  Log,
  PhysicalLocation,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';

import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import { fixedIn, type LedgerReport, type LocatedFinding, type Location, type Report } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { HEADINGS, inForce, NO_LAW } from '../rules/text.ts';
import { nameBasis, worstSeverity } from '../writing/grounds.ts';
import { printJson } from '../writing/json-document.ts';
import { prose } from '../writing/markdown.ts';
import { printable } from '../writing/printable.ts';
import { CERTAINTY_MEANINGS } from '../writing/words.ts';
import { causesOf, labelled, nameOf, waiverRow } from './finding-text.ts';
import { fingerprintOf, pathOf } from './json.ts';

export interface SarifSetting {
  readonly language: Language;
  /** Those that found something: a whole catalogue beside a few findings would be most of the document. */
  readonly rules: readonly Rule[];
  readonly version: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function renderSarif(report: Report, setting: SarifSetting): string {
  const { language, rules, version } = setting;
  const indexes = new Map(rules.map(({ id }, at) => [id, at]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ledger',
            fullName: `ledger ${version}`,
            semanticVersion: version,
            rules: rules.map((rule) => describeRule(rule, language)),
          },
        },
        automationDetails: { id: 'ledger/' },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.verdict !== 'none', exitCode: report.exitCode }],
        ...(report.assumed.length === 0 ? {} : { properties: { assumed: [...report.assumed] } }),
        results: [
          ...report.ledgers.flatMap((ledger) => ledger.findings.map((finding) => ({ finding, ledger }))),
          ...fixedIn(report),
        ].map(({ finding, ledger }) => resultOf(finding, ledger, indexes.get(finding.rule), setting)),
      },
    ],
  };
  return printJson(log);
}

function resultOf(
  finding: LocatedFinding,
  report: LedgerReport,
  ruleIndex: number | undefined,
  { language }: SarifSetting,
): Result {
  const { rule, severity, location, waived } = finding;
  const file = pathOf(report);
  const causes = causesOf(finding, report);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
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

type Level = NonNullable<ReportingConfiguration['level']>;

const LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'note' };

/** A rule as viewers show it beside a result. */
function describeRule(rule: Rule, language: Language): ReportingDescriptor {
  const { id, module, summary, why, basis } = rule;
  const [first] = basis;
  return {
    id,
    name: inPascalCase(id),
    shortDescription: { text: printable(summary[language]) },
    fullDescription: { text: printable(why[language]) },
    help: { text: helpInText(rule, language), markdown: helpInMarkdown(rule, language) },
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: LEVELS[worstSeverity(rule)] },
    properties: { tags: [module] },
  };
}

/** `isp/leased-line` → `IspLeasedLine`: a name that is no copy of the id (3.49.7), which Azure DevOps demands. */
function inPascalCase(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function helpInText({ why, remedy, basis }: Rule, language: Language): string {
  const law = basis.map((one) => `${groundOf(one, language)} ${one.url}`);
  const paragraphs = [
    why[language],
    labelled(HEADINGS.remedy[language], remedy[language], language),
    labelled(HEADINGS.law[language], law.length === 0 ? NO_LAW[language] : law.join(' '), language),
  ];
  return paragraphs.map(printable).join('\n');
}

/** Without HTML, as SARIF asks (3.11.4.2). */
function helpInMarkdown({ why, remedy, basis }: Rule, language: Language): string {
  const law = basis.map((one) => `- [${prose(groundOf(one, language))}](<${one.url}>)`);
  const paragraphs = [
    prose(why[language]),
    `**${HEADINGS.remedy[language]}**`,
    prose(remedy[language]),
    `**${HEADINGS.law[language]}**`,
    law.length === 0 ? NO_LAW[language] : law.join('\n'),
  ];
  return paragraphs.join('\n\n');
}

function groundOf(basis: Basis, language: Language): string {
  const named = nameBasis(basis, language) + inForce(basis, language);
  const certainty = CERTAINTY_MEANINGS[basis.certainty][language];
  return language === 'zh' ? `${named}。${certainty}` : `${named}. ${certainty}`;
}

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
