import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { nodeFiles } from '../../src/platform/node-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = nodeFiles(new AbortController().signal);

test('append adds behind what is there, and makes what is not', async () => {
  const folder = await temporaryFolder({ 'summary.md': 'one\n' });
  await files.append(path.join(folder, 'summary.md'), 'two\n');
  await files.append(path.join(folder, 'new.md'), '甲');
  expect(await readFile(path.join(folder, 'summary.md'), 'utf8')).toBe('one\ntwo\n');
  expect(await readFile(path.join(folder, 'new.md'), 'utf8')).toBe('甲');
});

test('append writes nothing once the run is interrupted', async () => {
  const folder = await temporaryFolder({});
  const interrupted = nodeFiles(AbortSignal.abort(new Error('stop')));
  await expect(interrupted.append(path.join(folder, 'a'), 'x')).rejects.toThrow('stop');
  await expect(files.read(path.join(folder, 'a'))).rejects.toThrow('ENOENT');
});
