/** What is found in a ledger as it stands in an editor, saved or not: the same as `check` would find today. */
import { isAbsolute, relative } from 'node:path';

import type { Complaint } from '../command-line/complaint.ts';
import type { LedgerReport } from '../domain/report.ts';
import type { Language } from '../domain/text.ts';
import type { Io } from '../platform/io.ts';
import { checkLedgers, type RunOptions } from '../run/check-ledgers.ts';
import { findLedgers, type LedgerFile } from '../run/find-ledgers.ts';
import { type LoadedLedger, loadLedger } from '../run/load-ledger.ts';
import { withEvidence } from '../run/read-ledgers.ts';
import type { YamlDocument } from '../source/yaml-reader.ts';
import { type Places, placesIn } from './places.ts';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  /** As the editor has it. */
  readonly text: string;
  readonly places: Places;
  readonly language: Language;
  readonly loaded: LoadedLedger;
  readonly report: LedgerReport;
  /** About files of evidence that the system refuses to open. */
  readonly complaints: readonly Complaint[];
  /** What the ledger said when it last could be read. */
  readonly lastData: unknown;
  /** Looks at another text of the same file. */
  readonly look: (source: Uint8Array | YamlDocument) => Promise<Looked>;
}

type Looked = Pick<Analysis, 'loaded' | 'report' | 'complaints'>;

/** A text in an editor. */
export interface EditedText {
  readonly uri: string;
  readonly version: number;
  /** Absolute. Nothing need stand there yet. */
  readonly path: string;
  readonly text: string;
  /** Of what was found before in the same file. */
  readonly lastData: unknown;
}

/** @param folders absolute; a file is named from the one that it lies in */
export async function analyse(
  { uri, version, path, text, lastData }: EditedText,
  language: Language,
  folders: readonly string[],
  io: Io,
): Promise<Analysis> {
  const file = await ledgerFile(path, folders, io);
  const look = async (source: Uint8Array | YamlDocument): Promise<Looked> => lookAt(source, file, io);
  const looked = await look(new TextEncoder().encode(text));
  return {
    uri,
    version,
    text,
    places: placesIn(text),
    language,
    ...looked,
    lastData: looked.loaded.document === undefined ? lastData : looked.loaded.document.data,
    look,
  };
}

async function lookAt(source: Uint8Array | YamlDocument, file: LedgerFile, { files, now }: Io): Promise<Looked> {
  const run: RunOptions = { asOf: undefined, within: undefined, failOn: 'never', selects: () => true, now };
  const read = await loadLedger(source, { file, files });
  const { loaded, complaints } = await withEvidence([read], run.selects, files);
  const { ledgers } = await checkLedgers(loaded, false, run);
  const [one] = loaded;
  const [report] = ledgers;
  if (one === undefined || report === undefined) throw new Error('one ledger was loaded, and none came back');
  return { loaded: one, report, complaints };
}

async function ledgerFile(path: string, folders: readonly string[], { cwd, files }: Io): Promise<LedgerFile> {
  const root = folders.find((folder) => isBelow(path, folder)) ?? cwd;
  const { files: found } = await findLedgers([path], { cwd: root, files });
  return found[0] ?? { path, realPath: path, shown: relative(root, path), repositoryPath: undefined };
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
