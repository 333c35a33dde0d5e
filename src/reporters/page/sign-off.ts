/** Where those who answer for the report put their names: on paper, so the lines are empty. */
import type { Text } from '../../domain/text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both } from './bilingual.ts';

const LINES: readonly Text[] = [
  { zh: '经办人', en: 'Prepared by' },
  { zh: '负责人签字', en: 'Signed by' },
  { zh: '日期', en: 'Date' },
];

export function signOffSection(): Markup {
  return markup`<section class="sign-off" aria-labelledby="sign-off"><h2 id="sign-off">${both({ zh: '签字', en: 'Signature' })}</h2>
<ul>${LINES.map((line) => markup`<li>${both(line)}</li>`)}</ul></section>`;
}
