/** The documents that are made from the rules, before they are written. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { documents } from '../../src/dev/documents/documents.ts';
import { block, prose, table } from '../../src/dev/documents/markdown.ts';
import { modulesOf } from '../../src/dev/documents/rule-pages.ts';
import { ENTRIES } from '../../src/fields/index.ts';
import { fieldsIn, sentence } from '../../src/fields/uses.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { allRules, findRule } from '../../src/rules/catalogue.ts';
import { DOCUMENT_SCHEMAS } from '../../src/schema/document-schemas.ts';
import { faultsOf } from '../support/document-schema.ts';
import { readLedger } from '../support/read-ledger.ts';

const documented = await documents(new URL('../../', import.meta.url));
const made = new Map(documented.map(({ path, text }) => [path, text]));
const textOf = (path: string): string => made.get(path) ?? '';

describe('pages of rules', () => {
  test.each(allRules().map((rule) => [rule.id, rule] as const))('%s has its section in both languages', (id, rule) => {
    for (const language of ['zh', 'en'] as const) {
      const section =
        textOf(`docs/rules/${language}/${rule.module}.md`)
          .split(/^## /mu)
          .find((one) => one.startsWith(`${id}\n`)) ?? '';
      for (const part of [rule.summary, rule.why, rule.remedy]) expect(section).toContain(prose(part[language]));
      for (const status of Object.keys(rule.statuses)) expect(section).toContain(`| \`${status}\` |`);
      for (const { url } of rule.basis) expect(section).toContain(`](${url})`);
      expect(section).toContain(rule.examples().asOf);
      expect(section.match(/^```yaml$/gmu)).toHaveLength(2);
    }
    const catalogue = textOf('docs/rules/README.md');
    expect(catalogue).toContain(prose(rule.summary.zh));
    expect(catalogue).toContain(prose(rule.summary.en));
  });

  test('what every licence owes comes before its kinds, and each kind leads there', () => {
    const names = modulesOf(allRules(), licenceKinds).map(({ name }) => name);
    expect(names.indexOf('licence')).toBe(0);
    expect(names.indexOf('number')).toBeLessThan(names.indexOf('number-106'));
    for (const { kind, family } of licenceKinds) {
      expect(textOf(`docs/rules/en/${kind}.md`)).toContain(family === 'number' ? '](number.md)' : '](licence.md)');
    }
  });

  test('a kind shows the fields that it alone has', () => {
    const withFields = licenceKinds.filter(({ fields = [] }) => fields.length > 0);
    expect(withFields.length).toBeGreaterThan(0);
    for (const { kind, fields = [] } of withFields) {
      for (const { name, example } of fields)
        expect(textOf(`docs/rules/zh/${kind}.md`)).toContain(`\`${name}: ${example}\``);
    }
  });

  test('an example that a page shows is one that the program reads', async () => {
    const [example = ''] = /(?<=```yaml\n).*?(?=```)/su.exec(textOf('docs/rules/en/isp.md')) ?? [];
    expect((await readLedger(example)).problems).toEqual([]);
  });
});

test.each(Object.entries(ENTRIES))('the page of fields has those of %s', (_, entry) => {
  const text = textOf('docs/ledger-file.md');
  for (const { key, describes, example } of fieldsIn(entry)) {
    expect(text).toContain(`| \`${key}: ${example}\` |`);
    for (const words of Object.values(sentence(describes))) expect(text).toContain(prose(words));
  }
});

describe('the schema of the ledger', () => {
  const schema: object = JSON.parse(textOf('docs/schemas/ledger.schema.json'));
  const isLedger = new Ajv2020({ strict: false }).compile(schema);

  /** What is wrong with a text, as the schema says it. */
  function faultsInLedger(text: string): readonly string[] {
    const file: unknown = parse(text);
    return isLedger(file)
      ? []
      : (isLedger.errors ?? []).map(({ instancePath, message = '' }) => instancePath + message);
  }

  const judged = allRules().filter(({ module }) => !['yaml', 'schema', 'ledger', 'git'].includes(module));

  test.each(judged.map(({ id, examples }) => [id, examples()] as const))(
    'lets in the examples of %s',
    (_, examples) => {
      for (const text of [examples.fails, examples.passes]) expect(faultsInLedger(text)).toEqual([]);
    },
  );

  test('lets in the example of the project', async () => {
    const text = await readFile(new URL('../../ledger.example.yaml', import.meta.url), 'utf8');
    expect(faultsInLedger(text)).toEqual([]);
  });

  test.each(['schema/unknown-field', 'schema/missing-field', 'schema/type', 'schema/licence-kind'])(
    'keeps out the example that fails %s',
    (id) => {
      const { examples } = findRule(id) ?? {};
      expect(examples).toBeDefined();
      expect(faultsInLedger(examples?.().fails ?? '')).not.toEqual([]);
    },
  );

  test('keeps the fields of a kind to that kind', () => {
    const licence = { id: 'a', kind: 'sp', expires: '2031-01-01', messageRecords: { kept: 6 } };
    const file = { version: 1, company: { name: '甲' }, licences: [licence] };
    expect(isLedger(file)).toBe(true);
    expect(isLedger({ ...file, licences: [{ ...licence, kind: 'isp' }] })).toBe(false);
  });
});

describe('the page of documents for programs', () => {
  const text = textOf('docs/json.md');
  const sections = text.split(/^## (?=`ledger\/)/mu).slice(1);

  test.each(Object.keys(DOCUMENT_SCHEMAS))(
    'ledger/%s@1 has its fields in words, and an example that its schema lets in',
    (name) => {
      const section = sections.find((one) => one.startsWith(`\`ledger/${name}@1\``)) ?? '';
      const [example = ''] = /(?<=```json\n).*?(?=```)/su.exec(section) ?? [];
      expect(faultsOf(example)).toEqual([]);
      const wordless = /^\| (?<field>`[^|]*`) \| (?!(?:list of )*object)[^|]+ \| (?:maybe)? \| {2}\|$/gmu;
      expect([...section.matchAll(wordless)].map(({ groups }) => groups?.['field'])).toEqual([]);
    },
  );

  test('tells nothing of the machine that made it', () => {
    expect(text).not.toContain(tmpdir());
  });
});

describe('what is made from the help', () => {
  const commands = ['check', 'record annual-report', 'evidence add', 'completion'];

  test.each(commands)('the man page has `%s` with its help, escaped', (name) => {
    const section = textOf('man/ledger.1')
      .split('.SS ledger ')
      .find((one) => one.startsWith(`${name.replaceAll('-', String.raw`\-`)}\n.nf\n`));
    expect(section).toContain(String.raw`\-\-lang <LANGUAGE>`);
    expect(textOf('man/ledger.1')).not.toMatch(/^'/mu);
  });

  test('the page for programs leads to every command and every document', () => {
    const text = textOf('llms.txt');
    for (const name of ['check', 'record', 'lsp']) expect(text).toContain(`\n- \`ledger ${name}\`: `);
    for (const name of ['json', 'ci', 'rules/README']) expect(text).toContain(`](docs/${name}.md)\n`);
  });
});

describe('the pictures of the terminal', () => {
  const pictures = [...made].filter(([path]) => path.startsWith('docs/pictures/'));

  test.each(pictures)('%s stands on its grid, and holds what was printed', (_, text) => {
    const runs = [
      ...text.matchAll(/<text x="(?<x>[\d.]+)" y="(?<y>\d+)" textLength="(?<length>[\d.]+)"[^>]*>(?<words>[^<]+)</gu),
    ];
    expect(runs.length).toBeGreaterThan(50);
    let [row, end] = ['', 0];
    for (const { groups } of runs) {
      const { x = '', y = '', length = '', words = '' } = groups ?? {};
      expect(words).toMatch(/^(?:[!-~]+|[^ -~]+)$/u);
      if (y === row) expect(Number(x)).toBeGreaterThan(end);
      [row, end] = [y, Number(x) + Number(length) - 0.2];
      expect(end).toBeLessThan(Number(/width="(?<width>\d+)"/u.exec(text)?.groups?.['width']));
    }
    expect(runs.map(({ groups }) => groups?.['words']).join('')).toContain('isp/leased-line');
  });

  test('there is one for each language and each scheme, and the READMEs show them', async () => {
    const names = ['en-dark', 'en-light', 'zh-dark', 'zh-light'].map((name) => `docs/pictures/check-${name}.svg`);
    expect(pictures.map(([path]) => path).toSorted()).toEqual(names);
    const [english, chinese] = await Promise.all(
      ['README.md', 'README.zh-CN.md'].map(async (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')),
    );
    for (const name of names) expect(name.includes('-en-') ? english : chinese).toContain(`="${name}"`);
  });
});

describe('markdown', () => {
  test.each([
    ['a * b < c [d]', String.raw`a \* b \< c \[d\]`],
    ['write `<<: *a` so', 'write `<<: *a` so'],
    ['two\nlines', String.raw`two\\nlines`],
  ])('prose of %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test('a cell keeps to itself', () => {
    expect(table(['a', 'b'], [['x|y', 'z']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | z |');
  });

  test('a fence is longer than what it holds', () => {
    expect(block('yaml', 'a: "````"\n')).toBe('`````yaml\na: "````"\n`````');
  });
});
