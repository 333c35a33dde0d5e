/** What people write, and what is understood: headings of registers, provinces, the whole country, kinds. */
import { describe, expect, test } from 'vitest';

import type { LicenceProfile } from '../../src/domain/licence-kind.ts';
import { nameOfValue, ROLE_NAMES } from '../../src/fields/choices.ts';
import { field, list, text, yesOrNo } from '../../src/fields/field.ts';
import { meaningByGrammar, spaced, standingAsked } from '../../src/fields/heading-words.ts';
import { fieldsOfKind, fieldsOfPaper, fieldsOfService } from '../../src/fields/kind-fields.ts';
import { kindFinder, wordsOfLicenceKind, wordsOfResourceKind } from '../../src/fields/kind-words.ts';
import {
  isNationwide,
  isProvince,
  provinceNames,
  PROVINCES,
  scopeNamed,
  shortNameOf,
} from '../../src/fields/provinces.ts';
import { bareHeading, optionOf, OPTION_FIELDS, rowLabel, sentence } from '../../src/fields/uses.ts';
import { licenceKinds } from '../../src/licences/index.ts';

const NONE = { title: { zh: '字', en: 'a' }, describes: { zh: '字', en: 'b' }, example: 'a' };

describe('a heading that is put together', () => {
  test.each([
    ['发证日期', 'issued'],
    ['电信业务经营许可证有效期至', 'expires'],
    ['合同终止日期', 'expires'],
    ['实际终止日', 'ended'],
    ['退租时间', 'ended'],
    ['注销日期', 'closed'],
    ['租期起', 'starts'],
    ['合同签订日期', 'starts'],
    ['有效期限', 'term'],
    ['合同期', 'term'],
    ['合同编号', 'reference'],
    ['许可证号', 'number'],
    ['专线名称', 'title'],
    ['资源类型', 'kind'],
    ['适用业务', 'serves'],
    ['合同相对方', 'provider'],
    ['供应商名称', 'provider'],
    ['甲方', 'partyA'],
    ['合同乙方单位', 'partyB'],
    ['合同经办人', 'owner'],
    ['业务覆盖范围', 'scope'],
    ['合同状态', 'status'],
    ['是否作废', 'status'],
    ['所属公司', 'company'],
    ['licenseno', 'number'],
    ['validuntil', 'expires'],
    ['startdate', 'starts'],
    ['owner', undefined],
    ['x发证日期', undefined],
    ['发证日期x', undefined],
    ['', undefined],
  ])('%s is %s', (heading, meant) => {
    expect(meaningByGrammar(heading)?.field).toBe(meant);
  });

  test('is surer the earlier its pattern stands, and no sentence', () => {
    expect(meaningByGrammar('发证日期')?.rank).toBe(0);
    expect(meaningByGrammar('注销日期')?.rank).toBe(1);
    const long = `${'电信'.repeat(10)}发证日期`;
    expect([long.length, meaningByGrammar(long)?.field]).toEqual([24, 'issued']);
    expect(meaningByGrammar(`的${long}`)).toBeUndefined();
  });

  test.each([
    ['是否作废', '作废'],
    ['是否已终止', '终止'],
    ['是否仍有效', '有效'],
    ['是否', undefined],
    ['合同是否作废', undefined],
  ])('%s asks whether it is %s', (heading, asked) => {
    expect(standingAsked(heading)).toBe(asked);
  });

  test('is bare without brackets and marks', () => {
    expect(bareHeading(' ＊到期　日 [必填] (a)_b-c/d.e#f: ')).toBe('到期日bcdef');
    expect(bareHeading('a（b（c')).toBe('a(b(c');
    expect(spaced('a b')).toEqual(['a', 'b']);
  });
});

describe('coverage', () => {
  test.each([
    ['北京市', '北京'],
    [' 广东省 ', '广东'],
    ['广东全省', '广东'],
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['宁夏回族自治区', '宁夏'],
    ['新疆维吾尔自治区', '新疆'],
    ['内蒙古', '内蒙古'],
    ['西藏自治区', '西藏'],
    ['新疆维吾尔族自治区', '新疆'],
    ['广西自治区', '广西'],
    ['Inner Mongolia', '内蒙古'],
    ['inner  mongolia autonomous region', '内蒙古'],
    ['Neimenggu', '内蒙古'],
    ['Tibet', '西藏'],
    ['Xizang Autonomous Region', '西藏'],
    ['Xinjiang Uyghur Autonomous Region', '新疆'],
    ['Guangxi Zhuang Autonomous Region', '广西'],
    ['Shaanxi', '陕西'],
    ['Shanxi Province', '山西'],
    ['Beijing Municipality', '北京'],
    ['Ｈｅｂｅｉ', '河北'],
    // A city, which is less.
    ['吉林市', undefined],
    ['Jilin City', undefined],
    ['Beijing City', undefined],
    // Licensed otherwise.
    ['香港', undefined],
    ['Hong Kong', undefined],
    ['Mongolia', undefined],
    ['Shanxi Autonomous Region', undefined],
    ['河北市', undefined],
    ['北京省', undefined],
    ['constructor', undefined],
    ['北京市朝阳区', undefined],
    ['市北京', undefined],
    ['省', undefined],
  ])('the short name of %s is %s', (name, short) => {
    expect(shortNameOf(name)).toBe(short);
  });

  test('each province has names of its own, in both languages', () => {
    const names = Object.entries(provinceNames());
    expect(names.map(([province]) => province)).toEqual([...PROVINCES]);
    for (const [province, { zh, en, words = [] }] of names) {
      const means = words.concat(zh, en).map((word) => [word, shortNameOf(word)]);
      expect(means).toEqual(means.map(([word]) => [word, province]));
    }
  });

  test('every province is one, and nothing else is', () => {
    expect(PROVINCES.every(isProvince)).toBe(true);
    expect(['北京市', '', 7, undefined].map(isProvince)).toEqual([false, false, false, false]);
  });

  test.each([
    '全国',
    '全国 范围',
    'Nation-wide',
    'nationwide',
    'CHINA',
    '全国（除香港、澳门和台湾地区以外）',
    '全国(不包含港澳台)',
    '全国(不含 港、澳、台 外)',
  ])('%s is the whole country', (words) => {
    expect(isNationwide(words)).toBe(true);
  });

  test.each(['非全国', '全国x', 'nation', '全国(不含北京)', '全国(港澳台)', '全国(不含)', ''])('%j is not', (words) => {
    expect(isNationwide(words)).toBe(false);
  });

  test.each([
    ['北京,天津，河北、山西;辽宁；吉林 上海\n江苏', ['北京', '天津', '河北', '山西', '辽宁', '吉林', '上海', '江苏']],
    ['、北京市、', ['北京']],
    ['Inner Mongolia', ['内蒙古']],
    ['Inner Mongolia, Tibet、Shaanxi;Shanxi', ['内蒙古', '西藏', '陕西', '山西']],
    ['Inner Mongolia Hebei Xinjiang Uygur Autonomous Region', ['内蒙古', '河北', '新疆']],
    ['Inner\nMongolia', ['内蒙古']],
    ['Guangdong Province Beijing', ['广东', '北京']],
    ['Jilin City', ['吉林', 'City']],
    ['Outer Mongolia Hebei', ['Outer', 'Mongolia', '河北']],
    ['', []],
  ])('%j', (words, scope) => {
    expect(scopeNamed(words)).toEqual(scope);
  });

  test('a value without a name is called what it is', () => {
    expect(nameOfValue(ROLE_NAMES, 'base-platform').en).toBe('base platform');
    expect(nameOfValue(ROLE_NAMES, 'x')).toEqual({ zh: 'x', en: 'x' });
  });
});

function kindNamed(name: string): LicenceProfile {
  const found = licenceKinds.find(({ kind }) => kind === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function profile(kind: string, code: string, more: Partial<LicenceProfile> = {}): LicenceProfile {
  const name = { zh: `${kind}业务`, en: `${kind} service` };
  return { ...kindNamed('isp'), short: undefined, words: [], kind, code, name, ...more };
}

describe('kinds', () => {
  const finder = kindFinder(licenceKinds);

  test('a code that two kinds share names none of them', () => {
    const [one, other, third] = [
      profile('aaa', 'Z1'),
      profile('bbb', 'Z1'),
      profile('ccc', 'Z2', { short: { zh: '丙', en: 'cc' }, words: ['w'] }),
    ];
    const all = [one, other, third];
    expect(wordsOfLicenceKind(one, all)).not.toContain('Z1');
    expect(wordsOfLicenceKind(third, all)).toEqual(['ccc', 'ccc业务', 'ccc service', '丙', 'cc', 'Z2', 'w']);
    expect(kindFinder(all).named('z1')).toBeUndefined();
    expect(kindFinder(all).named('z2')?.kind).toBe('ccc');
  });

  test('the first kind that has a word keeps it, and a stem of two kinds names none', () => {
    const all = [
      profile('first', 'Z1', { words: ['同名', '甲业务'] }),
      profile('second', 'Z2', { words: ['同名', '甲合同'] }),
    ];
    const one = kindFinder(all);
    expect(one.named('同名')?.kind).toBe('first');
    expect([one.named('甲业务')?.kind, one.named('甲合同')?.kind, one.named('甲')]).toEqual([
      'first',
      'second',
      undefined,
    ]);
    expect(one.named('业务')).toBeUndefined();
  });

  test.each([
    ['全国专线租用合同', 'leased-line'],
    ['跨省专线', 'leased-line'],
    ['专线（跨省）', 'leased-line'],
    ['域名[续费]', 'domain'],
    ['机房【北京】', 'machine-room'],
    ['isp 经营许可证', 'isp'],
    ['isp licenses', undefined],
    ['专线x', undefined],
  ])('%s is %s', (words, kind) => {
    expect(finder.named(words)?.kind).toBe(kind);
  });

  test.each([
    ['IDC，ISP,CDN；ICP;DNS+EDI', ['idc', 'isp', 'cdn', 'icp', 'dns', 'edi']],
    ['IDC以及ISP及CDN\nICP', ['idc', 'isp', 'cdn', 'icp']],
    ['IDC、 、（含云）', ['idc']],
    ['、', undefined],
  ])('%j names %j', (words, kinds) => {
    expect(finder.allNamed(words)?.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('what is like a word: names that hold it, and longer ones that it holds, the longest first', () => {
    expect(finder.like('线')).toEqual([]);
    expect(finder.like('机柜')[0]).toBe('machine-room');
    expect(finder.like('我的互联网接入专线合同')[0]).toBe('leased-line');
    // Names of three signs or fewer stand in too much.
    expect(finder.like('xipx')).toEqual([]);
    const kinds = finder.like('备案');
    expect(kinds).toEqual(expect.arrayContaining(['icp-filing', 'app-filing']));
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('the words for a kind of resource', () => {
    expect(wordsOfResourceKind('hosting')).toEqual([
      'hosting',
      expect.any(String),
      expect.any(String),
      '托管',
      '主机托管',
      '服务器托管',
      'colocation',
    ]);
    expect(wordsOfResourceKind('own-kind')).toEqual(['own-kind', 'own-kind']);
  });
});

describe('the fields of a kind', () => {
  const withFields = licenceKinds.filter(({ fields = [] }) => fields.length > 0);

  test('are asked for where no day says that something came to pass', () => {
    for (const one of withFields) {
      for (const made of fieldsOfKind(one)) {
        expect(made).toMatchObject({
          onlyFor: [one.kind],
          option: false,
          ask: made.shape.type === 'day' ? 'never' : 'if-needed',
          describes: made.title,
        });
      }
    }
    expect(withFields.flatMap(fieldsOfKind).some(({ shape }) => shape.type === 'day')).toBe(true);
  });

  test.each(withFields.flatMap((one) => (one.fields ?? []).map((own) => [one.kind, own.name, own.shape] as const)))(
    '%s.%s has the shape of its declaration',
    (name, key, shape) => {
      const made = fieldsOfKind(kindNamed(name)).find((one) => one.key === key)?.shape;
      const expected = {
        text: { type: 'text' },
        day: { type: 'day' },
        count: { type: 'count', least: 0 },
        choice: { type: 'choice', values: 'values' in shape ? shape.values : [] },
        texts: { type: 'list', item: { type: 'text' } },
        'days-by-quarter': { type: 'mapping', keys: 'quarter', of: { type: 'day' } },
        'days-by-province': { type: 'mapping', keys: 'province', of: { type: 'day' } },
        record: { type: 'record' },
        records: { type: 'list', item: { type: 'record' } },
      }[shape.type];
      expect(made).toMatchObject(expected);
      if ('parts' in shape) {
        const entry =
          made?.type === 'record'
            ? made.entry
            : made?.type === 'list' && made.item.type === 'record'
              ? made.item.entry
              : { fields: {} };
        for (const [part, declared] of Object.entries(shape.parts)) {
          expect(entry.fields[part]).toMatchObject({
            shape: { type: declared.type },
            presence: declared.required ? 'required' : 'optional',
            example: declared.type === 'day' ? '2026-06-01' : '180',
            title: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/u) },
          });
        }
      }
    },
  );

  test('come behind those of every service, and stand among those of the paper', () => {
    const [one] = withFields;
    if (one === undefined) throw new Error('no kind has fields');
    const own = fieldsOfKind(one).map(({ key }) => key);
    const keys = fieldsOfService(one).map(({ key }) => key);
    expect(keys.slice(-own.length)).toEqual(own);
    expect(keys.slice(0, -own.length)).toEqual(fieldsOfService(undefined).map(({ key }) => key));
    const paper = fieldsOfPaper([one]).map(({ key }) => key);
    expect(paper.slice(0, 8)).toEqual(['id', 'kind', 'number', 'scope', 'issued', 'expires', 'services', 'opened']);
    expect(paper.slice(8, 8 + own.length)).toEqual(own);
    expect(paper[8 + own.length]).toBe('renewal');
    expect(fieldsOfPaper().map(({ key }) => key)).toEqual(paper.filter((key) => !own.includes(key)));
  });
});

describe('what is made of a field', () => {
  test.each([
    [field('aB', { ...NONE, shape: text() }), { name: '--a-b', value: '<TEXT>', isList: false }],
    [field('a', { ...NONE, shape: text(), option: 'X' }), { name: '--a', value: '<X>', isList: false }],
    [field('a', { ...NONE, shape: list(text()) }), { name: '--a', value: '<TEXT>', isList: true }],
    [field('a', { ...NONE, shape: yesOrNo() }), { name: '--a', value: undefined, isList: false }],
  ])('%# its option', (one, option) => {
    expect(optionOf(one)).toEqual({ ...option, help: NONE.describes });
  });

  test('none where the command line gives it otherwise, or cannot', () => {
    expect(optionOf(field('a', { ...NONE, shape: yesOrNo(), option: false }))).toBeUndefined();
    expect(optionOf(field('a', { ...NONE, shape: list(yesOrNo()) }))).toBeUndefined();
  });

  test('each option once', () => {
    const keys = OPTION_FIELDS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(OPTION_FIELDS.every((one) => optionOf(one) !== undefined)).toBe(true);
  });

  test('its row and its sentence', () => {
    expect(rowLabel(field('a', { ...NONE, title: { zh: '甲', en: 'Valid to' }, shape: text() }))).toEqual({
      zh: '甲',
      en: 'valid to',
    });
    for (const en of ['IP address', 'A b', 'SHA-256']) {
      expect(rowLabel(field('a', { ...NONE, title: { zh: '甲', en }, shape: text() })).en).toBe(en);
    }
    expect(sentence({ zh: '一', en: '' })).toEqual({ zh: '一。', en: '.' });
  });
});
