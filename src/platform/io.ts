/** The edge between the program and the machine. Commands see this; only the platform sees Node's. */
import type { Readable } from 'node:stream';

import type { Dialogue } from './dialogue.ts';

/** One of the two streams that a run writes to. */
export interface Output {
  /**
   * Resolves once the text, or the bytes, have been handed over whole. A text can command no log of a CI system, whatever
   * the ledger holds; bytes go out as they are. A reader that went away (`| head`) is no error: what follows is dropped.
   *
   * @throws {OutputError} when the text cannot be written, as on a full disk
   */
  write(content: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; undefined elsewhere. */
  readonly columns: number | undefined;
}

/** What a file is to hold; a long text comes in pieces. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind | 'link';
}

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Paths are absolute. Every function rejects with Node's own system errors; `describeSystemError` has the words for them. */
export interface Files {
  /** What a path leads to, links followed; undefined where there is nothing. */
  kindOf(path: string): Promise<FileKind | undefined>;
  read(path: string): Promise<Uint8Array>;
  /** The same for what may be anything: a device, a pipe, a folder, and a file of more bytes than `most` are refused unread. */
  readUpTo(path: string, most: number): Promise<Uint8Array>;
  /** In no particular order. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The one name of a file that several paths may lead to. */
  realPath(path: string): Promise<string>;
  /** Files that a pattern matches, without those in `node_modules` and dot folders and without following links to folders. */
  glob(pattern: string, cwd: string): Promise<readonly string[]>;
  /** All or nothing: no reader ever sees half a file, and what stood there keeps its mode. */
  write(path: string, content: Content): Promise<void>;
  /** Adds to the end of a file, or makes it; for files that others add to as well. */
  append(path: string, text: string): Promise<void>;
  /**
   * New files, with the folders on their way. Each is whole as soon as it is there, and where one cannot be made none stays.
   *
   * @throws the system's error with the path that is meant: EEXIST where something stands already
   */
  create(files: readonly NewFile[]): Promise<void>;
  readonly update: UpdateFile;
  readonly inspect: InspectFile;
  /**
   * A new folder, or a zip file where the name ends in `.zip`, which stands in its place once it is whole: what keeps it from
   * that leaves nothing behind. Its last file is `manifest.sha256`, which `sha256sum -c` reads.
   *
   * @throws EEXIST where something stands there already, and whatever `fill` throws
   */
  bundle(target: string, fill: (bundle: Bundle) => Promise<void>): Promise<void>;
  /**
   * A folder that was made before, or a new one: all files are made beside it first, and then each takes its place whole, in the
   * order in which they were added. What `manifest.sha256` names and is made no more is removed; nothing else is touched.
   *
   * @throws EEXIST for a file in the way that an earlier run did not write, and whatever `fill` throws: then all is as it was
   */
  renew(target: string, fill: (bundle: Pick<Bundle, 'add'>) => Promise<void>): Promise<void>;
}

/** Takes files by their names in the bundle, with forward slashes; no two may have one name. */
export interface Bundle {
  add(name: string, content: Content): Promise<void>;
  /**
   * Copies a file, however large, that `inspect` would look at.
   *
   * @returns its SHA-256 in hexadecimal digits; undefined where there is no such file
   */
  copy(name: string, path: string, within: string): Promise<string | undefined>;
}

/** All of them that change nothing: what is read from a commit has these alone. */
export type ReadableFiles = Pick<Files, 'kindOf' | 'read' | 'list' | 'realPath' | 'glob' | 'inspect'>;

/**
 * Changes a file that is there so that nothing is lost: of several writers one works at a time, what an editor saves at
 * the same time is not overwritten, and whoever is killed half-way leaves the old text or the new one. Links are followed and stay.
 *
 * @throws {FileInUse} when another program does not let go of the file
 */
export type UpdateFile = (path: string, change: PlannedChange) => Promise<'changed' | 'unchanged'>;

/** What a file that was read is to become. */
export interface PlannedChange {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /**
   * From other bytes, which another program has put there, to what they will become, or to undefined where they stay. It may
   * be called again, and take its time. What it throws ends the update and leaves the file as it was.
   */
  readonly planAgain: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
}

/**
 * Looks at a file without trusting its path: links are followed, and nothing is opened that lies outside the folder or is no
 * regular file. Paths that can name no file, such as those with a NUL, lead to nothing.
 *
 * @param names the hash of a repository that the file's names in it are wanted of
 */
export type InspectFile = (path: string, within: string, names?: BlobHash) => Promise<Inspection>;

/** What a repository names its contents by. */
export type BlobHash = 'sha1' | 'sha256';

export type Inspection =
  | { readonly found: 'nothing' | 'outside' | 'folder' | 'other' }
  | {
      readonly found: 'file';
      /** 64 hexadecimal digits in lower case. */
      readonly sha256: string;
      /** Only a Git LFS pointer is there, and the hash is the one in it. */
      readonly isPointer?: true | undefined;
      /** The end of the X.509 certificate that the file is; absent for all other files. */
      readonly certificateEnd?: Date | undefined;
      /** What git may have stored it under; only where it was asked for. */
      readonly blobNames?: readonly string[] | undefined;
    };

/** Starts the program `git`. Only the room of history calls it. */
export type StartGit = (args: readonly string[], at: GitPlace) => Promise<GitRun>;

export interface GitPlace {
  readonly cwd: string;
  readonly env: Io['env'];
}

/** A git that runs. */
export interface GitRun {
  readonly stdout: AsyncIterable<Uint8Array>;
  /** Hands it a text on its stdin. */
  readonly say: (text: string) => void;
  /** It gets no more. */
  readonly close: () => void;
  /** Rejects with the system's error where git cannot be started. */
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
}

/** What another thread of the program can be asked for. */
export type ThreadJob = 'check' | 'calendar' | 'site';

/** Another thread of the program, at work. */
export interface Thread {
  /** Rejects with what it threw, or where it died. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Threads {
  /** How many there can be at once without waiting for one another, this one among them. */
  readonly processors: number;
  /** @param data and what the thread tells are copied from one to the other */
  readonly start: (job: ThreadJob, data: unknown, take: (told: unknown) => void) => Thread;
}

/** Interviews that were broken off. They are this user's own: no other can read them, and none lies beside a ledger. */
export interface Drafts {
  /** Undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** In place of one that is there. Rejects with the system's errors. */
  keep(name: string, text: string): Promise<void>;
  /** One that is not there is no mistake. */
  remove(name: string): Promise<void>;
}

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. Throws the system's error where the folder is gone. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What comes in on stdin, piece by piece; its reader may destroy it. An interruption is the cause of its error. */
  readonly stdin: () => Readable;
  /** The same to its end; one byte more than `most` where there is no end. */
  readonly readStdin: (most: number) => Promise<Uint8Array>;
  /** Somebody who can be asked; undefined where no terminal is. */
  readonly dialogue: () => Promise<Dialogue | undefined>;
  readonly files: Files;
  readonly git: StartGit;
  readonly drafts: () => Promise<Drafts>;
  readonly now: () => Date;
  /** Absent where the program is in one piece, and where nothing is to run beside it. */
  readonly threads?: (() => Promise<Threads>) | undefined;
  /** Whether the files of the program are what was built; it may reject where they are not. Absent where it is in one piece. */
  readonly isWhole?: (() => Promise<boolean>) | undefined;
  /** What the program runs on, for fault reports: `node 20.19.0, linux x64`. */
  readonly runtime: string;
}

/** stdout could not take the answer. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Another program keeps a file locked, or saves it again and again. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse';
  /** The file of its lock; undefined where it has none and saves all the same. */
  readonly lock: string | undefined;
  /** Its process id, where it is known. */
  readonly holder: number | undefined;

  constructor(lock?: string, holder?: number) {
    super(lock === undefined ? 'the file keeps changing' : `the file is locked by ${lock}`);
    this.lock = lock;
    this.holder = holder;
  }
}

/** The user pressed Ctrl-C: the run unwinds and writes nothing more. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
