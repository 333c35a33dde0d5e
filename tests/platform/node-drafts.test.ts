/** What may lie where a draft is looked for. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { nodeDrafts } from '../../src/platform/node-drafts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Where the draft of this name lies, with nothing there. */
async function placeFor(
  name: string,
): Promise<{ readonly drafts: ReturnType<typeof nodeDrafts>; readonly place: string }> {
  const state = await temporaryFolder({});
  const drafts = nodeDrafts({ XDG_STATE_HOME: state });
  await drafts.keep(name, 'kept');
  expect(await drafts.read(name)).toBe('kept');
  const folder = path.join(state, 'licence-ledger/drafts');
  const [file = ''] = await readdir(folder);
  await rm(path.join(folder, file));
  expect(await drafts.read(name)).toBeUndefined();
  return { drafts, place: path.join(folder, file) };
}

test.skipIf(process.platform === 'win32').each<readonly [string, string, (place: string) => unknown]>([
  ['a pipe', 'ENODEV', (place) => execFileSync('mkfifo', [place])],
  ['a device', 'ENODEV', async (place) => symlink('/dev/zero', place)],
  ['a folder', 'EISDIR', async (place) => mkdir(place)],
  [
    'a file of 100 MB',
    'EFBIG',
    async (place) => {
      await writeFile(place, '');
      await truncate(place, 100_000_000);
    },
  ],
])('%s is refused at once', { timeout: 5_000 }, async (_, code, make) => {
  const { drafts, place } = await placeFor('add\n/company/ledger.yaml');
  await make(place);
  await expect(drafts.read('add\n/company/ledger.yaml')).rejects.toMatchObject({ code });
});
