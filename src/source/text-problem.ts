import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';

/** What is wrong with the text, before it is a ledger: no entry has an id yet, so its path names it. */
export function textProblem(
  rule: `yaml/${string}`,
  at: TextSpan,
  message: Text,
  more: { readonly path?: DataPath; readonly remedy?: Text | undefined } = {},
): FileProblem {
  const { path = [], remedy } = more;
  return { rule, status: 'invalid', subject: path.length === 0 ? 'ledger' : formatPath(path), message, remedy, at };
}
