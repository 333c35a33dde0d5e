/** `docs/errors.md`: what the program says when something is wrong, each brought about by really running it. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { Finding } from '../../domain/finding.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { CASE_FILES, ERROR_CASES, type ErrorCase } from './error-cases.ts';
import type { GeneratedFile } from './licence-index.ts';
import { block, code, page, prose, table } from './markdown.ts';
import { inPlace, type Place, type RealRun } from './real-run.ts';

const BEGINNING = `# 出错时的提示 · What it says when something is wrong

每条提示都说明哪里、什么问题、怎么办。下面每一条都是实际运行得到的，台账是 [ledger.example.yaml](../ledger.example.yaml)，日期是2026-11-21。
退出码2：命令行有误，什么都没有做；3：台账、文件或磁盘有问题。

Each message says where, what is wrong, and what to do. Each of those below comes from a real run, with
[ledger.example.yaml](../ledger.example.yaml) as \`ledger.yaml\`, on 2026-11-21. Exit code 2: the command line is wrong and nothing was done; 3: the ledger, a file or
the disk is the trouble.`;

const FINDINGS = `## 检查发现的问题 · What a check finds

每条规则一例；规则页上有引出它的台账、依据和改正后的样子。

One of each rule. Its page has the ledger that brings it about, the legal basis, and the same ledger corrected.`;

/** @param failing what is found in the example that fails, by id of the rule */
export async function errorPage(
  root: URL,
  rules: readonly Rule[],
  failing: ReadonlyMap<string, Finding>,
): Promise<GeneratedFile> {
  const ledger = readFileSync(new URL('ledger.example.yaml', root), 'utf8');
  const entries: string[] = [];
  // Most of them write nothing, and can be run in one folder.
  await inPlace({ 'ledger.yaml': ledger, ...CASE_FILES }, async (place) => {
    for (const one of ERROR_CASES) entries.push(await entryOf(one, ledger, place));
  });
  const rows: string[][] = [];
  for (const rule of rules) {
    const { zh, en } = failing.get(rule.id)?.message ?? (await messageOf(rule));
    const link = `[${code(rule.id)}](rules/zh/${rule.module}.md#${rule.id.replaceAll('/', '')})`;
    rows.push([link, prose(zh), prose(en)]);
  }
  return {
    path: 'docs/errors.md',
    text: page([
      '<!-- 本页由实际运行生成，请勿手改。 This page is made by running the program; do not edit it. -->',
      BEGINNING,
      '## 命令 · Commands',
      ...entries,
      FINDINGS,
      table(['规则 rule', '中文', 'English'], rows),
    ]),
  };
}

/** What the program says of an example that is no ledger, or needs the files beside it. */
async function messageOf({ id, examples }: Rule): Promise<Text> {
  const { asOf, fails, passes, files } = examples();
  // What only a change can bring about: a ledger that the last commit has is gone.
  const isOfChange = id.startsWith('git/');
  const there = isOfChange ? { 'ledger.yaml': passes, 'a.ledger.yaml': passes } : { 'ledger.yaml': fails, ...files };
  return inPlace(there, async (place) => {
    if (isOfChange) {
      place.commit('建立台账');
      rmSync(path.join(place.folder, 'ledger.yaml'));
    }
    const asked = isOfChange ? ['.', '--since', 'HEAD'] : ['ledger.yaml'];
    const said = { zh: '', en: '' };
    for (const language of LANGUAGES) {
      const words = ['check', ...asked, '--as-of', asOf, '--format', 'json', '--lang', language];
      const { stdout } = await place.run(words);
      const { findings }: { findings: { rule: string; message: string }[] } = JSON.parse(stdout);
      said[language] = findings.find(({ rule }) => rule === id)?.message ?? '';
    }
    return said;
  });
}

async function entryOf(one: ErrorCase, ledger: string, common: Place): Promise<string> {
  const { lines, files, stdin, isCommitted, writes } = one;
  const isAlone = lines.length > 1 || files !== undefined || (isCommitted ?? writes) === true;
  const runs: RealRun[] = [];
  for (const language of ['en', 'zh'] as const) {
    const own = { 'ledger.yaml': ledger, ...CASE_FILES, ...files };
    runs.push(
      isAlone ? await inPlace(own, async (place) => runIn(place, one, language)) : await runIn(common, one, language),
    );
  }
  const typed = lines.map((line) => `$ ${line}${stdin === undefined ? '' : ` <<< '${stdin}'`}`);
  const beside = Object.entries(files ?? {}).flatMap(([name, text]) =>
    typeof text === 'string' ? `$ cat ${name}\n${text.trimEnd()}` : [],
  );
  return block(
    'console',
    [...beside, ...typed, ...runs.map(({ stderr }) => stderr.trimEnd()), `# ${runs[0]?.code ?? 0}`].join('\n'),
  );
}

async function runIn(
  place: Place,
  { lines, env = {}, stdin = '', isCommitted }: ErrorCase,
  language: Language,
): Promise<RealRun> {
  if (isCommitted === true) place.commit('建立台账');
  const terminal = env['TERM'] === undefined ? {} : { terminal: 80 };
  const runs: RealRun[] = [];
  for (const line of lines)
    runs.push(await place.run(wordsOf(line), { env: { ...env, LEDGER_LANG: language }, stdin, ...terminal }));
  return runs.at(-1) ?? { code: 0, stdout: '', stderr: '' };
}

/** The words of a command line, without `ledger`; what stands between apostrophes is one. */
function wordsOf(line: string): readonly string[] {
  const [, ...words] = line.match(/'[^']*'|\S+/gu) ?? [];
  return words.map((word) => word.replaceAll("'", ''));
}
