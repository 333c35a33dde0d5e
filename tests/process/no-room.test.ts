/** Every command that writes a file, on a disk that takes nothing more: it names the file and the reason, and leaves all as it was. */
import { execFileSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { FILES, WRITERS } from '../support/every-command.ts';
import { runProgram } from '../support/run-program.ts';
import { mounted } from '../support/small-disk.ts';

/** Of the duties to record one is enough: all are written the same way. */
const LEDGER_WRITERS = Object.entries(WRITERS)
  .filter(([words]) => !words.startsWith('record ') || words === 'record renewal')
  .flatMap(([words, calls]) => calls.map((given) => [...words.split(' '), ...given, '--yes']));

const DOCUMENT_WRITERS = [
  ['init', 'books', '--company', 'x', '--ci', 'github', '--yes'],
  ['check', '--format', 'json=new.json'],
  ['check', '--receipt', 'new.json'],
  ['report', '--output', 'new.html'],
  ['report', '--output', 'new/'],
  ['pack', 'isp', '--output', 'new'],
  ['pack', 'isp', '--output', 'new.zip'],
  ['export', '--to', 'xlsx', '--output', 'new.xlsx'],
  ['export', '--to', 'csv', '--output', 'new.csv'],
  ['export', '--to', 'csv', '--output', 'new/'],
  ['calendar', '--output', 'new.ics'],
];

const ALL = [...LEDGER_WRITERS, ...DOCUMENT_WRITERS].map((argv) => [argv.join(' '), argv] as const);

async function fill(folder: string): Promise<void> {
  const handle = await open(path.join(folder, 'all-the-room'), 'w');
  try {
    for (const piece = Buffer.alloc(4096); writeSync(handle.fd, piece) > 0;);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    await handle.close();
  }
}

const STATES = [
  ['a full disk', fill, 'the disk is full'],
  [
    'a read-only disk',
    async (folder: string) => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    'the file system is read-only',
  ],
] as const;

async function contentsOf(folder: string): Promise<unknown> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(
    names.map(async (name) => [name, name === 'all-the-room' || (await readFile(path.join(folder, name), 'utf8'))]),
  );
}

const CASES = STATES.flatMap(([state, make, reason]) =>
  ALL.map(([line, argv]) => ({ line, state, argv, make, reason })),
);

test.for(CASES)('$line, on $state', async ({ argv, make, reason }, context) => {
  const folder = await mounted(context, 'size=512k');
  for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(folder, name), text);
  await make(folder);
  const before = await contentsOf(folder);
  const { code, stderr } = await runProgram(argv, { cwd: folder });
  expect(code).toBe(3);
  expect(stderr).toMatch(new RegExp(`error: \\S+: cannot be written: ${reason}`, 'u'));
  expect(await contentsOf(folder)).toEqual(before);
});
