/** `ledger lsp`: the connection to an editor, what it is offered, and how it ends. The protocol is LSP 3.17. */
import { PassThrough } from 'node:stream';

import {
  CodeActionKind,
  type Connection,
  type ConnectionOptions,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type Logger,
  MarkupKind,
  type Position,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

import { type Invocation, languageNamed } from '../command-line/invocation.ts';
import type { Language } from '../domain/text.ts';
import { ExitCode } from '../exit-code.ts';
import type { Io } from '../platform/io.ts';
import { VERSION } from '../version.ts';
import type { Analysis } from './analysis.ts';
import { completionsAt } from './completion.ts';
import { hoverAt } from './hover.ts';
import { MARKDOWN, PLAIN } from './markup.ts';
import { OpenLedgers } from './open-ledgers.ts';
import { FIX_ALL, quickFixes } from './quick-fixes.ts';

/**
 * Serves one editor until it says `exit` or goes away.
 *
 * @param chosen the language of the command line; absent: that of the editor, else that of the environment
 * @returns 0 where the editor said `shutdown` before, else 1, as the protocol has it
 */
export async function serve(chosen: Language | undefined, { io, languages }: Invocation): Promise<ExitCode> {
  const input = io.stdin();
  const output = new PassThrough();
  const sent = send(output, io);
  let open: OpenLedgers | undefined;
  let isOver = false;
  try {
    return await new Promise<ExitCode>((resolve, reject) => {
      const ending = {
        shutdownReceived: false,
        initialize: () => {},
        exit: (code: number) => resolve(code === 0 ? ExitCode.ok : ExitCode.findings),
      };
      input.once('error', (error) => reject(error.cause ?? error));
      // A stdin that is a file or a device ends and is never closed.
      for (const over of ['end', 'close']) input.once(over, () => ending.exit(ending.shutdownReceived ? 0 : 1));
      sent.catch(reject);
      const connection = createConnection((logger) => {
        const guarded = whileOpen(logger, () => !isOver);
        return createProtocolConnection(input, output, guarded, ONE_BY_ONE);
      }, ending);
      open = attach(connection, (locale) => chosen ?? languageNamed(locale) ?? languages.people, io);
      connection.listen();
    });
  } finally {
    isOver = true;
    open?.close();
    input.destroy();
    output.end();
    await sent;
  }
}

/** An answer is sent before the next message is looked at, so that `exit` cuts off none. */
const ONE_BY_ONE: ConnectionOptions = { maxParallelism: 1 };

/** What goes wrong behind the end can be told to nobody. */
function whileOpen(logger: Logger, isOpen: () => boolean): Logger {
  const told = (level: 'error' | 'warn' | 'info' | 'log') => (message: string) => {
    if (isOpen()) logger[level](message);
  };
  return { error: told('error'), warn: told('warn'), info: told('info'), log: told('log') };
}

async function send(pieces: AsyncIterable<Uint8Array>, { stdout }: Io): Promise<void> {
  for await (const piece of pieces) await stdout.write(piece);
}

/** Puts everything that an editor may ask on its connection. */
function attach(connection: Connection, speak: (locale: string | undefined) => Language, io: Io): OpenLedgers {
  const documents = new TextDocuments(TextDocument);
  const open = new OpenLedgers(documents, connection, io);
  let markup = PLAIN;
  let watches = false;

  connection.onInitialize((params) => {
    open.begin(speak(params.locale), foldersIn(params));
    const [preferred] = params.capabilities.textDocument?.hover?.contentFormat ?? [];
    markup = preferred === MarkupKind.Markdown ? MARKDOWN : PLAIN;
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return OFFER;
  });
  connection.onInitialized(() => {
    // What a ledger extends may change on the disk.
    const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onShutdown(() => open.close());
  connection.onDidChangeWatchedFiles(async () => open.lookAgain());

  // What was opened counts as changed.
  documents.onDidChangeContent(({ document }) => open.lookSoon(document.uri));
  documents.onDidSave(async () => open.lookAgain());
  documents.onDidClose(({ document }) => open.forget(document.uri));
  documents.listen(connection);

  type Asked = { readonly textDocument: { readonly uri: string }; readonly position: Position };
  const at =
    <Answer>(answer: (analysis: Analysis, offset: number) => Answer | Promise<Answer>) =>
    async ({ textDocument, position }: Asked): Promise<Answer | null> => {
      const analysis = await open.analysisOf(textDocument.uri);
      return analysis === undefined ? null : answer(analysis, analysis.places.offsetAt(position));
    };
  connection.onHover(at((analysis, offset) => hoverAt(analysis, offset, markup)));
  connection.onCompletion(at((analysis, offset) => completionsAt(analysis, offset)));
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const analysis = await open.analysisOf(textDocument.uri);
    return analysis === undefined ? null : quickFixes(analysis, range, context);
  });
  return open;
}

/** As the editor has them; its one root where it knows no folders. */
function foldersIn({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  const { rootUri } = older as { readonly rootUri?: string | null };
  return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}

const OFFER: InitializeResult = {
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', '[', ',', '/'] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  },
  serverInfo: { name: 'ledger', version: VERSION },
};
