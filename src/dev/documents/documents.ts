/** All documents that are made from the rules and the schemas. */
import { licenceKinds } from '../../licences/index.ts';
import { allRules } from '../../rules/catalogue.ts';
import { cataloguePage, readmeWith } from './catalogue-pages.ts';
import type { GeneratedFile } from './generated-file.ts';
import { rulePages } from './rule-pages.ts';
import { modulesOf } from './rule-words.ts';
import { schemas } from './schemas.ts';

export function documents(readme: string): readonly GeneratedFile[] {
  const modules = modulesOf(allRules(), licenceKinds);
  return [...schemas(licenceKinds), ...rulePages(modules), cataloguePage(modules), readmeWith(modules, readme)];
}
