/** What an editor shows of a place: what is wrong there, by which rule and on what ground; of an id, its entry. */
import type { Hover } from 'vscode-languageserver';

import { dossierOf } from '../domain/dossier.ts';
import { licenceOf } from '../domain/ledger-index.ts';
import type { DataPath, Ledger } from '../domain/ledger.ts';
import { registerOf } from '../domain/register.ts';
import type { LocatedFinding } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { deadlineLine } from '../reporters/check/deadline-text.ts';
import { labelled, messageOf, waiverRow } from '../reporters/check/finding-text.ts';
import { daysInWords, summaryOf } from '../reporters/register/entry-text.ts';
import { describeBasis } from '../reporters/writing/grounds.ts';
import { fixLines } from '../reporters/writing/printable.ts';
import { LABELS, SEVERITY_NAMES } from '../reporters/writing/words.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { valueAt } from '../schema/raw-data.ts';
import { pathAt } from '../source/path-at.ts';
import type { Analysis } from './analysis.ts';
import type { Markup } from './markup.ts';
import { touch } from './places.ts';

/** The entry first, then what is wrong, the gravest before the others; null where there is nothing to tell. */
export function hoverAt(analysis: Analysis, offset: number, markup: Markup): Hover | null {
  const { report, places } = analysis;
  const here = places.rangeOf({ start: offset, end: offset });
  const findings = report.findings
    .filter(({ location }) => touch(places.rangeAt(location), here))
    .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
  const parts = [...entryAt(analysis, offset, markup), ...findings.map((one) => tell(one, analysis, markup))];
  return parts.length === 0 ? null : { contents: markup.page(parts) };
}

/** What the finding says, what its rule asks, the ground, what to do. */
function tell(finding: LocatedFinding, { report, language }: Analysis, markup: Markup): readonly string[] {
  const { rule: id, severity, daysLeft, basis, remedy, owner, waived } = finding;
  const { prose } = markup;
  const rule = ruleOf(id, report.ledger);
  const message = messageOf(finding, language);
  // Most messages name the days themselves.
  const days = message.includes(`${Math.abs(daysLeft ?? 0)}`) ? '' : daysInWords(daysLeft, language);
  const grade = labelled(SEVERITY_NAMES[severity][language], message + days, language);
  const label = (name: keyof typeof LABELS, text: string): string =>
    labelled(prose(LABELS[name][language]), text, language);
  const deadline = deadlineLine(finding, report.asOf, language);
  const waiver = waived === undefined ? undefined : waiverRow(waived, language);
  return [
    `${markup.strong(id)} ${prose(grade)}`,
    ...(rule === undefined ? [] : [prose(rule.summary[language])]),
    ...(deadline === undefined ? [] : [prose(labelled(deadline.label, deadline.text, language))]),
    ...basis.map((one) => label('law', markup.link(describeBasis(one, language), one.url))),
    ...(waiver === undefined ? [] : [prose(labelled(waiver.label, waiver.text, language))]),
    label('remedy', prose(remedy[language])),
    ...fixLines([finding], language).map((command) => label('run', markup.code(command))),
    ...(owner === undefined ? [] : [label('owner', prose(owner))]),
  ];
}

function ruleOf(id: string, ledger: Ledger | undefined): Rule | undefined {
  return findRule(id) ?? (ledger === undefined ? undefined : ownRules(ledger).find((rule) => rule.id === id));
}

/** Fields whose value names an entry. */
const NAMES_AN_ENTRY: ReadonlySet<unknown> = new Set(['id', 'serves', 'follows', 'entry', 'for', 'licence', 'of']);

/** Until when the entry holds that an id names, and what it serves or is served by. */
function entryAt({ loaded, report, language }: Analysis, offset: number, markup: Markup): readonly string[][] {
  const { document, ledger } = loaded;
  const path = document === undefined ? undefined : pathAt(document.root(), offset);
  if (document === undefined || ledger === undefined || path === undefined || !namesEntry(path)) return [];
  const name = valueAt(document.data, path);
  const id = typeof name === 'string' ? licenceOf(name) : undefined;
  const row = registerOf(ledger, { asOf: report.asOf }).find(({ entry }) => entry.id === id);
  const location = id === undefined ? undefined : report.placeOf(id);
  if (row === undefined || location === undefined) return [];
  const { heading, rows } = summaryOf(dossierOf(row, ledger, report, location), language, catalogue.kinds);
  return [
    [
      `${markup.strong(row.entry.id)} ${markup.prose(heading.join(' · '))}`,
      ...rows.map(({ label, text }) => markup.prose(label === '' ? text : labelled(label, text, language))),
    ],
  ];
}

function namesEntry(path: DataPath): boolean {
  return NAMES_AN_ENTRY.has(path.findLast((step) => typeof step === 'string'));
}
