/** What a single writer does; many and killed ones are in tests/process/writers.test.ts. */
import { execFile } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { beforeEach, describe, expect, test } from 'vitest';

import { FileInUse, Interruption, type PlannedChange, type UpdateFile } from '../../src/platform/io.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { signal } = new AbortController();
let folder: string;
let file: string;
let lock: string;

beforeEach(async () => {
  folder = await temporaryFolder({ 'ledger.yaml': 'old\n' });
  file = path.join(folder, 'ledger.yaml');
  lock = path.join(folder, '.ledger.yaml.lock');
});

/** Changes what the file holds, which was not read before. */
async function update(
  target: string,
  planAgain: PlannedChange['planAgain'],
  files = nodeFiles(signal),
): ReturnType<UpdateFile> {
  const none = Buffer.from('nowhere');
  return files.update(target, { before: none, after: none, planAgain });
}

async function append(bytes: Uint8Array): Promise<Uint8Array> {
  return Buffer.concat([bytes, Buffer.from('new\n')]);
}

async function expectOnly(text: string): Promise<void> {
  expect(await readFile(file, 'utf8')).toBe(text);
  expect(await readdir(folder)).toEqual(['ledger.yaml']);
}

describe('update', () => {
  test('changes the file and leaves nothing beside it', async () => {
    expect(await update(file, append)).toBe('changed');
    await expectOnly('old\nnew\n');
  });

  test('writes what was planned for it, and plans again for anything else', async () => {
    const change = { before: Buffer.from('old\n'), after: Buffer.from('planned\n'), planAgain: append };
    const files = nodeFiles(signal);
    expect(await files.update(file, change)).toBe('changed');
    await expectOnly('planned\n');
    expect(await files.update(file, change)).toBe('changed');
    await expectOnly('planned\nnew\n');
  });

  test.each([
    ['nothing', undefined],
    ['the same bytes', Buffer.from('old\n')],
  ])('writes nothing where the change gives %s', async (_, bytes) => {
    const { ino, mtimeMs } = await stat(file);
    expect(await update(file, async () => bytes)).toBe('unchanged');
    expect(await stat(file)).toMatchObject({ ino, mtimeMs });
    await expectOnly('old\n');
  });

  test('leaves all as it was when the change fails', async () => {
    const failing = update(file, async () => {
      throw new RangeError('no such entry');
    });
    await expect(failing).rejects.toThrow('no such entry');
    await expectOnly('old\n');
  });

  test('leaves all as it was once the run is interrupted', async () => {
    const interruption = new AbortController();
    const interrupt = async (bytes: Uint8Array): Promise<Uint8Array> => {
      interruption.abort(new Interruption());
      return append(bytes);
    };
    const interrupted = update(file, interrupt, nodeFiles(interruption.signal));
    await expect(interrupted).rejects.toBeInstanceOf(Interruption);
    await expectOnly('old\n');
  });

  test('keeps mode, owner and link', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can give files away');
    const link = path.join(folder, 'link.yaml');
    await symlink('ledger.yaml', link);
    await chown(file, 12_345, 54_321);
    await chmod(file, 0o664);
    await update(link, append);
    expect(await readlink(link)).toBe('ledger.yaml');
    const { mode, uid, gid } = await stat(file);
    expect([mode & 0o7777, uid, gid]).toEqual([0o664, 12_345, 54_321]);
  });
});

describe('a file that an editor saves meanwhile', () => {
  test('is read again and changed again', async () => {
    const seen: string[] = [];
    await update(file, async (bytes) => {
      seen.push(Buffer.from(bytes).toString());
      if (seen.length === 1) await writeFile(file, 'edited\n');
      return append(bytes);
    });
    expect(seen).toEqual(['old\n', 'edited\n']);
    await expectOnly('edited\nnew\n');
  });

  test('again and again is left alone in the end', async () => {
    let saves = 0;
    const updating = update(file, async (bytes) => {
      saves += 1;
      await writeFile(file, `edited ${saves}\n`);
      return append(bytes);
    });
    await expect(updating).rejects.toBeInstanceOf(FileInUse);
    expect(saves).toBe(5);
    await expectOnly('edited 5\n');
  });

  test('and takes away meanwhile is not put back', async () => {
    const updating = update(file, async (bytes) => {
      await unlink(file);
      return append(bytes);
    });
    await expect(updating).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the lock', () => {
  test('that another has taken over makes the work out of date', async () => {
    let calls = 0;
    await update(file, async (bytes) => {
      calls += 1;
      if (calls === 1) {
        await rm(lock);
        await writeFile(lock, '1\nanother\n');
      }
      return append(bytes);
    });
    // The other one never touches its lock: it is gone, and its lock was free to take.
    expect(calls).toBe(2);
    await expectOnly('old\nnew\n');
  });

  test('of a process that is gone is taken over', async () => {
    await writeFile(lock, `${2 ** 22 + 1}\nanother\n`);
    await update(file, append);
    await expectOnly('old\nnew\n');
  });
});

describe('what stands where a lock would', () => {
  const hostile: Readonly<Record<string, () => Promise<unknown>>> = {
    'a link to a device without end': async () => symlink('/dev/zero', lock),
    'a link to a file': async () => symlink('ledger.yaml', lock),
    'a link that leads nowhere': async () => symlink('gone', lock),
    'a pipe': async () => promisify(execFile)('mkfifo', [lock]),
    'a folder': async () => mkdir(lock),
    'a file of 600 MB': async () => {
      await writeFile(lock, '');
      await truncate(lock, 600_000_000);
    },
  };

  test.each(Object.entries(hostile))('%s is told at once and left alone', async (_, make) => {
    await make();
    const start = performance.now();
    await expect(update(file, append)).rejects.toMatchObject({ name: 'FileInUse', lock });
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(await readFile(file, 'utf8')).toBe('old\n');
    expect((await readdir(folder)).toSorted()).toEqual(['.ledger.yaml.lock', 'ledger.yaml']);
  });

  test('and folders, pipes and links that are called like leftovers, keep nobody from writing', async () => {
    const names = ['folder', 'pipe', 'link'].map((name) => `.ledger.yaml.lock-${name}`);
    const [directory = '', pipe = '', link = ''] = names.map((name) => path.join(folder, name));
    await mkdir(directory);
    await promisify(execFile)('mkfifo', [pipe]);
    await symlink('/dev/zero', link);
    const anHourAgo = new Date(Date.now() - 3_600_000);
    for (const leftover of [directory, pipe]) await utimes(leftover, anHourAgo, anHourAgo);
    await update(file, append);
    expect((await readdir(folder)).toSorted()).toEqual([...names, 'ledger.yaml'].toSorted());
  });
});

describe('what killed writers left', () => {
  test('is taken away when it is old, and is of this file', async () => {
    const names = {
      old: ['.ledger.yaml.0123456789ab.tmp', '.ledger.yaml.lock-abc123'],
      young: ['.ledger.yaml.ba9876543210.tmp', '.ledger.yaml.lock-def456'],
      others: ['.other.yaml.0123456789ab.tmp', '.ledger.yaml.swp', '.ledger.yaml.notes.tmp', 'ledger.yaml.tmp'],
    };
    const anHourAgo = new Date(Date.now() - 3_600_000);
    for (const name of Object.values(names).flat()) {
      await writeFile(path.join(folder, name), '');
      if (!names.young.includes(name)) await utimes(path.join(folder, name), anHourAgo, anHourAgo);
    }
    await update(file, append);
    const left = await readdir(folder);
    expect(left.toSorted()).toEqual(['ledger.yaml', ...names.young, ...names.others].toSorted());
  });
});
