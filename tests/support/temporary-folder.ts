import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

type Files = Readonly<Record<string, string>>;

/** A folder with these files, by relative path; it goes when the test ends. */
export async function temporaryFolder(files: Files): Promise<string> {
  const root = await folderWith(files);
  onTestFinished(async () => remove(root));
  return root;
}

/** The same, for as long as something is done in it. */
export async function inTemporaryFolder<Result>(files: Files, use: (root: string) => Promise<Result>): Promise<Result> {
  const root = await folderWith(files);
  try {
    return await use(root);
  } finally {
    await remove(root);
  }
}

/** A process that a test started may be leaving while its folder goes. */
async function remove(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
}

async function folderWith(files: Files): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'ledger-test-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}
