/** How long an editor waits: from a key stroke to the diagnostics of the text with it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/node';

import { largeLedger } from './large-ledger.ts';

export interface Waits {
  readonly entries: number;
  /** Milliseconds that pass, with the pause in which the server waits for the next stroke. */
  readonly median: number;
  readonly longest: number;
}

const STROKES = 30;

/** @param root of the work tree whose built program is measured */
export async function editorWaits(root: string, entries: number): Promise<Waits> {
  const child = spawn(process.execPath, [path.join(root, 'bin/ledger.js'), 'lsp'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  let tell: (() => void) | undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, () => tell?.());
  connection.listen();
  const told = async (cause: () => Promise<void>): Promise<number> => {
    const started = performance.now();
    const answer = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await cause();
    await answer;
    return performance.now() - started;
  };
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});
  const text = largeLedger(entries);
  const uri = pathToFileURL('/company/ledger.yaml').href;
  const opened = { textDocument: { uri, languageId: 'yaml', version: 1, text } };
  await told(async () => connection.sendNotification(DidOpenTextDocumentNotification.type, opened));
  const end = text.split('\n').length - 1;
  const waits: number[] = [];
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const at = { line: end, character: 0 };
    const change = {
      textDocument: { uri, version: 2 + stroke },
      contentChanges: [{ range: { start: at, end: at }, text: `# ${stroke}\n` }],
    };
    waits.push(await told(async () => connection.sendNotification(DidChangeTextDocumentNotification.type, change)));
  }
  child.kill();
  const sorted = waits.toSorted((one, other) => one - other);
  return { entries, median: sorted[STROKES / 2] ?? Number.NaN, longest: sorted.at(-1) ?? Number.NaN };
}
