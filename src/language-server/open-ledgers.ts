/** The ledgers that an editor has open: each is looked at a moment after the last key, and its findings are sent. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import { Refusal } from '../command-line/complaint.ts';
import type { Language } from '../domain/text.ts';
import type { Io } from '../platform/io.ts';
import { isLedgerName } from '../run/find-ledgers.ts';
import { analyse, type Analysis } from './analysis.ts';
import { diagnosticsOf, notLookedAt } from './diagnostics.ts';

/** Milliseconds: whoever types goes on before; whoever stops does not notice. */
const PAUSE = 50;
/** The day may change while an editor is open. */
const HOUR = 3_600_000;

interface Looking {
  readonly version: number;
  readonly analysis: Promise<Analysis>;
}

export class OpenLedgers {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #connection: Connection;
  readonly #io: Io;
  readonly #looks = new Map<string, Looking>();
  readonly #lastData = new Map<string, unknown>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #hourly: NodeJS.Timeout;
  #isClosed = false;
  #language: Language = 'en';
  #folders: readonly string[] = [];

  constructor(documents: TextDocuments<TextDocument>, connection: Connection, io: Io) {
    this.#documents = documents;
    this.#connection = connection;
    this.#io = io;
    this.#hourly = setInterval(() => this.lookAgain(), HOUR);
  }

  /** @param folders of the editor, as URIs */
  begin(language: Language, folders: readonly string[]): void {
    this.#language = language;
    this.#folders = folders.flatMap((uri) => pathOf(uri) ?? []);
  }

  /** Nothing is looked at any more. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#hourly);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Looks at a document once nothing has changed for a while, and sends what is found. */
  lookSoon(uri: string): void {
    if (ledgerPathOf(uri) === undefined) return;
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#send(uri);
      }, PAUSE),
    );
  }

  /** Whatever lies on the disk may have changed. */
  lookAgain(): void {
    this.#looks.clear();
    for (const { uri } of this.#documents.all()) this.lookSoon(uri);
  }

  /** The document was closed. */
  forget(uri: string): void {
    if (ledgerPathOf(uri) === undefined) return;
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#looks.delete(uri);
    this.#lastData.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Of the text as it is now; undefined for what is no open ledger. */
  async analysisOf(uri: string): Promise<Analysis | undefined> {
    const document = this.#documents.get(uri);
    const path = ledgerPathOf(uri);
    if (document === undefined || path === undefined) return undefined;
    const known = this.#looks.get(uri);
    if (known?.version === document.version) return known.analysis;
    const { version } = document;
    const edited = { uri, path, version, text: document.getText(), lastData: this.#lastData.get(uri) };
    const analysis = analyse(edited, this.#language, this.#folders, this.#io);
    this.#looks.set(uri, { version, analysis });
    const { lastData } = await analysis;
    this.#lastData.set(uri, lastData);
    return analysis;
  }

  async #send(uri: string): Promise<void> {
    try {
      const analysis = await this.analysisOf(uri);
      // A later text is looked at on its own.
      if (this.#isClosed || this.#documents.get(uri)?.version !== analysis?.version || analysis === undefined) return;
      await this.#connection.sendDiagnostics({
        uri,
        version: analysis.version,
        diagnostics: [...diagnosticsOf(analysis)],
      });
    } catch (error) {
      this.#looks.delete(uri);
      if (this.#isClosed) return;
      await this.#connection.sendDiagnostics({ uri, diagnostics: [...notLookedAt(error, this.#language)] });
      if (error instanceof Refusal) return;
      this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

/** Undefined for what `check` would not take: other names, and texts that are no files. */
function ledgerPathOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path !== undefined && isLedgerName(basename(path)) ? path : undefined;
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
