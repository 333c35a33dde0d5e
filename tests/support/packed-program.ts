/** What `npm pack` makes of this project, and what `npm install` makes of that, in folders of their own. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import packageJson from '../../package.json' with { type: 'json' };

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  readonly remove: () => Promise<void>;
}

export async function packProject(): Promise<Packed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ledger-package-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const tarball = path.join(folder, `${packageJson.name}-${packageJson.version}.tgz`);
  return { folder, tarball, remove: async () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Installs the package into an empty folder as a user does who has never had it: a home without anything, no cache, no network.
 * @returns the program as npm links it
 */
export async function installPacked({ folder, tarball }: Packed): Promise<string> {
  const place = path.join(folder, 'installed');
  await mkdir(path.join(folder, 'home'));
  await mkdir(place);
  await writeFile(path.join(place, 'package.json'), '{ "private": true }\n');
  const env = {
    PATH: process.env['PATH'],
    HOME: path.join(folder, 'home'),
    npm_config_cache: path.join(folder, 'cache'),
  };
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: place, env });
  return path.join(place, 'node_modules/.bin', packageJson.name);
}
