/** Whatever the program prints as the name of something, it reads as well. */
import { expect, test } from 'vitest';

import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';
import { SEVERITY_NAMES, STANDING_NAMES } from '../../src/fields/choices.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { runInMemory } from '../support/memory-io.ts';
import { LEDGER } from '../support/recording-ledger.ts';

/** A name of the official catalogue as people copy it: with either brackets, or without what stands in them. */
const formsOf = (name: string): readonly string[] => [
  name,
  name.replaceAll('(', '（').replaceAll(')', '）'),
  name.replaceAll('（', '(').replaceAll('）', ')'),
  ` ${name} `,
];

const FILES = {
  'ledger.yaml': `version: 1
company: { name: 示例公司 }
licences:
${licenceKinds.map(({ kind }) => `  - { id: l-${kind}, kind: ${kind}, expires: 2031-03-14 }`).join('\n')}
resources:
${Object.keys(RESOURCE_KINDS)
  .map((kind) => `  - { id: r-${kind}, kind: ${kind}, title: a, expires: 2027-12-31 }`)
  .join('\n')}
`,
};

async function listed(argv: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await runInMemory(['list', ...argv, '--format', 'json'], { files: FILES });
  expect(stderr).toBe('');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program
  const { entries } = JSON.parse(stdout) as { readonly entries: readonly { readonly id: string }[] };
  return entries.map(({ id }) => id);
}

test.each([
  ...licenceKinds.map(({ kind, name }) => [`l-${kind}`, [name.zh, name.en]] as const),
  ...Object.entries(RESOURCE_KINDS).map(([kind, { zh, en }]) => [`r-${kind}`, [zh, en]] as const),
])('--kind finds %s by each form of its names %j', async (id, names) => {
  for (const form of names.flatMap(formsOf)) expect([form, await listed(['--kind', form])]).toEqual([form, [id]]);
});

test.each(Object.entries(STANDING_NAMES))('--status finds %s by its names %j', async (standing, { zh, en }) => {
  const files = { 'ledger.yaml': LEDGER };
  const byWord = await runInMemory(['list', '--status', standing], { files });
  expect(byWord).toMatchObject({ stderr: '' });
  for (const name of [zh, en]) {
    expect(await runInMemory(['list', '--status', name], { files })).toMatchObject({ code: 0, stdout: byWord.stdout });
  }
});

test('--status 即将到期 lists what ends soon, and nothing else', async () => {
  const files = { 'ledger.yaml': LEDGER.replace('2026-10-31', '2026-12-31') };
  const { stdout } = await runInMemory(['list', '--status', '即将到期', '--lang', 'zh'], { files });
  expect(stdout).toContain('line-bj-2025');
  expect(stdout).not.toContain('seal');
});

test.each(Object.entries(SEVERITY_NAMES))('--fail-on takes the names of %s, %j', async (severity, { zh, en }) => {
  const files = { 'ledger.yaml': FILES['ledger.yaml'] };
  const { code } = await runInMemory(['check', '--fail-on', severity], { files });
  for (const name of [zh, en])
    expect(await runInMemory(['check', '--fail-on', name], { files })).toMatchObject({ code });
});

test('--fail-on 错误 lets warnings pass, --fail-on 警告 does not', async () => {
  const files = {
    'ledger.yaml':
      'version: 1\ncompany: { name: a }\nresources:\n  - { id: d, kind: domain, title: a, expires: 2026-12-01 }\n',
  };
  expect((await runInMemory(['check', '--fail-on', '错误'], { files })).code).toBe(0);
  expect((await runInMemory(['check', '--fail-on', '警告'], { files })).code).toBe(1);
});

const NUMBERED = `version: 1
company: { name: 示例公司 }
licences:
  - id: paper
    number: A2.B1.B2-20222637
    expires: 2027-03-14
    services: [{ kind: isp, scope: national }, { kind: idc, scope: national }]
resources:
  - { id: line, kind: leased-line, title: a, expires: 2026-10-31, serves: [paper] }
`;

test.each([
  ['list', '--licence', 'ID'],
  ['list', '--licence', 'ID/idc'],
  ['check', '--licence', 'ID'],
  ['status', 'ID'],
  ['status', '--assume', 'ID.expires=2029-03-14'],
  ['check', '--assume', 'ID/idc.scope=[北京]'],
  ['horizon', '--assume', 'ID/idc=gone'],
  ['todo', '--assume', 'ID=gone'],
  ['show', 'ID'],
  ['renew', 'ID', '--expires', '2032-03-14', '--dry-run'],
  ['record', 'renewal', 'ID', '--on', '2026-11-20', '--dry-run'],
  ['record', 'opened', 'ID/idc', '--on', '2022-11-20', '--dry-run'],
  ['evidence', 'add', 'ID', 'scan.pdf', '--dry-run'],
  ['waive', 'isp/leased-line', 'ID', '--until', '2027-01-31', '--reason', 'a', '--approved-by', 'b', '--dry-run'],
  ['add', '专线', '--title', 'b', '--expires', '+1y', '--serves', 'ID/isp', '--dry-run'],
  ['add', 'cdn', '--licence', 'ID', '--scope', '全国', '--dry-run'],
])('the number of a licence is its id to %s %s %s', async (...argv) => {
  const told = async (id: string): Promise<readonly unknown[]> => {
    const words = argv.map((word) => word.replace('ID', id));
    const files = { 'ledger.yaml': NUMBERED, 'scan.pdf': 'x' };
    const { code, stdout, stderr } = await runInMemory([...words, '--lang', 'en'], {
      files,
      now: '2026-11-21T04:00:00Z',
    });
    // The head of a document repeats the assumption as it was typed.
    return [code, stderr, stdout.replaceAll(id, 'paper')];
  };
  const [code, ...others] = await told('paper');
  expect([0, 1]).toContain(code);
  expect(await told('A2.B1.B2-２０２２2637')).toEqual([code, ...others]);
});

test.each([
  ['Inner Mongolia', '内蒙古'],
  ['Tibet', '西藏'],
  ['内蒙古自治区', '内蒙古'],
  ['新疆维吾尔自治区', '新疆'],
  ['Shaanxi Province', '陕西'],
])('%s is a province on the command line and in a sheet', async (word, province) => {
  const paper = ['--number', 'B1-20222637', '--issued', '2022-03-15', '--expires', '2027-03-14'];
  const added = await runInMemory(['add', 'idc', ...paper, '--scope', word, '--yes'], {
    files: { 'ledger.yaml': LEDGER },
  });
  expect([...added.written.values()].join('')).toContain(`scope: [${province}]`);
  const csv = `种类,证号,覆盖范围,发证日期,到期日\nIDC,B1-20222637,${word},2022-03-15,2027-03-14\n`;
  const files = { 'ledger.yaml': LEDGER, 'papers.csv': csv };
  const imported = await runInMemory(['import', 'papers.csv', '--yes'], { files });
  expect([...imported.written.values()].join('')).toContain(`scope: [${province}]`);
  const branch = ['record', 'branch', word, 'opened', '--decided', '2026-11-01', '--yes'];
  const recorded = await runInMemory(branch, { files: { 'ledger.yaml': LEDGER } });
  expect([...recorded.written.values()].join('')).toContain(`{ province: ${province}, what: opened`);
});
