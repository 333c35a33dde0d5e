/** Where a contract is on record but does not say that it is for a service, the finding names it, and the one edit puts it right. */
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

describe('where a contract serves another service of the same paper', () => {
  const OTHER = LINE.replace(' }', ', serves: [t/cdn] }');

  test('it is named, and the edit puts it right', async () => {
    const page = await check(ledgerWith([OTHER], TWO));
    expect(page).toContain('`line`用于这张许可证的其他业务：其中也用于这里的，在它的 `serves` 中加上`t/isp`');
    const mended = await check(ledgerWith([OTHER.replace('[t/cdn]', '[t/cdn, t/isp]')], TWO));
    expect(mended).not.toContain('没有登记专线');
  });

  test('one that has ended is not named', async () => {
    const page = await check(ledgerWith([OTHER.replace('2031-03-14', '2026-11-20')], TWO));
    expect(page).toContain('没有登记专线接入协议');
    expect(page).not.toContain('其他业务');
    expect(await check(ledgerWith([OTHER.replace(' }', ', ended: 2026-11-20 }')], TWO))).not.toContain('其他业务');
  });

  test('one that renews itself runs on', async () => {
    const renewing = OTHER.replace('2031-03-14', '2026-11-20, autoRenew: { months: 12, noticeDays: 30 }');
    expect(await check(ledgerWith([renewing], TWO))).toContain('`line`用于这张许可证的其他业务');
  });

  test('the same one is not recorded twice: the refusal tells the edit', async () => {
    const words =
      'add leased-line --title 专线 --starts 2026-01-01 --expires 2031-03-14 --serves t/isp --yes --lang zh';
    const run = await runInMemory(words.split(' '), { files: { 'ledger.yaml': ledgerWith([OTHER], TWO) } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('在台账中把line改为`serves: [t/cdn, t/isp]`');
  });
});
