/** The registry of licences: which files there are is read from the folder, so that a new kind is one file and nothing else. */
import { readdirSync } from 'node:fs';

export function licenceIndex(root: URL): GeneratedFile {
  const kinds = readdirSync(new URL('src/licences/', root), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'index.ts')
    .map(({ name }) => name.slice(0, -'.ts'.length))
    .sort();
  const lines = [
    '// Generated from this folder by `npm run generate`.',
    "import type { LicenceKind } from '../domain/licence-kind.ts';",
    ...kinds.map((kind) => `import ${variableFor(kind)} from './${kind}.ts';`),
    '',
    `export const licenceKinds: readonly LicenceKind[] = [${kinds.map(variableFor).join(', ')}];`,
    '',
    'export const kindsByName: ReadonlyMap<string, LicenceKind> = new Map(licenceKinds.map((one) => [one.kind, one]));',
    '',
  ];
  return { path: 'src/licences/index.ts', text: lines.join('\n') };
}

/** `ip-vpn` → `ipVpn` */
export function variableFor(kind: string): string {
  return kind.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** A file that is made from the code. */
export interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}
