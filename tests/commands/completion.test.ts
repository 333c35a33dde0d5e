import { describe, expect, test } from 'vitest';

import { allRules } from '../../src/rules/catalogue.ts';
import { runInMemory } from '../support/memory-io.ts';
import { PAPERS } from '../support/recording-ledger.ts';
import { OWN_REQUIREMENT } from '../support/sample-ledgers.ts';

const LEDGER = `${OWN_REQUIREMENT}resources:
  - { id: line-a, kind: leased-line, title: "专线\\t甲\\nx", expires: 2027-01-01, serves: [isp] }
  - { id: satellite-a, kind: satellite, expires: 2027-01-01 }
`;

/** The words that are offered, with the last one being typed. */
async function offered(words: readonly string[], files: Readonly<Record<string, string>> = { 'ledger.yaml': LEDGER }) {
  const { code, stdout, stderr } = await runInMemory(['complete', '--', ...words], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]]));
}

describe('ledger complete', () => {
  test.each([
    [['ch'], ['check']],
    [['compl'], ['completion']],
    [['record', 'annual'], ['annual-report']],
    [['check', '--fai'], ['--fail-on']],
    [['check', '--fail-on', 'err'], ['error']],
    [['check', '--fail-on=err'], ['--fail-on=error']],
    [['check', '--fail-on', '=', 'err'], ['error']],
    [
      ['check', '--format', 'gi'],
      ['github', 'gitlab'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['explain', 'isp/leas'], ['isp/leased-line']],
    [['explain', 'own/'], ['own/iso27001']],
    [['check', '--select', 'isp/expiry,isp/leas'], ['isp/expiry,isp/leased-line']],
    [['check', '--select=isp/expiry,own'], ['--select=isp/expiry,own/iso27001']],
    [
      ['show', ''],
      ['isp', 'line-a', 'satellite-a'],
    ],
    [['waive', 'isp/expiry', 'l'], ['line-a']],
    [['record', 'annual-report', ''], ['isp']],
    [['add', 'sat'], ['satellite']],
    [
      ['add', 'number-9'],
      ['number-95', 'number-96'],
    ],
    [['add', 'domain', '--serves', ''], ['isp']],
    [['add', 'domain', '--id', ''], []],
    [['add', 'domain', '--title', ''], []],
    [['check', ''], []],
    [['check', '--', '--fai'], []],
    [['frobnicate', ''], []],
    [['show', '--frobnicate', 'l'], ['line-a']],
  ])('%j', async (words, expected) => {
    expect(await offered(words)).toEqual(expected);
  });

  test('licences and their services, duties and kinds', async () => {
    const files = { 'ledger.yaml': PAPERS };
    const services = ['telecom', 'n95', 'telecom/isp', 'telecom/idc', 'telecom/cdn'];
    expect(await offered(['add', 'domain', '--serves', ''], files)).toEqual(services);
    expect(await offered(['add', 'edi', '--licence', 'telecom'], files)).toEqual(
      services.filter((one) => one !== 'n95'),
    );
    expect(await offered(['record', 'opened', 'telecom/i'], files)).toEqual(['telecom/isp', 'telecom/idc']);
    expect(await offered(['record', 'annual-report', ''], files)).toEqual(['telecom', 'n95']);
    expect(await offered(['record', 'duty', ''], files)).toEqual(['fire-drill']);
    expect(await offered(['waive', 'idc/machine-room', 'telecom/'], files)).toEqual(services.slice(2));
    expect((await runInMemory(['complete', '--', 'show', 'tel'], { files })).stdout).toBe('telecom\tISP · IDC · CDN\n');
  });

  test('every rule, once', async () => {
    const rules = await offered(['explain', '']);
    expect(new Set(rules)).toEqual(new Set([...allRules().map(({ id }) => id), 'own/iso27001']));
    expect(rules).toHaveLength(allRules().length + 1);
  });

  test('ids of the ledger that --file names', async () => {
    const files = { 'ledger.yaml': LEDGER, 'b/ledger.yaml': LEDGER.replaceAll('line-a', 'line-b') };
    expect(await offered(['renew', '--file', 'b/ledger.yaml', 'line'], files)).toEqual(['line-b']);
    expect(await offered(['renew', '--file=b/ledger.yaml', 'line'], files)).toEqual(['line-b']);
  });

  test.each([
    ['no ledger', {}],
    ['an invalid ledger', { 'ledger.yaml': 'version: [\n' }],
  ])('%s: what needs none is offered all the same', async (_, files: Readonly<Record<string, string>>) => {
    expect(await offered(['show', ''], files)).toEqual([]);
    expect(await offered(['explain', 'isp/leas'], files)).toEqual(['isp/leased-line']);
  });

  test('a title stays in its line', async () => {
    const { stdout } = await runInMemory(['complete', '--', 'show', 'line'], { files: { 'ledger.yaml': LEDGER } });
    expect(stdout).toBe('line-a\t专线\\t甲\\nx\n');
  });

  test('is not shown in help', async () => {
    expect((await runInMemory(['--help'])).stdout).not.toMatch(/^ {2}complete /mu);
  });
});

test('a shell that is not known is refused', async () => {
  const { code, stderr } = await runInMemory(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
