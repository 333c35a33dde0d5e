import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';
import {
  AS_OF,
  certificateUntil,
  CLEAN,
  EXPIRED,
  EXPIRING,
  NO_YAML,
  NOTICE,
  OWN_REQUIREMENT,
  UNKNOWN_FIELD,
} from '../support/sample-ledgers.ts';

interface JsonReport {
  readonly asOf?: string;
  readonly timezone?: string;
  readonly verdict: string;
  readonly exitCode: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly string[];
  readonly findings: readonly {
    readonly rule: string;
    readonly status: string;
    readonly severity: string;
    readonly subject: string;
    readonly message: string;
    readonly location: { readonly file: string; readonly line: number; readonly column: number };
    readonly fingerprint: string;
  }[];
}

async function checkAsJson(ledger: string, ...argv: readonly string[]): Promise<JsonReport> {
  const { stdout } = await runInMemory(['check', ...AS_OF, '--format', 'json', ...argv], {
    files: { 'ledger.yaml': ledger },
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the published schema is tested with the reporter
  return JSON.parse(stdout) as JsonReport;
}

const rulesOf = ({ findings }: JsonReport): readonly string[] => findings.map(({ rule }) => rule);

describe('a ledger with nothing wrong', () => {
  const LAST = /Each legal basis was last checked on 2026-11-\d\d or later\.\n/u;

  test('is told with the day on which the law was last looked up', async () => {
    const { stdout } = await runInMemory(['check', ...AS_OF, '--lang', 'en'], { files: { 'ledger.yaml': CLEAN } });
    expect(stdout).toMatch(LAST);
    const markdown = await runInMemory(['check', ...AS_OF, '--lang', 'zh', '--format', 'markdown'], {
      files: { 'ledger.yaml': CLEAN },
    });
    expect(markdown.stdout).toMatch(/所依据的法规均在2026-11-\d\d或以后核对过。/u);
  });

  test('is not, where there is more to say', async () => {
    const { stdout } = await runInMemory(['check', ...AS_OF, '--lang', 'en'], { files: { 'ledger.yaml': EXPIRED } });
    expect(stdout).not.toMatch(LAST);
  });
});

describe('the exit code', () => {
  test.each([
    ['nothing wrong', CLEAN, [], 0],
    ['a warning', EXPIRING, [], 1],
    ['an error', EXPIRED, [], 1],
    ['information alone', NOTICE, [], 0],
    ['a warning, errors fail', EXPIRING, ['--fail-on', 'error'], 0],
    ['an error, errors fail', EXPIRED, ['--fail-on', 'error'], 1],
    ['information, information fails', NOTICE, ['--fail-on', 'info'], 1],
    ['an error, nothing fails', EXPIRED, ['--fail-on', 'never'], 0],
    ['not valid YAML', NO_YAML, [], 3],
    ['no YAML, nothing fails', NO_YAML, ['--fail-on', 'never'], 3],
    ['an unknown field', UNKNOWN_FIELD, [], 3],
    ['a file of GBK bytes', Buffer.from('公司: ÷', 'latin1'), [], 3],
    ['an empty file', '', [], 3],
  ])('%s: %#', async (_, ledger, options, code) => {
    const run = await runInMemory(['check', ...AS_OF, ...options], { files: { 'ledger.yaml': ledger } });
    expect(run.code).toBe(code);
    expect(run.stdout).not.toBe('');
    expect(run.stderr).toBe('');
  });

  test('is the same in every format and stands in the document', async () => {
    for (const [ledger, code] of [
      [CLEAN, 0],
      [EXPIRED, 1],
      [NO_YAML, 3],
    ] as const) {
      expect((await checkAsJson(ledger)).exitCode).toBe(code);
    }
  });
});

describe('the verdict', () => {
  test('is none for all when one of the ledgers is invalid, and the others are still checked', async () => {
    const { code, stdout } = await runInMemory(['check', ...AS_OF, '--format', 'json', '.'], {
      files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': UNKNOWN_FIELD },
    });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'none',
      exitCode: 3,
      counts: { error: 2 },
      files: ['a/ledger.yaml', 'b/ledger.yaml'],
      findings: [
        { rule: 'resource/expiry', location: { file: 'a/ledger.yaml' } },
        { rule: 'schema/unknown-field', location: { file: 'b/ledger.yaml', line: 5, column: 1 } },
      ],
    });
  });

  test('is none with a whole document when there is nothing to check', async () => {
    const { code, stdout, stderr } = await runInMemory(['check', '--format', 'json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'ledger/check@1', verdict: 'none', files: [], findings: [] });
    expect(stderr).toContain('there is no `ledger.yaml`');
  });
});

describe('the day', () => {
  const opened = { files: { 'ledger.yaml': certificateUntil('2026-11-21') } };

  test('is today in Shanghai, whatever the clock of the machine shows', async () => {
    const before = await runInMemory(['check', '--format', 'json'], { ...opened, now: '2026-11-20T15:59:59Z' });
    const after = await runInMemory(['check', '--format', 'json'], { ...opened, now: '2026-11-20T16:00:00Z' });
    expect(JSON.parse(before.stdout)).toMatchObject({ asOf: '2026-11-20', findings: [{ daysLeft: 1 }] });
    expect(JSON.parse(after.stdout)).toMatchObject({ asOf: '2026-11-21', findings: [{ daysLeft: 0 }] });
  });

  test('is today in the zone of the ledger', async () => {
    const ledger = certificateUntil('2026-11-21', 'policy: { timezone: America/New_York }\n');
    const { stdout } = await runInMemory(['check', '--format', 'json'], {
      files: { 'ledger.yaml': ledger },
      now: '2026-11-21T04:00:00Z',
    });
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2026-11-20', timezone: 'America/New_York' });
  });

  test('is the one that was asked for, in every ledger', async () => {
    expect((await checkAsJson(CLEAN, '--as-of', '2030-02-28')).asOf).toBe('2030-02-28');
  });
});

describe('--within', () => {
  test.each([
    ['10', ['resource/expiry']],
    ['9', []],
    ['0', []],
  ])('%s days overrides every window', async (days, rules) => {
    const ledger = certificateUntil('2026-12-01', 'policy: { warnWithin: 30 }\n');
    expect(rulesOf(await checkAsJson(ledger, '--within', days))).toEqual(rules);
  });
});

describe('--select and --ignore', () => {
  const OWN = 'own/iso27001';

  test.each([
    ['a rule', ['--select', 'isp/leased-line'], ['isp/leased-line']],
    ['a module', ['--select', 'own'], [OWN]],
    ['a rule of the company', ['--select', OWN], [OWN]],
    ['several', ['--select', 'isp/leased-line', '--select', OWN], ['isp/leased-line', OWN]],
    ['a list', ['--select', `isp/leased-line, ${OWN}`], ['isp/leased-line', OWN]],
    ['a module but one rule', ['--select', 'isp,own', '--ignore', 'isp/leased-line,isp/ip-addresses'], [OWN]],
    ['a rule both chosen and left out', ['--select', OWN, '--ignore', 'own'], []],
  ])('%s', async (_, options, rules) => {
    const found = rulesOf(await checkAsJson(OWN_REQUIREMENT, ...options)).filter(
      (rule) => rule !== 'isp/system-evaluation',
    );
    expect(found.toSorted()).toEqual(rules.toSorted());
  });

  test('never hide what keeps a ledger from being read', async () => {
    const report = await checkAsJson(UNKNOWN_FIELD, '--select', 'isp', '--ignore', 'schema');
    expect(report).toMatchObject({ verdict: 'none', findings: [{ rule: 'schema/unknown-field' }] });
  });

  test.each([
    [['--select', 'isp/leased-lin'], 'Did you mean `isp/leased-line`?'],
    [
      ['--ignore', 'leased-line'],
      'Give its module: `fixed-data/leased-line`, `ip-vpn/leased-line`, `isp/leased-line`.',
    ],
    [['--ignore', 'machine-room'], 'Did you mean `idc/machine-room`?'],
    [['--ignore', 'isq'], 'Did you mean `isp`?'],
    [['--select', 'own/iso27002'], 'Did you mean `own/iso27001`?'],
    [['--select', 'something-else-entirely'], 'Run `ledger rules`'],
  ])('%j names no rule', async (options, advice) => {
    const run = await runInMemory(['check', ...AS_OF, ...options], { files: { 'ledger.yaml': OWN_REQUIREMENT } });
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(`${options.join(' ')}: unknown rule`);
    expect(run.stderr).toContain(advice);
  });

  test('let a rule of a company pass while its ledger cannot be read', async () => {
    const { code } = await runInMemory(['check', ...AS_OF, '--select', 'own/iso27001'], {
      files: { 'ledger.yaml': NO_YAML },
    });
    expect(code).toBe(3);
  });
});

const waiver = (rule: string): string =>
  `waivers:\n  - { rule: ${rule}, entry: cert, from: 2026-11-01, until: 2026-12-31, reason: 换证中, approvedBy: 张三 }\n`;

describe('a waiver', () => {
  test('keeps its finding from failing', async () => {
    const report = await checkAsJson(certificateUntil('2026-11-01', waiver('resource/expiry')));
    expect(report).toMatchObject({
      verdict: 'pass',
      counts: { error: 0, waived: 1 },
      findings: [{ rule: 'resource/expiry', waived: { until: '2026-12-31', reason: '换证中', approvedBy: '张三' } }],
    });
  });

  test('of a rule that does not take part is not called unused', async () => {
    const ledger = certificateUntil('2027-11-20', waiver('resource/expiry'));
    expect(rulesOf(await checkAsJson(ledger))).toEqual(['waiver/unused']);
    expect(rulesOf(await checkAsJson(ledger, '--ignore', 'resource'))).toEqual([]);
  });

  test('may name a rule of the company', async () => {
    const own = `${OWN_REQUIREMENT}waivers:\n  - { rule: own/iso27001, entry: isp, from: 2026-11-01, until: 2026-12-31, reason: 认证中, approvedBy: 张三 }\n`;
    expect(await checkAsJson(own, '--select', 'own,waiver')).toMatchObject({
      verdict: 'pass',
      counts: { waived: 1 },
      findings: [{ rule: 'own/iso27001' }],
    });
  });
});

describe('a fingerprint', () => {
  test('stays when lines move and days pass, and changes with the subject', async () => {
    const [first] = (await checkAsJson(EXPIRED)).findings;
    const [moved] = (await checkAsJson(`# a line more\n\n${EXPIRED}`, '--as-of', '2026-11-25')).findings;
    const [other] = (await checkAsJson(EXPIRED.replace('id: cert', 'id: seal'))).findings;
    expect(moved?.location.line).toBe((first?.location.line ?? 0) + 2);
    expect(moved?.fingerprint).toBe(first?.fingerprint);
    expect(other?.fingerprint).not.toBe(first?.fingerprint);
  });

  test('is unique even where the same thing is wrong twice', async () => {
    const waivers = ['resource/expiri', 'resource/expirx', 'resource/expirx'].map(
      (rule) =>
        `  - { rule: ${rule}, entry: cert, from: 2026-11-01, until: 2026-12-31, reason: 换证中, approvedBy: 张三 }\n`,
    );
    const { findings } = await checkAsJson(certificateUntil('2027-11-20', `waivers:\n${waivers.join('')}`));
    expect(findings.map(({ rule }) => rule)).toEqual(['waiver/unknown', 'waiver/unknown', 'waiver/unknown']);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('of a text that is no YAML stays when lines move', async () => {
    const [first] = (await checkAsJson(NO_YAML)).findings;
    const [moved] = (await checkAsJson(`# a line more\n${NO_YAML}`)).findings;
    expect(moved?.fingerprint).toBe(first?.fingerprint);
  });
});
