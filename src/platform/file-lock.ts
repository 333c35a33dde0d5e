/**
 * A lock that a file beside the locked one stands for. The holder touches it while it works. One that died is followed at
 * once; one that nobody here can ask, as on another machine, when its file has not been touched for a while.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
} from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

import { FileInUse } from './io.ts';
import { systemCodeOf, tolerating } from './system-error.ts';

export interface FileLock {
  /** Whether nobody has taken it over. It looks synchronously, so that nothing comes between the answer and what follows from it. */
  isHeld(): boolean;
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
    const standing = found === undefined ? 'alive' : standingOf(found.text);
    if (standing === 'gone' || (standing === 'unsure' && now - markSince > SILENCE)) await takeAway(path, mark);
    else if (now - holderSince > PATIENCE) throw new FileInUse(path, pidIn(holder));
    else await setTimeout(5 + Math.random() * 20);
  }
}

async function hold(path: string, handle: FileHandle): Promise<FileLock> {
  const text = `${thisHolder()}\n${randomUUID()}\n`;
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
  return {
    isHeld,
    async release() {
      clearInterval(heart);
      await handle.close();
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

/** Moves an abandoned lock out of the way. Where another was faster and its own lock was moved, it is put back. */
async function takeAway(path: string, mark: string): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
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

/** Who holds a lock, as its text says: process id, when that process began, where its id means something, and a token. */
export function thisHolder(): string {
  return [process.pid, startOf(process.pid), here()].join('\n');
}

/** A host, and on Linux the process namespace. */
function here(): string {
  return `${hostname()} ${ask(() => readlinkSync('/proc/self/ns/pid'))}`;
}

function pidIn(text: string): number | undefined {
  const pid = Number(text.split('\n', 1)[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

/** `unsure`: it has not said who it is, or runs where nobody here can see it. */
function standingOf(text: string): 'alive' | 'gone' | 'unsure' {
  const [pid, [, start, where]] = [pidIn(text), text.split('\n')];
  if (pid === undefined || where !== here()) return 'unsure';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCodeOf(error) === 'ESRCH') return 'gone';
  }
  return start === startOf(pid) ? 'alive' : 'gone';
}

/** Linux alone says when a process began, or that it is dead and nobody has asked after it (proc(5), fields 3 and 22). */
function startOf(pid: number): string {
  const line = ask(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program stands between brackets and may hold spaces and brackets itself.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : (fields[19] ?? '');
}

/** Empty where the system does not say. */
function ask(question: () => string): string {
  try {
    return question();
  } catch {
    return '';
  }
}
