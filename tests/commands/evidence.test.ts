/** `ledger evidence add`, and what `ledger check` says of evidence. */
import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { CWD, type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { runWriter } from '../support/recording-ledger.ts';

const PDF = '合同扫描件';
const SHA256 = createHash('sha256').update(PDF).digest('hex');
const OTHER = 'ab'.repeat(32);

const HEAD = `# 台账
version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-03-14 }
resources:
  - id: line
    kind: leased-line
    expires: 2028-12-31   # 到期
    serves: [isp]
`;
const DOMAIN = `  - id: domain
    kind: domain
    expires: never
`;
const LEDGER = HEAD + DOMAIN;

const AT_NIGHT = ['--as-of', '2026-11-21', '--lang', 'en'];
const PATH = 'ledger.yaml';
const PAPER = 'evidence/line.pdf';

/** The ledger with this evidence on its leased line. */
function withEvidence(...lines: readonly string[]): string {
  return HEAD + ['    evidence:', ...lines.map((line) => `      ${line}`), ''].join('\n') + DOMAIN;
}

async function add(words: readonly string[], machine: MemoryMachine): Promise<MemoryRun> {
  return runWriter(['evidence', 'add', ...words, '--lang', 'en'], machine);
}

describe('ledger evidence add', () => {
  const files = { [PATH]: LEDGER, [PAPER]: PDF };

  test('puts path and hash on the entry, and leaves every other byte', async () => {
    const { code, stdout, stderr, written } = await add(['line', PAPER], { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(written.get(`${CWD}/${PATH}`)).toBe(withEvidence(`- { path: ${PAPER}, sha256: ${SHA256} }`));
    expect(stdout).toContain(`${PAPER} is recorded as evidence of line`);
  });

  test('takes the scan of a licence, by its id or its number', async () => {
    for (const name of ['isp', 'B1-20220315']) {
      const { code, stdout, written } = await add([name, PAPER], { files });
      expect(code).toBe(0);
      expect(stdout).toContain(`${PAPER} is recorded as evidence of isp`);
      expect(written.get(`${CWD}/${PATH}`)).toContain(
        `expires: 2031-03-14, evidence: [{ path: ${PAPER}, sha256: ${SHA256} }] }`,
      );
    }
  });

  test('counts the path from the ledger, wherever it is called', async () => {
    const machine = {
      files: { 'group/ledger.yaml': LEDGER, 'papers/a.pdf': PDF, '.git/HEAD': '' },
      cwd: `${CWD}/papers`,
    };
    const { code, written } = await add(['line', 'a.pdf', '--file', '../group/ledger.yaml'], machine);
    expect(code).toBe(0);
    expect(written.get(`${CWD}/group/ledger.yaml`)).toContain('path: ../papers/a.pdf');
  });

  test('writes a second one behind the first', async () => {
    const before = withEvidence(`- { path: ${PAPER}, sha256: ${SHA256} }`);
    const { written } = await add(['line', 'evidence/b.pdf'], {
      files: { ...files, [PATH]: before, 'evidence/b.pdf': PDF },
    });
    expect(written.get(`${CWD}/${PATH}`)).toBe(
      withEvidence(`- { path: ${PAPER}, sha256: ${SHA256} }`, `- { path: evidence/b.pdf, sha256: ${SHA256} }`),
    );
  });

  test.each([
    ['the same file', `- { path: ${PAPER}, sha256: ${SHA256} }`],
    ['the same file by another way', `- { path: ./evidence/../${PAPER}, sha256: ${SHA256} }`],
    ['the same hash in capitals', `- { path: ${PAPER}, sha256: ${SHA256.toUpperCase()} }`],
  ])('says that %s is recorded already and writes nothing', async (_, line) => {
    const { code, stdout, written } = await add(['line', PAPER], { files: { ...files, [PATH]: withEvidence(line) } });
    expect(code).toBe(0);
    expect(stdout).toContain('is already recorded and unchanged');
    expect(written.size).toBe(0);
  });

  test.each([
    ['has changed', `- { path: ${PAPER}, sha256: ${OTHER} }`],
    ['had no hash', `- { path: ${PAPER} }`],
  ])('gives a file that %s its hash, and says what that settles', async (_, line) => {
    const { code, stdout, written } = await add(['line', PAPER], { files: { ...files, [PATH]: withEvidence(line) } });
    expect(code).toBe(0);
    expect(written.get(`${CWD}/${PATH}`)).toBe(withEvidence(`- { path: ${PAPER}, sha256: ${SHA256} }`));
    expect(stdout.includes('evidence/changed')).toBe(line.includes(OTHER));
  });

  test('shows the change and writes nothing in a dry run', async () => {
    const { code, stdout, written } = await add(['line', PAPER, '--dry-run'], { files });
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['--- ledger.yaml', `+      - { path: ${PAPER}, sha256: ${SHA256} }`]),
    );
    expect(written.size).toBe(0);
  });

  test.each<[string, readonly string[], number, string]>([
    ['an entry that does not exist', ['lime', PAPER], 2, 'Did you mean `line`'],
    ['a file that does not exist', ['line', 'gone.pdf'], 3, 'does not exist'],
    ['a file in a folder that does not exist', ['line', 'gone/a.pdf'], 3, 'does not exist'],
    ['a folder', ['line', 'evidence'], 3, 'not a file'],
    ['a device', ['line', 'device'], 3, 'not a file'],
    ['a file outside', ['line', '../secret.pdf'], 2, "outside the ledger's repository"],
    ['a link that leads outside', ['line', 'way-out'], 2, "outside the ledger's repository"],
    ['a file below a link that leads outside', ['line', 'folder-out/secret.pdf'], 2, "outside the ledger's repository"],
    ['the ledger itself', ['line', PATH], 2, 'a ledger cannot be its own evidence'],
    ['a ledger that is not there', ['line', PAPER, '--file', 'gone.yaml'], 3, 'gone.yaml'],
  ])('refuses %s and writes nothing', async (_, words, code, says) => {
    const run = await add(words, {
      files: {
        ...files,
        device: { kind: 'device' },
        'way-out': { linkTo: '../outside/secret.pdf' },
        'folder-out': { linkTo: '../outside' },
        '../outside/secret.pdf': PDF,
        '../secret.pdf': PDF,
      },
    });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(says);
    expect(run.stdout).toBe('');
    expect(run.written.size).toBe(0);
  });

  test('without ADD says how it is used', async () => {
    const { code, stderr } = await runInMemory(['evidence', '--lang', 'en'], { files });
    expect(code).toBe(2);
    expect(stderr).toContain('ledger evidence add line-bj-2026');
  });
});

async function check(evidence: string, machine: MemoryMachine, ...words: readonly string[]): Promise<MemoryRun> {
  const files = { [PATH]: withEvidence(evidence), ...machine.files };
  return runInMemory(['check', ...AT_NIGHT, '--format', 'json', '--select', 'evidence', ...words], { files });
}

interface Answer {
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string; readonly location: { readonly line: number } }[];
}

function answerOf({ stdout }: MemoryRun): Answer {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is held by the schema test of the reporter
  return JSON.parse(stdout) as Answer;
}

describe('ledger check', () => {
  test('passes where the papers are there and unchanged', async () => {
    const run = await check(`- { path: ${PAPER}, sha256: ${SHA256} }`, { files: { [PAPER]: PDF } });
    expect([run.code, answerOf(run).verdict]).toEqual([0, 'pass']);
  });

  test('fails where one is gone, on its line', async () => {
    const run = await check(`- { path: ${PAPER}, sha256: ${SHA256} }`, {});
    expect(run.code).toBe(1);
    expect(answerOf(run)).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'evidence/missing', location: { line: 12 } }],
    });
  });

  test.each([
    ['outside', '- { path: ../secret.pdf }'],
    ['outside by a link', '- { path: way-out }'],
    ['a device', '- { path: device }'],
  ])('has no verdict where one is %s, and names its line', async (_, line) => {
    const run = await check(line, {
      files: { '../secret.pdf': PDF, 'way-out': { linkTo: '../secret.pdf' }, device: { kind: 'device' } },
    });
    expect(run.code).toBe(3);
    expect(answerOf(run)).toMatchObject({
      verdict: 'none',
      findings: [{ rule: 'evidence/outside', location: { line: 12 } }],
    });
  });

  test('has no verdict where one cannot be opened, and says why', async () => {
    const run = await check(`- { path: ${PAPER} }`, { files: { [PAPER]: { refuses: 'EACCES', kind: 'file' } } });
    expect([run.code, answerOf(run).verdict]).toEqual([3, 'none']);
    expect(run.stderr).toContain(`ledger.yaml → ${PAPER}: permission denied`);
  });

  test('takes the repository, not the folder of the ledger, for the border', async () => {
    const files = { 'group/ledger.yaml': withEvidence('- { path: ../a.pdf }'), 'a.pdf': PDF };
    const argv = ['check', 'group', ...AT_NIGHT, '--select', 'evidence'];
    expect((await runInMemory(argv, { files })).code).toBe(3);
    expect((await runInMemory(argv, { files: { ...files, '.git': 'gitdir: elsewhere' } })).code).toBe(0);
    expect((await runInMemory(argv, { files: { ...files, '.git/HEAD': '' } })).code).toBe(0);
  });

  test('counts paths from where a linked ledger really lies', async () => {
    const files = {
      'ledger.yaml': { linkTo: 'group/ledger.yaml' },
      'group/ledger.yaml': withEvidence(`- { path: a.pdf, sha256: ${SHA256} }`),
      'group/a.pdf': PDF,
    };
    expect((await runInMemory(['check', ...AT_NIGHT, '--select', 'evidence'], { files })).code).toBe(0);
  });

  test.each([
    ['--select', 'isp'],
    ['--ignore', 'evidence'],
  ])('opens no paper with %s %s', async (...words) => {
    const files = { [PATH]: withEvidence('- { path: ../secret.pdf }'), [PAPER]: PDF };
    const { code, stdout } = await runInMemory(['check', ...AT_NIGHT, '--fail-on', 'never', ...words], { files });
    expect(code).toBe(0);
    expect(stdout).not.toContain('evidence/');
  });

  test('a waiver of evidence is not called unused by commands that look at none', async () => {
    const waivers =
      'waivers:\n  - { rule: evidence/missing, entry: line, until: 2026-12-31, reason: 归档中, approvedBy: 张三 }\n';
    const files = { [PATH]: withEvidence(`- { path: ${PAPER} }`) + waivers };
    const argv = ['show', 'line', '--as-of', '2026-11-21', '--format', 'json', '--lang', 'en'];
    expect((await runInMemory(argv, { files })).stdout).not.toContain('waiver/unused');
    expect((await runInMemory(['check', ...AT_NIGHT], { files })).stdout).not.toContain('waiver/unused');
  });
});
