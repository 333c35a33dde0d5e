/** Whatever a ledger holds, no output can be broken out of: every format is read back by a reader of its own. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defineRule, type Rule } from '../../src/domain/rule.ts';
import { renderDiffJson } from '../../src/reporters/history/diff-json.ts';
import { renderDiffMarkdown } from '../../src/reporters/history/diff-markdown.ts';
import { renderDiff } from '../../src/reporters/history/diff-text.ts';
import { renderRuleJson } from '../../src/reporters/rules/json.ts';
import { renderRule, renderRuleList } from '../../src/reporters/rules/text.ts';
import { printable } from '../../src/reporters/writing/printable.ts';
import { plainColours } from '../../src/reporters/writing/style.ts';
import { nastyDiff, nastyReport } from '../support/nasty-report.ts';
import { anyNastyText, NASTY_STRINGS } from '../support/nasty-strings.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { elementsOf, readXml } from '../support/read-xml.ts';
import {
  renderFindingsCsv,
  renderGithub,
  renderGitlab,
  renderJson,
  renderJunit,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../support/render-check.ts';
import { basisOf } from '../support/sample-report.ts';
import { readSarif } from '../support/sarif-schema.ts';
import { commandsIn } from '../support/workflow-commands.ts';

const style = { language: 'en', width: 80, colour: plainColours } as const;

function nastyRule(text: string): Rule {
  const words = { zh: text, en: text };
  const examples = () => ({ asOf: '2026-11-21', fails: text, passes: text });
  const description = { summary: words, why: words, remedy: words, statuses: { missing: 'error' }, examples } as const;
  return defineRule(`own/${text}`, { of: 'file' }, { ...description, basis: [basisOf(text, 'secondary')] });
}

function sarifOf(text: string): string {
  return renderSarif(nastyReport(text), { language: 'en', version: '1.0.0', rules: [nastyRule(text)] });
}

/** Every output, but for the one that is made of commands. */
const DOCUMENTS: Readonly<Record<string, (text: string) => string>> = {
  text: (text) => renderText(nastyReport(text), style, new Map()),
  json: (text) => renderJson(nastyReport(text), 'en'),
  sarif: sarifOf,
  junit: (text) => renderJunit(nastyReport(text), 'en'),
  gitlab: (text) => renderGitlab(nastyReport(text), 'en'),
  markdown: (text) => renderMarkdown(nastyReport(text), 'en'),
  csv: (text) => renderFindingsCsv(nastyReport(text), 'en'),
  diff: (text) => renderDiff(nastyDiff(text), style, new Map()),
  'diff as JSON': (text) => renderDiffJson(nastyDiff(text), 'en', new Map()),
  'diff as Markdown': (text) => renderDiffMarkdown(nastyDiff(text), 'en', new Map()),
  rule: (text) => renderRule(nastyRule(text), style),
  rules: (text) => renderRuleList([nastyRule(text)], style),
  'rule as JSON': (text) => renderRuleJson(nastyRule(text)),
};

/** Holds for every string of the list, and for what they and others make together. */
function holds(check: (text: string) => void): void {
  test.each(NASTY_STRINGS)('%s', (_, text) => check(text));
  test('and all sorts of others', () => {
    fc.assert(fc.property(anyNastyText, check), { numRuns: 60 });
  });
}

const ACTS_ON_TERMINALS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe.each(Object.entries(DOCUMENTS))('%s', (name, render) => {
  describe('holds no command for a CI system, and nothing that acts on a terminal', () => {
    holds((text) => {
      const document = render(text);
      expect(commandsIn(document)).toEqual([]);
      const characters = name === 'csv' ? document.replace('\uFEFF', '').replaceAll('\r\n', '') : document;
      expect(characters.replaceAll('\n', '')).not.toMatch(ACTS_ON_TERMINALS);
    });
  });
});

describe('github: as many commands as findings, and nothing else', () => {
  holds((text) => {
    const document = renderGithub(nastyReport(text), 'en');
    const commands = commandsIn(document);
    expect(document.split('\n')).toHaveLength(4);
    expect(document.replaceAll('\n', '')).not.toMatch(ACTS_ON_TERMINALS);
    expect(commands.map(({ command }) => command)).toEqual(['error', 'notice', 'error']);
    const line = printable(text);
    expect(commands[0]).toMatchObject({
      properties: { file: line, line: '3', endLine: '3', col: '5', endColumn: '9', title: `own/${line} ${line}` },
    });
    expect(Object.keys(commands[1]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
    expect(commands[2]?.message).toBe(`${line}\ndo: ${line}`);
  });
});

describe('json: the same data', () => {
  holds((text) => {
    expect(JSON.parse(renderJson(nastyReport(text), 'en'))).toMatchObject({
      files: [text, text],
      findings: [{ rule: `own/${text}`, message: text }, { subject: text }, { waived: { reason: text } }, {}],
    });
    expect(JSON.parse(renderRuleJson(nastyRule(text)))).toMatchObject({ summary: { zh: text, en: text } });
  });
});

describe('sarif: valid, with a place for every result and no link or argument of the data', () => {
  holds((text) => {
    const [run] = readSarif(sarifOf(text)).runs;
    const results = run?.results ?? [];
    expect(results.map(({ level }) => level)).toEqual(['error', 'note', 'error', 'error']);
    for (const { message, locations, relatedLocations } of results) {
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '?';
      expect(decodeURIComponent(uri).replace(/^file:\/\/\//u, '')).toBe(text.toWellFormed());
      expect(relatedLocations).toHaveLength(1);
      const shown = message.text ?? '';
      expect(shown.match(/\]\([^)]*\)/gu)).toEqual(['](1)']);
      expect(shown.replaceAll(/\{\{|\}\}/gu, '')).not.toMatch(/[{}]/u);
    }
    const help = readMarkdown(run?.tool.driver.rules?.[0]?.help?.markdown ?? '');
    expect(help.html).toEqual([]);
    expect(help.blocks.filter((block) => /heading|table|code|quote/u.test(block))).toEqual([]);
  });
});

/** Doubled braces are braces. */
function meantBySarif(shown = ''): string {
  return shown.replaceAll(/\{\{|\}\}/gu, ([sign]) => sign ?? '');
}

describe('sarif: the words that were put in', () => {
  holds((text) => {
    const results = readSarif(sarifOf(text)).runs[0]?.results ?? [];
    const line = printable(text).replaceAll('](', '] (');
    expect(meantBySarif(results[0]?.message.text)).toBe(`${line}: ${line} [${line}](1)`);
    expect(meantBySarif(results[0]?.relatedLocations?.[0]?.message?.text)).toBe(line);
    expect(results[2]?.suppressions?.[0]?.justification).toContain(printable(text));
    expect(results[0]?.properties).toMatchObject({ subject: text, remedy: text, period: text });
  });
});

describe('junit: well-formed, with the tests that are there', () => {
  holds((text) => {
    const root = readXml(renderJunit(nastyReport(text), 'en'));
    const tests = elementsOf(root, 'testcase');
    // The last two: the company and the resource without a finding, where the text is not the name of one.
    expect(tests.slice(0, 3).map(({ children }) => children.map(({ name }) => name))).toEqual([
      ['failure'],
      ['system-out'],
      ['skipped'],
    ]);
    expect(elementsOf(root, 'error')).toHaveLength(1);
    const line = printable(text)
      .replaceAll('\uFFFE', String.raw`\u{FFFE}`)
      .replaceAll('\uFFFF', String.raw`\u{FFFF}`);
    expect(elementsOf(root, 'testsuite').map(({ attributes }) => attributes['name'])).toEqual([line, line]);
    const [failure] = elementsOf(root, 'failure');
    expect(failure?.attributes['message']).toBe(line);
    expect(failure?.text.startsWith(`${line}\n${line}:3:5\n`)).toBe(true);
    expect(elementsOf(root, 'skipped')[0]?.attributes['message']).toContain(line);
    expect(tests[0]?.attributes).toMatchObject({
      classname: `${line.replaceAll('.', '_')}.${line.replaceAll('.', '_')}`,
      name: `own/${line} ${line} ${line}`,
      file: line,
    });
    const names = tests.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
    expect(new Set(names.slice(0, -1)).size).toBe(names.length - 1);
  });
});

describe('gitlab: one entry for each finding that is not waived', () => {
  holds((text) => {
    const line = printable(text);
    expect(JSON.parse(renderGitlab(nastyReport(text), 'en'))).toMatchObject([
      { severity: 'critical', description: `${line}: ${line}`, location: { path: text, lines: { begin: 3 } } },
      { severity: 'info' },
      { severity: 'blocker' },
    ]);
  });
});

/** What cannot be seen, backticks that became code or did not, and a disarmed number sign make no difference. */
function wordsOf(text: string): string {
  return text.replaceAll(/[\u200B`\s]/gu, '').replaceAll('⌗', '#');
}

/** What of a long text is shown. */
function beginningOf(text: string): string {
  return wordsOf(printable(text.length <= 300 ? text : `${text.slice(0, 300)}…`));
}

describe('markdown: a row for each finding, and the text means nothing but itself', () => {
  holds((text) => {
    const page = readMarkdown(renderMarkdown(nastyReport(text), 'en'));
    const line = beginningOf(text);
    expect(page.headings).toHaveLength(3);
    expect(new Set(page.blocks)).toEqual(
      new Set(['heading_open', 'paragraph_open', 'table_open', 'bullet_list_open', 'list_item_open']),
    );
    expect(page.html).toEqual(
      Array.from({ length: 2 }, () => ['<details><summary>What to do</summary>', '</details>']).flat(),
    );
    expect(
      [...page.inline].filter(
        (type) => !['text', 'code_inline', 'strong_open', 'strong_close', 'em_open', 'em_close'].includes(type),
      ),
    ).toEqual([]);
    expect(page.rows.map((cells) => cells.length)).toEqual([7, 7, 7, 7]);
    expect(page.rows[0]?.map(wordsOf).slice(1, 6)).toEqual([beginningOf(`own/${text}`), line, line, '', '2026-12-14']);
    expect(page.items.map(wordsOf).filter((item) => item.includes(`${line}:${line}`))).toHaveLength(3);
    expect(page.prose).not.toMatch(/@\w|[#!]\d/u);
  });
});

describe('the diff as Markdown: a line for each thing, and the text means nothing but itself', () => {
  holds((text) => {
    const page = readMarkdown(renderDiffMarkdown(nastyDiff(text), 'en', new Map()));
    expect(page.headings).toHaveLength(3);
    expect(new Set(page.blocks)).toEqual(
      new Set(['heading_open', 'paragraph_open', 'bullet_list_open', 'list_item_open']),
    );
    expect(page.html).toEqual(['<!-- ledger diff -->']);
    expect(
      [...page.inline].filter(
        (type) => !['text', 'code_inline', 'strong_open', 'strong_close', 'softbreak'].includes(type),
      ),
    ).toEqual([]);
    // Of each ledger four changes and a horizon; of the first three findings brought in and put right, of the other one.
    expect(page.items).toHaveLength(2 * 5 + 2 * 3 + 2 * 1);
    expect(page.prose).not.toMatch(/@\w|[#!]\d/u);
  });
});

describe('csv: a row for each finding, and no formula', () => {
  holds((text) => {
    const rows: readonly string[][] = parseCsv(renderFindingsCsv(nastyReport(text), 'en'), { bom: true });
    expect(rows.map(({ length }) => length)).toEqual([23, 23, 23, 23, 23]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r＝＋－＠]|-(?!\d+$))/u);
  });
});
