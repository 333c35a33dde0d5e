/** The entry that `--json` gives. */
import { resolve } from 'node:path';

import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { missing, refused } from '../../command-line/path-complaint.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import type { Io } from '../../platform/io.ts';
import { isMapping } from '../../schema/raw-data.ts';
import { isPlain } from './given-entry.ts';

/** Far more than an entry takes: what is longer or deeper was not meant to be one. */
const MOST_BYTES = 1_000_000;
const MOST_LEVELS = 64;

/**
 * The entry in a file, or on stdin for `-`.
 *
 * @throws {Refusal} where it is no single JSON object, or is longer or deeper than any entry
 */
export async function readJsonEntry(source: string, io: Io): Promise<PlainMapping> {
  const where = `--json ${source}`;
  const bytes = source === '-' ? await io.readStdin(MOST_BYTES) : await readFile(source, where, io);
  if (bytes.length > MOST_BYTES) throw notJson(where, TOO_LONG);
  const value = parse(bytes, where);
  if (isMapping(value) && isPlain(value)) return value;
  throw usageError({
    where,
    what: { zh: '应为一个JSON对象，即一个条目', en: 'must be one JSON object, which is one entry' },
    remedy: {
      zh: '写成 {"title": "…", "expires": "2027-12-31"}。',
      en: 'Write {"title": "…", "expires": "2027-12-31"}.',
    },
  });
}

/** Devices and pipes may have no end. */
async function readFile(source: string, where: string, { cwd, files }: Io): Promise<Uint8Array> {
  const path = resolve(cwd, source);
  const kind = await files.kindOf(path);
  if (kind === undefined) throw usageError(missing(where));
  if (kind !== 'file') throw usageError({ where, ...NO_FILE });
  return files.read(path).catch((error: unknown) => {
    throw usageError(refused(where, error));
  });
}

function parse(bytes: Uint8Array, where: string): unknown {
  let value: unknown;
  let levels: number;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    levels = levelsOf(text);
    value = levels > MOST_LEVELS ? undefined : JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw notJson(where, { zh: `不是有效的JSON（UTF-8）：${reason}`, en: `not valid JSON in UTF-8: ${reason}` });
  }
  if (levels > MOST_LEVELS) throw notJson(where, TOO_DEEP);
  return value;
}

/** How deep the brackets of a JSON text go, those in strings left out. */
function levelsOf(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gu)) {
    if (mark === '[' || mark === '{') level += 1;
    else if (mark === ']' || mark === '}') level -= 1;
    deepest = Math.max(deepest, level);
  }
  return deepest;
}

function notJson(where: string, what: Text): Refusal {
  return usageError({ where, what, remedy: { zh: '请改正后再试。', en: 'Correct it and try again.' } });
}

const TOO_LONG: Text = {
  zh: `超过${MOST_BYTES}字节，不是一个条目`,
  en: `longer than ${MOST_BYTES} bytes, too long for one entry`,
};

const TOO_DEEP: Text = {
  zh: `嵌套超过${MOST_LEVELS}层，不是一个条目`,
  en: `nested more than ${MOST_LEVELS} levels deep, too deep for one entry`,
};

const NO_FILE = {
  what: { zh: '不是文件，没有读取', en: 'not a file; not read' },
  remedy: {
    zh: '写文件名，或用 `--json -` 从标准输入读取。',
    en: 'Give a file name, or use `--json -` to read from stdin.',
  },
};
