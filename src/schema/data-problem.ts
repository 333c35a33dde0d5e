import type { FileProblem } from '../domain/file-problem.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { textOf, valueAt } from './raw-data.ts';

/** What is wrong at a path; whose problem it is stands in the data. */
export interface DataProblem {
  readonly rule: `${'schema' | 'ledger'}/${string}`;
  readonly status?: FileProblem['status'];
  readonly path: DataPath;
  readonly atKey?: boolean;
  readonly message: Text;
  readonly remedy?: Text | undefined;
}

/** Names the entry that holds the place: by id where it has one, else by path. */
export function toFileProblem(data: unknown, problem: DataProblem): FileProblem {
  const { rule, status = 'invalid', path, atKey, message, remedy } = problem;
  return { rule, status, subject: subjectOf(data, path), message, remedy, at: { path, atKey } };
}

function subjectOf(data: unknown, path: DataPath): string {
  if (path.length === 0) return 'ledger';
  const id = typeof path[1] === 'number' ? textOf(valueAt(data, path.slice(0, 2)), 'id') : undefined;
  return id === undefined || id === '' ? formatPath(path) : id;
}
