/** All documents that are made from the fields, the rules and the schemas. */
import * as z from 'zod/mini';

import { ciJob } from '../../commands/init/ci-jobs.ts';
import { stateSchema } from '../../commands/notify/told-state.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import { type Language, LANGUAGES } from '../../domain/text.ts';
import { type EntryFields, type Field, LONGEST } from '../../fields/field.ts';
import { ENTRIES } from '../../fields/index.ts';
import { fieldsIn, sentence } from '../../fields/uses.ts';
import { licenceKinds } from '../../licences/index.ts';
import { allRules } from '../../rules/catalogue.ts';
import { DOCUMENT_SCHEMAS } from '../../schema/document-schemas.ts';
import { ledgerJsonSchemaText } from '../../schema/ledger-json-schema.ts';
import { errorPage } from './error-page.ts';
import { failingExamples } from './failing-examples.ts';
import { helpPages } from './help-pages.ts';
import { jsonPage } from './json-page.ts';
import type { GeneratedFile } from './licence-index.ts';
import { code, page, prose, table } from './markdown.ts';
import { certaintyOf, modulesOf, PAGES_FOLDER, type RuleModule, rulePages, severityOf } from './rule-pages.ts';
import { terminalPictures } from './terminal-picture.ts';

export async function documents(root: URL): Promise<readonly GeneratedFile[]> {
  const rules = allRules();
  const modules = modulesOf(rules, licenceKinds);
  const failing = await failingExamples(rules);
  return [
    ...schemas(licenceKinds),
    ...rulePages(modules, failing),
    cataloguePage(modules),
    fieldPage(),
    await jsonPage(root),
    await errorPage(root, rules, failing),
    ...(await helpPages(root)),
    ...(await terminalPictures(root)),
    // For whoever copies or includes it: the job that `ledger init --ci gitlab` writes.
    { path: 'ci/gitlab-ci.yml', text: ciJob('gitlab', true) },
  ];
}

/** JSON Schemas for other programs and for editors: of the ledger, and of each `ledger/NAME@1`. */
function schemas(kinds: readonly LicenceKind[]): readonly GeneratedFile[] {
  const documents = Object.entries({ ...DOCUMENT_SCHEMAS, notify: stateSchema }).map(([name, schema]) => ({
    path: `docs/schemas/${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema), undefined, 2)}\n`,
  }));
  return [...documents, { path: 'docs/schemas/ledger.schema.json', text: ledgerJsonSchemaText(kinds) }];
}

const HEADINGS = {
  zh: { title: '全部规则', head: ['模块', '规则', '最高级别', '要求', '依据'] },
  en: { title: 'All rules', head: ['module', 'rule', 'highest severity', 'what it asks', 'legal basis'] },
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

/** Where each sort of entry stands in a ledger. */
const PLACES: Readonly<Record<keyof typeof ENTRIES, string>> = {
  ledger: 'ledger.yaml',
  company: 'company',
  paidIn: 'company.paidIn',
  change: 'company.changes[]',
  branch: 'company.branches[]',
  penalty: 'company.penalties[]',
  system: 'company.systems[]',
  personalInformation: 'company.personalInformation',
  security: 'company.security',
  platform: 'company.platform',
  policy: 'policy',
  arrangement: 'policy.workingDays.YEAR',
  licence: 'licences[]',
  renewal: 'licences[].renewal',
  service: 'licences[].services[]',
  resource: 'resources[]',
  autoRenew: 'resources[].autoRenew',
  evidence: 'evidence[]',
  requirement: 'requirements[]',
  duty: 'duties[]',
  every: 'duties[].every',
  waiver: 'waivers[]',
};

const HEAD = ['字段 field', '', '含义 meaning', '写法 as in'];
const NEEDED = '必填 required';

const BEGINNING = `# 台账的字段 · Fields of the ledger

一种业务或码号自有的字段，写在它的[规则页](rules/README.md)上；写在这项业务上，短写时写在许可证上。以 \`x-\` 开头的键归公司自用，程序不看。
编号和种类最多${LONGEST.word}个字符，备注和理由最多${LONGEST.prose}个，其他文字最多${LONGEST.text}个。

The fields that one kind of service or number has of its own stand on [its page of rules](rules/README.md); they are
written on the service, or on the licence in the short form. Keys that begin with \`x-\` are yours, and nobody reads them.
An id and a kind have at most ${LONGEST.word} characters, notes and reasons ${LONGEST.prose}, every other text ${LONGEST.text}.`;

/** The page of all fields of a ledger. */
function fieldPage(): GeneratedFile {
  const sections = Object.entries(ENTRIES).flatMap(([name, entry]) => sectionOf(name, entry));
  return {
    path: 'docs/ledger-file.md',
    text: page([
      '<!-- 本页由字段生成，请勿手改。 This page is made from the fields; do not edit it. -->',
      BEGINNING,
      ...sections,
    ]),
  };
}

function sectionOf(name: string, entry: EntryFields): readonly string[] {
  const place = Object.entries(PLACES).find(([one]) => one === name)?.[1] ?? name;
  const { either } = entry;
  return [
    `## ${code(place)}`,
    table(HEAD, fieldsIn(entry).map(rowOf)),
    either === undefined ? '' : `${either.map(code).join('、')}二选一。One of ${either.map(code).join(' and ')}.`,
  ];
}

function rowOf(one: Field): readonly string[] {
  const { key, describes, example, presence } = one;
  const { zh, en } = sentence(describes);
  return [code(key), presence === 'required' ? NEEDED : '', `${prose(zh)}<br>${prose(en)}`, code(`${key}: ${example}`)];
}
