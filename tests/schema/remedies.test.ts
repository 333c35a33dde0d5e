/** What is put in place of a wrong value or key where nothing else can be meant, and where a person is only asked. */
import { describe, expect, test } from 'vitest';

import type { Value } from '../../src/domain/edit.ts';
import { describe as inWords, listed, numberIn, wordsIn } from '../../src/schema/advice.ts';
import { explainKey } from '../../src/schema/expected-keys.ts';
import { explainValue, type PlainExpectation } from '../../src/schema/expected-values.ts';
import { explainScope } from '../../src/schema/explain-licence.ts';
import type { DataProblem } from '../../src/schema/raw-data.ts';

const PATH = ['resources', 0, 'field'];

/** Written into the ledger by the program itself; else a person reads the words alone. */
const edit = (value: Value, words: string): unknown => ({
  remedy: `Write \`${words}\`.`,
  edits: [{ path: PATH, value }],
});
const hint = (remedy?: string): unknown => ({ remedy, edits: undefined });
const proposed = ({ remedy, edits }: Pick<DataProblem, 'remedy' | 'edits'>): unknown => ({ remedy: remedy?.en, edits });
const QUOTES = 'Put the value in quotes.';

function aboutValue(expectation: PlainExpectation, value: unknown, words: readonly string[] = []): DataProblem {
  return explainValue({ path: PATH, name: 'field', value, words }, expectation);
}

describe('a value', () => {
  test.each<[PlainExpectation, value: unknown, expected: unknown, words?: readonly string[]]>([
    ['amount', '1,200', edit(1200, '1200')],
    ['amount', '１．５', edit(1.5, '1.5')],
    ['amount', '十万', hint()],
    ['amount', true, hint()],
    ['count', '1', edit(1, '1'), ['1', '12']],
    ['count', '12', edit(12, '12'), ['1', '12']],
    ['count', '0', hint(), ['1', '12']],
    ['count', '13', hint(), ['1', '12']],
    ['count', '1.5', hint(), ['1', '12']],
    ['count', 'one', hint(), ['1', '12']],
    ['count', 13, hint(), ['1', '12']],
    ['warn-within', '0', edit(0, '0')],
    ['warn-within', '36501', hint()],
    ['id', 'ｉｓｐ', edit('isp', 'isp')],
    ['id', 'My ISP_2.1', hint('Write `my-isp-2-1`.')],
    ['id', 'a . b', hint('Write `a-b`.')],
    ['id', '许可证', hint()],
    ['id', 12, hint(QUOTES)],
    ['kind', true, hint(QUOTES)],
    ['filled', 12, hint(QUOTES)],
    ['filled', [], hint()],
    ['text', false, hint(QUOTES)],
    ['sha256', 0, hint(QUOTES)],
    ['one-of', 'ｎｅｗ', edit('new', 'new'), ['new', 'renewed']],
    ['one-of', 'renewd', hint('Did you mean `renewed`?'), ['new', 'renewed']],
    ['one-of', 'other', hint(), ['new', 'renewed']],
    ['one-of', 1, hint(), ['new', 'renewed']],
    ['timezone', 'Asia/Shanghia', hint('Did you mean `Asia/Shanghai`?')],
    ['yes-or-no', 'yes', hint('Write `true`.')],
    ['yes-or-no', '是', hint('Write `true`.')],
    ['yes-or-no', 'Off', hint('Write `false`.')],
    ['yes-or-no', '否', hint('Write `false`.')],
    ['yes-or-no', 'yes and no', hint()],
    ['yes-or-no', 'was yes', hint()],
    ['yes-or-no', 'not no', hint()],
    ['yes-or-no', 'none', hint()],
    ['yes-or-no', 1, hint()],
    ['evidence-kinds', 'ＡＬＬ', edit('all', 'all')],
    ['evidence-kinds', '全部', edit('all', 'all')],
    ['evidence-kinds', 'isp，idc', edit(['isp', 'idc'], '[isp, idc]')],
    ['evidence-kinds', 'isp all', edit(['isp', 'all'], '[isp, all]')],
    ['evidence-kinds', 'all isp', edit(['all', 'isp'], '[all, isp]')],
    ['evidence-kinds', 'isp，专线', hint()],
    ['evidence-kinds', 1, hint()],
    ['list', 'a、b', edit(['a', 'b'], '[a, b]'), ['values']],
    ['list', 'a、b', hint('Write `[a, b]`.'), ['entries']],
    ['list', 'a (b)', hint(), ['values']],
    ['list', 1, hint(), ['values']],
    ['mapping', 'a', hint()],
  ])('%s: %j', (expectation, value, expected, words) => {
    expect(proposed(aboutValue(expectation, value, words))).toEqual(expected);
  });

  test.each<[PlainExpectation, value: unknown, rule: string]>([
    ['amount', -1, 'schema/value'],
    ['amount', '1', 'schema/type'],
    ['evidence-kinds', 'x', 'schema/value'],
    ['evidence-kinds', [], 'schema/value'],
    ['evidence-kinds', 1, 'schema/type'],
    ['list', 'x', 'schema/type'],
    ['yes-or-no', 'x', 'schema/type'],
    ['mapping', 1, 'schema/type'],
  ])('%s: whether %j is of the right sort', (expectation, value, rule) => {
    expect(aboutValue(expectation, value).rule).toBe(rule);
  });

  test.each([
    [['company', 'name'], 'name', 'name must be text, not the number 1'],
    [['notes', 2], 'notes', 'each item of notes must be text, not the number 1'],
    [[], '', 'the ledger must be text, not the number 1'],
  ])('at %j is told of %j', (path, name, said) => {
    expect(explainValue({ path, name, value: 1, words: [] }, 'text').message.en).toBe(said);
  });

  test('of which nobody knows what is expected is a fault of the program', () => {
    const misfit = { path: PATH, name: 'field', value: 1, words: [] };
    expect(() => explainValue(misfit, 'colour')).toThrow(
      'no words for the schema issue "colour" at resources[0].field',
    );
  });
});

describe('numbers as texts', () => {
  test.each([
    ['0', 0],
    [' 60 ', 60],
    ['６０', 60],
    ['0.5', 0.5],
    ['1,200', 1200],
    ['12,345,678', 12_345_678],
    ['123,456', 123_456],
  ])('%j', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  test.each(['', 'x', '1x', 'x1', '060', '1.0', '1e3', '-1', 'NaN', 'Infinity', '9007199254740993'])(
    '%j is none',
    (text) => {
      expect(numberIn(text)).toBeUndefined();
    },
  );

  test.each(['1,20', '1,20x', '1,2000', '1234,567', 'x1,200', '1,200x', '１２，３'])('%j has no thousands', (text) => {
    expect(numberIn(text)).toBeUndefined();
  });
});

describe('words in a row', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['isp', ['isp']],
    ['isp,idc', ['isp', 'idc']],
    [' isp , idc;cdn ', ['isp', 'idc', 'cdn']],
    ['isp，idc；cdn、北京', ['isp', 'idc', 'cdn', '北京']],
    ['isp   telecom/cdn', ['isp', 'telecom/cdn']],
    ['isp,,idc,', ['isp', 'idc']],
    ['', undefined],
    [' , ', undefined],
    ['isp - idc', undefined],
    ['isp (idc)', undefined],
    ['(isp)', undefined],
  ])('%j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});

test('what stands there is told in words, and cut where it is long', () => {
  const told = ['x'.repeat(40), 'x'.repeat(41), 7, false, [1], { a: 1 }, null].map((value) => inWords(value).en);
  const [whole, cut] = [`"${'x'.repeat(40)}"`, `"${'x'.repeat(40)}…"`];
  expect(told).toEqual([whole, cut, 'the number 7', 'false', 'a list', 'a mapping', 'nothing']);
  expect(listed(['甲', '乙'])).toEqual({ zh: '甲、乙', en: '甲, 乙' });
});

function aboutKey(
  expectation: Parameters<typeof explainKey>[1],
  key: string,
  holder: object = { [key]: 1 },
): DataProblem {
  return explainKey({ path: ['fees', key], name: key, value: 1, words: [] }, expectation, holder);
}

describe('a key', () => {
  test.each([
    ['quarter', '２０２６-q3', '2026-Q3'],
    ['year', ' 2025', '2025'],
    ['date', '２０２６-01-02', '2026-01-02'],
    ['rule', 'ISP/x', undefined],
    ['kind-days', 'ｃｅｒｔｉｆｉｃａｔｅ', 'certificate'],
    ['kind-days', 'Certificate', undefined],
    ['province', '北京市', '北京'],
    ['province', '吉林市', undefined],
  ] as const)('%s: %j is written as %j', (expectation, written, meant) => {
    const { edits, remedy } = aboutKey(expectation, written);
    const path = ['fees', written];
    expect(edits).toEqual(meant && [{ path, key: meant }]);
    if (meant === undefined) expect(remedy?.en).not.toMatch(/^Write `[^`]*`\.$/u);
    else expect(remedy?.en).toBe(`Write \`${meant}\`.`);
  });

  test('is not written over another that is there', () => {
    expect(aboutKey('year', ' 2025', { ' 2025': 1, 2025: 2 }).edits).toBeUndefined();
  });
});

const ask = (remedy: unknown, at?: number, rule = 'schema/value'): unknown => ({ rule, at, remedy, edits: undefined });

describe('coverage', () => {
  const scope = ['licences', 0, 'scope'];
  const about = (value: unknown): readonly unknown[] =>
    explainScope({ path: scope, name: 'scope', value, words: [] }).map(({ rule, path, remedy, edits }) => ({
      rule,
      at: path.length === scope.length ? undefined : path.at(-1),
      remedy: edits === undefined ? remedy?.en : undefined,
      edits,
    }));
  const put = (value: Value, at?: number): unknown => ({
    rule: 'schema/value',
    at,
    remedy: undefined,
    edits: [{ path: Array.isArray(value) || at === undefined ? scope : [...scope, at], value }],
  });
  const FORM = 'Write `national`, or the provinces as in `[北京, 河北]`.';
  const names: unknown = expect.stringMatching(/^Short names: /u);

  test.each<[value: unknown, expected: readonly unknown[]]>([
    ['全国', [put('national')]],
    [['全国'], [put('national')]],
    ['北京市、河北省', [put(['北京', '河北'])]],
    ['北京朝阳区', [ask(FORM)]],
    ['', [ask(FORM)]],
    ['nationl', [ask('Did you mean `national`?')]],
    [1, [ask(FORM, undefined, 'schema/type')]],
    [[], [ask(FORM)]],
    [['北京市'], [put('北京', 0)]],
    [['河北', '北京市'], [put('北京', 1)]],
    [['河北', '北京市、天津市'], [put(['河北', '北京', '天津'], 1)]],
    [['北京市、天津市'], [put(['北京', '天津'], 0)]],
    [
      ['某地', '北京、天津'],
      [ask(names, 0), put(['某地', '北京', '天津'], 1)],
    ],
    [
      [1, '北京、天津'],
      [ask(undefined, 0, 'schema/type'), ask(names, 1)],
    ],
    [['河北', '全国'], [ask(FORM, 1)]],
    [['某地'], [ask(names, 0)]],
    [[['北京']], [ask(undefined, 0, 'schema/type')]],
  ])('%j', (value, expected) => {
    expect(about(value)).toEqual(expected);
  });
});
