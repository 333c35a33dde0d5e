/** An editor that runs `ledger lsp`, the built program, and speaks with it as editors do. */
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

import { ending, type ProgramRun, startProgram } from './run-program.ts';

interface EditorOptions {
  /** Behind `lsp`. */
  readonly options?: readonly string[];
  readonly locale?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly capabilities?: InitializeParams['capabilities'];
}

const CAPABILITIES = { textDocument: { hover: { contentFormat: ['markdown' as const] } } };

/** One editor with one folder. Documents are named from it. */
export class Editor {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<ProgramRun>;
  private readonly folder: string;
  private readonly documents = new Map<string, TextDocument>();
  private readonly told = new Map<string, PublishDiagnosticsParams[]>();
  private readonly waiting = new Map<string, (told: PublishDiagnosticsParams) => void>();

  private constructor(folder: string, { options = [], env }: EditorOptions) {
    this.folder = folder;
    this.child = startProgram(['lsp', ...options], { cwd: folder, ...(env === undefined ? {} : { env }) });
    this.ended = ending(this.child);
    const { stdout, stdin } = this.child;
    if (stdout === null || stdin === null) throw new Error('the program has no streams');
    this.connection = createProtocolConnection(stdout, stdin);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (told) => {
      this.waiting.get(told.uri)?.(told);
      if (!this.waiting.delete(told.uri)) this.told.set(told.uri, [...(this.told.get(told.uri) ?? []), told]);
    });
    this.connection.listen();
  }

  static async start(folder: string, editor: EditorOptions = {}): Promise<Editor> {
    const started = new Editor(folder, editor);
    onTestFinished(() => {
      started.child.kill();
    });
    await started.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'company' }],
      capabilities: editor.capabilities ?? CAPABILITIES,
      ...(editor.locale === undefined ? {} : { locale: editor.locale }),
    });
    await started.connection.sendNotification(InitializedNotification.type, {});
    return started;
  }

  uriOf(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  /** Opens a document without waiting for what is found. */
  async show(name: string, text: string): Promise<void> {
    const document = TextDocument.create(this.uriOf(name), 'yaml', 1, text);
    this.documents.set(name, document);
    const { uri, languageId, version } = document;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  async open(name: string, text: string): Promise<readonly Diagnostic[]> {
    await this.show(name, text);
    return this.diagnostics(name);
  }

  /** Puts a text in the place of the first that reads so, as a key stroke does. @returns what is found then */
  async type(name: string, before: string, after: string): Promise<readonly Diagnostic[]> {
    await this.write(name, before, after);
    return this.diagnostics(name);
  }

  async write(name: string, before: string, after: string): Promise<void> {
    const document = this.document(name);
    const at = document.getText().indexOf(before);
    if (at < 0) throw new Error(`${name} has no ${before}`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
    const change: TextDocumentContentChangeEvent = { range, text: after };
    const version = document.version + 1;
    TextDocument.update(document, [change], version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [change],
    });
  }

  async close(name: string): Promise<readonly Diagnostic[]> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(name) },
    });
    return this.diagnostics(name);
  }

  /** What is told next about a document. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uriOf(name);
    const [first, ...rest] = this.told.get(uri) ?? [];
    this.told.set(uri, rest);
    if (first !== undefined) return first.diagnostics;
    const { diagnostics } = await new Promise<PublishDiagnosticsParams>((resolve) => {
      this.waiting.set(uri, resolve);
    });
    return diagnostics;
  }

  /** What was told about documents and asked for by nobody. */
  unasked(): readonly string[] {
    return [...this.told].flatMap(([uri, told]) => told.map(() => uri));
  }

  document(name: string): TextDocument {
    const document = this.documents.get(name);
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }

  /** Behind the first place that reads so. */
  behind(name: string, words: string): Position {
    const document = this.document(name);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`${name} has no ${words}`);
    return document.positionAt(at + words.length);
  }

  /** The words between two positions of a document. */
  marked(name: string, { range }: Pick<Diagnostic, 'range'>): string {
    return this.document(name).getText(range);
  }

  async hover(name: string, words: string): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, this.at(name, words));
  }

  /** Labels with their details. */
  async complete(name: string, words: string): Promise<readonly CompletionItem[]> {
    const found = await this.connection.sendRequest(CompletionRequest.type, this.at(name, words));
    return Array.isArray(found) ? found : (found?.items ?? []);
  }

  async fixes(name: string, diagnostics: readonly Diagnostic[], only?: string): Promise<readonly CodeAction[]> {
    const document = this.document(name);
    const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document.uri },
      range: diagnostics[0]?.range ?? whole,
      context: { diagnostics: [...diagnostics], ...(only === undefined ? {} : { only: [only] }) },
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no commands are offered
    return (found ?? []) as readonly CodeAction[];
  }

  /** The text once the edits of an action are made. */
  fixed(name: string, action: CodeAction | undefined): string {
    const document = this.document(name);
    return TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
  }

  async exit(): Promise<ProgramRun> {
    await this.connection.sendNotification(ExitNotification.type);
    return this.ended;
  }

  private at(name: string, words: string): { textDocument: { uri: string }; position: Position } {
    return { textDocument: { uri: this.uriOf(name) }, position: this.behind(name, words) };
  }
}
