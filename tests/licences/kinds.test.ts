/** What holds for every kind of licence and of number, and for the ledgers of their examples. */
import { describe, expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { numberRules } from '../../src/licences/number/index.ts';
import { licenceRules } from '../../src/licences/service/index.ts';
import { checkText } from '../support/check-text.ts';

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_()-]/gu, '');

test('no word is the name of two kinds', () => {
  const owners = new Map<string, Set<string>>();
  for (const { kind, name, words = [] } of licenceKinds) {
    for (const word of [kind, name.zh, name.en, ...words].map(plain)) {
      owners.set(word, (owners.get(word) ?? new Set()).add(kind));
    }
  }
  expect([...owners].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
});

test.each(licenceKinds.map((kind) => [kind.kind, kind] as const))(
  '%s says what sort of paper it stands on',
  (kind, profile) => {
    expect(profile.words?.length ?? 0).toBeGreaterThan(0);
    expect(profile.family).toBe(kind.startsWith('number-') ? 'number' : 'service');
    expect(profile.grantedBy === undefined).toBe(profile.family === 'service');
    const { renewalLeadDays, grantedBy } = profile;
    expect(renewalLeadDays).toBe(grantedBy === undefined ? 90 : grantedBy === 'allotment' ? 30 : undefined);
  },
);

test('what every paper owes is a rule of the paper, not of each kind', () => {
  const shared = new Set([...licenceRules, ...numberRules].map(({ name }) => name));
  shared.delete('number');
  expect(licenceKinds.flatMap(({ rules }) => rules.filter(({ name }) => shared.has(name)).map(({ id }) => id))).toEqual(
    [],
  );
});

describe.each(
  [...licenceRules, ...numberRules, ...licenceKinds.flatMap(({ rules }) => rules)].map(
    (rule) => [rule.id, rule] as const,
  ),
)('%s', (id, { module, examples }) => {
  const { asOf, fails, passes } = examples();

  /** Of other rules about the paper and about what its kind records; contracts that other rules need are left out of a short example. */
  async function beside(ledger: string): Promise<readonly string[]> {
    const findings = await checkText(ledger, asOf);
    return findings
      .filter(
        ({ rule }) =>
          rule !== id &&
          /^(?:licence|number|call-centre|sp|number-\d+|KIND)\//u.test(rule.replace(`${module}/`, 'KIND/')),
      )
      .filter(({ status }) => status !== 'missing')
      .map(({ rule, status }) => `${rule} ${status}`);
  }

  test('the example that passes is a complete paper', async () => {
    expect(await beside(passes)).toEqual([]);
  });

  test('the example that fails, fails by this rule alone', async () => {
    expect(await beside(fails)).toEqual([]);
  });
});
