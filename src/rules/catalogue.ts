/** Every rule there is: lists, docs, reports, `explain` and the check read this. */
import type { Catalogue } from '../domain/check.ts';
import type { Rule } from '../domain/rule.ts';
import { kindsByName, licenceKinds } from '../licences/index.ts';
import { numberRules } from '../licences/number/index.ts';
import { licenceRules } from '../licences/service/index.ts';
import { companyRules } from './company.ts';
import { evidenceRules } from './evidence.ts';
import { gitRules } from './git.ts';
import { ledgerRules } from './ledger.ts';
import { resourceRules } from './resource.ts';
import { schemaRules } from './schema.ts';
import { waiverRules } from './waiver.ts';
import { yamlRules } from './yaml.ts';

export const catalogue: Catalogue = {
  kinds: kindsByName,
  families: { service: licenceRules, number: numberRules },
  common: [...companyRules, ...resourceRules, ...evidenceRules],
};

const withoutKind: readonly Rule[] = [
  ...licenceRules,
  ...numberRules,
  ...companyRules,
  ...resourceRules,
  ...evidenceRules,
  ...waiverRules,
  ...ledgerRules,
  ...schemaRules,
  ...yamlRules,
  ...gitRules,
];

/** Made when somebody asks: a check needs the rules of the kinds that its ledger has, and they are many. */
export function allRules(): readonly Rule[] {
  return [...licenceKinds.flatMap(({ rules }) => rules), ...withoutKind];
}

/** The rules of a module: of `licence`, of `isp`, of `waiver`; none where there is no such module. */
export function rulesOfModule(name: string): readonly Rule[] {
  return catalogue.kinds.get(name)?.rules ?? withoutKind.filter(({ module }) => module === name);
}

/** Undefined for an id that no rule has; a company's own rules are those of its ledger. */
export function findRule(id: string): Rule | undefined {
  const [module = ''] = id.split('/', 1);
  return rulesOfModule(module).find((rule) => rule.id === id);
}
