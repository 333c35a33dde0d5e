/**
 * A lock that a file beside the locked one stands for. A holder that died is followed at once; one that runs on another
 * machine, where nobody can see it, once its file has not been touched for a while.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { FileInUse } from './io.ts';
import { isProcessIdentity, type ProcessIdentity, type Standing, standingOf, thisProcess } from './process-identity.ts';
import { systemCodeOf } from './system-error.ts';

export interface FileLock {
  /**
   * Whether nobody has taken it over, as others may once this process has been silent for long. It looks at once, so that
   * nothing comes between the answer and what is done upon it.
   */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** Milliseconds. */
const HEARTBEAT = 250;
const SILENCE = 1_250;
const PATIENCE = 10_000;

/**
 * Waits until the lock is free and takes it.
 *
 * @throws {FileInUse} when one holder that is alive keeps it for ten seconds
 */
export async function takeLock(path: string, signal: AbortSignal): Promise<FileLock> {
  const watch = new Watch();
  for (;;) {
    signal.throwIfAborted();
    const lock = await tryToTake(path);
    if (lock !== undefined) return lock;
    const trace = traceAt(path);
    if (trace !== undefined && watch.isAbandoned(trace)) await removeAbandoned(path, trace, signal);
    else if (watch.isTooLong()) throw new FileInUse(path, trace?.owner?.pid);
    else await setTimeout(5 + Math.random() * 20);
  }
}

/** What one waiting process has seen of the lock, by its own clock: those of other machines may be wrong. */
class Watch {
  private mark: string | undefined;
  private markSince = 0;
  private text: string | undefined;
  private textSince = performance.now();

  isAbandoned({ mark, text, owner }: Trace): boolean {
    const now = performance.now();
    if (mark !== this.mark) [this.mark, this.markSince] = [mark, now];
    if (text !== this.text) [this.text, this.textSince] = [text, now];
    const standing: Standing = owner === undefined ? 'unsure' : standingOf(owner);
    return standing === 'gone' || (standing === 'unsure' && now - this.markSince > SILENCE);
  }

  isTooLong(): boolean {
    return performance.now() - this.textSince > PATIENCE;
  }
}

/**
 * Of several that find a lock abandoned, the last must not remove what the first has put in its place. So whoever removes
 * it holds a second lock, named after exactly this state of the first, and looks once more.
 */
async function removeAbandoned(path: string, { mark }: Trace, signal: AbortSignal): Promise<void> {
  const right = await takeLock(`${path}-${mark}`, signal);
  try {
    if (traceAt(path)?.mark === mark) rmSync(path, { force: true });
  } finally {
    await right.release();
  }
}

/** Undefined where it is taken. */
async function tryToTake(path: string): Promise<FileLock | undefined> {
  const handle = await openNew(path);
  if (handle === undefined) return undefined;
  const text = JSON.stringify({ ...thisProcess(), token: randomUUID() });
  try {
    await handle.writeFile(text);
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
  return hold(path, handle, text);
}

async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

function hold(path: string, handle: FileHandle, text: string): FileLock {
  const isHeld = (): boolean => traceAt(path)?.text === text;
  const heartbeat = setInterval(() => {
    const now = new Date();
    // By the handle: should another have taken the lock over, this one's heart does not beat for it.
    handle.utimes(now, now).catch(() => {});
  }, HEARTBEAT);
  heartbeat.unref();
  return {
    isHeld,
    async release() {
      clearInterval(heartbeat);
      await handle.close();
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

/** A lock as it stands on the disk. */
interface Trace {
  /** Changes with each beat of the holder's heart, and is never the same for two holders. */
  readonly mark: string;
  readonly text: string;
  /** Undefined when the holder has not yet written who it is, or died before it could. */
  readonly owner: ProcessIdentity | undefined;
}

/** Undefined where there is no lock. */
function traceAt(path: string): Trace | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { ino, mtimeNs } = fstatSync(descriptor, { bigint: true });
    const text = readFileSync(descriptor, 'utf8');
    return { mark: `${ino.toString(36)}${mtimeNs.toString(36)}`, text, owner: ownerIn(text) };
  } finally {
    closeSync(descriptor);
  }
}

function ownerIn(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isProcessIdentity(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
