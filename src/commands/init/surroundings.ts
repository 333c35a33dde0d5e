/** What stands around a ledger that is begun: its repository, and the schema that its editor is told of. */
import { dirname, join, relative, sep } from 'node:path';

import type { Io } from '../../platform/io.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { repositoryAround } from '../../run/repository.ts';
import { PACKAGE } from '../../version.ts';

/** A file to be made. */
interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

const INSTALLED_SCHEMA = ['node_modules', PACKAGE, 'docs', 'schemas', 'ledger.schema.json'];

/**
 * The schema of the installed package where there is one beside or above, else the copy of a ledger of the same repository;
 * else a new copy, so that editors know the fields without a network.
 */
export async function schemaFor(root: string, io: Io): Promise<{ readonly named: string; readonly file?: SchemaFile }> {
  for (let folder = root; ; folder = dirname(folder)) {
    const installed = join(folder, ...INSTALLED_SCHEMA);
    if ((await io.files.kindOf(installed)) === 'file') return { named: referenceTo(root, installed) };
    if (dirname(folder) === folder) break;
  }
  const path = join(root, SCHEMA_COPY);
  const there = await copyThere(root, io);
  if (there !== undefined) return { named: referenceTo(root, there) };
  const { ledgerJsonSchemaText } = await import('../../schema/ledger-json-schema.ts');
  return { named: referenceTo(root, path), file: { path, text: ledgerJsonSchemaText([...catalogue.kinds.values()]) } };
}

const SCHEMA_COPY = 'ledger.schema.json';

/** A copy of the schema: the nearest upward within the repository, else beside the first of its ledgers that has one. */
async function copyThere(root: string, io: Io): Promise<string | undefined> {
  const repository = await repositoryAround(root, io.files);
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, SCHEMA_COPY);
    if ((await io.files.kindOf(path)) !== undefined) return path;
    if (folder === repository) break;
  }
  const { files } = await findLedgers([repository], io);
  for (const ledger of files) {
    const path = join(dirname(ledger.path), SCHEMA_COPY);
    if ((await io.files.kindOf(path)) === 'file') return path;
  }
  return undefined;
}

/** Editors take a name without a dot in front for an address. */
function referenceTo(root: string, path: string): string {
  const reference = fromTo(root, path);
  return reference.startsWith('.') ? reference : `./${reference}`;
}

/** With forward slashes. */
export function fromTo(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
