/** What `ledger init` made. */
import { printable } from '../writing/printable.ts';
import type { Style } from '../writing/style.ts';

const WORDS = {
  zh: { none: '没有写入', next: '接着：ledger add 登记许可证和合同，ledger check 检查' },
  en: { none: 'nothing was written', next: 'Next: ledger add for licences and contracts, ledger check to check them' },
} as const;

/** Ends with a line break. */
export function renderCreated(paths: readonly string[], { language, colour }: Style): string {
  const { none, next } = WORDS[language];
  if (paths.length === 0) return `${none}\n`;
  return [...paths.map((path) => `${colour.good('✔')} ${printable(path)}`), colour.dim(next), ''].join('\n');
}
