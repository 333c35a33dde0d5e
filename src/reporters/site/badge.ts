/** The verdict as a picture for a page elsewhere. */
import type { Verdict } from '../../domain/policy.ts';
import type { Language, Text } from '../../domain/text.ts';
import { VERDICTS } from '../overview/words.ts';
import { displayWidth } from '../writing/display-width.ts';
import { markup } from '../writing/html.ts';

const NAME: Text = { zh: '合规台账', en: 'ledger' };

/** Dark enough for white letters. */
const GROUNDS: Readonly<Record<Verdict, string>> = { pass: '#17632f', fail: '#a8201a', none: '#515b65' };

/** An SVG that asks nothing of any other file. Ends with a line break. */
export function renderBadge(verdict: Verdict, language: Language): string {
  const [name, words] = [NAME[language], VERDICTS[verdict].words[language]];
  const [left, right] = [widthOf(name), widthOf(words)];
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${name}: ${words}">
<title>${name}: ${words}</title>
<rect width="${left}" height="20" fill="#3a424b"/><rect x="${left}" width="${right}" height="20" fill="${GROUNDS[verdict]}"/>
<g fill="#ffffff" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle">
<text x="${left / 2}" y="14" textLength="${left - MARGINS}">${name}</text><text x="${left + right / 2}" y="14" textLength="${right - MARGINS}">${words}</text>
</g>
</svg>
`.source;
}

const MARGINS = 12;

/** In pixels: half an em for each column of a terminal. */
function widthOf(words: string): number {
  return displayWidth(words) * 6 + MARGINS;
}
