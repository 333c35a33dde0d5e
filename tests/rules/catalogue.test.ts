import { expect, test } from 'vitest';

import { FAMILIES } from '../../src/domain/licence-kind.ts';
import { allRules, catalogue, findRule, rulesOfModule } from '../../src/rules/catalogue.ts';

test('a rule is found by its id', () => {
  expect(allRules().filter((rule) => findRule(rule.id) !== rule)).toEqual([]);
});

test.each(['', 'isp', 'isp/', 'isp/expiry', 'constructor/name', 'licence/constructor'])('%s is not a rule', (id) => {
  expect(findRule(id)).toBeUndefined();
});

test('every rule is in the list of its module', () => {
  const modules = new Set(allRules().map(({ module }) => module));
  expect([...modules].flatMap(rulesOfModule).length).toBe(allRules().length);
  expect(rulesOfModule('no-such-module')).toEqual([]);
});

test('every family has what its papers owe, under the name of its own', () => {
  const names = { service: 'licence', number: 'number' } as const;
  for (const family of FAMILIES) {
    expect(catalogue.families[family].map(({ name }) => name)).toContain('expiry');
    expect(catalogue.families[family].filter(({ module }) => module !== names[family])).toEqual([]);
  }
});

test('every kind is of a family', () => {
  expect([...catalogue.kinds.values()].filter(({ family }) => !FAMILIES.includes(family))).toEqual([]);
});
