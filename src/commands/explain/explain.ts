/** `ledger explain RULE`: one rule in full, or the rules of a module in a list. */
import { Refusal } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { FormatName } from '../../command-line/option-values.ts';
import { invalidLedger, refused } from '../../command-line/path-complaint.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import type { Style } from '../../reporters/writing/style.ts';
import { allRules, findRule, rulesOfModule } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { unknownRule } from '../../run/concerns.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { findNearestLedger } from '../../run/find-ledgers.ts';
import { loadLedger } from '../../run/load-ledger.ts';

export interface ExplainOptions {
  readonly format?: FormatName | undefined;
}

/** @throws {Refusal} for a rule that does not exist, or one of a ledger that cannot be read */
export async function explain(id: string, { format }: ExplainOptions, invocation: Invocation): Promise<ExitCode> {
  const { io } = invocation;
  const own = id === 'own' || id.startsWith('own/') ? await rulesOfNearestLedger(io) : [];
  const ofModule = id === 'own' ? own : rulesOfModule(id);
  const rule = ofModule.length > 0 ? undefined : ruleNamed(id, own);
  if (format === 'json') {
    const { renderRuleJson, renderRulesJson } = await import('../../reporters/rules/json.ts');
    await io.stdout.write(rule === undefined ? renderRulesJson(ofModule) : renderRuleJson(rule));
  } else {
    const { renderRule, renderRuleList } = await import('../../reporters/rules/text.ts');
    const page = (style: Style): string =>
      rule === undefined ? renderRuleList(ofModule, style) : renderRule(rule, style);
    await io.stdout.write(await pageOnStdout(page, invocation));
  }
  return ExitCode.ok;
}

function ruleNamed(id: string, own: readonly Rule[]): Rule {
  const rule = findRule(id) ?? own.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const known = [...own, ...allRules()].flatMap((one) => [one.id, one.module]);
  throw unknownRule(id, id, [...new Set(known)]);
}

const NO_OWN_RULES: Text = { zh: '无法读取其中的自定要求', en: "the company's own rules cannot be read" };

/** The company's own rules; none where there is no ledger. */
async function rulesOfNearestLedger(io: Io): Promise<readonly Rule[]> {
  const {
    files: [nearest],
  } = await findNearestLedger(io);
  if (nearest === undefined) return [];
  const bytes = await io.files.read(nearest.path).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refused(nearest.shown, error));
  });
  const { ledger } = await loadLedger(bytes, { file: nearest, files: io.files });
  if (ledger === undefined) throw new Refusal(ExitCode.noVerdict, invalidLedger(nearest.shown, NO_OWN_RULES));
  return ownRules(ledger);
}
