/** The formats of a report. Each reporter is loaded when it is asked for. */
import type { CheckFormat } from '../command-line/option-values.ts';
import type { Report } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { Severity } from '../domain/severity.ts';
import type { Language } from '../domain/text.ts';
import type { Style } from '../reporters/writing/style.ts';
import { allRules, catalogue } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { VERSION } from '../version.ts';

/** How a document is set: pages for people by style, the rest by language alone. */
export interface Setting {
  readonly style: () => Promise<Style>;
  readonly machineLanguage: Language;
  /** The least grave that the page for people shows. */
  readonly show: Severity;
}

export const FORMATS: Readonly<Record<CheckFormat, (report: Report, setting: Setting) => Promise<string>>> = {
  async text(report, { style, show }) {
    const { renderText } = await import('../reporters/check/text.ts');
    return renderText(report, await style(), catalogue.kinds, show);
  },
  async line(report, { style }) {
    const { renderLines } = await import('../reporters/check/line.ts');
    return renderLines(report, (await style()).language);
  },
  async json(report, { machineLanguage }) {
    const { renderJson } = await import('../reporters/check/json.ts');
    const { firstBreachOf } = await import('./first-breach.ts');
    return renderJson(report, machineLanguage, firstBreachOf);
  },
  async sarif(report, { machineLanguage: language }) {
    const { renderSarif } = await import('../reporters/check/sarif.ts');
    return renderSarif(report, { language, rules: rulesOf(report), version: VERSION });
  },
  async junit(report, { machineLanguage }) {
    const { renderJunit } = await import('../reporters/check/junit.ts');
    return renderJunit(report, machineLanguage);
  },
  async github(report, { machineLanguage }) {
    const { renderGithub } = await import('../reporters/check/github.ts');
    return renderGithub(report, machineLanguage);
  },
  async gitlab(report, { machineLanguage }) {
    const { renderGitlab } = await import('../reporters/check/gitlab.ts');
    return renderGitlab(report, machineLanguage);
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

/** The rules that found something, in the order of the catalogue; of several that share an id the first. */
function rulesOf({ ledgers }: Report): readonly Rule[] {
  const found = new Set(
    ledgers.flatMap(({ findings, since }) => [...findings, ...(since?.fixed ?? [])].map(({ rule }) => rule)),
  );
  const own = ledgers.flatMap(({ ledger }) => (ledger === undefined ? [] : ownRules(ledger)));
  const byId = new Map([...allRules(), ...own].toReversed().map((rule) => [rule.id, rule]));
  return [...byId.values()].toReversed().filter(({ id }) => found.has(id));
}
