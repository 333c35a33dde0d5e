import { describe, expect, test } from 'vitest';

import { fileNameOf } from '../../src/reporters/site/names.ts';
import { type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { NASTY_STRINGS } from '../support/nasty-strings.ts';
import { AS_OF, CLEAN, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';

const NAMES = ['../甲/乙', '...', '甲公司', '甲公司', 'CON', 'Con', 'a'.repeat(300), '<b>&"'];

function ledgers(): Record<string, string> {
  return Object.fromEntries(
    NAMES.map((name, at) => [
      `c${at}/ledger.yaml`,
      EXPIRING.replace('示例云网科技有限公司', JSON.stringify(name)).replace(
        'resources:',
        `policy: { owner: ${JSON.stringify(name)} }\nresources:`,
      ),
    ]),
  );
}

async function site(
  files: NonNullable<MemoryMachine['files']>,
  paths = ['.'],
): Promise<MemoryRun & { readonly site: Record<string, string> }> {
  const run = await runInMemory(['report', ...paths, '--output', 'public/', ...AS_OF], { files });
  const site = [...run.written].map(([name, text]) => [name.replace('/company/public/', ''), text]);
  return { ...run, site: Object.fromEntries(site) };
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/ href="(?!#|https?:|data:)(?<link>[^"#]+)/gu)].map(({ groups }) =>
    decodeURIComponent(groups?.['link'] ?? ''),
  );
}

describe('a site', () => {
  test('has an overview, a page for each company, calendars, a status and a badge', async () => {
    const files = { 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': EXPIRED.replace('示例云网', '另一家') };
    const { code, stdout, site: made } = await site(files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const names = Object.keys(made);
    expect(names.filter((name) => name.startsWith('companies/'))).toHaveLength(2);
    expect(names).toEqual(expect.arrayContaining(['zh/ledger.ics', 'en/ledger.ics', 'status.json', 'badge.svg']));
    expect(names.at(-1)).toBe('index.html');
    expect(made['badge.svg']).toContain('failed');
    expect(JSON.parse(made['status.json'] ?? '')).toMatchObject({
      schema: 'ledger/overview@1',
      asOf: '2026-11-21',
      companies: [{ company: '另一家科技有限公司', verdict: 'fail' }, { verdict: 'pass' }],
    });
  });

  test('every link leads to a file of the site, whatever companies and owners are called', async () => {
    const { site: made } = await site(ledgers());
    const [pages, calendars] = [/^companies\/[^/]+\.html$/u, /^(?:zh|en)\/[^/]+\.ics$/u];
    expect(Object.keys(made).filter((name) => pages.test(name))).toHaveLength(NAMES.length);
    // Twice two companies have one owner, and there is a calendar of all.
    expect(Object.keys(made).filter((name) => calendars.test(name))).toHaveLength(2 * (NAMES.length - 1));
    const links = linksIn(made['index.html'] ?? '');
    expect(links.length).toBeGreaterThan(NAMES.length + 2 * (NAMES.length - 1));
    for (const link of links) expect(Object.keys(made)).toContain(link);
    for (const name of Object.keys(made).filter((one) => pages.test(one))) {
      expect(linksIn(made[name] ?? '')).toEqual(['../index.html']);
    }
  });

  test('has the same names and bytes from run to run, and a page keeps its name when others come', async () => {
    const all = ledgers();
    const [one, other] = [await site(all), await site({ ...all, '0/ledger.yaml': CLEAN })];
    expect(await site(all)).toEqual(one);
    expect(Object.keys(other.site)).toEqual(expect.arrayContaining(Object.keys(one.site)));
  });

  test('of what could not be read says so: no verdict, exit code 3', async () => {
    const files = { 'a/ledger.yaml': CLEAN, 'b/ledger.yaml': NO_YAML };
    const { code, site: made } = await site(files);
    expect(code).toBe(3);
    expect(made['badge.svg']).toContain('no verdict');
    expect(linksIn(made['index.html'] ?? '').filter((link) => link.startsWith('companies/'))).toHaveLength(2);
    const gone = await site(files, ['a/ledger.yaml', 'gone.yaml']);
    expect(gone.code).toBe(3);
    expect(gone.stderr).toContain('gone.yaml');
    expect(gone.site['badge.svg']).toContain('no verdict');
    expect(await site({}, ['gone.yaml'])).toMatchObject({ code: 3, site: {} });
  });
});

describe('names of files', () => {
  test.each(NAMES)('%j', (name) => {
    expect(fileNameOf(name, name)).toMatch(/^[a-z0-9\u3400-\u9FFF-]{10,51}$/u);
  });

  test.each(NASTY_STRINGS)('are plain, whatever is named: %s', (_, text) => {
    expect(fileNameOf(text, text)).toMatch(/^(?:[a-z0-9\u3400-\u9FFF-]{1,40}-)?[0-9a-f]{10}$/u);
  });

  test('differ with what is named, whatever the case', () => {
    const names = NAMES.map((name, at) => fileNameOf(name, `${at}`).toLowerCase());
    expect(new Set(names).size).toBe(NAMES.length);
  });
});
