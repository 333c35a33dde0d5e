/** Every command there is, with the nasty strings in each word that it is given and in each text that its files hold. */
import { expect, test } from 'vitest';

import { ExitCode } from '../../src/exit-code.ts';
import { FILES, TELLERS, WRITERS } from '../support/every-command.ts';
import { testRepository } from '../support/git-repository.ts';
import { runInMemory } from '../support/memory-io.ts';
import { NASTY_TEXTS, yamlQuoted } from '../support/nasty-strings.ts';
import { runInRepository } from '../support/run-in-repository.ts';

const LINES: readonly (readonly string[])[] = [
  ...Object.entries(TELLERS).map(([name, { given }]) => name.split(' ').concat(given)),
  ...Object.entries(WRITERS).flatMap(([name, all]) => all.map((given) => name.split(' ').concat(given, '--dry-run'))),
];
/** No argument of a program holds a NUL, and length has its own tests. Many in one, each on a line of its own; and each alone. */
const WORDS = NASTY_TEXTS.filter((text) => text.length < 200).map((text) => text.replaceAll('\0', ''));
const MANY = [WORDS.slice(0, WORDS.length / 2), WORDS.slice(WORDS.length / 2)].map((words) => words.join('\n'));

/** The registers keep what they hold, so that an import has it again, and a schema describes what may stand there. */
const KEEPS_LAYOUT = new Set(['list', 'export']);

function expectHarmless(
  command: string,
  ran: { readonly code: number; readonly stdout: string; readonly stderr: string },
): void {
  expect(ran.code === ExitCode.fault ? ran.stderr : '').toBe('');
  for (const text of [ran.stdout, ran.stderr]) {
    const shown = text.replaceAll(/^\uFEFF|\r?\n/gu, '');
    const acts = KEEPS_LAYOUT.has(command) ? /(?!\t)\p{Cc}/u : /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
    const at = acts.exec(shown)?.index;
    expect(at === undefined ? '' : JSON.stringify(shown.slice(Math.max(0, at - 80), at + 20))).toBe('');
  }
}

/** The places of a command line where a value stands. */
const PLACES = LINES.flatMap((line) => {
  const [name = ''] = line;
  const isName = (at: number): boolean => at === 0 || (at === 1 && `${name} ${line[1]}` in { ...TELLERS, ...WRITERS });
  return line.flatMap((word, at) => (isName(at) || word.startsWith('--') ? [] : [[line, at] as const]));
});

test.each(PLACES.map(([line, at], number) => [line.join(' '), at, number, line] as const))(
  '%s, word %i',
  async (_, at, number, line) => {
    for (const text of [...MANY, WORDS[number % WORDS.length] ?? '']) {
      expectHarmless(line[0] ?? '', await runInMemory(line.with(at, text), { files: FILES }));
    }
  },
);

/** Each text that a file of the table holds, and nothing reads as more than that. */
const HELD = [
  '示例云网科技有限公司',
  '北京亦庄专线接入协议',
  '中国电信股份有限公司北京分公司',
  '网络部',
  '电子印章',
  '消防演练',
  '示例公司',
  '域名过期',
  'B1-20220315',
] as const;

function filesWith(text: string): Readonly<Record<string, string>> {
  const inYaml = (held: string): string => HELD.reduce((all, one) => all.replaceAll(one, () => yamlQuoted(text)), held);
  return {
    ...FILES,
    ...Object.fromEntries(
      Object.entries(FILES)
        .filter(([name]) => name.endsWith('.yaml'))
        .map(([name, held]) => [name, inYaml(held)]),
    ),
    'scan.pdf': 'x',
    'register.csv': FILES['register.csv'].replace('example.com', () => `"${text.replaceAll('"', '""')}"`),
    'receipt.json': JSON.stringify(JSON.parse(FILES['receipt.json']), (key, value: unknown) =>
      key === 'program' ? text : value,
    ),
  };
}

test.each(LINES.map((line) => [line]))('%j of files that hold them', async (line) => {
  for (const text of [...MANY, ...WORDS.slice(0, 2)]) {
    const files = filesWith(text);
    const ran = ['diff', 'log'].includes(line[0] ?? '')
      ? await runInRepository(line, await testRepository(files))
      : await runInMemory(line, { files, stdin: line[0] === 'lsp' ? editing(files['ledger.yaml'] ?? '') : '' });
    expectHarmless(line[0] ?? '', ran);
  }
});

/** What an editor says that opens a text. */
function editing(text: string): string {
  const textDocument = { uri: 'file:///company/ledger.yaml', languageId: 'yaml', version: 1, text };
  return [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument } },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ]
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    .join('');
}
