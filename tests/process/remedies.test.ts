/** A file that cannot be read: each remedy is followed to the letter, on a copy. It helps, and nothing is lost. */
import { execFile, spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { checkReportSchema } from '../../src/schema/check-report-schema.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

const LEDGER = `version: 1
company: { name: 示例云网科技有限公司, established: 2026-01-05, paidIn: { done: 2026-01-05 } }
resources:
  - id: line
    kind: leased-line
    title: 北京亦庄专线接入协议
    provider: 中国电信股份有限公司北京分公司
    expires: 2999-12-31
  - id: domain
    kind: domain
    title: 示例.中国
    expires: never
`;

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();

function gbk(text: string): Buffer {
  return spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: text }).stdout;
}

const ENCODED = [
  ['GBK', gbk(LEDGER)],
  ['GBK with line ends of Windows', gbk(LEDGER.replaceAll('\n', '\r\n'))],
  ['UTF-16 little-endian with BOM', utf16le(`\uFEFF${LEDGER}`)],
  ['UTF-16 big-endian with BOM', utf16be(`\uFEFF${LEDGER}`)],
  ['UTF-16 little-endian', utf16le(LEDGER)],
  ['UTF-16 big-endian', utf16be(LEDGER)],
] as const;

const NAMES = [
  'ledger.yaml',
  '甲 公司/台账 一.ledger.yaml',
  "it's $(touch x) & `y`/ledger.yaml",
  '-f.ledger.yaml',
] as const;

/** The ledger beside nothing else, in bytes. */
async function folderWith(name: string, content: Uint8Array): Promise<string> {
  const folder = await temporaryFolder({ [name]: '' });
  await writeFile(path.join(folder, name), content);
  return folder;
}

async function findingsIn(cwd: string): Promise<ReturnType<typeof checkReportSchema.parse>['findings']> {
  const { stdout } = await runProgram(['check', '.', '--format', 'json'], { cwd });
  return checkReportSchema.parse(JSON.parse(stdout)).findings;
}

test.each([
  ...ENCODED.map(([encoding, encoded]) => [encoding, NAMES[1], encoded] as const),
  ...NAMES.map((name) => [ENCODED[0][0], name, ENCODED[0][1]] as const),
])('%s: the command that is printed makes UTF-8 of %s', async (_, name, encoded) => {
  const cwd = await folderWith(name, encoded);
  const text = await runProgram(['check', '.', '--lang', 'zh'], { cwd });
  expect(text.code).toBe(3);
  const [, line = ''] = /^ +命令 +(.+)$/mu.exec(text.stdout) ?? [];
  const { stderr } = await run('bash', ['-ec', line], { cwd });
  expect(stderr).toBe('');
  expect((await readFile(path.join(cwd, name), 'utf8')).replaceAll('\r\n', '\n')).toBe(LEDGER);
  expect((await readdir(cwd, { recursive: true })).filter((one) => one.endsWith('.utf8') || one === 'x')).toEqual([]);
  expect((await findingsIn(cwd)).filter(({ rule }) => rule.startsWith('yaml/'))).toEqual([]);
});

test('the same words are in JSON, and run without a shell around them', async () => {
  const cwd = await folderWith('甲 乙.ledger.yaml', ENCODED[0][1]);
  const [finding] = await findingsIn(cwd);
  const [program = '', ...words] = finding?.fix?.command ?? [];
  await run(program, words, { cwd });
  expect(await readFile(path.join(cwd, '甲 乙.ledger.yaml'), 'utf8')).toBe(LEDGER);
});

test('where it cannot be converted the file stays as it is', async () => {
  const broken = Buffer.concat([utf16le(`\uFEFF${LEDGER}`), Buffer.from([0x41])]);
  const cwd = await folderWith('ledger.yaml', broken);
  const [program = '', ...words] = (await findingsIn(cwd))[0]?.fix?.command ?? [];
  await expect(run(program, words, { cwd })).rejects.toThrow('iconv');
  expect(await readFile(path.join(cwd, 'ledger.yaml'))).toEqual(broken);
});

test.each<readonly [string, (text: string) => string]>([
  ['one line', (text) => text.replace('    kind', '\tkind')],
  [
    'behind a space, with line ends of Windows',
    (text) => text.replace('    title', ' \ttitle').replaceAll('\n', '\r\n'),
  ],
  ['every line', (text) => text.replaceAll(/^( {2})+/gmu, (spaces) => '\t'.repeat(spaces.length / 2))],
])('tabs as indentation, %s: one finding, whose command gives back the ledger', async (_, spoilt) => {
  const cwd = await folderWith(NAMES[2], Buffer.from(spoilt(LEDGER)));
  const [finding, ...others] = await findingsIn(cwd);
  expect(others).toEqual([]);
  const { stdout } = await runProgram(['check', '.', '--lang', 'zh'], { cwd });
  const [, line = ''] = /^ +命令 +(.+)$/mu.exec(stdout) ?? [];
  await run('bash', ['-ec', line], { cwd });
  expect(finding?.rule).toBe('yaml/syntax');
  expect((await findingsIn(cwd)).filter(({ rule }) => rule.startsWith('yaml/'))).toEqual([]);
  const { stdout: listed } = await runProgram(['list', '.', '--format', 'csv'], { cwd });
  expect(listed).toContain('中国电信股份有限公司北京分公司');
});

test('where tabs can mean two things, or stand in a text, no command is printed', async () => {
  const evidence = LEDGER.replace('    expires: never\n', '    evidence:\n\t- { path: a }\n');
  for (const text of [evidence, LEDGER.replace('    kind', '\tkind').concat('    notes: |\n      \ta\n')]) {
    const [finding, ...others] = await findingsIn(await folderWith('ledger.yaml', Buffer.from(text)));
    expect([finding?.fix, others]).toEqual([undefined, []]);
    expect(finding?.remedy).toContain('align the line with the others of that level');
  }
});

const CONFLICT = LEDGER.replace(
  '    expires: 2999-12-31\n',
  `<<<<<<< HEAD
    expires: 2999-12-31
||||||| 1a2b3c4
    expires: 2026-12-31
=======
    expires: 2998-12-31
>>>>>>> renewal
`,
).concat(`<<<<<<< HEAD
  - id: ours
    kind: domain
    expires: never
=======
  - id: theirs
    kind: domain
    expires: never
>>>>>>> renewal
`);

interface Followed {
  readonly rule: string;
  readonly text: string;
  /** What the message must name. */
  readonly says: RegExp;
  /** The words of the remedy that are followed. */
  readonly remedy: RegExp;
  readonly follow: (text: string) => string;
  readonly ids: readonly string[];
}

const ALL = ['domain', 'line'];
const BOMB = ['b', 'c', 'd', 'e', 'f', 'g'].map(
  (name, at) => `x-${name}: &${name} [${`*${'abcdef'[at]}, `.repeat(10)}]\n`,
);

test.each<Followed>([
  {
    rule: 'yaml/merge-conflict',
    text: CONFLICT,
    says: /第8至14行、第19至27行/u,
    remedy: /同一条目的改动只留一边，两边新增的条目都留下.*删去标记行/u,
    follow: (text) => text.replace(/^\|{7}[\s\S]*?^>{7}.*\n/mu, '').replaceAll(/^[<=>|]{7}.*\n/gmu, ''),
    ids: [...ALL, 'ours', 'theirs'],
  },
  ...['\u3000\u3000', '\u00A0\u00A0\u00A0\u00A0', ' \u2003 \u202F'].map((spaces): Followed => ({
    rule: 'yaml/indentation',
    text: LEDGER.replaceAll('    kind', `${spaces}kind`),
    says: /第5行、第10行的缩进.*U\+(?:3000|00A0|2003, U\+202F)/u,
    remedy: /U\+3000换成两个，其他的换成一个/u,
    follow: (text) => text.replaceAll('\u3000', '  ').replaceAll(/[\u00A0\u2003\u202F]/gu, ' '),
    ids: ALL,
  })),
  {
    rule: 'yaml/duplicate-key',
    text: LEDGER.replace('    expires: never\n', '    expires: never\n    expires: 2027-01-01\n'),
    says: /键expires重复，第12行已经写过/u,
    remedy: /留下正确的一处，删去另一处/u,
    follow: (text) => text.replace('    expires: 2027-01-01\n', ''),
    ids: ALL,
  },
  {
    rule: 'yaml/multiple-documents',
    text: `${LEDGER}---\n${LEDGER.replace('id: line', 'id: other').replace('id: domain', 'id: another')}`,
    says: /第二个YAML文档（文件中共2个）/u,
    remedy: /把各列表的条目并到第一个文档中/u,
    follow: (text) => text.replace(/^---\n[\s\S]*?^resources:\n/mu, ''),
    ids: ['another', ...ALL, 'other'],
  },
  {
    rule: 'yaml/alias-limit',
    text: `x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n${BOMB.join('')}${LEDGER}`,
    says: /超过1000000项/u,
    remedy: /不需要的，连同锚点一起删去/u,
    follow: (text) => text.replaceAll(/^x-.*\n/gmu, ''),
    ids: ALL,
  },
  {
    rule: 'yaml/alias-limit',
    text: LEDGER.concat('    serves: &all [*all]\n'),
    says: /别名\*all引用了它自己/u,
    remedy: /删去`\*all`/u,
    follow: (text) => text.replace('*all', ''),
    ids: ALL,
  },
])('$rule: $says', async ({ rule, text, says, remedy, follow, ids }) => {
  const cwd = await temporaryFolder({ 'ledger.yaml': text });
  const { stdout } = await runProgram(['check', '--format', 'json', '--lang', 'zh'], { cwd });
  const [finding] = checkReportSchema.parse(JSON.parse(stdout)).findings;
  expect(finding).toMatchObject({ rule, message: expect.stringMatching(says), remedy: expect.stringMatching(remedy) });
  await writeFile(path.join(cwd, 'ledger.yaml'), follow(text));
  const listed = await runProgram(['list', '--format', 'json'], { cwd });
  expect(listed.code).toBe(0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program
  const { entries } = JSON.parse(listed.stdout) as { readonly entries: readonly { readonly id: string }[] };
  expect(entries.map(({ id }) => id).toSorted()).toEqual(ids);
});

test.each(['2', '7', '"2"'])('version: %s asks for a newer program, and never for a lower number', async (version) => {
  const cwd = await temporaryFolder({ 'ledger.yaml': LEDGER.replace('version: 1', `version: ${version}`) });
  const findings = await findingsIn(cwd);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    rule: 'schema/version',
    remedy: expect.stringContaining('Do not lower the number'),
  });
  expect(findings[0]?.remedy).toContain('`npm install --save-exact licence-ledger@latest`');
  for (const writer of [
    ['check', '--fix'],
    ['add', 'domain', '--title', 'a', '--expires', 'never'],
  ]) {
    expect(await runProgram([...writer, '--yes'], { cwd })).toMatchObject({ code: 3 });
  }
  expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toContain(`version: ${version}\n`);
});

test.each([
  ['BOM and line ends of Windows', `\uFEFF${LEDGER.replaceAll('\n', '\r\n')}`],
  ['line ends of old Macs', LEDGER.replaceAll('\n', '\r')],
])('%s are no mistake', async (_, text) => {
  const cwd = await temporaryFolder({ 'ledger.yaml': text });
  expect(await runProgram(['check', '--fail-on', 'error'], { cwd })).toMatchObject({ code: 0 });
});
