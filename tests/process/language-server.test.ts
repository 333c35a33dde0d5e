/** `ledger lsp`, the built program, as an editor meets it over its streams. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';

import { compareText } from '../../src/domain/report.ts';
import { Editor } from '../support/editor.ts';
import { LanguageServer } from '../support/language-server.ts';
import { runProgram, runShell, startProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LEDGER = `version: 1
company: { name: 🏢示例公司, established: 2026-01-05, paidIn: { done: 2026-01-05 } }
policy: { since: 2026-11-01 }
licences:
  - { id: isp, kind: isp, expires: 2097-03-14, scope: [北京] }
  - { id: telecom, expires: 2098-03-14, services: [{ kind: idc }, { kind: cdn }] }
resources:
  - id: line
    kind: leased-line
    expires: 2020-10-31
    serves: [isp]
  - id: room
    kind: machine-room
    title: "*机房* <b>甲</b> [a](http://x.y)"
    expires: 2097-10-31
    serves:
      - telecom/idc
waivers:
  - rule: isp/ip-addresses
    entry: isp
    from: 2026-11-01
    until: 2026-11-30
    reason: 合同在途
    approvedBy: 王某
`;

function ofRule(diagnostics: readonly Diagnostic[], rule: string): Diagnostic | undefined {
  return diagnostics.find(({ code }) => code === rule);
}

function ofWord(diagnostics: readonly Diagnostic[], word: string): Diagnostic | undefined {
  return diagnostics.find(({ message }) => JSON.stringify(message).includes(word));
}

async function editing(files: Readonly<Record<string, string>> = {}, locale = 'zh-cn'): Promise<Editor> {
  return Editor.start(await temporaryFolder(files), { locale });
}

test('marks what check finds in a text that nobody saved, with the law and the licence', async () => {
  const editor = await editing();
  const found = await editor.open('ledger.yaml', LEDGER);
  const line = ofRule(found, 'isp/leased-line');
  expect(line).toMatchObject({
    severity: DiagnosticSeverity.Error,
    source: 'ledger',
    message: expect.stringContaining('专线接入协议'),
    codeDescription: { href: expect.stringMatching(/^https:\/\/www\.gov\.cn\//u) },
    relatedInformation: expect.arrayContaining([expect.objectContaining({ message: 'isp' })]),
  });
  expect(line && editor.marked('ledger.yaml', line)).toBe('2020-10-31');
  expect(found.map(({ severity }) => severity)).toContain(DiagnosticSeverity.Information);
});

test('marks the same places as check, whatever the file begins and its lines end with', async () => {
  const folder = await temporaryFolder({ 'ledger.yaml': `\u{FEFF}${LEDGER}`.replaceAll('\n', '\r\n') });
  const checked = await runProgram(['check', 'ledger.yaml', '--format', 'csv', '--fail-on', 'never'], { cwd: folder });
  expect(checked.code).toBe(0);
  const editor = await Editor.start(folder);
  const found = await editor.open('ledger.yaml', `\u{FEFF}${LEDGER}`.replaceAll('\n', '\r\n'));
  expect(found.map(({ code }) => String(code)).sort(compareText)).toEqual(
    checked.stdout
      .split(/\r?\n/u)
      .slice(1)
      .flatMap((row) => /(?<=^|,)[a-z]+\/[a-z-]+(?=,)/u.exec(row) ?? [])
      .sort(compareText),
  );
  const line = ofRule(found, 'isp/leased-line');
  expect(line && editor.marked('ledger.yaml', line)).toBe('2020-10-31');
});

test('counts in UTF-16 units: characters of other planes, and a mark in the first line', async () => {
  const editor = await editing();
  const text = '\u{FEFF}{ version: 1, x-note: 🏢🏢, colour: red, company: { name: 甲 } }\n';
  const found = await editor.open('ledger.yaml', text);
  const colour = ofWord(found, 'colour');
  expect(colour && editor.marked('ledger.yaml', colour)).toBe('colour');
  const first = await editor.open('a.ledger.yaml', '\u{FEFF}colour: red\n');
  const key = ofWord(first, 'colour');
  expect(key && editor.marked('a.ledger.yaml', key)).toBe('colour');
});

test('follows the typing: broken, mended, closed', async () => {
  const editor = await editing();
  await editor.open('ledger.yaml', LEDGER);
  const broken = await editor.type('ledger.yaml', 'serves: [isp]', 'serves: [');
  expect(broken.map(({ code }) => code)).toContain('yaml/syntax');
  const ids = await editor.complete('ledger.yaml', 'serves: [');
  expect(ids.map(({ label }) => label)).toEqual(['isp', 'telecom', 'telecom/idc', 'telecom/cdn']);
  const mended = await editor.type('ledger.yaml', 'serves: [', 'serves: [isp]');
  expect(mended.map(({ code }) => code)).not.toContain('yaml/syntax');
  const renewed = await editor.type('ledger.yaml', '2020-10-31', '2097-10-31');
  expect(ofRule(renewed, 'isp/leased-line')).toBeUndefined();
  expect(await editor.close('ledger.yaml')).toEqual([]);
});

test('sends what is found once for many keys', async () => {
  const editor = await editing();
  await editor.open('ledger.yaml', LEDGER);
  for (const year of ['2091', '2092', '2093', '2094']) {
    await editor.write(
      'ledger.yaml',
      /\d{4}(?=-10-31\n {4}serves: \[isp\])/u.exec(editor.document('ledger.yaml').getText())?.[0] ?? '',
      year,
    );
  }
  expect(ofRule(await editor.diagnostics('ledger.yaml'), 'isp/leased-line')).toBeUndefined();
  await editor.shutdown();
  expect(editor.unasked()).toEqual([]);
});

test('leaves alone what check would not take', async () => {
  const editor = await editing();
  await editor.show('compose.yaml', 'colour: red\n');
  await editor.show('policy.yml', 'colour: red\n');
  expect(await editor.hover('compose.yaml', 'col')).toBeNull();
  await editor.open('beijing.ledger.yaml', LEDGER);
  await editor.shutdown();
  expect(editor.unasked()).toEqual([]);
});

test('tells on a value what its rule asks, the ground and what to do; and of an id its entry', async () => {
  const editor = await editing();
  await editor.open('ledger.yaml', LEDGER);
  const value = JSON.stringify(await editor.hover('ledger.yaml', '2020-10-'));
  expect(value).toContain('**isp/leased-line** 错误：');
  expect(value).toContain('依据：[电信业务经营许可管理办法');
  expect(value).toContain('`ledger renew line --expires +1y`');
  const licence = JSON.stringify(await editor.hover('ledger.yaml', 'id: is'));
  expect(licence).toMatch(/\*\*isp\*\* 互联网接入服务业务 · 有效 · 至2097-03-14（还有\d+天）/u);
  expect(licence).toContain('合同与证明：line');
  const resource = JSON.stringify(await editor.hover('ledger.yaml', 'id: roo'));
  expect(resource).toContain('用于：telecom');
  expect(resource).toContain('&#42;机房&#42; &#60;b&#62;甲&#60;/b&#62; &#91;a&#93;(http&#58;//x.y)');
  expect(JSON.stringify(await editor.hover('ledger.yaml', '- telecom/i'))).toContain('**telecom** ');
  expect(await editor.hover('ledger.yaml', 'title: "*机')).toBeNull();
});

test('speaks plain text where the editor shows no Markdown', async () => {
  const editor = await Editor.start(await temporaryFolder({}), { capabilities: {} });
  await editor.open('ledger.yaml', LEDGER);
  expect(await editor.hover('ledger.yaml', 'id: roo')).toMatchObject({
    contents: { kind: 'plaintext', value: expect.stringContaining('*机房* <b>甲</b> [a](http://x.y)') },
  });
});

test('offers the edits that are certain, and nothing where only a command would do', async () => {
  const editor = await editing();
  const text = LEDGER.replace('[北京]', '[北京, 天津，上海]').replace('resources:', '# 🏢\nresources:');
  const found = await editor.open('ledger.yaml', text.replaceAll('\n', '\r\n'));
  const scope = ofRule(found, 'schema/value');
  const [fix, ...others] = await editor.fixes('ledger.yaml', scope === undefined ? [] : [scope]);
  expect(others).toEqual([]);
  expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'schema/value' }] });
  expect(editor.fixed('ledger.yaml', fix)).toBe(text.replace('天津，上海', '天津, 上海').replaceAll('\n', '\r\n'));
  await editor.type('ledger.yaml', '天津，上海', '天津, 上海');
  expect(await editor.fixes('ledger.yaml', [])).toEqual([]);
});

test('fixes all at once as check --fix does', async () => {
  const text = LEDGER.replace('[北京]', '[北京，天津]').replace('expires: 2097-10-31', 'expire: 2097-10-31');
  const folder = await temporaryFolder({ 'ledger.yaml': text });
  expect(await runProgram(['check', '--fix', '--yes', '--fail-on', 'never'], { cwd: folder })).toMatchObject({
    code: 0,
  });
  const { stdout } = await runProgram(['check', '--fix', '--dry-run'], { cwd: folder });
  expect(stdout).toBe('');
  const editor = await Editor.start(folder);
  await editor.open('ledger.yaml', text);
  const [all] = await editor.fixes('ledger.yaml', [], 'source.fixAll');
  expect(all).toMatchObject({ kind: 'source.fixAll.ledger' });
  const { readFile } = await import('node:fs/promises');
  expect(editor.fixed('ledger.yaml', all)).toBe(await readFile(path.join(folder, 'ledger.yaml'), 'utf8'));
});

test('completes the names that fit, with what people call them', async () => {
  const editor = await editing();
  await editor.open('ledger.yaml', LEDGER);
  const served = await editor.complete('ledger.yaml', '      - tele');
  expect(served).toMatchObject([
    { label: 'isp', detail: '互联网接入服务业务' },
    { label: 'telecom' },
    { label: 'telecom/idc', detail: '互联网数据中心业务', textEdit: { newText: 'telecom/idc' } },
    { label: 'telecom/cdn' },
  ]);
  const [edit] = served.flatMap(({ textEdit }) => (textEdit !== undefined && 'range' in textEdit ? textEdit : []));
  expect(edit && editor.marked('ledger.yaml', edit)).toBe('telecom/idc');
  const rules = await editor.complete('ledger.yaml', 'rule: isp/');
  expect(rules).toEqual(expect.arrayContaining([expect.objectContaining({ label: 'isp/leased-line' })]));
  const entries = await editor.complete('ledger.yaml', 'entry: i');
  expect(entries.map(({ label }) => label)).toEqual([
    'isp',
    'telecom',
    'telecom/idc',
    'telecom/cdn',
    'line',
    'room',
    'company',
  ]);
  await editor.write('ledger.yaml', '    serves: [isp]', '    serves: [isp]\n    follows: ');
  const followed = await editor.complete('ledger.yaml', 'follows: ');
  expect(followed).toMatchObject([{ label: 'line' }, { label: 'room', detail: expect.stringContaining('*机房*') }]);
  expect(await editor.complete('ledger.yaml', 'kind: lea')).toEqual([]);
});

test('reads the shared file and the evidence beside the ledger', async () => {
  const editor = await editing({
    'shared.yaml':
      'policy: { owner: 网络部 }\nduties: [{ id: drill, title: 演练, for: company, every: { months: 3 }, from: 2026-01-01 }]\n',
    'line.pdf': 'PDF',
  });
  const text = LEDGER.replace('version: 1', 'version: 1\nextends: shared.yaml').replace(
    'serves: [isp]',
    'serves: [isp]\n    evidence: [{ path: line.pdf }, { path: gone.pdf }]',
  );
  const found = await editor.open('ledger.yaml', text);
  const drill = ofRule(found, 'own/drill');
  expect(drill && editor.marked('ledger.yaml', drill)).toBe('shared.yaml');
  const gone = ofRule(found, 'evidence/missing');
  expect(gone && editor.marked('ledger.yaml', gone)).toContain('gone.pdf');
});

test.each([
  [['--lang', 'en'], 'zh-cn', {}, 'leased line'],
  [[], 'zh-cn', { LEDGER_LANG: 'en' }, '专线'],
  [[], 'en', { LEDGER_LANG: 'zh' }, 'leased line'],
  [[], 'de', { LEDGER_LANG: 'zh' }, '专线'],
  [['--stdio'], undefined, {}, 'leased line'],
] as const)('speaks the language of %j, an editor in %s and %j', async (options, locale, env, words) => {
  const folder = await temporaryFolder({});
  const editor = await Editor.start(folder, { options, env, ...(locale === undefined ? {} : { locale }) });
  const line = ofRule(await editor.open('ledger.yaml', LEDGER), 'isp/leased-line');
  expect(line?.message).toContain(words);
});

test('ends as the protocol has it', async () => {
  const good = await editing();
  await good.open('ledger.yaml', LEDGER);
  await good.shutdown();
  expect(await good.exit()).toMatchObject({ code: 0, stderr: '' });
  const rude = await editing();
  expect(await rude.exit()).toMatchObject({ code: 1, stderr: '' });
  const gone = await editing();
  gone.child.stdin?.end();
  expect(await gone.ended).toMatchObject({ code: 1, stderr: '' });
  const interrupted = await editing();
  interrupted.child.kill('SIGINT');
  expect(await interrupted.ended).toMatchObject({ code: 130, stderr: '' });
});

test('ends with 1 where stdin is a file or a device, which ends and is not closed', async () => {
  const cwd = await temporaryFolder({ empty: '' });
  for (const from of ['/dev/null', 'empty']) {
    expect(await runShell(`ledger lsp < ${from}`, { cwd })).toMatchObject({ code: 1, stdout: '' });
  }
});

test('survives requests that make no sense', async () => {
  const editor = await editing();
  await editor.open('ledger.yaml', LEDGER);
  const textDocument = { uri: editor.uriOf('ledger.yaml') };
  for (const [method, params] of [
    ['textDocument/hover', { textDocument }],
    ['textDocument/hover', { textDocument, position: { line: 1e9, character: -3 } }],
    ['textDocument/codeAction', { textDocument }],
    ['textDocument/completion', null],
    ['textDocument/unheardOf', {}],
  ] as const) {
    await editor.connection.sendRequest(method, params).catch((error: unknown) => error);
  }
  await editor.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: 3 });
  await editor.show('%00.ledger.yaml', LEDGER);
  expect(JSON.stringify(await editor.hover('ledger.yaml', 'id: is'))).toContain('**isp**');
  await editor.shutdown();
  expect(await editor.exit()).toMatchObject({ code: 0 });
});

test('says on stdout nothing but the protocol, and survives what is none', async () => {
  const folder = await temporaryFolder({});
  const child = startProgram(['lsp'], { cwd: folder });
  onTestFinished(() => {
    child.kill();
  });
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  const say = (body: string): void => {
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  say('{ no json');
  say(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } }));
  say(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'shutdown' }));
  say(JSON.stringify({ jsonrpc: '2.0', method: 'exit' }));
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect(code).toBe(0);
  const messages = Buffer.concat(pieces)
    .toString()
    .split(/Content-Length: \d+\r\n\r\n/u);
  expect(messages[0]).toBe('');
  expect(messages.slice(1).map((message): unknown => JSON.parse(message))).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 1 }), expect.objectContaining({ id: 2, result: null })]),
  );
});

test('works beside the server that editors use for YAML', async () => {
  const folder = await temporaryFolder({});
  expect(await runProgram(['init', '--company', '示例', '--yes'], { cwd: folder })).toMatchObject({ code: 0 });
  const { readFile } = await import('node:fs/promises');
  const file = path.join(folder, 'ledger.yaml');
  const text = (await readFile(file, 'utf8')).replace(
    'licences: []',
    'licences: [{ id: isp, kind: isp, expires: 2097-03-14, colour: red }]',
  );
  const editor = await Editor.start(folder, { locale: 'en' });
  const yaml = new LanguageServer(file);
  onTestFinished(() => {
    yaml.close();
  });
  const [ours, theirs] = await Promise.all([editor.open('ledger.yaml', text), yaml.open(text)]);
  expect(ours).toEqual([expect.objectContaining({ source: 'ledger', message: expect.stringContaining('colour') })]);
  expect(theirs).toMatchObject({ uri: pathToFileURL(file).href });
  const at = editor.behind('ledger.yaml', 'kind: ');
  expect(await yaml.at('completion', at)).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ label: 'isp' })]),
  });
  expect(await editor.complete('ledger.yaml', 'kind: ')).toEqual([]);
});
