/** Every case file, one test for each case; and that there is a case for all that rules can report. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { readCaseFile } from '../../src/commands/rules/rules-test.ts';
import { type CaseFileOutcome, resultOf } from '../../src/domain/rule-case.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { renderRuleCases } from '../../src/reporters/rules/cases-text.ts';
import { plainColours } from '../../src/reporters/writing/style.ts';
import { allRules } from '../../src/rules/catalogue.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const ENDING = '.cases.yaml';

const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted();
const files = await Promise.all(
  names.map(async (name) => ({ name, ...(await readCaseFile(await readFile(folder + name))) })),
);

describe.each(files)('$name', ({ name, problems, cases }) => {
  test('can be read', () => {
    expect(problems.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([]);
  });

  test.each(cases)('$name', async ({ run }) => {
    const outcome = await run();
    // The page says what differs.
    expect(resultOf(outcome) === 'passed' ? '' : pageOf({ file: name, problems, cases: [outcome] })).toBe('');
  });
});

function pageOf(outcome: CaseFileOutcome): string {
  return renderRuleCases([outcome], { language: 'zh', width: 120, colour: plainColours });
}

const MODULES = [...licenceKinds.map(({ kind }) => kind), 'company', 'licence', 'number', 'resource', 'waiver'];

test('each module has its cases', () => {
  expect(names).toEqual(expect.arrayContaining(MODULES.map((module) => module + ENDING)));
});

test('a case expects each status of each rule', () => {
  const expected = new Set(
    files.flatMap(({ cases }) => cases.flatMap((one) => one.expected.map(({ rule, status }) => `${rule} ${status}`))),
  );
  const possible = allRules()
    .filter(({ module }) => MODULES.includes(module))
    .flatMap(({ id, statuses }) => Object.keys(statuses).map((status) => `${id} ${status}`));
  expect(possible.filter((one) => !expected.has(one))).toEqual([]);
});
