/** From the bytes of a file to a ledger with places, or to what keeps it from being one. */
import type { Complaint } from '../command-line/complaint.ts';
import { refused } from '../command-line/path-complaint.ts';
import type { EvidenceFacts } from '../domain/evidence.ts';
import type { DataPlace, FileProblem, TextSpan } from '../domain/file-problem.ts';
import type { Finding } from '../domain/finding.ts';
import { formatPath, type Ledger } from '../domain/ledger.ts';
import type { LicenceKind } from '../domain/licence-kind.ts';
import type { Location } from '../domain/report.ts';
import type { Text } from '../domain/text.ts';
import type { Files } from '../platform/io.ts';
import { catalogue, findRule } from '../rules/catalogue.ts';
import { parseLedger } from '../schema/parse-ledger.ts';
import { decodeText } from '../source/decode-text.ts';
import { indexLines, type LineIndex } from '../source/line-index.ts';
import { readYaml, type YamlDocument } from '../source/yaml-reader.ts';
import type { LedgerFile } from './find-ledgers.ts';

/** A finding with its place in the text, and what stands there for lines that come and go. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly location: Location;
  /** What tells it apart besides rule, subject, causes and period. */
  readonly context: string;
}

export interface LoadedLedger {
  readonly file: string;
  /** Absent when the file is no valid ledger; `problems` then says why. */
  readonly ledger: Ledger | undefined;
  /** Absent where nobody has looked: see `examineEvidence`. */
  readonly evidence?: EvidenceFacts | undefined;
  readonly problems: readonly PlacedFinding[];
  readonly locate: (place: DataPlace) => Location;
  /** Text of a line without its break, counted from 1. */
  readonly lineAt: (line: number) => string;
}

/** @param file how reports name it */
export async function loadLedger(
  bytes: Uint8Array,
  file: string,
  kinds: ReadonlyMap<string, LicenceKind>,
): Promise<LoadedLedger> {
  const { text, document, problems: textProblems } = await readSource(bytes);
  const lines = indexLines(text);
  const locate = (at: FileProblem['at']): Location => {
    const span = 'start' in at ? at : (document?.spanOf(at) ?? START);
    const { line, column, endLine, endColumn } = lines.locate(span);
    return { file, line, column, endLine, endColumn };
  };
  const { ledger, problems } =
    document === undefined ? { ledger: undefined, problems: textProblems } : parseLedger(document.data, kinds);
  return {
    file,
    ledger: problems.length === 0 ? ledger : undefined,
    problems: problems.map((problem) => placeProblem(problem, locate(problem.at), lines)),
    locate,
    lineAt: (line) => lines.lineAt(line),
  };
}

const START: TextSpan = { start: 0, end: 0 };

interface Source {
  readonly text: string;
  readonly document: YamlDocument | undefined;
  readonly problems: readonly FileProblem[];
}

async function readSource(bytes: Uint8Array): Promise<Source> {
  const decoded = decodeText(bytes);
  const { text } = decoded;
  if ('problem' in decoded) return { text, document: undefined, problems: [decoded.problem] };
  const read = await readYaml(text);
  return 'document' in read
    ? { text, document: read.document, problems: [] }
    : { text, document: undefined, problems: read.problems };
}

function placeProblem(problem: FileProblem, location: Location, lines: LineIndex): PlacedFinding {
  const { rule, status, subject, message, remedy, at } = problem;
  const place = 'start' in at ? { path: [] } : at;
  const context = 'start' in at ? lines.lineAt(location.line).trim() : formatPath(at.path);
  const finding: Finding = {
    rule,
    status,
    severity: 'error',
    subject,
    related: [],
    message,
    remedy: remedy ?? remedyOf(rule),
    basis: [],
    path: place.path,
    atKey: place.atKey,
  };
  return { finding, location, context };
}

function remedyOf(id: string): Text {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`a problem of the rule ${id}, which is in no list`);
  return rule.remedy;
}

interface LoadedLedgers {
  readonly loaded: readonly LoadedLedger[];
  /** One for each file that the system refuses to open. */
  readonly unreadable: readonly Complaint[];
}

/** All ledgers that the paths of a command lead to. */
export async function loadLedgers(ledgers: readonly LedgerFile[], files: Files): Promise<LoadedLedgers> {
  const loaded: LoadedLedger[] = [];
  const unreadable: Complaint[] = [];
  for (const { path, shown } of ledgers) {
    try {
      loaded.push(await loadLedger(await files.read(path), shown, catalogue.kinds));
    } catch (error) {
      unreadable.push(refused(shown, error));
    }
  }
  return { loaded, unreadable };
}
