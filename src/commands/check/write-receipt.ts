/** `check --receipt`: what proves that the check took place. */
import { hash } from 'node:crypto';
import { relative, sep } from 'node:path';

import type { Invocation } from '../../command-line/invocation.ts';
import type { Receipt, ReceivedFile } from '../../domain/receipt.ts';
import { compareText } from '../../domain/report.ts';
import type { Run } from '../../domain/run.ts';
import { renderReceipt } from '../../reporters/check/receipt.ts';
import { renderRulesJson } from '../../reporters/rules/json.ts';
import { allRules } from '../../rules/catalogue.ts';
import { writeOutput } from '../../run/destinations.ts';
import type { DigestedFile } from '../../run/digests.ts';
import type { LedgerFile } from '../../run/find-ledgers.ts';
import { VERSION } from '../../version.ts';

interface Checked {
  readonly run: Run;
  /** Of the bytes that were checked. */
  readonly digests: readonly DigestedFile[];
  readonly found: readonly LedgerFile[];
}

/** @returns whether it stands there */
export async function writeReceipt(file: string, checked: Checked, invocation: Invocation): Promise<boolean> {
  return writeOutput(file, renderReceipt(receiptOf(checked, invocation.io.cwd)), invocation);
}

function receiptOf({ run, digests, found }: Checked, cwd: string): Receipt {
  const { asOf, timezone, failOn, counts, verdict, only = [] } = run;
  const names = new Map(found.map(({ path, shown }) => [path, shown]));
  const unique = new Map(digests.map(({ path, sha256 }) => [path, sha256]));
  const read = [...unique].map(([path, sha256]) => ({ path, file: names.get(path) ?? shownFrom(cwd, path), sha256 }));
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
