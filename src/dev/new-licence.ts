/** `npm run new:licence -- KIND`: a kind of licence that works from its first minute, to be edited from there. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { variableFor } from './documents/licence-index.ts';

const root = new URL('../../', import.meta.url);
const KIND = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
/** Modules of other rules, and the folders beside the kinds. */
const TAKEN = new Set(
  'licence number company resource evidence waiver ledger schema yaml own git index service shared'.split(' '),
);

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
  1. ${licence}: its code, its names and words, and what it needs in place of the example. Cite no article that you have not read.
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
  if (TAKEN.has(kind)) return `${kind}: that name is taken`;
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

/** A service under Order 42 with one requirement of its own; what every telecom licence owes stands in `service/`. */
function licenceTemplate(kind: string): string {
  return `import { order42 } from '../law/licensing.ts';
import { defineServiceLicence, followUp, requires } from './shared/requires.ts';

export default defineServiceLicence({
  kind: '${kind}',
  code: 'B20',
  name: { zh: '示例业务', en: '${kind} service' },
  short: { zh: '示例', en: '${kind}' },
  words: ['示例业务许可证'],
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

/** One case at least for each status of each rule that is particular to the kind. */
function casesTemplate(kind: string): string {
  return CASES.replaceAll('KIND', kind);
}

const CASES = `# KIND：这项业务特有的要求。每张许可证都有的期限、延续、年报等在 licence.cases.yaml。
company: { name: 示例云网科技有限公司, registeredCapital: 12000000 }

cases:
  - name: 证件齐全，没有问题
    asOf: 2026-11-21
    select: [KIND]
    licences: [{ id: KIND, kind: KIND, expires: 2029-03-14 }]
    resources: [{ id: agreement, kind: operator-agreement, expires: 2028-12-31, serves: [KIND] }]
    expect: []

  - name: 协议第60天到期提醒，第61天不提醒
    asOf: 2026-11-21
    select: [KIND/operator-agreement]
    licences:
      - { id: day-60, kind: KIND, expires: 2029-03-14 }
      - { id: day-61, kind: KIND, expires: 2029-03-14 }
    resources:
      - { id: on-60, kind: operator-agreement, expires: 2027-01-20, serves: [day-60] }
      - { id: on-61, kind: operator-agreement, expires: 2027-01-21, serves: [day-61] }
    expect:
      - { rule: KIND/operator-agreement, status: expiring, severity: warning, subject: day-60, date: 2027-01-20, daysLeft: 60 }

  - name: 协议从未登记、昨天到期、明天生效、中间断开一天
    asOf: 2026-11-21
    select: [KIND/operator-agreement]
    licences:
      - { id: missing, kind: KIND, expires: 2029-03-14 }
      - { id: expired, kind: KIND, expires: 2029-03-14 }
      - { id: pending, kind: KIND, expires: 2029-03-14 }
      - { id: gap, kind: KIND, expires: 2029-03-14 }
    resources:
      - { id: past, kind: operator-agreement, expires: 2026-11-20, serves: [expired] }
      - { id: future, kind: operator-agreement, starts: 2026-11-22, expires: 2027-11-21, serves: [pending] }
      - { id: ending, kind: operator-agreement, expires: 2026-11-30, serves: [gap] }
      - { id: again, kind: operator-agreement, starts: 2026-12-02, expires: 2027-12-01, serves: [gap] }
    expect:
      - { rule: KIND/operator-agreement, status: missing, severity: warning, subject: missing }
      - { rule: KIND/operator-agreement, status: expired, severity: warning, subject: expired, date: 2026-11-20 }
      - { rule: KIND/operator-agreement, status: pending, severity: warning, subject: pending, date: 2026-11-22 }
      - { rule: KIND/operator-agreement, status: gap, severity: warning, subject: gap, date: 2026-11-30, gapDays: 1 }
`;

main(process.argv.slice(2));
