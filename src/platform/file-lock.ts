/**
 * A lock that a file beside the locked one stands for. The holder touches it while it works: one whose file has not been
 * touched for a while has died, on this machine or another, and is followed.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, rmSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

import { FileInUse } from './io.ts';
import { oneTimeName } from './one-time-name.ts';
import { systemCodeOf, tolerating } from './system-error.ts';

export interface FileLock {
  /** Whether nobody has taken it over. It looks synchronously, so that nothing comes between the answer and what follows from it. */
  isHeld(): boolean;
  /** For work that leaves this thread no time to touch the file, and would pass for the holder's death: another does it. */
  beatApart(): Promise<void>;
  release(): Promise<void>;
}

/** Milliseconds. */
const HEARTBEAT = 250;
const SILENCE = 1_250;
const PATIENCE = 10_000;
/** Bytes. What is longer is no lock of ours. */
const LONGEST = 500;

/**
 * Waits until the lock is free and takes it.
 *
 * @throws {FileInUse} when one holder that is alive keeps it for ten seconds, and where something stands that is no lock
 */
export async function takeLock(path: string, signal: AbortSignal): Promise<FileLock> {
  let [mark, markSince] = ['', 0];
  let [holder, holderSince] = ['', performance.now()];
  for (;;) {
    signal.throwIfAborted();
    const handle = await tolerating(['EEXIST'], open(path, 'wx'));
    if (handle !== undefined) return hold(path, handle);
    const [found, now] = [look(path), performance.now()];
    // By our own clock: those of other machines may be wrong.
    if (found !== undefined && found.mark !== mark) [mark, markSince] = [found.mark, now];
    if (found !== undefined && found.text !== holder) [holder, holderSince] = [found.text, now];
    if (found !== undefined && now - markSince > SILENCE) await takeAway(path, mark);
    else if (now - holderSince > PATIENCE) throw new FileInUse(path, pidIn(holder));
    else await setTimeout(5 + Math.random() * 20);
  }
}

async function hold(path: string, handle: FileHandle): Promise<FileLock> {
  // The first line is for people: whom the complaint of one who waits in vain names.
  const text = `${process.pid}\n${oneTimeName()}\n`;
  try {
    await handle.writeFile(text);
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
  const isHeld = (): boolean => look(path)?.text === text;
  // By the handle: should another have taken the lock over, it is not touched for it.
  const heart = setInterval(() => void handle.utimes(new Date(), new Date()).catch(() => {}), HEARTBEAT).unref();
  let apart: Worker | undefined;
  return {
    isHeld,
    async beatApart() {
      const { Worker: Thread } = await import('node:worker_threads');
      apart = new Thread(HEART, { eval: true, workerData: { lock: handle.fd, every: HEARTBEAT } });
      apart.unref();
    },
    async release() {
      clearInterval(heart);
      // Its number may be another file's once it is closed.
      await apart?.terminate();
      await handle.close();
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

/** What the other thread does. */
const HEART = `
const { lock, every } = require('node:worker_threads').workerData;
setInterval(() => require('node:fs').futimes(lock, new Date(), new Date(), () => {}), every);
`;

/** Moves an abandoned lock out of the way. Where another was faster and its own lock was moved, it is put back. */
async function takeAway(path: string, mark: string): Promise<void> {
  const aside = `${path}-${oneTimeName()}`;
  if (
    (await tolerating(
      ['ENOENT'],
      rename(path, aside).then(() => true),
    )) === undefined
  )
    return;
  if (look(aside)?.mark !== mark) await tolerating(['EEXIST'], link(aside, path));
  await rm(aside, { force: true });
}

/** A lock as it stands on the disk: its mark changes with each beat of the holder's heart. Undefined where there is none. */
function look(path: string): { readonly mark: string; readonly text: string } | undefined {
  let descriptor: number | undefined;
  try {
    if (!lstatSync(path).isFile()) throw new FileInUse(path);
    // Neither a link nor a pipe that has come in between is waited for.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(descriptor, { bigint: true });
    if (!found.isFile() || found.size > LONGEST) throw new FileInUse(path);
    const bytes = Buffer.alloc(LONGEST);
    const text = bytes.toString('utf8', 0, readSync(descriptor, bytes));
    return { mark: `${found.ino} ${found.mtimeNs} ${text}`, text };
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw systemCodeOf(error) === 'ELOOP' ? new FileInUse(path) : error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function pidIn(text: string): number | undefined {
  const pid = Number(text.split('\n', 1)[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}
