/** The page in a real browser, which is watched for all that the page must not do. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  /** Messages on the console, faults, requests and breaches of the page's policy; empty where all is well. */
  readonly incidents: () => Promise<readonly string[]>;
}

export interface PageSetting {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

/** Opens HTML from a file, as somebody does who got it by mail. It closes when the test ends. */
export async function openPage(
  browser: Browser,
  html: string,
  { width = 1280, ...more }: PageSetting = {},
): Promise<OpenPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ledger-page-'));
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...more });
  onTestFinished(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, 'report.html');
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const { page, incidents } = await watchedPage(context, url);
  await page.goto(url);
  return { page, incidents };
}

async function watchedPage(context: BrowserContext, own: string): Promise<OpenPage> {
  const seen: string[] = [];
  const page = await context.newPage();
  await page.exposeFunction('reportBreach', (directive: string) => seen.push(`policy ${directive}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', ({ violatedDirective }) => reportBreach(violatedDirective));",
  );
  page.on('console', (message) => seen.push(`console ${message.text()}`));
  page.on('pageerror', (error) => seen.push(`fault ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (url !== own && !url.startsWith('data:')) seen.push(`request ${url}`);
  });
  return {
    page,
    async incidents() {
      // What the page has under way arrives before the answer does.
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
      return seen;
    },
  };
}

/** What axe finds against WCAG and good practice: the rule and the elements. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The sheets that it prints on, in points; rounded. */
export async function sheetsOf(page: Page): Promise<readonly (readonly [width: number, height: number])[]> {
  const printed = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return [...printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))] as const,
  );
}
