import type { Stats } from 'node:fs';

import type { Text } from '../domain/text.ts';

const REASONS: ReadonlyMap<string, Text> = new Map([
  ['ENOENT', { zh: '不存在', en: 'does not exist' }],
  ['EEXIST', { zh: '已经存在', en: 'already exists' }],
  ['ENOTDIR', { zh: '路径中有一段不是文件夹', en: 'part of the path is not a folder' }],
  ['EISDIR', { zh: '是文件夹', en: 'is a folder' }],
  ['ENODEV', { zh: '是设备或管道，不是文件', en: 'is a device or a pipe, not a file' }],
  ['EACCES', { zh: '没有权限', en: 'permission denied' }],
  ['EPERM', { zh: '系统不允许此操作', en: 'the system does not permit this operation' }],
  ['ELOOP', { zh: '链接循环', en: 'the links form a loop' }],
  ['ENAMETOOLONG', { zh: '名称过长', en: 'the name is too long' }],
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['EDQUOT', { zh: '磁盘配额已用完', en: 'the disk quota is exceeded' }],
  ['ERR_FS_FILE_TOO_LARGE', { zh: '文件过大', en: 'the file is too large' }],
  ['EFBIG', { zh: '文件过大', en: 'the file is too large' }],
  ['EROFS', { zh: '文件系统为只读', en: 'the file system is read-only' }],
  ['EMFILE', { zh: '打开的文件过多', en: 'too many files are open' }],
  ['EPIPE', { zh: '没有程序在读取此管道', en: 'nobody reads from this pipe' }],
  ['EIO', { zh: '读写设备出错', en: 'the device reported an error' }],
  ['EBADF', { zh: '输出已关闭', en: 'the output is closed' }],
]);

/** Code of an error that the operating system reported, as `ENOENT`; undefined for every other error. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || REASONS.has(error.code) ? error.code : undefined;
}

/** The result of the work; undefined where the system refused it with one of these codes. */
export async function tolerating<Result>(codes: readonly string[], work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(systemCodeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Errors of the system then name the file that is meant, not one that stands in for it. */
export async function naming<Result>(path: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && systemCodeOf(error) !== undefined) Object.assign(error, { path });
    throw error;
  }
}

/** What the system says about a path; undefined where nothing stands there. */
export async function ifThere<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  return tolerating(['ENOENT'], asked);
}

/** Why the operating system refused, in words; undefined for errors that are not the system's. */
export function describeSystemError(error: unknown): Text | undefined {
  const code = systemCodeOf(error);
  return code === undefined ? undefined : (REASONS.get(code) ?? { zh: code, en: code });
}

/** An error as the system would report it, for what we refuse ourselves. */
export function refusalOf(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'open', path });
}

/** @throws EISDIR or ENODEV for what is no regular file */
export function assertFile(found: Stats, path: string): void {
  if (!found.isFile()) throw refusalOf(found.isDirectory() ? 'EISDIR' : 'ENODEV', path);
}
