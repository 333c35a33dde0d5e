/** The report as SARIF 2.1.0, with what GitHub code scanning asks for. */
import type { Location as SarifLocation, Log, PhysicalLocation, Result, Suppression } from 'sarif';

import { formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import type { LedgerReport, LocatedFinding, Location, Report } from '../../domain/report.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { printable } from '../writing/printable.ts';
import { uriOfFile } from './file-uri.ts';
import { labelled } from './finding-lines.ts';
import { waiverRow } from './finding-text.ts';
import { fingerprintOf } from './fingerprint.ts';
import { describeRule, LEVELS } from './sarif-rules.ts';

export interface SarifSetting {
  readonly language: Language;
  /** All rules, whether they report or not: what a consumer knows of a rule does not come and go with its findings. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** From how the report names a file to how the repository does. */
  readonly inRepository: (file: string) => string;
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
        results: report.ledgers.flatMap((ledger) =>
          ledger.findings.map((finding) => resultOf(finding, ledger, indexes.get(finding.rule), setting)),
        ),
      },
    ],
  };
  return printJson(log);
}

function resultOf(
  finding: LocatedFinding,
  { placeOf }: LedgerReport,
  ruleIndex: number | undefined,
  { language, inRepository }: SarifSetting,
): Result {
  const { rule, severity, location, related, waived } = finding;
  const causes = related.flatMap((id) => {
    const place = placeOf(id);
    return place === undefined ? [] : [{ id, place }];
  });
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
    locations: [{ physicalLocation: physical(location, inRepository) }],
    relatedLocations: causes.map(({ id, place }, at): SarifLocation => ({
      id: at + 1,
      physicalLocation: physical(place, inRepository),
      message: { text: literally(id) },
    })),
    partialFingerprints: { 'ledger/v1': fingerprintOf(finding) },
    // On all results or on none (3.27.23): an empty list says that nobody answers for it.
    suppressions: waived === undefined ? [] : [suppressionOf(waived, language)],
    properties: propertiesOf(finding, language),
  };
}

/** GitHub shows a related location only where the message links to it. */
function messageOf({ subject, message }: LocatedFinding, causes: readonly string[], language: Language): string {
  const links = causes.map((id, at) => `[${literally(id)}](${at + 1})`);
  return [literally(labelled(subject, message[language], language)), ...links].join(' ');
}

/** Braces hold places for arguments (3.11.5), and a bracket before a parenthesis is a link (3.11.6). */
function literally(text: string): string {
  return printable(text).replaceAll(/[{}]/gu, '$&$&').replaceAll('](', '] (');
}

function physical(
  { file, line, column, endLine, endColumn }: Location,
  inRepository: (file: string) => string,
): PhysicalLocation {
  const uri = uriOfFile(inRepository(file));
  return {
    artifactLocation: uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function suppressionOf(waived: WaivedBy, language: Language): Suppression {
  return { kind: 'external', status: 'accepted', justification: printable(waiverRow(waived, language).text) };
}

function propertiesOf(finding: LocatedFinding, language: Language): object {
  const { status, subject, date, daysLeft, actBy, period, remedy } = finding;
  return {
    status,
    subject,
    date: date === undefined ? undefined : formatDay(date),
    daysLeft,
    actBy: actBy === undefined ? undefined : formatDay(actBy),
    period,
    remedy: remedy[language],
  };
}
