/** Looks at the files of evidence that a ledger names, so that the rules can judge them. */
import { isAbsolute, resolve } from 'node:path';

import type { Complaint } from '../command-line/complaint.ts';
import { refused } from '../command-line/path-complaint.ts';
import { addDays, type CalendarDay, dayAt, FOREVER, LAST_YEAR } from '../domain/calendar-day.ts';
import type { EvidenceFact, EvidenceFacts } from '../domain/evidence.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Inspection, ReadableFiles } from '../platform/io.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { foldersOf, type LedgerFolders } from './repository.ts';

export interface ExaminedEvidence {
  readonly facts: EvidenceFacts;
  /** One for each file that the system refuses to open: without it there is no verdict. */
  readonly complaints: readonly Complaint[];
}

/** Files that are open at once. */
const AT_ONCE = 16;

/** Each file is read once, however many entries name it. */
export async function examineEvidence(
  { licences, resources, policy }: Ledger,
  file: Pick<LedgerFile, 'realPath' | 'shown'>,
  files: ReadableFiles,
): Promise<ExaminedEvidence> {
  const paths = [...new Set([...licences, ...resources].flatMap(({ evidence }) => evidence.map(({ path }) => path)))];
  const folders = await foldersOf(file, files);
  const facts = new Map<string, EvidenceFact>();
  const complaints: Complaint[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(paths.slice(at, at + AT_ONCE).map(examine));
  }
  return { facts, complaints };

  async function examine(path: string): Promise<void> {
    try {
      facts.set(path, await factOf(path, folders, policy.timezone, files));
    } catch (error) {
      complaints.push(refused(`${file.shown} → ${path}`, error));
    }
  }
}

async function factOf(
  path: string,
  { folder, repository }: LedgerFolders,
  timezone: string,
  files: ReadableFiles,
): Promise<EvidenceFact> {
  if (isAbsolute(path)) return { found: 'absolute' };
  const inspection = await files.inspect(resolve(folder, path), repository);
  if (inspection.found !== 'file') return inspection;
  const { sha256, isPointer } = inspection;
  return { found: 'file', sha256, isPointer, certificateEnds: await endsOf(inspection, timezone) };
}

/** Its last whole day in the company's zone, and its date in UTC: a certificate is good to its last second. */
async function endsOf(
  { certificateEnd }: Extract<Inspection, { found: 'file' }>,
  timezone: string,
): Promise<readonly CalendarDay[] | undefined> {
  if (certificateEnd === undefined) return undefined;
  // 9999-12-31 says that there is no end (RFC 5280, 4.1.2.5).
  if (certificateEnd.getUTCFullYear() > LAST_YEAR) return [FOREVER];
  const over = new Date(certificateEnd.getTime() + ONE_SECOND);
  return [addDays(await dayAt(over, timezone), -1), await dayAt(certificateEnd, 'Etc/UTC')];
}

const ONE_SECOND = 1000;
