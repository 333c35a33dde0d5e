/** Texts that would keep a parser busy for minutes, fill the memory or exhaust the stack: told in plain words, and at once. */
import { describe, expect, test } from 'vitest';

import { indexLines } from '../../src/source/line-index.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';

/** An idle machine needs a tenth of it. */
const SOON = 3000;

interface Told {
  readonly first: string;
  readonly line: number;
  readonly milliseconds: number;
}

async function tell(text: string): Promise<Told> {
  const started = performance.now();
  const read = await readYaml(text);
  const milliseconds = performance.now() - started;
  if ('document' in read) return { first: '', line: 0, milliseconds };
  const [problem] = read.problems;
  if (problem === undefined || 'path' in problem.at) throw new Error('a problem of the text has a span');
  const { line } = indexLines(text).positionAt(problem.at.start);
  return { first: problem.message.en, line, milliseconds };
}

const HEAD = 'version: 1\n';
const DEEP = 'nested too deeply';
const DECORATED = 'there are too many tags or anchors before one value';
const UNCONNECTED = 'this does not follow from the lines before it';
const NO_DATA = 'the file has more than 10 MB, but has no content';

const bomb = Array.from({ length: 90 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`);

describe('an error at once', () => {
  test.each<{ name: string; text: string; first: string; line: number }>([
    { name: 'tags on one node', text: `${HEAD}a: ${'!a '.repeat(20_000)}x\n`, first: DECORATED, line: 2 },
    { name: 'tags without a space', text: `${HEAD}a: ${'!<a>'.repeat(15_000)} x\n`, first: DECORATED, line: 2 },
    {
      name: 'tags on lines of their own',
      text: `${HEAD}a:\n${'  !a\n'.repeat(20_000)}  x\n`,
      first: DECORATED,
      line: 11,
    },
    { name: 'anchors on one node', text: `${HEAD}a: ${'&a '.repeat(20_000)}x\n`, first: DECORATED, line: 2 },
    { name: 'nested lists', text: `${HEAD}a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, first: DEEP, line: 2 },
    { name: 'nested mappings', text: `a: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}\n`, first: DEEP, line: 1 },
    { name: 'dashes on one line', text: `a:\n  ${'- '.repeat(10_000)}x\n`, first: DEEP, line: 2 },
    { name: 'question marks', text: `${'? '.repeat(10_000)}x\n`, first: DEEP, line: 1 },
    { name: 'colons', text: `${': '.repeat(10_000)}x\n`, first: DEEP, line: 1 },
    {
      name: 'nested keys',
      text: Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      first: DEEP,
      line: 101,
    },
    { name: 'nested anchors', text: `a: ${'&a ['.repeat(10_000)}${']'.repeat(10_000)}\n`, first: DEEP, line: 1 },
    { name: 'nested anchors behind dashes', text: `a:\n  ${'- &a '.repeat(10_000)}x\n`, first: DEEP, line: 2 },
    { name: 'double quotes', text: `${HEAD}a: ${'"'.repeat(1_000_000)}\n`, first: UNCONNECTED, line: 2 },
    { name: 'quotes of both kinds', text: `${HEAD}a: ${`"'`.repeat(500_000)}\n`, first: UNCONNECTED, line: 2 },
    {
      name: 'a quote on each line',
      text: `${HEAD}${'a: "\n'.repeat(200_000)}`,
      first: 'a quote is not closed',
      line: 2,
    },
    {
      name: 'quotes in brackets',
      text: `${HEAD}a: [${'"" '.repeat(300_000)}]\n`,
      first: 'a comma is missing between the items in brackets',
      line: 2,
    },
    { name: 'commas', text: `a: [${','.repeat(1_000_000)}]\n`, first: 'there is an extra comma', line: 1 },
    { name: 'closing brackets', text: `${HEAD}${']'.repeat(1_000_000)}\n`, first: UNCONNECTED, line: 2 },
    {
      name: 'aliases of aliases',
      text: ['a0: &a0 x', ...bomb].join('\n'),
      first: 'expanding this alias gives more than 1000000 values',
      line: 7,
    },
    { name: 'blank lines', text: '\n'.repeat(50_000_000), first: NO_DATA, line: 1 },
    {
      name: 'blank lines behind a list',
      text: `- a${'\n'.repeat(50_000_000)}`,
      first: 'the file has more than 10 MB; a file of this size must have one value a line, and line 1 does not',
      line: 1,
    },
    {
      name: 'fewer blank lines behind a marker',
      text: `%YAML 1.2\n---\n${'\n'.repeat(9_000_000)}${HEAD}`,
      first: 'there are more than 100000 empty lines in a row',
      line: 100_002,
    },
  ])('$name', async ({ text, first, line }) => {
    const told = await tell(text);
    expect(told).toMatchObject({ first, line });
    expect(told.milliseconds).toBeLessThan(SOON);
  });

  test('many mistakes are told up to a hundred', async () => {
    const read = await readYaml(`a: [${', '.repeat(5000)}]\n`);
    expect('problems' in read && read.problems.length).toBe(100);
  });

  test('a hundred equal keys are enough, too', async () => {
    const read = await readYaml('a: ~\n'.repeat(5000));
    expect('problems' in read && read.problems.length).toBe(100);
  });
});

describe('data all the same', () => {
  test('quotes that are one text', async () => {
    const read = await readYaml(`a: ${"'".repeat(100_000)}\n`);
    expect('document' in read && read.document.data).toEqual({ a: "'".repeat(49_999) });
  });

  test('ten thousand anchors and aliases', async () => {
    const read = await readYaml(`a: [${'&a 1, *a, '.repeat(10_000)}]\n`);
    expect('document' in read && read.document.data).toEqual({ a: Array(20_000).fill(1) });
  });

  test('blank lines between two fields, however many', async () => {
    const read = await readYaml(`a: b\n${'\n'.repeat(20_000_000)}c: d\n`);
    expect('document' in read && read.document.data).toEqual({ a: 'b', c: 'd' });
  });

  /** A pattern remembers each step of its way, and its memory has an end. */
  test.each([
    ['a plain text', (long: string) => `a: ${long}\n`],
    ['a plain text of another style', (long: string) => `%YAML 1.2\n---\na: ${long}\n`],
    ['a text in quotes', (long: string) => `a: "${long}"\n`],
    ['a text in quotes of another style', (long: string) => `%YAML 1.2\n---\na: '${long}'\n`],
    ['a text in lines', (long: string) => `a: |-\n  ${long}\n`],
    ['a text in brackets', (long: string) => `a: [ ${long} ]\n`],
    ['a comment', (long: string) => `a: b # ${long}\n`],
    ['a comment of its own', (long: string) => `# ${long}\n---\na: b\n`],
  ])('nine million characters in %s', async (_name, text) => {
    const read = await readYaml(text('电x'.repeat(4_500_000)));
    expect(read).toHaveProperty('document.data.a');
  });

  test.each([
    ['behind a value', (spaces: string) => `a: "b"${spaces}\n`],
    ['between two words', (spaces: string) => `a: b${spaces}c\n`],
    ['in brackets', (spaces: string) => `a: [b${spaces}]\n`],
    ['behind a dash', (spaces: string) => `a:\n  -${spaces}b\n`],
    ['before a comment', (spaces: string) => `a: b\n${spaces}# c\n`],
    ['at the end of a text in lines', (spaces: string) => `a: |\n  b\n${spaces}`],
  ])('nine million spaces %s', async (_name, text) => {
    expect(await readYaml(text(' '.repeat(9_000_000)))).toHaveProperty('document.data.a');
  });
});
