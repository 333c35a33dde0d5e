/** The page of `ledger report` in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Language } from '../../src/domain/text.ts';
import { findBrowser } from '../support/find-browser.ts';
import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runInMemory } from '../support/memory-io.ts';
import { accessibilityProblems, launchBrowser, openPage, type PageSetting, sheetsOf } from '../support/open-page.ts';
import { CLEAN, NO_YAML } from '../support/sample-ledgers.ts';

const executablePath = findBrowser() ?? '';

async function reportOn(ledger: string, language: Language = 'zh'): Promise<string> {
  const argv = ['report', 'ledger.yaml', '--as-of', '2026-11-21', '--lang', language];
  return (await runInMemory(argv, { files: { 'ledger.yaml': ledger } })).stdout;
}

async function shownRows(page: Page): Promise<readonly string[]> {
  return page.locator('tr[data-weight]:visible').evaluateAll((rows) => rows.map(({ id }) => id));
}

/** With something waived, and a fee that is open for two quarters. */
const EXAMPLE = `${HORIZON_LEDGER.replace(', 2026-Q2: 2026-07-01, 2026-Q3: 2026-10-09', '')}waivers:
  - { rule: idc/machine-room, entry: data/idc, from: 2026-11-01, until: 2027-01-31, reason: 新机房验收中, approvedBy: 张三 }
`;

describe.skipIf(executablePath === '')('the page in a browser', () => {
  let browser: Browser;
  let example: Record<Language, string>;

  beforeAll(async () => {
    browser = await launchBrowser(executablePath);
    example = { zh: await reportOn(EXAMPLE, 'zh'), en: await reportOn(EXAMPLE, 'en') };
  });
  afterAll(async () => browser.close());

  const settings = (['zh', 'en'] as const).flatMap((language) =>
    [1280, 375].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ language, width, colorScheme })),
    ),
  );

  test.each(settings)(
    'asks for nothing, breaks no rule of access and fits: $language, $width px, $colorScheme',
    async ({ language, ...setting }) => {
      const { page, incidents } = await openPage(browser, example[language], setting);
      await page.getByRole('button', { name: language === 'zh' ? '全部展开' : 'Open all' }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(setting.width);
      expect(await incidents()).toEqual([]);
    },
  );

  test.each([
    ['a clean ledger', CLEAN, '通过'],
    ['a broken file', NO_YAML, '没有结论'],
  ])('%s has a page as well', async (_name, ledger, verdict) => {
    const { page, incidents } = await openPage(browser, await reportOn(ledger));
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain(verdict);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await incidents()).toEqual([]);
  });

  test.each([375, 1280])('the overview is one too, and fits %i px', async (width) => {
    const files = { 'a/ledger.yaml': EXAMPLE, 'b/ledger.yaml': CLEAN, 'c/ledger.yaml': NO_YAML };
    const argv = ['overview', '.', '--as-of', '2026-11-21', '--format', 'html', '--lang', 'zh'];
    const { page, incidents } = await openPage(browser, (await runInMemory(argv, { files })).stdout, { width });
    expect(await page.locator('.overview tbody tr').count()).toBe(3);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await incidents()).toEqual([]);
  });

  test('the watchers see what they watch for, and a planted script does not run', async () => {
    const planted = example.zh.replace(
      '</main>',
      '<script>document.title = "planted"</script><img src="https://example.com/x.png"></main>',
    );
    const { page, incidents } = await openPage(browser, planted);
    expect(await page.title()).toContain('电信业务合规报告');
    expect(await accessibilityProblems(page)).toEqual(['image-alt: <img src="https://example.com/x.png">']);
    expect(await incidents()).toEqual(expect.arrayContaining(['policy script-src-elem', 'policy img-src']));
  });

  test('the language switches by keyboard', async () => {
    const { page } = await openPage(browser, example.zh);
    const heading = page.getByRole('heading', { level: 1 });
    expect([await page.locator('html').getAttribute('lang'), await heading.innerText()]).toEqual([
      'zh-Hans',
      '电信业务合规报告',
    ]);
    await page.getByRole('radio', { name: '中文' }).focus();
    await page.keyboard.press('ArrowRight');
    expect([await page.locator('html').getAttribute('lang'), await heading.innerText()]).toEqual([
      'en',
      'Telecom compliance report',
    ]);
    expect(await page.title()).toBe('Telecom compliance report · 示例云网科技有限公司 · 2026-11-21');
    expect(await page.getByText('未通过', { exact: true }).isVisible()).toBe(false);
  });

  test('the table sorts by keyboard, both ways, and what has no day stands last', async () => {
    const { page } = await openPage(browser, example.en);
    const heading = page.getByRole('columnheader', { name: 'Date' });
    /** Of each licence its days, in the order of the page. */
    const days = async (): Promise<readonly (readonly string[])[]> =>
      page
        .locator('#all-findings tbody')
        .evaluateAll((bodies) =>
          bodies.map((body) =>
            [...body.querySelectorAll('td.date')].map((cell) => cell.getAttribute('data-key') ?? ''),
          ),
        );
    const before = await days();
    const sortedBy = (sign: number): readonly (readonly string[])[] =>
      before.map((group) => [
        ...group.filter((day) => day !== '').toSorted((one, other) => sign * (Number(one) - Number(other))),
        ...group.filter((day) => day === ''),
      ]);
    expect(before.length).toBeGreaterThan(3);

    await heading.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await days()).toEqual(sortedBy(1));
    await page.keyboard.press('Space');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await days()).toEqual(sortedBy(-1));

    await page.getByRole('columnheader', { name: 'Severity' }).getByRole('button').press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBeNull();
    const weights = await page
      .locator('#all-findings tbody')
      .first()
      .locator('tr[data-weight]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-weight')));
    const inOrder = ['error', 'warning', 'info', 'waived'];
    expect(weights).toEqual(inOrder.flatMap((weight) => weights.filter((one) => one === weight)));
  });

  test('the table filters by keyboard: by severity and by words', async () => {
    const { page } = await openPage(browser, example.en);
    const all = await shownRows(page);
    await page.getByRole('checkbox', { name: /^warning/u }).press('Space');
    const withoutWarnings = await shownRows(page);
    expect(withoutWarnings.length).toBeLessThan(all.length);
    expect(await page.locator('tbody tr[data-weight=warning]:visible').count()).toBe(0);
    expect(await page.getByRole('status').innerText()).toBe(`Showing ${withoutWarnings.length} / ${all.length}`);

    await page.getByRole('searchbox', { name: 'Containing' }).focus();
    await page.keyboard.type('LEASED line-bj');
    expect(
      await page
        .locator('tbody tr:visible td.matter')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-key'))),
    ).toEqual(['isp/leased-line']);
    expect(await page.locator('tr.group:visible').count()).toBe(1);
  });

  test('a link from what is to be done leads to its finding, though it be filtered out', async () => {
    const { page } = await openPage(browser, example.en);
    await page.getByRole('checkbox', { name: /^error/u }).press('Space');
    const link = page.getByRole('link', { name: 'no leased line since' });
    const target = ((await link.getAttribute('href')) ?? '').slice(1);
    expect(await shownRows(page)).not.toContain(target);
    await link.press('Enter');
    await page.locator(`#${target}:focus`).waitFor();
    expect(await page.locator(`#${target} dl`).isVisible()).toBe(true);
  });

  test('a link to a later period of a duty opens the block that it stands in', async () => {
    const { page } = await openPage(browser, example.en);
    const link = page.locator('.agenda').getByRole('link', { name: 'the number fee of 2026-Q3' });
    const target = ((await link.getAttribute('href')) ?? '').slice(1);
    await link.press('Enter');
    const block = page.locator('tr:focus');
    await block.waitFor();
    expect(await block.locator(`p#${target}`).isVisible()).toBe(true);
    expect(await block.locator('dl').innerText()).toContain('ledger record fee n95 2026-Q3');
  });

  test('without a script all is there, and the language switches still', async () => {
    const setting: PageSetting = { javaScriptEnabled: false };
    const { page } = await openPage(browser, example.zh, setting);
    const folds = page.locator('td.matter dl');
    expect(await folds.count()).toBeGreaterThan(10);
    expect(await page.locator('td.matter dl:visible').count()).toBe(await folds.count());
    expect(await page.getByRole('searchbox').count()).toBe(0);
    await page.getByRole('radio', { name: 'English' }).check();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Telecom compliance report');
  });

  test('a command breaks between its words alone, and each sheet of the time line begins with its months', async () => {
    const { page } = await openPage(browser, example.en, { width: 375 });
    const words = page.locator('.command span');
    const broken = await words.evaluateAll((all) =>
      all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent),
    );
    expect([(await words.count()) > 10, broken]).toEqual([true, []]);
    expect((await page.locator('.command').allTextContents()).join('\n')).toContain(
      'ledger record fee n95 2026-Q3 --on',
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate("getComputedStyle(document.querySelector('.scale')).display")).toBe(
      'table-header-group',
    );
  });

  test('on paper everything is shown, filtered and folded or not, on pages of A4', async () => {
    const { page } = await openPage(browser, example.zh);
    const all = await shownRows(page);
    await page.getByRole('checkbox', { name: /^错误/u }).press('Space');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shownRows(page)).toEqual(all);
    expect(await page.locator('td.matter dl:visible').count()).toBe(all.length);
    expect(await page.locator('.controls:visible, .languages:visible, .findings summary:visible').count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('details[open]').count()).toBe(0);

    const sizes = await sheetsOf(page);
    expect(sizes.length).toBeGreaterThan(2);
    for (const size of sizes) expect(size).toEqual([595, 842]);
  });
});
