/** What is found in the example of each rule that fails. */
import { parseDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Rule } from '../../domain/rule.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { findingsOf } from '../../run/check-ledgers.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { readYaml } from '../../source/yaml-reader.ts';

/** The finding by the id of the rule; what shows only in files, in git, or in a text that is no ledger has none. */
export async function failingExamples(rules: readonly Rule[]): Promise<ReadonlyMap<string, Finding>> {
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    const finding = await findingOf(rule);
    if (finding !== undefined) found.set(rule.id, finding);
  }
  return found;
}

async function findingOf({ id, examples }: Rule): Promise<Finding | undefined> {
  const { asOf: day, fails } = examples();
  const yaml = await readYaml(fails);
  const asOf = parseDay(day);
  const ledger = 'document' in yaml ? parseLedger(yaml.document.data, catalogue.kinds).ledger : undefined;
  if (ledger === undefined || asOf === undefined) return undefined;
  const all = findingsOf(ledger, undefined, { asOf, within: undefined, selects: (rule) => rule === id });
  const own = [...all].filter(({ rule }) => rule === id);
  return own.find(({ sum }) => sum !== undefined) ?? own[0];
}
