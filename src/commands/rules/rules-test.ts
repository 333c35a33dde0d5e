/** `ledger rules test FILE…`: cases that rules must pass. */
import { resolve } from 'node:path';

import { type Complaint, renderComplaint } from '../../command-line/complaint.ts';
import type { FormatName } from '../../command-line/format-option.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { missing, neitherFileNorFolder, refused } from '../../command-line/path-complaint.ts';
import { type CaseFileOutcome, resultOf } from '../../domain/rule-case.ts';
import { ExitCode, worst } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { styleOnStdout } from '../../run/destinations.ts';
import { testCaseFile } from './rule-cases.ts';

export interface RulesTestOptions {
  readonly format?: FormatName | undefined;
}

/** Runs the cases of all files that can be read, and says what differs. */
export async function testRules(
  paths: readonly string[],
  { format }: RulesTestOptions,
  { io, languages }: Invocation,
): Promise<ExitCode> {
  const outcomes: CaseFileOutcome[] = [];
  const complaints: Complaint[] = [];
  for (const path of paths) {
    const bytes = await open(path, io);
    if (bytes instanceof Uint8Array) outcomes.push(await testCaseFile(bytes, path));
    else complaints.push(bytes);
  }
  for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));

  const exitCode = worst(complaints.length > 0 ? ExitCode.noVerdict : ExitCode.ok, ...outcomes.map(codeOf));
  if (format === 'json') {
    const { renderRuleCasesJson } = await import('../../reporters/rules/cases-json.ts');
    await io.stdout.write(renderRuleCasesJson(outcomes, exitCode, languages.machines));
  } else {
    const { renderRuleCases } = await import('../../reporters/rules/cases-text.ts');
    await io.stdout.write(renderRuleCases(outcomes, await styleOnStdout(languages.people, io)));
  }
  return exitCode;
}

async function open(path: string, { cwd, files }: Io): Promise<Uint8Array | Complaint> {
  // An empty word, as from an unset variable, would resolve to the working folder.
  if (path === '') return missing('""');
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
  if (kind === 'other') return neitherFileNorFolder(where);
  return {
    where,
    what: { zh: '是文件夹', en: 'it is a folder' },
    remedy: { zh: '请写出用例文件。', en: 'Name the case files themselves.' },
  };
}

function codeOf({ problems, cases }: CaseFileOutcome): 0 | 1 | 3 {
  const results = new Set(cases.map(resultOf));
  if (problems.length > 0 || results.has('invalid')) return ExitCode.noVerdict;
  return results.has('failed') ? ExitCode.findings : ExitCode.ok;
}
