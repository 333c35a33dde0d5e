/** What holds for every rule, whoever wrote it. */
import { describe, expect, test } from 'vitest';

import { isInForce } from '../../src/domain/basis.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { check } from '../../src/domain/check.ts';
import { type Finding, STATUSES } from '../../src/domain/finding.ts';
import { weigh } from '../../src/domain/policy.ts';
import { LANGUAGES } from '../../src/domain/text.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { allRules, catalogue } from '../../src/rules/catalogue.ts';
import { checkText } from '../support/check-text.ts';
import { day } from '../support/days.ts';
import { readLedger } from '../support/read-ledger.ts';

const OFFICIAL = /^https?:\/\/([\w-]+\.)*(gov\.cn|cabforum\.org)\//u;
/** Modules and rules that are the ledger's own good sense. */
const WITHOUT_LAW = new Set(
  'evidence ledger schema yaml waiver own git resource/expiry resource/notice resource/unknown-kind resource/unused'.split(
    ' ',
  ),
);

/**
 * Rules on law that was read, whose breach has no consequence that law states: a condition of the licence, a notice, a
 * trade's own rule.
 */
const WITHOUT_CONSEQUENCE = new Set([
  'licence/registered-capital',
  'icp/domain',
  'icp/app-filing',
  'edi/domain',
  'edi/app-filing',
  'resource/certificate-lifetime',
  'resource/domain-registrant',
]);

/** What only a comparison finds has its examples in tests/history. */
const seesOneLedger = ({ module }: { readonly module: string }): boolean => module !== 'git';

const isSaid = (word: unknown): boolean => typeof word === 'number' || (typeof word === 'string' && word.trim() !== '');

function isWhole({ message, remedy, sum = message, path, fix }: Finding): boolean {
  const texts = [message, remedy, sum].flatMap((text) => LANGUAGES.map((language) => text[language]));
  return [...texts, ...path, ...(fix?.command ?? [])].every(isSaid) && path.length > 1;
}

test('rule ids never change', () => {
  expect(
    allRules()
      .map(({ id }) => id)
      .toSorted(),
  ).toMatchSnapshot();
});

test('no two rules share an id', () => {
  expect(new Set(allRules().map(({ id }) => id)).size).toBe(allRules().length);
});

test('every kind has a file of its own, named after it', () => {
  expect(licenceKinds.map(({ kind }) => kind)).toEqual(licenceKinds.map(({ kind }) => kind).toSorted());
});

describe.each(allRules().map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('says in both languages what it asks, why, and what to do', () => {
    for (const text of [rule.summary, rule.why, rule.remedy, rule.consequence ?? rule.why]) {
      for (const language of LANGUAGES) expect(text[language].trim()).toMatch(/[。.]$/u);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('reports statuses of the vocabulary', () => {
    expect(Object.keys(rule.statuses).length).toBeGreaterThan(0);
    for (const status of Object.keys(rule.statuses)) expect(STATUSES).toContain(status);
  });

  test('rests on law with an official address, or on none where none is due', () => {
    if (WITHOUT_LAW.has(rule.module) || WITHOUT_LAW.has(id)) expect(rule.basis).toEqual([]);
    else expect(rule.basis.length).toBeGreaterThan(0);
    for (const { url } of rule.basis) expect(url).toMatch(OFFICIAL);
  });

  test('says what the law says follows, or is known to have nothing to say', () => {
    const isOnLaw = rule.basis.some(({ certainty }) => certainty === 'text' || certainty === 'quoted');
    expect(isOnLaw && rule.consequence === undefined).toBe(WITHOUT_CONSEQUENCE.has(id));
  });

  test('names articles, paragraphs and items in Chinese as its ground does: 第27条第2款', () => {
    for (const { zh } of [rule.summary, rule.why, rule.remedy, rule.consequence ?? rule.why]) {
      expect(zh).not.toMatch(/第[零一二三四五六七八九十百]+[条款项]/u);
    }
  });

  test('says that an article was read only where somebody read the instrument', () => {
    const unread = rule.basis.filter(({ lastRead }) => lastRead === undefined);
    expect(unread.filter(({ certainty }) => certainty === 'text' || certainty === 'quoted')).toEqual([]);
    expect(unread.filter(({ lastReported }) => lastReported === undefined)).toEqual([]);
  });

  test.runIf(seesOneLedger(rule))('has an example that fails', async () => {
    const { asOf, fails, files } = rule.examples();
    const findings = await checkText(fails, asOf, files);
    expect(findings.map((finding) => finding.rule)).toContain(id);
    for (const finding of findings.filter((one) => one.rule === id)) {
      expect(Object.keys(rule.statuses)).toContain(finding.status);
    }
  });

  test('says in both languages what is wrong, and where and how to put it right, from the day of its examples on', async () => {
    const { asOf, fails, passes } = rule.examples();
    const findings: Finding[] = [];
    for (const text of [fails, passes]) {
      const { ledger } = await readLedger(text);
      if (ledger === undefined) continue;
      for (const later of [0, 31, 92, 183, 366]) {
        const on = addDays(day(asOf), later);
        const options = { asOf: on, within: Number.POSITIVE_INFINITY, selects: (one: string) => one === id };
        findings.push(...check(ledger, catalogue, options));
      }
    }
    expect(findings.filter((finding) => !isWhole(finding))).toEqual([]);
  });

  test('has an example that passes', async () => {
    const { asOf, passes, files } = rule.examples();
    const findings = await checkText(passes, asOf, files);
    expect(findings.map((finding) => finding.rule)).not.toContain(id);
    if (!['schema', 'yaml', 'ledger'].includes(rule.module)) {
      expect(findings.filter(({ rule: other }) => /^(schema|yaml|ledger)\//u.test(other))).toEqual([]);
    }
  });
});

const resting = allRules().filter(({ basis }) => basis.length > 0);

test.each(resting.map((rule) => [rule.id, rule] as const))(
  '%s rests on law in force on the day of its examples',
  (_, rule) => {
    expect(rule.basis.some((basis) => isInForce(basis, day(rule.examples().asOf)))).toBe(true);
  },
);

const customary = resting.filter(({ basis }) => basis.every(({ certainty }) => certainty === 'practice'));

test.each(customary.map((rule) => [rule.id, rule] as const))(
  '%s is no error, for only practice knows it',
  (_, rule) => {
    const statuses = STATUSES.filter((one) => Object.hasOwn(rule.statuses, one));
    const severities = statuses.map((status) => weigh(rule, status, rule.basis, { rules: {} }));
    expect(severities).not.toHaveLength(0);
    expect(severities).not.toContain('error');
  },
);
