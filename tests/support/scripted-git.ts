/** A git that answers from a script, for what our side makes of its answers. What git itself does is tested in repositories. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';

import { openRepository, type Repository } from '../../src/history/repository.ts';
import type { GitPlace, GitRun, StartGit } from '../../src/platform/io.ts';

export type GitAnswer = string | { readonly code: number; readonly stderr: string } | Error;

/** By the words of a command, or by its name alone. */
export type GitScript = Readonly<Record<string, GitAnswer>>;

export interface ScriptedGit {
  readonly git: StartGit;
  /** What was asked for, with its place. */
  readonly asked: readonly (GitPlace & { readonly command: string })[];
}

/** @param contents what `cat-file --batch` knows */
export function scriptedGit(script: GitScript, contents: Readonly<Record<string, string>> = {}): ScriptedGit {
  const asked: (GitPlace & { readonly command: string })[] = [];
  const git: StartGit = async (args, { cwd, env }) => {
    const command = args.join(' ');
    asked.push({ command, cwd, env });
    if (command === 'cat-file --batch') return batch((name) => answerFor(contents, name));
    const answer = script[command] ?? script[args[0] ?? ''];
    if (answer === undefined) throw new Error(`not in the script: git ${command}`);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'string' ? runOf([answer]) : runOf([], answer);
  };
  return { git, asked };
}

function answerFor(contents: Readonly<Record<string, string>>, name: string): Buffer {
  const content = contents[name];
  if (content === undefined) return Buffer.from(`${name} missing\n`);
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`${name} blob ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

function runOf(
  pieces: readonly string[],
  ended: { readonly code: number; readonly stderr: string } = { code: 0, stderr: '' },
): GitRun {
  return {
    stdout: (async function* () {
      for (const piece of pieces) yield Buffer.from(piece);
    })(),
    say: () => {},
    close: () => {},
    ended: Promise.resolve(ended),
  };
}

/** A git that answers line by line, until it gets no more. @param cut makes the pieces in which an answer comes */
export function batch(
  answer: (name: string) => Buffer | undefined,
  { cut = (bytes: Buffer): readonly Buffer[] => [bytes], stderr = '' } = {},
): GitRun & { readonly closed: Promise<unknown> } {
  const stdout = new PassThrough({ objectMode: true });
  const closed = once(stdout, 'finish');
  return {
    stdout,
    say: (text) => {
      const said = answer(text.trimEnd());
      if (said === undefined) stdout.end();
      else for (const piece of cut(said)) stdout.write(piece);
    },
    close: () => void stdout.end(),
    ended: closed.then(() => ({ code: 0, stderr })),
    closed,
  };
}

/** What `rev-parse` says of a repository at `/r`. */
export const FACTS = '/r\n/r/.git\nsha1\nfalse\n';

/** The repository at `/r` of a git with a script. */
export async function scriptedRepository(
  script: GitScript,
  contents: Readonly<Record<string, string>> = {},
  facts: string | undefined = FACTS,
): Promise<Repository & Pick<ScriptedGit, 'asked'>> {
  const { git, asked } = scriptedGit({ ...script, [DESCRIBE]: script[DESCRIBE] ?? facts }, contents);
  const repository = await openRepository('/r', { root: '/r', asker: '--since x' }, { git, env: {}, cwd: '/r' });
  return { ...repository, asked };
}

export const DESCRIBE = 'rev-parse --show-toplevel --absolute-git-dir --show-object-format --is-shallow-repository';
