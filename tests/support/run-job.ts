/** The shell of a job, run as a runner would run it, with the built program as the installed one. */
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import path from 'node:path';

import packageJson from '../../package.json' with { type: 'json' };
import { testRepository, TestRepository } from './git-repository.ts';
import { ending, PROGRAM, type ProgramRun } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The built program by its own name: as `npm ci` installed it, or at its exact version. */
const NPX = `#!/bin/sh
case "$1 $2" in
  '--no-install licence-ledger' | '--yes licence-ledger@${packageJson.version}') shift 2 ;;
  *) exit 99 ;;
esac
exec "${process.execPath}" "${PROGRAM}" "$@"
`;

/** Fetches from a file. */
const CURL = `#!/bin/sh
[ "$1 $2" = '-fsSL -o' ] || exit 99
cp "$4" "$3"
`;

export interface Job {
  /** What is committed before the files are written. */
  readonly base?: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function runJob(
  script: string,
  { files, env = {}, base }: Job,
): Promise<ProgramRun & { readonly folder: string }> {
  const { folder } = base === undefined ? { folder: await temporaryFolder({}) } : await testRepository(base);
  new TestRepository(folder).write({
    ...files,
    '.bin/npx': NPX,
    '.bin/npm': '#!/bin/sh\n',
    '.bin/curl': CURL,
  });
  for (const name of ['npx', 'npm', 'curl']) await chmod(path.join(folder, '.bin', name), 0o755);
  const searched = `${folder}/.bin:${process.env['PATH'] ?? ''}`;
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: searched, LEDGER_FOLDER: folder, ...env },
    stdio: 'pipe',
  });
  return { ...(await ending(child)), folder };
}
