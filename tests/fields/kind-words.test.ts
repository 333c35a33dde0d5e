import { describe, expect, test } from 'vitest';

import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';
import { type KindFinder, kindFinder, wordsOfLicenceKind, wordsOfResourceKind } from '../../src/fields/kind-words.ts';
import { licenceKinds } from '../../src/licences/index.ts';

/** Made anew for each test, so that nothing of it is older than the test. */
const finder = (): KindFinder => kindFinder(licenceKinds);

describe('one word', () => {
  test.each([
    ['isp', 'isp'],
    ['ISP 许可证', 'isp'],
    ['互联网接入', 'isp'],
    ['互联网接入服务业务', 'isp'],
    ['b14', 'isp'],
    ['国内呼叫中心业务', 'call-centre'],
    ['互联网数据中心业务（不含机房建设）', 'idc'],
    ['专线', 'leased-line'],
    ['Leased Line', 'leased-line'],
    ['域名注册', 'domain'],
    ['等保测评', 'mlps-report'],
    ['CDN licence', 'cdn'],
    ['domain name', 'domain'],
  ])('%s is %s', (word, kind) => {
    expect(finder().named(word)?.kind).toBe(kind);
  });

  test.each(['', '合同', 'constructor', '__proto__', '办公用品'])('%s is none', (word) => {
    expect(finder().named(word)).toBeUndefined();
  });
});

describe('one cell', () => {
  test.each([
    ['互联网数据中心业务、互联网接入服务业务', ['idc', 'isp']],
    ['IDC/ISP', ['idc', 'isp']],
    ['互联网接入服务业务', ['isp']],
    ['专线；、 ；域名', ['leased-line', 'domain']],
    ['互联网数据中心业务和互联网接入服务业务', ['idc', 'isp']],
    ['互联网数据中心业务、养猪', undefined],
    ['', undefined],
  ])('%s', (cell, kinds) => {
    expect(
      finder()
        .allNamed(cell)
        ?.map(({ kind }) => kind),
    ).toEqual(kinds);
  });
});

test.each([
  ['评测', 'system-evaluation'],
  ['短消息类服务接入代码 10690321', 'number-106'],
  ['办公', 'site-lease'],
  ['信息安全评测', 'system-evaluation'],
  ['评测信息安全', undefined],
  ['信安评', undefined],
  ['ssl书', undefined],
  ['crispy bacon', undefined],
  ['养猪', undefined],
  ['', undefined],
])('a word that is none, %s, is like %s', (word, kind) => {
  expect(finder().like(word)[0]).toBe(kind);
});

test('every name that the program prints is read back', () => {
  const { named } = finder();
  for (const one of licenceKinds) {
    for (const word of wordsOfLicenceKind(one, licenceKinds))
      expect([word, named(word)?.kind]).toEqual([word, one.kind]);
  }
  for (const kind of Object.keys(RESOURCE_KINDS)) {
    for (const word of wordsOfResourceKind(kind)) expect([word, named(word)?.kind]).toEqual([word, kind]);
  }
});

test('no kind of resource is called otherwise than it is', () => {
  expect(wordsOfResourceKind('constructor')).toEqual(['constructor', 'constructor']);
});
