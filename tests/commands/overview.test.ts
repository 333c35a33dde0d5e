import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../src/reporters/writing/display-width.ts';
import { type MemoryEntry, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { AS_OF, CLEAN, EXPIRED, EXPIRING, NO_YAML } from '../support/sample-ledgers.ts';

type Files = Readonly<Record<string, MemoryEntry>>;

const renamed = (text: string, company: string): string =>
  text.replace(/(?<=name: )[^,}\n]+/u, () => JSON.stringify(company));

const COMPANIES: Files = {
  'a/ledger.yaml': renamed(CLEAN, '甲公司'),
  'b/ledger.yaml': renamed(EXPIRED, '乙公司'),
  'c/ledger.yaml': renamed(EXPIRING, '丙公司'),
};

async function overview(argv: readonly string[], files: Files, terminal?: number): Promise<MemoryRun> {
  return runInMemory(['overview', ...argv, '--lang', 'en'], {
    files,
    env: { NO_COLOR: '1' },
    ...(terminal === undefined ? {} : { terminal }),
  });
}

interface Row {
  readonly file: string;
  readonly report?: string;
  readonly company?: string;
  readonly verdict: string;
  readonly asOf?: string;
  readonly extends?: string;
}

function rowsIn({ stdout }: MemoryRun): readonly Row[] {
  const { companies }: { readonly companies: readonly Row[] } = JSON.parse(stdout);
  return companies;
}

const named = (rows: readonly Row[]): readonly (string | undefined)[] => rows.map(({ company }) => company);

/** The companies of a page, in the order of its rows. */
const shownIn = ({ stdout }: MemoryRun): readonly string[] =>
  [...stdout.matchAll(/<tr[\s\S]*?<\/tr>/gu)].flatMap(([row]) => /[甲乙丙]公司/u.exec(row) ?? []);

/** The report of a check, as a job writes it. */
async function reportOf(files: Files, argv: readonly string[] = AS_OF): Promise<string> {
  return (await runInMemory(['check', '.', '--format', 'json', ...argv], { files })).stdout;
}

describe('ledgers', () => {
  test('a row for each, the worst first, and 0 whatever was found', async () => {
    const run = await overview(['.', ...AS_OF, '--format', 'json'], COMPANIES);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(rowsIn(run).map(({ company, verdict }) => [company, verdict])).toEqual([
      ['乙公司', 'fail'],
      ['丙公司', 'fail'],
      ['甲公司', 'pass'],
    ]);
  });

  test('one that is none has a row without a verdict before all others, and the run ends in 3', async () => {
    const run = await overview(['.', ...AS_OF, '--format', 'json'], { ...COMPANIES, 'z.ledger.yaml': NO_YAML });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('z.ledger.yaml: not a valid ledger');
    expect(rowsIn(run).map(({ file, verdict }) => [file, verdict])[0]).toEqual(['z.ledger.yaml', 'none']);
  });

  test('one that cannot be opened is told, and the others are listed', async () => {
    const refused = { kind: 'file', refuses: 'EACCES' } as const;
    const run = await overview(['.', ...AS_OF, '--format', 'json'], { ...COMPANIES, 'z.ledger.yaml': refused });
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('z.ledger.yaml: ') });
    expect(rowsIn(run)).toHaveLength(3);
  });

  test('none at all is no table', async () => {
    expect(await overview(['nowhere.yaml'], COMPANIES)).toMatchObject({ code: 3, stdout: '' });
  });

  test('what they share is told', async () => {
    const files = {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'group/policy.yaml': 'policy: { warnWithin: 30 }\n',
      'group/a/ledger.yaml': `extends: ../policy.yaml\n${renamed(CLEAN, '甲公司')}`,
    };
    const argv = ['group', ...AS_OF];
    expect(rowsIn(await overview([...argv, '--format', 'json'], files))[0]?.extends).toBe('group/policy.yaml');
    expect((await overview(argv, files)).stdout).toMatch(/Shares .*\n.* group\/policy\.yaml /u);
    expect((await overview([...argv, '--format', 'csv'], files)).stdout).toContain(',group/policy.yaml,');
  });
});

describe('as a web page', () => {
  test('holds the rows of the table, the worst first, and leads nowhere', async () => {
    const run = await overview(['.', ...AS_OF, '--format', 'html'], COMPANIES);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(shownIn(run)).toEqual(['乙公司', '丙公司', '甲公司']);
    expect(run.stdout).not.toMatch(/<a href="(?!#)/u);
  });

  test('joins the reports of other jobs', async () => {
    const files = { 'one.json': await reportOf({ 'ledger.yaml': COMPANIES['a/ledger.yaml'] ?? '' }) };
    const run = await overview(['one.json', ...AS_OF, '--format', 'html'], files);
    expect(run.code).toBe(0);
    expect(shownIn(run)).toEqual(['甲公司']);
    expect(run.stdout).toContain('<code>one.json</code>');
  });
});

describe('the page', () => {
  test.each([60, 80, 120])('keeps to a terminal of %i columns', async (width) => {
    const { stdout } = await overview(['.', ...AS_OF], COMPANIES, width);
    expect(
      stdout
        .split('\n')
        .map(displayWidth)
        .filter((columns) => columns > width),
    ).toEqual([]);
    expect(stdout).toMatch(/✖ {2}failed +乙公司/u);
    expect(stdout).toContain('3 ledgers: 2 failed, 1 passed.');
  });

  test('names the file where it is no ledger, and has no name of a company', async () => {
    expect((await overview(['.', ...AS_OF], { 'ledger.yaml': NO_YAML }, 60)).stdout).toContain(
      '?  no verdict  ledger.yaml',
    );
  });

  test('in Chinese', async () => {
    const { stdout } = await runInMemory(['overview', '.', ...AS_OF, '--lang', 'zh'], { files: COMPANIES });
    expect(stdout).toMatch(/^各公司概览 {3}截至2026-11-21\n/u);
    expect(stdout).toContain('共3份台账：未通过2份、通过1份。');
  });
});

describe('reports of checks', () => {
  test('give the rows that the ledgers give, wherever the jobs ran', async () => {
    const reports: Record<string, string> = {};
    for (const [at, [file, text]] of Object.entries(COMPANIES).entries()) {
      reports[`reports/${at}.json`] = await reportOf({ [file]: text });
    }
    const joined = await overview([...Object.keys(reports), '--format', 'json'], reports);
    expect(joined).toMatchObject({ code: 0, stderr: '' });
    expect(rowsIn(joined)).toMatchObject(rowsIn(await overview(['.', ...AS_OF, '--format', 'json'], COMPANIES)));
    expect(rowsIn(joined).map(({ report }) => report)).toEqual(['reports/1.json', 'reports/2.json', 'reports/0.json']);
  });

  test('stand beside ledgers', async () => {
    const files = { ...COMPANIES, 'one.json': await reportOf({ 'ledger.yaml': renamed(CLEAN, '丁公司') }) };
    const run = await overview(['.', 'one.json', ...AS_OF, '--format', 'json'], files);
    expect(run.code).toBe(0);
    expect(named(rowsIn(run))).toEqual(['乙公司', '丙公司', '丁公司', '甲公司']);
  });

  test.each<[string, (whole: string) => MemoryEntry, string]>([
    ['is cut off', (whole) => whole.slice(0, -20), 'not complete JSON: empty, or cut off'],
    ['is empty', () => '', 'not complete JSON: empty, or cut off'],
    ['is newer', (whole) => whole.replace('check@1', 'check@2'), 'it is a newer report of a check (ledger/check@2)'],
    [
      'is another document',
      (whole) => whole.replace('check@1', 'todo@1'),
      'it is a ledger/todo@1, not a report of a check',
    ],
    ['is of another program', () => '{"name": "left-pad"}', 'it is not a report of a check'],
    ['lacks a key', (whole) => whole.replace('"results"', '"result"'), 'its results is missing or wrong'],
    ['has a day that is none', (whole) => whole.replace(/"asOf": "[^"]+"/u, '"asOf": "2026-02-30"'), 'its asOf is'],
    ['cannot be opened', () => ({ kind: 'file', refuses: 'EACCES' }), 'bad.json: '],
  ])('one that %s is told with its reason, and the others are listed', async (_, spoil, reason) => {
    const whole = await reportOf({ 'ledger.yaml': CLEAN });
    const files = { 'good.json': await reportOf({ 'ledger.yaml': EXPIRED }), 'bad.json': spoil(whole) };
    const run = await overview(['good.json', 'bad.json', '--format', 'json'], files);
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining(`error: bad.json: `) });
    expect(run.stderr).toContain(reason);
    expect(rowsIn(run).map(({ report }) => report)).toEqual(['good.json']);
  });

  test.each([
    ['a part', ['--select', 'resource/expiry']],
    ['all but some', ['--ignore', 'resource/notice']],
    ['an assumption', ['--assume', 'policy.warnWithin=30']],
  ])('one about %s does not tell how ledgers stand', async (_, argv) => {
    const files = { 'part.json': await reportOf({ 'ledger.yaml': EXPIRED }, [...AS_OF, ...argv]) };
    const run = await overview(['part.json'], files);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(`that check was made with \`${argv.join(' ')}\``);
  });

  test('one that could not read all is told, though its ledgers are sound', async () => {
    const whole = await runInMemory(['check', 'ledger.yaml', 'gone.yaml', '--format', 'json', ...AS_OF], {
      files: { 'ledger.yaml': CLEAN },
    });
    const run = await overview(['half.json'], { 'half.json': whole.stdout });
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('could not read some of the given paths') });
    expect(run.stdout).toContain('✔  passed');
  });

  test('one of another day keeps its row with its day, and is told', async () => {
    const files = {
      'new.json': await reportOf({ 'ledger.yaml': renamed(CLEAN, '甲公司') }, ['--as-of', '2026-11-21']),
      'old.json': await reportOf({ 'ledger.yaml': renamed(CLEAN, '乙公司') }, ['--as-of', '2026-11-20']),
    };
    const run = await overview(['new.json', 'old.json', '--format', 'json'], files);
    expect(run).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('old.json: its as-of day is 2026-11-20, not 2026-11-21'),
    });
    expect(rowsIn(run).map(({ company, asOf }) => [company, asOf])).toEqual([
      ['乙公司', '2026-11-20'],
      ['甲公司', undefined],
    ]);
    const asked = await overview(['new.json', 'old.json', '--as-of', '2026-11-20'], files);
    expect(asked.stderr).toContain('new.json: its as-of day is 2026-11-21, not 2026-11-20');
  });

  test('the same ledger twice is listed once, with a word', async () => {
    const whole = await reportOf({ 'ledger.yaml': EXPIRED });
    const run = await overview(['a.json', 'b.json', '--format', 'json'], { 'a.json': whole, 'b.json': whole });
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('note: b.json: ') });
    expect(rowsIn(run).map(({ report }) => report)).toEqual(['a.json']);
  });

  test('of the same ledger on two days the later one counts', async () => {
    const files = {
      'a.json': await reportOf({ 'ledger.yaml': EXPIRED }, ['--as-of', '2026-11-21']),
      'b.json': await reportOf({ 'ledger.yaml': EXPIRED }, ['--as-of', '2026-11-22']),
    };
    for (const order of [
      ['a.json', 'b.json'],
      ['b.json', 'a.json'],
    ]) {
      const run = await overview([...order, '--format', 'json'], files);
      expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('note: a.json: ') });
      expect(rowsIn(run).map(({ report }) => report)).toEqual(['b.json']);
    }
  });

  test('the same ledger twice with different results on one day is an error, and both are listed', async () => {
    const files = {
      'a.json': await reportOf({ 'ledger.yaml': EXPIRED }),
      'b.json': await reportOf({ 'ledger.yaml': EXPIRING }),
    };
    const run = await overview(['a.json', 'b.json', '--format', 'json'], files);
    expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('with a different result; both are listed') });
    expect(rowsIn(run)).toHaveLength(2);
  });
});
