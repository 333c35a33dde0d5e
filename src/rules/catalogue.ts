/** Every rule there is: lists, docs, reports, `explain` and the check read this. */
import type { Catalogue } from '../domain/check.ts';
import type { Rule } from '../domain/rule.ts';
import { licenceKinds } from '../licences/index.ts';
import { companyRules } from './company.ts';
import { evidenceRules } from './evidence.ts';
import { ledgerRules } from './ledger.ts';
import { resourceRules } from './resource.ts';
import { schemaRules } from './schema.ts';
import { waiverRules } from './waiver.ts';
import { yamlRules } from './yaml.ts';

export const catalogue: Catalogue = {
  kinds: new Map(licenceKinds.map((kind) => [kind.kind, kind])),
  common: [...companyRules, ...resourceRules, ...evidenceRules],
};

export const allRules: readonly Rule[] = [
  ...licenceKinds.flatMap(({ rules }) => rules),
  ...companyRules,
  ...resourceRules,
  ...evidenceRules,
  ...waiverRules,
  ...ledgerRules,
  ...schemaRules,
  ...yamlRules,
];

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}
