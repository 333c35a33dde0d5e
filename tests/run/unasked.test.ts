/** Where nobody can be asked, no command that writes does so unasked. */
import { expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';
import { LEDGER } from '../support/recording-ledger.ts';

/** By the words that name a command: what it is given beside them. */
const WRITERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  add: [
    ['domain', '--title', 'x', '--expires', 'never'],
    ['idc', '--licence', 'isp', '--scope', '北京'],
  ],
  renew: [['line-bj-2025', '--expires', '+1y']],
  waive: [['isp/leased-line', 'isp', '--until', '+30d', '--reason', 'x', '--approved-by', 'y']],
  'evidence add': [['isp', 'scan.pdf']],
  import: [['register.csv']],
  init: [['books', '--company', 'x']],
  check: [['--fix', 'slip.ledger.yaml']],
  'record annual-report': [
    ['isp', '2025', '--on', '2026-02-20'],
    // What stands there already: the answer must not hang on that.
    ['isp', '2024', '--on', '2025-02-20'],
  ],
  'record renewal': [['isp']],
  'record declined': [['isp']],
  'record fee': [['n95', '2026-Q3']],
  'record opened': [['isp']],
  'record shown': [['isp']],
  'record disused': [['n95']],
  'record end-reported': [['n95']],
  'record province-filing': [['n95', '北京']],
  'record closed': [['isp']],
  'record ended': [['line-bj-2025', '--on', '2026-10-15']],
  'record duty': [['fire-drill', '2026-Q3']],
  'record evaluation': [['portal']],
  'record assessment': [['portal']],
  'record verified': [['seal']],
  'record established': [['--on', '2018-05-20']],
  'record public-report': [['2025']],
  'record paid-in': [[]],
  'record paid-in-by': [['--on', '2032-06-30']],
  'record publicised': [['isp']],
  'record business-scope': [['isp']],
  'record penalty': [['2026-09-01']],
  'record security-body': [['网络安全部', '5']],
  'record service-report': [[]],
  'record self-check': [[]],
  'record audit': [[]],
  'record officer': [[]],
  'record filed': [['portal']],
  'record connected': [['portal']],
  'record police-filed': [['portal']],
  'record reviewed': [['core']],
  'record regraded': [['core']],
  'record result-sent': [['portal', '2025-11-20']],
  'record platform': [[]],
  'record platform-registration': [[]],
  'record platform-report': [['2026-Q3']],
  'record change': [['address']],
  'record contact-change': [['n95', '--changed', '2026-09-18']],
  'record branch': [['河北', 'opened', '--decided', '2026-09-01']],
};

const files = {
  'ledger.yaml': `${LEDGER.replace('  systems:', '  platform: { started: 2026-01-05 }\n$&\n    - { id: core, kind: network-unit, level: 3 }')}duties:
  - { id: fire-drill, title: 消防演练, for: isp, every: { months: 3 }, from: 2026-01-01 }
`,
  'slip.ledger.yaml': LEDGER.replace('2027-03-14', '2027/3/14'),
  'scan.pdf': 'x',
  'register.csv': '种类,名称,到期日\n域名,example.com,2027-12-31\n',
};

/** The commands that a help lists, each with its help. */
async function commandsBelow(words: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { stdout } = await runInMemory([...words, '--help', '--lang', 'en']);
  const names = [...stdout.matchAll(/^ {2}(?!ledger )([a-z][a-z-]*) \[options\]/gmu)].map(([, name = '']) => name);
  const below = await Promise.all(names.map(async (name) => commandsBelow([...words, name])));
  const isWriter = /^ {2}--dry-run /mu.test(stdout);
  return [...(isWriter ? [words] : []), ...below.flat()];
}

test('the table beside has every command that writes', async () => {
  const writers = (await commandsBelow([])).map((words) => words.join(' '));
  expect(writers.toSorted()).toEqual(Object.keys(WRITERS).toSorted());
});

test.each(Object.entries(WRITERS).flatMap(([name, given]) => given.map((words) => [name, words] as const)))(
  '%s %j needs --yes or --dry-run without a terminal',
  async (name, given) => {
    const words = [...name.split(' '), ...given];
    const unasked = await runInMemory(words, { files });
    expect(unasked.stderr).toContain('--yes');
    expect(unasked).toMatchObject({ code: 2, stdout: '' });
    expect(unasked.written.size).toBe(0);
    const dry = await runInMemory([...words, '--dry-run'], { files });
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.written.size).toBe(0);
  },
);
