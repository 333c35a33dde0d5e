import type { FixEdit, Status } from './finding.ts';
import type { DataPath } from './ledger.ts';
import type { Text } from './text.ts';

/** Something that keeps a file from being read as a ledger: found in its text (a span) or in its data (a path). */
export interface FileProblem {
  /** `yaml/…`, `schema/…` or `ledger/…`. */
  readonly rule: string;
  readonly status: Extract<Status, 'invalid' | 'unknown'>;
  /** Id of the entry that holds it, else the data path, else `ledger`. */
  readonly subject: string;
  readonly message: Text;
  /** Where it differs from the rule's own. */
  readonly remedy?: Text | undefined;
  /** What puts it right, where nothing else can be meant. */
  readonly edits?: readonly FixEdit[] | undefined;
  /** A command of the shell that puts it right; the name of the file is to follow. */
  readonly command?: readonly string[] | undefined;
  /** That file, where it is another than the ledger. */
  readonly inFile?: string | undefined;
  readonly at: TextSpan | DataPlace;
}

/** Offsets in UTF-16 units; the end is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface DataPlace {
  readonly path: DataPath;
  /** The key itself is wrong, not its value. */
  readonly atKey?: boolean | undefined;
}
