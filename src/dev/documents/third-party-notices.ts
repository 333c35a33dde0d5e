/** The licences of the packages whose code the build puts into the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { GeneratedFile } from './licence-index.ts';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

interface Installed {
  readonly folder: string;
  readonly package: Package;
}

/** Whose data stand in the sources, without an import: the table of holidays that `npm run law:calendar` writes. */
const SOURCES_OF_DATA = ['chinese-days'];

/** @throws {Error} where a package is not installed or does not say under which licence it stands */
export function thirdPartyNotices(root: URL): GeneratedFile {
  const folder = fileURLToPath(root);
  const notices = bundled([...importedPackages(path.join(folder, 'src')), ...SOURCES_OF_DATA], folder).map((one) =>
    notice(one),
  );
  const text = ['The program contains code of these packages.\n', ...notices].join(`\n${'-'.repeat(78)}\n\n`);
  return { path: 'THIRD-PARTY-NOTICES.txt', text };
}

/** The packages that the sources import for more than their types. */
export function importedPackages(folder: string): readonly string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith(`dev${path.sep}`),
  );
  const names = sources.flatMap((name) => importsOf(readFileSync(path.join(folder, name), 'utf8')));
  return [...new Set(names)].toSorted();
}

const IMPORT = /^(?:import|export) (?!type )[^;]*?from '(?<from>[^']+)'|\bimport\('(?<later>[^']+)'\)/gmu;

function importsOf(source: string): readonly string[] {
  return [...source.matchAll(IMPORT)]
    .map(({ groups }) => groups?.['from'] ?? groups?.['later'] ?? '')
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** With all that they depend on, each once, by name and version. */
function bundled(names: readonly string[], root: string): readonly Installed[] {
  const found = new Map<string, Installed>();
  const visit = (name: string, from: string): void => {
    const installed = findInstalled(name, from);
    if (found.has(installed.folder)) return;
    found.set(installed.folder, installed);
    for (const needed of needsOf(installed.package)) visit(needed, installed.folder);
  };
  for (const name of names) visit(name, root);
  return [...found.values()].toSorted((one, other) => (titleOf(one) < titleOf(other) ? -1 : 1));
}

function needsOf({ dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }: Package): readonly string[] {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys(dependencies), ...peers];
}

/** As Node looks for it: in the nearest `node_modules` upward. */
function findInstalled(name: string, from: string): Installed {
  for (let above = from; ; above = path.dirname(above)) {
    const folder = path.join(above, 'node_modules', name);
    const file = path.join(folder, 'package.json');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm has read this file before
    if (existsSync(file)) return { folder, package: JSON.parse(readFileSync(file, 'utf8')) as Package };
    if (above === path.dirname(above)) throw new Error(`the package ${name}, which ${from} needs, is not installed`);
  }
}

function titleOf({ package: { name, version } }: Installed): string {
  return `${name} ${version}`;
}

function notice(installed: Installed): string {
  const { license } = installed.package;
  if (license === undefined) throw new Error(`${titleOf(installed)} does not say under which licence it stands`);
  const files = readdirSync(installed.folder).filter((name) => /^(?:licen[cs]e|notice|copying)/iu.test(name));
  const texts = files
    .toSorted()
    .map((name) => readFileSync(path.join(installed.folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return `${[`${titleOf(installed)} (${license})`, ...texts].join('\n\n')}\n`;
}
