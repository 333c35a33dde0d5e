/** The site of `ledger report --output FOLDER/`, served as any web server would, in a real browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import ICAL from 'ical.js';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { findBrowser } from '../support/find-browser.ts';
import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { accessibilityProblems, launchBrowser, sheetsOf } from '../support/open-page.ts';
import { AS_OF, COMPLETE, NO_YAML } from '../support/sample-ledgers.ts';

const executablePath = findBrowser() ?? '';
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', ics: 'text/calendar', svg: 'image/svg+xml' };
const FILES = {
  'a/ledger.yaml': HORIZON_LEDGER.replace('owner: 合规部', 'owner: 王五 <wang@example.cn>'),
  'b/ledger.yaml': COMPLETE,
};

/** @returns its address; it ends with the test */
async function served(files: ReadonlyMap<string, string>): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const name = decodeURIComponent(url.slice(1)) || 'index.html';
    const text = files.get(`/company/public/${name}`);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${TYPES[name.split('.').at(-1) ?? ''] ?? 'application/json'}; charset=utf-8`,
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has an address with a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function siteOf(files: Readonly<Record<string, string>>): Promise<string> {
  return served((await runInMemory(['report', '.', '--output', 'public/', ...AS_OF], { files })).written);
}

describe.skipIf(executablePath === '')('a site in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(executablePath);
  });
  afterAll(async () => browser.close());

  async function opened(): Promise<{ readonly context: BrowserContext; readonly asked: string[] }> {
    const context = await browser.newContext({ viewport: { width: 375, height: 900 } });
    onTestFinished(async () => context.close());
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    return { context, asked };
  }

  test('leads to each company and back, and asks nobody else for anything', async () => {
    const address = await siteOf({ ...FILES, 'c/ledger.yaml': NO_YAML });
    const { context, asked } = await opened();
    const page = await context.newPage();
    await page.goto(address);
    expect(await accessibilityProblems(page)).toEqual([]);
    // What the headings tell is said again only where they are hidden.
    expect(await page.locator('.overview .said:visible').count()).toBeGreaterThan(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.locator('.overview .said:visible').count()).toBe(0);
    const companies = await page.locator('.overview a').allInnerTexts();
    expect(companies).toHaveLength(3);
    for (const company of companies) {
      await page.getByRole('link', { name: company, exact: true }).click();
      expect(await page.title()).not.toBe('');
      if (company !== 'c/ledger.yaml') expect(await page.locator('header').innerText()).toContain(company);
      await page.getByRole('link', { name: 'All companies' }).click();
      expect(page.url()).toBe(`${address}index.html`);
    }
    expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
  });

  test('offers calendars that a program can subscribe to, and that hold what is to be done', async () => {
    const address = await siteOf(FILES);
    const { context } = await opened();
    const page = await context.newPage();
    await page.goto(address);
    const links = await page.locator('a[type="text/calendar"]').evaluateAll((all) => all.map((one) => String(one)));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const answer = await context.request.get(link);
      expect(answer.headers()['content-type']).toContain('text/calendar');
      const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent');
      expect(events.length).toBeGreaterThan(0);
      if (!link.endsWith('/zh/ledger.ics')) continue;
      const calendar = await runInMemory(['calendar', '.', '--lang', 'zh', ...AS_OF], { files: FILES });
      expect(await answer.text()).toBe(calendar.stdout);
    }
  });

  test.each([
    [1, 2],
    [5, 10],
  ])('%i companies with nothing wrong take at most %i sheets of A4', async (companies, most) => {
    const files = Object.fromEntries(
      Array.from({ length: companies }, (_, at) => [`c${at}.ledger.yaml`, COMPLETE.replaceAll('安好', `安好${at}`)]),
    );
    const { stdout } = await runInMemory(['report', ...Object.keys(files), ...AS_OF], { files });
    expect(stdout).toContain('No findings.');
    const { context } = await opened();
    const page = await context.newPage();
    await page.setContent(stdout);
    expect((await sheetsOf(page)).length).toBeLessThanOrEqual(most);
  });
});
