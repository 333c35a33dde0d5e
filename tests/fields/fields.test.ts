import { describe, expect, expectTypeOf, test } from 'vitest';
import { parseDocument } from 'yaml';

import { CHANGE_KINDS } from '../../src/domain/company.ts';
import type { Resource, Service } from '../../src/domain/ledger.ts';
import { SEVERITIES } from '../../src/domain/severity.ts';
import {
  CHANGE_NAMES,
  HOLDER_NAMES,
  nameOfValue,
  ROLE_NAMES,
  SETTING_NAMES,
  SEVERITY_NAMES,
  STANDING_NAMES,
  STATE_NAMES,
  STATUS_NAMES,
  SYSTEM_NAMES,
  valueNamed,
  type ValueNames,
} from '../../src/fields/choices.ts';
import { entryFields, type Field, field, type FieldsOf, required, text } from '../../src/fields/field.ts';
import { joined, OTHER_HEADINGS } from '../../src/fields/heading-words.ts';
import { ENTRIES } from '../../src/fields/index.ts';
import { fieldsOfKind } from '../../src/fields/kind-fields.ts';
import { licenceFields, serviceFields } from '../../src/fields/licence.ts';
import { isNationwide, scopeNamed } from '../../src/fields/provinces.ts';
import { resourceFields } from '../../src/fields/resource.ts';
import {
  bareHeading,
  columnHeading,
  fieldsIn,
  headingWords,
  optionNamed,
  optionOf,
  questionOf,
  rowLabel,
  sentence,
} from '../../src/fields/uses.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { fieldSchema } from '../../src/schema/ledger-schema.ts';

const every: readonly (readonly [string, Field])[] = [
  ...Object.entries(ENTRIES).flatMap(([entry, fields]) =>
    fieldsIn(fields).map((one) => [`${entry}.${one.key}`, one] as const),
  ),
  ...licenceKinds.flatMap((kind) => fieldsOfKind(kind).map((one) => [`${kind.kind}.${one.key}`, one] as const)),
];

describe.each(every)('%s', (_, one) => {
  test('says in both languages what it is', () => {
    for (const { zh, en } of [one.title, one.describes, questionOf(one)]) {
      expect(zh).toMatch(/\p{Script=Han}|^SHA-256$/u);
      expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(`${zh}|${en}`).not.toMatch(/[。.]$|[。.]\|/u);
    }
  });

  test('has an example that the ledger takes', () => {
    const document = parseDocument(one.example);
    expect(document.errors).toEqual([]);
    const schema = fieldSchema(one);
    // A day is a text to YAML 1.2, and so are numbers of papers: what the schema takes for text stands in quotes in a file.
    const written: unknown = document.toJS();
    const result = schema.safeParse(written);
    expect(result.success ? [] : result.error.issues).toEqual([]);
  });

  test('is understood by its column in either language', () => {
    const { zh, en } = columnHeading(one);
    for (const heading of [zh, en, one.key]) expect(headingWords(one)).toContain(bareHeading(heading));
    expect(headingWords(one)).toEqual([...new Set(headingWords(one))]);
  });
});

describe('headings', () => {
  const sheets = {
    licences: [...fieldsIn(licenceFields), ...fieldsIn(serviceFields).filter(({ key }) => key !== 'renewal')],
    resources: fieldsIn(resourceFields),
  };

  test.each(Object.entries(sheets))('mean one field of %s each', (_, fields) => {
    const meanings = [
      ...fields.flatMap((one) => headingWords(one).map((word) => [word, one.key] as const)),
      ...Object.entries(OTHER_HEADINGS).flatMap(([key, words]) => words.map((word) => [word, key] as const)),
    ];
    const fieldsOf = new Map<string, Set<string>>();
    for (const [word, key] of meanings) fieldsOf.set(word, (fieldsOf.get(word) ?? new Set()).add(key));
    const unsure = [...fieldsOf]
      .filter(([, keys]) => keys.size > 1)
      .map(([word, keys]) => `${word}: ${[...keys].join(' ')}`);
    expect(unsure).toEqual([]);
  });

  test.each([
    ['* 到期日期（必填）', '到期日期'],
    ['Valid To:', 'validto'],
    ['合同 / 名称', '合同名称'],
  ])('%s is %s', (heading, bare) => {
    expect(bareHeading(heading)).toBe(bare);
  });
});

describe('uses', () => {
  test.each([
    [resourceFields.fields.provider, '--provider <NAME>'],
    [resourceFields.fields.warnWithin, '--warn-within <DAYS>'],
    [resourceFields.fields.serves, '--serves <ID> …'],
    [resourceFields.fields.renew, '--renew'],
    [resourceFields.fields.kind, undefined],
    [resourceFields.fields.autoRenew, undefined],
    [licenceFields.fields.annualReports, undefined],
    [serviceFields.fields.scope, '--scope <SCOPE>'],
  ] as const)('the option of %o', (one, shown) => {
    const option = optionOf(one);
    const parts = [option?.name, option?.value, option?.isList === true ? '…' : undefined];
    expect(option === undefined ? undefined : parts.filter((part) => part !== undefined).join(' ')).toBe(shown);
    if (option !== undefined) expect(option.help).toEqual(one.describes);
  });

  test('keys of several words become options of several words', () => {
    expect(optionNamed('annualReports')).toBe('--annual-reports');
  });

  test('a row begins with a small letter, but for what is no word', () => {
    expect(rowLabel(resourceFields.fields.expires)).toEqual({ zh: '到期日', en: 'expires' });
    expect(rowLabel(resourceFields.fields.id)).toEqual({ zh: '编号', en: 'ID' });
    expect(rowLabel(ENTRIES.evidence.fields.sha256).en).toBe('SHA-256');
  });

  test('a phrase becomes a sentence', () => {
    expect(sentence({ zh: '备注', en: 'notes' })).toEqual({ zh: '备注。', en: 'Notes.' });
  });
});

describe('closed lists', () => {
  const lists: readonly (readonly [string, ValueNames])[] = [
    ['changes', CHANGE_NAMES],
    ['systems', SYSTEM_NAMES],
    ['severities', SEVERITY_NAMES],
    ['settings', SETTING_NAMES],
    ['statuses', STATUS_NAMES],
    ['states', STATE_NAMES],
    ['standings', STANDING_NAMES],
    ['roles', ROLE_NAMES],
    ['holders', HOLDER_NAMES],
  ];

  test.each(lists)('every word of %s means one value', (_, names) => {
    for (const [value, { zh, en, words = [] }] of Object.entries(names)) {
      for (const word of [value, zh, en, ...words, ` ${en.toUpperCase()} `])
        expect(valueNamed(names, word)).toBe(value);
    }
  });

  test('what nobody knows is no value, words of every object included', () => {
    for (const word of ['', 'constructor', '__proto__', 'toString']) {
      expect(valueNamed(SEVERITY_NAMES, word)).toBeUndefined();
    }
    expect(nameOfValue(SEVERITY_NAMES, 'constructor')).toEqual({ zh: 'constructor', en: 'constructor' });
    expect(nameOfValue(SEVERITY_NAMES, 'error').zh).toBe('错误');
  });

  test('are those of the domain', () => {
    expect(Object.keys(CHANGE_NAMES)).toEqual([...CHANGE_KINDS]);
    expect(Object.keys(SEVERITY_NAMES)).toEqual([...SEVERITIES]);
  });
});

describe('coverage', () => {
  test.each([
    ['全国', 'national'],
    ['全网', 'national'],
    ['全国（不含港澳台）', 'national'],
    ['National', 'national'],
    ['广东省', ['广东']],
    ['北京市、河北省，内蒙古自治区', ['北京', '河北', '内蒙古']],
    ['北京 火星', ['北京', '火星']],
    ['Beijing, HEBEI、neimenggu', ['北京', '河北', '内蒙古']],
    ['beijing-east', ['beijing-east']],
  ])('%s', (words, scope) => {
    expect(scopeNamed(words)).toEqual(scope);
  });

  test.each(['北京', '全国性', '中国电信'])('%s is not the whole country', (word) => {
    expect(isNationwide(word)).toBe(false);
  });
});

test('first words are joined with second words', () => {
  expect(joined(['a', ''], ['b', 'c'])).toEqual(['ab', 'ac', 'b', 'c']);
});

// Each line that is expected to fail would compile if the helper did not hold fields and interface together.
test('fields and interface are held together by the compiler', () => {
  const words = { title: { zh: '字', en: 'a' }, describes: { zh: '字', en: 'a' }, shape: text(), example: 'a' };
  interface One {
    readonly a: string;
    readonly b?: string | undefined;
  }
  const [a, b, c] = [field('a', words), field('b', words), field('c', words)];
  expect(Object.keys(entryFields<One>({ a: required(a), b }).fields)).toEqual(['a', 'b']);
  // @ts-expect-error -- a key is missing
  entryFields<One>({ a: required(a) });
  // @ts-expect-error -- there is no such key
  entryFields<One>({ a: required(a), b, c });
  // @ts-expect-error -- the ledger cannot be without it
  entryFields<One>({ a, b });
  // @ts-expect-error -- the field is of another key
  entryFields<One>({ a: required(a), b: c });
  // @ts-expect-error -- the field holds another type
  entryFields<{ readonly a: number }>({ a: required(a) });
  expectTypeOf<keyof FieldsOf<Resource>>().toEqualTypeOf<keyof Resource>();
  expectTypeOf<keyof FieldsOf<Service>>().toEqualTypeOf<keyof Service>();
});
