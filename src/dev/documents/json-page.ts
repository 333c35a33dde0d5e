/** `docs/json.md`: every document for programs, its fields in words, and what one looked like in a real run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as z from 'zod/mini';

import { DOCUMENT_SCHEMAS } from '../../schema/document-schemas.ts';
import type { GeneratedFile } from './licence-index.ts';
import { block, code, page, prose, table } from './markdown.ts';
import { inPlace, type Place } from './real-run.ts';

type DocumentName = keyof typeof DOCUMENT_SCHEMAS;

/** How each comes about: the command lines one after the other; the last prints it, or writes it into a file. All are run in one folder, in this order. */
const RUNS: Readonly<Record<DocumentName, { readonly lines: readonly string[]; readonly file?: string }>> = {
  check: { lines: ['check --format json'] },
  receipt: { lines: ['check --receipt receipt.json'], file: 'receipt.json' },
  status: { lines: ['status --format json'] },
  todo: { lines: ['todo --format json'] },
  overview: { lines: ['overview . --format json'] },
  list: { lines: ['list --format json'] },
  show: { lines: ['show line-bj-2025 --format json'] },
  horizon: { lines: ['horizon --format json'] },
  log: { lines: ['log --format json'] },
  pack: { lines: ['pack telecom --output pack --format json'] },
  entries: { lines: ['pack telecom --output papers'], file: 'papers/entries.json' },
  diff: { lines: ['renew room-yizhuang-2027 --expires +1y --yes', 'diff --format json'] },
  rules: { lines: ['rules --format json'] },
  'rule-cases': { lines: ['rules test own.cases.yaml --format json'] },
  'stale-rules': { lines: ['rules --stale --as-of 2028-01-01 --format json'] },
};

const CASES = `company: { name: 示例公司 }
cases:
  - name: 域名过期
    asOf: 2026-11-21
    select: [resource/expiry]
    resources: [{ id: a, kind: domain, expires: 2026-11-01 }]
    expect: [{ rule: resource/expiry, status: expired, subject: b }]
`;

const BEGINNING = `# JSON for other programs

Every command that another program may read writes JSON with \`--format json\`. Each document names its format and version under
\`schema\`; the package has a JSON Schema for each in \`docs/schemas\`. A field marked *maybe* is left out where there is nothing to say.

## What may change, and what may not

Within \`@1\`, from the first release on:

- A key that is there keeps its name, its meaning and its type, and one that is not marked *maybe* is always there, also where
  nothing could be read.
- Rule ids, statuses, severities, exit codes and fingerprints keep their meaning. They are in no language and are never translated.
- New keys may come, in every object. Ignore those that you don't know; the schemas let them in.
- New values may come in lists of words (a new status, a new kind of licence or contract, a new rule). Let a value that you don't know stand for
  itself, and never take it for "all is well": \`verdict\` and \`exitCode\` say that.
- Texts for people (\`message\`, \`remedy\`, \`reason\`, \`why\`) may change at any time and come in English, or in the language of \`--lang\`. Read the
  keys beside them.
- Findings are sorted by line, column and rule. The same ledgers and day give the same bytes from the same version.

Anything else gets a new version, \`@2\`, beside the old one for at least a year, and a line in the CHANGELOG.

The examples come from [ledger.example.yaml](../ledger.example.yaml) as of 2026-11-21. Lists are cut to their first item, and long texts after 160
characters.`;

export async function jsonPage(root: URL): Promise<GeneratedFile> {
  const ledger = readFileSync(new URL('ledger.example.yaml', root), 'utf8');
  const known = new Map<string, string>();
  const sections: string[] = [];
  await inPlace({ 'ledger.yaml': ledger, 'own.cases.yaml': CASES }, async (place) => {
    place.commit('建立台账');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the schemas themselves
    for (const name of Object.keys(DOCUMENT_SCHEMAS) as DocumentName[]) {
      const { lines, file } = RUNS[name];
      const example = await exampleOf(place, lines, file);
      const from = `From \`ledger ${lines.at(-1) ?? ''}\`${file === undefined ? '' : `, in the file ${code(file)}`}`;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON Schema, of which these keys are read
      const rows = rowsOf(z.toJSONSchema(DOCUMENT_SCHEMAS[name]) as Shape, '', { document: name, known });
      sections.push(
        `## ${code(`ledger/${name}@1`)}`,
        `${from}. Schema: [${name}.schema.json](schemas/${name}.schema.json).`,
        table(['field', 'type', '', 'meaning'], rows),
        block('json', JSON.stringify(cut(example), undefined, 2)),
      );
    }
  });
  const made = '<!-- This page is made from the schemas and from runs of the program; do not edit it. -->';
  return { path: 'docs/json.md', text: page([made, BEGINNING, ...sections]) };
}

async function exampleOf(place: Place, lines: readonly string[], file: string | undefined): Promise<unknown> {
  let printed = '';
  for (const line of lines) ({ stdout: printed } = await place.run([...line.split(' '), '--lang', 'en']));
  return JSON.parse(file === undefined ? printed : readFileSync(path.join(place.folder, file), 'utf8'));
}

const LONGEST = 160;

/** As much of a document as shows its shape. */
function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.slice(0, 1).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cut(one)]));
}

/** What is read of a JSON Schema. */
interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape | false;
  readonly anyOf?: readonly Shape[];
}

interface Walk {
  readonly document: string;
  /** Where each object was described first, by its shape: it is not told a second time. */
  readonly known: Map<string, string>;
}

function rowsOf(shape: Shape, at: string, walk: Walk): string[][] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, field]) => {
    const place = at === '' ? key : `${at}.${key}`;
    const { inner, suffix } = innerOf(field);
    const shown = JSON.stringify(inner?.properties ?? {});
    const before = walk.known.get(shown);
    if (inner !== undefined && before === undefined)
      walk.known.set(shown, `${code(`${place}${suffix}`)} of ${code(`ledger/${walk.document}@1`)}`);
    const meaning = [prose(field.description ?? ''), before === undefined ? '' : `Its fields are those of ${before}.`];
    const mark = shape.required?.includes(key) === true ? '' : 'maybe';
    const row = [code(place), typeOf(field), mark, meaning.filter((one) => one !== '').join(' ')];
    return [row].concat(inner === undefined || before !== undefined ? [] : rowsOf(inner, `${place}${suffix}`, walk));
  });
}

/** The object that a field holds, or a list or table of them; undefined where it holds none. */
function innerOf(shape: Shape): { readonly inner: Shape | undefined; readonly suffix: string } {
  if (shape.properties !== undefined) return { inner: shape, suffix: '' };
  const [below, mark] = shape.items === undefined ? [shape.additionalProperties, '.KEY'] : [shape.items, '[]'];
  if (below !== undefined && below !== false && typeof below === 'object') {
    const { inner, suffix } = innerOf(below);
    return { inner, suffix: `${mark}${suffix}` };
  }
  const found = (shape.anyOf ?? []).map(innerOf).find(({ inner }) => inner !== undefined);
  return found ?? { inner: undefined, suffix: '' };
}

const MANY = 8;

function typeOf({ type, const: only, enum: words, items, anyOf, additionalProperties }: Shape): string {
  if (only !== undefined) return code(JSON.stringify(only));
  if (words !== undefined && words.length <= MANY) return words.map((word) => code(JSON.stringify(word))).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (type === 'object' && additionalProperties !== undefined && additionalProperties !== false)
    return Object.keys(additionalProperties).length === 0
      ? 'object'
      : `object by key of ${typeOf(additionalProperties)}`;
  return type ?? 'anything';
}
