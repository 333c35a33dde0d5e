import path from 'node:path';

import type { LocatedFinding } from '../../src/domain/report.ts';
import { nodeFiles } from '../../src/platform/node-files.ts';
import { checkLedgers } from '../../src/run/check-ledgers.ts';
import { loadLedger } from '../../src/run/load-ledger.ts';
import { withEvidence } from '../../src/run/read-ledgers.ts';
import { day } from './days.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** All findings of a ledger given as text, as the program would report them. The files lie beside it, by path. */
export async function checkText(
  text: string,
  asOf: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly LocatedFinding[]> {
  const machine = nodeFiles(new AbortController().signal);
  const file = {
    path: 'ledger.yaml',
    realPath: path.resolve('ledger.yaml'),
    shown: 'ledger.yaml',
    repositoryPath: undefined,
  };
  const loaded = await loadLedger(new TextEncoder().encode(text), { file, files: machine });
  const { licences = [], resources = [] } = loaded.ledger ?? {};
  const namesEvidence = [...licences, ...resources].some(({ evidence }) => evidence.length > 0);
  const examined = namesEvidence ? await besideFiles(loaded, files) : [loaded];
  const report = await checkLedgers(examined, loaded.ledger !== undefined, {
    asOf: day(asOf),
    within: undefined,
    failOn: 'warning',
    selects: () => true,
    now: () => new Date(0),
  });
  return report.ledgers.flatMap(({ findings }) => findings);
}

type Loaded = Awaited<ReturnType<typeof loadLedger>>;

async function besideFiles(ledger: Loaded, files: Readonly<Record<string, string>>): Promise<readonly Loaded[]> {
  return inTemporaryFolder(files, async (folder) => {
    const realPath = path.join(folder, ledger.file);
    const place = { path: realPath, realPath, shown: ledger.file, repositoryPath: undefined };
    const machine = nodeFiles(new AbortController().signal);
    const { loaded } = await withEvidence([{ ...ledger, place }], () => true, machine);
    return loaded;
  });
}
