/** From the bytes of a file to a ledger with places, or to what keeps it from being one. */
import type { Complaint } from '../command-line/complaint.ts';
import type { Assumption } from '../command-line/options.ts';
import { refused } from '../command-line/path-complaint.ts';
import type { EvidenceFacts } from '../domain/evidence.ts';
import type { DataPlace, FileProblem, TextSpan } from '../domain/file-problem.ts';
import type { Finding } from '../domain/finding.ts';
import { repair } from '../domain/fix.ts';
import { type DataPath, formatPath, type Ledger } from '../domain/ledger.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Location } from '../domain/report.ts';
import type { Text } from '../domain/text.ts';
import type { ReadableFiles } from '../platform/io.ts';
import { allRules, findRule } from '../rules/catalogue.ts';
import type { KnownEntries } from '../schema/known-entries.ts';
import type { ParsedLedger } from '../schema/parse-ledger.ts';
import { fieldOf, itemsOf, textOf } from '../schema/raw-data.ts';
import { decodeText } from '../source/decode-text.ts';
import { indexLines, type LineIndex } from '../source/line-index.ts';
import { readYaml, type YamlDocument } from '../source/yaml-reader.ts';
import type { Assumed } from './assume.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { ledgerFrom } from './ledger-from.ts';
import { identityOf } from './repository.ts';
import type { Extended } from './shared-policy.ts';

/** A finding with its place in the text, and what stands there for lines that come and go. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly location: Location;
  /** What tells it apart besides rule, subject, causes and period. */
  readonly context: string;
}

export interface LoadedLedger {
  readonly place: LedgerFile;
  /** As reports name it. */
  readonly file: string;
  /** What it is known by from run to run: see `identityOf`. */
  readonly name: string;
  /** From the root of its repository; undefined where it is in none. */
  readonly repositoryPath: string | undefined;
  /** Absent when the file is no valid ledger; `problems` then says why. */
  readonly ledger: Ledger | undefined;
  /** What is assumed of it, in the order given; absent where nothing is. */
  readonly assumed?: readonly Assumption[] | undefined;
  /** What it says without that. */
  readonly recorded?: Ledger | undefined;
  /** Absent where nobody has looked: see `examineEvidence`. */
  readonly evidence?: EvidenceFacts | undefined;
  readonly problems: readonly PlacedFinding[];
  /** What the file says, as it was read; absent where it is no YAML. */
  readonly document?: YamlDocument | undefined;
  /** The same joined with what the ledger extends. */
  readonly data?: unknown;
  readonly locate: (place: DataPlace) => Location;
  /** Text of a line without its break, counted from 1. */
  readonly lineAt: (line: number) => string;
}

/** What is read, and where what it extends is looked for. */
export interface LedgerSource {
  readonly file: LedgerFile;
  readonly files: ReadableFiles;
  readonly assumptions?: readonly Assumption[] | undefined;
  /** Of the same ledger before a change. */
  readonly known?: KnownEntries | undefined;
}

/**
 * @param source the bytes of the file, or what was read from them already
 * @throws what the system says where the file, or one that it extends, cannot be read
 * @throws {Refusal} where the schema finds fault with what is assumed
 */
export async function loadLedger(source: Uint8Array | YamlDocument, from: LedgerSource): Promise<LoadedLedger> {
  const { file } = from;
  const { shown, repositoryPath } = file;
  const { text, document, problems: textProblems } = await readSource(source);
  const lines = indexLines(text);
  const locate = (at: FileProblem['at']): Location => {
    const span = 'start' in at ? at : (document?.spanOf({ ...at, path: inLedger(at.path) }) ?? START);
    const { line, column, endLine, endColumn } = lines.locate(span);
    return { file: shown, line, column, endLine, endColumn };
  };
  const read: ReadLedger =
    document === undefined ? { ledger: undefined, problems: textProblems } : await parseExtended(document.data, from);
  const { ledger, problems, recorded, assumed, data } = read;
  const inLedger = (path: DataPath): DataPath =>
    placeInLedger(assumed === undefined ? path : assumed.written(path), document?.data);
  return {
    place: file,
    file: shown,
    name: identityOf(file, recorded ?? ledger),
    repositoryPath,
    ledger: problems.length === 0 ? ledger : undefined,
    assumed: assumed?.assumptions,
    recorded,
    problems: problems.map((problem) => placeProblem(problem, locate(problem.at), lines)),
    document,
    data: data ?? document?.data,
    locate,
    lineAt: (line) => lines.lineAt(line),
  };
}

interface ReadLedger extends ParsedLedger {
  /** Joined with what it extends; absent where that cannot be read. */
  readonly data?: unknown;
  readonly recorded?: Ledger;
  readonly assumed?: Assumed;
}

async function parseExtended(
  data: unknown,
  { file, files, known, assumptions = [] }: LedgerSource,
): Promise<ReadLedger> {
  const extended = await extend(data, file, files);
  if ('problem' in extended) return { ledger: undefined, problems: [extended.problem] };
  const parsed = { ...withKnownRules(await ledgerFrom(extended.data, known)), data: extended.data };
  const { ledger: recorded } = parsed;
  if (recorded === undefined || assumptions.length === 0) return parsed;
  const { assertValid, assume } = await import('./assume.ts');
  const assumed = await assume(extended.data, assumptions);
  if (assumed.assumptions.length === 0) return parsed;
  const other = withKnownRules(await ledgerFrom(assumed.data));
  assertValid(other, assumed);
  return { ...other, recorded, assumed };
}

async function extend(data: unknown, file: LedgerFile, files: ReadableFiles): Promise<Extended> {
  if (textOf(data, 'extends') === undefined) return { data };
  // Loaded for ledgers that share something alone.
  const { extendData } = await import('./shared-policy.ts');
  return extendData(data, file, files);
}

/** A setting of a rule that no ledger has would be taken for one that holds. */
function withKnownRules(parsed: ParsedLedger): ParsedLedger {
  const { ledger } = parsed;
  const named = Object.keys(ledger?.rules ?? {});
  if (ledger === undefined || named.length === 0) return parsed;
  const own = [...ledger.requirements, ...ledger.duties].map(({ id }) => `own/${id}`);
  const known = new Set([...allRules().map(({ id }) => id), ...own]);
  const problems = named
    .filter((rule) => !known.has(rule))
    .map((rule): FileProblem => ({
      rule: 'ledger/unknown-reference',
      status: 'unknown',
      subject: rule,
      message: { zh: `没有名为${rule}的规则`, en: `unknown rule ${rule}` },
      remedy: didYouMean(nearest(rule, known)),
      at: { path: ['rules', rule], atKey: true },
    }));
  return problems.length === 0 ? parsed : { ledger: undefined, problems };
}

/** Where a place of the joined data stands in the ledger file: what comes from a shared file stands at `extends`. */
function placeInLedger(path: DataPath, own: unknown): DataPath {
  const [field, key] = path;
  if (textOf(own, 'extends') === undefined || typeof field !== 'string' || key === undefined) return path;
  const isShared =
    typeof key === 'number'
      ? ['requirements', 'duties'].includes(field) && key >= itemsOf(own, field).length
      : ['policy', 'rules'].includes(field) && fieldOf(fieldOf(own, field), key) === undefined;
  return isShared ? ['extends'] : path;
}

const START: TextSpan = { start: 0, end: 0 };

interface Source {
  readonly text: string;
  readonly document: YamlDocument | undefined;
  readonly problems: readonly FileProblem[];
}

async function readSource(source: Uint8Array | YamlDocument): Promise<Source> {
  if (!(source instanceof Uint8Array)) return { text: source.text, document: source, problems: [] };
  const decoded = decodeText(source);
  const { text } = decoded;
  if ('problem' in decoded) return { text, document: undefined, problems: [decoded.problem] };
  const read = await readYaml(text);
  return 'document' in read
    ? { text, document: read.document, problems: [] }
    : { text, document: undefined, problems: read.problems };
}

/** A line can be the whole file; its beginning tells it apart as well, and problems of one line are numbered. */
const MOST_CONTEXT = 1_000;

function placeProblem(problem: FileProblem, location: Location, lines: LineIndex): PlacedFinding {
  const { rule, status, subject, message, remedy, edits, command, inFile, at } = problem;
  const place = 'start' in at ? { path: [] } : at;
  const context = 'start' in at ? lines.lineAt(location.line).slice(0, MOST_CONTEXT).trim() : formatPath(at.path);
  const finding: Finding = {
    rule,
    status,
    severity: 'error',
    subject,
    related: [],
    message,
    remedy: remedy ?? remedyOf(rule),
    fix: edits === undefined ? command && { command: [...command, inFile ?? location.file] } : repair(edits),
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

/**
 * All ledgers that the paths of a command lead to.
 *
 * @throws {Refusal} for an assumption about what no ledger has, or that the schema does not let in
 */
export async function loadLedgers(
  ledgers: readonly LedgerFile[],
  files: ReadableFiles,
  assumptions: readonly Assumption[] = [],
): Promise<LoadedLedgers> {
  const loaded: LoadedLedger[] = [];
  const unreadable: Complaint[] = [];
  for (const file of ledgers) {
    try {
      loaded.push(await loadLedger(await files.read(file.path), { file, files, assumptions }));
    } catch (error) {
      unreadable.push(refused(file.shown, error));
    }
  }
  const isWhole = unreadable.length === 0 && loaded.length > 0 && loaded.every(({ ledger }) => ledger !== undefined);
  if (isWhole && assumptions.length > 0) {
    const { assertAssumed } = await import('./assume.ts');
    assertAssumed(assumptions, loaded);
  }
  return { loaded, unreadable };
}
