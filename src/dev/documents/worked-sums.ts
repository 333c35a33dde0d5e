/** How the last day in time comes about in the example of each rule that fails. */
import { parseDay } from '../../domain/calendar-day.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { findingsOf } from '../../run/check-ledgers.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { readYaml } from '../../source/yaml-reader.ts';

/** The sums by id of the rule; a rule that counts no days has none. */
export async function workedSums(rules: readonly Rule[]): Promise<ReadonlyMap<string, Text>> {
  const sums = new Map<string, Text>();
  for (const rule of rules) {
    const sum = await sumOf(rule);
    if (sum !== undefined) sums.set(rule.id, sum);
  }
  return sums;
}

async function sumOf({ id, examples }: Rule): Promise<Text | undefined> {
  const { asOf: exampleDay, fails } = examples();
  const yaml = await readYaml(fails);
  const asOf = parseDay(exampleDay);
  // What fails without being a ledger counts no days.
  const ledger = 'document' in yaml ? parseLedger(yaml.document.data, catalogue.kinds).ledger : undefined;
  if (ledger === undefined || asOf === undefined) return undefined;
  const found = findingsOf(ledger, undefined, { asOf, within: undefined, selects: (rule) => rule === id });
  return found.find(({ rule, sum }) => rule === id && sum !== undefined)?.sum;
}
