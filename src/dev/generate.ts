/**
 * Writes what is made from the code: the registry of licences, the schemas, the pages about the rules and the
 * notices of third parties. `--check` writes nothing and fails where something is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { type GeneratedFile, licenceIndex } from './documents/licence-index.ts';
import { thirdPartyNotices } from './documents/third-party-notices.ts';

const root = new URL('../../', import.meta.url);
const PAGES = ['docs/rules/zh/', 'docs/rules/en/'];

async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  // The rest is made of all licences, so that their registry comes first.
  settle([licenceIndex(root)]);
  if (!check || stale.length === 0) {
    const { documents } = await import('./documents/documents.ts');
    const made = await documents(root);
    settle([...made, thirdPartyNotices(root)]);
    removeOthers(new Set(made.map(({ path }) => path)));
  }
  if (check && stale.length > 0) process.exitCode = 1;

  function settle(files: readonly GeneratedFile[]): void {
    for (const { path, text } of files) {
      if (read(path) === text) continue;
      report(path, check ? 'stale' : 'written');
      if (!check) write(path, text);
    }
  }

  /** Pages of modules that are gone. */
  function removeOthers(made: ReadonlySet<string>): void {
    const there = PAGES.flatMap((folder) => list(folder).map((name) => `${folder}${name}`));
    for (const path of there.filter((one) => !made.has(one))) {
      report(path, check ? 'not of any rule' : 'removed');
      if (!check) rmSync(new URL(path, root));
    }
  }

  function report(path: string, done: string): void {
    stale.push(path);
    console.error(`${done}: ${path}`);
  }
}

function write(path: string, text: string): void {
  const target = new URL(path, root);
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, text);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(new URL(folder, root));
  } catch {
    return [];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
