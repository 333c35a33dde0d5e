/** The formats of a report. Each reporter is loaded when it is asked for. */
import type { CheckFormat } from '../command-line/format-option.ts';
import type { Report } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { Language } from '../domain/text.ts';
import type { Style } from '../reporters/writing/style.ts';
import { allRules, catalogue } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { VERSION } from '../version.ts';

/** How a document is set: pages for people by style, the rest by language alone. */
export interface Setting {
  readonly style: () => Promise<Style>;
  readonly machineLanguage: Language;
  /** From how the report names a file to how the repository does: what CI systems show stands in a repository. */
  readonly inRepository: () => Promise<(file: string) => string>;
}

export const FORMATS: Readonly<Record<CheckFormat, (report: Report, setting: Setting) => Promise<string>>> = {
  async text(report, { style }) {
    const { renderText } = await import('../reporters/check/text.ts');
    return renderText(report, await style(), catalogue.kinds);
  },
  async json(report, { machineLanguage }) {
    const { renderJson } = await import('../reporters/check/json.ts');
    return renderJson(report, machineLanguage);
  },
  async sarif(report, { machineLanguage: language, inRepository }) {
    const { renderSarif } = await import('../reporters/check/sarif.ts');
    const rules = rulesOf(report);
    return renderSarif(report, { language, rules, version: VERSION, inRepository: await inRepository() });
  },
  async junit(report, { machineLanguage: language, inRepository }) {
    const { renderJunit } = await import('../reporters/check/junit.ts');
    return renderJunit(report, { language, inRepository: await inRepository() });
  },
  async github(report, { machineLanguage: language, inRepository }) {
    const { renderGithub } = await import('../reporters/check/github.ts');
    return renderGithub(report, { language, inRepository: await inRepository() });
  },
  async gitlab(report, { machineLanguage: language, inRepository }) {
    const { renderGitlab } = await import('../reporters/check/gitlab.ts');
    return renderGitlab(report, { language, inRepository: await inRepository() });
  },
  async markdown(report, { style }) {
    const { renderMarkdown } = await import('../reporters/check/markdown.ts');
    return renderMarkdown(report, (await style()).language);
  },
  async csv(report, { machineLanguage }) {
    const { renderFindingsCsv } = await import('../reporters/check/csv.ts');
    return renderFindingsCsv(report, machineLanguage);
  },
};

/** All rules and the companies' own; of several that share an id the first. */
function rulesOf({ ledgers }: Report): readonly Rule[] {
  const own = ledgers.flatMap(({ ledger }) => (ledger === undefined ? [] : ownRules(ledger)));
  const byId = new Map([...allRules(), ...own].toReversed().map((rule) => [rule.id, rule]));
  return [...byId.values()].toReversed();
}
