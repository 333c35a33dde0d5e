/** The process edge: argv in, exit code out. Beside the platform, nothing else touches the process. */
import { basename, dirname, relative } from 'node:path';
import process from 'node:process';

import { run } from './app.ts';
import { type Complaint, renderNotice, reportFault } from './command-line/complaint.ts';
import { languagesOf } from './command-line/invocation.ts';
import { large, stillReading } from './command-line/path-complaint.ts';
import { ExitCode } from './exit-code.ts';
import { Interruption, type StartGit, type ThreadJob, type Threads } from './platform/io.ts';
import { nodeIo } from './platform/node-io.ts';
import type { Job } from './run/share-work.ts';

/**
 * Runs the command line of this process; its exit code is set, never forced.
 *
 * @param program the file of this module, from which another thread can load it; absent where it is in one piece
 */
export async function main(program?: string): Promise<void> {
  const argv = process.argv.slice(2);
  const interruption = new AbortController();
  const tell = (complaint: Complaint): void => {
    void io.stderr.write(renderNotice(complaint, languagesOf(argv, io.env).people));
  };
  let start: StartGit | undefined;
  const git: StartGit = async (args, at) => {
    // Loaded for runs that ask git alone: it brings sockets and pipes with it.
    const { gitStarter } = await import('./history/git-process.ts');
    start ??= gitStarter(interruption.signal, tell);
    return start(args, at);
  };
  const threads = async (): Promise<Threads> => {
    const { nodeThreads } = await import('./platform/node-threads.ts');
    return nodeThreads(program ?? '');
  };
  const isWhole = async (): Promise<boolean> => {
    const { isWhole: areWhole } = await import('./platform/installation.ts');
    return areWhole(dirname(program ?? ''));
  };
  const io = nodeIo(interruption, {
    git,
    onLarge: (path, bytes) => tell(large(basename(path), bytes)),
    onSlow: (path) => tell(stillReading(relative(io.cwd, path))),
    ...(program === undefined ? {} : { threads, isWhole }),
  });

  // Once only: a second Ctrl-C ends the process the system's way, even while a pipe that nobody reads is full.
  process.once('SIGINT', () => {
    interruption.abort(new Interruption());
  });

  const strays: unknown[] = [];
  const catchStray = (error: unknown): void => {
    strays.push(error);
    process.exitCode = ExitCode.fault;
    void reportFault(error, argv, languagesOf(argv, io.env).people, io);
  };
  process.on('uncaughtException', catchStray);
  process.on('unhandledRejection', catchStray);

  // It stands from the start, so that a run which never comes to its end is not taken for a good one.
  process.exitCode = ExitCode.fault;
  const code = await run(argv, io);
  if (strays.length === 0) process.exitCode = code;
}

/** Takes a share of another thread's work, and tells it what comes of each file. */
export async function work(): Promise<void> {
  const { takeJob, tellStarter } = await import('./platform/node-threads.ts');
  const { takeShare } = await import('./run/share-work.ts');
  const { job, data, machine } = takeJob();
  await takeShare(await JOBS[job](), data, machine, tellStarter);
}

const JOBS: Readonly<Record<ThreadJob, () => Promise<Job<never, unknown>>>> = {
  check: async () => (await import('./run/check-files.ts')).fileChecker,
  calendar: async () => (await import('./commands/calendar/calendar.ts')).eventsTeller,
  site: async () => (await import('./commands/report/company-page.ts')).companyTeller,
};
