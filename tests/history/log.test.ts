/** `ledger log` in real repositories: what happened, who did it, and when. */
import { describe, expect, test } from 'vitest';

import { cloneOf, type TestRepository, testRepository } from '../support/git-repository.ts';
import { runInRepository } from '../support/run-in-repository.ts';

interface Contract {
  readonly expires: string;
  readonly more?: string;
}

/** Contracts by id, in the order given. */
function ledger(contracts: Readonly<Record<string, string | Contract>>, more = ''): string {
  const lines = Object.entries(contracts).map(([id, said]) => {
    const { expires, more: rest = '' } = typeof said === 'string' ? { expires: said } : said;
    return `  - id: ${id}\n    kind: leased-line\n    expires: ${expires}\n${rest}`;
  });
  return `version: 1\ncompany:\n  name: 示例公司\nresources:\n${lines.join('')}${more}`;
}

interface Event {
  readonly day: string;
  readonly author: string;
  readonly commit: string;
  readonly entry: string;
  readonly what: string;
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly extension?: number;
  readonly newEvidence?: boolean;
  readonly message: string;
}

async function eventsOf(repository: TestRepository, ...argv: readonly string[]): Promise<readonly Event[]> {
  const { code, stdout, stderr } = await runInRepository(['log', ...argv, '--format', 'json'], repository);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a program would read
  const document = JSON.parse(stdout) as { readonly schema: string; readonly events: readonly Event[] };
  expect(document.schema).toBe('ledger/log@1');
  return document.events;
}

/** `DAY AUTHOR ENTRY WHAT FIELD`, without the beginnings of the file itself. */
function told(events: readonly Event[]): readonly string[] {
  return events
    .filter(({ entry }) => !['ledger', 'company'].includes(entry))
    .map(({ day, author, entry, what, field }) =>
      [day, author, entry, what, field].filter((part) => part !== undefined).join(' '),
    );
}

test('tells each change with its day, author and commit, the newest first', async () => {
  const repository = await testRepository({ 'ledger.yaml': ledger({ a: '2026-12-31' }) });
  const commit = repository.commit(
    { 'ledger.yaml': ledger({ a: '2027-12-31', b: '2026-06-30' }) },
    { at: '2026-02-03T23:30:00Z', author: '李四' },
  );
  const events = await eventsOf(repository);
  expect(told(events)).toEqual([
    '2026-02-04 李四 b added',
    '2026-02-04 李四 a changed expires',
    '2026-01-05 张三 a added',
  ]);
  expect(events[1]).toMatchObject({
    commit,
    before: '2026-12-31',
    after: '2027-12-31',
    extension: 1,
    newEvidence: false,
  });
  expect(events[1]?.message).toBe(
    'expires: 2026-12-31 → 2027-12-31 (12 months longer, 1st extension, without new evidence)',
  );
});

const evidence = (hash: string): string =>
  `    evidence:\n      - path: paper.pdf\n        sha256: ${hash.repeat(32)}\n`;
const waiver = (until: string): string =>
  `waivers:\n  - rule: resource/expiry\n    entry: a\n    from: 2026-01-01\n    until: ${until}\n    reason: 验收中\n    approvedBy: 张三\n`;

describe('what was pushed out', () => {
  test('is counted, with or without new evidence', async () => {
    const repository = await testRepository({
      'ledger.yaml': ledger({ a: { expires: '2026-12-31', more: evidence('ab') } }),
    });
    repository.commit({ 'ledger.yaml': ledger({ a: { expires: '2027-12-31', more: evidence('ab') } }) });
    repository.commit({ 'ledger.yaml': ledger({ a: { expires: '2027-06-30', more: evidence('ab') } }) });
    repository.commit({ 'ledger.yaml': ledger({ a: { expires: 'never', more: evidence('cd') } }) });
    const events = await eventsOf(repository, '--extended');
    expect(events.map(({ after, extension, newEvidence }) => [after, extension, newEvidence])).toEqual([
      ['never', 2, true],
      ['2027-12-31', 1, false],
    ]);
  });

  test('waivers too, also where one was taken out and came back', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger({ a: '2026-12-31' }, waiver('2026-02-28')) });
    repository.commit({ 'ledger.yaml': ledger({ a: '2026-12-31' }, waiver('2026-03-31')) });
    repository.commit({ 'ledger.yaml': ledger({ a: '2026-12-31' }) });
    repository.commit({ 'ledger.yaml': ledger({ a: '2026-12-31' }, waiver('2026-05-31')) });
    const { stdout } = await runInRepository(['log', '--extended', '--lang', 'zh'], repository);
    expect(stdout).toContain('a resource/expiry   延长2次');
    expect(stdout).toContain('（第2次延长）');
    expect(stdout).toContain('2026-02-28 → 2026-03-31（延长1个');
  });
});

describe('through', () => {
  const base = { a: '2026-12-31', b: '2026-12-31', c: '2026-12-31' };

  test('a merge, where each change is told once, by who made it', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base) });
    repository.git('checkout', '-q', '-b', 'one');
    repository.commit(
      { 'ledger.yaml': ledger({ ...base, a: '2027-12-31' }) },
      { author: '李四', at: '2026-02-01T09:00:00+08:00' },
    );
    repository.git('checkout', '-q', 'main');
    repository.commit(
      { 'ledger.yaml': ledger({ ...base, c: '2027-12-31' }) },
      { author: '王五', at: '2026-02-02T09:00:00+08:00' },
    );
    repository.git('merge', '-q', '--no-edit', 'one');
    expect(told(await eventsOf(repository)).slice(0, 2)).toEqual([
      '2026-02-02 王五 c changed expires',
      '2026-02-01 李四 a changed expires',
    ]);
  });

  test('a merge that says what no branch did', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base) });
    repository.git('checkout', '-q', '-b', 'one');
    repository.commit({ 'ledger.yaml': ledger({ ...base, a: '2027-12-31' }) });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'ledger.yaml': ledger({ ...base, a: '2028-12-31' }) });
    expect(() => repository.git('merge', '-q', 'one')).toThrow('merge');
    repository.commit(
      { 'ledger.yaml': ledger({ ...base, a: '2029-12-31' }) },
      { author: '赵六', at: '2026-03-01T09:00:00+08:00' },
    );
    expect(told(await eventsOf(repository))[0]).toBe('2026-03-01 赵六 a changed expires');
  });

  test('a merge of three, and the same change on two branches', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base), 'notes.txt': '' });
    for (const [name, contracts] of [
      ['one', { ...base, a: '2027-12-31' }],
      ['two', { ...base, a: '2027-12-31' }],
      ['three', base],
    ] as const) {
      repository.git('checkout', '-q', '-b', name, 'main');
      repository.commit({ 'ledger.yaml': ledger(contracts), [`${name}.txt`]: name });
    }
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-edit', 'one', 'two', 'three');
    const events = await eventsOf(repository, 'a');
    expect(events.map(({ what, extension }) => [what, extension])).toEqual([
      ['changed', 1],
      ['added', undefined],
    ]);
  });

  test('other names of the file, with changes on a branch that did not know of them', async () => {
    const repository = await testRepository({ '旧 名/ledger.yaml': ledger(base) });
    repository.git('checkout', '-q', '-b', 'one');
    repository.commit(
      { '旧 名/ledger.yaml': ledger({ ...base, a: '2027-12-31' }) },
      { author: '李四', at: '2026-02-01T09:00:00+08:00' },
    );
    repository.git('checkout', '-q', 'main');
    repository.git('mv', '旧 名', '新 名');
    repository.commit();
    repository.git('merge', '-q', '--no-edit', 'one');
    // Another company takes the old name.
    repository.commit({ '旧 名/ledger.yaml': ledger({ z: '2030-01-01' }) });
    repository.commit({ '旧 名/ledger.yaml': ledger({ z: '2031-01-01' }) });
    const events = await eventsOf(repository, '--file', '新 名/ledger.yaml');
    expect(told(events)).toEqual([
      '2026-02-01 李四 a changed expires',
      '2026-01-05 张三 c added',
      '2026-01-05 张三 b added',
      '2026-01-05 张三 a added',
    ]);
  });

  test('a rebase, which keeps day and author', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base) });
    repository.git('checkout', '-q', '-b', 'one');
    repository.commit(
      { 'ledger.yaml': ledger({ ...base, a: '2027-12-31' }) },
      { author: '李四', at: '2026-02-01T09:00:00+08:00' },
    );
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'notes.txt': 'x' }, { at: '2026-03-01T09:00:00+08:00' });
    repository.git('checkout', '-q', 'one');
    repository.git('rebase', '-q', 'main');
    expect(told(await eventsOf(repository))[0]).toBe('2026-02-01 李四 a changed expires');
  });

  test('the line ends of Windows', async () => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base) });
    repository.commit({ 'ledger.yaml': ledger(base).replaceAll('\n', '\r\n') });
    repository.commit({ 'ledger.yaml': ledger({ ...base, b: '2027-12-31' }).replaceAll('\n', '\r\n') });
    expect(told(await eventsOf(repository))).toHaveLength(4);
  });

  test.each([
    ['not valid YAML', `${ledger(base)}broken: [\n`, 'no YAML'],
    ['no ledger', ledger({ ...base, a: '2026/12/31' }), 'no ledger'],
  ])('a time when it was %s, which is said', async (_, broken) => {
    const repository = await testRepository({ 'ledger.yaml': ledger(base) });
    repository.commit({ 'ledger.yaml': broken }, { author: '李四', at: '2026-02-01T09:00:00+08:00' });
    repository.commit({ 'ledger.yaml': `${broken}# more\n` }, { at: '2026-02-02T09:00:00+08:00' });
    repository.commit({ 'ledger.yaml': ledger({ ...base, a: '2027-12-31' }) }, { at: '2026-02-03T09:00:00+08:00' });
    const events = await eventsOf(repository);
    const states = events.filter(({ what }) => what === 'invalid' || what === 'valid');
    expect(states.map(({ day, author, what }) => `${day} ${author} ${what}`)).toEqual([
      '2026-02-03 张三 valid',
      '2026-02-01 李四 invalid',
    ]);
    expect(events.find(({ entry, day }) => entry === 'a' && day === '2026-02-03')).toMatchObject({
      after: '2027-12-31',
    });
    expect((await eventsOf(repository, 'a')).map(({ what }) => what)).toContain('invalid');
  });

  test('another id of an entry, with what refers to it', async () => {
    const follower = { expires: '2028-12-31', more: '    follows: a\n' };
    const renamed = { expires: '2028-12-31', more: '    follows: line-2026\n' };
    const repository = await testRepository({ 'ledger.yaml': ledger({ a: '2026-06-30', next: follower }) });
    repository.commit({ 'ledger.yaml': ledger({ a: '2026-12-31', next: follower }) });
    repository.commit({ 'ledger.yaml': ledger({ 'line-2026': '2026-12-31', next: renamed }) });
    repository.commit({ 'ledger.yaml': ledger({ 'line-2026': '2027-12-31', next: renamed }) });
    const events = await eventsOf(repository, 'line-2026');
    expect(events.map(({ entry, what, field, extension }) => [entry, what, field, extension])).toEqual([
      ['line-2026', 'changed', 'expires', 2],
      ['line-2026', 'changed', 'id', undefined],
      ['a', 'changed', 'expires', 1],
      ['a', 'added', undefined, undefined],
    ]);
    expect(told(await eventsOf(repository))).toHaveLength(5);
  });

  test('a paper in the short form that gets a second service', async () => {
    const short = 'licences:\n  - id: telecom\n    kind: isp\n    scope: national\n    expires: 2027-03-14\n';
    const long =
      'licences:\n  - id: telecom\n    expires: 2027-03-14\n    services:\n      - { kind: isp, scope: national }\n      - { kind: idc, scope: national }\n';
    const repository = await testRepository({ 'ledger.yaml': ledger({ a: '2026-12-31' }, short) });
    repository.commit({ 'ledger.yaml': ledger({ a: '2026-12-31' }, long) });
    expect(told(await eventsOf(repository, 'telecom'))).toEqual([
      '2026-01-05 张三 telecom/idc added',
      '2026-01-05 张三 telecom added',
    ]);
  });
});

test('a licence is known by its number, of which it has the life under its id', async () => {
  const paper = 'licences:\n  - { id: isp, kind: isp, number: 京A2.B1-2022, expires: 2027-03-14 }\n';
  const repository = await testRepository({ 'ledger.yaml': ledger({ a: '2026-12-31' }, paper) });
  expect(told(await eventsOf(repository, '京A2.B1-2022'))).toEqual(['2026-01-05 张三 isp added']);
});

test('an entry that never was is refused, and one that is gone is told', async () => {
  const repository = await testRepository({ 'ledger.yaml': ledger({ alpha: '2026-12-31', b: '2026-12-31' }) });
  repository.commit({ 'ledger.yaml': ledger({ b: '2026-12-31' }) });
  expect(told(await eventsOf(repository, 'alpha'))).toEqual([
    '2026-01-05 张三 alpha removed',
    '2026-01-05 张三 alpha added',
  ]);
  const { code, stderr } = await runInRepository(['log', 'alpah'], repository);
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean `alpha`?');
});

test('a clone that is too shallow to tell says which command helps', async () => {
  const origin = await testRepository({ 'ledger.yaml': ledger({ a: '2026-12-31' }) });
  origin.commit({ 'ledger.yaml': ledger({ a: '2027-12-31' }) });
  const clone = await cloneOf(origin, '--depth=1');
  const { code, stdout, stderr } = await runInRepository(['log'], clone);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('`git fetch --unshallow origin`');
  clone.git('fetch', '--quiet', '--unshallow', 'origin');
  expect(told(await eventsOf(clone))).toHaveLength(2);
});
