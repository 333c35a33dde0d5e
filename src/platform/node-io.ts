import { fstatSync, type Stats, writeSync } from 'node:fs';
import process from 'node:process';
import { addAbortSignal } from 'node:stream';
import type { WriteStream } from 'node:tty';

import { withoutCommands } from '../reporters/writing/printable.ts';
import { coloursFor, colourLevel, isPlain } from './colour.ts';
import type { Dialogue } from './dialogue.ts';
import { Interruption, type Io, OutputError, type Output } from './io.ts';
import { nodeFiles, type Notices } from './node-files.ts';
import { systemCodeOf } from './system-error.ts';

/** What the process gives the machine. */
export interface Equipment extends Pick<Io, 'git' | 'threads' | 'isWhole'>, Notices {}

/** The real machine. Once the run is interrupted, nothing more is read or written. */
export function nodeIo(interruption: AbortController, { onLarge, onSlow, ...own }: Equipment): Io {
  const { signal } = interruption;
  return {
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    stdout: nodeOutput(1, () => process.stdout, signal),
    stderr: silentlyFailing(nodeOutput(2, () => process.stderr, signal)),
    stdin: () => addAbortSignal(signal, process.stdin),
    readStdin,
    dialogue: async () => dialogueOnTerminal(interruption),
    files: nodeFiles(signal, { onLarge, onSlow }),
    drafts: async () => (await import('./node-drafts.ts')).nodeDrafts(process.env),
    now: () => new Date(),
    ...own,
    runtime: `node ${process.versions.node}, ${process.platform} ${process.arch}`,
  };
}

async function readStdin(most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length > most) break;
  }
  return Buffer.concat(pieces).subarray(0, most + 1);
}

async function dialogueOnTerminal(interruption: AbortController): Promise<Dialogue | undefined> {
  // What is no device is no terminal: its stream need not be made to ask.
  if (!isOfKind(0, (stats) => stats.isCharacterDevice())) return undefined;
  const { stdin: input, stderr: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  // A window that is closed, a machine that shuts down: what was answered is kept as on Ctrl-C. Where nobody is asked they end
  // the process the system's way, and what `nohup` started goes on.
  for (const name of ['SIGHUP', 'SIGTERM'] as const) process.once(name, () => interruption.abort(new Interruption()));
  // The last lines of a question have nowhere to go then.
  output.on('error', () => {});
  const { terminalDialogue } = await import('./terminal-dialogue.ts');
  const colours = await coloursFor(colourLevel(process.env, { isTerminal: true }));
  const look = { colours, isPlain: isPlain(process.env, { isTerminal: true }) };
  return terminalDialogue({ input, output, ...look, signal: interruption.signal });
}

/** Bytes handed over at once: between two pieces an interruption is noticed. */
const PIECE = 65_536;

/** What the reader's end answers once it is closed; Windows says EOF. */
const READER_GONE = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** An output on one of the process's own streams. The stream is asked for late: to open it costs start-up time. */
function nodeOutput(fd: 1 | 2, stream: () => WriteStream, signal: AbortSignal): Output {
  let hasReader = true;
  const writePiece = isOfKind(fd, (stats) => stats.isFile()) ? toFile(fd) : toStream(stream, signal);
  return {
    get isTerminal() {
      return !isOfKind(fd, (stats) => stats.isFile()) && stream().isTTY;
    },
    get columns() {
      // A terminal that has not been told its size says 0.
      return this.isTerminal && stream().columns > 0 ? stream().columns : undefined;
    },
    async write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(withoutCommands(content)) : content;
      for (let start = 0; start < bytes.length && hasReader; start += PIECE) {
        signal.throwIfAborted();
        try {
          await writePiece(bytes.subarray(start, start + PIECE));
        } catch (error) {
          signal.throwIfAborted();
          if (!isReaderGone(error)) throw new OutputError('the output cannot be written', { cause: error });
          hasReader = false;
        }
      }
    },
  };
}

/** What cannot be told on stderr cannot be told at all: failures are dropped. */
function silentlyFailing(output: Output): Output {
  return {
    get isTerminal() {
      return output.isTerminal;
    },
    get columns() {
      return output.columns;
    },
    async write(content) {
      try {
        await output.write(content);
      } catch {
        // Nowhere is left to say it.
      }
    },
  };
}

type WritePiece = (piece: Uint8Array) => Promise<void>;

/** On a nearly full disk a write may take a part only, and Node's own stream would drop the rest without an error. */
function toFile(fd: number): WritePiece {
  return async (piece) => {
    for (let start = 0; start < piece.length;) start += writeSync(fd, piece, start);
  };
}

function toStream(stream: () => WriteStream, signal: AbortSignal): WritePiece {
  let opened: WriteStream | undefined;
  return async (piece) => {
    // A failure reaches the callback too; without a listener it would end the process as well.
    opened ??= stream().on('error', () => {});
    const target = opened;
    await new Promise<void>((resolve, reject) => {
      const interrupt = (): void => reject(signal.reason);
      signal.addEventListener('abort', interrupt, { once: true });
      target.write(piece, (error) => {
        signal.removeEventListener('abort', interrupt);
        if (error === null || error === undefined) resolve();
        else reject(error);
      });
    });
  };
}

/** What is closed, or cannot be asked, is of no kind. */
function isOfKind(fd: number, isIt: (stats: Stats) => boolean): boolean {
  try {
    return isIt(fstatSync(fd));
  } catch {
    return false;
  }
}

function isReaderGone(error: unknown): boolean {
  const code = systemCodeOf(error) ?? (error instanceof Error && 'code' in error ? error.code : undefined);
  return typeof code === 'string' && READER_GONE.has(code);
}
