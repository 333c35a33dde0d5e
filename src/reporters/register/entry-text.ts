/** One entry for people: what is recorded, what hangs together with it, and what is wrong with it. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Licence, Resource } from '../../domain/ledger.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { findingLines } from '../check/finding-text.ts';
import { displayWidth } from '../writing/display-width.ts';
import { type Labelled, labelledLines, type Part, sideBySide } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { fieldsOfLicence, fieldsOfResource, sayValue } from './entry-fields.ts';
import { endInWords, type Kinds, nameOfKind, STANDING_NAMES } from './words.ts';

/** Ends with a line break. */
export function renderEntry(dossier: Dossier, style: Style, kinds: Kinds): string {
  const width = columnsOf(style);
  const rows = [...recorded(dossier, style.language, kinds), ...bonds(dossier, style.language)].map(
    ({ label, text }) => ({ label, text: printable(text) }),
  );
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
    { text: printable(nameOfKind(row, kinds)[language]) },
    { text: STANDING_NAMES[row.standing][language] },
    { text: untilInWords(row.ends, language) + daysInWords(row.daysLeft, language) },
    { text: language === 'zh' ? `截至${asOf}` : `as of ${asOf}`, paint: colour.dim },
  ];
}

function daysInWords(daysLeft: number | undefined, language: Language): string {
  if (daysLeft === undefined) return '';
  if (language === 'zh') return daysLeft < 0 ? `（${-daysLeft}天前）` : `（还有${daysLeft}天）`;
  return daysLeft < 0 ? ` (${count(-daysLeft, 'day')} ago)` : ` (${count(daysLeft, 'day')} left)`;
}

function recorded({ row, location }: Dossier, language: Language, kinds: Kinds): readonly Labelled[] {
  const values: Readonly<Record<string, unknown>> = { ...row.entry };
  const fields = row.list === 'licences' ? fieldsOfLicence(kinds.get(row.entry.kind)) : fieldsOfResource;
  return [
    { label: LABELS.place[language], text: `${location.file}:${location.line}` },
    ...fields.flatMap(({ name, title, shape }): readonly Labelled[] => {
      const text = sayValue(values[name], shape, language);
      return text === undefined ? [] : [{ label: title[language], text }];
    }),
  ];
}

const LABELS = {
  place: { zh: '位置', en: 'place' },
  serves: { zh: '所属许可证', en: 'serves' },
  servedBy: { zh: '合同与证明', en: 'served by' },
  chain: { zh: '接续', en: 'chain' },
} as const satisfies Record<string, Text>;

function bonds({ row, serves, servedBy, chain }: Dossier, language: Language): readonly Labelled[] {
  return [
    ...listed(
      LABELS.serves[language],
      serves.map((licence) => licenceInWords(licence, language)),
    ),
    ...listed(
      LABELS.servedBy[language],
      servedBy.map((resource) => resourceInWords(resource, language)),
    ),
    ...listed(
      LABELS.chain[language],
      chain.map((one) => `${one.id === row.entry.id ? '→ ' : ''}${resourceInWords(one, language)}`),
    ),
  ];
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
  if (language === 'zh') return formatDay(day) === 'never' ? end : `至${end}`;
  return formatDay(day) === 'never' ? 'without end' : `until ${end}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  ');
}

function findingBlocks({ findings, report }: Dossier, style: Style): readonly (readonly string[])[] {
  const ruleWidth = findings.reduce((widest, { rule }) => Math.max(widest, displayWidth(printable(rule))), 0);
  return findings.map((finding) => findingLines(finding, report, ruleWidth, style));
}
