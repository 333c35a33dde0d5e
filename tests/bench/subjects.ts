/** What is measured: command lines on ledgers of many sizes, and what others do with as much. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { CHECK_FORMATS } from '../../src/command-line/option-values.ts';
import { isInstalled, nodeCost, programCost, type Subject } from './cost.ts';
import { COMPANY, journal, largeLedger, writeGroup } from './large-ledger.ts';

export const DAY = ['--as-of', '2026-11-21'];
export const SIZES = [100, 1_000, 10_000, 100_000];
export const COMPANIES = 1_000;

/** Writes all ledgers that are measured into a folder. */
export function writeLedgers(folder: string): void {
  for (const resources of SIZES) {
    for (const hasLapsed of [true, false]) {
      writeFileSync(path.join(folder, fileOf(resources, hasLapsed)), largeLedger(resources, { hasLapsed }));
    }
  }
  for (const style of ['hledger', 'beancount'] as const) {
    writeFileSync(path.join(folder, `journal.${style}`), journal(10_000, style));
  }
  writeGroup(path.join(folder, 'group'), COMPANIES);
  writeGroup(path.join(folder, 'tenth'), COMPANIES / 10);
  for (const resources of [1_000, 10_000]) {
    mkdirSync(path.join(folder, `empty-${resources}`));
    writeFileSync(
      path.join(folder, `empty-${resources}`, 'ledger.yaml'),
      `version: 1\ncompany: { name: ${COMPANY} }\n`,
    );
  }
}

export function fileOf(resources: number, hasLapsed: boolean): string {
  return `${resources}-${hasLapsed ? 'many' : 'few'}.yaml`;
}

/** @param root of the work tree whose built program is measured */
export function ledgerSubject(root: string, cwd: string, name: string, args: readonly string[]): Subject {
  return { name, run: () => nodeCost([path.join(root, 'bin/ledger.js'), ...args], { cwd, codes: [0, 1] }) };
}

export const BARE: Subject = { name: 'node -e 0', run: () => nodeCost(['-e', '0']) };

/** Nothing but the start: the work is next to none. */
export function starts(root: string): Readonly<Record<string, readonly string[]>> {
  const example = path.join(root, 'ledger.example.yaml');
  return {
    '--version': ['--version'],
    'check ledger.example.yaml': ['check', example, ...DAY],
    'add --dry-run': [...ADD, '--file', example],
  };
}

const ADD =
  'add leased-line --title 专线 --provider 中国电信 --expires 2029-12-31 --serves telecom/isp --dry-run'.split(' ');

/** Each command and each format on one ledger of so many entries, for how its cost grows. */
export function commandsOn(resources: number): Readonly<Record<string, readonly string[]>> {
  const file = fileOf(resources, true);
  const of = ['--file', file];
  const formats = CHECK_FORMATS.map((format) => [
    `check --format ${format}`,
    ['check', file, ...DAY, '--format', format],
  ]);
  return {
    ...Object.fromEntries(formats),
    status: ['status', ...of, ...DAY],
    todo: ['todo', file, ...DAY],
    horizon: ['horizon', file, ...DAY],
    calendar: ['calendar', file, ...DAY],
    overview: ['overview', file, ...DAY],
    list: ['list', file, ...DAY],
    show: ['show', 'contract-7', file, ...DAY],
    'report --output page.html': ['report', file, ...DAY, '--output', `page-${resources}.html`],
    'report --output site/': ['report', file, ...DAY, '--output', `site-${resources}/`],
    'export --to csv': ['export', file, ...DAY, '--output', `register-${resources}.csv`],
    'export --to xlsx': ['export', file, ...DAY, '--to', 'xlsx', '--output', `register-${resources}.xlsx`],
    'import xlsx --dry-run': [
      'import',
      `register-${resources}.xlsx`,
      '--file',
      `empty-${resources}/ledger.yaml`,
      '--dry-run',
    ],
    'import xlsx --update --dry-run': ['import', `register-${resources}.xlsx`, ...of, '--update', '--dry-run'],
    'add --dry-run': [...ADD.slice(0, -2), 'isp-1', '--dry-run', ...of],
    'renew --dry-run': ['renew', 'contract-7', '--expires', '+1y', '--dry-run', ...of],
    'record ended --dry-run': ['record', 'ended', 'contract-7', '--on', '2026-11-20', '--dry-run', ...of],
    'waive --dry-run': [
      ...'waive isp/leased-line isp-1 --until 2026-12-31 --from 2026-11-21 --reason 验收中 --approved-by 张三 --dry-run'.split(
        ' ',
      ),
      ...of,
    ],
    'notify --to wecom': ['notify', file, ...DAY, '--to', 'wecom'],
  };
}

/** Each command that takes a folder of companies. */
export function commandsOnGroup(folder: string): Readonly<Record<string, readonly string[]>> {
  const formats = CHECK_FORMATS.map((format) => [
    `check --format ${format}`,
    ['check', folder, ...DAY, '--format', format],
  ]);
  return {
    ...Object.fromEntries(formats),
    todo: ['todo', folder, ...DAY],
    horizon: ['horizon', folder, ...DAY],
    overview: ['overview', folder, ...DAY],
    list: ['list', folder, ...DAY],
    calendar: ['calendar', folder, ...DAY],
    'export --to csv': ['export', folder, ...DAY, '--output', `group-of-${folder}.csv`],
    'report --output site/': ['report', folder, ...DAY, '--output', `site-of-${folder}/`],
  };
}

/** What others need for as many entries; only what is installed. @param modules where `neighbours.json` is installed */
export function neighbours(folder: string, modules: string | undefined): readonly Subject[] {
  const file = path.join(folder, fileOf(10_000, true));
  const programs = (
    [
      ['hledger check', 'hledger', ['check', '-f', 'journal.hledger']],
      ['bean-check', 'bean-check', ['--no-cache', 'journal.beancount']],
      ['yamllint', 'yamllint', ['-d', '{extends: relaxed, rules: {line-length: disable}}', file]],
    ] as const
  )
    .filter(([, command]) => isInstalled(command))
    .map(([name, command, args]) => ({ name, run: () => programCost(command, args, { cwd: folder }) }));
  return modules === undefined
    ? programs
    : [bareParse(modules, file, 'js-yaml'), ...linters(modules, file), ...programs];
}

/** Reading the text and nothing else. */
export function bareParse(modules: string, file: string, name: string): Subject {
  const script = `import { load } from 'js-yaml'; import { readFileSync } from 'node:fs'; load(readFileSync(process.argv[1], 'utf8'));`;
  return { name, run: () => nodeCost(['--input-type=module', '-e', script, file], { cwd: modules }) };
}

function linters(modules: string, file: string): readonly Subject[] {
  const bin = (name: string): string => path.join(modules, 'node_modules/.bin', name);
  const codes = [0, 1, 2];
  return [
    {
      name: 'ajv-cli validate',
      run: () =>
        nodeCost(
          [
            bin('ajv'),
            'validate',
            '--spec=draft2020',
            '--strict=false',
            '-c',
            'ajv-formats',
            '-s',
            'schema.json',
            '-d',
            file,
          ],
          { cwd: modules, codes },
        ),
    },
    {
      name: 'spectral lint',
      run: () => nodeCost([bin('spectral'), 'lint', '--ruleset', 'ruleset.yaml', file], { cwd: modules, codes }),
    },
  ];
}
