/** `ledger rules`: every rule there is, or those whose law should be read again. */
import { usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { FormatName } from '../../command-line/option-values.ts';
import { isStale } from '../../domain/basis.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { POLICY_DEFAULTS } from '../../domain/ledger.ts';
import { ExitCode } from '../../exit-code.ts';
import { allRules } from '../../rules/catalogue.ts';
import { pageOnStdout } from '../../run/destinations.ts';
import { todayAt } from '../../run/today.ts';

export interface RulesOptions {
  readonly format?: FormatName | undefined;
  /** Only rules whose law was not read for a year. */
  readonly stale?: boolean | undefined;
  /** Ends with 1 where there are any of those. */
  readonly fail?: boolean | undefined;
  /** Absent: today in China. */
  readonly asOf?: CalendarDay | undefined;
}

/**
 * Prints the rules of the product; those of a company stand in its ledger.
 *
 * @throws {Refusal} for a day without a question that it belongs to
 */
export async function rules(options: RulesOptions, invocation: Invocation): Promise<ExitCode> {
  if (options.stale === true) return staleRules(options, invocation);
  if (options.asOf !== undefined) throw dayWithoutStale();
  if (options.fail === true) throw failWithoutStale();
  const { io } = invocation;
  if (options.format === 'json') {
    const { renderRulesJson } = await import('../../reporters/rules/json.ts');
    await io.stdout.write(renderRulesJson(allRules()));
  } else {
    const { renderRuleList } = await import('../../reporters/rules/text.ts');
    await io.stdout.write(await pageOnStdout((style) => renderRuleList(allRules(), style), invocation));
  }
  return ExitCode.ok;
}

async function staleRules({ format, asOf, fail = false }: RulesOptions, invocation: Invocation): Promise<ExitCode> {
  const { io } = invocation;
  const day = asOf ?? (await todayAt(io.now(), POLICY_DEFAULTS.timezone));
  const { renderStaleRules, renderStaleRulesJson } = await import('../../reporters/rules/text.ts');
  const isAnyStale = allRules().some(({ basis }) => basis.some((one) => isStale(one, day)));
  await io.stdout.write(
    format === 'json'
      ? renderStaleRulesJson(allRules(), day)
      : await pageOnStdout((style) => renderStaleRules(allRules(), day, style), invocation),
  );
  return fail && isAnyStale ? ExitCode.findings : ExitCode.ok;
}

function dayWithoutStale(): Error {
  return usageError({
    where: '--as-of',
    what: { zh: '规则列表与日期无关', en: 'the list of rules does not depend on a day' },
    remedy: { zh: '与 `--stale` 连用，或去掉它。', en: 'Use it with `--stale`, or leave it out.' },
  });
}

function failWithoutStale(): Error {
  return usageError({
    where: '--fail',
    what: { zh: '规则列表没有通过与否之分', en: 'the list of rules has no pass or fail' },
    remedy: { zh: '与 `--stale` 连用，或去掉它。', en: 'Use it with `--stale`, or leave it out.' },
  });
}
