/** What of a ledger is neither a licence nor a contract has its sheet in a workbook: every field once, in one of three forms. */
import { expect, test } from 'vitest';

import { companyFields } from '../../src/fields/company.ts';
import { OTHER_SHEETS } from '../../src/fields/other-sheets.ts';
import { policyFields } from '../../src/fields/policy.ts';
import { fieldsIn } from '../../src/fields/uses.ts';

const sheetAt = (...path: readonly string[]): (typeof OTHER_SHEETS)[number] | undefined =>
  OTHER_SHEETS.find((sheet) => sheet.path.join('.') === path.join('.'));
const columnsAt = (...path: readonly string[]): readonly string[] =>
  sheetAt(...path)?.columns.map(({ key }) => key) ?? [];

test.each([
  ['company', companyFields],
  ['policy', policyFields],
])('every field of the %s is a column, the beginning of some, or a sheet', (name, entry) => {
  for (const { key } of fieldsIn(entry)) {
    const columns = columnsAt(name).filter((one) => one === key || one.startsWith(`${key}.`));
    expect([key, columns.length > 0]).toEqual([key, sheetAt(name, key) === undefined]);
  }
});

test.each([
  [['company'], 'record'],
  [['company', 'systems'], 'list'],
  [['policy', 'workingDays'], 'mapping'],
  [['duties'], 'list'],
  [['rules'], 'mapping'],
])('%j is a %s', (path, form) => {
  expect(sheetAt(...path)?.form).toBe(form);
});

test('the parts of a record are columns of what it belongs to', () => {
  const part = sheetAt('duties')?.columns.find(({ key }) => key === 'every.months');
  expect(part?.heading.en).toBe('Every Months');
});

test('a mapping has its keys in the first column, and its values or their fields behind it', () => {
  expect(columnsAt('rules')).toEqual(['key', 'value']);
  expect(columnsAt('policy', 'workingDays')).toEqual(['key', 'holidays', 'workdays']);
  expect(sheetAt('rules')?.columns[0]?.heading).toEqual({ zh: '规则', en: 'Rule' });
  expect(sheetAt('policy', 'workingDays')?.columns[0]?.heading.en).toBe('Year');
});
