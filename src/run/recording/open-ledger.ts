/** A ledger that is about to be written in: what it says, and what is found in it today. */
import { Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refused } from '../../command-line/path-complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { DataPath, Ledger } from '../../domain/ledger.ts';
import type { Location } from '../../domain/report.ts';
import { ExitCode } from '../../exit-code.ts';
import { KnownEntries } from '../../schema/known-entries.ts';
import { isMapping } from '../../schema/raw-data.ts';
import type { YamlDocument } from '../../source/yaml-reader.ts';
import { findLedgers, type LedgerFile } from '../find-ledgers.ts';
import { ledgerFrom } from '../ledger-from.ts';
import { type LoadedLedger, loadLedger } from '../load-ledger.ts';
import { withEvidence } from '../read-ledgers.ts';
import { printInvalid } from '../tell-ledgers.ts';
import { todayAt } from '../today.ts';
import { findIn, type Found } from './found.ts';

export interface OpenLedger {
  readonly file: LedgerFile;
  readonly bytes: Uint8Array;
  /** The file as it was read: what edits apply to. */
  readonly document: YamlDocument;
  readonly ledger: Ledger;
  /** In the ledger's own time zone. */
  readonly today: CalendarDay;
  readonly found: Found;
  /** Entries that are good: they need not be judged again where others change. */
  readonly known: KnownEntries;
  readonly locate: (path: DataPath) => Location;
}

/**
 * The ledger that `--file` names, else the nearest one upward.
 *
 * @throws {Refusal} where there is none, or none that can be written in; why it is invalid is on stderr by then
 */
export async function openLedger(file: string | undefined, invocation: Invocation): Promise<OpenLedger> {
  const found = await findOne(file, invocation);
  const bytes = await invocation.io.files.read(found.path).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refused(found.shown, error));
  });
  return openBytes(bytes, found, invocation);
}

async function findOne(file: string | undefined, { io }: Invocation): Promise<LedgerFile> {
  const { files, complaints } = await findLedgers(file === undefined ? [] : [file], io);
  const [complaint] = complaints;
  if (complaint !== undefined) {
    const remedy = file === undefined ? NAME_OR_BEGIN : complaint.remedy;
    throw new Refusal(ExitCode.noVerdict, { ...complaint, remedy });
  }
  const [one, another] = files;
  if (one === undefined || another !== undefined) throw severalLedgers(file ?? '', files);
  return one;
}

/**
 * @throws {Refusal} as `openLedger`
 */
export async function openBytes(bytes: Uint8Array, file: LedgerFile, invocation: Invocation): Promise<OpenLedger> {
  return { ...(await examine(bytes, new KnownEntries(), file, invocation)), bytes };
}

/**
 * What a ledger says and what is found in it.
 *
 * @param source the bytes of the file, or what was read already
 * @throws {Refusal} as `openLedger`
 */
export async function examine(
  source: Uint8Array | YamlDocument,
  known: KnownEntries,
  file: LedgerFile,
  invocation: Invocation,
): Promise<Omit<OpenLedger, 'bytes'>> {
  const { io } = invocation;
  const loaded = await loadLedger(source, { file, files: io.files, known });
  const { document } = loaded;
  const ledger = loaded.ledger ?? (await readEmptyLedger(loaded));
  if (ledger === undefined || document === undefined) {
    await printInvalid([loaded], undefined, invocation);
    throw new Refusal(ExitCode.noVerdict, invalidLedger(file.shown));
  }
  const today = await todayAt(io.now(), ledger.policy.timezone);
  const examined = await withEvidence([loaded], () => true, io.files);
  const [one = loaded] = examined.loaded;
  const found = findIn(one, { asOf: today, within: undefined, selects: () => true });
  const locate = (path: DataPath): Location => loaded.locate({ path });
  return { file, document, ledger, today, found, known, locate };
}

/** There is nothing to check in a ledger without entries, but it can take its first one. */
async function readEmptyLedger({ problems, data }: LoadedLedger): Promise<Ledger | undefined> {
  if (!isMapping(data) || problems.some(({ finding }) => finding.rule !== 'ledger/empty')) return undefined;
  const first = { id: 'first', kind: 'first', expires: 'never' };
  const { ledger } = await ledgerFrom({ ...data, resources: [first] });
  return ledger === undefined ? undefined : { ...ledger, resources: [] };
}

const NAME_OR_BEGIN = {
  zh: '用 `--file 台账` 指定，或运行 `ledger init` 新建一份。',
  en: 'Give it with `--file LEDGER`, or create one with `ledger init`.',
};

function severalLedgers(file: string, files: readonly LedgerFile[]): Refusal {
  const names = files.map(({ shown }) => shown);
  return usageError({
    where: `--file ${file}`,
    what: {
      zh: `此处有${files.length}份台账，一次只写一份`,
      en: `there are ${files.length} ledgers here; only one can be written at a time`,
    },
    remedy: { zh: `请指定其中一份：${names.join('、')}。`, en: `Give one of them: ${names.join(', ')}.` },
  });
}

function invalidLedger(where: string): Refusal['complaint'] {
  return {
    where,
    what: {
      zh: '台账本身有误（见上），没有写入',
      en: 'the ledger itself is not valid (see above); nothing was written',
    },
    remedy: { zh: '先改正以上问题，再登记。', en: 'Correct what is listed above, then record again.' },
  };
}
