/** Where a contract is on record but says of nothing what it is for, the finding names it, and the one edit puts it right. */
import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';

const LINE = '{ id: line, kind: leased-line, title: 专线, starts: 2026-01-01, expires: 2031-03-14 }';

function ledgerWith(resources: readonly string[], services: string): string {
  return `version: 1
company: { name: 示例公司 }
licences:
  - { id: t, number: B1-20260101, issued: 2026-01-01, expires: 2031-03-14, ${services} }
resources: [${resources.join(', ')}]
`;
}

const ONE = 'kind: isp, scope: national';
const TWO = 'services: [{ kind: isp, scope: national }, { kind: cdn, scope: national }]';

async function check(text: string): Promise<string> {
  const argv = ['check', '--select', 'isp/leased-line', '--as-of', '2026-11-21', '--lang', 'zh'];
  return (await runInMemory(argv, { files: { 'ledger.yaml': text } })).stdout;
}

describe.each([
  [ONE, 't'],
  [TWO, 't/isp'],
])('of a licence with %s', (services, target) => {
  test('the edit is told, and does it', async () => {
    const page = await check(ledgerWith([LINE], services));
    expect(page).toContain(`\`line\`没有写明用于哪里`);
    expect(page).toContain(`\`serves: [${target}]\``);
    const mended = await check(ledgerWith([LINE.replace(' }', `, serves: [${target}] }`)], services));
    expect(mended).not.toContain('没有登记专线');
  });

  test('where there is none, it is to be recorded', async () => {
    const page = await check(ledgerWith([], services));
    expect(page).toContain('没有登记专线接入协议');
    expect(page).toContain('签订专线接入协议并登记为新条目');
    expect(page).toContain(`ledger add leased-line --serves ${target}`);
  });
});

test('of many, three are named', async () => {
  const lines = ['a', 'b', 'c', 'd'].map((id) => LINE.replace('line,', `${id},`));
  expect(await check(ledgerWith(lines, ONE))).toContain('`a`、`b`、`c`等没有写明用于哪里');
});
