/** The files of a commit, read as if they lay in the working tree. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import { contentReader } from '../platform/evidence-files.ts';
import type { FileKind, FolderEntry, Inspection, ReadableFiles } from '../platform/io.ts';
import { reading, type Repository } from './repository.ts';

/** What git has of a path: its mode and the name of its content. */
interface Stored {
  readonly mode: string;
  readonly name: string;
}

/** What is known already of contents, by the names that git gives them and by their own hashes. */
export interface KnownContents {
  readonly byBlob: ReadonlyMap<string, Inspection>;
  readonly bySha256: ReadonlyMap<string, Inspection>;
}

const LINK = '120000';
const SUBMODULE = '160000';
const FOLDER = '040000';
const ROOT: Stored = { mode: FOLDER, name: '' };

/** Links that follow one another; more are a circle. */
const MOST_LINKS = 40;

const NOTHING_KNOWN: KnownContents = { byBlob: new Map(), bySha256: new Map() };

/**
 * The tree is looked up once; contents are read when they are asked for. Paths are absolute, as they are or would be in the
 * working tree; what lies outside the repository is not there.
 */
export class CommitFiles implements ReadableFiles {
  readonly #repository: Repository;
  readonly #tree: ReadonlyMap<string, Stored>;
  readonly #folders: ReadonlyMap<string, readonly FolderEntry[]>;
  readonly #known: KnownContents;

  private constructor(repository: Repository, tree: ReadonlyMap<string, Stored>, known: KnownContents) {
    this.#repository = repository;
    this.#tree = tree;
    this.#folders = foldersIn(tree);
    this.#known = known;
  }

  /** @throws {Refusal} where a partial clone lacks the tree */
  static async of(repository: Repository, commit: string, known: KnownContents = NOTHING_KNOWN): Promise<CommitFiles> {
    return new CommitFiles(repository, await treeOf(repository, commit), known);
  }

  /** The name of a file's content, links on its way followed; undefined where there is no file. */
  async nameOf(path: string): Promise<string | undefined> {
    const stored = await this.#find(path);
    return stored === undefined || kindOfStored(stored) !== 'file' ? undefined : stored.name;
  }

  async kindOf(path: string): Promise<FileKind | undefined> {
    // What the top of a working tree has, and that of a submodule, which is a repository of its own.
    if (path === join(this.#repository.root, '.git')) return 'folder';
    if (basename(path) === '.git') return (await this.#find(dirname(path)))?.mode === SUBMODULE ? 'file' : undefined;
    const stored = await this.#find(path);
    return stored === undefined ? undefined : kindOfStored(stored);
  }

  async read(path: string): Promise<Uint8Array> {
    const stored = await this.#find(path);
    if (stored === undefined || kindOfStored(stored) !== 'file') throw notThere(path);
    return this.#content(stored);
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    const place = await this.#follow(folder);
    return (place === undefined ? undefined : this.#folders.get(place)) ?? [];
  }

  async realPath(path: string): Promise<string> {
    const place = await this.#follow(path);
    if (place === undefined || this.#storedAt(place) === undefined) throw notThere(path);
    return resolve(this.#repository.root, place);
  }

  async glob(pattern: string, cwd: string): Promise<readonly string[]> {
    const { globIn } = await import('../platform/glob.ts');
    return globIn(pattern, cwd, (folder) => this.#folders.get(this.#pathOf(folder)));
  }

  async inspect(path: string, within: string): Promise<Inspection> {
    const place = isOutside(relative(within, path)) ? undefined : await this.#follow(path);
    if (place === undefined || isOutside(relative(within, resolve(this.#repository.root, place)))) {
      return { found: 'outside' };
    }
    const stored = this.#storedAt(place);
    if (stored === undefined) return { found: 'nothing' };
    const kind = kindOfStored(stored);
    return kind === 'file' ? this.#inspectContent(stored.name) : { found: kind };
  }

  async #inspectContent(name: string): Promise<Inspection> {
    const found = this.#known.byBlob.get(name);
    if (found !== undefined) return found;
    let reader = contentReader(0);
    const sink = {
      begin: (size: number) => {
        reader = contentReader(size);
      },
      add: (piece: Uint8Array) => reader.add(piece),
    };
    await reading(this.#repository, async () => this.#repository.blobs.stream(name, sink));
    const content = reader.content();
    // Of a pointer only the hash is known; where the file itself lies in the working tree, all of it is.
    return this.#known.bySha256.get(content.sha256) ?? { found: 'file', ...content };
  }

  /** Where a path leads from the root of the repository, every link on its way followed; undefined where it leads out of it. */
  async #follow(path: string, links = 0): Promise<string | undefined> {
    const steps = this.#pathOf(path)
      .split('/')
      .filter((step) => step !== '');
    if (steps[0] === '..' || links > MOST_LINKS) return undefined;
    for (const at of steps.keys()) {
      const reached = steps.slice(0, at + 1).join('/');
      const stored = this.#tree.get(reached);
      if (stored?.mode !== LINK) continue;
      const target = Buffer.from(await this.#content(stored)).toString();
      const rest = steps.slice(at + 1);
      return this.#follow(resolve(this.#repository.root, dirname(reached), target, ...rest), links + 1);
    }
    return steps.join('/');
  }

  async #find(path: string): Promise<Stored | undefined> {
    const place = await this.#follow(path);
    return place === undefined ? undefined : this.#storedAt(place);
  }

  #storedAt(place: string): Stored | undefined {
    return place === '' ? ROOT : this.#tree.get(place);
  }

  async #content({ name }: Stored): Promise<Uint8Array> {
    return reading(this.#repository, async () => this.#repository.blobs.read(name));
  }

  #pathOf(path: string): string {
    return relative(this.#repository.root, path).split(sep).join('/');
  }
}

async function treeOf(repository: Repository, commit: string): Promise<ReadonlyMap<string, Stored>> {
  const args = ['ls-tree', '-r', '-t', '-z', '--full-tree', commit];
  const answer = (await reading(repository, async () => repository.run(args))).toString();
  const tree = new Map<string, Stored>();
  for (const line of answer.split('\0')) {
    const end = line.indexOf('\t');
    const [mode = '', , name = ''] = line.slice(0, end).split(' ');
    if (end >= 0) tree.set(line.slice(end + 1), { mode, name });
  }
  return tree;
}

/** What each folder holds; git names a folder before what lies in it. */
function foldersIn(tree: ReadonlyMap<string, Stored>): ReadonlyMap<string, readonly FolderEntry[]> {
  const folders = new Map<string, FolderEntry[]>([['', []]]);
  for (const [path, stored] of tree) {
    if (stored.mode === FOLDER) folders.set(path, []);
    const above = dirname(path);
    const kind = stored.mode === LINK ? 'link' : kindOfStored(stored);
    folders.get(above === '.' ? '' : above)?.push({ name: basename(path), kind });
  }
  return folders;
}

function kindOfStored({ mode }: Stored): FileKind {
  return mode === FOLDER || mode === SUBMODULE ? 'folder' : 'file';
}

function isOutside(way: string): boolean {
  return way.split(sep, 1)[0] === '..';
}

function notThere(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT', syscall: 'open', path });
}
