/** A severity in a mark and a word: colour only comes on top. */
import type { Finding, Severity } from '../../domain/finding.ts';
import type { Text } from '../../domain/text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { both } from './bilingual.ts';

export type Weight = Severity | 'waived';

/** From the gravest down. */
export const WEIGHTS: readonly Weight[] = ['error', 'warning', 'info', 'waived'];

export const WEIGHT_NAMES: Readonly<Record<Weight, Text>> = {
  error: SEVERITY_NAMES.error,
  warning: SEVERITY_NAMES.warning,
  info: SEVERITY_NAMES.info,
  waived: { zh: '已豁免', en: 'waived' },
};

export function weightOf({ severity, waived }: Finding): Weight {
  return waived === undefined ? severity : 'waived';
}

export function severityBadge(weight: Weight): Markup {
  return markup`<span class="badge ${weight}"><span aria-hidden="true">${MARKS[weight]}</span> ${both(WEIGHT_NAMES[weight])}</span>`;
}
