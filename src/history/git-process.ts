/** Starts `git`: the only file that starts a program. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

import type { Complaint } from '../command-line/complaint.ts';
import type { GitRun, StartGit } from '../platform/io.ts';
import { stillWaiting } from './refusals.ts';

/**
 * A repository is data from strangers: nothing that its configuration names is run. Aliases never hide a command of git's
 * own; filters, textconv and external diffs take part in no command that is called here, and a signature is never checked.
 */
const NOTHING_OF_THEIRS = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'core.sshCommand=false',
    'core.gitProxy=',
    'core.askPass=',
    'core.alternateRefsCommand=true',
    'core.quotePath=false',
    'credential.helper=',
    'diff.external=',
    'advice.graftFileDeprecated=false',
    'log.showSignature=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * Nothing is fetched, asked of anybody or written, and what git says is said in English. A hash stands for what has it, with
 * its own parents, and for nothing that the repository puts in its place; a path is a path. (A shallow clone ends where it did:
 * git reads that from another file than the grafts.)
 */
const SURROUNDINGS = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_GLOB_PATHSPECS: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_ICASE_PATHSPECS: undefined,
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_EXTERNAL_DIFF: undefined,
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
  LANGUAGE: 'C',
};

/** What git says of what went wrong is never longer, whatever a repository makes it say. */
const MOST_COMPLAINT = 10_000;

/** Commands that read next to nothing. */
const QUICK = new Set(['rev-parse', 'config', 'remote', 'ls-files', 'for-each-ref']);
/**
 * Milliseconds without a sign of life after which a word is said, and after which a git is ended. Where a pipe stands in the
 * place of what it reads, it would wait for ever; a walk through a long history says nothing for a while.
 */
const PATIENCE = { word: 10_000, quick: 10_000, other: 60_000 };

/**
 * @param signal aborted: what runs is ended
 * @param tell is told once that somebody waits for a git that is silent
 */
export function gitStarter(
  signal: AbortSignal,
  tell: (complaint: Complaint) => void = () => {},
  patience = PATIENCE,
): StartGit {
  let isTold = false;
  return async (args, { cwd, env }) => {
    signal.throwIfAborted();
    const child = spawn('git', [...NOTHING_OF_THEIRS, ...args], {
      cwd,
      env: { ...env, ...SURROUNDINGS },
      stdio: 'pipe',
      signal,
      windowsHide: true,
    });
    const limit = patience[QUICK.has(args[0] ?? '') ? 'quick' : 'other'];
    const watch = watchOver(child, { word: patience.word, limit }, () => {
      if (isTold || patience.word >= limit) return;
      isTold = true;
      tell(stillWaiting(args, limit));
    });
    let stderr = '';
    child.stderr.on('data', (piece: Buffer) => {
      watch.hear();
      if (stderr.length < MOST_COMPLAINT) stderr += piece.toString();
    });
    // A git that ended early takes no more lines: its exit code tells why.
    child.stdin.on('error', () => {});
    const ended = new Promise<{ readonly code: number; readonly stderr: string }>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? KILLED, stderr }));
    }).finally(() => watch.end());
    // Whoever asks is told; until then a failure is no stray.
    ended.catch(() => {});
    const run: GitRun = {
      stdout: heard(child.stdout, watch),
      say: (line) => {
        watch.hear();
        child.stdin.write(line);
      },
      close: () => void child.stdin.end(),
      ended,
    };
    return run;
  };
}

interface Watch {
  /** A sign of life. */
  hear(): void;
  /** Whether it was silent for too long. */
  readonly isOver: boolean;
  /** Somebody waits for an answer, or has one. */
  wait(isAwaited: boolean): void;
  end(): void;
}

/** Ends a program that is silent for long, and says before that somebody waits for it. */
function watchOver(
  child: ChildProcessWithoutNullStreams,
  { word, limit }: { readonly word: number; readonly limit: number },
  say: () => void,
): Watch {
  let [isAwaited, isOver] = [false, false];
  const first = setTimeout(() => {
    if (isAwaited) say();
  }, word).unref();
  // One that only waits for a question is ended too: whoever asks starts another.
  const last = setTimeout(() => {
    isOver = true;
    child.kill('SIGKILL');
    // What it may have started itself goes on, and holds them open.
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
  }, limit).unref();
  return {
    get isOver() {
      return isOver;
    },
    hear() {
      first.refresh();
      last.refresh();
    },
    wait(is) {
      isAwaited = is;
      first.refresh();
    },
    end() {
      clearTimeout(first);
      clearTimeout(last);
    },
  };
}

async function* heard(stream: AsyncIterable<Uint8Array>, watch: Watch): AsyncGenerator<Uint8Array> {
  watch.wait(true);
  try {
    for await (const piece of stream) {
      watch.hear();
      watch.wait(false);
      yield piece;
      watch.wait(true);
    }
  } catch (error) {
    // Its exit code tells the rest.
    if (!watch.isOver) throw error;
  }
  watch.wait(false);
}

/** As shells report a program that a signal ended. */
const KILLED = 128;
