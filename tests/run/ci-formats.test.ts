/** The formats for CI systems over the whole way, from the text of a ledger to the document. */
import { describe, expect, test } from 'vitest';

import { CHECK_FORMATS } from '../../src/command-line/option-values.ts';
import { runInMemory } from '../support/memory-io.ts';
import { readXml } from '../support/read-xml.ts';
import { AS_OF, EXPIRED, OWN_REQUIREMENT } from '../support/sample-ledgers.ts';
import { readSarif } from '../support/sarif-schema.ts';
import { commandsIn } from '../support/workflow-commands.ts';

const GAP = `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 20000000 }
policy: { since: 2026-11-01 }
licences:
  - { id: cdn, kind: cdn, number: B1-1, scope: national, issued: 2022-03-15, opened: 2022-06-01, expires: 2031-03-14 }
resources:
  - id: room
    kind: hosting
    starts: 2022-01-01
    expires: 2026-10-31
    serves: [cdn]
`;

async function check(format: string, ledger: string, more: readonly string[] = []): Promise<string> {
  const run = await runInMemory(['check', ...AS_OF, '--format', format, ...more], { files: { 'ledger.yaml': ledger } });
  return run.stdout;
}

test('help names every format', async () => {
  const { stdout } = await runInMemory(['check', '--help']);
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(CHECK_FORMATS.join(', '));
});

test('all formats at once, each to its file', async () => {
  const argv = CHECK_FORMATS.map((name) => `--format=${name}=out.${name}`);
  const run = await runInMemory(['check', ...AS_OF, ...argv], { files: { 'ledger.yaml': EXPIRED } });
  expect({ code: run.code, stdout: run.stdout, stderr: run.stderr }).toEqual({ code: 1, stdout: '', stderr: '' });
  expect([...run.written.keys()]).toEqual(CHECK_FORMATS.map((name) => `/company/out.${name}`));
  for (const text of run.written.values()) expect(text).toContain('resource/expiry');
});

describe('the language', () => {
  test.each(CHECK_FORMATS.filter((name) => !['text', 'line', 'markdown'].includes(name)))(
    'of %s is English whatever the locale, and what is asked for',
    async (format) => {
      const argv = ['check', ...AS_OF, '--format', format];
      const files = { 'ledger.yaml': EXPIRED };
      const english = await runInMemory(argv, { files });
      const chinese = await runInMemory([...argv, '--lang', 'zh'], { files });
      expect((await runInMemory(argv, { files, env: { LANG: 'zh_CN.UTF-8' } })).stdout).toBe(english.stdout);
      expect(chinese.stdout).toContain('到期');
      expect(english.stdout).not.toContain('到期');
    },
  );

  test.each([
    ['markdown', '### ✖ 台账检查'],
    ['line', 'ledger.yaml:4:45: error: cert: 已于'],
  ])('of %s follows the locale', async (format, words) => {
    const run = await runInMemory(['check', ...AS_OF, `--format=${format}`], {
      files: { 'ledger.yaml': EXPIRED },
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(run.stdout).toContain(words);
  });
});

describe('sarif', () => {
  test('relates the contract that ended, at its id', async () => {
    const [run] = readSarif(await check('sarif', GAP)).runs;
    const result = run?.results?.find(({ ruleId }) => ruleId === 'cdn/hosting');
    expect(result?.message.text).toMatch(/ \[room\]\(1\) \[cdn\]\(2\)$/u);
    expect(result?.relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { region: { startLine: 7, startColumn: 9, endLine: 7, endColumn: 13 } } },
      { id: 2 },
    ]);
  });

  test('lists the rules that found something and no others, own rules behind all, each once', async () => {
    const run = await runInMemory(['check', 'a.ledger.yaml', 'b.ledger.yaml', ...AS_OF, '--format=sarif'], {
      files: { 'a.ledger.yaml': OWN_REQUIREMENT, 'b.ledger.yaml': OWN_REQUIREMENT },
    });
    const [log] = readSarif(run.stdout).runs;
    const rules = log?.tool.driver.rules?.map(({ id }) => id) ?? [];
    expect(new Set(rules)).toEqual(new Set(log?.results?.map(({ ruleId }) => ruleId)));
    expect(rules.filter((id) => id.startsWith('own/'))).toEqual(['own/iso27001']);
    expect(rules.at(-1)).toBe('own/iso27001');
    for (const { ruleId, ruleIndex = -1 } of log?.results ?? []) expect(rules[ruleIndex]).toBe(ruleId);
  });
});

describe('a ledger below the root of its repository', () => {
  const files = {
    '/repository/.git/HEAD': '',
    '/repository/companies/甲/ledger.yaml': EXPIRED,
    '/elsewhere/ledger.yaml': EXPIRED,
  };
  const inFolder = async (format: string, path: string): Promise<string> => {
    const machine = { files, cwd: '/repository/companies/甲' };
    return (await runInMemory(['check', path, ...AS_OF, '--format', format], machine)).stdout;
  };

  test.each([
    ['ledger.yaml', 'companies/甲/ledger.yaml'],
    ['../../../elsewhere/ledger.yaml', '../../../elsewhere/ledger.yaml'],
  ])('%s is %s for the systems that show the repository', async (path, name) => {
    const [sarif] = readSarif(await inFolder('sarif', path)).runs;
    expect(sarif?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(encodeURI(name));
    expect(commandsIn(await inFolder('github', path))[0]?.properties['file']).toBe(name);
    expect(JSON.parse(await inFolder('gitlab', path))).toContainEqual(
      expect.objectContaining({ location: expect.objectContaining({ path: name }) }),
    );
    expect(readXml(await inFolder('junit', path)).children[0]?.attributes['name']).toBe(name);
  });

  test('keeps its name for people', async () => {
    expect(await inFolder('markdown', 'ledger.yaml')).toContain('`ledger.yaml`');
  });
});
