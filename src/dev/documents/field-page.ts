/** The page of all fields of a ledger, made from the fields themselves. */
import type { EntryFields, Field } from '../../fields/field.ts';
import { ENTRIES } from '../../fields/index.ts';
import { fieldsIn, sentence } from '../../fields/uses.ts';
import type { GeneratedFile } from './licence-index.ts';
import { code, page, prose, table } from './markdown.ts';

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

The fields that one kind of service or number has of its own stand on [its page of rules](rules/README.md); they are
written on the service, or on the licence in the short form. Keys that begin with \`x-\` are yours, and nobody reads them.`;

export function fieldPage(): GeneratedFile {
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
