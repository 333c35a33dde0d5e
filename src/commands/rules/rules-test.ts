/** `ledger rules test FILE…`: cases that rules must pass. */
import { resolve } from 'node:path';

import { type Complaint, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { FormatName } from '../../command-line/option-values.ts';
import { missing, neitherFileNorFolder, refused } from '../../command-line/path-complaint.ts';
import type { DataPlace, FileProblem } from '../../domain/file-problem.ts';
import type { Finding } from '../../domain/finding.ts';
import { type DataPath, formatPath } from '../../domain/ledger.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import {
  type CaseFileOutcome,
  type CaseOutcome,
  type CaseProblem,
  differences,
  resultOf,
  type RuleCase,
} from '../../domain/rule-case.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode, worst } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { allRules, catalogue, findRule } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { rulesChosen } from '../../run/concerns.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { type CaseFileProblem, type ReadCase, readCases } from '../../schema/case-file.ts';
import { decodeText } from '../../source/decode-text.ts';
import { indexLines } from '../../source/line-index.ts';
import { readYaml } from '../../source/yaml-reader.ts';

export interface RulesTestOptions {
  readonly format?: FormatName | undefined;
}

/** Runs the cases of all files that can be read, and says what differs. */
export async function testRules(
  paths: readonly string[],
  { format }: RulesTestOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const outcomes: CaseFileOutcome[] = [];
  const complaints: Complaint[] = [];
  for (const path of paths) {
    const bytes = await open(path, io);
    if (bytes instanceof Uint8Array) outcomes.push(await testCaseFile(bytes, path));
    else complaints.push(bytes);
  }
  await tellComplaints(complaints, io, languages.people);

  const exitCode = worst(complaints.length > 0 ? ExitCode.noVerdict : ExitCode.ok, ...outcomes.map(codeOf));
  if (format === 'json') {
    const { renderRuleCasesJson } = await import('../../reporters/rules/json.ts');
    await io.stdout.write(renderRuleCasesJson(outcomes, exitCode, languages.machines));
  } else {
    const { renderRuleCases } = await import('../../reporters/rules/cases-text.ts');
    await io.stdout.write(await pageOnStdout((style) => renderRuleCases(outcomes, style), invocation));
  }
  return exitCode;
}

async function open(path: string, { cwd, files }: Io): Promise<Uint8Array | Complaint> {
  const absolute = resolve(cwd, path);
  try {
    const kind = await files.kindOf(absolute);
    if (kind === undefined) return missing(path);
    return kind === 'file' ? await files.read(absolute) : notAFile(path, kind);
  } catch (error) {
    return refused(path, error);
  }
}

function notAFile(where: string, kind: 'folder' | 'other'): Complaint {
  if (kind === 'other') return neitherFileNorFolder(where, CASE_FILES);
  return { where, what: { zh: '是文件夹', en: 'is a folder' }, remedy: CASE_FILES };
}

const CASE_FILES: Text = { zh: '请写出用例文件。', en: 'Give the case files.' };

function codeOf({ problems, cases }: CaseFileOutcome): 0 | 1 | 3 {
  const results = new Set(cases.map(resultOf));
  if (problems.length > 0 || results.has('invalid')) return ExitCode.noVerdict;
  return results.has('failed') ? ExitCode.findings : ExitCode.ok;
}

/** @param file how the outcome names it */
export async function testCaseFile(bytes: Uint8Array, file: string): Promise<CaseFileOutcome> {
  const { problems, cases } = await readCaseFile(bytes);
  const outcomes: CaseOutcome[] = [];
  for (const one of cases) outcomes.push(await one.run());
  return { file, problems, cases: outcomes };
}

/** Where there are problems of the file itself, there are no cases. */
export interface CaseFile {
  readonly problems: readonly CaseProblem[];
  readonly cases: readonly RunnableCase[];
}

export interface RunnableCase {
  readonly name: string;
  readonly expected: CaseOutcome['expected'];
  /** Runs it through the check, and compares with what it expects. */
  readonly run: () => Promise<CaseOutcome>;
}

/** Case files are read like ledgers, and through the same schema. */
export async function readCaseFile(bytes: Uint8Array): Promise<CaseFile> {
  const decoded = decodeText(bytes);
  const lines = indexLines(decoded.text);
  const ofText = ({ at, ...problem }: FileProblem): CaseProblem =>
    toCaseProblem(problem, 'start' in at ? lines.positionAt(at.start).line : 1, []);
  if ('problem' in decoded) return invalid([ofText(decoded.problem)]);
  const yaml = await readYaml(decoded.text);
  if ('problems' in yaml) return invalid(yaml.problems.map(ofText));

  const { data } = yaml.document;
  const lineOf: LineOf = (place) => lines.positionAt(yaml.document.spanOf(place).start).line;
  const read = readCases(data, catalogue.kinds);
  if ('problems' in read) return invalid(read.problems.map((one) => toCaseProblem(one, lineOf(one.at), one.at.path)));
  if (read.cases.length === 0) return invalid([noCases(lineOf({ path: ['cases'] }))]);
  const cases = read.cases.map((one) => ({
    name: one.name,
    expected: one.case?.expect ?? [],
    run: () => runCase(one, lineOf),
  }));
  return { problems: [], cases };
}

function invalid(problems: readonly CaseProblem[]): CaseFile {
  return { problems, cases: [] };
}

type LineOf = (place: DataPlace) => number;

async function runCase({ name, path, case: ready, problems: found }: ReadCase, lineOf: LineOf): Promise<CaseOutcome> {
  const line = lineOf({ path });
  const unknown = ready === undefined ? [] : findUnknownRules(ready, path);
  const problems = [...found, ...unknown].map((problem) => {
    const { path: place } = problem.at;
    const isInCase = path.every((step, at) => place[at] === step);
    return toCaseProblem(problem, lineOf(problem.at), isInCase ? place.slice(path.length) : place);
  });
  const expected = ready?.expect ?? [];
  if (ready === undefined || problems.length > 0) return { name, line, expected, differences: [], problems };
  return { name, line, expected, differences: differences(expected, await findingsOf(ready)), problems };
}

async function findingsOf({ ledger, asOf, select }: RuleCase): Promise<readonly Finding[]> {
  const location = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const loaded = {
    file: '',
    name: '',
    repositoryPath: undefined,
    ledger,
    problems: [],
    locate: () => location,
    lineAt: () => '',
  };
  const report = await checkLedgers([loaded], true, {
    asOf,
    within: undefined,
    failOn: 'never',
    selects: rulesChosen({ select, ignore: [] }),
    now: () => new Date(0),
  });
  return report.ledgers.flatMap(({ findings }) => findings);
}

/** A misspelt rule would take no part, or be expected in vain. */
function findUnknownRules({ ledger, select, expect }: RuleCase, path: DataPath): readonly CaseFileProblem[] {
  const rules = [...allRules(), ...ownRules(ledger)];
  const ids = new Set(rules.map(({ id }) => id));
  const idsAndModules = new Set(rules.flatMap(({ id, module }) => [id, module]));
  return [
    ...select.flatMap((word, at) =>
      idsAndModules.has(word) ? [] : [unknownRule(word, idsAndModules, [...path, 'select', at])],
    ),
    ...expect.flatMap(({ rule }, at) =>
      ids.has(rule) ? [] : [unknownRule(rule, ids, [...path, 'expect', at, 'rule'])],
    ),
  ];
}

function unknownRule(word: string, known: ReadonlySet<string>, path: DataPath): CaseFileProblem {
  return {
    rule: 'ledger/unknown-reference',
    at: { path },
    message: { zh: `没有名为${word}的规则`, en: `unknown rule ${word}` },
    remedy: didYouMean(nearest(word, known)) ?? {
      zh: '运行 `ledger rules` 查看全部规则。',
      en: 'Run `ledger rules` to see them all.',
    },
  };
}

function noCases(line: number): CaseProblem {
  return {
    line,
    field: 'cases',
    message: { zh: 'cases是空列表，没有用例可运行', en: 'cases is an empty list, so there is nothing to run' },
    remedy: { zh: '至少写一个用例。', en: 'Write at least one case.' },
  };
}

type Wording = Pick<FileProblem, 'rule' | 'message' | 'remedy'>;

function toCaseProblem({ rule, message, remedy }: Wording, line: number, path: DataPath): CaseProblem {
  return { line, field: formatPath(path), message, remedy: remedy ?? remedyOf(rule) };
}

function remedyOf(rule: string): Text {
  const found = findRule(rule);
  if (found === undefined) throw new Error(`a problem of the rule ${rule}, which is in no list`);
  return found.remedy;
}
