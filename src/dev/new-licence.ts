/** `npm run new:licence -- KIND`: a kind of licence that works from its first minute, to be edited into what it shall be. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { variableFor } from './documents/licence-index.ts';
import { casesTemplate, licenceTemplate } from './documents/licence-template.ts';

const root = new URL('../../', import.meta.url);
const KIND = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const COMMON_MODULES = new Set([
  'resource',
  'evidence',
  'ledger',
  'schema',
  'yaml',
  'waiver',
  'company',
  'own',
  'index',
]);

function main(words: readonly string[]): void {
  const [kind = '', ...more] = words;
  const refusal = more.length > 0 ? 'one kind at a time' : refuse(kind);
  if (refusal !== undefined) {
    console.error(`${refusal}\nusage: npm run new:licence -- KIND, such as satellite-relay`);
    process.exitCode = 2;
    return;
  }
  const [licence, cases] = [licenceFile(kind), casesFile(kind)];
  writeFileSync(new URL(licence, root), licenceTemplate(kind), { flag: 'wx' });
  writeFileSync(new URL(cases, root), casesTemplate(kind), { flag: 'wx' });
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('src/dev/generate.ts', root))],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  console.log(`What to do next:
  1. ${licence}: its code, its names, and what it needs in place of the example. Cite no article that you have not read.
  2. src/law: the instruments that are not there yet, with the day on which you read them.
  3. ${cases}: a case for each status of each rule, and the days on both sides of each limit.
  4. npm run generate, then npx vitest run tests/licences -u: the new rule ids are now public and never change.
  5. npm run check && npm test`);
}

/** What is wrong with the name of a new kind. */
function refuse(kind: string): string | undefined {
  if (kind === '') return 'no kind is named';
  if (!KIND.test(kind))
    return `${kind}: a kind is made of lower-case words, digits and hyphens, and begins with a letter`;
  if (COMMON_MODULES.has(kind)) return `${kind}: that name is taken`;
  if (!canBeVariable(kind)) return `${kind}: that is a word of the language, which cannot name a module`;
  return [licenceFile(kind), casesFile(kind)].some((path) => existsSync(new URL(path, root)))
    ? `${kind}: there is such a kind already`
    : undefined;
}

/** Whether the registry can import it under its name. */
function canBeVariable(kind: string): boolean {
  try {
    return new Script(`'use strict'; let ${variableFor(kind)};`) instanceof Script;
  } catch {
    return false;
  }
}

function licenceFile(kind: string): string {
  return `src/licences/${kind}.ts`;
}

function casesFile(kind: string): string {
  return `tests/licences/${kind}.cases.yaml`;
}

main(process.argv.slice(2));
