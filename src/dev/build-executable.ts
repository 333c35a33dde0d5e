/**
 * `npm run build:executable`: one file for the platform at hand that needs no Node beside it. Node's own means for it ("single
 * executable applications"): a copy of the running Node, with the program in one piece inside.
 */
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { build } from 'tsdown';

import packageJson from '../../package.json' with { type: 'json' };
import config from '../../tsdown.config.ts';

/** By which Node finds out that a program is inside: nodejs.org/api/single-executable-applications.html */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const root = fileURLToPath(new URL('../..', import.meta.url));
const name = `licence-ledger-${packageJson.version}-${process.platform}-${process.arch}`;
const executable = path.join(root, 'build', process.platform === 'win32' ? `${name}.exe` : name);

const folder = await mkdtemp(path.join(tmpdir(), 'ledger-executable-'));
try {
  await build({
    ...config,
    config: false,
    cwd: root,
    logLevel: 'error',
    entry: { ledger: 'src/dev/executable.ts' },
    outDir: folder,
    outputOptions: { codeSplitting: false },
  });
  const settings = path.join(folder, 'settings.json');
  const blob = path.join(folder, 'ledger.blob');
  const main = path.join(folder, 'ledger.cjs');
  await writeFile(settings, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true }));
  execFileSync(process.execPath, ['--experimental-sea-config', settings], { stdio: ['ignore', 'ignore', 'inherit'] });

  await mkdir(path.dirname(executable), { recursive: true });
  await copyFile(process.execPath, executable);
  await chmod(executable, 0o755);
  const isMac = process.platform === 'darwin';
  // A signature over other bytes is worse than none: macOS refuses to start it.
  if (isMac) execFileSync('codesign', ['--remove-signature', executable]);
  const postject = fileURLToPath(import.meta.resolve('postject/dist/cli.js'));
  const segment = isMac ? ['--macho-segment-name', 'NODE_SEA'] : [];
  const words = [executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE, ...segment];
  execFileSync(process.execPath, [postject, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (isMac) execFileSync('codesign', ['--sign', '-', executable]);
  console.log(path.relative(process.cwd(), executable));
} finally {
  await rm(folder, { recursive: true, force: true });
}
