/** Each document of a check as one text, for reports that are made by hand. */
import type { Report } from '../../src/domain/report.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { Language } from '../../src/domain/text.ts';
import { csvDocument } from '../../src/reporters/check/csv.ts';
import { renderDocument } from '../../src/reporters/check/document.ts';
import { githubDocument } from '../../src/reporters/check/github.ts';
import { gitlabDocument } from '../../src/reporters/check/gitlab.ts';
import { jsonDocument } from '../../src/reporters/check/json.ts';
import { junitDocument } from '../../src/reporters/check/junit.ts';
import { markdownDocument } from '../../src/reporters/check/markdown.ts';
import { sarifDocument } from '../../src/reporters/check/sarif.ts';
import { textDocument } from '../../src/reporters/check/text.ts';

type Rest<Open extends (...args: never) => unknown> =
  Parameters<Open> extends [unknown, ...infer Others] ? Others : never;

export function renderText(report: Report, ...settings: Rest<typeof textDocument>): string {
  return renderDocument((frame) => textDocument(frame, ...settings), report);
}

export function renderJson(report: Report, ...settings: Parameters<typeof jsonDocument>): string {
  return renderDocument(() => jsonDocument(...settings), report);
}

export function renderSarif(
  report: Report,
  setting: { readonly language: Language; readonly rules: readonly Rule[]; readonly version: string },
): string {
  return renderDocument(() => sarifDocument({ ...setting, ownRulesOf: () => [] }), report);
}

export function renderJunit(report: Report, language: Language): string {
  return renderDocument((frame) => junitDocument(frame, language), report);
}

export function renderGithub(report: Report, language: Language): string {
  return renderDocument(() => githubDocument(language), report);
}

export function renderGitlab(report: Report, language: Language): string {
  return renderDocument(() => gitlabDocument(language), report);
}

export function renderMarkdown(report: Report, language: Language): string {
  return renderDocument(() => markdownDocument(language), report);
}

export function renderFindingsCsv(report: Report, language: Language): string {
  return renderDocument((frame) => csvDocument(frame, language), report);
}
