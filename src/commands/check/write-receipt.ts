/** `check --receipt`: what proves that the check took place. */
import { hash } from 'node:crypto';
import { relative, sep } from 'node:path';

import type { Invocation } from '../../command-line/invocation.ts';
import type { Receipt, ReceivedFile } from '../../domain/receipt.ts';
import { compareText, type Report } from '../../domain/report.ts';
import type { Files } from '../../platform/io.ts';
import { renderReceipt } from '../../reporters/check/receipt.ts';
import { renderRulesJson } from '../../reporters/rules/json.ts';
import { allRules } from '../../rules/catalogue.ts';
import { writeOutput } from '../../run/destinations.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { VERSION } from '../../version.ts';

interface Checked {
  readonly report: Report;
  readonly found: readonly LedgerFile[];
}

/** A receipt of what is read from now on. */
export interface PendingReceipt {
  /** The same files; what is read from them is remembered by its digest. */
  readonly files: Files;
  /** @returns whether it stands there */
  readonly write: (checked: Checked, invocation: Invocation) => Promise<boolean>;
}

/** Begins before the first ledger is read: a receipt tells of the bytes that were checked. */
export function beginReceipt(file: string, files: Files): PendingReceipt {
  /** By absolute path. */
  const digests = new Map<string, string>();
  return {
    files: {
      ...files,
      async read(path) {
        const bytes = await files.read(path);
        digests.set(path, hash('sha256', bytes));
        return bytes;
      },
    },
    write: async (checked, invocation) =>
      writeOutput(file, renderReceipt(receiptOf(checked, digests, invocation.io.cwd)), invocation),
  };
}

function receiptOf({ report, found }: Checked, digests: ReadonlyMap<string, string>, cwd: string): Receipt {
  const { asOf, timezone, failOn, counts, verdict, only = [] } = report;
  const names = new Map(found.map(({ path, shown }) => [path, shown]));
  const read = [...digests].map(([path, sha256]) => ({ path, file: names.get(path) ?? shownFrom(cwd, path), sha256 }));
  return {
    asOf,
    timezone,
    program: `ledger ${VERSION}`,
    rules: hash('sha256', renderRulesJson(allRules())),
    ledgers: sorted(read.filter(({ path }) => names.has(path))),
    shared: sorted(read.filter(({ path }) => !names.has(path))),
    failOn,
    only,
    counts,
    verdict,
  };
}

function shownFrom(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/');
}

function sorted(files: readonly ReceivedFile[]): readonly ReceivedFile[] {
  return files
    .map(({ file, sha256 }) => ({ file, sha256 }))
    .toSorted((one, other) => compareText(one.file, other.file));
}
