/** The program's own files. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether all files of the built program are what was built.
 *
 * @param folder that they lie in, beside the manifest of the build
 * @throws the system's error where one is missing
 */
export async function isWhole(folder: string): Promise<boolean> {
  const manifest = await readFile(join(folder, 'manifest.sha256'), 'utf8');
  const files = [...manifest.matchAll(/^(?<sha256>[0-9a-f]{64}) {2}(?<name>.+)$/gmu)];
  for (const { groups: { sha256, name = '' } = {} } of files) {
    if (hash('sha256', await readFile(join(folder, name))) !== sha256) return false;
  }
  // The program itself has files, so that a manifest without any is cut off.
  return files.length > 0 && manifest.endsWith('\n');
}
