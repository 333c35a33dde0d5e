/** The edge between the program and the machine. Commands see this; only the platform sees Node's. */

/** One of the two streams that a run writes to. */
export interface Output {
  /**
   * Resolves once the text has been handed over whole. A reader that went away (`| head`) is no error: what follows is dropped.
   *
   * @throws {OutputError} when the text cannot be written, as on a full disk
   */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; undefined elsewhere. */
  readonly columns: number | undefined;
}

export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind | 'link';
}

/** Paths are absolute. Every function rejects with Node's own system errors; `describeSystemError` has the words for them. */
export interface Files {
  /** What a path leads to, links followed; undefined where there is nothing. */
  kindOf(path: string): Promise<FileKind | undefined>;
  read(path: string): Promise<Uint8Array>;
  /** In no particular order. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The one name of a file that several paths may lead to. */
  realPath(path: string): Promise<string>;
  /** Files that a pattern matches, without those in `node_modules` and dot folders and without following links to folders. */
  glob(pattern: string, cwd: string): Promise<readonly string[]>;
  /** All or nothing: no reader ever sees half a file, and what stood there keeps its mode. */
  write(path: string, text: string): Promise<void>;
}

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. Throws the system's error where the folder is gone. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  readonly now: () => Date;
  /** What the program runs on, for fault reports: `node 20.19.0, linux x64`. */
  readonly runtime: string;
}

/** stdout could not take the answer. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** The user pressed Ctrl-C: the run unwinds and writes nothing more. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
