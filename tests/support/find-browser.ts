/** A Chromium on this machine, for the tests of the page. */
import { existsSync } from 'node:fs';
import process from 'node:process';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** `LEDGER_BROWSER`, else the first that stands where systems put it; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['LEDGER_BROWSER'];
  return (named === undefined ? USUAL_PLACES : [named]).find((path) => existsSync(path));
}
