/** The later of two trees: the working tree, or a commit in its place. */
import type { ReadableFiles } from '../platform/io.ts';

export interface LaterSide {
  /** Where ledgers are looked for. */
  readonly ground: ReadableFiles;
  /** What is read through it is remembered, so that only what differs is read from the earlier commit. */
  readonly files: ReadableFiles;
  /** Whether a file that was read is what git has under a name. */
  isSame(path: string, name: string | undefined): Promise<boolean>;
  /** What was read, but for these. */
  readBeside(paths: ReadonlySet<string>): readonly string[];
  /** Whether it has a file that a sparse checkout leaves out. */
  isLeftOut(realPath: string): Promise<boolean>;
  /** Files of an earlier commit that have another name here, by the new one. */
  renamesSince(commit: string): Promise<ReadonlyMap<string, string>>;
}
