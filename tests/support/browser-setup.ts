/** Says plainly where the tests of the page cannot run; `npm run test:browser` fails then. */
import type { TestProject } from 'vitest/node';

import { findBrowser } from './find-browser.ts';

export default function lookForBrowser({ vitest }: TestProject): void {
  if (findBrowser() !== undefined) return;
  const message =
    'The tests of the page were NOT run: there is no Chromium here. On Debian: apt-get install chromium; elsewhere name one in LEDGER_BROWSER.';
  if (vitest.vite.config.mode === 'browser') throw new Error(message);
  console.warn(`\n${message}\n`);
}
