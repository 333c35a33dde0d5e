/** Real repositories for tests of the history: git itself, with a clock that a test sets. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from './temporary-folder.ts';

export type FileContents = Readonly<Record<string, string | Uint8Array>>;

export interface CommitFacts {
  /** `2026-01-31T09:00:00+08:00` */
  readonly at?: string;
  readonly author?: string;
  readonly message?: string;
}

export class TestRepository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What git prints, without its last line break. */
  git(...args: readonly string[]): string {
    return runGit(this.folder, args);
  }

  write(files: FileContents): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Writes files and commits all that has changed. @returns the name of the commit */
  commit(
    files: FileContents = {},
    { at = '2026-01-05T09:00:00+08:00', author = '张三', message = 'change' }: CommitFacts = {},
  ): string {
    this.write(files);
    this.git('add', '--all');
    const env = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: author };
    runGit(this.folder, ['commit', '--quiet', '--allow-empty', '--message', message], env);
    return this.git('rev-parse', 'HEAD');
  }
}

function runGit(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('git', ['-C', cwd, ...args], {
    encoding: 'utf8',
    env: { ...SURROUNDINGS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
}

/** Nothing of the machine's own configuration. */
const SURROUNDINGS = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: '张三',
  GIT_AUTHOR_EMAIL: 'zhang@example.com',
  GIT_COMMITTER_NAME: '张三',
  GIT_COMMITTER_EMAIL: 'zhang@example.com',
  GIT_AUTHOR_DATE: '2026-01-05T09:00:00+08:00',
  GIT_COMMITTER_DATE: '2026-01-05T09:00:00+08:00',
};

/** A repository with one commit of these files, on the branch `main`. It goes when the test ends. */
export async function testRepository(files: FileContents): Promise<TestRepository> {
  const repository = new TestRepository(await temporaryFolder({}));
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('config', 'protocol.file.allow', 'always');
  repository.commit(files);
  return repository;
}

/** A copy of one, made with these options of `git clone`. */
export async function cloneOf({ folder }: TestRepository, ...options: readonly string[]): Promise<TestRepository> {
  const copy = await temporaryFolder({});
  runGit(copy, ['clone', '--quiet', ...options, `file://${folder}`, '.']);
  return new TestRepository(copy);
}
