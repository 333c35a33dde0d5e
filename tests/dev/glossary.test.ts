/** One word for one thing: every text of the program and its pages keeps to `docs/glossary.md`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Term {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly not: readonly string[];
}

const rows = read('docs/glossary.md').matchAll(
  /^\| (?<zh>\p{Script=Han}.*?) \| (?<en>.*?) \| .*? \| ?(?<not>.*?) ?\|$/gmu,
);
const TERMS: readonly Term[] = [...rows]
  .map(({ groups }) => groups ?? {})
  .filter(({ zh }) => zh !== '中文')
  .map(({ zh = '', en = '', not = '' }) => ({
    zh: zh.split('、'),
    en: en.split(', '),
    not: not.split('、').filter((word) => word !== ''),
  }));

/** The law's own word for the number on the paper, where a rule says what the law asks. */
const QUOTED = /经营许可证编号/gu;

interface Passage {
  readonly place: string;
  readonly text: string;
}

/** What stands under `zh` and `en` in the source: that is how every text of the program is kept. */
function textsIn(file: string): readonly Passage[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const texts: Passage[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ['zh', 'en'].includes(node.name.getText())) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      texts.push({ place: `${file}:${line + 1}`, text: wordsOf(node.initializer) });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  return texts;
}

/** The literal words of an expression, with … for what is put in when it runs. */
function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…');
  const words: string[] = [];
  ts.forEachChild(node, (child) => {
    words.push(wordsOf(child));
  });
  return words.join(' ');
}

/** Pages that quote others: questions as they are asked, what has been decided, and the table itself. */
const QUOTING = ['docs/coverage.md', 'docs/decisions.md', 'docs/glossary.md'];

const program = globSync('src/**/*.ts', { cwd: root }).toSorted().flatMap(textsIn);
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root, ignore: QUOTING })
  .toSorted()
  .flatMap((name) =>
    read(name)
      .split('\n')
      .map((text, at) => ({ place: `${name}:${at + 1}`, text })),
  );

/** Code is no prose: names in it are as others gave them. */
function prose(text: string): string {
  return text.replaceAll(/`[^`]*`|https?:\S+|\]\([^)]*\)/gu, ' ').replaceAll(QUOTED, '');
}

function finder(word: string): RegExp {
  return /^\p{Script=Han}/u.test(word) ? new RegExp(word, 'u') : new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'iu');
}

test('the texts are found', () => {
  expect(TERMS.length).toBeGreaterThan(25);
  expect(program.length).toBeGreaterThan(4000);
  expect(program.map(({ text }) => text)).toContain('没有这个命令');
});

describe('words that are not used', () => {
  const texts = [...program, ...pages].map(({ place, text }) => ({ place, text: prose(text) }));

  test.each(
    TERMS.flatMap(({ zh, en, not }) => not.map((word) => [word, `${zh.join('、')}, ${en.join(', ')}`] as const)),
  )('%s (it is: %s)', (word) => {
    const isThere = finder(word);
    expect(texts.filter(({ text }) => isThere.test(text)).map(({ place }) => place)).toEqual([]);
  });
});

describe('words of the table', () => {
  const said = program.map(({ text }) => text).join('\n');

  test.each(TERMS.flatMap(({ zh }) => zh))('%s is one that the program says', (word) => {
    expect(said).toContain(word);
  });
});
