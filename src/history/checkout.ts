/** The working tree beside git: what was read of it, under which names git may have that, and which files git follows. */
import { namesOfBlob } from '../platform/evidence-files.ts';
import type { Files, Inspection, ReadableFiles } from '../platform/io.ts';
import type { CommitFiles, KnownContents } from './commit-files.ts';
import { type Index, indexOf, renamesSince } from './index-files.ts';
import type { LaterSide } from './later-side.ts';
import type { Repository } from './repository.ts';

/** A commit as a checkout shows it. */
export interface Shown extends ReadableFiles {
  /** The name of a file's content in git; undefined where git has none. */
  readonly nameOf: (path: string) => Promise<string | undefined>;
}

export class Checkout implements KnownContents, LaterSide {
  readonly byBlob = new Map<string, Inspection>();
  readonly bySha256 = new Map<string, Inspection>();
  /** The files of the working tree: what is read through them is remembered, so that only what differs is read from git. */
  readonly files: Files;
  readonly #repository: Repository;
  readonly #names = new Map<string, readonly string[]>();
  #index: Promise<Index> | undefined;

  constructor(files: Files, repository: Repository) {
    const { hash } = repository;
    this.#repository = repository;
    this.files = {
      ...files,
      read: async (path) => {
        const bytes = await files.read(path);
        this.#names.set(path, namesOfBlob(bytes, hash));
        return bytes;
      },
      inspect: async (path, within) => {
        const inspection = await files.inspect(path, within, hash);
        if (inspection.found !== 'file') return inspection;
        for (const name of inspection.blobNames ?? []) this.byBlob.set(name, inspection);
        this.bySha256.set(inspection.sha256, inspection);
        return inspection;
      },
    };
  }

  get ground(): Files {
    return this.files;
  }

  async isSame(path: string, name: string | undefined): Promise<boolean> {
    return name !== undefined && (this.#names.get(path) ?? []).includes(name);
  }

  readBeside(paths: ReadonlySet<string>): readonly string[] {
    return [...this.#names.keys()].filter((path) => !paths.has(path));
  }

  /** From the root of the repository, with forward slashes. */
  pathOf(realPath: string): string {
    return this.#repository.pathOf(realPath);
  }

  async isLeftOut(realPath: string): Promise<boolean> {
    return (await this.#readIndex()).isLeftOut(this.pathOf(realPath));
  }

  async renamesSince(commit: string): Promise<ReadonlyMap<string, string>> {
    return renamesSince(this.#repository, commit);
  }

  /**
   * A commit as this checkout would show it: with the files that git does not follow, which no change concerns, and without
   * those that a sparse checkout leaves out.
   */
  show(commit: CommitFiles): Shown {
    const sideOf = async (path: string): Promise<ReadableFiles | undefined> => {
      const [then, now] = [await commit.kindOf(path), await this.files.kindOf(path)];
      if ((then === undefined) === (now === undefined)) return commit;
      if (then !== undefined) return (await this.isLeftOut(path)) ? undefined : commit;
      return (await this.#readIndex()).isTracked(this.pathOf(path)) ? commit : this.files;
    };
    // What neither has is missing in the working tree, which says so in the system's words.
    const readable = async (path: string): Promise<ReadableFiles> => (await sideOf(path)) ?? this.files;
    return {
      list: async (folder) => commit.list(folder),
      glob: async (pattern, cwd) => commit.glob(pattern, cwd),
      kindOf: async (path) => (await sideOf(path))?.kindOf(path),
      read: async (path) => (await readable(path)).read(path),
      realPath: async (path) => (await readable(path)).realPath(path),
      inspect: async (path, within) => (await readable(path)).inspect(path, within),
      nameOf: async (path) => ((await sideOf(path)) === commit ? commit.nameOf(path) : undefined),
    };
  }

  async #readIndex(): Promise<Index> {
    this.#index ??= indexOf(this.#repository);
    return this.#index;
  }
}
