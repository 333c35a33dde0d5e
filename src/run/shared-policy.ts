/** `extends`: what a ledger takes from a file that several ledgers share. */
import { dirname, posix, relative, resolve, sep } from 'node:path';

import type { FileProblem } from '../domain/file-problem.ts';
import type { Text } from '../domain/text.ts';
import type { ReadableFiles } from '../platform/io.ts';
import { systemCodeOf } from '../platform/system-error.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { findSharedProblems } from '../schema/parse-ledger.ts';
import { fieldOf, isMapping, itemsOf, type Mapping, textOf } from '../schema/raw-data.ts';
import { decodeText } from '../source/decode-text.ts';
import { indexLines } from '../source/line-index.ts';
import { readYaml } from '../source/yaml-reader.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { foldersOf } from './repository.ts';

/** The data of a ledger with what it extends, or why that could not be had. */
export type Extended = { readonly data: unknown } | { readonly problem: FileProblem };

const LISTS = ['requirements', 'duties'] as const;
const MAPPINGS = ['policy', 'rules'] as const;

/**
 * Joins a ledger's data with the file that it extends, and the file which that one extends in turn. The ledger's own values
 * win key by key; lists are joined, its own entries first.
 */
export async function extendData(
  data: unknown,
  file: Pick<LedgerFile, 'path' | 'realPath' | 'shown'>,
  files: ReadableFiles,
): Promise<Extended> {
  const { repository } = await foldersOf(file, files);
  const seen = new Set([file.realPath]);
  let [joined, from] = [data, file.realPath];
  for (let named = textOf(data, 'extends'); named !== undefined;) {
    const path = resolve(dirname(from), named);
    const found = await readShared(path, { repository, seen, files });
    if ('refusal' in found) {
      const { refusal, mend } = found;
      const problem = aboutExtends(`${named}${refusal.zh}`, `${named} ${refusal.en}`);
      return { problem: mend === undefined ? problem : { ...problem, ...mend, inFile: shownBeside(file, path) } };
    }
    joined = join(joined, found.data);
    seen.add(found.realPath);
    from = found.realPath;
    named = textOf(found.data, 'extends');
  }
  return { data: joined };
}

interface Reading {
  readonly repository: string;
  /** Real paths of the files on the way. */
  readonly seen: ReadonlySet<string>;
  readonly files: ReadableFiles;
}

type Shared = { readonly data: unknown; readonly realPath: string } | Refused;

interface Refused {
  readonly refusal: Text;
  /** How the shared file itself is put right. */
  readonly mend?: Pick<FileProblem, 'remedy' | 'command'>;
}

/** As reports name a file that stands beside a ledger, or elsewhere in its repository. */
function shownBeside({ path, shown }: Pick<LedgerFile, 'path' | 'shown'>, other: string): string {
  return posix.join(posix.dirname(shown), relative(dirname(path), other).split(sep).join('/'));
}

async function readShared(path: string, { repository, seen, files }: Reading): Promise<Shared> {
  try {
    const kind = await files.kindOf(path);
    if (kind === undefined) return { refusal: { zh: '不存在', en: 'does not exist' } };
    if (kind !== 'file') return { refusal: { zh: '不是文件', en: 'is not a file' } };
    const realPath = await files.realPath(path);
    if (relative(repository, realPath).split(sep)[0] === '..') {
      return { refusal: { zh: '在台账所在的仓库之外', en: "is outside the ledger's repository" } };
    }
    if (seen.has(realPath)) return { refusal: { zh: '循环引用自身', en: 'refers back to itself' } };
    const data = await dataOf(await files.read(realPath));
    return 'refusal' in data ? data : { ...data, realPath };
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    return { refusal: { zh: '无法读取', en: 'cannot be read' } };
  }
}

async function dataOf(bytes: Uint8Array): Promise<{ readonly data: unknown } | Refused> {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return firstOf([decoded.problem], () => 1);
  const lines = indexLines(decoded.text);
  const read = await readYaml(decoded.text);
  if ('problems' in read) {
    return firstOf(read.problems, ({ at }) => ('start' in at ? lines.positionAt(at.start).line : 1));
  }
  const { data } = read.document;
  const problems = findSharedProblems(data ?? {}, catalogue.kinds);
  if (problems.length === 0) return { data };
  const { document } = read;
  return firstOf(problems, ({ at }) => lines.positionAt(('start' in at ? at : document.spanOf(at)).start).line);
}

/** The first problem of the shared file, with its line there. */
function firstOf([first]: readonly FileProblem[], lineOf: (problem: FileProblem) => number): Refused {
  if (first === undefined) throw new Error('a problem is missing');
  const { rule, message, remedy = findRule(rule)?.remedy, command } = first;
  const line = lineOf(first);
  return {
    refusal: { zh: `第${line}行有误：${message.zh}`, en: `is wrong on line ${line}: ${message.en}` },
    mend: { remedy, command },
  };
}

function aboutExtends(zh: string, en: string): FileProblem {
  return {
    rule: 'ledger/extends',
    status: 'invalid',
    subject: 'ledger',
    message: { zh: `共用文件${zh}`, en: `the shared file ${en}` },
    at: { path: ['extends'] },
  };
}

function join(own: unknown, shared: unknown): unknown {
  if (!isMapping(own)) return own;
  const joined: Record<string, unknown> = { ...own };
  for (const field of MAPPINGS) joined[field] = joinMappings(fieldOf(own, field), fieldOf(shared, field));
  for (const field of LISTS) {
    const [mine, theirs] = [fieldOf(own, field), itemsOf(shared, field)];
    // What is no list is the schema's to report.
    const isList = mine === undefined || mine === null || Array.isArray(mine);
    if (isList && theirs.length > 0) joined[field] = [...itemsOf(own, field), ...theirs];
  }
  return Object.fromEntries(Object.entries(joined).filter(([, value]) => value !== undefined));
}

function joinMappings(own: unknown, shared: unknown): unknown {
  if (!isMapping(shared)) return own;
  return own === undefined || own === null ? shared : isMapping(own) ? merged(own, shared) : own;
}

function merged(own: Mapping, shared: Mapping): Mapping {
  return { ...shared, ...own };
}
