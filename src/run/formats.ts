/** The formats of a report. Each reporter is loaded when it is asked for. */
import type { CheckFormat } from '../command-line/option-values.ts';
import type { LedgerReport } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { RunFrame } from '../domain/run.ts';
import type { Severity } from '../domain/severity.ts';
import type { Language } from '../domain/text.ts';
import { type ColourLevel, coloursFor } from '../platform/colour.ts';
import type { CheckDocument } from '../reporters/check/document.ts';
import { allRules, catalogue } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { VERSION } from '../version.ts';
import { inPlain } from './destinations.ts';

/** How a document is set: pages for people by language, width and colour, the rest by language alone. */
export interface Setting {
  readonly language: Language;
  readonly machineLanguage: Language;
  readonly width: number;
  readonly colours: ColourLevel;
  /** Whether words stand in place of signs. */
  readonly isPlain: boolean;
  /** The least grave that the page for people shows. */
  readonly show: Severity;
}

export const FORMATS: Readonly<Record<CheckFormat, (setting: Setting, frame: RunFrame) => Promise<CheckDocument>>> = {
  async text({ language, width, colours, isPlain, show }, frame) {
    const { textDocument } = await import('../reporters/check/text.ts');
    const style = { language, width, colour: await coloursFor(colours) };
    const document = textDocument(frame, style, catalogue.kinds, show);
    return isPlain ? inPlain(document, language) : document;
  },
  async line({ language }) {
    const { lineDocument } = await import('../reporters/check/line.ts');
    return lineDocument(language);
  },
  async json({ machineLanguage }) {
    const { jsonDocument } = await import('../reporters/check/json.ts');
    const { firstBreachOf } = await import('./first-breach.ts');
    return jsonDocument(machineLanguage, firstBreachOf);
  },
  async sarif({ machineLanguage: language }) {
    const { sarifDocument } = await import('../reporters/check/sarif.ts');
    return sarifDocument({ language, rules: allRules(), ownRulesOf, version: VERSION });
  },
  async junit({ machineLanguage }, frame) {
    const { junitDocument } = await import('../reporters/check/junit.ts');
    return junitDocument(frame, machineLanguage);
  },
  async github({ machineLanguage }) {
    const { githubDocument } = await import('../reporters/check/github.ts');
    return githubDocument(machineLanguage);
  },
  async gitlab({ machineLanguage }) {
    const { gitlabDocument } = await import('../reporters/check/gitlab.ts');
    return gitlabDocument(machineLanguage);
  },
  async markdown({ language }) {
    const { markdownDocument } = await import('../reporters/check/markdown.ts');
    return markdownDocument(language);
  },
  async csv({ machineLanguage }, frame) {
    const { csvDocument } = await import('../reporters/check/csv.ts');
    return csvDocument(frame, machineLanguage);
  },
};

function ownRulesOf({ ledger }: LedgerReport): readonly Rule[] {
  return ledger === undefined ? [] : ownRules(ledger);
}
