/** Whatever is wrong comes with the command that puts it right: each is run as it is printed, on a copy. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

import { placeholderIn } from '../../src/domain/placeholder.ts';
import { allRules } from '../../src/rules/catalogue.ts';
import { type CheckReport, checkReportSchema } from '../../src/schema/check-report-schema.ts';
import { CWD, runInMemory } from '../support/memory-io.ts';

interface Example {
  readonly name: string;
  readonly asOf: string;
  readonly files: Readonly<Record<string, string>>;
}

const CASES = fileURLToPath(new URL('../licences/', import.meta.url));
const SHARED = ['company', 'policy', 'rules'] as const;
const PARTS = [...SHARED, 'licences', 'resources', 'requirements', 'duties', 'waivers'] as const;

type Parts = Readonly<Partial<Record<(typeof PARTS)[number], unknown>>>;

interface CaseFile extends Parts {
  readonly cases: readonly (Parts & { readonly name: string; readonly asOf: string })[];
}

async function examplesOf(file: string): Promise<readonly Example[]> {
  const read: CaseFile = parse(await readFile(CASES + file, 'utf8'), { schema: 'core' });
  return read.cases.map((one) => {
    const shared = SHARED.map((part) => [part, one[part] ?? read[part]]);
    const own = PARTS.slice(SHARED.length).map((part) => [part, one[part]]);
    const parts = [...shared, ...own].filter(([, value]) => value !== undefined);
    const text = stringify({ version: 1, ...Object.fromEntries(parts) });
    return { name: `${file}: ${one.name}`, asOf: one.asOf, files: { 'ledger.yaml': text } };
  });
}

const files = (await readdir(CASES)).filter((name) => name.endsWith('.cases.yaml')).toSorted();
const EXAMPLES: readonly Example[] = [
  ...(await Promise.all(files.map(examplesOf))).flat(),
  ...allRules().map(({ id, examples }) => {
    const { asOf, fails, files: beside } = examples();
    return { name: `the example of ${id}`, asOf, files: { ...beside, 'ledger.yaml': fails } };
  }),
];

type Finding = CheckReport['findings'][number];

const run = async (argv: readonly string[], { asOf, files }: Example) =>
  runInMemory(argv, { files, now: `${asOf}T04:00:00Z` });

async function findingsOf(example: Example): Promise<readonly Finding[]> {
  const { stdout } = await run(['check', '--format', 'json'], example);
  return checkReportSchema.parse(JSON.parse(stdout)).findings;
}

/** Nothing is left to its reader, as what a new entry must say is. Those of the shell: tests/process/remedies. */
function isComplete([program, name, ...words]: readonly string[]): boolean {
  return program === 'ledger' && name !== 'add' && !words.some((word) => placeholderIn(word) !== undefined);
}

const leftToReader = new Set<string>();
const seen = new Set<string>();

describe.each(EXAMPLES)('$name', (example) => {
  test('each command removes its findings or moves them on', async () => {
    const before = await findingsOf(example);
    const commands = new Map(
      before.flatMap(({ fix }) => (fix === undefined ? [] : [[fix.command.join(' '), fix.command]])),
    );
    const left: unknown[] = [];
    for (const [line, command] of commands) {
      for (const word of command.filter((one) => /^[A-Z]+$/.test(one))) leftToReader.add(word);
      if (!isComplete(command)) continue;
      seen.add(command.slice(1, command[1] === 'record' ? 3 : 2).join(' '));
      const { code, stderr, written } = await run([...command.slice(1), '--yes'], example);
      const text = written.get(`${CWD}/ledger.yaml`);
      const isDone = text !== undefined && (command[1] === 'check' || code === 0);
      if (!isDone) left.push({ line, code, stderr });
      if (text === undefined) continue;
      const after = await findingsOf({ ...example, files: { ...example.files, 'ledger.yaml': text } });
      for (const { fix, fingerprint, rule, subject, status, date } of before) {
        if (fix?.command.join(' ') !== line) continue;
        const still = after.find((one) => one.fingerprint === fingerprint);
        if (still !== undefined && still.status === status && still.date === date)
          left.push({ line, rule, subject, status });
      }
    }
    expect(left).toEqual([]);
  });
});

test('what a command leaves to its reader has a word in each language', () => {
  const words = [...leftToReader].toSorted();
  expect(words.map((word) => [word, placeholderIn(word)?.zh])).toMatchInlineSnapshot(`
    [
      [
        "DATE",
        "日期",
      ],
      [
        "FILE",
        "文件路径",
      ],
      [
        "NAME",
        "机构名称",
      ],
      [
        "STAFF",
        "专职人数",
      ],
    ]
  `);
});

test('every command that puts something right was run', () => {
  expect([...seen].toSorted()).toMatchInlineSnapshot(`
    [
      "check",
      "evidence",
      "record annual-report",
      "record assessment",
      "record audit",
      "record branch",
      "record business-scope",
      "record change",
      "record closed",
      "record contact-change",
      "record duty",
      "record end-reported",
      "record ended",
      "record evaluation",
      "record fee",
      "record filed",
      "record officer",
      "record opened",
      "record paid-in",
      "record penalty",
      "record platform-registration",
      "record platform-report",
      "record police-filed",
      "record province-filing",
      "record public-report",
      "record publicised",
      "record renewal",
      "record result-sent",
      "record self-check",
      "record service-report",
      "record shown",
      "record verified",
      "renew",
    ]
  `);
});

/** What is left to the reader is filled in as the remedy says. */
test.each([
  ['kind: isp', '2026-12-14'],
  ['kind: isp, renewal: { applied: 2026-12-15 }', '2026-12-14'],
  ['kind: number-95, holder: service-enterprise, numbers: ["95123"]', '2027-02-12'],
])(
  '%s, which ended, is not renewed: an application in time that is recorded for it helps, and loses nothing',
  async (fields, applied) => {
    const licence = `  - { id: it, ${fields}, number: B1-1, scope: national, issued: 2022-03-15, expires: 2027-03-14 }\n`;
    const ledger = `version: 1\ncompany: { name: 甲 }\nlicences:\n${licence}`;
    const example: Example = { name: '', asOf: '2027-03-15', files: { 'ledger.yaml': ledger } };
    const expired = (await findingsOf(example)).find(({ rule }) => rule.endsWith('/expiry'));
    expect(expired).toMatchObject({ status: 'expired', remedy: expect.stringContaining('`ledger add`') });
    const words = expired?.fix?.command.map((word) => (word === 'DATE' ? applied : word)) ?? [];
    const { code, written } = await run([...words.slice(1), '--yes'], example);
    const text = written.get(`${CWD}/ledger.yaml`) ?? '';
    expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining(`renewal: { applied: ${applied} }`) });
    expect(parse(text, { schema: 'core' })).toMatchObject({
      licences: [{ id: 'it', expires: '2027-03-14', issued: '2022-03-15' }],
    });
    const after = await findingsOf({ ...example, files: { 'ledger.yaml': text } });
    expect(after.map(({ rule, status }) => `${rule} ${status}`)).toContain(
      expired?.rule.replace('expiry', 'renewal undetermined'),
    );
    expect(after.map(({ rule }) => rule)).not.toContain(expired?.rule);
  },
);
