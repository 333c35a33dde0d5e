/** A path that is empty, as from a variable that is not set, is no folder: nothing is read, and nothing is written. */
import { expect, test } from 'vitest';

import { TELLERS, WRITERS } from '../support/every-command.ts';
import { runInMemory } from '../support/memory-io.ts';

const GIVEN = Object.entries(WRITERS).map(([name, [given = []]]) => [name, given] as const);
const COMMANDS = new Map([...GIVEN, ...Object.entries(TELLERS).map(([name, { given }]) => [name, given] as const)]);

/** What stands before an argument that is a path. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'evidence add': ['isp'],
  diff: ['HEAD'],
  show: ['isp'],
  notify: ['--to', 'wecom'],
};

/** Command lines with one path that is empty: for each option and argument that is one. */
async function linesOf(name: string, given: readonly string[]): Promise<readonly (readonly string[])[]> {
  const words = name.split(' ');
  const { stdout: help } = await runInMemory([...words, '--help', '--lang', 'en']);
  const options = [...help.matchAll(/ (--[\w-]+) <(?:PATH|FILE|LEDGER|FOLDER\|FILE\.zip)>/gu)];
  const hasArgument = /^ {2}ledger .*[[<](?:PATH|FILE|FOLDER)(?:\.\.\.)?[\]>]/mu.test(help);
  const empty = options.map(([, option = '']) => words.concat(given, `${option}=`));
  return hasArgument ? [...empty, words.concat(BEFORE[name] ?? [], '')] : empty;
}

const lines = await Promise.all([...COMMANDS].map(async ([name, given]) => linesOf(name, given)));

test('all commands are asked', () => {
  expect(lines.flat().length).toBeGreaterThan(65);
});

test.each(lines.flat().map((argv) => [argv]))('%j', async (argv) => {
  const { code, stdout, stderr, written } = await runInMemory(argv);
  expect({ code, stdout, written }).toEqual({ code: 2, stdout: '', written: new Map() });
  expect(stderr).toContain('the path is empty');
});
