/** A folder that is made again and again, with a manifest of what is the program's own in it. */
import { lstat, mkdir, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { syncFolder, temporaryBeside } from './atomic-write.ts';
import { bundleInto, folderSink, MANIFEST } from './bundle.ts';
import type { Bundle } from './io.ts';
import { ifThere, refusalOf, tolerating } from './system-error.ts';

/** `Files.renew`: see there. */
export async function renewFolder(
  target: string,
  fill: (bundle: Pick<Bundle, 'add'>) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const place = (await ifThere(realpath(target))) ?? target;
  const found = await ifThere(lstat(place));
  if (found !== undefined && !found.isDirectory()) throw refusalOf('ENOTDIR', place);
  const staging = temporaryBeside(place);
  const sink = await folderSink(staging);
  try {
    const manifest: string[] = [];
    await fill(bundleInto(sink, manifest, signal));
    await writeFile(join(staging, MANIFEST), manifest.join(''), { flush: true });
    signal.throwIfAborted();
    if (found === undefined) await rename(staging, place);
    else await replaceFiles(staging, place, manifest);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await syncFolder(dirname(place));
}

/**
 * Moves whole files into their places in the order in which they were made. The manifest names old and new ones meanwhile, so
 * that a run which is cut short leaves nothing that the next would not know for its own.
 */
async function replaceFiles(staging: string, place: string, manifest: readonly string[]): Promise<void> {
  const before = await manifestIn(place);
  const names = manifest.map(nameIn);
  const own = new Set(before.map(nameIn));
  for (const name of [...names, MANIFEST]) await assertOwn(place, name, own);
  const stale = before.filter((line) => !names.includes(nameIn(line)));
  const both = join(staging, `${MANIFEST}.both`);
  await writeFile(both, [...manifest, ...stale].join(''), { flush: true });
  await rename(both, join(place, MANIFEST));
  for (const name of names) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await rename(join(staging, name), join(place, name));
  }
  for (const line of stale) await removeOwn(place, nameIn(line));
  await rename(join(staging, MANIFEST), join(place, MANIFEST));
}

/** Each line names a file inside the folder; what does not is nobody's. */
async function manifestIn(place: string): Promise<readonly string[]> {
  const text = (await ifThere(readFile(join(place, MANIFEST), 'utf8'))) ?? '';
  return text
    .split('\n')
    .filter((line) => LINE.test(line) && nameIn(line).split('/').every(isPlain))
    .map((line) => `${line}\n`);
}

const LINE = /^[0-9a-f]{64} {2}[^\\:]+$/u;

function isPlain(step: string): boolean {
  return step !== '' && !step.startsWith('.');
}

function nameIn(line: string): string {
  return line.slice(66).trimEnd();
}

/** @throws EEXIST for what an earlier run did not write, ENOTDIR for a link on the way */
async function assertOwn(place: string, name: string, own: ReadonlySet<string>): Promise<void> {
  await assertNoLink(place, name);
  const isThere = (await ifThere(lstat(join(place, name)))) !== undefined;
  if (isThere && !own.has(name) && (name !== MANIFEST || own.size === 0)) throw refusalOf('EEXIST', join(place, name));
}

async function assertNoLink(place: string, name: string): Promise<void> {
  const folder = dirname(name);
  if (folder === '.') return;
  await assertNoLink(place, folder);
  const found = await ifThere(lstat(join(place, folder)));
  if (found !== undefined && !found.isDirectory()) throw refusalOf('ENOTDIR', join(place, folder));
}

async function removeOwn(place: string, name: string): Promise<void> {
  await assertNoLink(place, name);
  await rm(join(place, name), { force: true });
  const folder = dirname(name);
  if (folder !== '.') await tolerating(['ENOTEMPTY', 'EEXIST', 'ENOENT'], rmdir(join(place, folder)));
}
