/** `npm run new:licence -- KIND`: a kind of licence that works from its first minute, to be edited into what it shall be. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { variableFor } from './documents/licence-index.ts';

const root = new URL('../../', import.meta.url);
const KIND = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const COMMON_MODULES = new Set([
  'resource',
  'evidence',
  'ledger',
  'schema',
  'yaml',
  'waiver',
  'company',
  'own',
  'index',
]);

function main(words: readonly string[]): void {
  const [kind = '', ...more] = words;
  const refusal = more.length > 0 ? 'one kind at a time' : refuse(kind);
  if (refusal !== undefined) {
    console.error(`${refusal}\nusage: npm run new:licence -- KIND, such as satellite-relay`);
    process.exitCode = 2;
    return;
  }
  const [licence, cases] = [licenceFile(kind), casesFile(kind)];
  writeFileSync(new URL(licence, root), licenceTemplate(kind), { flag: 'wx' });
  writeFileSync(new URL(cases, root), casesTemplate(kind), { flag: 'wx' });
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('src/dev/generate.ts', root))],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  console.log(`What to do next:
  1. ${licence}: its code, its names, and what it needs in place of the example. Cite no article that you have not read.
  2. src/law: the instruments that are not there yet, with the day on which you read them.
  3. ${cases}: a case for each status of each rule, and the days on both sides of each limit.
  4. npm run generate, then npx vitest run tests/licences -u: the new rule ids are now public and never change.
  5. npm run check && npm test`);
}

/** What is wrong with the name of a new kind. */
function refuse(kind: string): string | undefined {
  if (kind === '') return 'no kind is named';
  if (!KIND.test(kind))
    return `${kind}: a kind is made of lower-case words, digits and hyphens, and begins with a letter`;
  if (COMMON_MODULES.has(kind)) return `${kind}: that name is taken`;
  if (!canBeVariable(kind)) return `${kind}: that is a word of the language, which cannot name a module`;
  return [licenceFile(kind), casesFile(kind)].some((path) => existsSync(new URL(path, root)))
    ? `${kind}: there is such a kind already`
    : undefined;
}

/** Whether the registry can import it under its name. */
function canBeVariable(kind: string): boolean {
  try {
    return new Script(`'use strict'; let ${variableFor(kind)};`) instanceof Script;
  } catch {
    return false;
  }
}

function licenceFile(kind: string): string {
  return `src/licences/${kind}.ts`;
}

function casesFile(kind: string): string {
  return `tests/licences/${kind}.cases.yaml`;
}

/** A service licence under Order 42 with one requirement of its own. */
function licenceTemplate(kind: string): string {
  return `import { order42 } from '../law/licensing.ts';
import { followUp, requires } from './shared/requires.ts';
import { defineServiceLicence } from './shared/service-licence.ts';

export default defineServiceLicence({
  kind: '${kind}',
  code: 'B00',
  name: { zh: '示例业务', en: '${kind} service' },
  rules: [
    requires('operator-agreement', {
      summary: {
        zh: '与基础电信企业的协议每一天都有效。',
        en: 'The agreement with a basic operator is in force on every day.',
      },
      why: {
        zh: '协议断签，业务就没有合法的资源来源。法规没有规定协议期限，这是实务要求。',
        en: 'Without it there is no lawful source of resources. No regulation fixes a term: this is practice.',
      },
      remedy: followUp('operator-agreement'),
      basis: [order42.article('6(5)', 'practice')],
    }),
  ],
});
`;
}

/** One case at least for each status of each rule that such a licence has. */
function casesTemplate(kind: string): string {
  return CASES.replaceAll('KIND', kind);
}

const CASES = `# KIND：期限、年报、注册资本、覆盖范围和所需合同。截止日都写「最后一天」和「次日」两条。
company: { name: 示例云网科技有限公司, registeredCapital: 9000000 }
policy: { since: 2026-11-01 }

cases:
  - name: 证件齐全，没有问题
    asOf: 2026-11-21
    licences: [{ id: KIND, kind: KIND, number: 京B2-20240001, scope: [北京], issued: 2024-03-15, expires: 2029-03-14, opened: 2024-06-01 }]
    resources: [{ id: agreement, kind: operator-agreement, expires: 2028-12-31, serves: [KIND] }]
    expect: []

  # 延续：2027-03-14 前90日，即 2026-12-14
  - name: 延续截止日当天仍算按时
    asOf: 2026-12-14
    select: [KIND/renewal]
    licences: [{ id: KIND, kind: KIND, expires: 2027-03-14 }]
    expect:
      - { rule: KIND/renewal, status: due, severity: warning, subject: KIND, date: 2026-12-14, daysLeft: 0 }

  - name: 次日逾期
    asOf: 2026-12-15
    select: [KIND/renewal]
    licences: [{ id: KIND, kind: KIND, expires: 2027-03-14 }]
    expect:
      - { rule: KIND/renewal, status: overdue, severity: error, date: 2026-12-14, daysLeft: -1 }

  - name: 截止日当天申请按时，次日申请晚了
    asOf: 2027-03-14
    select: [KIND/renewal, KIND/expiry]
    licences:
      - { id: in-time, kind: KIND, expires: 2027-03-14, renewal: { applied: 2026-12-14 } }
      - { id: late, kind: KIND, expires: 2027-03-14, renewal: { applied: 2026-12-15 } }
    expect:
      - { rule: KIND/renewal, status: late, severity: warning, subject: late, date: 2026-12-14 }

  - name: 到期次日：按时申请的无法判断，没有申请的已过期
    asOf: 2027-03-15
    select: [KIND/renewal, KIND/expiry]
    licences:
      - { id: in-time, kind: KIND, expires: 2027-03-14, renewal: { applied: 2026-12-14 } }
      - { id: forgotten, kind: KIND, expires: 2027-03-14 }
    expect:
      - { rule: KIND/renewal, status: undetermined, severity: warning, subject: in-time, date: 2027-03-14 }
      - { rule: KIND/expiry, status: expired, severity: error, subject: forgotten, date: 2027-03-14 }

  - name: 最后有效日当天仍有效
    asOf: 2027-03-14
    select: [KIND/expiry]
    licences: [{ id: KIND, kind: KIND, expires: 2027-03-14 }]
    expect:
      - { rule: KIND/expiry, status: expiring, severity: warning, daysLeft: 0 }

  - name: 年报截止日当天仍算按时
    asOf: 2027-03-31
    select: [KIND/annual-report]
    licences: [{ id: KIND, kind: KIND, issued: 2024-03-15, expires: 2029-03-14 }]
    expect:
      - { rule: KIND/annual-report, status: due, severity: warning, date: 2027-03-31, period: '2026', daysLeft: 0 }

  - name: 4月1日起逾期
    asOf: 2027-04-01
    select: [KIND/annual-report]
    licences: [{ id: KIND, kind: KIND, issued: 2024-03-15, expires: 2029-03-14 }]
    expect:
      - { rule: KIND/annual-report, status: overdue, severity: error, period: '2026', daysLeft: -1 }

  - name: 注册资本：全国不足，未登记覆盖范围的无法核对
    asOf: 2026-11-21
    select: [KIND/registered-capital]
    licences:
      - { id: nationwide, kind: KIND, scope: national, expires: 2029-03-14 }
      - { id: beijing, kind: KIND, scope: [北京], expires: 2029-03-14 }
      - { id: somewhere, kind: KIND, expires: 2029-03-14 }
    expect:
      - { rule: KIND/registered-capital, status: shortfall, severity: error, subject: nationwide }
      - { rule: KIND/registered-capital, status: undetermined, severity: info, subject: somewhere }

  - name: 没有登记开通日期；省级证号写了外省
    asOf: 2026-11-21
    select: [KIND/opened, KIND/coverage]
    licences: [{ id: KIND, kind: KIND, number: 京B2-20220001, scope: [北京, 河北], expires: 2027-03-14 }]
    expect:
      - { rule: KIND/opened, status: undetermined, severity: info }
      - { rule: KIND/coverage, status: mismatch, severity: warning }

  - name: 协议从未登记、已过期、尚未生效、即将到期、中间断档
    asOf: 2026-11-21
    select: [KIND/operator-agreement]
    licences:
      - { id: missing, kind: KIND, expires: 2029-03-14 }
      - { id: expired, kind: KIND, expires: 2029-03-14 }
      - { id: pending, kind: KIND, expires: 2029-03-14 }
      - { id: expiring, kind: KIND, expires: 2029-03-14 }
      - { id: gap, kind: KIND, expires: 2029-03-14 }
    resources:
      - { id: past, kind: operator-agreement, expires: 2026-11-20, serves: [expired] }
      - { id: future, kind: operator-agreement, starts: 2026-11-22, expires: 2027-11-21, serves: [pending] }
      - { id: ending, kind: operator-agreement, expires: 2026-11-30, serves: [expiring, gap] }
      - { id: again, kind: operator-agreement, starts: 2026-12-11, expires: 2027-12-10, serves: [gap] }
    expect:
      - { rule: KIND/operator-agreement, status: missing, severity: warning, subject: missing }
      - { rule: KIND/operator-agreement, status: expired, severity: warning, subject: expired, date: 2026-11-20 }
      - { rule: KIND/operator-agreement, status: pending, severity: warning, subject: pending, date: 2026-11-22 }
      - { rule: KIND/operator-agreement, status: expiring, severity: warning, subject: expiring, date: 2026-11-30 }
      - { rule: KIND/operator-agreement, status: gap, severity: warning, subject: gap, gapDays: 10 }
`;

main(process.argv.slice(2));
