/** `ledger rules`: every rule there is. */
import { ExitCode } from '../exit-code.ts';
import { allRules } from '../rules/catalogue.ts';
import { styleOnStdout } from './shared/destinations.ts';
import type { FormatName } from './shared/format-option.ts';
import type { Invocation } from './shared/invocation.ts';

export interface RulesOptions {
  readonly format?: FormatName | undefined;
}

/** Prints the rules of the product; those of a company stand in its ledger. */
export async function rules({ format }: RulesOptions, { io, languages }: Invocation): Promise<ExitCode> {
  if (format === 'json') {
    const { renderRulesJson } = await import('../reporters/rule-json.ts');
    await io.stdout.write(renderRulesJson(allRules));
  } else {
    const { renderRuleList } = await import('../reporters/rule-text.ts');
    await io.stdout.write(renderRuleList(allRules, await styleOnStdout(languages.people, io)));
  }
  return ExitCode.ok;
}
