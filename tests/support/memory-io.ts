/** A machine in memory: its files, streams and clock can be set and looked at. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';

import { run } from '../../src/app.ts';
import { endOfCertificate } from '../../src/platform/evidence-files.ts';
import type { Content, Drafts, FileKind, Files, Io, Output, StartGit } from '../../src/platform/io.ts';
import { type Answer, scriptedDialogue, type Transcript } from './scripted-dialogue.ts';

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
  readonly stdin?: string;
  /** What somebody else has saved by the time that a file is written. */
  readonly savedMeanwhile?: Readonly<Record<string, string>>;
  /** What somebody at the terminal answers; absent where nobody is there. */
  readonly answers?: readonly Answer[];
  /** Absent where no git is installed. */
  readonly git?: StartGit;
  /** Drafts of interviews, by name: what is kept stays in it for the next run. */
  readonly drafts?: Map<string, string>;
  /** What stdout throws at every text. */
  readonly stdoutThrows?: Error;
}

export interface MemoryRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as it left the program: not every document is text. */
  readonly stdoutBytes: Uint8Array;
  /** What was written, by absolute path. */
  readonly written: ReadonlyMap<string, string>;
  /** The same as bytes. */
  readonly writtenBytes: ReadonlyMap<string, Uint8Array>;
  /** The questions that were asked, with their answers. */
  readonly transcript: readonly string[];
}

export const CWD = '/company';

/** Runs the program in memory. Paths of files may be relative to the working folder. */
export async function runInMemory(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  const cwd = machine.cwd ?? CWD;
  const stdout = memoryOutput(machine.terminal, machine.stdoutThrows);
  const stderr = memoryOutput(undefined, undefined);
  const { files, written, writtenBytes } = memoryFiles(machine);
  const { answers, drafts = new Map<string, string>() } = machine;
  const transcript: Transcript = [];
  const code = await run(argv, {
    env: machine.env ?? {},
    cwd,
    stdout: stdout.output,
    stderr: stderr.output,
    stdin: () => Readable.from([Buffer.from(machine.stdin ?? '')], { objectMode: false }),
    readStdin: async () => Buffer.from(machine.stdin ?? ''),
    dialogue: async () => (answers === undefined ? undefined : scriptedDialogue(answers, transcript)),
    files,
    git: machine.git ?? noGit,
    drafts: async () => memoryDrafts(drafts),
    now: () => new Date(machine.now ?? '2026-11-21T04:00:00Z'),
    runtime: 'memory',
  });
  return {
    code,
    stdout: stdout.bytes().toString(),
    stderr: stderr.bytes().toString(),
    stdoutBytes: stdout.bytes(),
    written,
    writtenBytes,
    transcript,
  };
}

const noGit: StartGit = async () => ({
  stdout: (async function* () {})(),
  say: () => {},
  close: () => {},
  ended: Promise.reject(systemError('ENOENT')),
});

/** Drafts of interviews that lie in a map. */
export function memoryDrafts(drafts: Map<string, string>): Drafts {
  return {
    read: async (name) => drafts.get(name),
    async keep(name, text) {
      drafts.set(name, text);
    },
    async remove(name) {
      drafts.delete(name);
    },
  };
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'memory' });
}

function memoryOutput(columns: number | undefined, thrown: Error | undefined): { output: Output; bytes: () => Buffer } {
  const written: Buffer[] = [];
  const output: Output = {
    isTerminal: columns !== undefined,
    columns,
    async write(content) {
      if (thrown !== undefined) throw thrown;
      written.push(Buffer.from(content));
    },
  };
  return { output, bytes: () => Buffer.concat(written) };
}

function memoryFiles({ files = {}, globs = {}, cwd = CWD, savedMeanwhile = {} }: MemoryMachine): {
  readonly files: Files;
  readonly written: ReadonlyMap<string, string>;
  readonly writtenBytes: ReadonlyMap<string, Uint8Array>;
} {
  const entries = new Map(Object.entries(files).map(([name, entry]) => [path.resolve(CWD, name), entry]));
  const written = new Map<string, string>();
  const writtenBytes = new Map<string, Uint8Array>();

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

  function keep(place: string, bytes: Uint8Array): void {
    writtenBytes.set(place, bytes);
    written.set(place, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }

  return {
    written,
    writtenBytes,
    files: {
      kindOf: async (asked) => kindAt(follow(asked)),
      read: async (asked) => open(asked),
      async readUpTo(asked, most) {
        const kind = kindAt(follow(asked));
        if (kind === 'folder' || kind === 'other') throw systemError(kind === 'folder' ? 'EISDIR' : 'ENODEV');
        const bytes = open(asked);
        if (bytes.length > most) throw systemError('EFBIG');
        return bytes;
      },
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
      async write(target, content) {
        const place = follow(target);
        const entry = entries.get(place);
        if (typeof entry === 'object' && 'refuses' in entry) throw systemError(entry.refuses);
        keep(place, wholeOf(content));
      },
      async append(target, text) {
        const place = follow(target);
        const entry = entries.get(place);
        if (typeof entry === 'object' && 'refuses' in entry) throw systemError(entry.refuses);
        const bytes = Buffer.concat([entry === undefined ? Buffer.alloc(0) : open(place), Buffer.from(text)]);
        entries.set(place, bytes);
        keep(place, bytes);
      },
      async create(files) {
        for (const { path: target, text } of files) {
          const place = follow(target);
          if (kindAt(place) !== undefined) throw systemError('EEXIST');
          entries.set(place, text);
          written.set(place, text);
        }
      },
      async update(target, change) {
        const place = follow(target);
        const saved = savedMeanwhile[path.relative(CWD, place)];
        if (saved !== undefined) entries.set(place, saved);
        const before = open(place);
        const isPlanned = Buffer.compare(before, change.before) === 0;
        const after = isPlanned ? change.after : await change.planAgain(before);
        if (after === undefined || Buffer.compare(before, after) === 0) return 'unchanged';
        entries.set(place, after);
        keep(place, after);
        return 'changed';
      },
      async bundle(target, fill) {
        const place = follow(target);
        if (kindAt(place) !== undefined) throw systemError('EEXIST');
        const made = new Map<string, Uint8Array>();
        await fill({
          async add(name, content) {
            made.set(name, wholeOf(content));
          },
          async copy(name, asked, within) {
            const kind = isOutside(follow(asked), follow(within)) ? 'other' : kindAt(follow(asked));
            if (kind !== 'file') return undefined;
            made.set(name, open(asked));
            return createHash('sha256').update(open(asked)).digest('hex');
          },
        });
        for (const [name, bytes] of made) keep(path.join(place, name), bytes);
      },
      async renew(target, fill) {
        const made = new Map<string, Uint8Array>();
        await fill({
          async add(name, content) {
            made.set(name, wholeOf(content));
          },
        });
        for (const [name, bytes] of made) keep(path.join(follow(target), name), bytes);
      },
      async inspect(asked, within) {
        if (isOutside(asked, within)) return { found: 'outside' };
        const place = follow(asked);
        if (isOutside(place, follow(within))) return { found: 'outside' };
        const kind = kindAt(place);
        if (kind !== 'file') return { found: kind ?? 'nothing' };
        const bytes = Buffer.from(open(place));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { found: 'file', sha256, certificateEnd: endOfCertificate(bytes) };
      },
    },
  };
}

function wholeOf(content: Content): Uint8Array {
  const isWhole = typeof content === 'string' || content instanceof Uint8Array;
  return Buffer.concat((isWhole ? [content] : [...content]).map((piece) => Buffer.from(piece)));
}

function isOutside(asked: string, folder: string): boolean {
  return asked !== folder && !asked.startsWith(folder === '/' ? '/' : `${folder}/`);
}
