/** Writers as real processes: many at once, killed at any moment, on a full disk and in a place that cannot be written. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { mounted } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { buildDriver, type Drivers, startWriter, type Update, updatesOf } from '../support/update-process.ts';

const HEAD = '# 台账\n';
/** Milliseconds for which a dead writer may at most hold up the next, on a busy machine: half of what one that is alive may. */
const LONGEST_WAIT = 5_000;

let drivers: Drivers;
beforeAll(async () => {
  drivers = await buildDriver();
});
afterAll(async () => {
  await drivers.remove();
});

async function ledgerFile(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await temporaryFolder({ 'ledger.yaml': HEAD });
  return { folder, file: path.join(folder, 'ledger.yaml') };
}

async function write(file: string, ...argv: readonly string[]): Promise<readonly Update[]> {
  return updatesOf(startWriter(drivers.script, file, ...argv));
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  expect(text.startsWith(HEAD)).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(HEAD.length).split('\n').slice(0, -1);
}

describe('writers at once', () => {
  test.each([1, 2, 3])('twenty lose nothing, round %i', async () => {
    const { folder, file } = await ledgerFile();
    const names = Array.from({ length: 20 }, (_, at) => `writer-${at}`);
    await Promise.all(names.map(async (name) => write(file, name)));
    expect((await linesOf(file)).toSorted()).toEqual(names.toSorted());
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test('lose nothing to one that stands still with the lock for long', async () => {
    const { folder, file } = await ledgerFile();
    const stopped = startWriter(drivers.script, file, 'stopped', '0', 'stop-in-change');
    const stoppedUpdates = updatesOf(stopped);
    await expect.poll(async () => readdir(folder), { timeout: 5_000 }).toContain('.ledger.yaml.lock');
    // It does not touch its lock, and so the next one takes it over; what it made of the old text is out of date then.
    expect(await write(file, 'next')).toHaveLength(1);
    expect(await linesOf(file)).toEqual(['next']);
    // It stands still in every change that it makes, the second one too.
    const waking = setInterval(() => stopped.kill('SIGCONT'), 100);
    await stoppedUpdates;
    clearInterval(waking);
    expect(await linesOf(file)).toEqual(['next', 'stopped']);
  });

  test('wait for one that has a large file and no time to touch its lock', async () => {
    const { folder, file } = await ledgerFile();
    const large = 'x'.repeat(1_000_000);
    await writeFile(file, `${HEAD}${large}\n`);
    const busy = write(file, 'busy', '0', 'busy-in-change');
    await expect.poll(async () => readdir(folder), { timeout: 5_000 }).toContain('.ledger.yaml.lock');
    await Promise.all([write(file, 'next'), busy]);
    expect(await linesOf(file)).toEqual([large, 'busy', 'next']);
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });
});

describe('a writer that is killed', () => {
  test(
    'at random, fifty times, leaves whole lines, none lost, and nobody waits for long',
    { timeout: 180_000 },
    async () => {
      const { file } = await ledgerFile();
      const waits: number[] = [];
      const written: string[] = [];
      for (let round = 1; round <= 50; round += 1) {
        const name = `round-${round}`;
        const child = startWriter(drivers.script, file, name, '100000');
        const running = updatesOf(child);
        if (child.stdout !== null) await once(child.stdout, 'data');
        await setTimeout(Math.random() * 25);
        child.kill('SIGKILL');
        const updates = await running;
        const [first] = updates;
        if (first !== undefined && 'took' in first) waits.push(first.took);
        written.push(...updates.map((_, at) => `${name} ${at + 1}`));
        const lines = await linesOf(file);
        // What was reported as written is there; one more may have been written and not yet reported.
        if (lines.length > written.length) written.push(`${name} ${updates.length + 1}`);
        expect(lines).toEqual(written);
      }
      expect(waits).toHaveLength(50);
      expect(Math.max(...waits)).toBeLessThan(LONGEST_WAIT);
    },
  );

  test.each(['in-change', 'before-rename'])('%s leaves the old file, and the next one writes soon', async (moment) => {
    const { folder, file } = await ledgerFile();
    expect(await write(file, 'killed', '0', moment)).toEqual([]);
    expect(await linesOf(file)).toEqual([]);
    expect(await readdir(folder)).toContain('.ledger.yaml.lock');
    const [update] = await write(file, 'next');
    expect(update).toHaveProperty('took');
    if (update !== undefined && 'took' in update) expect(update.took).toBeLessThan(LONGEST_WAIT);
    expect(await linesOf(file)).toEqual(['next']);
    expect(await readdir(folder)).not.toContain('.ledger.yaml.lock');
  });

  test('before the rename, by twenty waiting ones, is followed by each of them once', async () => {
    const { file } = await ledgerFile();
    await write(file, 'killed', '0', 'before-rename');
    const names = Array.from({ length: 20 }, (_, at) => `writer-${at}`);
    await Promise.all(names.map(async (name) => write(file, name)));
    expect((await linesOf(file)).toSorted()).toEqual(names.toSorted());
  });
});

describe('the lock of a holder that is out of sight', () => {
  const elsewhere = '1\nof another machine\n';

  test('is taken over once it has been silent for a while', async () => {
    const texts = [elsewhere, '', 'written half-w'];
    const updates = texts.map(async (text) => {
      const { folder, file } = await ledgerFile();
      await writeFile(path.join(folder, '.ledger.yaml.lock'), text);
      const [update] = await write(file, 'next');
      expect(await linesOf(file)).toEqual(['next']);
      expect(await readdir(folder)).toEqual(['ledger.yaml']);
      return update !== undefined && 'took' in update ? update.took : Number.POSITIVE_INFINITY;
    });
    expect(Math.max(...(await Promise.all(updates)))).toBeLessThan(LONGEST_WAIT);
  });

  test('is respected for as long as its heart beats', async () => {
    const { folder, file } = await ledgerFile();
    const lock = path.join(folder, '.ledger.yaml.lock');
    await writeFile(lock, elsewhere);
    const next = write(file, 'next');
    for (let beat = 0; beat < 10; beat += 1) {
      const now = new Date();
      await utimes(lock, now, now);
      await setTimeout(250);
    }
    expect(await linesOf(file)).toEqual([]);
    await next;
    expect(await linesOf(file)).toEqual(['next']);
  });
});

describe('a place that cannot be written', () => {
  test('a full disk leaves the old file and nothing beside it', async (context) => {
    const folder = await mounted(context, 'size=64k');
    const file = path.join(folder, 'ledger.yaml');
    await writeFile(file, `${HEAD}${'x'.repeat(50_000)}\n`);
    expect(await write(file, 'one more')).toEqual([{ code: 'ENOSPC' }]);
    expect((await stat(file)).size).toBe(Buffer.byteLength(HEAD) + 50_001);
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test('a disk too full even for the lock leaves the old file and nothing beside it', async (context) => {
    const folder = await mounted(context, 'size=64k');
    const file = path.join(folder, 'ledger.yaml');
    await writeFile(file, 'x'.repeat(65_536));
    expect(await write(file, 'one more')).toEqual([{ code: 'ENOSPC' }]);
    expect(await readFile(file, 'utf8')).toBe('x'.repeat(65_536));
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test('a limit on the size of files leaves the old file and nothing beside it', async () => {
    const { folder, file } = await ledgerFile();
    await writeFile(file, `${HEAD}${'x'.repeat(5_000)}\n`);
    const child = spawn('bash', ['-c', `ulimit -f 2; exec "${process.execPath}" "${drivers.script}" "${file}" more`]);
    expect(await updatesOf(child)).toEqual([{ code: 'EFBIG' }]);
    expect((await stat(file)).size).toBe(Buffer.byteLength(HEAD) + 5_001);
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test('a read-only file system leaves the old file and nothing beside it', async (context) => {
    const folder = await mounted(context, 'size=64k');
    const file = path.join(folder, 'ledger.yaml');
    await writeFile(file, HEAD);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(await write(file, 'one more')).toEqual([{ code: 'EROFS' }]);
    expect(await linesOf(file)).toEqual([]);
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test('a folder without permission leaves the old file', async () => {
    const { folder, file } = await ledgerFile();
    await chmod(folder, 0o555);
    // Root may write everywhere, and so somebody else tries.
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawn(process.execPath, [drivers.script, file, 'one more'], somebody);
    expect(await updatesOf(child)).toEqual([{ code: 'EACCES' }]);
    await chmod(folder, 0o755);
    expect(await linesOf(file)).toEqual([]);
    expect(await readdir(folder)).toEqual(['ledger.yaml']);
  });

  test.each([
    ['a folder', 'below', 'EISDIR'],
    ['a device', '/dev/null', 'ENODEV'],
    ['nothing', 'gone.yaml', 'ENOENT'],
  ])('%s', async (_, name, code) => {
    const { folder } = await ledgerFile();
    await mkdir(path.join(folder, 'below'));
    expect(await write(path.resolve(folder, name), 'one more')).toEqual([{ code }]);
    expect((await readdir(folder)).toSorted()).toEqual(['below', 'ledger.yaml']);
  });
});

test('writers through a link and by its target wait for each other; link and mode stay', async () => {
  const folder = await temporaryFolder({ 'real/ledger.yaml': HEAD });
  const target = path.join(folder, 'real/ledger.yaml');
  const link = path.join(folder, 'ledger.yaml');
  await chmod(target, 0o640);
  await symlink('real/ledger.yaml', link);
  await Promise.all([write(link, 'by-link', '10'), write(target, 'by-target', '10')]);
  expect(await linesOf(target)).toHaveLength(20);
  expect(await readlink(link)).toBe('real/ledger.yaml');
  expect((await stat(target)).mode & 0o7777).toBe(0o640);
  expect((await readdir(folder)).toSorted()).toEqual(['ledger.yaml', 'real']);
});
