/** The rules for programs: `ledger/rules@1`. Texts are given in both languages. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { weighedStatuses } from './severity.ts';

export function renderRulesJson(rules: readonly Rule[]): string {
  return printJson({ schema: 'ledger/rules@1', rules: rules.map(ruleOf) });
}

/** One entry of that list by itself. */
export function renderRuleJson(rule: Rule): string {
  return printJson(ruleOf(rule));
}

function ruleOf(rule: Rule): object {
  const { asOf, fails, passes, files } = rule.examples;
  return {
    id: rule.id,
    module: rule.module,
    summary: textOf(rule.summary),
    why: textOf(rule.why),
    remedy: textOf(rule.remedy),
    statuses: Object.fromEntries(weighedStatuses(rule)),
    basis: rule.basis.map(basisOf),
    examples: { asOf, fails, passes, files },
  };
}

function basisOf({ instrument, article, url, certainty, from, until }: Basis): object {
  return {
    instrument: textOf(instrument),
    article,
    url,
    certainty,
    from: formatDay(from),
    until: until === undefined ? undefined : formatDay(until),
  };
}

function textOf({ zh, en }: Text): Text {
  return { zh, en };
}
