/** What stands behind a finding: what to do, how its date comes about, its ground with certainty, its rule and its place in the file. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import type { Language, Text } from '../../domain/text.ts';
import { deadlineLine } from '../check/deadline-text.ts';
import { nameBasis } from '../writing/basis-text.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';
import { CERTAINTY_NAMES } from '../writing/words.ts';
import { both, inEach, recorded } from './bilingual.ts';
import type { PageFinding } from './page-context.ts';

const LABELS = {
  remedy: { zh: '处理', en: 'What to do' },
  deadline: { zh: '期限', en: 'Deadline' },
  basis: { zh: '依据', en: 'Ground' },
  noBasis: {
    zh: '不涉及法律依据：出自台账本身或公司自定的要求。',
    en: "No law: it rests on the ledger itself or the company's own rule.",
  },
  waiver: { zh: '豁免', en: 'Waived' },
  rule: { zh: '规则', en: 'Rule' },
} as const satisfies Record<string, Text>;

export function findingDetails({ finding, of }: PageFinding): Markup {
  const { remedy, basis, rule, location, waived } = finding;
  const ground = basis.length === 0 ? both(LABELS.noBasis) : markup`<ul>${basis.map(basisItem)}</ul>`;
  return markup`<dl>${[
    waived === undefined ? undefined : row(LABELS.waiver, waiverWords(waived)),
    row(LABELS.remedy, both(remedy)),
    deadlineRow(finding, of),
    row(LABELS.basis, ground),
    row(LABELS.rule, markup`<code>${rule}</code> <code class="dim">${`${location.file}:${location.line}`}</code>`),
  ]}</dl>`;
}

function row(label: Text, content: Insertable): Markup {
  return markup`<div><dt>${both(label)}</dt><dd>${content}</dd></div>`;
}

function deadlineRow(finding: PageFinding['finding'], { asOf }: PageFinding['of']): Markup | undefined {
  if (deadlineLine(finding, asOf, 'zh') === undefined) return undefined;
  const inWords = (language: Language): string => deadlineLine(finding, asOf, language)?.text ?? '';
  return row(LABELS.deadline, both({ zh: inWords('zh'), en: inWords('en') }));
}

function basisItem(basis: Basis): Markup {
  const { url, certainty } = basis;
  const name = inEach((language) => nameBasis(basis, language));
  const named = isWebAddress(url) ? markup`<a href="${url}" rel="noreferrer">${name}</a>` : name;
  return markup`<li>${named} <span class="certainty">${both(CERTAINTY_NAMES[certainty])}</span></li>`;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//u.test(url);
}

function waiverWords({ until, reason, approvedBy }: WaivedBy): Markup {
  const end = formatDay(until);
  return markup`${both({ zh: `至${end}，批准人：`, en: `until ${end}, approved by ` })}${recorded(approvedBy)}${both({ zh: '；理由：', en: '; reason: ' })}${recorded(reason)}`;
}
