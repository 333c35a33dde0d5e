/** Which process holds something, told so that another process can see whether it is still there. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';

import { systemCodeOf } from './system-error.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** Where that number means something: a host, and on Linux its boot and the process namespace. */
  readonly home: string;
  /** When it began, as the system counts; null where the system does not say. */
  readonly start: string | null;
}

/** `unsure`: it runs elsewhere, or its number may meanwhile be another's. */
export type Standing = 'alive' | 'gone' | 'unsure';

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, home: home(), start: statusOf(process.pid)?.start ?? null };
}

export function standingOf({ pid, home: where, start }: ProcessIdentity): Standing {
  if (where !== home()) return 'unsure';
  if (!isThere(pid)) return 'gone';
  const status = statusOf(pid);
  if (status === undefined || start === null) return 'unsure';
  return status.start === start && !status.isDead ? 'alive' : 'gone';
}

export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, home: where, start }: Partial<Record<string, unknown>> = { ...value };
  return Number.isSafeInteger(pid) && typeof where === 'string' && (start === null || typeof start === 'string');
}

function home(): string {
  return [hostname(), ask(() => readFileSync(BOOT, 'latin1').trim()), ask(() => readlinkSync(NAMESPACE))].join(' ');
}

const BOOT = '/proc/sys/kernel/random/boot_id';
const NAMESPACE = '/proc/self/ns/pid';

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) !== 'ESRCH';
  }
}

interface Status {
  readonly start: string;
  /** Killed, and kept by the system only until its parent asks. */
  readonly isDead: boolean;
}

/** Linux alone says when a process began (proc(5), fields 3 and 22). */
function statusOf(pid: number): Status | undefined {
  const line = ask(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program stands between brackets and may hold spaces and brackets itself.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return start === undefined ? undefined : { start, isDead: state === 'Z' || state === 'X' };
}

/** Empty where the system does not say. */
function ask(question: () => string): string {
  try {
    return question();
  } catch {
    return '';
  }
}
