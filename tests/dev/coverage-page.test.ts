/** docs/coverage.md names rules that exist, for every question. */
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { findRule } from '../../src/rules/catalogue.ts';

const page = await readFile(new URL('../../docs/coverage.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every rule that it names exists', () => {
  const named = [...page.matchAll(/`([a-z0-9-]+\/[a-z0-9-]+)`/gu)].map(([, id = '']) => id);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((id) => findRule(id) === undefined)).toEqual([]);
});

test('each question has one row, with rules or the reason why there are none', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(rows.map((_, at) => at));
  expect(rows).toHaveLength(72);
  expect(new Set(rows.map(([, , question]) => question)).size).toBe(rows.length);
  for (const [, , question, rules, why] of rows) {
    expect(question).not.toBe('');
    expect(rules).toMatch(/^(?:—|`[^`]+`(?: `[^`]+`)*)$/u);
    expect(why).toMatch(/。$/u);
  }
});

test('each kind of licence has a page', async () => {
  for (const { kind } of licenceKinds) {
    for (const language of ['zh', 'en']) {
      const text = await readFile(new URL(`../../docs/rules/${language}/${kind}.md`, import.meta.url), 'utf8');
      expect(text).toContain(`\`${kind}\``);
    }
  }
});
