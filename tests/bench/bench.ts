/**
 * `npm run bench`: what commands cost, beside bare Node and beside what others need for as much, into
 * docs/performance.md. `npm run bench -- --compare REV` sets two revisions side by side and writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { catalogue } from '../../src/rules/catalogue.ts';
import { ledgerJsonSchemaText } from '../../src/schema/ledger-json-schema.ts';
import { compareRevisions } from './compare.ts';
import { type Figures, measure } from './cost.ts';
import {
  editorTable,
  growthTable,
  groupTable,
  machineLines,
  neighbourTable,
  sizeTable,
  startTable,
  writeFigures,
} from './document.ts';
import { editorWaits } from './editor.ts';
import {
  bareParse,
  BARE,
  COMPANIES,
  commandsOn,
  commandsOnGroup,
  DAY,
  fileOf,
  ledgerSubject,
  neighbours,
  SIZES,
  starts,
  writeLedgers,
} from './subjects.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** In their newest versions; they are no dependencies of the project, because nothing but this needs them. */
const NEIGHBOURS = ['js-yaml@5.5.0', 'ajv-cli@5.0.0', 'ajv-formats@3.0.1', '@stoplight/spectral-cli@6.16.3'];

/** Less than a ledger asks: that each contract has an end, serves something and has somebody who answers for it. */
const RULESET = `rules:
  ends: { given: '$.resources[*]', then: { field: expires, function: truthy } }
  serves: { given: '$.resources[*]', then: { field: serves, function: truthy } }
  owned: { given: '$.resources[*]', then: { field: owner, function: truthy } }
`;

const { values } = parseArgs({
  options: {
    compare: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    offline: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
try {
  writeLedgers(folder);
  if (values.compare === undefined) writeFigures(root, await all(values.offline ? undefined : installed()));
  else compareRevisions({ root, folder, revision: values.compare, rounds });
} finally {
  rmSync(folder, { recursive: true });
}

/** @param modules where the neighbours that come from npm are installed */
async function all(modules: string | undefined): Promise<readonly string[]> {
  return [
    ...machineLines(root, modules === undefined ? [] : NEIGHBOURS),
    ...startTable(started(), rounds * 3),
    ...sizeTable(sized(modules)),
    ...neighbourTable(compared(modules)),
    ...groupTable(grouped('group'), grouped('tenth'), COMPANIES),
    ...growthTable(grown(1_000), grown(10_000)),
    ...editorTable([await editorWaits(root, 300), await editorWaits(root, 3_000)]),
  ];
}

function started(): ReadonlyMap<string, Figures> {
  const subjects = Object.entries(starts(root)).map(([name, args]) => ledgerSubject(root, folder, name, args));
  return measure([BARE, ...subjects], rounds * 3);
}

/** The check of one ledger, from a hundred entries to a hundred thousand. */
function sized(modules: string | undefined): ReadonlyMap<string, Figures> {
  const subjects = SIZES.flatMap((resources) =>
    [true, false].flatMap((hasLapsed) =>
      ['text', 'json'].map((format) => {
        const args = ['check', fileOf(resources, hasLapsed), ...DAY, '--format', format];
        return ledgerSubject(root, folder, `${resources} ${hasLapsed ? 'many' : 'few'} ${format}`, args);
      }),
    ),
  );
  if (modules !== undefined) {
    for (const size of SIZES) subjects.push(bareParse(modules, path.join(folder, fileOf(size, true)), `${size} parse`));
  }
  return measure([BARE, ...subjects], rounds);
}

function compared(modules: string | undefined): ReadonlyMap<string, Figures> {
  const own = ledgerSubject(root, folder, 'ledger check', ['check', fileOf(10_000, true), ...DAY]);
  return measure([own, ...neighbours(folder, modules)], rounds);
}

function grouped(of: string): ReadonlyMap<string, Figures> {
  const subjects = Object.entries(commandsOnGroup(of)).map(([name, args]) => ledgerSubject(root, folder, name, args));
  return measure([BARE, ...subjects], Math.max(1, Math.round(rounds / 2)));
}

function grown(resources: number): ReadonlyMap<string, Figures> {
  const subjects = Object.entries(commandsOn(resources)).map(([name, args]) => ledgerSubject(root, folder, name, args));
  return measure([BARE, ...subjects], Math.max(1, Math.round(rounds / 2)));
}

/** @returns the folder of the modules, with the schema and the rules that the neighbours check with */
function installed(): string {
  const modules = path.join(folder, 'neighbours');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', modules, ...NEIGHBOURS], {
    stdio: 'ignore',
  });
  writeFileSync(path.join(modules, 'schema.json'), ledgerJsonSchemaText([...catalogue.kinds.values()]));
  writeFileSync(path.join(modules, 'ruleset.yaml'), RULESET);
  return modules;
}
