/** Writes what is made from the code: the registry of licences and the schema of the report. `--check` writes nothing and fails where something is stale. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import { checkReportSchema } from '../schema/check-report-schema.ts';

const root = new URL('../../', import.meta.url);

interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

function licenceIndex(): GeneratedFile {
  const kinds = readdirSync(new URL('src/licences/', root), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'index.ts')
    .map(({ name }) => name.slice(0, -'.ts'.length))
    .sort();
  const lines = [
    '// Generated from this folder by `npm run generate`.',
    "import type { LicenceKind } from '../domain/licence-kind.ts';",
    ...kinds.map((kind) => `import ${nameOf(kind)} from './${kind}.ts';`),
    '',
    `export const licenceKinds: readonly LicenceKind[] = [${kinds.map(nameOf).join(', ')}];`,
    '',
  ];
  return { path: 'src/licences/index.ts', text: lines.join('\n') };
}

function reportSchema(): GeneratedFile {
  const schema = z.toJSONSchema(checkReportSchema);
  return { path: 'docs/check-report.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` };
}

/** `ip-vpn` → `ipVpn` */
function nameOf(kind: string): string {
  return kind.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function main(check: boolean): void {
  const stale = [licenceIndex(), reportSchema()].filter(({ path, text }) => read(path) !== text);
  for (const { path, text } of stale) {
    if (!check) writeFileSync(new URL(path, root), text);
    console.error(`${check ? 'stale' : 'written'}: ${path}`);
  }
  if (check && stale.length > 0) process.exitCode = 1;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
