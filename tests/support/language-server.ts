/** The language server that editors use for YAML, over stdio (LSP 3.17). */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One server with one document open. */
export class LanguageServer {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly uri: string;
  private received = Buffer.alloc(0);
  private asked = 0;
  private tellProblems: (problems: unknown) => void = () => {};

  constructor(file: string) {
    this.uri = pathToFileURL(file).href;
    const folder = path.dirname(require.resolve('yaml-language-server/package.json'));
    const server = path.join(folder, 'bin/yaml-language-server');
    this.child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.child.stdout.on('data', (piece: Buffer) => {
      this.received = Buffer.concat([this.received, piece]);
      this.readMessages();
    });
  }

  /** Opens the document; resolves to what the server finds wrong with it. */
  async open(text: string): Promise<unknown> {
    await this.ask('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { hover: {} } } });
    this.send({ method: 'initialized', params: {} });
    const settings = { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } };
    this.send({ method: 'workspace/didChangeConfiguration', params: { settings } });
    const problems = new Promise<unknown>((resolve) => {
      this.tellProblems = resolve;
    });
    const textDocument = { uri: this.uri, languageId: 'yaml', version: 1, text };
    this.send({ method: 'textDocument/didOpen', params: { textDocument } });
    return problems;
  }

  async at(method: 'completion' | 'hover', position: Position): Promise<unknown> {
    return this.ask(`textDocument/${method}`, { textDocument: { uri: this.uri }, position });
  }

  close(): void {
    this.child.kill();
  }

  private async ask(method: string, params: unknown): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  private send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private readMessages(): void {
    for (;;) {
      const end = this.received.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (?<length>\d+)/u.exec(this.received.toString('latin1', 0, end))?.groups?.['length'],
      );
      if (end === -1 || this.received.length < end + 4 + length) return;
      const body = this.received.toString('utf8', end + 4, end + 4 + length);
      this.received = this.received.subarray(end + 4 + length);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the protocol
      this.receive(JSON.parse(body) as Message);
    }
  }

  private receive({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') this.tellProblems(params);
    // What the server asks of the editor: this one has nothing to tell.
    else if (method !== undefined && id !== undefined) this.send({ id, result: null });
    else if (id !== undefined) this.answers.get(id)?.(result);
  }
}
