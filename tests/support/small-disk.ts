import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import { temporaryFolder } from './temporary-folder.ts';

/** A small disk of its own. Only root can have one. @param options of `mount`, as `size=64k` */
export async function mounted(context: { skip: (note: string) => never }, options: string): Promise<string> {
  const folder = path.join(await temporaryFolder({}), 'disk');
  await mkdir(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    context.skip('no file system can be mounted here');
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}
