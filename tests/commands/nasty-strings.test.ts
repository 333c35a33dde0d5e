/** Whatever a ledger and its history hold, no command writes what a terminal acts on. What the log of a CI system acts on: tests/process. */
import { expect, test } from 'vitest';

import { testRepository } from '../support/git-repository.ts';
import { type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { NASTY_TEXTS as TEXTS, yamlQuoted as quoted } from '../support/nasty-strings.ts';
import { runInRepository } from '../support/run-in-repository.ts';

/** Every text stands in each field that takes any, of an entry of its own. */
function ledgerWith(texts: readonly string[], expires: string): string {
  const written = texts.map(quoted);
  const each = (entry: (text: string, at: number) => string): string => written.map(entry).join('\n');
  return `version: 1
company: { name: ${written.at(-2)}, registeredCapital: 20000000 }
licences:
${each((text, at) => `  - { id: isp-${at}, kind: isp, number: ${quoted(`${texts[at]}${at}`)}, owner: ${text}, notes: ${text}, scope: national, issued: 2022-03-15, expires: 2027-03-14 }`)}
resources:
${each((text, at) => `  - { id: line-${at}, kind: leased-line, title: ${text}, provider: ${text}, owner: ${text}, notes: ${text}, expires: ${expires}, serves: [isp-${at}], evidence: [{ path: ${quoted((texts[at] ?? '').slice(0, 60))} }] }`)}
waivers:
${each((text, at) => `  - { rule: isp/leased-line, entry: isp-${at}, from: 2026-11-01, until: 2026-12-31, reason: ${text}, approvedBy: ${text} }`)}
`;
}

const COMMANDS: readonly (readonly string[])[] = [
  ['check', '--lang', 'zh'],
  ['check', '--lang', 'en'],
  ...['line', 'json', 'sarif', 'junit', 'gitlab', 'markdown', 'csv'].map((format) => ['check', '--format', format]),
  ['check', '--receipt', 'receipt.json'],
  ['status'],
  ['status', '--format', 'json'],
  ['status', '--format', 'markdown'],
  ['todo'],
  ['todo', '--group-by', 'owner', '--within', '400'],
  ['todo', '--format', 'json'],
  ['todo', '--format', 'markdown'],
  ['horizon'],
  ['horizon', '--ascii', '--lang', 'en'],
  ['horizon', '--format', 'json'],
  ['calendar'],
  ['list'],
  ['list', '--format', 'json'],
  ['rules'],
  ...TEXTS.map((_, at) => ['show', `line-${at}`]),
  ['show', 'isp-3', '--format', 'json'],
  ['report'],
  ['report', '--output', 'site/'],
  ['overview'],
  ['overview', '--format', 'json'],
  ['overview', '--format', 'csv'],
  ['overview', '--format', 'html'],
  ['notify', '--to', 'slack'],
  ['notify', '--to', 'email'],
  ['pack', 'isp-3', '--output', 'pack'],
  ['renew', 'line-3', '--expires', '2027-12-01', '--dry-run'],
];

const [BEFORE, NOW] = [ledgerWith(TEXTS.toReversed(), '2026-12-01'), ledgerWith(TEXTS, '2026-11-30')];

test('the ledger is one', async () => {
  const { stdout } = await runInMemory(['list', '--format', 'json'], { files: { 'ledger.yaml': NOW } });
  expect(JSON.parse(stdout)).toMatchObject({ entries: { length: 2 * TEXTS.length } });
});

test.each(COMMANDS.map((argv) => [argv]))('%j', async (argv) => {
  expectHarmless(await runInMemory(argv, { files: { 'ledger.yaml': NOW } }));
});

/** A register keeps its line breaks and what no eye sees, so that an import has them again. */
test.each([[['list', '--format', 'csv']], [['export', '--to', 'csv']]])('%j', async (argv) => {
  const { code, stdout } = await runInMemory(argv, { files: { 'ledger.yaml': NOW } });
  expect(code).toBe(0);
  expect(stdout).toContain('forged');
  expect(/(?!\t)\p{Cc}|[\u2028-\u202E\u2066-\u2069]/u.exec(stdout.replaceAll(LAYOUT, ''))).toBeNull();
});

test.each([
  [['diff', 'HEAD~1']],
  [['diff', 'HEAD~1', '--format', 'json']],
  [['diff', 'HEAD~1', '--format', 'markdown']],
  [['log']],
  [['log', '--format', 'json']],
  [['check', '--since', 'HEAD~1']],
])('%j', async (argv) => {
  const repository = await testRepository({ 'ledger.yaml': BEFORE });
  const author = TEXTS.join(' ').replaceAll(/[<>\n\0]/gu, '');
  repository.commit({ 'ledger.yaml': NOW }, { author, message: TEXTS.join('\n').replaceAll('\0', '') });
  expectHarmless(await runInRepository(argv, repository));
});

/** What ends lines in a document that no terminal reads, and the mark at its beginning. */
const LAYOUT = /^\uFEFF|\r?\n/gu;
const ACTS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function expectHarmless({
  code,
  stdout,
  stderr,
  written,
}: Pick<MemoryRun, 'code' | 'stdout' | 'stderr'> & Partial<MemoryRun>): void {
  // Evidence that would lie outside the repository ends in 3.
  expect([0, 1, 3]).toContain(code);
  const documents = [stdout, ...(written?.values() ?? [])];
  expect(documents.join('')).not.toBe('');
  for (const text of [...documents, stderr]) expect(ACTS.exec(text.replaceAll(LAYOUT, ''))).toBeNull();
}
