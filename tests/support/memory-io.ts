/** A machine in memory: its files, streams and clock can be set and looked at. */
import path from 'node:path';

import { run } from '../../src/app.ts';
import { type FileKind, type Files, type Io, type Output } from '../../src/platform/io.ts';

/** A file by its text or bytes; everything else by name. Folders are there because something lies in them. */
export type MemoryEntry =
  | string
  | Uint8Array
  | { readonly kind: 'device' | 'folder' }
  | { readonly linkTo: string }
  /** A file or folder that the system refuses to open, with the code that it gives. */
  | { readonly refuses: string; readonly kind: FileKind };

export interface MemoryMachine {
  readonly files?: Readonly<Record<string, MemoryEntry>>;
  readonly env?: Io['env'];
  readonly cwd?: string;
  readonly now?: string;
  /** Columns of the terminal that stdout is; absent where it is none. */
  readonly terminal?: number;
  /** What patterns match: the machine itself has no matcher. */
  readonly globs?: Readonly<Record<string, readonly string[]>>;
  /** What stdout throws at every text. */
  readonly stdoutThrows?: Error;
}

export interface MemoryRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written, by absolute path. */
  readonly written: ReadonlyMap<string, string>;
}

export const CWD = '/company';

/** Runs the program in memory. Paths of files may be relative to the working folder. */
export async function runInMemory(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  const cwd = machine.cwd ?? CWD;
  const stdout = memoryOutput(machine.terminal, machine.stdoutThrows);
  const stderr = memoryOutput(undefined, undefined);
  const { files, written } = memoryFiles(machine);
  const code = await run(argv, {
    env: machine.env ?? {},
    cwd,
    stdout: stdout.output,
    stderr: stderr.output,
    files,
    now: () => new Date(machine.now ?? '2026-11-21T04:00:00Z'),
    runtime: 'memory',
  });
  return { code, stdout: stdout.text(), stderr: stderr.text(), written };
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'memory' });
}

function memoryOutput(columns: number | undefined, thrown: Error | undefined): { output: Output; text: () => string } {
  const written: string[] = [];
  const output: Output = {
    isTerminal: columns !== undefined,
    columns,
    async write(text) {
      if (thrown !== undefined) throw thrown;
      written.push(text);
    },
  };
  return { output, text: () => written.join('') };
}

function memoryFiles({ files = {}, globs = {}, cwd = CWD }: MemoryMachine): {
  readonly files: Files;
  readonly written: ReadonlyMap<string, string>;
} {
  const entries = new Map(Object.entries(files).map(([name, entry]) => [path.resolve(CWD, name), entry]));
  const written = new Map<string, string>();

  /** Where a path leads, every link on its way followed. */
  function follow(asked: string): string {
    let reached = '/';
    for (const step of asked.split('/').filter((one) => one !== '')) {
      reached = path.join(reached, step);
      for (let hops = 0; ; hops += 1) {
        const entry = entries.get(reached);
        if (typeof entry !== 'object' || !('linkTo' in entry)) break;
        if (hops === 40) throw systemError('ELOOP');
        reached = path.resolve(path.dirname(reached), entry.linkTo);
      }
    }
    return reached;
  }

  function kindAt(place: string): FileKind | undefined {
    const entry = entries.get(place);
    if (typeof entry === 'string' || entry instanceof Uint8Array) return 'file';
    if (entry !== undefined && 'kind' in entry) return entry.kind === 'device' ? 'other' : entry.kind;
    const isFolder = place === '/' || place === cwd || [...entries.keys()].some((one) => one.startsWith(`${place}/`));
    return isFolder ? 'folder' : undefined;
  }

  function open(asked: string): Uint8Array {
    const entry = entries.get(follow(asked));
    if (typeof entry === 'string') return Buffer.from(entry);
    if (entry instanceof Uint8Array) return entry;
    throw systemError(entry !== undefined && 'refuses' in entry ? entry.refuses : 'ENOENT');
  }

  return {
    written,
    files: {
      kindOf: async (asked) => kindAt(follow(asked)),
      read: async (asked) => open(asked),
      async list(folder) {
        const place = follow(folder);
        const entry = entries.get(place);
        if (typeof entry === 'object' && 'refuses' in entry) throw systemError(entry.refuses);
        const below = [...entries.keys()].filter((one) => one.startsWith(`${place}/`));
        const names = new Set(below.map((one) => one.slice(place.length + 1).split('/', 1)[0] ?? ''));
        return [...names].map((name) => {
          const child = entries.get(path.join(place, name));
          const isLink = typeof child === 'object' && 'linkTo' in child;
          return { name, kind: isLink ? 'link' : (kindAt(path.join(place, name)) ?? 'other') };
        });
      },
      realPath: async (asked) => follow(asked),
      glob: async (pattern) => globs[pattern] ?? [],
      async write(target, text) {
        const place = follow(target);
        const entry = entries.get(place);
        if (typeof entry === 'object' && 'refuses' in entry) throw systemError(entry.refuses);
        written.set(place, text);
      },
    },
  };
}
