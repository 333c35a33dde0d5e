import type { Report } from '../../domain/report.ts';
/** The formats of a report. Each reporter is loaded when it is asked for. */
import type { Language } from '../../domain/text.ts';
import type { Style } from '../../reporters/style.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { FormatName } from './format-option.ts';

/** How a document is set: pages for people by style, the rest by language alone. */
export interface Setting {
  readonly style: () => Promise<Style>;
  readonly machineLanguage: Language;
}

export const FORMATS: Readonly<Record<FormatName, (report: Report, setting: Setting) => Promise<string>>> = {
  async text(report, { style }) {
    const { renderText } = await import('../../reporters/text.ts');
    return renderText(report, await style(), catalogue.kinds);
  },
  async json(report, { machineLanguage }) {
    const { renderJson } = await import('../../reporters/json.ts');
    return renderJson(report, machineLanguage);
  },
};
