/** `--format NAME[=FILE]`: which documents a run writes, and where they go. */
import { usageError } from './complaint.ts';
import { oneOf } from './option-values.ts';

/** Of commands that explain rules. */
export const FORMAT_NAMES = ['text', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Of `ledger check`. */
export const CHECK_FORMATS = ['text', 'line', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface Destination {
  readonly format: CheckFormat;
  /** As it was given; undefined for stdout. */
  readonly file: string | undefined;
}

export function readDestination(word: string, before: readonly Destination[] = []): readonly Destination[] {
  const at = word.indexOf('=');
  const format = oneOf('--format', CHECK_FORMATS)(at === -1 ? word : word.slice(0, at));
  const file = at === -1 ? undefined : word.slice(at + 1);
  if (file !== '') return [...before, { format, file }];
  throw usageError({
    where: `--format ${word}`,
    what: { zh: '等号后面没有文件名', en: 'no file is named after the equals sign' },
    remedy: {
      zh: `请写 \`${format}=文件\`，或只写 \`${format}\` 输出到标准输出。`,
      en: `Write \`${format}=FILE\`, or \`${format}\` alone for stdout.`,
    },
  });
}

readDestination.choices = CHECK_FORMATS;
