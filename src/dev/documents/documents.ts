/** All documents that are made from the fields, the rules and the schemas. */
import * as z from 'zod/mini';

import { ciJob } from '../../commands/init/ci-jobs.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import { type Language, LANGUAGES } from '../../domain/text.ts';
import { licenceKinds } from '../../licences/index.ts';
import { allRules } from '../../rules/catalogue.ts';
import { checkReportSchema } from '../../schema/check-report-schema.ts';
import { ledgerJsonSchemaText } from '../../schema/ledger-json-schema.ts';
import { receiptSchema } from '../../schema/receipt-schema.ts';
import { todoSchema } from '../../schema/todo-schema.ts';
import { fieldPage } from './field-page.ts';
import type { GeneratedFile } from './licence-index.ts';
import { code, page, prose, table } from './markdown.ts';
import { certaintyOf, modulesOf, PAGES_FOLDER, type RuleModule, rulePages, severityOf, titleOf } from './rule-pages.ts';

export function documents(readme: string): readonly GeneratedFile[] {
  const modules = modulesOf(allRules(), licenceKinds);
  return [
    ...schemas(licenceKinds),
    ...rulePages(modules),
    cataloguePage(modules),
    fieldPage(),
    // For whoever copies or includes it: the job that `ledger init --ci gitlab` writes.
    { path: 'ci/gitlab-ci.yml', text: ciJob('gitlab', true) },
    readmeWith(modules, readme),
  ];
}

/** JSON Schemas for other programs and for editors. */
function schemas(kinds: readonly LicenceKind[]): readonly GeneratedFile[] {
  return [
    {
      path: 'docs/check-report.schema.json',
      text: `${JSON.stringify(z.toJSONSchema(checkReportSchema), undefined, 2)}\n`,
    },
    { path: 'docs/todo.schema.json', text: `${JSON.stringify(z.toJSONSchema(todoSchema), undefined, 2)}\n` },
    { path: 'docs/receipt.schema.json', text: `${JSON.stringify(z.toJSONSchema(receiptSchema), undefined, 2)}\n` },
    { path: 'docs/ledger.schema.json', text: ledgerJsonSchemaText(kinds) },
  ];
}

const HEADINGS = {
  zh: { title: '全部规则', head: ['模块', '规则', '最高级别', '要求', '依据'] },
  en: { title: 'All rules', head: ['module', 'rule', 'at most', 'what it asks', 'ground'] },
} as const satisfies Record<Language, object>;

/** The catalogue of all rules. */
function cataloguePage(modules: readonly RuleModule[]): GeneratedFile {
  const parts = LANGUAGES.flatMap((language) => {
    const { title, head } = HEADINGS[language];
    const rows = modules.flatMap((module) =>
      module.rules.map((rule) => [
        `[${code(module.name)}](${language}/${module.name}.md)`,
        code(rule.name),
        severityOf(rule, language),
        prose(rule.summary[language]),
        certaintyOf(rule, language),
      ]),
    );
    return [`## ${title}`, table(head, rows)];
  });
  return {
    path: `${PAGES_FOLDER}README.md`,
    text: page([
      '<!-- 本页由规则生成，请勿手改。 This page is made from the rules; do not edit it. -->',
      '# 规则 · Rules',
      ...parts,
    ]),
  };
}

const BEGIN = '<!-- rules: made by `npm run generate` -->';
const END = '<!-- end of rules -->';

/** The README with a fresh table of modules. @throws {Error} where its marks are gone */
export function readmeWith(modules: readonly RuleModule[], readme: string): GeneratedFile {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`);
  const rows = modules.map((module) => [
    `[${code(module.name)}](${PAGES_FOLDER}en/${module.name}.md)`,
    prose(titleOf(module, 'en')),
    module.rules.map(({ name }) => code(name)).join(' '),
  ]);
  const text = `${BEGIN}\n\n${table(['module', 'what it is about', 'rules'], rows)}\n\n`;
  return { path: 'README.md', text: readme.slice(0, begin) + text + readme.slice(end) };
}
