import { describe, expect, test } from 'vitest';

import { isPersonNamed, personOf } from '../../src/domain/person.ts';

describe('one person, however the name is written', () => {
  test.each([
    '李强',
    ' 李 强 ',
    '李　强',
    '李强 13800000001',
    '李强13800000001',
    '李强 138-0000-0001',
    '李强 138 0000 0001',
    '李强 +86 13800000001',
    '李强（13800000001）',
    '李强(010-88886666转8001)',
    '李强 (010) 88886666',
    '李强，电话：13800000001',
    '李强 联系电话: １３８００００００００１',
    '13800000001 李强',
    '李强 <liqiang@example.com>',
    '李强 li.qiang@example.com',
    '李强/13800000001/liqiang@example.com',
    '李强（手机13800000001，邮箱liqiang@example.com）',
    '李强 Tel. 13800000001',
  ])('%s', (owner) => {
    expect(personOf(owner)).toBe('李强');
  });

  test.each([
    ['Li Qiang', 'ＬＩ ｑｉａｎｇ 13800000001'],
    ['网络部（北京）', '网络部 (北京) 010-88886666'],
    ['运维1组', '运维 1组'],
  ])('%s is %s', (one, other) => {
    expect(personOf(other)).toBe(personOf(one));
  });

  test.each([
    ['李强', '李强强'],
    ['网络部（北京）', '网络部（上海）'],
    ['运维1组', '运维2组'],
    ['13800000001', '13800000002'],
    ['a@example.com', 'b@example.com'],
    ['李强 工号 00123', '李强 工号 00124'],
    ['张三、李四', '张三'],
  ])('%s is not %s', (one, other) => {
    expect(personOf(other)).not.toBe(personOf(one));
  });

  test('a text of signs alone, or of hundred thousand, is taken as it stands', () => {
    expect(personOf(' -- ')).toBe('--');
    const long = 'a'.repeat(100_000);
    expect(personOf(`${long}1`)).toBe(`${long}1`);
    expect(personOf(`1${' -'.repeat(50_000)}`)).toHaveLength(1);
  });
});

test.each([
  { named: '李强', owner: '李强（网络部）13800000001', is: true },
  { named: '李强 13800000001', owner: '李强', is: true },
  { named: '李强（网络部）', owner: '李强（网络部）', is: true },
  { named: '李强（网络部）', owner: '李强（法务部）', is: false },
  { named: '李强（网络部）', owner: '李强', is: false },
  { named: '李强', owner: '李强强', is: false },
  { named: '李强', owner: '王五、李强（网络部、北京）', is: true },
  { named: '李强', owner: '王五 13800000001；李强 13800000002', is: true },
  { named: '北京', owner: '网络部（上海、北京）', is: false },
  { named: '李强、王五', owner: '李强', is: false },
  { named: '李强', owner: undefined, is: false },
])('whoever asks for $named means $owner: $is', ({ named, owner, is }) => {
  expect(isPersonNamed(['张三', named])(owner)).toBe(is);
});
