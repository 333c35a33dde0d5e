import path from 'node:path';
/** Runs the program on real files and with the real git, in the process of the test. */
import { Readable } from 'node:stream';

import { run } from '../../src/app.ts';
import { gitStarter } from '../../src/history/git-process.ts';
import type { Io, StartGit } from '../../src/platform/io.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';
import type { TestRepository } from './git-repository.ts';
import { memoryDrafts } from './memory-io.ts';

export interface RepositoryRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The arguments of each git that was started, without those that every one has. */
  readonly asked: readonly (readonly string[])[];
}

interface Surroundings {
  readonly env?: Io['env'];
  /** Below the repository. */
  readonly folder?: string;
  readonly now?: string;
  readonly git?: StartGit;
}

export async function runInRepository(
  argv: readonly string[],
  repository: TestRepository,
  { env = {}, folder = '.', now = '2026-11-21T04:00:00Z', git }: Surroundings = {},
): Promise<RepositoryRun> {
  const out = { stdout: '', stderr: '' };
  const asked: (readonly string[])[] = [];
  const signal = new AbortController().signal;
  const start = git ?? gitStarter(signal);
  const output = (name: keyof typeof out): Io['stdout'] => ({
    isTerminal: false,
    columns: undefined,
    write: async (content) => {
      out[name] += typeof content === 'string' ? content : Buffer.from(content).toString();
    },
  });
  const code = await run(argv, {
    env: { PATH: process.env['PATH'], HOME: '/nowhere', ...env },
    cwd: path.join(repository.folder, folder),
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: () => Readable.from([]),
    readStdin: async () => new Uint8Array(),
    dialogue: async () => undefined,
    files: nodeFiles(signal),
    git: async (args, at) => {
      asked.push(args);
      return start(args, at);
    },
    drafts: async () => memoryDrafts(new Map()),
    now: () => new Date(now),
    runtime: 'test',
  });
  return { code, ...out, asked };
}

/** A report in JSON, as a check printed it. */
export interface SinceReport {
  readonly verdict: string;
  readonly since: { readonly ref: string; readonly commit: string; readonly counts: Readonly<Record<string, number>> };
  readonly counts: Readonly<Record<string, number>>;
  readonly results: readonly {
    readonly file: string;
    readonly since: { readonly was: string; readonly renamedFrom?: string };
  }[];
  readonly findings: readonly SinceFinding[];
  readonly fixed: readonly SinceFinding[];
}

export interface SinceFinding {
  readonly rule: string;
  readonly subject: string;
  readonly service?: string;
  readonly status: string;
  readonly baseline?: string;
  readonly fingerprint: string;
  readonly location: { readonly file: string };
}

/** `check --since REF --format json` of everything below a folder. */
export async function checkSince(
  ref: string,
  repository: TestRepository,
  { more = ['.'], ...surroundings }: Surroundings & { readonly more?: readonly string[] } = {},
): Promise<RepositoryRun & { readonly report: SinceReport }> {
  const ran = await runInRepository(['check', ...more, '--since', ref, '--format', 'json'], repository, surroundings);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its schema has a test of its own
  return { ...ran, report: (ran.stdout === '' ? {} : JSON.parse(ran.stdout)) as SinceReport };
}

/** `new resource/expiry cert`, sorted. */
export function sidesOf({ findings }: SinceReport): readonly string[] {
  return findings.map(({ baseline, rule, subject }) => `${baseline} ${rule} ${subject}`).toSorted();
}
