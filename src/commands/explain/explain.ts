/** `ledger explain RULE`: one rule in full. */
import { Refusal } from '../../command-line/complaint.ts';
import type { FormatName } from '../../command-line/format-option.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { invalidLedger, refused } from '../../command-line/path-complaint.ts';
import type { Rule } from '../../domain/rule.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { allRules, catalogue, findRule } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { styleOnStdout } from '../../run/destinations.ts';
import { findNearestLedger } from '../../run/find-ledgers.ts';
import { loadLedger } from '../../run/load-ledger.ts';
import { unknownRule } from '../../run/rule-filter.ts';

export interface ExplainOptions {
  readonly format?: FormatName | undefined;
}

/** @throws {Refusal} for a rule that does not exist, or one of a ledger that cannot be read */
export async function explain(
  id: string,
  { format }: ExplainOptions,
  { io, languages }: Invocation,
): Promise<ExitCode> {
  const rule = await ruleNamed(id, io);
  if (format === 'json') {
    const { renderRuleJson } = await import('../../reporters/rules/json.ts');
    await io.stdout.write(renderRuleJson(rule));
  } else {
    const { renderRule } = await import('../../reporters/rules/text.ts');
    await io.stdout.write(renderRule(rule, await styleOnStdout(languages.people, io)));
  }
  return ExitCode.ok;
}

async function ruleNamed(id: string, io: Io): Promise<Rule> {
  const own = id.startsWith('own/') ? await rulesOfNearestLedger(io) : [];
  const rule = findRule(id) ?? own.find((one) => one.id === id);
  if (rule === undefined)
    throw unknownRule(
      id,
      id,
      [...own, ...allRules()].map((one) => one.id),
    );
  return rule;
}

/** The company's own rules; none where there is no ledger. */
async function rulesOfNearestLedger(io: Io): Promise<readonly Rule[]> {
  const {
    files: [nearest],
  } = await findNearestLedger(io);
  if (nearest === undefined) return [];
  const bytes = await io.files.read(nearest.path).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refused(nearest.shown, error));
  });
  const { ledger } = await loadLedger(bytes, nearest.shown, catalogue.kinds);
  if (ledger === undefined) throw new Refusal(ExitCode.noVerdict, invalidLedger(nearest.shown));
  return ownRules(ledger);
}
