/** Reads a ledger the way the program does, and writes each problem so that a test can be read at a glance. */
import type { FileProblem } from '../../src/domain/file-problem.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Text } from '../../src/domain/text.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';
import { decodeText } from '../../src/source/decode-text.ts';
import { indexLines } from '../../src/source/line-index.ts';
import { readYaml, type YamlDocument } from '../../src/source/yaml-reader.ts';

export interface ReadProblem {
  readonly rule: string;
  readonly status: string;
  readonly subject: string;
  /** `line:column` */
  readonly at: string;
  /** The text that the problem points at. */
  readonly marked: string;
  readonly message: Text;
  readonly remedy: Text | undefined;
}

export interface ReadLedger {
  readonly ledger: Ledger | undefined;
  readonly problems: readonly ReadProblem[];
}

const kinds = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

export async function readLedger(source: string | Uint8Array): Promise<ReadLedger> {
  const decoded = decodeText(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  if ('problem' in decoded) return { ledger: undefined, problems: [show(decoded.text, decoded.problem)] };
  const read = await readYaml(decoded.text);
  if ('problems' in read) return { ledger: undefined, problems: read.problems.map((one) => show(decoded.text, one)) };
  const { ledger, problems } = parseLedger(read.document.data, kinds);
  return { ledger, problems: problems.map((one) => show(decoded.text, one, read.document)) };
}

/** `line:column rule` of each problem, in the order of the text. */
export async function placesOf(source: string | Uint8Array): Promise<readonly string[]> {
  const { problems } = await readLedger(source);
  const inOrder = problems.toSorted((one, other) => collator.compare(one.at, other.at));
  return inOrder.map(({ at, rule }) => `${at} ${rule}`);
}

/** The document of a text that is expected to be good YAML. */
export async function documentOf(text: string): Promise<YamlDocument> {
  const read = await readYaml(text);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message.en).join('; '));
  return read.document;
}

const collator = new Intl.Collator('en', { numeric: true });

function show(text: string, problem: FileProblem, document?: YamlDocument): ReadProblem {
  const { rule, status, subject, message, remedy, at: place } = problem;
  const span = 'path' in place ? (document?.spanOf(place) ?? { start: 0, end: 0 }) : place;
  const { line, column } = indexLines(text).positionAt(span.start);
  return { rule, status, subject, at: `${line}:${column}`, marked: text.slice(span.start, span.end), message, remedy };
}
