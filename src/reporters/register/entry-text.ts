/** One entry for people: what is recorded, what hangs together with it, and what is wrong with it. */
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { type EvidenceFacts, type EvidenceState, stateOfEvidence } from '../../domain/evidence.ts';
import { licenceOf } from '../../domain/ledger-index.ts';
import type { Licence, Resource, Service } from '../../domain/ledger.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { STANDING_NAMES } from '../../fields/choices.ts';
import { evidence } from '../../fields/common.ts';
import { fieldsOfService } from '../../fields/kind-fields.ts';
import { licenceFields, serviceFields } from '../../fields/licence.ts';
import { resourceFields } from '../../fields/resource.ts';
import { rowLabel } from '../../fields/uses.ts';
import { blockLines, blocksOf } from '../check/finding-text.ts';
import { displayWidth } from '../writing/display-width.ts';
import { type Labelled, labelledLines, type Part, sideBySide } from '../writing/layout.ts';
import { shortName } from '../writing/licence-heading.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { endInWords, fieldsOf, type Kinds, labelledParts, nameOfKind, sayValue, valuesOf } from './values.ts';

/** An entry, and what was found of its evidence where somebody has looked. */
export interface Shown {
  readonly dossier: Dossier;
  readonly facts: EvidenceFacts | undefined;
}

/** Ends with a line break. */
export function renderEntry(shown: Shown, style: Style, kinds: Kinds): string {
  const { dossier } = shown;
  const { language } = style;
  const width = columnsOf(style);
  const rows = [
    ...recorded(dossier, language, kinds),
    ...servicesRows(dossier, language, kinds),
    ...evidenceRows(shown, language),
    ...bonds(dossier, language, kinds),
  ].map(({ label, text }) => ({ label, text: printable(text) }));
  const labelWidth = rows.reduce((widest, { label }) => Math.max(widest, displayWidth(label)), 0);
  const blocks = [
    [
      ...sideBySide(headingOf(dossier, style, kinds), width),
      ...labelledLines(rows, { indent: 2, labelWidth, width, paint: style.colour.dim }),
    ],
    ...findingBlocks(dossier, style),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headingOf({ row, report }: Dossier, { language, colour }: Style, kinds: Kinds): readonly Part[] {
  const asOf = formatDay(report.asOf);
  return [
    { text: printable(row.entry.id), paint: colour.bold },
    { text: printable(nameOfKind(row, language, kinds)) },
    { text: STANDING_NAMES[row.standing][language] },
    { text: untilInWords(row.ends, language) + daysInWords(row.daysLeft, language) },
    { text: language === 'zh' ? `截至${asOf}` : `as of ${asOf}`, paint: colour.dim },
  ];
}

/** Behind a day. */
export function daysInWords(daysLeft: number | undefined, language: Language): string {
  if (daysLeft === undefined) return '';
  if (language === 'zh') return daysLeft < 0 ? `（${-daysLeft}天前）` : `（还有${daysLeft}天）`;
  return daysLeft < 0 ? ` (${count(-daysLeft, 'day')} ago)` : ` (${count(daysLeft, 'day')} left)`;
}

/** An entry in few lines: what it is, until when it holds, what it serves or is served by. */
export function summaryOf(
  dossier: Dossier,
  language: Language,
  kinds: Kinds,
): { readonly heading: readonly string[]; readonly rows: readonly Labelled[] } {
  const { row } = dossier;
  const until = untilInWords(row.ends, language) + daysInWords(row.daysLeft, language);
  const words = [nameOfKind(row, language, kinds), row.name ?? '', STANDING_NAMES[row.standing][language], until];
  return { heading: words.filter((word) => word !== ''), rows: bonds(dossier, language, kinds) };
}

/** They have rows of their own. */
const TOLD_APART = new Set(['services', 'evidence', 'serves', 'follows']);

function recorded({ row, location }: Dossier, language: Language, kinds: Kinds): readonly Labelled[] {
  const values = valuesOf(row);
  return [
    { label: LABELS.place[language], text: `${location.file}:${location.line}` },
    ...fieldsOf(row, kinds).flatMap((field): readonly Labelled[] => {
      const text = TOLD_APART.has(field.key) ? undefined : sayValue(values[field.key], field, language);
      return text === undefined ? [] : [{ label: rowLabel(field)[language], text }];
    }),
  ];
}

function servicesRows({ row }: Dossier, language: Language, kinds: Kinds): readonly Labelled[] {
  return listed(
    LABELS.services[language],
    servicesTold(row).map((service) => serviceInWords(service, language, kinds)),
  );
}

/** Those of a licence with several; the fields of a single one are told with those of the licence. */
export function servicesTold({ list, entry }: Dossier['row']): readonly Service[] {
  return list === 'licences' && entry.services.length > 1 ? entry.services : [];
}

/** What it covers, and since when. */
export function serviceInWords(service: Service, language: Language, kinds: Kinds): string {
  const { kind, scope } = serviceFields.fields;
  const others = fieldsOfService(kinds.get(service.kind)).filter(({ key }) => key !== kind.key && key !== scope.key);
  return joined([
    service.kind,
    kinds.get(service.kind)?.name[language] ?? '',
    sayValue(service.scope, scope, language) ?? '',
    ...labelledParts({ ...service }, others, language),
  ]);
}

function evidenceRows({ dossier, facts }: Shown, language: Language): readonly Labelled[] {
  return listed(
    rowLabel(evidence)[language],
    dossier.row.entry.evidence.map((one) => joined([one.path, EVIDENCE_STATES[stateOfEvidence(one, facts)][language]])),
  );
}

export const EVIDENCE_STATES: Readonly<Record<EvidenceState, Text>> = {
  intact: { zh: '完好', en: 'intact' },
  changed: { zh: '已改动', en: 'changed' },
  missing: { zh: '缺少', en: 'missing' },
  refused: { zh: '无法读取', en: 'cannot be read' },
  unrecorded: { zh: '未记校验值', en: 'no hash recorded' },
  unchecked: { zh: '未核对', en: 'not checked' },
};

const LABELS = {
  place: { zh: '位置', en: 'place' },
  services: rowLabel(licenceFields.fields.services),
  serves: rowLabel(resourceFields.fields.serves),
  servedBy: { zh: '合同与证明', en: 'served by' },
  chain: { zh: '接续', en: 'chain' },
} as const satisfies Record<string, Text>;

function bonds({ row, serves, servedBy, chain }: Dossier, language: Language, kinds: Kinds): readonly Labelled[] {
  return [
    ...listed(
      LABELS.serves[language],
      serves.map((licence) =>
        joined([licenceInWords(licence, language), ...servicesServed(row.serves, licence.id, language, kinds)]),
      ),
    ),
    ...listed(
      LABELS.servedBy[language],
      servedBy.map((resource) =>
        joined([
          resourceInWords(resource, language),
          ...servicesServed(resource.serves, row.entry.id, language, kinds),
        ]),
      ),
    ),
    ...listed(
      LABELS.chain[language],
      chain.map((one) => `${one.id === row.entry.id ? '→ ' : ''}${resourceInWords(one, language)}`),
    ),
  ];
}

/** The services of a licence that are served by name; none where the whole licence is. */
function servicesServed(
  serves: readonly string[],
  licence: string,
  language: Language,
  kinds: Kinds,
): readonly string[] {
  const named = serves.filter((name) => licenceOf(name) === licence && name !== licence);
  return serves.includes(licence) || named.length === 0
    ? []
    : [named.map((name) => shortName(name.slice(licence.length + 1), language, kinds)).join(' · ')];
}

/** The label on the first line alone. */
function listed(label: string, texts: readonly string[]): readonly Labelled[] {
  return texts.map((text, at) => ({ label: at === 0 ? label : '', text }));
}

function licenceInWords({ id, number = '', expires }: Licence, language: Language): string {
  return joined([id, number, untilInWords(expires, language)]);
}

function resourceInWords({ id, title = '', expires }: Resource, language: Language): string {
  return joined([id, title, untilInWords(expires, language)]);
}

function untilInWords(day: Resource['expires'], language: Language): string {
  const end = endInWords(day, language);
  if (day === FOREVER) return language === 'zh' ? end : 'without end';
  return language === 'zh' ? `至${end}` : `until ${end}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  ');
}

function findingBlocks({ findings, report }: Dossier, style: Style): readonly (readonly string[])[] {
  const ruleWidth = findings.reduce((widest, { rule }) => Math.max(widest, displayWidth(printable(rule))), 0);
  return blocksOf(findings).map((block) => blockLines(block, report, ruleWidth, style));
}
