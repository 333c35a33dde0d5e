/** Where the documents of a run go. */
import { resolve } from 'node:path';

import { type Complaint, renderComplaint, usageError } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { Destination } from '../command-line/option-values.ts';
import { refusedOutput } from '../command-line/path-complaint.ts';
import { colourLevel, coloursFor, isPlain } from '../platform/colour.ts';
import type { Content, Files, Io, Output } from '../platform/io.ts';
import { systemCodeOf } from '../platform/system-error.ts';
import { type CheckDocument, withTexts } from '../reporters/check/document.ts';
import { inChunks, type Piece } from '../reporters/writing/pieces.ts';
import { printable } from '../reporters/writing/printable.ts';
import type { Style } from '../reporters/writing/style.ts';
import type { LedgerFile } from './find-ledgers.ts';

const A_PAGE: readonly Destination[] = [{ format: 'text', file: undefined }];

/** Columns of a page that no terminal shows: logs and files. */
export const WIDTH_ELSEWHERE = 100;

/** What was asked for, or else a page. No two, nor the receipt, may share a place, and none may take that of a ledger. */
export async function settleDestinations(
  asked: readonly Destination[] | undefined,
  ledgers: readonly LedgerFile[],
  { cwd, files, env }: Io,
  receipt?: string,
): Promise<readonly Destination[]> {
  const taken = new Map(ledgers.map(({ realPath }) => [realPath, LEDGER_OVERWRITTEN]));
  const take = async (file: string | undefined, where: string): Promise<void> => {
    const place = file === undefined ? 'stdout' : await placeOf(resolve(cwd, file), files);
    const complaint = taken.get(place);
    if (complaint !== undefined) throw usageError({ where, ...complaint });
    taken.set(place, file === undefined ? STDOUT_TWICE : FILE_TWICE);
  };
  for (const { format, file } of asked ?? []) {
    await take(file, `--format ${file === undefined ? format : `${format}=${file}`}`);
  }
  if (receipt !== undefined) await take(receipt, `--receipt ${receipt}`);
  return asked ?? (isGithubJob(env) ? GITHUB_DESTINATIONS : A_PAGE);
}

/** @throws {Refusal} where a file to be written is one of the ledgers */
export async function assertNoLedger(
  file: string,
  where: string,
  ledgers: readonly LedgerFile[],
  { cwd, files }: Io,
): Promise<void> {
  const place = await placeOf(resolve(cwd, file), files);
  if (ledgers.some(({ realPath }) => realPath === place)) throw usageError({ where, ...LEDGER_OVERWRITTEN });
}

/** Writes the one document of a command to the file that is named, or else to stdout. @returns whether it stands there */
export async function writeOutput(
  file: string | undefined,
  document: string | Uint8Array | Iterable<Piece>,
  { io, languages }: Invocation,
): Promise<boolean> {
  const isWhole = typeof document === 'string' || document instanceof Uint8Array;
  if (file === undefined) {
    if (isWhole) await io.stdout.write(document);
    else await printPieces(document, io);
    return true;
  }
  const complaint = await writeFile(file, isWhole ? document : inChunks(document), io);
  if (complaint !== undefined) await io.stderr.write(renderComplaint(complaint, languages.people));
  // Whoever sits at a terminal is told; a job is left its quiet.
  else if (io.stdout.isTerminal) {
    const written = { zh: `已写出 ${file}`, en: `written: ${file}` };
    await io.stderr.write(`${printable(written[languages.people])}\n`);
  }
  return complaint === undefined;
}

/** Prints a text of many pieces. */
export async function printPieces(pieces: Iterable<Piece>, { stdout }: Io): Promise<void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // As text, stdout takes care that no job takes orders from it.
  for (const chunk of inChunks(pieces)) await stdout.write(decoder.decode(chunk));
}

/** @returns why it cannot be written */
export async function writeFile(file: string, content: Content, { cwd, files }: Io): Promise<Complaint | undefined> {
  try {
    await files.write(resolve(cwd, file), content);
    return undefined;
  } catch (error) {
    return refusedOutput(file, error);
  }
}

/** A page for people, as it is set on stdout. */
export async function pageOnStdout(render: (style: Style) => string, { io, languages }: Invocation): Promise<string> {
  const { stdout, env } = io;
  const page = render(await styleOn(stdout, languages.people, env));
  if (!isPlain(env, stdout)) return page;
  const { plainly } = await import('../reporters/writing/plain.ts');
  return plainly(page, languages.people);
}

/** A document for people, as it is set on stdout. */
export async function documentOnStdout(
  open: (style: Style) => CheckDocument,
  { io, languages }: Invocation,
): Promise<CheckDocument> {
  const { stdout, env } = io;
  const document = open(await styleOn(stdout, languages.people, env));
  return isPlain(env, stdout) ? inPlain(document, languages.people) : document;
}

/** The same document with words in place of signs. */
export async function inPlain(document: CheckDocument, language: Style['language']): Promise<CheckDocument> {
  const { plainly } = await import('../reporters/writing/plain.ts');
  return withTexts(document, (text) => plainly(text, language));
}

/** How a page is set beside the answer. */
export async function styleOnStderr(language: Style['language'], { env, stderr }: Io): Promise<Style> {
  return styleOn(stderr, language, env);
}

/** Columns by which a word with its colon is wider than a mark: a plain page is laid out narrower by so much. */
const WORD_OVER_MARK = 7;

/** Columns that a page is laid out in. */
export function widthOn(output: Output, env: Io['env']): number {
  return (output.columns ?? WIDTH_ELSEWHERE) - (isPlain(env, output) ? WORD_OVER_MARK : 0);
}

async function styleOn(output: Output, language: Style['language'], env: Io['env']): Promise<Style> {
  const colour = await coloursFor(colourLevel(env, output));
  return { language, width: widthOn(output, env), colour };
}

/** What cannot be looked at keeps its name here; the attempt to write it will tell. */
async function placeOf(path: string, files: Files): Promise<string> {
  try {
    return await files.realPath(path);
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    return path;
  }
}

const STDOUT_TWICE = {
  what: { zh: '标准输出只能容纳一份文档', en: 'stdout takes one document only' },
  remedy: {
    zh: '请把其余格式写入文件：`--format 格式=文件`。',
    en: 'Write the other formats to files: `--format NAME=FILE`.',
  },
};

const FILE_TWICE = {
  what: { zh: '同一文件被指定了两次', en: 'this file is named twice' },
  remedy: { zh: '请为每种格式指定不同的文件。', en: 'Give each format a file of its own.' },
};

const LEDGER_OVERWRITTEN = {
  what: { zh: '这是台账本身，不能覆盖', en: 'this is the ledger itself, which must not be overwritten' },
  remedy: { zh: '请换一个文件名。', en: 'Choose another file.' },
};

/** Whether this is a job of GitHub, whose runner reads the log. */
export function isGithubJob(env: Io['env']): boolean {
  return env['GITHUB_ACTIONS'] === 'true';
}

/** The runner reads commands from the log wherever they stand; the page comes last, where the log is opened. */
const GITHUB_DESTINATIONS: readonly Destination[] = [
  { format: 'github', file: undefined },
  { format: 'text', file: undefined },
];
